"""The nexus bench: invented entities and products, and what each definition and circumstance says of them.

The entities stand in `cases/nexus.yaml` of the templates. Every circumstance, and every definition
that a position prints and ties to a circumstance (`defines` in its head), answers caught, not
caught or cannot tell; the answers are compared with those that the file expects, or with those of
other templates. It drafts nothing and knows no entity and no definition by name.
"""

from clausekit.authoring.nexus.answering import Answer, Bench, bench_of
from clausekit.authoring.nexus.comparing import Difference, against_expected, between
from clausekit.authoring.nexus.entities import Entities, Entity, read_entities

__all__ = [
    "Answer",
    "Bench",
    "Difference",
    "Entities",
    "Entity",
    "against_expected",
    "bench_of",
    "between",
    "read_entities",
]
