"""Reading `templates/clauses/` and `templates/agreements/` into a `Library`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from clausekit.clauses import reading as shapes
from clausekit.clauses.library import Asked, Does, Form, Library, Position, Topic
from clausekit.conditions import Condition, ConditionFault, Vocabulary, compile_condition
from clausekit.finding import Finding, Place, error
from clausekit.kept import Kept
from clausekit.located_yaml import Located, read_file, read_head
from clausekit.nearest import did_you_mean

POSITION_FILE = re.compile(r"(?P<order>\d+)-(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
ABOUT = "about.md"
RULE = "---"


def read_library(
    folder: Path,
    circumstances: Collection[str],
    conducts: Collection[str],
    shown_as: str = "templates",
    kept: Kept | None = None,
) -> tuple[Library, list[Finding]]:
    """The clause library in `folder`, without the parts that cannot be read, and what is wrong with them.

    Args:
        circumstances: the names that `use_when` may test.
        conducts: the names that `does` may use.
        shown_as: how the folder is named in findings.
        kept: what was read of it before.
    """
    vocabulary = Vocabulary(frozenset(circumstances), (), frozenset())
    loading = _Loading(folder, vocabulary, frozenset(conducts), shown_as, kept)
    topics = {topic.id: topic for path in loading.folders() if (topic := loading.topic(path))}
    forms = {form.id: form for path in loading.forms() if (form := loading.form(path, topics))}
    return Library(topics, forms), loading.findings


def read_position(
    path: Path, folder: Path, circumstances: Collection[str], conducts: Collection[str], shown_as: str = "templates"
) -> tuple[Position | None, list[Finding]]:
    """One position's file, read alone, and what is wrong with it; the arguments are those of `read_library`."""
    loading = _Loading(folder, Vocabulary(frozenset(circumstances), (), frozenset()), frozenset(conducts), shown_as)
    return loading.position(path.parent.name, path), loading.findings


@dataclass(frozen=True, slots=True)
class _Split:
    """A clause file in its two parts."""

    head: Located
    words: str
    first_line: int


