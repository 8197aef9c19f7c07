"""The parties where the program itself writes them: below the title, and where they sign."""

from __future__ import annotations

from clausekit.agreement.document import Run, SignatureBlock, Text
from clausekit.agreement.wording import party_labels
from clausekit.agreement.wording.printing import Several, members, runs_for
from clausekit.facts.view import Fact, View

SIGNING_ORDER = ("supplier", "customer")  # the others follow as the deal lists them


def parties(deal: View) -> list[View]:
    """The parties in the order in which they are named and sign."""
    found = [party for party in members(deal.get("parties")) if isinstance(party, View)]
    return sorted(found, key=_rank)


def _rank(party: View) -> int:
    roles = _known(party, "roles") or ()
    return min((SIGNING_ORDER.index(role) for role in roles if role in SIGNING_ORDER), default=len(SIGNING_ORDER))


def _known(party: View, name: str) -> tuple[str, ...] | str | None:
    fact = party.get(name)
    return fact.value if isinstance(fact, Fact) and isinstance(fact.value, tuple | str) else None


def party_names(deal: View) -> tuple[Run, ...]:
    """The parties' names in one line."""
    names = (party.get("name") for party in parties(deal))
    known = tuple(name for name in names if isinstance(name, Fact))
    return runs_for(Several(known, "and"), party_labels(deal))


def signature_blocks(deal: View) -> list[SignatureBlock]:
    """One signature block for each party; unknown signatories are left to be filled in by hand."""
    return [
        SignatureBlock(_line(party, "name"), _line(party, "signatory"), _line(party, "signatory_title"))
        for party in parties(deal)
    ]


def _line(party: View, name: str) -> tuple[Run, ...]:
    known = _known(party, name)
    return (Text(known, literal=True),) if isinstance(known, str) else ()
