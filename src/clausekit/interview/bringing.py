"""Bringing in: a table that is pasted or opened, or another matter's facts; seen first, then taken as one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from clausekit.editing.bringing import (
    GROUPS,
    Brought,
    Offer,
    bring_matter,
    bring_table,
    columns_of,
    headed,
    likeliest_group,
    offers,
)
from clausekit.editing.labels import name_label
from clausekit.editing.matters import ENDINGS as OF_DEALS
from clausekit.editing.matters import matter_files
from clausekit.editing.opening import read_matter
from clausekit.editing.tables import ENDINGS as OF_TABLES
from clausekit.editing.tables import Table, pasted_table, read_table
from clausekit.facts.reading import Reading
from clausekit.interview.entries import Entry, Span, plain_entry
from clausekit.interview.going import Going
from clausekit.interview.windows import ListWindow, PageWindow, TextWindow

PASTE, ALL, TAKE = "paste:", "all:", "take:"
MOST_FILES = 200
ROWS_SHOWN = 30


class Bringing(Going):
    """The part of the deal's screen that brings in what others have."""

    def action_bring_in(self) -> None:
        """Choose what to bring in: a paste, a file nearby, or one whose path is typed."""
        self.facts.leave()
        nearby = list(_nearby(self.desk.path, self.desk.services.matters))
        window = ListWindow("Bring in a table, or another matter's facts", lambda typed: _sources(typed, nearby))
        self.app.push_screen(window, self._bring_from)

    def _bring_from(self, chosen: str | None) -> None:
        if chosen == PASTE:
            self.app.push_screen(
                TextWindow("Paste the table, headings first; or one name a line", ""), self._pasted_table
            )
        elif chosen:
            path = Path(chosen)
            (self._bring_table_file if path.suffix.lower() in OF_TABLES else self._bring_matter_file)(path)

    def _pasted_table(self, text: str | None) -> None:
        if text and text.strip():
            self._see_table(pasted_table(text))

    def _bring_table_file(self, path: Path) -> None:
        table, findings = read_table(path)
        if table is None:
            self.say(f"{path.name}: {findings[0].message}")
        else:
            self._see_table(table)

    def _see_table(self, table: Table, group: str = "") -> None:
        """Show what the table would bring; another kind of member can be chosen there."""
        group = group or likeliest_group(table)
        brought = bring_table(self.desk.deal, table, group)
        window = PageWindow(f"A table of {group}", table_entries(headed(table, group), group, brought))
        self.app.push_screen(window, lambda answer: self._take_table(answer, table, brought))

    def _take_table(self, answer: str | None, table: Table, brought: Brought) -> None:
        if answer in GROUPS:
            self._see_table(table, answer)
        elif answer == TAKE:
            self._take_brought(brought)

    def _bring_matter_file(self, path: Path) -> None:
        source, findings = read_matter(path)
        if source is None:
            self.say(f"{path.name}: {findings[0].message}")
            return
        offered = offers(source)
        window = PageWindow(f"What may be taken over from {source_name(source, path)}", offer_entries(offered))
        self.app.push_screen(window, lambda answer: self._take_offer(answer, source, path, offered))

    def _take_offer(self, answer: str | None, source: Reading, path: Path, offered: Sequence[Offer]) -> None:
        if answer:
            paths = [one.path for one in offered] if answer == ALL else [answer]
            self._take_brought(bring_matter(self.desk.deal, source, source_name(source, path), paths))

    def _take_brought(self, brought: Brought) -> None:
        """Take it, go to the first fact that came, and tell what was left as it is."""
        change = brought.take(self.desk.deal)
        self.after(change)
        if change.changed and brought.paths:
            self.go_to_fact(next(iter(brought.problems), brought.paths[0]))
        told = [plain_entry(line, space=1) for line in brought.told]
        if told:
            self.app.push_screen(PageWindow(f"{brought.label}: to be known", told))
        self.say(f"{brought.label}; one undo takes it back" if change.changed else change.problem or "nothing is new")


