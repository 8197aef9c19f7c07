"""Reads filled wording into paragraphs, tables and definitions, not numbered yet."""

from clausekit.agreement.markup.part import Entry, Part, read_part

__all__ = ["Entry", "Part", "read_part"]
