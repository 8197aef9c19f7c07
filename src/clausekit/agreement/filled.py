"""A clause text after its facts were filled in, and before its markup is read."""

from __future__ import annotations

from dataclasses import dataclass

from clausekit.agreement.clause_text import ClauseText
from clausekit.agreement.document import Alternative, Mark, Run
from clausekit.agreement.tokens import INSERT_TOKEN


@dataclass(frozen=True, slots=True)
class Filled:
    """Filled wording.

    Args:
        clause: where it comes from.
        text: the words, with tokens for inserted runs and for lines of the template.
        inserts: the inserted runs, by the index that a token holds.
        reached: the spots of the wording that came into play, each with how it came out.
    """

    clause: ClauseText
    text: str
    inserts: tuple[Run, ...] = ()
    reached: frozenset[tuple[int, str]] = frozenset()

    def mark_of(self, token: str) -> Mark | None:
        """The alternative's mark that `token` stands for, if it stands for one."""
        match = INSERT_TOKEN.fullmatch(token)
        run = self.inserts[int(match.group(1))] if match else None
        return run.mark if isinstance(run, Alternative) else None
