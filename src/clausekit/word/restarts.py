"""Lists that start again although no higher level came between: they need a list of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clausekit.agreement.document import Block, Paragraph
from clausekit.word.house_style import HouseStyle
from clausekit.word.styles import ROLE_STYLES, Level


@dataclass(slots=True)
class _Standing:
    """How one list stands: depths counted since the last higher level, and the lists made at a depth."""

    counted: set[int] = field(default_factory=set)
    made: dict[int, str] = field(default_factory=dict)

    def move_to(self, depth: int) -> bool:
        """Go to a paragraph at `depth`; whether it is the first there, so that its count begins by itself."""
        self.counted = {one for one in self.counted if one <= depth}
        self.made = {one: made for one, made in self.made.items() if one <= depth}
        first = depth not in self.counted
        self.counted.add(depth)
        return first


def restarts(blocks: Sequence[Block], house: HouseStyle) -> tuple[Mapping[int, str], str]:
    """Ids of lists for the paragraphs that need one, by place among `blocks`, and those lists as XML."""
    standings = {level.sequence: _Standing() for block in blocks if (level := _restarting(block))}
    lists: dict[int, str] = {}
    made: list[str] = []
    for at, block, level in _levels(blocks) if standings else ():
        if (standing := standings.get(level.sequence)) is None:
            continue
        if not standing.move_to(level.depth) and block.restarts:
            number = str(house.next_list + len(made))
            made.append(_list(number, house.lists[level.sequence].definition, level))
            standing.made[level.depth] = number
        if level.depth in standing.made:
            lists[at] = standing.made[level.depth]
    return lists, "".join(made)


def _restarting(block: Block) -> Level | None:
    return ROLE_STYLES[block.role].level if isinstance(block, Paragraph) and block.restarts else None


def _levels(blocks: Sequence[Block]) -> Iterator[tuple[int, Paragraph, Level]]:
    """The numbered paragraphs with their places and levels."""
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (level := ROLE_STYLES[block.role].level):
            yield at, block, level


def _list(number: str, definition: str, level: Level) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>'
        f'<w:lvlOverride w:ilvl="{level.depth}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
