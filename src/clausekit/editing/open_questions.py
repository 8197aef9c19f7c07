"""Which open fact to ask next, and what an answer would settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from clausekit.assessment.undecided import OpenFact
from clausekit.editing.judging import WHICH_CLIENT, Answer
from clausekit.editing.lines import Grid, Kind, Line, State
from clausekit.law.standpoint import LAW_FACT


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """An open fact worth asking.

    Args:
        path: the fact to go to; `paths` are all facts that the question needs answered together.
        question: with whom or what it is about.
        settles: what an answer would settle, in words.
    """

    path: str
    paths: tuple[str, ...]
    question: str
    settles: str


def next_question(answer: Answer | None, grid: Grid, passed: Collection[str] = ()) -> NextQuestion | None:
    """The open fact that settles most; then wrong answers and facts that must be stated; then the others in order.

    Args:
        answer: the last answer; None while there is none. One that is not complete is not waited for.
        passed: paths that were passed over.

    Returns:
        None where nothing is open.
    """
    pressing = [line for line in _to_ask(grid) if line.path not in passed and _is_pressing(line)]
    if pressing:
        return _plain(pressing[0], "Nothing can be drafted before this is right.")
    if answer and answer.missing:
        return _plain(grid.by_path["client" if WHICH_CLIENT in answer.missing else "parties"], answer.missing)
    for found in _settling(answer, grid) if answer else ():
        if not set(found.paths) & set(passed):
            return found
    rest = [line for line in _to_ask(grid) if line.path not in passed and line.state is State.NOT_ASKED]
    return _plain(rest[0], "No finding turns on it; it may leave a blank in the contract.") if rest else None


def _to_ask(grid: Grid) -> list[Line]:
    """The lines that can be asked: open facts, and lists of which nothing is said."""
    open_facts = {line.path for line in grid.open}
    return [
        line
        for line in grid.shown
        if line.path in open_facts or (line.kind is Kind.LIST and line.state is State.NOT_ASKED)
    ]


def _settling(answer: Answer, grid: Grid) -> Iterator[NextQuestion]:
    """The facts on which findings turn. While the answer is not complete, they are ranked by how many they are."""
    if answer.is_complete:
        for fact in answer.open_facts:
            if _can_be_asked(fact.path, grid):
                yield NextQuestion(fact.path, fact.paths, fact.question, settled_by(fact, answer))
        return
    met = Counter(path for finding in answer.first_findings for path in dict.fromkeys(finding.decided_by))
    for path, count in sorted(met.items(), key=lambda pair: (-pair[1], pair[0])):
        if _can_be_asked(path, grid):
            turn = f"{count} findings turn" if count != 1 else "1 finding turns"
            yield NextQuestion(path, (path,), grid.by_path[path].question, f"{turn} on it.")


def _is_pressing(line: Line) -> bool:
    return line.state is State.WRONG or (line.required and line.state is not State.KNOWN)


def _plain(line: Line, settles: str) -> NextQuestion:
    return NextQuestion(line.path, (line.path,), line.question, settles)


def _can_be_asked(path: str, grid: Grid) -> bool:
    """Whether counsel can answer it: the status of a law is looked up, not answered."""
    return not path.startswith(LAW_FACT) and path in grid.by_path


def settled_by(fact: OpenFact, answer: Answer | None) -> str:
    """What answers to an open fact would settle, in words."""
    most = max(len(moved.levels) for moved in fact.moves)
    topics = dict.fromkeys(topic for moved in fact.moves for topic in moved.positions)
    library = answer.assessment.matter.library.topics if answer and answer.assessment else {}
    titles = [library[topic].title if topic in library else topic for topic in topics]
    findings = f"It would settle {most} finding{'s' if most != 1 else ''}"
    return f"{findings}, and may change: {', '.join(titles)}." if titles else f"{findings}."
