"""Whether what a story says holds; each thing that does not is one sentence with its file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from clausekit.drafting import Draft
from clausekit.finding import LEVEL_WORDS, NOTHING, Finding, Level, Severity
from clausekit.law.judging import worst
from shared import REGISTER
from stories.settings import contract_text, drafted, printed
from stories.stated import Part, check_pattern, other_setting, setting

CLASHES = frozenset({"gap", "exposure", "double-bind"})
Identity = tuple[str, ...]


def failures(story: Part) -> list[str]:
    """What does not hold in a story, as sentences."""
    made = drafted(setting(story))
    found = [sentence for key, judge in JUDGES.items() if (part := story.get(key)) for sentence in judge(part, made)]
    compared = story.get("compared_with")
    found += _compared(story, compared, made) if compared else []
    return [f"{sentence}\n    in the story: {story.data['story']}" for sentence in found]


def _expect(part: Part, made: Draft) -> Iterator[str]:
    for pattern in map(check_pattern, part.parts()):
        if not any(_fits(pattern.data, finding) for finding in made.findings):
            yield f"{pattern.at}: expected {_told(pattern.data)}, and found none. {_nearest(pattern.data, made)}"


def _never(part: Part, made: Draft) -> Iterator[str]:
    for pattern in map(check_pattern, part.parts()):
        for finding in made.findings:
            if _fits(pattern.data, finding):
                yield f"{pattern.at}: there must be no {_told(pattern.data)}, and there is: {_said(finding)}"
                break


def _nearest(pattern: Mapping[str, Any], made: Draft) -> str:
    """The findings that fit but for their level."""
    rest = {key: value for key, value in pattern.items() if key in ("code", "instruments", "party", "clause")}
    like = [_said(finding) for finding in made.findings if _fits(rest, finding)]
    return f"Nearest: {'; '.join(dict.fromkeys(like[:3]))}" if like else "Nothing is like it."


def _fits(pattern: Mapping[str, Any], finding: Finding) -> bool:
    return all(TESTS[key](wanted, finding) for key, wanted in pattern.items())


def _level(finding: Finding) -> Level:
    return finding.level or NOTHING


def _is(name: str) -> Callable[[Any, Finding], bool]:
    return lambda wanted, finding: str(getattr(finding, name)) in (wanted if isinstance(wanted, list) else [wanted])


def _avoidable(wanted: Any, finding: Finding) -> bool:
    """`[]` says that no position avoids it; a list names positions that do."""
    remedies = finding.avoidable_by
    positions = [remedy.position for remedy in remedies or ()]
    return remedies is not None and (not positions if wanted == [] else set(wanted) <= set(positions))


TESTS: Mapping[str, Callable[[Any, Finding], bool]] = {
    **{name: _is(name) for name in ("code", "severity", "party", "clause", "position", "squeeze", "family")},
    "instruments": lambda wanted, finding: set(wanted) <= set(finding.instruments),
    "level": lambda wanted, finding: str(_level(finding)) == wanted,
    "at_least": lambda wanted, finding: _level(finding).at_least >= LEVEL_WORDS.index(wanted),
    "at_most": lambda wanted, finding: _level(finding).at_most <= LEVEL_WORDS.index(wanted),
    "reaches": lambda wanted, finding: _level(finding).at_most >= LEVEL_WORDS.index(wanted),
    "avoidable_by": _avoidable,
    "routes": lambda wanted, finding: bool(finding.routes) == (wanted == "yes"),
    "decided_by": lambda wanted, finding: set(wanted) <= set(finding.decided_by),
    "fact": lambda wanted, finding: finding.place.fact == wanted,
    "message": lambda wanted, finding: wanted in finding.message,
}


def _told(pattern: Mapping[str, Any]) -> str:
    rest = ", ".join(f"{key} {_shown(value)}" for key, value in pattern.items() if key != "code")
    return f"{_shown(pattern.get('code', 'finding'))}{f' with {rest}' if rest else ''}"


def _shown(value: Any) -> str:
    return (" + ".join(value) or "none") if isinstance(value, list) else str(value)


def _said(finding: Finding) -> str:
    about = [finding.party, finding.clause, finding.position, " + ".join(finding.instruments), finding.squeeze]
    return f"{finding.code} ({', '.join(filter(None, about))}; {_level(finding)})"


def _positions(part: Part, made: Draft) -> Iterator[str]:
    chosen = made.assessment.outcome.chosen
    for topic, wanted in part.data.items():
        if chosen.get(topic) != wanted:
            at = part.located.place((*part.keys, topic))
            yield f"{at}: expected {topic} to be {wanted}, and it is {chosen.get(topic)}."


def _alternatives(part: Part, made: Draft) -> Iterator[str]:
    reasons = {
        (reason.topic, other.position): other for reason in made.assessment.clauses for other in reason.alternatives
    }
    for one in part.parts():
        data = one.allow(("clause", "position", "adds", "removes")).data
        other = reasons.get((data["clause"], data["position"]))
        if other is None:
            yield f"{one.at}: {data['position']} is not among the alternatives of {data['clause']}."
            continue
        for key, changes in (("adds", other.adds), ("removes", other.removes)):
            for pattern in data.get(key, []):
                as_findings = [_as_finding(change.as_json()) for change in changes]
                if not any(_fits(pattern, finding) for finding in as_findings):
                    yield f"{one.at}: {data['position']} does not say that it {key} {_told(pattern)}."


def _as_finding(change: Mapping[str, Any]) -> Finding:
    level = Level(change["level"]["at_least"], change["level"]["at_most"])
    return Finding(
        change["code"], Severity.NOTE, "", party=change["party"], instruments=tuple(change["instruments"]), level=level
    )


def _first_question(part: Part, made: Draft) -> Iterator[str]:
    asked = [fact.path for fact in made.assessment.open_facts]
    if asked[:1] != [part.data]:
        yield f"{part.at}: expected the first question to be about {part.data}, and the questions are {asked}."


def _headlines(part: Part, made: Draft) -> Iterator[str]:
    found = [headline.message for headline in made.assessment.headlines]
    if len(found) > part.data:
        yield f"{part.at}: expected at most {part.data} headlines, and there are {len(found)}: {found}"


def _statuses(part: Part, made: Draft) -> Iterator[str]:
    """The status word of instruments, and whether it is confirmed: `suspended`, or `scheduled, not confirmed`."""
    statuses = made.assessment.matter.standpoint.statuses
    for name, wanted in part.data.items():
        status = statuses[name]
        said = status.name if status.confirmed else f"{status.name}, not confirmed"
        if said != wanted:
            yield f"{part.located.place((*part.keys, name))}: {REGISTER.instruments[name].title} is {said}."


def _says(part: Part, made: Draft) -> Iterator[str]:
    text = contract_text(made)
    for phrase in part.parts():
        if phrase.data not in text:
            yield f"{phrase.at}: the contract does not say '{phrase.data}'."


def _never_says(part: Part, made: Draft) -> Iterator[str]:
    yield from _absent(part, contract_text(made), "the contract")


def _never_printed(part: Part, made: Draft) -> Iterator[str]:
    yield from _absent(part, printed(made), "what is printed")


def _absent(part: Part, text: str, where: str) -> Iterator[str]:
    for phrase in part.parts():
        if phrase.data.casefold() in text.casefold():
            yield f"{phrase.at}: {where} says '{phrase.data}'."


JUDGES: Mapping[str, Callable[[Part, Draft], Iterable[str]]] = {
    "expect": _expect,
    "never": _never,
    "positions": _positions,
    "alternatives": _alternatives,
    "first_question": _first_question,
    "headlines_at_most": _headlines,
    "statuses": _statuses,
    "says": _says,
    "never_says": _never_says,
    "never_printed": _never_printed,
}


def _compared(story: Part, change: Part, made: Draft) -> Iterator[str]:
    """What the story gains, loses, raises, lowers and keeps against the other setting: all of it, and no more."""
    before, after = _levels(drafted(other_setting(story, change))), _levels(made)
    moves = {
        "gains": [key for key in after if key not in before],
        "loses": [key for key in before if key not in after],
        "raises": [key for key in after if key in before and _order(after[key]) > _order(before[key])],
        "lowers": [key for key in after if key in before and _order(after[key]) < _order(before[key])],
    }
    for name, keys in moves.items():
        patterns = change.get(name)
        if patterns:
            yield from _moved(patterns, name, [_finding_of(key, before, after) for key in keys])
    same = change.get("same")
    yield from _same(same, before, after) if same else []
    positions = change.get("positions")
    yield from _same_positions(positions, drafted(other_setting(story, change)), made) if positions else []


def _moved(patterns: Part, name: str, moved: list[Finding]) -> Iterator[str]:
    wanted = list(map(check_pattern, patterns.parts()))
    for pattern in wanted:
        if not any(_fits(pattern.data, finding) for finding in moved):
            yield f"{pattern.at}: it {name} no {_told(pattern.data)}."
    for finding in moved:
        if not any(_fits(pattern.data, finding) for pattern in wanted):
            yield f"{patterns.at}: it also {name} {_said(finding)}."


def _same(patterns: Part, before: Mapping[Identity, Level], after: Mapping[Identity, Level]) -> Iterator[str]:
    for pattern in map(check_pattern, patterns.parts()):
        fitting = [key for key in {**before, **after} if _fits(pattern.data, _finding_of(key, before, after))]
        if not fitting:
            yield f"{pattern.at}: there is no {_told(pattern.data)} at all."
        for key in fitting:
            if before.get(key, NOTHING) != after.get(key, NOTHING):
                was, now = before.get(key, NOTHING), after.get(key, NOTHING)
                yield f"{pattern.at}: {_said(_finding_of(key, before, after))} was {was} and is {now}."


def _same_positions(part: Part, before: Draft, after: Draft) -> Iterator[str]:
    old, new = before.assessment.outcome.chosen, after.assessment.outcome.chosen
    moved = {topic: f"{was} -> {new.get(topic)}" for topic, was in old.items() if new.get(topic) != was}
    wanted = {} if part.data == "same" else part.data
    if moved != wanted:
        yield f"{part.at}: expected these positions to change: {wanted or 'none'}, and these do: {moved or 'none'}."


def _levels(made: Draft) -> dict[Identity, Level]:
    """The worst level of each clash, by what it is about."""
    found: dict[Identity, list[Level]] = {}
    for finding in made.assessment.atoms:
        if finding.code in CLASHES:
            found.setdefault(_identity(finding), []).append(_level(finding))
    return {key: worst(levels) for key, levels in found.items()}


def _identity(finding: Finding) -> Identity:
    return (finding.code, finding.party or "", finding.clause or "", finding.squeeze or "", *finding.instruments)


def _order(level: Level) -> tuple[int, int]:
    return level.at_most, level.at_least


def _finding_of(key: Identity, before: Mapping[Identity, Level], after: Mapping[Identity, Level]) -> Finding:
    code, party, clause, squeeze, *instruments = key
    level = after.get(key) or before[key]
    return Finding(
        code,
        Severity.NOTE,
        "",
        party=party,
        clause=clause or None,
        instruments=tuple(instruments),
        level=level,
        squeeze=squeeze or None,
    )
