"""The positions of one clause side by side: words, conduct, what each satisfies and breaks for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from clausekit.assessment import Assessment
from clausekit.assessment.explaining import Change, ClauseReason
from clausekit.assessment.naming import Names
from clausekit.clauses import NONE
from clausekit.editing.positions import recommended
from clausekit.finding import Level
from clausekit.interview.differences import word_spans
from clausekit.interview.entries import Entry, Span, plain_entry
from clausekit.interview.internals import KeyLine
from clausekit.interview.page import Page
from clausekit.interview.windows import BACK, Keys, Window

NARROWEST = 46


def position_entries(
    assessment: Assessment, reason: ClauseReason, name: str, words: Mapping[str, list[Entry]]
) -> list[Entry]:
    """One position as a column.

    Args:
        words: the words of each position as this deal would print them.
    """
    return list(_column(assessment, reason, name, words))


def _column(
    assessment: Assessment, reason: ClauseReason, name: str, words: Mapping[str, list[Entry]]
) -> Iterator[Entry]:
    choice = assessment.outcome.choices[reason.topic]
    marks = [
        *(["chosen now"] if name == reason.position else []),
        *(["recommended"] if name == recommended(choice) else []),
    ]
    yield Entry("", (Span(name, "title"), Span(f"  {', '.join(marks)}" if marks else "", "good")), space=1)
    if name == reason.position:
        yield plain_entry(f"It stands because {reason.because}.", "muted", space=1)
        yield from _counsels_reason(assessment, reason.topic, recommended(choice))
    if name == NONE:
        yield plain_entry("The clause is struck: the contract has no such clause.", space=1)
    yield from _says(assessment, reason.topic, name)
    yield from _effects(assessment, reason, name)
    if name == reason.position:
        yield from _own_words(assessment, reason.topic, name)
    if words.get(name):
        yield plain_entry("Words", "heading")
        yield from (replace(entry, key="") for entry in words[name])


def _counsels_reason(assessment: Assessment, topic: str, best: str) -> Iterator[Entry]:
    """The reason that counsel stated; where one is missing, that it is."""
    positions = assessment.matter.standpoint.deal.positions
    chosen = positions.get(topic) if isinstance(positions, Mapping) else None
    if chosen is not None and isinstance(chosen.reason, str):
        yield Entry("", (Span("Counsel's reason: ", "strong"), Span(chosen.reason)), space=1)
    elif chosen is not None and chosen.position != best:
        yield plain_entry("Against the recommendation, and no reason is stated.", "warning", space=1)


def _own_words(assessment: Assessment, topic: str, name: str) -> Iterator[Entry]:
    """Words of the deal's own, as a difference from the template's, both in the templates' markup."""
    own = assessment.matter.standpoint.deal.wordings.get(topic)
    position = assessment.matter.library.topics[topic].positions.get(name)
    if own and position:
        yield plain_entry("This deal's own words, as a difference from the template's", "heading")
        yield Entry("", word_spans(position.text.strip("\n"), own.strip("\n")), space=1)


def _says(assessment: Assessment, topic: str, name: str) -> Iterator[Entry]:
    position = assessment.matter.library.topics[topic].positions.get(name)
    if position is None:
        return
    yield plain_entry(position.says, space=0 if position.gives_up else 1)
    if position.gives_up:
        yield plain_entry(f"Gives up: {position.gives_up}", "muted", space=1)
    conducts = assessment.outcome.bench.register.conducts
    for does in position.does:
        to = f" for {does.to}" if does.to else ""
        yield Entry("", (Span(f"{does.by} {does.how}{to}: ", "strong"), Span(conducts[does.conduct].says)), "·", 0, 2)
    if position.does:
        yield plain_entry("")
    yield plain_entry(f"Approver: {position.approver}; reviewed {position.reviewed_on}.", "muted", space=1)


