"""Measures, and prints tables with ratios beside the goals."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shutil import copyfile
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.interview.deals import PAGES_OF_A_STARTER, large_deal, text_of
from benchmarks.interview.measuring import (
    Keys,
    Program,
    followed,
    laid_out,
    moved,
    started,
    typed,
    typed_meanwhile,
)
from clausekit.drafting import Templates, read_templates
from clausekit.templates_folder import IN_THE_REPOSITORY, TemplatesFolder

DAY = date(2026, 11, 23)
FOLDER = TemplatesFolder(IN_THE_REPOSITORY, "the benchmark")
FACTS, PAGES = 600, 64
LARGEST = "gulf-ai-campus"
STOCK_KEYS = 3  # one takes seconds
GOALS = {"first paint": 1.3, "key p95": 50, "follow": 150}


def main() -> None:
    options = argparse.ArgumentParser(description="The interview in a real terminal.")
    options.add_argument("--keys", type=int, default=60, help="keys of each measurement")
    options.add_argument("--rounds", type=int, default=9, help="starts of each program, and changed facts")
    asked = options.parse_args()
    templates, findings = read_templates(FOLDER)
    if templates is None:
        raise SystemExit(f"the templates cannot be used: {findings}")
    with TemporaryDirectory() as folder:
        _measure(Path(folder), templates, asked.keys, asked.rounds)


def _measure(folder: Path, templates: Templates, keys: int, rounds: int) -> None:
    starter = FOLDER.deals / f"{LARGEST}.yaml"
    copyfile(starter, folder / starter.name)
    large = folder / "large.yaml"
    large.write_text(large_deal(starter.read_text("utf-8"), templates, DAY, FACTS, PAGES), "utf-8")
    contract = folder / "contract.md"
    contract.write_text(text_of(large.read_text("utf-8"), templates, DAY), "utf-8")
    floor = Program(_module("floor"), Path.cwd(), "shown", "shown", "shown")
    stock = Program(_module("stock", contract), Path.cwd(), "shown", "shown", "shown")
    _starts({"floor": floor, "clausekit": _ours(folder / starter.name), "stock form": stock}, rounds)
    _typing(_ours(large), stock, folder, keys)
    _growth(folder, starter, templates, keys)
    _following(_ours(folder / starter.name), rounds)


def _module(name: str, *arguments: object) -> list[str]:
    return [sys.executable, "-m", f"benchmarks.interview.{name}", *map(str, arguments)]


def _ours(deal: Path, *before: str) -> Program:
    program = list(before) or [sys.executable, "-m", "clausekit"]
    command = [*program, "interview", str(deal), "--templates", str(FOLDER.path)]
    return Program(command, Path.cwd(), "opening", "What is the title", "an answer would move")


def _starts(programs: dict[str, Program], rounds: int) -> None:
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, program in programs.items():
            found[name].append(started(program))
    floor = median(first for first, _ in found["floor"])
    print(f"first paint, median of {rounds} starts by turns")
    for name, times in found.items():
        first, ready = median(one for one, _ in times), median(one for _, one in times)
        print(f"  {name:28}{first:8.0f} ms{first / floor:6.2f}x   usable {ready:6.0f} ms{ready / floor:6.2f}x")
    print(f"  goal: first paint of clausekit at most {GOALS['first paint']} times the floor")


def _typing(ours: Program, stock: Program, folder: Path, keys: int) -> None:
    print(f"\n{FACTS} facts and {PAGES} pages; the stock form has 60 inputs and the same pages")
    peer = typed(stock, STOCK_KEYS)
    _row("stock form, key", peer, peer)
    _row("clausekit, key", typed(ours, keys), peer)
    _row("clausekit, key meanwhile", typed_meanwhile(ours, 6), peer)
    _row("clausekit, to the next fact", moved(ours, keys), peer)
    notes = folder / "layouts.txt"
    counted = _ours(Path(ours.command[-3]), *_module("counted", notes))
    print(f"  layout passes while {keys} keys are typed: {laid_out(counted, notes, keys)} (goal 0)")
    print(f"  goal: key p95 at most {GOALS['key p95']} ms")


def _row(name: str, keys: Keys, peer: Keys) -> None:
    times = f"p50 {keys.p50:7.1f} ms  p95 {keys.p95:7.1f} ms"
    print(f"  {name:28}{times}  {keys.size:7.0f} bytes   stock/it {peer.p50 / keys.p50:6.1f}x")


def _growth(folder: Path, starter: Path, templates: Templates, keys: int) -> None:
    print("\ngrowth with the contract's length")
    found: list[float] = []
    for pages in (PAGES_OF_A_STARTER, 32, PAGES, 96):
        deal = folder / f"{pages}.yaml"
        deal.write_text(large_deal(starter.read_text("utf-8"), templates, DAY, 0, pages), "utf-8")
        one = typed(_ours(deal), keys)
        found.append(one.p50)
        print(f"  {pages:4} pages: key p50 {one.p50:6.1f} ms  p95 {one.p95:6.1f} ms")
    print(f"  the longest to the shortest: {found[-1] / found[0]:.2f} (goal: flat)")


def _following(ours: Program, rounds: int) -> None:
    first, used, last = followed(ours, " errors", rounds)
    print(f"\nfrom leaving a changed fact of {LARGEST}, {rounds} times")
    _spread("findings and contract", first)
    _spread("of it, processor time", used)
    _spread("open facts and dates too", last)
    print(f"  goal: findings and contract within {GOALS['follow']} ms")


def _spread(name: str, times: Sequence[float]) -> None:
    print(f"  {name:28}median {median(times):6.0f} ms  most {max(times):6.0f} ms")


if __name__ == "__main__":
    main()
