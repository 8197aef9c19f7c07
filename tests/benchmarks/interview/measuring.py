"""What is measured: starts, keys, and how soon findings and contract follow a changed fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

from benchmarks.interview.watched import Watched, watched

SIZE = (200, 50)
LETTERS = "ŁĐŦŊØÞ"  # they stand in no deal, so that a paint that holds one is the paint of its key
ENTER, ESCAPE, DOWN, UP = "\r", "\x1b", "\x1b[B", "\x1b[A"
SETTLED = 3.0  # seconds without a byte, after which nothing is worked out in the background any more


@dataclass(frozen=True, slots=True)
class Program:
    """A program to be measured.

    Args:
        command: how it is started, in `folder`.
        first, ready: words of its first paint, and of the one after which it can be used.
        settled: words that are painted once nothing is worked out in the background any more.
    """

    command: Sequence[str]
    folder: Path
    first: str
    ready: str
    settled: str


@dataclass(frozen=True, slots=True)
class Keys:
    """Some keys: milliseconds from key to paint of each, and the bytes of each paint."""

    times: Sequence[float]
    sizes: Sequence[int]

    @property
    def p50(self) -> float:
        return median(self.times)

    @property
    def p95(self) -> float:
        return quantiles(self.times, n=20)[-1]

    @property
    def size(self) -> float:
        return median(self.sizes)


def started(program: Program) -> tuple[float, float]:
    """Milliseconds from the start to the first paint, and until it can be used."""
    with watched(program.command, program.folder, SIZE) as one:
        first, seen = one.until(program.first)
        ready = first if program.ready.encode() in seen else one.until(program.ready)[0]
        return (first - one.begun) * 1000, (ready - one.begun) * 1000


def typed(program: Program, count: int) -> Keys:
    """Keys typed into the first field, each after the paint of the one before is over."""
    with _settled(program) as one:
        return _keys([_key(one, letter) for letter in islice(cycle(LETTERS), count)])


def moved(program: Program, count: int) -> Keys:
    """Steps from fact to fact."""
    with _settled(program) as one:
        return _keys([_key(one, key, "", quiet=0.25) for key in [DOWN] * count])


def laid_out(program: Program, notes: Path, count: int) -> int:
    """Layout passes while keys are typed; the program notes each in `notes`."""
    with _settled(program) as one:
        _key(one, LETTERS[0])
        before = len(notes.read_text().splitlines())
        for letter in islice(cycle(LETTERS), count):
            _key(one, letter)
        return len(notes.read_text().splitlines()) - before


def typed_meanwhile(program: Program, rounds: int) -> Keys:
    """Keys typed right after a changed fact was left, while law and clauses are asked in the background."""
    found: list[tuple[float, int]] = []
    with _settled(program) as one:
        for _ in range(rounds):
            _key(one, LETTERS[0])
            one.press(ENTER)
            found += [_key(one, letter, quiet=0.03) for letter in LETTERS[1:]]
            one.press(ESCAPE)  # what was typed is no answer
            one.quiet(0.3)
            one.press(UP)
            one.quiet(SETTLED)
    return _keys(found)


def followed(program: Program, word: str, rounds: int) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds from leaving a changed fact to findings and contract, of the processor until then, and until
    nothing more comes.

    Args:
        word: a word that is painted with the findings, and not with the fact.
    """
    first, used, last = [], [], []
    with _settled(program) as one:
        for letter in islice(cycle(LETTERS), rounds):
            _key(one, letter)
            one.quiet(SETTLED)
            before = one.spent()
            begun = one.press(ENTER)
            shown, _ = one.until(word)
            used.append((one.spent() - before) * 1000)
            first.append((shown - begun) * 1000)
            last.append((max(shown, one.last_paint(SETTLED)) - begun) * 1000)
            one.press(UP)
            one.quiet(SETTLED)
    return first, used, last


def _key(one: Watched, key: str, paints: str | None = None, quiet: float = 0.06) -> tuple[float, int]:
    begun = one.press(key)
    painted, seen = one.until(key if paints is None else paints)
    return (painted - begun) * 1000, len(seen) + len(one.quiet(quiet))


def _keys(found: Sequence[tuple[float, int]]) -> Keys:
    return Keys([spent for spent, _ in found], [size for _, size in found])


@contextmanager
def _settled(program: Program) -> Iterator[Watched]:
    """The program once it can be used and nothing more is painted."""
    with watched(program.command, program.folder, SIZE) as one:
        one.until(program.settled)
        one.quiet(SETTLED)
        yield one
