"""The memo: what counsel must know, as a `Document` for counsel's eyes only.

It is plain, exact and humble: it cites, dates, says what is not confirmed, and
never goes to the counterparty.
"""

from clausekit.word.memo.writing import MemoFacts, memo

__all__ = ["MemoFacts", "memo"]
