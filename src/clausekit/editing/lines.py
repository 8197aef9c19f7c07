"""The lines of a property grid: sections, groups and facts, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from clausekit.editing.labels import label_of
from clausekit.editing.typed import shown
from clausekit.facts import NOT_ASKED, NOT_KNOWN, Audience, Open, audience_of, is_place, place_name
from clausekit.facts.faults import Fault
from clausekit.facts.paths import Keys, parent_of
from clausekit.facts.provenance import About
from clausekit.facts.questions import FIRST_SECTION, fact_type
from clausekit.facts.reading import Reading
from clausekit.facts.relevance import moot_because
from clausekit.facts.shapes import Group, Leaf, Many
from clausekit.facts.standing import Standing, standing
from clausekit.finding import Finding, Severity

ELSEWHERE = frozenset({"positions", "about", "library"})  # they have screens of their own
TOLD_AT_THE_GROUP = "missing-fact"
MUST = "this must be answered"


class Kind(StrEnum):
    """What a line is."""

    SECTION = "section"
    GROUP = "group"  # facts under fixed names: dates, forum
    LIST = "list"  # a repeating group: parties, items; members can be added
    MEMBER = "member"  # one of a repeating group: a party
    FACT = "fact"
    STRAY = "stray"  # stands in the file and belongs to no fact; can be removed


class State(StrEnum):
    """What is known of a fact."""

    KNOWN = "known"
    NOT_KNOWN = "not known"
    NOT_ASKED = "not asked"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Count:
    """How many facts a section or a group holds, and how they stand; facts that no longer matter do not count."""

    known: int = 0
    not_known: int = 0
    not_asked: int = 0
    wrong: int = 0

    @property
    def total(self) -> int:
        return self.known + self.not_known + self.not_asked + self.wrong


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the grid.

    Args:
        kind: what it is; a fact can be answered, a list can be added to.
        path: of the fact or group; for a section, its name.
        label: short; `question` is the whole sentence.
        type: ``text``, ``place``, ``list of words``; `choices` are the words allowed.
        state: of a fact, or of a group that is open or denied as a whole.
        text: what stands in the file, as one would type it; kept as it is when it is wrong.
        gloss: what it means where that is not plain: the name of a place.
        problem: what is wrong with it, and the way out; empty where nothing is.
        moot: the answer because of which it no longer matters; empty while it matters.
        section: the heading it stands under; `depth` is 0 for what stands directly below it.
        codes: of the findings about it, each once; `severity` is the highest of them.
        about: what is noted about it: source, note, date, owner, audience.
        count: for sections and groups, the facts below.
    """

    kind: Kind
    path: str
    label: str
    section: str
    depth: int = 0
    question: str = ""
    type: str = ""
    choices: tuple[str, ...] = ()
    several: bool = False
    required: bool = False
    state: State = State.NOT_ASKED
    text: str = ""
    gloss: str = ""
    problem: str = ""
    moot: str = ""
    codes: tuple[str, ...] = ()
    severity: Severity | None = None
    about: About | None = None
    audience: Audience = Audience.OURS
    count: Count = field(default_factory=Count)


@dataclass(frozen=True)
class Grid:
    """Every line of a deal, whether it matters or not.

    Args:
        lines: sections, groups and facts in the order in which they are asked.
    """

    lines: tuple[Line, ...]

    @cached_property
    def shown(self) -> tuple[Line, ...]:
        """The lines that still matter, and those that hold something wrong."""
        return tuple(line for line in self.lines if not line.moot or line.state is State.WRONG)

    @cached_property
    def by_path(self) -> Mapping[str, Line]:
        return {line.path: line for line in self.lines if line.kind is not Kind.SECTION}

    @cached_property
    def facts(self) -> tuple[Line, ...]:
        """The single facts that still matter."""
        return tuple(line for line in self.shown if line.kind is Kind.FACT)

    @cached_property
    def open(self) -> tuple[Line, ...]:
        """The single facts that matter and are not known, in the order in which they are asked."""
        return tuple(line for line in self.facts if line.state is not State.KNOWN)


def grid(reading: Reading, findings: Iterable[Finding] = ()) -> Grid:
    """The grid of a deal; `findings` are those of its last answer, to be shown beside their facts."""
    if reading.located is None:
        return Grid(())
    return Grid(tuple(_Lines(reading, findings).all()))


