"""Every fact there is, with its question; made from the models, so that no fact is listed twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from clausekit.facts.answers import NoSuchFact
from clausekit.facts.kinds import CLASSIFICATION, PLACE, SHARE, YEAR, YES_OR_NO
from clausekit.facts.paths import ANY, keys_of
from clausekit.facts.schema import deal_shape
from clausekit.facts.shapes import Group, Leaf, Many, Part, Shape, Travels
from clausekit.facts.travel import travels_of
from clausekit.facts.view import NO_LINKS
from clausekit.nearest import did_you_mean
from clausekit.nearest import nearest as nearest_of

FIRST_SECTION = "The agreement"
PLACES = ("CN", "HK", "MO", "TW", "US", "DE", "FR", "AE", "GB", "RU")
FLIPS: dict[str, tuple[Any, ...]] = {
    YES_OR_NO.word: (True, False),
    PLACE.word: PLACES,
    SHARE.word: (0, 49, 50, 100),
    YEAR.word: (2026, 2027, 2030),
    CLASSIFICATION.word: ("3A090.a", "EAR99"),
}
SEVERAL_FLIPS = (("entity-list",), ("training", "inference"))


@dataclass(frozen=True, slots=True)
class FactInfo:
    """What is asked.

    Args:
        path: where it stands; ``*`` for any key, as in ``parties[*].headquarters``.
        type: what an answer is: ``text``, ``yes/no``, ``place``, ``list of places``, ``group``, ``list of parties``.
        allowed: the words allowed, where only some are.
        question: one plain sentence.
        section: the heading under which it is asked.
        required: whether a deal cannot be read without it.
        travels: whether it may be taken over into another matter.
    """

    path: str
    type: str
    allowed: tuple[str, ...]
    question: str
    section: str
    required: bool
    travels: Travels


@cache
def all_facts() -> tuple[FactInfo, ...]:
    """Every fact, groups before their parts; the owners of owners are not repeated."""
    return tuple(_facts(deal_shape(), "", FIRST_SECTION, ()))


def fact_info(path: str) -> FactInfo:
    """What is asked at the path of a fact, or of a pattern; raises NoSuchFact where there is none."""
    part, section = _part_at(path)
    return _info(path, part, section)


def nearest(name: str) -> str | None:
    """The name of a fact that is most like `name`."""
    return nearest_of(name, _names())


def possible_values(path: str) -> tuple[Any, ...]:
    """Values that an open fact may turn out to have, enough to see what it decides; none where nothing turns on it.

    Raises NoSuchFact where there is no such fact.
    """
    return _possible(_shape_at(path))


def _facts(group: Group, path: str, section: str, above: tuple[str, ...]) -> Iterator[FactInfo]:
    for name, part in group.parts.items():
        here = group.path_to(path, name)
        under = part.section or section
        yield _info(here, part, under)
        inner, below = _group_of(part.shape, here)
        if inner and inner.name not in above:
            yield from _facts(inner, below, under, (*above, inner.name))


def _group_of(shape: Shape, path: str) -> tuple[Group | None, str]:
    if isinstance(shape, Many):
        return shape.element, shape.path_to(path, ANY)
    return (shape if isinstance(shape, Group) else None), path


def _info(path: str, part: Part, section: str) -> FactInfo:
    shape = part.shape
    allowed = shape.words if isinstance(shape, Leaf) else ()
    return FactInfo(path, fact_type(shape, path), allowed, part.question, section, part.required, travels_of(path))


def fact_type(shape: Shape, path: str) -> str:
    """What an answer is, in words: ``list of places``, ``parties by id``, ``group``."""
    if isinstance(shape, Leaf):
        return shape.type
    if isinstance(shape, Many):
        return f"{keys_of(path)[-1]} by {'place' if shape.by_place else 'id'}"
    return "group"


@cache
def _names() -> frozenset[str]:
    return frozenset(keys_of(fact.path)[-1] for fact in all_facts())


def _part_at(path: str) -> tuple[Part, str]:
    """The part of a group at `path`; for a member of a list, the part that holds the list."""
    shape: Shape = deal_shape()
    part, section = None, FIRST_SECTION
    for key in _keys(path):
        if isinstance(shape, Group):
            part = _part_of(shape, key, path)
            shape, section = part.shape, part.section or section
        else:
            shape = _member_of(shape, path)
    if part is None:
        raise NoSuchFact(f"there is no fact '{path}'")
    return part, section


def _shape_at(path: str) -> Shape:
    shape: Shape = deal_shape()
    for key in _keys(path):
        shape = _part_of(shape, key, path).shape if isinstance(shape, Group) else _member_of(shape, path)
    return shape


def _keys(path: str) -> tuple[str, ...]:
    try:
        return keys_of(path)
    except ValueError as fault:
        raise NoSuchFact(str(fault)) from None


def _part_of(group: Group, name: str, path: str) -> Part:
    if name not in group.parts:
        raise NoSuchFact(f"there is no fact '{path}'{did_you_mean(name, group.parts)}")
    return group.parts[name]


def _member_of(shape: Shape, path: str) -> Group:
    if not isinstance(shape, Many):
        raise NoSuchFact(f"there is no fact '{path}'; it leads below a single answer")
    return shape.element


def _possible(shape: Shape) -> tuple[Any, ...]:
    match shape:
        case Leaf(several=True):
            return _possible_lists(shape)
        case Leaf():
            return shape.words or FLIPS.get(shape.word, ())
        case Many(by_place=True):
            return (NO_LINKS, {place: _all(shape.element, True) for place in PLACES})
        case Many():
            return ({},)
        case Group() if all(part.shape is YES_OR_NO for part in shape.parts.values()):
            return (_all(shape, False), _all(shape, True))
    return ()


def _possible_lists(leaf: Leaf) -> tuple[tuple[str, ...], ...]:
    if leaf.word == PLACE.word:
        return ((), ("CN",), ("US",))
    telling = next((words for words in SEVERAL_FLIPS if words[0] in leaf.words), leaf.words)
    return ((), *((word,) for word in telling)) if telling else ()


def _all(group: Group, answer: bool) -> dict[str, bool]:
    return dict.fromkeys(group.parts, answer)
