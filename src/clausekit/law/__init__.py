"""The law: what binds whom on a day, and which conduct collides with it.

It reads `templates/law/` into a register of instruments (dated events, duties,
conduct, circumstances, weights), answers what an instrument is on a day as far as
was known on another, and judges commitments into gaps, exposures and double binds.

It is the only room that compares a jurisdiction, an owner, an origin or a date. It
knows no instrument, party or clause by name, chooses no wording, and never turns an
open fact into "no".
"""

from clausekit.law.atoms import Atom
from clausekit.law.commitments import Commitment, Terms
from clausekit.law.judging import Bench
from clausekit.law.loading import read_register, unknown_instrument
from clausekit.law.register import Instrument, Register
from clausekit.law.standpoint import Standpoint
from clausekit.law.status import Status, due_events, status

__all__ = [
    "Atom",
    "Bench",
    "Commitment",
    "Instrument",
    "Register",
    "Standpoint",
    "Status",
    "Terms",
    "due_events",
    "read_register",
    "status",
    "unknown_instrument",
]