class _Lines:
    def __init__(self, reading: Reading, findings: Iterable[Finding]) -> None:
        assert reading.located
        self.data = reading.located.data
        self.written = reading.located.written
        self.deal = reading.deal
        self.notes = reading.deal.about if reading.deal and not isinstance(reading.deal.about, Open) else {}
        self.faults = _by_path(reading.faults)
        self.strays = [fault for fault in reading.faults if fault.code == "unknown-key"]
        self.findings = _findings_by_fact(findings)
        self.moot: dict[str, str] = {}

    def all(self) -> Iterator[Line]:
        """Section by section, in the order of their first fact."""
        sections = {FIRST_SECTION: list(self.strays_in((), self.data, FIRST_SECTION, 0))}
        for one in standing(self.data):
            if one.keys[0] not in ELSEWHERE:
                strays = self.strays_in(one.keys, one.written, one.section, one.depth + 1)
                sections.setdefault(one.section, []).extend((self.line(one), *strays))
        for name, lines in sections.items():
            counted = _counted(lines)
            yield Line(Kind.SECTION, name, name, name, count=_count(counted))
            yield from counted

    def line(self, one: Standing) -> Line:
        leaf = one.shape if isinstance(one.shape, Leaf) else None
        group = self.moot.get(parent_of(one.path), "")
        moot = group or moot_because(one, self._beside(one)) or ""
        if moot:
            self.moot[one.path] = moot
        problem = self.faults.get(one.path, "")
        state = _state(one, problem)
        if leaf and state is State.NOT_ASKED and one.part.required:
            problem = MUST
        codes, severity = self.findings.get(one.path, ((), None))
        return Line(
            _kind(one),
            one.path,
            label_of(one, self.data),
            one.section,
            one.depth,
            one.part.question,
            fact_type(one.shape, one.path),
            leaf.words if leaf else (),
            leaf.several if leaf else False,
            one.part.required and not one.member,
            state,
            self._text(one, state),
            _gloss(leaf, one.written),
            problem,
            moot,
            codes,
            severity,
            self.notes.get(one.path),
            audience_of(one.path, self.deal),
        )

    def _beside(self, one: Standing) -> Mapping[str, Any]:
        """The data of the group that a fact stands in."""
        data = self.data
        for key in one.keys[:-1]:
            data = data.get(key) if isinstance(data, Mapping) else None
        return data if isinstance(data, Mapping) else {}

    def _text(self, one: Standing, state: State) -> str:
        if state is State.NOT_ASKED or (not one.is_fact and isinstance(one.written, Mapping)):
            return ""
        return shown(one.written, self.written.get(one.keys))

    def strays_in(self, keys: Keys, written: Any, section: str, depth: int) -> Iterator[Line]:
        """What stands in a group and belongs to no fact."""
        for fault in self.strays:
            if fault.keys[:-1] == keys:
                key = str(fault.keys[-1])
                text = shown(written.get(key), self.written.get(fault.keys))
                yield Line(
                    Kind.STRAY,
                    fault.path,
                    key,
                    section,
                    depth,
                    state=State.WRONG,
                    text=text,
                    problem=fault.message,
                )


def _by_path(faults: Iterable[Fault]) -> dict[str, str]:
    """What is wrong with each fact; the parts of a list are told at the list."""
    told: dict[str, list[str]] = {}
    for fault in faults:
        if fault.code not in (TOLD_AT_THE_GROUP, "unknown-key"):
            path = fault.path
            told.setdefault(path, []).append(fault.message)
            while path.endswith("]") and path.rpartition("[")[2][:-1].isdecimal():
                path = path.rpartition("[")[0]
                told.setdefault(path, []).append(fault.message)
    return {path: "; ".join(messages) for path, messages in told.items()}


def _findings_by_fact(findings: Iterable[Finding]) -> dict[str, tuple[tuple[str, ...], Severity | None]]:
    """The codes of the findings about each fact, and the highest severity."""
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        for path in dict.fromkeys(filter(None, (finding.place.fact, *finding.decided_by))):
            grouped.setdefault(path, []).append(finding)
    order = list(Severity)
    return {
        path: (tuple(dict.fromkeys(one.code for one in found)), min((one.severity for one in found), key=order.index))
        for path, found in grouped.items()
    }


def _kind(one: Standing) -> Kind:
    if one.member:
        return Kind.MEMBER
    return {Leaf: Kind.FACT, Group: Kind.GROUP, Many: Kind.LIST}[type(one.shape)]


def _state(one: Standing, problem: str) -> State:
    if one.written is NOT_ASKED:
        return State.NOT_ASKED
    if problem and (one.is_fact or not isinstance(one.written, Mapping)):
        return State.WRONG
    return State.NOT_KNOWN if one.written == NOT_KNOWN.value else State.KNOWN


def _gloss(leaf: Leaf | None, stated: Any) -> str:
    """The names of places."""
    if leaf is None or leaf.word != "place":
        return ""
    codes = stated if isinstance(stated, list) else [stated]
    return ", ".join(place_name(code) for code in codes if isinstance(code, str) and is_place(code))


def _counted(lines: Sequence[Line]) -> list[Line]:
    """The lines, with the facts below each group counted."""
    counted = list(lines)
    for index, line in enumerate(lines):
        if line.kind in (Kind.GROUP, Kind.LIST, Kind.MEMBER):
            below = range(index + 1, len(lines))
            end = next((at for at in below if lines[at].depth <= line.depth), len(lines))
            counted[index] = replace(line, count=_count(lines[index + 1 : end]))
    return counted


def _count(lines: Iterable[Line]) -> Count:
    states = [line.state for line in lines if line.kind is Kind.FACT and not line.moot]
    return Count(*(states.count(state) for state in State))
