"""Compares two documents of ours: by clause, then by paragraphs, then by words.

It takes blocks, not files, and says which block became which and what changed in it.
A paragraph that moved to another place counts as deleted and inserted. `telling` shows what changed in plain
characters; the Word room writes it as tracked changes.
"""

from clausekit.agreement.comparing.blocks import Pair, compare, row_pairs
from clausekit.agreement.comparing.telling import changed_line, redline_text
from clausekit.agreement.comparing.words import Change, Piece, changed_words

__all__ = ["Change", "Pair", "Piece", "changed_line", "changed_words", "compare", "redline_text", "row_pairs"]
