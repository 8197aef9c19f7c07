"""What a fact may be, offered while one types: places, words, institutions, ids. Accents do not count."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from clausekit.drafting import Templates
from clausekit.editing.edits import data_at, leaf_at
from clausekit.editing.typed import UNKNOWN
from clausekit.facts.answers import NOT_KNOWN
from clausekit.facts.institutions import CLASSIFICATIONS, INSTITUTIONS
from clausekit.facts.paths import pattern_of
from clausekit.facts.places import is_place, named_places, place_name
from clausekit.facts.shapes import Leaf

MOST = 12
FREE = frozenset({"text", "id"})  # kinds of answers that may be other than what is offered
LANGUAGES = {"en": "English", "en-GB": "English, United Kingdom", "en-US": "English, United States", "de": "German"}
ACTS = ("asks", "authorisations[*].act")
PARTIES = ("client", "sites[*].operator")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer that may be meant: `text` is what would be entered, `gloss` what it means."""

    text: str
    gloss: str = ""


def candidates(
    path: str, typed: str, data: Any, templates: Templates | None = None, most: int = MOST
) -> tuple[Candidate, ...]:
    """What may be meant by what was typed so far into the fact at `path`, the likeliest first.

    Args:
        typed: for a list, the part behind the last comma counts; empty gives the first few.
        data: the deal's data, for the ids in it; `templates` for the acts of the law.

    Raises NoSuchFact where there is no single fact at `path`.
    """
    wanted = typed.rpartition(",")[2] if leaf_at(path).several else typed
    return _best(wanted, _offered(path, data, templates), most)


def place_candidates(typed: str, most: int = MOST) -> tuple[Candidate, ...]:
    """The places that may be meant, for a list by place."""
    return _best(typed, _places(), most)


def _best(typed: str, offered: Iterable[Candidate], most: int) -> tuple[Candidate, ...]:
    wanted = folded(typed)
    ranked = [(rank, one) for one in offered if (rank := _rank(wanted, one)) is not None]
    best: dict[str, Candidate] = {}
    for _, one in sorted(ranked, key=lambda pair: pair[0]):
        best.setdefault(one.text, one)
    return tuple(best.values())[:most]


def completed(path: str, typed: str, data: Any, templates: Templates | None = None) -> str:
    """`typed` with its last part completed, where that is not an answer as it stands.

    Only beginnings are completed: what merely stands somewhere in a name is offered, and never taken by itself.
    """
    leaf = leaf_at(path)
    before, comma, last = typed.rpartition(",") if leaf.several else ("", "", typed)
    wanted = folded(last)
    if wanted in ("", UNKNOWN, NOT_KNOWN.value):
        return typed
    found = candidates(path, typed, data, templates, 1)
    if not found or not _begins(wanted, found[0], leaf):
        return typed
    return f"{before}{comma}{' ' if comma else ''}{found[0].text}"


def _begins(wanted: str, one: Candidate, leaf: Leaf) -> bool:
    """Whether what was typed begins an answer; a word inside a name counts where only what is offered is an answer."""
    text, gloss = folded(one.text), folded(one.gloss)
    if len(wanted) == 1 and not leaf.words and leaf.word != "yes/no":
        return False
    return text.startswith(wanted) or gloss.startswith(wanted) or (leaf.word not in FREE and f" {wanted}" in gloss)


@cache
def folded(text: str) -> str:
    """A text without accents and case."""
    apart = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _rank(wanted: str, one: Candidate) -> tuple[int, bool, int] | None:
    """How well a candidate fits: whole, its beginning, the beginning of a word, anywhere; None where it does not.

    Of those that fit alike, countries come before their parts, and short names before long ones. While nothing is
    wanted, they stay in the order in which they are offered.
    """
    if not wanted:
        return 0, False, 0
    text, gloss = folded(one.text), folded(one.gloss)
    fits = (
        wanted in (text, gloss) or gloss.startswith(f"{wanted} ("),
        gloss.startswith(wanted),
        text.startswith(wanted),
        f" {wanted}" in f" {gloss}",
        wanted in gloss,
    )
    return (fits.index(True), "-" in text, len(one.gloss or one.text)) if True in fits else None


def _offered(path: str, data: Any, templates: Templates | None) -> Iterable[Candidate]:
    pattern, leaf = pattern_of(path), leaf_at(path)
    if leaf.words:
        return [Candidate(word, word.replace("-", " ")) for word in leaf.words]
    if leaf.word in BY_WORD:
        return BY_WORD[leaf.word]()
    if pattern == "forum.institution":
        return [Candidate(short, name) for short, name in INSTITUTIONS.items()]
    if pattern in ACTS:
        return _acts(templates)
    if pattern in PARTIES:
        return _members(data, "parties")
    return _persons(data) if leaf.word == "id" and pattern == "authorisations[*].person" else ()


@cache
def _places() -> tuple[Candidate, ...]:
    """Every place under each of its names, the name by which contracts call it first."""
    own = {code: place_name(code) for code in sorted(set(named_places().values())) if is_place(code)}
    plain = {code: name.removeprefix("the ") for code, name in own.items()}
    plain = dict(sorted(plain.items(), key=lambda one: ("-" in one[0], folded(one[1]))))
    others = [(code, name) for name, code in named_places().items() if code in own]
    return (
        *(Candidate(code, name) for code, name in plain.items()),
        *(Candidate(code, f"{name} ({own[code]})") for code, name in others if not _begins_with(plain[code], name)),
    )


def _begins_with(own: str, name: str) -> bool:
    return own.casefold().startswith(name.removeprefix("the "))


def _classifications() -> Iterable[Candidate]:
    return [Candidate(code, code) for code in CLASSIFICATIONS]


def _languages() -> Iterable[Candidate]:
    return [Candidate(code, name) for code, name in LANGUAGES.items()]


def _yes_no() -> Iterable[Candidate]:
    return [Candidate("yes", "yes"), Candidate("no", "no")]


BY_WORD: Mapping[str, Callable[[], Iterable[Candidate]]] = {
    "place": _places,
    "classification": _classifications,
    "language": _languages,
    "yes/no": _yes_no,
}


def _acts(templates: Templates | None) -> Iterator[Candidate]:
    for name, conduct in templates.register.conducts.items() if templates else ():
        if conduct.stratum == "act":
            yield Candidate(name, conduct.says)


def _members(data: Any, name: str) -> Iterator[Candidate]:
    members = data_at(data, (name,))
    for key, member in members.items() if isinstance(members, Mapping) else ():
        called = member.get("name") if isinstance(member, Mapping) else None
        yield Candidate(key, called if isinstance(called, str) else key)


def _persons(data: Any) -> Iterator[Candidate]:
    yield from _members(data, "parties")
    yield from _members(data, "users")
    parties = data_at(data, ("parties",))
    for key, party in parties.items() if isinstance(parties, Mapping) else ():
        affiliates = party.get("affiliates") if isinstance(party, Mapping) else None
        for one in affiliates if isinstance(affiliates, Mapping) else ():
            yield Candidate(f"{key}/{one}", f"affiliate of {key}")
