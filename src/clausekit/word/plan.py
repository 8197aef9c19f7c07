"""What is worked out of the whole document before its blocks are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clausekit.agreement.document import Block, Contents, Document, Paragraph, Role
from clausekit.word.comments import NO_COMMENTS, Comments
from clausekit.word.house_style import HouseStyle, Section
from clausekit.word.layout import Layout
from clausekit.word.pages import pages_of
from clausekit.word.printed import printed
from clausekit.word.references import References, references
from clausekit.word.restarts import restarts
from clausekit.word.styles import ROLE_STYLES


class Entry(NamedTuple):
    """A line of the table of contents."""

    label: str
    text: str
    bookmark: str
    page: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What the writers of single blocks must know of the rest.

    Args:
        house: the house style.
        section: the page.
        openings: how a paragraph of each role begins, up to what it has beside its style.
        references: bookmarks, and the fields that point at them.
        lists: id of the list of paragraphs that start a list again, by place among the blocks.
        made_lists: those lists, as XML.
        entries: the table of contents.
        pages: how many pages we guess.
        comments: what is remarked on the text; none in what leaves the house.
    """

    house: HouseStyle
    section: Section
    openings: Mapping[Role, str]
    references: References
    lists: Mapping[int, str]
    made_lists: str
    entries: tuple[Entry, ...]
    pages: int
    comments: Comments = NO_COMMENTS


def planned(document: Document, layout: Layout, house: HouseStyle, comments: Comments = NO_COMMENTS) -> Plan:
    """The plan of a document."""
    blocks = [laid.block for laid in layout.all]
    section = house.section.turned() if document.landscape else house.section
    marks = references(blocks, house.schedule_label, contents=any(isinstance(block, Contents) for block in blocks))
    lists, made_lists = restarts(blocks, house)
    starts, pages = pages_of(layout, house, section)
    entries = _entries(blocks, marks, starts, house)
    openings = {role: f'<w:p><w:pPr><w:pStyle w:val="{house.of(role)}"/>' for role in Role}
    return Plan(house, section, openings, marks, lists, made_lists, entries, pages, comments)


def _entries(blocks: Sequence[Block], marks: References, starts: Sequence[int], house: HouseStyle) -> tuple[Entry, ...]:
    headings = ((at, mark.name, blocks[at]) for at, mark in marks.entries.items())
    return tuple(
        Entry(_label(block, house), printed(block.runs), name, starts[at])
        for at, name, block in headings
        if isinstance(block, Paragraph)
    )


def _label(heading: Paragraph, house: HouseStyle) -> str:
    """The number of a heading as the house prints it."""
    schedule = heading.role is Role.SCHEDULE_HEADING
    level = ROLE_STYLES[heading.role].level
    text = house.schedule_label if schedule else (level.text if level else None) or "%1"
    return text.replace("%1", heading.number)
