"""The list of matters: title, parties, open facts, worst finding and last draft of each; new ones begin here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import get_current_worker

from clausekit.interview.entries import Entry, Span, plain_entry
from clausekit.interview.glyphs import GLYPHS
from clausekit.interview.internals import FastInput, KeyLine
from clausekit.interview.keybar import KeyBar
from clausekit.interview.keymap import BY_ID, key_of
from clausekit.interview.page import Page
from clausekit.interview.services import Services
from clausekit.interview.windows import LineWindow, ListWindow, PageWindow

if TYPE_CHECKING:
    from clausekit.editing.matters import Matter
    from clausekit.editing.worst import Worst
    from clausekit.interview.app import InterviewApp

HERE = ("help", "theme", "find", "leave")
NEW, EMPTY = "new", "empty"
HELP = (
    ("type", "Shorten the list to the matters that hold the words"),
    ("↑ ↓ PgUp PgDn", "Move"),
    ("Enter", "Open the matter under the cursor"),
    ("^N", "Begin a matter, empty or from a starter deal"),
)


class MattersScreen(Screen[None]):
    """The matters of one folder. It is read anew whenever one comes back to it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(BY_ID[name].binding() for name in HERE),
        Binding("ctrl+n", "new", show=False, priority=True, id="add"),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("pageup", "leap(-1)", show=False, priority=True),
        Binding("pagedown", "leap(1)", show=False, priority=True),
        Binding("escape", "clear", show=False),
    ]

    def __init__(self, services: Services) -> None:
        super().__init__(id="matters")
        self.services = services
        self.found: list[Matter] = []
        self.is_read = False
        self.worst: dict[Path, Worst] = {}

    def on_mount(self) -> None:
        self.show_matters()

    def compose(self) -> ComposeResult:
        yield KeyLine(widget_id="matters-title", classes="pane-title")
        yield FastInput(widget_id="matters-filter", placeholder="type to shorten the list")
        yield Page(choosing=True, widget_id="matters-page")
        yield KeyBar(widget_id="keys")

    @property
    def page(self) -> Page:
        return self.query_one("#matters-page", Page)

    @property
    def typed(self) -> str:
        return self.query_one("#matters-filter", FastInput).value.casefold()

    def on_screen_resume(self) -> None:
        """Have the folder read, and its matters judged; what was there before stays until it is."""
        self.query_one("#matters-filter", FastInput).focus()
        self._read()

    def on_resize(self) -> None:
        self.call_after_refresh(self._offer)

    def _offer(self) -> None:
        own = self.services.keys
        keys = [("Enter", "open", "open"), (key_of("add", own), "new matter", "new")]
        more = [(key_of(name, own), BY_ID[name].short, name) for name in HERE]
        self.query_one("#keys", KeyBar).offer([*keys, *more])

    def show_matters(self) -> None:
        """The matters that hold the words typed."""
        wanted = [one for one in self.found if self.typed in f"{one.title} {one.parties} {one.path.name}".casefold()]
        count = f"{len(self.found)} matter{'s' * (len(self.found) != 1)}"
        self.query_one("#matters-title", KeyLine).say(f"{count}  {shortened(self.services.matters)}")
        entries = [matter_entry(one, self.worst.get(one.path)) for one in wanted]
        self.page.show([*(entries or [self._nothing()]), plain_entry("Begin a new matter …", "link", key=NEW)])

    def _nothing(self) -> Entry:
        none = "There is no deal in this folder yet." if self.is_read else "Reading the folder …"
        return plain_entry("No matter holds these words." if self.found else none, "muted", space=1)

    @work(thread=True, exclusive=True, group="judging")
    def _read(self) -> None:
        """Read the folder, then have each matter judged in turn. Rooms are loaded here, after the first picture."""
        from clausekit.editing.matters import matters_in

        found = matters_in(self.services.matters)
        self.app.call_from_thread(self._listed, found)
        self._judge(found)

    def _listed(self, found: list[Matter]) -> None:
        first, self.found, self.is_read = not self.is_read, found, True
        self.show_matters()
        if first:
            self.page.action_end(-1)

    def _judge(self, found: list[Matter]) -> None:
        from clausekit.drafting import read_templates
        from clausekit.editing.judging import Days
        from clausekit.editing.worst import worst_finding

        worker = get_current_worker()
        app: InterviewApp = self.app  # type: ignore[assignment]  # the app of this program
        if app.templates is None:
            app.templates, _ = read_templates(self.services.templates)
        days = Days(self.services.today, self.services.law_as_of, self.services.known_at)
        for matter in found:
            if worker.is_cancelled or app.templates is None:
                return
            try:
                text = matter.path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                continue
            app.call_from_thread(self._judged, matter.path, worst_finding(text, app.templates, days))

    def _judged(self, path: Path, worst: Worst) -> None:
        self.worst[path] = worst
        self.show_matters()

    @on(Input.Changed, "#matters-filter")
    def _shorten(self) -> None:
        self.show_matters()
        self.page.action_end(-1)

    @on(Input.Submitted, "#matters-filter")
    def action_open(self) -> None:
        self._open(self.page.pointed)

    @on(Page.Chosen)
    def _chosen(self, event: Page.Chosen) -> None:
        self._open(event.key)

    def _open(self, key: str) -> None:
        found = next((matter for matter in self.found if str(matter.path) == key), None)
        if key == NEW:
            self.action_new()
        elif found:
            self.open_at(found)

    def open_at(self, matter: Matter) -> None:
        """Open a matter; one with mistakes shows them."""
        self.app.open_deal(matter.path)  # type: ignore[attr-defined]  # the app of this program

    def action_new(self) -> None:
        """Begin a matter: empty, or from a starter deal."""
        from clausekit.editing.matters import matter_at

        starters = {path.stem: path for path in sorted(self.services.templates.deals.glob("*.yaml"))}
        entries = [
            Entry(EMPTY, (Span("An empty matter", "strong"), Span("\nNothing is stated yet", "muted")), space=1),
            *(_starter_entry(name, matter) for name, path in starters.items() if (matter := matter_at(path))),
        ]
        window = ListWindow(
            "Begin a new matter from",
            lambda typed: [one for one in entries if typed.casefold() in one.words.casefold()],
        )
        self.app.push_screen(window, lambda chosen: self._ask_title(chosen, starters))

    def _ask_title(self, chosen: str | None, starters: Mapping[str, Path]) -> None:
        if chosen is not None:
            asks = "What is the matter called? Its file is named so; both can be changed later."
            window = LineWindow("A new matter", asks)
            self.app.push_screen(window, lambda title: self._begin(title, starters.get(chosen)))

    def _begin(self, title: str | None, starter: Path | None) -> None:
        if not title:
            return
        from clausekit.editing.matters import begin_matter

        path, findings = begin_matter(self.services.matters, title, starter)
        if path is None:
            self.notify(findings[0].message, severity="error", timeout=30)
        else:
            self.app.open_deal(path)  # type: ignore[attr-defined]  # the app of this program

    def action_help(self) -> None:
        keys = [Entry("", (Span(words),), key, 0, 18, label_look="strong") for key, words in HELP]
        own = [
            Entry("", (Span(BY_ID[name].says),), key_of(name, self.services.keys), 0, 18, label_look="strong")
            for name in HERE
        ]
        self.app.push_screen(PageWindow("Help", [*keys, *own]))

    def action_theme(self) -> None:
        self.app.action_next_theme()  # type: ignore[attr-defined]  # the app of this program

    def action_find(self) -> None:
        self.app.action_command_palette()

    def action_leave(self) -> None:
        self.app.exit()

    def action_clear(self) -> None:
        self.query_one("#matters-filter", FastInput).value = ""

    def action_step(self, by: int) -> None:
        self.page.action_step(by)

    def action_leap(self, by: int) -> None:
        self.page.action_leap(by)


