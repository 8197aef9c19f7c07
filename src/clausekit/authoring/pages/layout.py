"""How pages are laid out: a notice that they are generated, and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NOTICE = "This page is written by `clausekit templates pages`; change what it lists, not the page."


def page(title: str, introduction: str, parts: Iterable[str]) -> str:
    return "\n\n".join([f"# {title}", NOTICE, introduction, *parts]) + "\n"


def part(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A heading and a table; a bar inside a cell stays one."""
    lines = [header, ["---"] * len(header), *rows]
    table = "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)
    return f"## {title}\n\n{table}"


def code(text: str) -> str:
    return f"`{text}`" if text else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
