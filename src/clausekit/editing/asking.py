"""The interview line by line: the same questions in the same order, over the same deal, for any reader of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from clausekit.editing.completing import candidates
from clausekit.editing.judging import Answer
from clausekit.editing.lines import Grid, Kind, Line, State
from clausekit.editing.open_questions import NextQuestion, next_question, settled_by
from clausekit.editing.typed import UNKNOWN
from clausekit.editing.working import Change, WorkingDeal
from clausekit.editing.worst import worst_of
from clausekit.facts import fact_info
from clausekit.finding import Finding, Severity
from clausekit.receipt import finding_id

NONE = "none"
MISSING = "missing-fact"
ASKED = frozenset({Kind.FACT, Kind.LIST})
ENDED = "No question is left. `find WORDS` goes back to one, `findings` lists what was found, `quit` ends."
OFFERED = 8  # answers named for a fact that has a list of them
TOLD = 4  # findings told after one answer
COMMANDS = (
    "Type the answer. An empty line passes the question over, ? says that it was asked and is not known.",
    "back: the question before. next: the open fact that settles most. find WORDS: the next question with them.",
    "why: what it is for, and what an answer settles. findings: all that was found. undo: the last answer back.",
    "clear: the answer out again. about source TEXT (or note, date, owner, audience): note it about this fact.",
    'quit: end; everything is saved. To answer with one of these words, write it in quotes: "back".',
)


class Asking:
    """One interview over a deal that is being worked on.

    It prints nothing: `question` is what to show before each answer, and `take` what to show after it.

    Attributes:
        over: whether `quit` was said.
    """

    def __init__(self, deal: WorkingDeal) -> None:
        self.deal = deal
        self.over = False
        self._at = ""
        self._passed: set[str] = set()
        self._trail: list[str] = []
        self._said = self._judge()
        self._go_on()

    # The question

    @property
    def grid(self) -> Grid:
        return self.deal.grid(self._said)

    @property
    def line(self) -> Line | None:
        """The line that is asked about; None at the end."""
        return self.grid.by_path.get(self._at)

    def question(self) -> list[str]:
        """What is asked now: where it stands, the question, what may be answered and what stands there."""
        line = self.line
        if line is None:
            return [ENDED]
        asks = "Write a word of your own for the next one; an empty line when there are no more, none for none at all."
        choices = ", ".join(line.choices) or ", ".join(self._offered(line))
        return [
            " · ".join((line.section, *self._above(line), line.label)),
            f"{line.question} ({line.type})",
            *([asks] if line.kind is Kind.LIST else []),
            *([f"One of: {choices}"] if choices else []),
            *self._stands(line),
        ]

    def _above(self, line: Line) -> Iterator[str]:
        """The groups around a line, outermost first."""
        for path, other in self.grid.by_path.items():
            if other.kind is not Kind.LIST and line.path.startswith((f"{path}.", f"{path}[")):
                yield other.label

    def _offered(self, line: Line) -> list[str]:
        """The answers that a fact can have, where they are few."""
        if line.kind is not Kind.FACT or line.type.endswith(("place", "places", "text")):
            return []
        return [one.text for one in candidates(line.path, "", self.deal.data, self.deal.templates)][:OFFERED]

    def _stands(self, line: Line) -> list[str]:
        if line.kind is Kind.LIST:
            members = [one.label for one in self.grid.lines if one.kind is Kind.MEMBER and _is_in(one.path, line.path)]
            return [f"So far: {', '.join(members)}."] if members else []
        if line.state is State.NOT_ASKED:
            return []
        gloss = f" ({line.gloss})" if line.gloss else ""
        return [f"Now: {line.text}{gloss}. {line.problem}".strip()]

    # Going

    def _go_on(self) -> None:
        """To the next line that is open and was not passed over."""
        self._at = next((line.path for line in self._after(self._at) if self._is_open(line)), "")

    def _after(self, path: str) -> Sequence[Line]:
        """The lines that can be asked, those behind `path` first."""
        lines = [line for line in self.grid.shown if line.kind in ASKED]
        paths = [line.path for line in lines]
        begin = paths.index(path) + 1 if path in paths else 0
        return [*lines[begin:], *lines[:begin]]

    def _is_open(self, line: Line) -> bool:
        if line.path in self._passed:
            return False
        return line.state in (State.NOT_ASKED, State.WRONG)

    def _go_to(self, path: str) -> None:
        if self._at:
            self._trail.append(self._at)
        self._at = path

    # Answers

    def take(self, typed: str) -> list[str]:
        """Take one line: an answer or a command; returns what to show."""
        text = typed.strip()
        word, _, rest = text.partition(" ")
        if word in self._commands and (rest or word not in NEEDS_WORDS):
            return self._commands[word](rest.strip())
        if self.line is None:
            return ["There is no question to answer."] if text else []
        if not text:
            return self._pass_over()
        return self._answer(self.line, _unquoted(text))

    @property
    def _commands(self) -> Mapping[str, Callable[[str], list[str]]]:
        return {
            "help": lambda rest: list(COMMANDS),
            "back": self._back,
            "next": self._next,
            "find": self._find,
            "why": self._why,
            "findings": self._findings,
            "undo": self._undo,
            "clear": self._clear,
            "about": self._about,
            "quit": self._quit,
        }

    def _pass_over(self) -> list[str]:
        self._passed.add(self._at)
        self._trail.append(self._at)
        self._go_on()
        return []

    def _answer(self, line: Line, text: str) -> list[str]:
        if text == UNKNOWN:
            change = self.deal.not_known(line.path)
        elif line.kind is Kind.LIST:
            change = self.deal.none(line.path) if text == NONE else self.deal.add(line.path, text)
        else:
            change = self.deal.answer(line.path, text)
        told = self._told(change)
        if change.problem:
            return [*told, *self._meant(line, text)]
        if text == UNKNOWN:
            self._passed.add(line.path)
        if line.kind is Kind.FACT or text in (UNKNOWN, NONE):
            self._trail.append(line.path)
            self._go_on()
        return told

    def _meant(self, line: Line, text: str) -> list[str]:
        """What may have been meant by an answer that cannot be taken."""
        found = candidates(line.path, text, self.deal.data, self.deal.templates) if line.kind is Kind.FACT else ()
        meant = ", ".join(f"{one.text} {one.gloss}".strip() for one in found[:OFFERED])
        return [f"Did you mean: {meant}?"] if meant else ["Type it again, or an empty line to leave it as it stands."]

    def _told(self, change: Change) -> list[str]:
        """What a change did: its problem, what is to be said of saving, and which findings came and went."""
        told = [f"{one.severity}: {one.message}" for one in change.told]
        problem = [f"! {change.problem}"] if change.problem else []
        if not change.changed:
            return [*told, *problem]
        before, self._said = self._said, self._judge()
        return [*told, *problem, *_moved(before, self._said, change.path)]

    def _judge(self) -> Answer:
        return self.deal.snapshot().judged()

    # Commands

    def _back(self, rest: str) -> list[str]:
        if not self._trail:
            return ["This is the first question."]
        self._at = self._trail.pop()
        self._passed.discard(self._at)
        return []

    def _next(self, rest: str) -> list[str]:
        found = self._settles_most()
        if found is None:
            return ["Nothing is open."]
        self._go_to(found.path)
        return [found.settles]

    def _settles_most(self) -> NextQuestion | None:
        return next_question(self._said.complete(), self.grid, self._passed | {self._at})

    def _find(self, words: str) -> list[str]:
        wanted = words.casefold()
        lines = [one for one in self._after(self._at) if wanted in f"{one.path} {one.label} {one.question}".casefold()]
        lines.sort(key=lambda one: one.path != words)
        if not lines:
            return [f"No question holds '{words}'."]
        self._go_to(lines[0].path)
        return [f"{len(lines) - 1} more; the same again goes to the next."] if len(lines) > 1 else []

    def _why(self, rest: str) -> list[str]:
        line = self.line
        if line is None:
            return [ENDED]
        info = fact_info(line.path)
        about = [
            finding
            for finding in self._said.complete().findings
            if line.path in (finding.place.fact, *finding.decided_by)
        ]
        open_fact = next((fact for fact in self._said.open_facts if line.path in fact.paths), None)
        return [
            f"{line.path}, under {info.section}. {'It must be answered.' if info.required else 'It may be left open.'}",
            *([settled_by(open_fact, self._said)] if open_fact else []),
            *([f"{line.about.source}"] if line.about and isinstance(line.about.source, str) else []),
            *map(_line_of, about[:TOLD]),
        ]

    def _findings(self, rest: str) -> list[str]:
        answer = self._said.complete()
        heads = [headline.message for headline in answer.headlines]
        return [*heads, *map(_line_of, answer.findings)] or ["Nothing was found."]

    def _undo(self, rest: str) -> list[str]:
        change = self.deal.undo()
        if change.changed:
            self._go_to(change.path if change.path in self.grid.by_path else self._at)
        return [f"Taken back: {change.label}." if change.changed else change.problem, *self._told(change)]

    def _clear(self, rest: str) -> list[str]:
        return self._told(self.deal.clear(self._at)) if self.line else []

    def _about(self, rest: str) -> list[str]:
        name, _, text = rest.partition(" ")
        if self.line is None or name not in NOTED:
            return [f"Write about, then one of {', '.join(NOTED)}, then the text."]
        return self._told(self.deal.note(self._at, **{name: text})) or ["Noted."]

    def _quit(self, rest: str) -> list[str]:
        self.over = True
        return []

    def summary(self) -> list[str]:
        """How the deal stands at the end."""
        facts = self.grid.facts
        known = sum(line.state is State.KNOWN for line in facts)
        worst = worst_of(self._said)
        return [
            f"{known} of {len(facts)} facts are known, {len(facts) - known} are open.",
            f"{worst.severity}: {worst.words}" if worst.severity else "Nothing was found.",
        ]


NOTED = ("source", "note", "date", "owner", "audience")
NEEDS_WORDS = frozenset({"find", "about"})


def _is_in(path: str, group: str) -> bool:
    return path.startswith(f"{group}[") and path.count("[") == group.count("[") + 1


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def _line_of(finding: Finding) -> str:
    level = f" ({finding.level})" if finding.level else ""
    return f"{finding.severity}{level}: {finding.message} [{finding.code}]"


def _moved(before: Answer, after: Answer, path: str) -> list[str]:
    """The findings that came and went with an answer, the weightier ones in words; what is wrong at `path`, and
    what is missing, is told with the questions."""
    old, new = _by_id(before), _by_id(after)
    came = [new[key] for key in new if key not in old and new[key].place.fact != path]
    went = [old[key] for key in old if key not in new and old[key].place.fact != path]
    return [*_listed("+", came), *_listed("-", went)]


def _by_id(answer: Answer) -> dict[str, Finding]:
    found = (one for one in answer.first_findings if one.code != MISSING)
    return {f"{finding_id(one)}|{one.level}": one for one in found}


def _listed(sign: str, findings: list[Finding]) -> list[str]:
    weighty = [one for one in findings if one.severity is not Severity.NOTE]
    more = len(findings) - len(weighty[:TOLD])
    told = [f"{sign} {_line_of(one)}" for one in weighty[:TOLD]]
    return [*told, f"{sign} {more} more finding{'s' * (more != 1)}"] if more else told
