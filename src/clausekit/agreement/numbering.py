"""Numbers exactly as a word processor counts a native multilevel list, and references to them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from clausekit.agreement.document import Block, Document, Paragraph, Reference, Role, Run, Table, Text
from clausekit.finding import Finding, Place, error
from clausekit.nearest import did_you_mean

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def decimal(count: int) -> str:
    return str(count)


def lower_letter(count: int) -> str:
    """a to z, then aa, bb to zz, then aaa: the same letter repeated, as word processors do."""
    repeats, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (repeats + 1)


def upper_letter(count: int) -> str:
    return lower_letter(count).upper()


def lower_roman(count: int) -> str:
    numeral = ""
    for value, sign in ROMAN:
        times, count = divmod(count, value)
        numeral += sign * times
    return numeral


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `label` and `number` take the count and the number of the level above."""

    sequence: str
    depth: int
    count: Callable[[int], str]
    label: str = "({0})"
    number: str = "{1}({0})"


LEVELS: Mapping[Role, Level] = {
    Role.PARTY: Level("parties", 0, decimal, number="({0})"),
    Role.RECITAL: Level("recitals", 0, upper_letter, number="({0})"),
    Role.CLAUSE_HEADING: Level("clauses", 0, decimal, "{0}.", "{0}"),
    Role.CLAUSE_2: Level("clauses", 1, decimal, "{1}.{0}", "{1}.{0}"),
    Role.CLAUSE_3: Level("clauses", 2, lower_letter),
    Role.CLAUSE_4: Level("clauses", 3, lower_roman),
    Role.CLAUSE_5: Level("clauses", 4, upper_letter),
    Role.DEFINITION_3: Level("definitions", 0, lower_letter, number="({0})"),
    Role.SCHEDULE_HEADING: Level("schedules", 0, decimal, "Schedule {0}", "{0}"),
    Role.SCHEDULE_2: Level("schedules", 1, decimal, "{0}.", "{0}"),
    Role.SCHEDULE_3: Level("schedules", 2, lower_letter),
}

REFERENCE_WORDS: Mapping[Role, str] = {
    Role.PARTY: "party",
    Role.RECITAL: "Recital",
    Role.SCHEDULE_HEADING: "Schedule",
    Role.SCHEDULE_2: "paragraph",
    Role.SCHEDULE_3: "paragraph",
}


class _Counter:
    """Counts of each list's levels, and the numbers they stand at."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}
        self._numbers: dict[str, list[str]] = {}

    def next(self, level: Level, restarts: bool) -> tuple[str, str]:
        """The label and number of the next paragraph at `level`; deeper levels start again."""
        counts = self._counts.setdefault(level.sequence, [])
        numbers = self._numbers.setdefault(level.sequence, [])
        counts.extend([0] * (level.depth - len(counts)))
        numbers.extend([""] * (level.depth - len(numbers)))
        so_far = 0 if restarts or len(counts) == level.depth else counts[level.depth]
        counts[level.depth :] = [so_far + 1]
        counted = level.count(so_far + 1)
        above = next(filter(None, reversed(numbers[: level.depth])), "")
        numbers[level.depth :] = [level.number.format(counted, above)]
        return level.label.format(counted, above), numbers[-1]


def number_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks, each numbered paragraph with its number and label."""
    counter = _Counter()
    return tuple(_numbered(block, counter) for block in blocks)


def _numbered(block: Block, counter: _Counter) -> Block:
    if not isinstance(block, Paragraph) or block.role not in LEVELS:
        return block
    label, number = counter.next(LEVELS[block.role], block.restarts)
    return replace(block, label=label, number=number)


@dataclass(frozen=True, slots=True)
class Target:
    """A paragraph that can be referred to; `schedule` is the key of the schedule it stands in."""

    role: Role
    number: str
    schedule: str = ""


def targets(blocks: Iterable[Block]) -> dict[str, Target]:
    """What can be referred to, by key."""
    found: dict[str, Target] = {}
    schedule = ""
    for block in blocks:
        if isinstance(block, Paragraph):
            schedule = block.key if block.role is Role.SCHEDULE_HEADING else schedule
            if block.key:
                inside = schedule if block.role in (Role.SCHEDULE_2, Role.SCHEDULE_3) else ""
                found.setdefault(block.key, Target(block.role, block.number, inside))
    return found


def number_document(document: Document, unread: Collection[str] = ()) -> tuple[Document, list[Finding]]:
    """Number every paragraph and resolve every reference.

    A reference to nothing keeps an empty number and gives a `dangling-reference` error, unless it
    is to one of the `unread` topics, whose own faults are known already.
    """
    blocks = number_blocks(document.blocks)
    resolver = _Resolver(targets(blocks), unread)
    resolved = tuple(resolver.block(block) for block in blocks)
    return replace(document, blocks=resolved), resolver.findings


class _Resolver:
    """Fills the numbers of references, and collects those that refer to nothing."""

    def __init__(self, known: Mapping[str, Target], unread: Collection[str]) -> None:
        self.known = known
        self.unread = unread
        self.findings: list[Finding] = []
        self.schedule = ""

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                self.schedule = _schedule_now(block, self.schedule)
                runs = self._runs(block.runs, block.place)
                return block if runs is block.runs else replace(block, runs=runs)
            case Table():
                header = tuple(self._runs(cell, block.place) for cell in block.header)
                rows = tuple(tuple(self._runs(cell, block.place) for cell in row) for row in block.rows)
                return replace(block, header=header, rows=rows)
        return block

    def _runs(self, runs: tuple[Run, ...], place: Place) -> tuple[Run, ...]:
        if not any(isinstance(run, Reference) for run in runs):
            return runs
        return tuple(new for run in runs for new in self._run(run, place))

    def _run(self, run: Run, place: Place) -> tuple[Run, ...]:
        if not isinstance(run, Reference):
            return (run,)
        target = self.known.get(run.target)
        if target is None:
            if run.target.partition(".")[0] not in self.unread:
                self.findings.append(_dangling(run, place, self.known))
            return (replace(run, number=""),)
        here = _pointed(run, target)
        if not target.schedule or target.schedule == self.schedule:
            return (here,)
        return here, Text(" of "), Reference(target.schedule, "Schedule", self.known[target.schedule].number)


def _schedule_now(paragraph: Paragraph, schedule: str) -> str:
    if paragraph.role is Role.SCHEDULE_HEADING:
        return paragraph.key
    outside = (Role.CLAUSE_HEADING, Role.PLAIN_HEADING)
    return "" if paragraph.role in outside else schedule


def _pointed(reference: Reference, target: Target) -> Reference:
    """`reference` with its number; the word fits the target and keeps the capital it began with."""
    word = REFERENCE_WORDS.get(target.role, "clause")
    word = word.capitalize() if reference.word[:1].isupper() else word
    return replace(reference, word=word, number=target.number)


def _dangling(reference: Reference, place: Place, known: Iterable[str]) -> Finding:
    name = reference.target
    message = f"[[{name}]] refers to nothing in this agreement{did_you_mean(name, known)}"
    return error("dangling-reference", message, place)
