"""Times each writer in turn, several rounds, and prints a table with ratios."""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from itertools import pairwise
from statistics import median
from time import process_time

from benchmarks.word.converted import PANDOC
from benchmarks.word.sample import sample

# Those that write live references count; the others are shown.
COUNTING = ("templated", "raw_objects")
SHOWN = {
    "ours": "clausekit",
    "floor": "floor (join and deflate)",
    "templated": "docxtpl",
    "raw_objects": "python-docx, raw elements",
    "objects": "python-docx, public interface",
    "converted": "pandoc",
}
ROUNDS = {1: 15, 10: 5, 100: 1}
GOALS = {1: 8, 10: 15, 100: 30}
Write = Callable[[], bytes]


def main() -> None:
    options = argparse.ArgumentParser(description="The same agreement by every writer.")
    options.add_argument("--sizes", default="1,10", help="multiples of 400 numbered paragraphs, such as 1,10,100")
    options.add_argument("--only", default="", help="writers to compare with, such as templated,objects")
    asked = options.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    names = [name for name in SHOWN if not asked.only or name in ("ours", "floor", *asked.only.split(","))]
    if not PANDOC and "converted" in names:
        names.remove("converted")
        print("pandoc is not on this machine and is left out", file=sys.stderr)
    times = {size: _measured(size, names) for size in sizes}
    for size in sizes:
        _print_size(size, times[size])
    _print_growth(sizes, times)


def _measured(size: int, names: list[str]) -> Mapping[str, float]:
    """Milliseconds of each writer: the median of rounds in which all take their turns."""
    given = sample(size)
    writers: dict[str, Write] = {name: import_module(f"benchmarks.word.{name}").prepared(given) for name in names}
    rounds = [{name: _timed(name, write) for name, write in writers.items()} for _ in range(ROUNDS.get(size, 3))]
    return {name: median(one[name] for one in rounds) for name in names}


def _timed(name: str, write: Write) -> float:
    """Processor time of this process, or of the program that a writer starts, in ms."""
    gc.collect()
    before = _clock(name)
    write()
    return (_clock(name) - before) * 1000


def _clock(name: str) -> float:
    if name != "converted":
        return process_time()
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _print_size(size: int, times: Mapping[str, float]) -> None:
    ours = times["ours"]
    print(f"\n{400 * size:,} numbered paragraphs, {40 * size:,} definitions, {150 * size:,} references ({size}x)")
    print(f"  {'writer':32}{'ms':>12}{'to ours':>10}{'peak MB':>10}")
    for name, spent in times.items():
        print(f"  {SHOWN[name]:32}{spent:12.1f}{spent / ours:9.1f}x{_peak(name, size)}")
    peers = [times[name] for name in COUNTING if name in times]
    if peers:
        goal = f" (goal {GOALS[size]})" if size in GOALS else ""
        print(f"  faster than the fastest peer with live references: {min(peers) / ours:.1f} times{goal}")
    print(f"  to the floor: {ours / times['floor']:.2f} (goal 1.5)")


def _peak(name: str, size: int) -> str:
    """Peak memory of the writer in a process of its own."""
    if name == "floor":
        return f"{'':>10}"
    command = [sys.executable, "-m", "benchmarks.word.alone", name, str(size)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return f"{float(run.stdout):10.0f}"


def _print_growth(sizes: list[int], times: Mapping[int, Mapping[str, float]]) -> None:
    for small, large in pairwise(sizes):
        grown = times[large]["ours"] / times[small]["ours"]
        print(f"\ngrowth from {small}x to {large}x: {grown:.1f} (goal 10.5 for ten times as much)")


if __name__ == "__main__":
    main()