def _effects(assessment: Assessment, reason: ClauseReason, name: str) -> Iterator[Entry]:
    """What taking it instead of the present one would add and remove, and for whom."""
    other = next((one for one in reason.alternatives if one.position == name), None)
    if other is None:
        return
    yield plain_entry("Instead of the present one", "heading")
    if not other.adds and not other.removes:
        yield plain_entry("No finding changes.", "muted", space=1)
    names = Names(assessment)
    yield from _changes(other.adds, "breaks, or leaves open", "error", names)
    yield from _changes(other.removes, "no longer", "good", names)
    yield plain_entry("")


def _changes(changes: Iterable[Change], words: str, look: str, names: Names) -> Iterator[Entry]:
    """One entry for all whom the same laws concern, the gravest level of each."""
    grouped: dict[tuple[str, tuple[str, ...]], dict[str, Level]] = {}
    for change in changes:
        levels = grouped.setdefault((change.code, change.instruments), {})
        before = levels.get(change.party)
        levels[change.party] = change.level if before is None else max(before, change.level, key=_at_most)
    for (code, laws), levels in grouped.items():
        named = names.laws(laws, " × ") or "what counsel asked for"
        whom = "; ".join(f"{names.person(party)} ({level})" for party, level in levels.items())
        yield Entry("", (Span(f"{words}: ", look), Span(f"{code.replace('-', ' ')}, {named}, for {whom}")), "·", 0, 2)


def _at_most(level: Level) -> tuple[int, int]:
    return level.at_most, level.at_least


class PositionsWindow(Window):
    """Columns of positions. Its answer is the name of one, ``words:NAME`` for own words, or ``template``."""

    KEYS: Keys = (("←→", "position", "side(1)"), ("↑↓", "scroll", "scroll(1)"), ("Enter", "choose", "take"),
            ("x", "strike", "strike"), ("w", "own words", "words"), ("u", "as advised", "template"), BACK)  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "side(-1)", show=False, priority=True),
        Binding("right,tab", "side(1)", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
        Binding("x", "strike", show=False, priority=True),
        Binding("w", "words", show=False, priority=True),
        Binding("u", "template", show=False, priority=True),
        Binding("y", "copy", show=False, priority=True),
    ]

    def __init__(self, title: str, columns: Mapping[str, list[Entry]], now: str) -> None:
        super().__init__(title)
        self.names = list(columns)
        self.pages = [Page(entries) for entries in columns.values()]
        self.at = self.names.index(now) if now in self.names else 0

    def content(self) -> ComposeResult:
        with Horizontal(id="columns"):
            yield from self.pages

    def on_mount(self) -> None:
        super().on_mount()
        self._arrange()

    def _arranged(self) -> None:
        super()._arranged()
        self._arrange()

    def _arrange(self) -> None:
        """Show as many columns as fit, the one under the cursor among them."""
        fit = max(1, min(len(self.pages), (self.size.width - 6) // NARROWEST))
        first = min(max(0, self.at - fit // 2), len(self.pages) - fit)
        for index, page in enumerate(self.pages):
            page.display = first <= index < first + fit
            page.set_class(index == self.at, "here")
        self.pages[self.at].focus(scroll_visible=False)
        number = f"{self.at + 1} of {len(self.names)}: {self.names[self.at]}"
        self.query_one("#window-title", KeyLine).say(f"{self.heading} – {number}")

    def action_side(self, by: int) -> None:
        self.at = (self.at + by) % len(self.names)
        self._arrange()

    def action_scroll(self, by: int) -> None:
        self.pages[self.at].action_leap(by)

    def action_take(self) -> None:
        self.dismiss(self.names[self.at])

    def action_strike(self) -> None:
        self.dismiss(NONE)

    def action_words(self) -> None:
        self.dismiss(f"words:{self.names[self.at]}")

    def action_template(self) -> None:
        self.dismiss("template")

    def action_copy(self) -> None:
        self.app.copy_to_clipboard("\n".join(self.pages[self.at].plain_lines()))
        self.notify("Copied.")
