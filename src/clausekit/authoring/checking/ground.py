"""What rules look at: the templates, laid out and reasoned about, each thing worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from clausekit.authoring.checking.passages import Passage, passages
from clausekit.authoring.clause_texts import Key, Sheet, Sheets
from clausekit.authoring.covering import Coverage, Goal, cover
from clausekit.authoring.covering.goals import goals_of
from clausekit.authoring.reasoning import Under, World
from clausekit.clauses import Topic
from clausekit.drafting import Templates
from clausekit.finding import Place
from clausekit.law import Register


@dataclass(frozen=True, slots=True)
class Writing:
    """Words that somebody reads, and where they stand."""

    words: str
    place: Place
    topic: str
    position: str | None = None


@dataclass
class Ground:
    """One folder of templates, as it stands on a day."""

    templates: Templates
    on: date
    _printed: dict[tuple[Key, Under], int] = field(default_factory=dict)

    @property
    def register(self) -> Register:
        return self.templates.register

    @cached_property
    def sheets(self) -> Sheets:
        return Sheets(self.templates)

    @cached_property
    def world(self) -> World:
        return World(self.sheets)

    @cached_property
    def goals(self) -> Mapping[Goal, int]:
        """Every branch there is, and the proposition that a contract reaches it."""
        return dict(goals_of(self.world))

    @cached_property
    def coverage(self) -> Coverage:
        return cover(self.world)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The words of every position that can be read."""
        return tuple(passage for sheet in self.sheets.all.values() for passage in passages(sheet))

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The text of every clause file and about.md, by the name that findings give it."""
        folder = self.templates.folder
        return {
            f"{folder.shown_as}/{path.relative_to(folder.path).as_posix()}": path.read_text("utf-8", errors="replace")
            for path in sorted((folder.path / "clauses").glob("*/*.md"))
        }

    @cached_property
    def unread(self) -> str:
        """The words of clause files that could not be read: they may define, use or hold anything."""
        return "\n".join(text for file, text in self.files.items() if file not in self._read)

    @cached_property
    def unread_topics(self) -> frozenset[str]:
        """The topics of which some file could not be read."""
        return frozenset(file.split("/")[-2] for file in self.files if file not in self._read)

    @cached_property
    def _read(self) -> frozenset[str]:
        return self.notes | {sheet.text.file for sheet in self.sheets.all.values()}

    @cached_property
    def notes(self) -> frozenset[str]:
        """The files that say something about a topic."""
        return frozenset(topic.place.file or "" for topic in self.sheets.library.topics.values())

    def line_of(self, file: str, words: str) -> Place:
        """The first line of a clause file that holds some words."""
        lines = self.files.get(file, "").split("\n")
        return Place(file, next((number for number, line in enumerate(lines, 1) if words in line), 1))

    @cached_property
    def writings(self) -> tuple[Writing, ...]:
        """What counsel or the other side reads: the words of positions, of their heads and of about.md."""
        return (
            *(Writing(one.words, one.place(), *one.sheet.key) for one in self.passages),
            *(one for topic in self.sheets.library.topics.values() for one in self._for_counsel(topic)),
        )

    def _for_counsel(self, topic: Topic) -> Iterator[Writing]:
        for paragraph in topic.about.split("\n\n"):
            place = self.line_of(topic.place.file or "", paragraph.split("\n")[0])
            yield Writing(paragraph, place, topic.id)
        for position in topic.positions.values():
            for words, key in ((position.says, "says:"), (position.gives_up, "gives_up:")):
                yield Writing(words, self.line_of(position.file, key), topic.id, position.id)

    def printed(self, sheet: Sheet, under: Under) -> int:
        """The proposition that the words of a position below some tests are printed."""
        at = sheet.key, under
        if at not in self._printed:
            self._printed[at] = self.world.printed(sheet, under)
        return self._printed[at]

    def can_be(self, literals: Iterable[int]) -> bool:
        """Whether there is an agreement in which all the literals hold."""
        return self.world.can_be(*literals) is not None

    def witness(self, literals: Iterable[int], *about: Key) -> str | None:
        """One agreement in which all the literals hold, as the end of a sentence; None where there is none."""
        if not self.can_be(literals):
            return None
        said = self.world.witness(self.world.plainest(literals), about)
        return f"for example where {said}" if said else "in every agreement"
