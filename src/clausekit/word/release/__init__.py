"""The release gate: a finished file is read back as an outsider would, before it leaves the house.

It refuses whatever is internal: words and names that only we may know, traces of
work, anything in the file that a contract of ours is not built from, and what is
still open. `gate` needs the file alone; what only a deal can tell (facts above the
audience, findings, memo, other matters' parties) it is handed as `Secrets`.

It may import `word.reading`, and `secrets` the rooms that hold what must not leave.
It changes nothing in the file: it names places, and a person mends them.
"""

from clausekit.word.release.gate import WITHOUT_DEAL, WITHOUT_MATTERS, gate
from clausekit.word.release.needles import Secrets
from clausekit.word.release.secrets import secrets_of

__all__ = ["WITHOUT_DEAL", "WITHOUT_MATTERS", "Secrets", "gate", "secrets_of"]
