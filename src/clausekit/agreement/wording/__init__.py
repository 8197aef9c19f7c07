"""Fills clause wording from a deal, in Jinja's immutable sandbox.

Wording may print facts, repeat over lists and choose by named circumstances;
everything else in it is a finding with file and line, found before anything runs.
A printed value is never read again, neither as a tag nor as markup nor as a term.
"""

from clausekit.agreement.wording.filling import check_wording, fill, lay_out, party_labels
from clausekit.agreement.wording.laying_out import LaidOut
from clausekit.agreement.wording.ledger import WordingScope
from clausekit.agreement.wording.reading import decoded
from clausekit.agreement.wording.spots import OUTCOMES, Spot, SpotKind

__all__ = [
    "OUTCOMES",
    "LaidOut",
    "Spot",
    "SpotKind",
    "WordingScope",
    "check_wording",
    "decoded",
    "fill",
    "lay_out",
    "party_labels",
]