def source_name(source: Reading, path: Path) -> str:
    """What another matter is called."""
    title = source.located.data.get("title") if source.located else None
    return title if isinstance(title, str) else path.stem


def _nearby(deal: Path, matters: Path) -> Iterator[Path]:
    """Tables beside the deal and among the matters, then other deals."""
    folders = dict.fromkeys([deal.resolve().parent, matters.resolve()])
    files = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())]
    yield from (path for path in files if path.suffix.lower() in OF_TABLES and not path.name.startswith((".", "~")))
    yield from (path for path in matter_files(matters.resolve()) if path.resolve() != deal.resolve())


def _sources(typed: str, nearby: Iterable[Path]) -> list[Entry]:
    wanted = typed.casefold()
    own = Path(typed).expanduser() if typed else Path()
    given = [own] if own.is_file() and own.suffix.lower() in OF_TABLES | OF_DEALS else []
    found = [path for path in nearby if wanted in path.name.casefold()][:MOST_FILES]
    paste = [] if typed else [Entry(PASTE, (Span("Paste a table", "strong"),), space=1)]
    return [*paste, *(_file_entry(path) for path in (*given, *found))]


def _file_entry(path: Path) -> Entry:
    kind = "table" if path.suffix.lower() in OF_TABLES else "matter"
    return Entry(str(path), (Span(path.name, "strong"), Span(f"  {kind}, {path.parent}", "muted")))


def table_entries(table: Table, group: str, brought: Brought) -> list[Entry]:
    """What a table would bring: what each column holds, its rows, and what is wrong in them."""
    columns = columns_of(table, group)
    others = [plain_entry(f"These are {other}", "note", key=other) for other in GROUPS if other != group]
    rows = [plain_entry("  ·  ".join(cell for cell in row if cell), column=2) for row in table.rows[:ROWS_SHOWN]]
    more = [plain_entry(f"and {len(table.rows) - ROWS_SHOWN} more", "muted")] if len(table.rows) > ROWS_SHOWN else []
    return [
        plain_entry(f"Bring in {len(table.rows)} {group}", "good", key=TAKE),
        *others,
        plain_entry(""),
        plain_entry("Columns", "heading"),
        *(_column_entry(heading, fact) for heading, fact in zip(table.header, columns, strict=True)),
        plain_entry(""),
        *_wrong(brought),
        plain_entry("Rows", "heading"),
        *rows,
        *more,
        *(plain_entry(line, "muted") for line in brought.told),
    ]


def _column_entry(heading: str, fact: str | None) -> Entry:
    held = name_label(fact) if fact else "no fact is called so: kept as a note about each"
    return Entry("", (Span(heading or "no heading"), Span(f"  →  {held}", "good" if fact else "muted")), "·", 0, 2)


def _wrong(brought: Brought) -> list[Entry]:
    """What is to be mended once it is in the deal, where it stands."""
    found = [Entry("", (Span(f"{path}: "), Span(told, "error")), "✗", 0, 2) for path, told in brought.problems.items()]
    return [plain_entry("To be mended in its place", "error"), *found, plain_entry("")] if found else []


def offer_entries(offered: Sequence[Offer]) -> list[Entry]:
    """What another matter has that may travel, part by part."""
    if not offered:
        return [plain_entry("Nothing in it may be taken over.", "muted")]
    count = sum(one.facts for one in offered)
    return [
        plain_entry(f"All that may travel ({count} facts)", "good", key=ALL, space=1),
        *map(_offer_entry, offered),
    ]


def _offer_entry(offer: Offer) -> Entry:
    confirm = f", {offer.to_confirm} to be confirmed" if offer.to_confirm else ""
    stays = f"; {offer.stays} stay there" if offer.stays else ""
    told = f"  {offer.facts} fact{'s' * (offer.facts != 1)}{confirm}{stays}"
    return Entry(offer.path, (Span(offer.label, "strong"), Span(told, "muted")))
