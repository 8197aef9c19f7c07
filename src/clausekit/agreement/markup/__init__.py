"""Reads filled wording into paragraphs, tables and definitions, not numbered yet."""

from clausekit.agreement.markup.part import Entry, Part, read_part
from clausekit.agreement.markup.references import check_references

__all__ = ["Entry", "Part", "check_references", "read_part"]