def matter_entry(matter: Matter, worst: Worst | None) -> Entry:
    """One matter: title and file, parties, how its facts stand, the worst finding, the last draft."""
    if matter.problem:
        words = Span(f"\nIt cannot be read as a deal: {matter.problem}", "error")
        return Entry(str(matter.path), (Span(matter.title, "strong"), words), "✗", 0, 2, label_look="error", space=1)
    severity = worst.severity if worst else None
    spans = (
        Span(matter.title, "strong"),
        Span(f"  {matter.path.name}", "muted"),
        Span(f"\n{' · '.join(matter.parties) or 'no parties yet'}"),
        Span(f"\n{_stands(matter)}", "muted"),
        Span(f"\n{worst.words if worst else 'being judged …'}", str(severity) if severity else "muted"),
    )
    glyph = GLYPHS[severity] if severity else "·"
    return Entry(str(matter.path), spans, glyph, 0, 2, label_look=str(severity) if severity else "muted", space=1)


def _stands(matter: Matter) -> str:
    count = matter.count
    unknown = f" ({count.not_known} asked and not known)" if count.not_known else ""
    wrong = f", {count.wrong} wrong" if count.wrong else ""
    drafted = f"drafted on {matter.drafted_on}" if matter.drafted_on else "not drafted"
    stale = ", changed since" if matter.drafted_on and not matter.is_fresh else ""
    return f"{matter.open} open of {count.total} facts{unknown}{wrong} · {drafted}{stale}"


def _starter_entry(name: str, matter: Matter) -> Entry:
    spans = (Span(matter.title, "strong"), Span(f"  {name}\n{' · '.join(matter.parties)}", "muted"))
    return Entry(name, spans, space=1)


def shortened(folder: Path) -> str:
    """A folder as one says it: from the home folder on where it lies below."""
    place, home = folder.resolve(), Path.home().resolve()
    return str(Path("~") / place.relative_to(home)) if place.is_relative_to(home) else str(place)
