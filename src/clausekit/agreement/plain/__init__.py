"""Writes a document as plain text or as Markdown, with every number in it."""

from clausekit.agreement.plain.markdown import markdown
from clausekit.agreement.plain.passages import plain_passages
from clausekit.agreement.plain.text import plain_text

__all__ = ["markdown", "plain_passages", "plain_text"]
