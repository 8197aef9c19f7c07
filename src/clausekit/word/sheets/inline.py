"""The words of an edited paragraph, as a clause file would have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from clausekit.agreement.authored import PieceKind
from clausekit.agreement.authored.tidying import DOUBLE, STRAIGHT, tidy
from clausekit.finding import Severity
from clausekit.word.reading import ReadParagraph, ReadRun, View
from clausekit.word.reading.paragraphs import is_on
from clausekit.word.sheets.faults import SheetFault
from clausekit.word.sheets.roles import PIECES
from clausekit.word.tree import Element, W, below, value

OBJECTS = {
    "drawing": "a picture or a shape",
    "pict": "a picture or a shape",
    "object": "an embedded object",
    "footnoteReference": "a footnote",
    "endnoteReference": "an endnote",
    "fldSimple": "a field of Word; write a reference as [[topic]]",
    "fldChar": "a field of Word; write a reference as [[topic]]",
}
FORMATS = ("i", "u", "strike", "dstrike", "caps", "smallCaps", "vertAlign")
QUOTES = f'"{DOUBLE}'


class Stretch(NamedTuple):
    """Runs in a row that are shown in one way."""

    kind: PieceKind
    label: str
    text: str


@dataclass
class InlineReader:
    """Reads the paragraphs of one file, collecting what could be read in two ways."""

    view: View
    style_names: Mapping[str, str]
    faults: list[SheetFault] = field(default_factory=list)

    def text(self, paragraph: ReadParagraph, number: int, samples: Mapping[str, str]) -> str:
        """The paragraph in the words of a clause file.

        Args:
            samples: what each fact of the position is shown as.
        """
        reading = _Paragraph(self, number, paragraph.text(self.view), samples)
        runs = [run for run in paragraph.runs if run.shown_in(self.view) and run.text]
        reading.check(paragraph, runs)
        return "".join(map(reading.written, self._stretches(runs, paragraph.element, samples)))

    def _stretches(self, runs: Iterable[ReadRun], paragraph: Element, samples: Mapping[str, str]) -> Iterable[Stretch]:
        for (kind, label, _), group in groupby(runs, key=lambda run: self._shown_as(run, paragraph, samples)):
            yield Stretch(kind, label, "".join(run.text for run in group))

    def _shown_as(
        self, run: ReadRun, paragraph: Element, samples: Mapping[str, str]
    ) -> tuple[PieceKind, str, Element | None]:
        """What a run is by its box, by its style, or by being bold."""
        box = _box(run.element, paragraph)
        label = "" if box is None else _label(box)
        style = self.style_names.get(value(run.element, "w:rPr/w:rStyle") or "", "")
        kind = PIECES.get(style, PieceKind.WORDS)
        if label and (label in samples or kind is PieceKind.FACT):
            return PieceKind.FACT, label, box
        if kind is PieceKind.WORDS and is_on(below(run.element, "w:rPr/w:b")):
            return PieceKind.TERM, "bold", None
        return kind, "", None


def _box(run: Element, paragraph: Element) -> Element | None:
    """The innermost content control within the paragraph that a run stands in."""
    for one in run.iterancestors():
        if one is paragraph:
            return None
        if one.tag == f"{W}sdt":
            return one
    return None


def _label(box: Element) -> str:
    """The fact that a box is labelled with, as it stands between braces."""
    words = value(box, "w:sdtPr/w:alias") or value(box, "w:sdtPr/w:tag") or ""
    return tidy(f"{{{{{words}}}}}").removeprefix("{{").removesuffix("}}").strip()


@dataclass
class _Paragraph:
    reader: InlineReader
    number: int
    plain: str
    samples: Mapping[str, str]

    def check(self, paragraph: ReadParagraph, runs: Iterable[ReadRun]) -> None:
        """Tell what no clause file can hold."""
        for name, what in OBJECTS.items():
            if next(paragraph.element.iter(f"{W}{name}"), None) is not None:
                self._fault("not-words", f"it holds {what}; a clause file holds words only")
        found = list(runs)
        if any(run.hidden for run in found):
            self._fault("hidden-words", "some of its words are hidden; show them or delete them")
        if any(is_on(below(run.element, f"w:rPr/w:{name}")) for run in found for name in FORMATS):
            self._fault("formatting-dropped", "italics and other formatting are not kept", Severity.WARNING)

    def written(self, stretch: Stretch) -> str:
        match stretch.kind:
            case PieceKind.FACT:
                return self._fact(stretch)
            case PieceKind.TERM:
                return self._term(stretch)
        return stretch.text

    def _fact(self, stretch: Stretch) -> str:
        """The fact behind a sample; words typed before or after the sample stay words."""
        if "{" in stretch.text:
            return stretch.text
        names = [stretch.label] if stretch.label else list(self.samples)
        whole = [name for name in names if _same(stretch.text, self._sample(name))]
        if len(whole) == 1:
            return _braced(whole[0], stretch.text)
        within = [name for name in names if self._sample(name).strip() and self._sample(name) in stretch.text]
        if not whole and len(within) == 1 and stretch.text.count(self._sample(within[0])) == 1:
            return stretch.text.replace(self._sample(within[0]), f"{{{{ {within[0]} }}}}")
        if not stretch.text.strip():
            return stretch.text
        self._fault("fact-changed", self._unclear(stretch, whole))
        return stretch.text

    def _sample(self, name: str) -> str:
        return self.samples.get(name, name)

    def _unclear(self, stretch: Stretch, whole: list[str]) -> str:
        if len(whole) > 1:
            return f"'{stretch.text}' may be any of these facts: {', '.join(whole)}; write one as {{{{ {whole[0]} }}}}"
        if stretch.label:
            return (
                f"the box '{stretch.label}' holds '{stretch.text}' in place of its sample; put "
                f"'{self._sample(stretch.label)}' back, or delete the box and type the words beside it"
            )
        return f"'{stretch.text}' is marked as a fact, and is the sample of none; write the fact as {{{{ name }}}}"

    def _term(self, stretch: Stretch) -> str:
        """A term where it is defined; what was typed on after its quotation marks are words again."""
        text = stretch.text
        opening = next((at for at, sign in enumerate(text) if sign in QUOTES), -1)
        closing = next((at for at in range(opening + 1, len(text)) if text[at] in QUOTES), -1) if opening >= 0 else -1
        if closing > opening + 1:
            term = text[opening + 1 : closing].strip()
            return f'{text[:opening]}**"{term}"**{text[closing + 1 :]}'
        if stretch.label:
            self._fault("formatting-dropped", f"'{text}' is bold; only a defined term in quotation marks is",
                        Severity.WARNING)  # fmt: skip
            return text
        return f'**"{text.strip()}"**' if text.strip() else text

    def _fault(self, code: str, message: str, severity: Severity = Severity.ERROR) -> None:
        self.reader.faults.append(SheetFault(code, message, self.number, self.plain, severity))


def _same(text: str, sample: str) -> bool:
    return " ".join(text.translate(STRAIGHT).split()) == " ".join(sample.translate(STRAIGHT).split())


def _braced(name: str, text: str) -> str:
    """The fact in braces, with the spaces that stood around its sample."""
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return f"{before}{{{{ {name} }}}}{after}"
