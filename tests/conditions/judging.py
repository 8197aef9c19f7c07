"""Short ways to judge a condition over a small deal."""

from __future__ import annotations

from collections.abc import Mapping

from clausekit.conditions import FALSE, TRUE, Scope, Truth, Vocabulary, compile_condition, undecided
from clausekit.facts import View, view
from shared import REGISTER, deal_of

DEAL = """\
title: A small deal
kind: supply
client: seller
asks: [use-prc-ic]
parties:
  seller: {name: Seller, roles: [supplier], organised_in: US-DE, headquarters: HK}
  buyer: {name: Buyer, roles: [customer], organised_in: AE}
items:
  chips: {name: Chips, classification: 3A090.a, subject_to_ear: yes}
  racks: {name: Racks, subject_to_ear: no}
users:
  tenant:
    name: Tenant
    end_uses: [training]
    owners:
      fund: {name: Fund, share: 40, listings: [entity-list]}
      trust: {name: Trust, share: 20, listings: not known}
      staff: {name: Staff, share: 40, listings: none}
sites: not known
data: {held_in: none, personal: no}
displaces_chinese_supplier: yes
"""

CIRCUMSTANCES: Mapping[str, Truth] = {"sure": TRUE, "wrong": FALSE, "unsure": undecided("open.fact")}
VOCABULARY = Vocabulary(frozenset(CIRCUMSTANCES), frozenset(REGISTER.places))


def truth_of(text: str, assume: Mapping[str, object] | None = None) -> Truth:
    """What the condition `text` says of the small deal, with some facts assumed."""
    deal = view(deal_of(DEAL), assume)
    parties = deal.get("parties")
    assert isinstance(parties, View)
    scope = Scope(
        {"deal": deal, "party": parties.get("seller")}, REGISTER.place_codes, lambda name: CIRCUMSTANCES[name]
    )
    return compile_condition(text, VOCABULARY)(scope)
