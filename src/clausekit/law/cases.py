"""The small deals that stand beside each duty: one that it catches, one that it leaves."""

from __future__ import annotations

from clausekit.conditions import Scope, both
from clausekit.facts import read_fragment
from clausekit.finding import NOTHING, Finding, Level
from clausekit.law.levels import Nexus, Reached, weigh
from clausekit.law.register import Case, Duty, Mode, Register
from clausekit.law.standpoint import Circumstances


def judge_case(register: Register, duty: Duty, case: Case) -> tuple[Level, list[Finding]]:
    """The level that `duty`, taken as in force, gives the person of `case`; and faults of the case.

    A duty of a required act gives its bite: whether it is live for that person at all.
    """
    party, deal, findings = read_fragment(case.party, case.deal)
    answers = Circumstances(register, deal)
    scope = Scope({"deal": deal, "party": party}, register.place_codes, answers.truth)
    conduct = register.conducts[case.does]
    about = duty.looks_at(conduct) or not conduct.kinds.isdisjoint(duty.conducts)
    if not about or (duty.mode is Mode.FORBIDS and case.how not in duty.acts_on | {"performs"}):
        return NOTHING, findings
    nexus = Nexus(register.judgement)
    bound = both([duty.live_when(scope), duty.binds(scope)])
    reached = Reached("party", scope, bound)
    return weigh(register, nexus, duty, reached, duty.lines_for(conduct), case.against).level, findings
