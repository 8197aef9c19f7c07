"""Word comments: their anchors in the text, and the part that holds their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from clausekit.agreement.document import Run
from clausekit.word.xml_text import DECLARATION, WORD, attribute, words

AUTHOR = "clausekit"
INITIALS = "ck"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: a line that stands out, and more lines below it."""

    head: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a document, each at the words it concerns.

    Args:
        at_blocks: for the identity of a paragraph of the document, the numbers of its comments.
        at_runs: the same for single runs.
        texts: the comments in the order of their numbers.
    """

    at_blocks: Mapping[int, Sequence[int]] = field(default_factory=dict)
    at_runs: Mapping[int, Sequence[int]] = field(default_factory=dict)
    texts: Sequence[Comment] = ()

    def around_block(self, block: object, content: str) -> str:
        """The content of a paragraph with the anchors of its comments."""
        return _anchored(self.at_blocks.get(id(block), ()), content)

    def around_run(self, run: Run, content: str) -> str:
        """A run with the anchors of its comments."""
        return _anchored(self.at_runs.get(id(run), ()), content)


NO_COMMENTS = Comments()


def _anchored(numbers: Sequence[int], content: str) -> str:
    if not numbers:
        return content
    starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
    ends = "".join(
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>' for number in numbers
    )
    return f"{starts}{content}{ends}"


def comments_part(comments: Comments, made: date, strong: str) -> str:
    """`comments.xml`; the author and the day are the same in every comment.

    Args:
        strong: id of the character style of each comment's head.
    """
    written = (_comment(number, comment, made, strong) for number, comment in enumerate(comments.texts))
    return f"{DECLARATION}<w:comments {WORD}>{''.join(written)}</w:comments>"


def _comment(number: int, comment: Comment, made: date, strong: str) -> str:
    lines = "".join(f"<w:p>{words(line)}</w:p>" for line in comment.lines)
    return (
        f'<w:comment w:id="{number}" w:author="{attribute(AUTHOR)}" w:initials="{INITIALS}"'
        f' w:date="{made.isoformat()}T00:00:00Z"><w:p>{words(comment.head, strong)}</w:p>{lines}</w:comment>'
    )
