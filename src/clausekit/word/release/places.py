"""Where words stand in a file, as a person finds them: the part, and the paragraph in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from clausekit.word.reading import View, WordFile
from clausekit.word.reading.parts import CONTENT_TYPES
from clausekit.word.release.plain_words import plain_words
from clausekit.word.tree import Element, W

LONGEST_QUOTE = 60
MOST_PLACES = 12


@dataclass(frozen=True)
class Spot:
    """Words at one place.

    Args:
        place: ``paragraph 12`` or ``names and properties``.
        printed: whether a reader of the document sees them.
    """

    part: str
    place: str
    text: str
    printed: bool

    @cached_property
    def plain(self) -> str:
        """The words as they are compared."""
        return plain_words(self.text)

    def __str__(self) -> str:
        return f"{self.part}, {self.place}"


def spots_of(file: WordFile) -> tuple[Spot, ...]:
    """Every word in a file: printed ones by paragraph, all others by part."""
    return tuple(spot for part in file.parts for spot in _spots(file, part) if spot.text.strip())


def _spots(file: WordFile, part: str) -> Iterator[Spot]:
    if part in file.texts:
        for at, paragraph in enumerate(file.paragraphs(View.MARKED, part), 1):
            yield Spot(
                part, f"paragraph {at}", "".join(run.text for run in paragraph.runs if not run.instruction), True
            )
    yield Spot(part, "what is not printed", "\n".join(_unprinted(file, part)), False)


def _unprinted(file: WordFile, part: str) -> Iterator[str]:
    """Names, properties and instructions in XML; in anything else whatever looks like words."""
    content = file.parts[part].content
    if not is_xml(file, part):
        yield part
        yield content.decode("utf-8", "replace")
        yield content.decode("utf-16-le", "replace")
        return
    for element in file.tree(part).iter():
        yield from (str(value) for name, value in element.attrib.items() if str(name) != "ContentType")
        if element.text and element.tag not in (f"{W}t", f"{W}delText"):
            yield element.text


def is_xml(file: WordFile, part: str) -> bool:
    """Whether a part says that it is XML."""
    return part == CONTENT_TYPES or file.parts[part].type.endswith(("+xml", "/xml"))


def paragraph_numbers(file: WordFile, part: str) -> Mapping[Element, int]:
    """The number of each paragraph of a part, as `spots_of` counts them."""
    return {paragraph.element: at for at, paragraph in enumerate(file.paragraphs(View.MARKED, part), 1)}


def place_of(element: Element, numbers: Mapping[Element, int]) -> str:
    """The paragraph an element stands in; nothing where it stands in none."""
    around = (element, *element.iterancestors())
    return next((f"paragraph {numbers[one]}" for one in around if one in numbers), "")


def listed(places: Iterable[str]) -> str:
    """Places in words, the first dozen of them by name."""
    found = [place for place in dict.fromkeys(places) if place]
    more = f" and {len(found) - MOST_PLACES} more" if len(found) > MOST_PLACES else ""
    return ", ".join(found[:MOST_PLACES]) + more


def quoted(text: str) -> str:
    """Some words of a place, to find it by."""
    one_line = " ".join(text.split())
    return f"“{one_line if len(one_line) <= LONGEST_QUOTE else one_line[:LONGEST_QUOTE].rstrip() + '…'}”"