@dataclass
class _Loading:
    folder: Path
    vocabulary: Vocabulary
    conducts: frozenset[str]
    shown_as: str
    kept: Kept | None = None
    findings: list[Finding] = field(default_factory=list)

    def folders(self) -> Iterable[Path]:
        return sorted(path for path in (self.folder / "clauses").glob("*") if path.is_dir())

    def forms(self) -> Iterable[Path]:
        return sorted((self.folder / "agreements").glob("*.yaml"))

    def _shown(self, path: Path) -> str:
        return f"{self.shown_as}/{path.relative_to(self.folder).as_posix()}"

    def _fault(self, code: str, message: str, place: Place) -> None:
        self.findings.append(error(code, message, place))

    def topic(self, folder: Path) -> Topic | None:
        about = self._split(folder / ABOUT)
        shape = self._shape(about.head, shapes.TopicShape) if about else None
        positions = [found for path in sorted(folder.glob("*.md")) if (found := self.position(folder.name, path))]
        if about is None or shape is None:
            return None
        if not positions and shape.numbering != "signatures":
            self._fault("topic-without-position", f"'{folder.name}' has no position.", Place(about.head.file, 1))
        ordered = self._once(sorted(positions, key=lambda one: (one.order, one.file)))
        place = Place(about.head.file, 1)
        return Topic(folder.name, shape.title, shape.numbering, shape.modifies, about.words.strip(), ordered, place)

    def _once(self, positions: Iterable[Position]) -> dict[str, Position]:
        """The positions by id, each once."""
        found: dict[str, Position] = {}
        for position in positions:
            first = found.setdefault(position.id, position)
            if first is not position:
                message = f"'{position.id}' is already the position in {first.file}."
                self._fault("position-twice", message, Place(position.file, 1))
        return found

    def _shape(self, head: Located, kind: type[shapes.AnyShape]) -> shapes.AnyShape | None:
        shape, findings = shapes.read_shape(head, kind)
        self.findings += findings
        return shape

    def position(self, topic: str, path: Path) -> Position | None:
        if path.name == ABOUT:
            return None
        named = POSITION_FILE.fullmatch(path.name)
        if named is None:
            self._fault("position-name", "Name a position like '1-approved-list.md'.", Place(self._shown(path), 1))
            return None
        split = self._split(path)
        shape = self._shape(split.head, shapes.PositionShape) if split else None
        if split is None or shape is None:
            return None
        return Position(
            id=named["id"],
            topic=topic,
            order=int(named["order"]),
            does=tuple(self._does(split.head, index, one) for index, one in enumerate(shape.does)),
            says=shape.says,
            gives_up=shape.gives_up,
            use_when=self._condition(split.head, shape.use_when),
            softens=tuple(shape.softens),
            needs=(shape.needs,) if shape.needs else (),
            survives_years=shape.survives_years,
            evidence=tuple(Asked(one.of, one.gives) for one in shape.evidence),
            approver=shape.approver,
            reviewed_on=shape.reviewed_on,
            text=split.words,
            file=split.head.file,
            first_line=split.first_line,
            defines=self._defines(split, shape.defines),
        )

    def _defines(self, split: _Split, defines: dict[str, str]) -> dict[str, str]:
        """Terms and labels of the words, each with the circumstance that it states."""
        for name, circumstance in defines.items():
            printed = f"[{name}]" if name.startswith("#") else f'**"{name}"**'
            at = Place(split.head.file, split.head.line(("defines", name)))
            if printed not in split.words:
                self._fault("defines-nothing", f"'{name}' is neither a term that the words define nor a label.", at)
            if circumstance not in self.vocabulary.circumstances:
                near = did_you_mean(circumstance, self.vocabulary.circumstances)
                self._fault("unknown-circumstance", f"'{circumstance}' is not a circumstance{near}", at)
        return defines

    def _does(self, head: Located, index: int, shape: shapes.DoesShape) -> Does:
        if shape.conduct not in self.conducts:
            message = f"'{shape.conduct}' is not a conduct{did_you_mean(shape.conduct, self.conducts)}"
            self._fault("unknown-conduct", message, Place(head.file, head.line(("does", index, "conduct"))))
        return Does(shape.conduct, shape.by, shape.to, shape.how, shape.against, shape.spares_affiliates)

    def _condition(self, head: Located, text: str) -> Condition:
        try:
            return compile_condition(text, self.vocabulary)
        except ConditionFault as fault:
            self._fault("bad-condition", f"{fault}.", Place(head.file, head.line(("use_when",))))
            return compile_condition("true", Vocabulary())

    def _split(self, path: Path) -> _Split | None:
        """The head of a clause file and its words, which a line of three hyphens keeps apart."""
        shown = self._shown(path)
        text = self._text(path, shown)
        if text is None:
            return None
        lines = text.split("\n")
        if RULE not in lines:
            self._fault("head-missing", "Put a line '---' between the head and the words.", Place(shown, 1))
            return None
        at = lines.index(RULE)
        head, findings = read_head("\n".join(lines[:at]), shown, kept=self.kept)
        self.findings += findings
        return _Split(head, "\n".join(lines[at + 1 :]), at + 2) if head else None

    def _text(self, path: Path, shown: str) -> str | None:
        try:
            return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError as fault:
            line = fault.object[: fault.start].count(b"\n") + 1
            self._fault("not-utf-8", "This file is not UTF-8 text; save it as UTF-8.", Place(shown, line))
        except OSError as fault:
            self._fault("file-unreadable", f"This file cannot be read ({fault.strerror}).", Place(shown))
        return None

    def form(self, path: Path, topics: Collection[str]) -> Form | None:
        located, findings = read_file(path, self._shown(path), self.kept)
        self.findings += findings
        shape = self._shape(located, shapes.FormShape) if located else None
        if located is None or shape is None:
            return None
        for key, named in (("running_order", shape.running_order), ("schedules", shape.schedules)):
            for index, topic in enumerate(named):
                if topic not in topics:
                    message = f"'{topic}' is not a topic{did_you_mean(topic, topics)}"
                    self._fault("unknown-topic", message, Place(located.file, located.line((key, index))))
        return Form(
            path.stem,
            shape.title,
            tuple(topic for topic in shape.running_order if topic in topics),
            tuple(topic for topic in shape.schedules if topic in topics),
            frozenset(shape.proper_names),
            Place(located.file, 1),
        )
