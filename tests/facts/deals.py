"""A small but complete deal, and short ways to read others."""

from __future__ import annotations

from clausekit.facts import Deal, Fact, View, read_deal_text, view

DEAL = """\
# The Gulf campus, first draft
title: Gulf Campus Supply Agreement
file_name: gulf-campus
kind: supply
law_as_of: 2026-11-23
dates: {effective: 2026-12-01, end: 2029-11-30}
client: supplier
asks: [use-prc-ic]

# True reasons only
reasons:
  foreign_measure: yes   # told by the client
  own_security: not known

parties:
  supplier:
    name: Northlake Systems, Inc.
    roles: [supplier]
    form: a corporation
    organised_in: US-DE
    headquarters: US
    links:
      CN: {affiliates: yes, assets: yes, staff: no}
    affiliates:
      shanghai: {name: "Northlake (Shanghai) Co., Ltd.", place: CN, signs: no}
  operator:
    name: Dune Compute LLC
    roles: [customer, operator]
    organised_in: AE
    headquarters: AE
    listings: none
    links: not known
    owners: not known

items:
  accelerators: {name: "GX-9 & <frame>", kind: accelerator, classification: 3A090.a, subject_to_ear: yes}
  racks: {name: Racks, kind: server, classification: EAR99}
  fabric: {name: Fabric, kind: network-equipment}

sites:
  campus: {place: AE, operator: operator}

users:
  hangzhou-tenant:
    name: 杭州某某科技有限公司
    headquarters: CN
    end_uses: [training]
    owners:
      fund: {share: 48, listings: [entity-list]}
      trust: {share: 3, listings: not known}
      staff: {share: 49, listings: none}

remote_access: {allowed: yes, from: [CN, AE]}
data: {held_in: none}
authorisations:
  licence: {by: BIS, act: supply-d5-hq, person: hangzhou-tenant, until: 2027-06-30}
forum: {kind: arbitration, seat: GB-ENG}
language: en-GB
china: [CN, HK, MO]
positions:
  excluded-hardware: approved-list
  flow-down: {position: none, reason: The client will not have it.}
"""

SHORT = """\
title: Short
kind: supply
client: seller
parties:
  seller: {name: Seller, roles: [supplier]}
  buyer: {name: Buyer, roles: [customer]}
"""


def deal(text: str = DEAL) -> Deal:
    """The deal in `text`, which has no fault."""
    found, findings = read_deal_text(text)
    assert found is not None, [str(finding) for finding in findings]
    return found


def findings_of(text: str) -> list[str]:
    """What is wrong with the deal in `text`, as it is printed."""
    found, findings = read_deal_text(text, "deal.yaml")
    assert (found is None) == bool(findings)
    return [str(finding) for finding in findings]


def at(whole: View, *names: str) -> View | Fact:
    """What stands under `names`, one below the other."""
    seen: View | Fact = whole
    for name in names:
        assert isinstance(seen, View)
        seen = seen.get(name)
    return seen


def members(whole: View, *names: str) -> tuple[View | Fact, ...] | Fact:
    """The members of what stands under `names`."""
    seen = at(whole, *names)
    assert isinstance(seen, View)
    return seen.members()


def only(whole: View, *names: str) -> View:
    """The only member of what stands under `names`."""
    found = members(whole, *names)
    assert isinstance(found, tuple)
    (member,) = found
    assert isinstance(member, View)
    return member


def short(facts: str, assume: dict[str, object] | None = None) -> View:
    """The view of a short deal with more facts."""
    return view(deal(SHORT + facts), assume)
