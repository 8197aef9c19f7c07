"""Small pieces that the memo's sections are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausekit.agreement.document import Block, Paragraph, Role, Run, Table, Text


def heading(text: str) -> Paragraph:
    return Paragraph(Role.PLAIN_HEADING, (Text(text),), keep_with_next=True)


def subheading(text: str) -> Paragraph:
    return Paragraph(Role.PLAIN_SUBHEADING, (Text(text),), keep_with_next=True)


def body(*runs: Run | str) -> Paragraph:
    return Paragraph(Role.BODY, _runs(runs))


def bullet(*runs: Run | str) -> Paragraph:
    return Paragraph(Role.BULLET, _runs(runs))


def small(*runs: Run | str) -> Paragraph:
    return Paragraph(Role.SMALL, _runs(runs))


def strong(text: str) -> Text:
    return Text(text, strong=True)


def fact(text: str) -> Text:
    """Words that come from the deal file and are printed as they stand."""
    return Text(text, literal=True)


def table(header: Sequence[str], rows: Iterable[Sequence[str | Run]], widths: Sequence[int]) -> Table:
    """A table of plain cells."""
    return Table(
        tuple((Text(cell),) for cell in header),
        tuple(tuple(_runs((cell,)) for cell in row) for row in rows),
        tuple(widths),
    )


def _runs(runs: Iterable[Run | str]) -> tuple[Run, ...]:
    return tuple(Text(run) if isinstance(run, str) else run for run in runs)


def section(title: str, blocks: Iterable[Block]) -> list[Block]:
    """A heading and its blocks; nothing at all where there are no blocks."""
    content = list(blocks)
    return [heading(title), *content] if content else []


def counted(number: int, word: str) -> str:
    """``1 finding``, ``2 findings``."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def listed(words: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    found = list(words)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def sentence(text: str) -> str:
    """The text with a capital first letter and one full stop."""
    trimmed = text.strip().rstrip(".")
    return f"{trimmed[:1].upper()}{trimmed[1:]}."
