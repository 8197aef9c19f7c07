"""Whether what a story says holds; each thing that does not is one sentence with its file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from clausekit.authoring.settings import contract_text, printed
from clausekit.authoring.stories.fitting import fits, said
from clausekit.authoring.stories.stated import Part, check_pattern, told
from clausekit.drafting import Draft
from clausekit.finding import Finding, Level, Place, Severity
from clausekit.nearest import did_you_mean

Unmet = tuple[Place, str]


def unmet(story: Part, made: Draft) -> Iterator[Unmet]:
    """What a story says of its draft and does not hold: where it says so, and a sentence."""
    for key, judge in JUDGES.items():
        part = story.get(key)
        yield from judge(part, made) if part else ()


def patterns_in(part: Part, made: Draft) -> Iterator[Part]:
    """The patterns of a list, each checked; raises BadStory."""
    instruments = made.assessment.matter.standpoint.register.instruments
    return (check_pattern(pattern, instruments) for pattern in part.parts())


def _expect(part: Part, made: Draft) -> Iterator[Unmet]:
    for pattern in patterns_in(part, made):
        if not any(fits(pattern.data, finding) for finding in made.findings):
            yield pattern.place, f"expected {told(pattern.data)}, and found none. {_nearest(pattern.data, made)}"


def _never(part: Part, made: Draft) -> Iterator[Unmet]:
    for pattern in patterns_in(part, made):
        for finding in made.findings:
            if fits(pattern.data, finding):
                yield pattern.place, f"there must be no {told(pattern.data)}, and there is: {said(finding)}"
                break


def _nearest(pattern: Mapping[str, Any], made: Draft) -> str:
    """The findings that fit but for their level."""
    rest = {key: value for key, value in pattern.items() if key in ("code", "instruments", "party", "clause")}
    like = [said(finding) for finding in made.findings if fits(rest, finding)]
    return f"Nearest: {'; '.join(dict.fromkeys(like[:3]))}" if like else "Nothing is like it."


def _positions(part: Part, made: Draft) -> Iterator[Unmet]:
    chosen = made.assessment.outcome.chosen
    for topic, wanted in part.data.items():
        if chosen.get(topic) != wanted:
            yield part.place_of(topic), f"expected {topic} to be {wanted}, and it is {chosen.get(topic)}."


def _alternatives(part: Part, made: Draft) -> Iterator[Unmet]:
    reasons = {
        (reason.topic, other.position): other for reason in made.assessment.clauses for other in reason.alternatives
    }
    for one in part.parts():
        data = one.allow(("clause", "position", "adds", "removes")).data
        other = reasons.get((data["clause"], data["position"]))
        if other is None:
            yield one.place, f"{data['position']} is not among the alternatives of {data['clause']}."
            continue
        for key, changes in (("adds", other.adds), ("removes", other.removes)):
            for pattern in data.get(key, []):
                as_findings = [_as_finding(change.as_json()) for change in changes]
                if not any(fits(pattern, finding) for finding in as_findings):
                    yield one.place, f"{data['position']} does not say that it {key} {told(pattern)}."


def _as_finding(change: Mapping[str, Any]) -> Finding:
    level = Level(change["level"]["at_least"], change["level"]["at_most"])
    return Finding(
        change["code"], Severity.NOTE, "", party=change["party"], instruments=tuple(change["instruments"]), level=level
    )


def _first_question(part: Part, made: Draft) -> Iterator[Unmet]:
    asked = [fact.path for fact in made.assessment.open_facts]
    if asked[:1] != [part.data]:
        yield part.place, f"expected the first question to be about {part.data}, and the questions are {asked}."


def _headlines(part: Part, made: Draft) -> Iterator[Unmet]:
    found = [headline.message for headline in made.assessment.headlines]
    if len(found) > part.data:
        yield part.place, f"expected at most {part.data} headlines, and there are {len(found)}: {found}"


def _statuses(part: Part, made: Draft) -> Iterator[Unmet]:
    """The status word of instruments, and whether it is confirmed: `suspended`, or `scheduled, not confirmed`."""
    standpoint = made.assessment.matter.standpoint
    for name, wanted in part.data.items():
        if name not in standpoint.statuses:
            known = did_you_mean(name, standpoint.statuses)
            yield part.place_of(name), f"'{name}' is not an instrument{known}"
            continue
        status = standpoint.statuses[name]
        word = status.name if status.confirmed else f"{status.name}, not confirmed"
        if word != wanted:
            yield part.place_of(name), f"{standpoint.register.instruments[name].title} is {word}."


def _says(part: Part, made: Draft) -> Iterator[Unmet]:
    text = contract_text(made)
    for phrase in part.parts():
        if phrase.data not in text:
            yield phrase.place, f"the contract does not say '{phrase.data}'."


def _never_says(part: Part, made: Draft) -> Iterator[Unmet]:
    yield from _absent(part, contract_text(made), "the contract")


def _never_printed(part: Part, made: Draft) -> Iterator[Unmet]:
    yield from _absent(part, printed(made), "what is printed")


def _absent(part: Part, text: str, where: str) -> Iterator[Unmet]:
    for phrase in part.parts():
        if phrase.data.casefold() in text.casefold():
            yield phrase.place, f"{where} says '{phrase.data}'."


JUDGES: Mapping[str, Callable[[Part, Draft], Iterable[Unmet]]] = {
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
