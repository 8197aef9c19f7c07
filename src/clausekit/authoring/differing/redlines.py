"""The touched variants as two documents, before and after, whose redline shows just what changed."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.document import Block, Document, Paragraph, Role, Text
from clausekit.authoring.binding import bound
from clausekit.authoring.differing.touched import Changes, Touched

TITLE = "What the change does"


def redline_books(changes: Changes) -> tuple[Document, Document]:
    """Both sides, with the clauses that differ and no others."""
    pairs = [_sides(one) for one in changes.touched]
    before, after = ([block for pair in pairs for block in pair[side]] for side in (0, 1))
    front = list(_front(changes))
    return Document(TITLE, (*front, *before), footer=TITLE), Document(TITLE, (*front, *after), footer=TITLE)


def _front(changes: Changes) -> Iterator[Block]:
    yield Paragraph(Role.TITLE, (Text(TITLE),))
    said = f"The change touches {changes.count} of {changes.variants} variants. What reads alike is shown once."
    yield Paragraph(Role.BODY, (Text(said),))


def _sides(touched: Touched) -> tuple[list[Block], list[Block]]:
    heading = Paragraph(Role.PLAIN_HEADING, (Text(", ".join(touched.names), literal=True),))
    before = bound(one.before for one in touched.clauses if one.before)
    after = bound(one.after for one in touched.clauses if one.after)
    return [heading, *before], [heading, *after]
