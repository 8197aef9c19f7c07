"""The assessment: what law and clauses together say of one deal on one day.

It hands the conduct of positions to the law room and the cost of positions to the
clause room, which do not know each other, and turns what comes back into findings,
headlines and an explanation. It holds no law, no wording and no weights, and it
never prints.
"""

from clausekit.assessment.assess import Assessment, assess
from clausekit.assessment.choosing import Matter, Outcome
from clausekit.assessment.watching import Wording, watched_findings

__all__ = ["Assessment", "Matter", "Outcome", "Wording", "assess", "watched_findings"]
