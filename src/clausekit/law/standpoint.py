"""The standpoint of one judgement: a deal, a day, what was known, and what is assumed.

Every question of law is asked from a standpoint; changing the day or assuming an
open fact gives another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from clausekit.conditions import FALSE, TRUE, Condition, Scope, Truth, undecided
from clausekit.facts import Deal, View, place_name, view
from clausekit.law.looking import known
from clausekit.law.register import Instrument, Register
from clausekit.law.status import Status, status

LAW_FACT = "law:"


def law_fact(instrument: str) -> str:
    """The path under which an instrument's unconfirmed status stands among the open facts."""
    return LAW_FACT + instrument


@dataclass(frozen=True)
class Standpoint:
    """From where the law is asked.

    Args:
        register: the law.
        deal: the facts.
        law_as_of: the day whose law applies.
        known_at: the day whose knowledge answers.
        assume: values for open facts, by path; ``law:ID`` is an instrument's being live.
        signed: where performance is judged on a later day, the standpoint from which the promises were made.
        same_day: statuses worked out already for these two days.
    """

    register: Register
    deal: Deal
    law_as_of: date
    known_at: date
    assume: Mapping[str, object] = field(default_factory=dict)
    signed: Standpoint | None = None
    same_day: Statuses | None = field(default=None, repr=False, compare=False)

    def assuming(self, facts: Mapping[str, object]) -> Standpoint:
        return replace(self, assume={**self.assume, **facts}, same_day=self.statuses)

    def on(self, day: date) -> Standpoint:
        return replace(self, law_as_of=day, same_day=None)

    def performing_on(self, day: date) -> Standpoint:
        """A later day of the same contract: performance is judged on it, promises at signature.

        Until the day on which the agreement takes effect, nothing is signed and all moves with the law.
        """
        effective = known(self.view, "dates", "effective")
        signature = max(self.law_as_of, effective) if isinstance(effective, date) else self.law_as_of
        signed = self.on(signature) if day > signature else None
        return replace(self, law_as_of=day, signed=signed, same_day=None)

    @cached_property
    def view(self) -> View:
        return view(self.deal, self.assume)

    @cached_property
    def scope(self) -> Scope:
        """The scope of conditions over the deal alone."""
        return self.scope_of(self.view)

    def scope_of(self, deal: View, party: View | None = None) -> Scope:
        names = {"deal": deal} if party is None else {"deal": deal, "party": party}
        answers = Circumstances(self.register, deal)
        scope = Scope(names, self.register.place_codes, answers.truth)
        answers.scope = scope
        return scope

    @property
    def china(self) -> str:
        """What "China" means in this deal's contract: the deal's own places, or the library's words."""
        places = known(self.view, "china")
        return " and ".join(map(place_name, places)) if places else self.register.china.says

    def circumstance(self, name: str) -> Truth:
        return self.scope.circumstance(name)

    @cached_property
    def statuses(self) -> Statuses:
        """The status of every instrument on the day."""
        return self.same_day or Statuses(self.register, self.law_as_of, self.known_at)

    def live(self, instrument: Instrument) -> Truth:
        """Whether an instrument's duties bind on the day; open where that is not confirmed."""
        assumed = self.assume.get(law_fact(instrument.id))
        live = self.statuses[instrument.id].live if assumed is None else bool(assumed)
        if live is None:
            return undecided(law_fact(instrument.id))
        return TRUE if live else FALSE


class Statuses(Mapping[str, Status]):
    """The status of every instrument on a day, each worked out when it is first asked for."""

    def __init__(self, register: Register, law_as_of: date, known_at: date) -> None:
        self._register = register
        self._days = law_as_of, known_at
        self._found: dict[str, Status] = {}

    def __getitem__(self, name: str) -> Status:
        if name not in self._found:
            self._found[name] = status(self._register, self._register.instruments[name], *self._days)
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._register.instruments)

    def __len__(self) -> int:
        return len(self._register.instruments)


class Circumstances:
    """Answers circumstances by name, each worked out once."""

    def __init__(self, register: Register, deal: View) -> None:
        self._conditions: Mapping[str, Condition] = {c.id: c.when for c in register.circumstances.values()}
        self._answers: dict[str, Truth] = {}
        self.scope = Scope({"deal": deal}, register.place_codes, self.truth)

    def truth(self, name: str) -> Truth:
        if name not in self._answers:
            self._answers[name] = self._conditions[name](self.scope)
        return self._answers[name]
