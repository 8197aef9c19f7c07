"""Deals for tests, read from deal files as counsel writes them."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from clausekit.agreement import AgreementForm, ClauseText, Document, WordingScope, assemble
from clausekit.agreement.document import Block, Run, Table
from clausekit.agreement.filled import Filled
from clausekit.agreement.terms import run_lists
from clausekit.agreement.wording import fill
from clausekit.conditions.truth import FALSE, TRUE, Truth, undecided
from clausekit.facts import View, read_deal_text, view
from clausekit.finding import Finding

DEAL = """\
title: A supply of servers
kind: supply
client: vendor
dates: {effective: 2026-12-01}
governing_law: GB-ENG
parties:
  vendor:
    name: Acme & Co <UK>
    roles: [supplier]
    form: a private company limited by shares
    organised_in: US-DE
    address: 1 High Street
    signatory: Ann Example
    signatory_title: Director
    listings: none
  buyer:
    name: 深圳市创新科技有限公司
    roles: [customer]
    organised_in: CN
    address: not known
  helper: {name: Third GmbH, roles: [integrator]}
items:
  gpu: {name: Accelerator, maker: Chips Ltd, kind: network-equipment}
  rack: {name: Rack}
users:
  lab:
    name: Lab
    owners:
      fund: {name: Fund, share: 12.5}
remote_access: {allowed: yes, from: [DE, CN, US-DE]}
"""

QUESTIONS = {"chinese_user": "Is a user Chinese?", "remote_access": "Is remote access allowed?"}
ANSWERS = {"chinese_user": undecided("users[lab].headquarters"), "remote_access": TRUE}


def deal_view(text: str = DEAL) -> View:
    """The view of a deal file, which must be without faults."""
    deal, findings = read_deal_text(text)
    assert deal is not None, [str(finding) for finding in findings]
    return view(deal)


def deal_with(address: str) -> View:
    """The view of a deal whose supplier has `address`."""
    written = yaml.safe_dump(address, allow_unicode=True, width=100_000, default_style='"').strip()
    return deal_view(DEAL.replace("address: 1 High Street", f"address: {written}"))


def scope_of(deal: View, answers: Mapping[str, Truth] = ANSWERS) -> WordingScope:
    def decide(name: str) -> Truth:
        return answers.get(name, FALSE)

    return WordingScope(deal, decide, QUESTIONS, "the mainland of China")


def filled(clause: ClauseText, deal: View | None = None) -> tuple[Filled | None, list[Finding]]:
    return fill(clause, scope_of(deal or deal_view()))


def assembled(*clauses: ClauseText, deal: View | None = None) -> tuple[Document, list[Finding]]:
    return assemble(clauses, AgreementForm("Supply Agreement", "Matter"), scope_of(deal or deal_view()))


def runs_in(blocks: tuple[Block, ...]) -> list[Run]:
    return [run for block in blocks for runs in run_lists(block) for run in runs]


def tables_in(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]
