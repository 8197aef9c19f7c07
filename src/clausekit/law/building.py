"""From the shapes of the law files to the register, with every name looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from clausekit.conditions import Condition, ConditionFault, Vocabulary, compile_condition
from clausekit.facts import is_place
from clausekit.finding import Finding, Place, error
from clausekit.law import reading as shapes
from clausekit.law.register import (
    Case,
    Circumstance,
    Conduct,
    DegreeRule,
    Duty,
    Event,
    Instrument,
    Judgement,
    LeftOut,
    Mode,
    Override,
    PlaceSet,
    Route,
    Rung,
    Source,
    Stakes,
    Verification,
)
from clausekit.located_yaml import Located
from clausekit.nearest import did_you_mean

Path = tuple[str | int, ...]
FALSE_CONDITION = "false"


class Builder:
    """Builds the parts of one file, collecting what is wrong with its place."""

    def __init__(self, located: Located, vocabulary: Vocabulary, conducts: Iterable[str]) -> None:
        self.located = located
        self.vocabulary = vocabulary
        self.conducts = frozenset(conducts)
        self.findings: list[Finding] = []

    def place(self, path: Path) -> Place:
        return Place(self.located.file, self.located.line(path))

    def fault(self, code: str, message: str, path: Path) -> None:
        self.findings.append(error(code, message, self.place(path)))

    def condition(self, text: str, path: Path) -> Condition:
        """Compile a condition; one that cannot be read is a finding and never holds."""
        try:
            return compile_condition(text, self.vocabulary)
        except ConditionFault as fault:
            self.fault("bad-condition", str(fault) if str(fault).endswith("?") else f"{fault}.", path)
            return compile_condition(FALSE_CONDITION, Vocabulary())

    def known_conduct(self, name: str, path: Path) -> str:
        if name not in self.conducts:
            self.fault("unknown-conduct", f"'{name}' is not a conduct{did_you_mean(name, self.conducts)}", path)
        return name

    def known_conducts(self, names: Iterable[str], path: Path) -> tuple[str, ...]:
        return tuple(self.known_conduct(name, (*path, index)) for index, name in enumerate(names))


def build_instrument(shape: shapes.InstrumentShape, build: Builder, families: Mapping[str, str] | None) -> Instrument:
    """One instrument; what is wrong with it is collected in `build`. Without `families` its family is not checked."""
    if families is not None and shape.family not in families:
        message = f"'{shape.family}' is not a family of laws{did_you_mean(shape.family, families)}"
        build.fault("unknown-family", message, ("family",))
    if not is_place(shape.place) and shape.place.lower() not in build.vocabulary.places:
        build.fault("unknown-place", f"'{shape.place}' is not a place; write a code such as US, CN or EU.", ("place",))
    if not shape.events:
        build.fault("no-event", "An instrument has at least one event, which says what it is since when.", ("events",))
    _check_links(shape, build)
    override = shape.overrides_choice
    return Instrument(
        id=shape.id,
        title=shape.title,
        short=shape.short,
        family=shape.family,
        place=shape.place,
        citation=shape.citation,
        issuer=shape.issuer,
        force=shape.force,
        last_seen=shape.last_seen,
        summary=shape.summary.strip(),
        note=shape.note.strip(),
        events=tuple(_events(shape, build)),
        sources=tuple(Source(source.link, source.says, source.verified) for source in shape.sources),
        duties=tuple(_duty(shape.id, duty, build, ("duties", i)) for i, duty in enumerate(shape.duties)),
        matters_when=build.condition(shape.matters_when, ("matters_when",)),
        overrides_choice=Override(tuple(override.in_courts_of), override.says) if override else None,
        blocking=bool(shape.blocking),
        at=build.place(("id",)),
    )


def _check_links(shape: shapes.InstrumentShape, build: Builder) -> None:
    """Only what a note tells of may stand without a link."""
    read = [("events", index, event.link, event.verified) for index, event in enumerate(shape.events)]
    read += [("sources", index, source.link, source.verified) for index, source in enumerate(shape.sources)]
    for key, index, link, verified in read:
        if not link and verified is not Verification.LEAD:
            message = f"'{verified}' needs a link to what was read; without one write 'verified: lead'."
            build.fault("missing-source", message, (key, index, "link"))


def _events(shape: shapes.InstrumentShape, build: Builder) -> Iterator[Event]:
    before: Event | None = None
    found: list[Event] = []
    for index, one in enumerate(shape.events):
        stated = {**one.model_dump(), "withdraws": tuple(one.withdraws)}
        event = Event(**stated, place=build.place(("events", index)))
        if before and event.dated < before.dated:
            build.fault(
                "events-out-of-order",
                f"This event is dated {event.dated}, before the one above it ({before.dated}). Put events in order.",
                ("events", index, "dated"),
            )
        if event.until and event.until < event.day:
            build.fault("ends-before-it-begins", "This event ends before it takes effect.", ("events", index, "until"))
        if event.dated > event.recorded:
            build.fault(
                "recorded-too-early", "This event was recorded before it was dated.", ("events", index, "recorded")
            )
        for earlier in (one for one in found if _overlap(one, event)):
            message = f"This event begins on {event.day}, while '{earlier.act}' still runs to {earlier.until}."
            build.fault("events-overlap", message, ("events", index, "effective"))
        before = event
        found.append(event)
        yield event


def _overlap(earlier: Event, later: Event) -> bool:
    """Whether two firm events of one kind run at once, so that a day would have two answers."""
    firm = Verification.LEAD not in {earlier.verified, later.verified}
    runs = earlier.until is not None and earlier.day <= later.day <= earlier.until
    return firm and runs and earlier.kind == later.kind and earlier.kind in {"in-force", "suspended", "revived"}


def _duty(instrument: str, shape: shapes.DutyShape, build: Builder, path: Path) -> Duty:
    mode, conducts = _mode(shape, build, path)
    if not shape.degree:
        build.fault("no-degree", "A duty says how clearly it reaches a conduct: add a line under 'degree:'.", path)
    return Duty(
        id=shape.id,
        instrument=instrument,
        at=shape.at,
        mode=mode,
        conducts=build.known_conducts(conducts, (*path, str(mode))),
        says=shape.says.strip(),
        binds=build.condition(shape.binds, (*path, "binds")),
        live_when=build.condition(shape.live_when, (*path, "live_when")),
        acts_on=frozenset(shape.acts_on),
        catches=frozenset(shape.catches),
        bite=None if shape.bite == "full" else shape.bite.removeprefix("nexus "),
        degree=tuple(_degree(rule, build, (*path, "degree", i)) for i, rule in enumerate(shape.degree)),
        softened_by=frozenset(build.known_conducts(shape.softened_by, (*path, "softened_by"))),
        stakes=_stakes(shape.stakes, build, (*path, "stakes")),
        authorisation_by=shape.authorisation.by if shape.authorisation else None,
        verified=shape.verified,
        judged_by=shape.judged_by,
        judged_on=shape.judged_on,
        catches_case=_case(shape.catches_case, build, (*path, "catches_case")),
        leaves_case=_case(shape.leaves_case, build, (*path, "leaves_case")),
        place=build.place(path),
    )


def _mode(shape: shapes.DutyShape, build: Builder, path: Path) -> tuple[Mode, list[str]]:
    given = {mode: conducts for mode in Mode if (conducts := getattr(shape, mode)) is not None}
    if len(given) != 1:
        build.fault("duty-mode", "A duty has exactly one of: forbids, requires, expects, permits.", path)
    return next(iter(given.items()), (Mode.PERMITS, []))


def _degree(shape: shapes.DegreeShape, build: Builder, path: Path) -> DegreeRule:
    conduct = build.known_conduct(shape.conduct, (*path, "conduct")) if shape.conduct else None
    when = build.condition(shape.when, (*path, "when")) if shape.when else None
    return DegreeRule(shape.degree, conduct, when)


def _stakes(shape: shapes.StakesShape, build: Builder, path: Path) -> Stakes:
    if shape.amount and shape.year is None:
        build.fault("amount-without-year", "An amount never stands without its year: add a line 'year:'.", path)
    return Stakes(shape.level, shape.says, shape.amount, shape.year)


def _case(shape: shapes.CaseShape, build: Builder, path: Path) -> Case:
    does = build.known_conduct(shape.does, (*path, "does"))
    return Case(shape.says, shape.party, shape.deal, does, shape.how, shape.against, build.place(path))


def build_conducts(shaped: Mapping[str, shapes.ConductShape], build: Builder) -> dict[str, Conduct]:
    """All conducts, closed over `kind_of`."""
    for name, shape in shaped.items():
        named = (*shape.kind_of, *shape.guards, *shape.obstructs, *shape.in_fact)
        for other in named:
            build.known_conduct(other, (name,))
    return {name: _conduct(name, shaped) for name in shaped}


def _conduct(name: str, shaped: Mapping[str, shapes.ConductShape]) -> Conduct:
    kinds = _closure([name], lambda one: shaped[one].kind_of if one in shaped else [])
    known = [shaped[kind] for kind in sorted(kinds) if kind in shaped]
    in_fact = _closure([one for kind in known for one in kind.in_fact], lambda one: shaped[one].kind_of)
    guards: dict[str, str] = {}
    for kind in known:
        guards |= {act: extent for act, extent in kind.guards.items() if guards.get(act) != "fully"}
    own = shaped[name]
    return Conduct(
        id=name,
        stratum=own.stratum,
        says=own.says,
        ask=own.ask,
        restrictive=any(bool(kind.restrictive) for kind in known),
        kinds=kinds,
        guards=guards,
        obstructs=frozenset(act for kind in known for act in kind.obstructs),
        amounts_to=kinds | in_fact,
        deals_with=frozenset(need for kind in known for need in kind.deals_with),
    )


def _closure(start: Iterable[str], more: Callable[[str], Iterable[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += more(one)
    return frozenset(found)


def build_circumstances(shaped: Mapping[str, shapes.CircumstanceShape], build: Builder) -> dict[str, Circumstance]:
    """The circumstances; one that rests on itself is a finding and never holds."""
    conditions = {name: build.condition(shape.when, (name, "when")) for name, shape in shaped.items()}
    for name in conditions:
        if name in _closure(conditions[name].circumstances, lambda one: conditions[one].circumstances):
            build.fault("circular-circumstance", f"'{name}' rests on itself; say it by facts.", (name, "when"))
            conditions[name] = compile_condition(FALSE_CONDITION, Vocabulary())
    return {name: Circumstance(name, conditions[name], shape.says, shape.ask) for name, shape in shaped.items()}


def build_judgement(shape: shapes.JudgementShape, build: Builder) -> Judgement:
    return Judgement(
        judged_by=shape.judged_by,
        judged_on=shape.judged_on,
        nexus={
            place: tuple(_rung(rung, build, ("nexus", place, index)) for index, rung in enumerate(rungs))
            for place, rungs in shape.nexus.items()
        },
        harmed={
            place: {who: build.condition(when, ("harmed", place, who)) for who, when in classes.items()}
            for place, classes in shape.harmed.items()
        },
        performed={place: build.condition(when, ("performed", place)) for place, when in shape.performed.items()},
        levels=shape.levels,
        routes=tuple(Route(route.route, route.says) for route in shape.routes),
    )


def _rung(shape: shapes.RungShape, build: Builder, path: Path) -> Rung:
    return Rung(shape.rung, build.condition(shape.when, (*path, "when")), shape.says)


def build_place_set(shape: shapes.PlaceSetShape) -> PlaceSet:
    return PlaceSet(frozenset(shape.places), shape.says)


def build_left_out(
    shaped: Mapping[str, shapes.LeftOutShape], build: Builder, instruments: Mapping[str, Instrument]
) -> dict[str, LeftOut]:
    """What is deliberately left out, in the order of the file; none of it may be an instrument too."""
    for name in shaped:
        if name in instruments:
            build.fault(
                "left-out-and-entered", f"'{name}' is left out, and stands in {instruments[name].at.file}.", (name,)
            )
    return {name: LeftOut(name, **shape.model_dump()) for name, shape in shaped.items()}
