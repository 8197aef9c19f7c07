"""Views: the only way in which conditions and wording see a deal."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from clausekit.facts.answers import NOT_ASKED, NOT_KNOWN, Fact, Interval, NoSuchFact, Open
from clausekit.facts.paths import ids_in
from clausekit.facts.places import is_place
from clausekit.facts.shapes import Group, Leaf, Many, Shape
from clausekit.nearest import did_you_mean

if TYPE_CHECKING:
    from clausekit.facts.deal import Deal

__all__ = ["NOT_ASKED", "NOT_KNOWN", "Fact", "Interval", "NoSuchFact", "Open", "View", "person_view", "view"]

NO_LINKS = "none"  # the answer that there are no links, in the place of a mapping of them
MISSING: Any = object()
Data = Mapping[str, Any] | Open | str


class View:
    """A group of facts, or a list of groups, with assumed values laid over the deal's.

    Attributes:
        path: where it stands in the deal; empty for the deal itself.
        id: its key in the list it belongs to, or its own name.
        shape: what it may hold.
        data: a mapping, an Open where all of it is open, or ``none`` for no links.
        assume: the assumed values, by path.
    """

    __slots__ = ("_deal", "_known", "_stands_at", "assume", "data", "id", "path", "shape")

    def __init__(
        self,
        shape: Group | Many,
        data: Data,
        path: str,
        assume: Mapping[str, Any],
        *,
        deal: View | None = None,
        stands_at: str | None = None,
        key: str = "",
    ) -> None:
        self.shape = shape
        self.data = data
        self.path = path
        self.id = key
        self.assume = assume
        self._deal = deal
        self._stands_at = path if stands_at is None else stands_at
        self._known: dict[str, View | Fact] = {}

    def __repr__(self) -> str:
        return f"View({self.path or 'deal'})"

    @property
    def deal(self) -> View:
        """The view of the whole deal that this one belongs to."""
        return self if self._deal is None else self._deal

    def get(self, name: str) -> View | Fact:
        """The fact or the group called `name`; raises NoSuchFact where no deal has such a name."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._look_up(name)
        return found

    def members(self) -> tuple[View | Fact, ...] | Fact:
        """The elements of a list, or the parts of a group; an open Fact where all of it is open."""
        if isinstance(self.data, Open):
            return Fact(self.data, self._stands_at)
        return tuple(self.get(name) for name in self._names())

    def _names(self) -> Iterator[str]:
        if isinstance(self.shape, Group):
            return iter(self.shape.parts)
        return iter(self.data) if isinstance(self.data, Mapping) else iter(())

    def _look_up(self, name: str) -> View | Fact:
        if isinstance(self.shape, Group) and name in self.shape.derived:
            return self.shape.derived[name](self)
        shape = self._shape_of(name)
        path = self.shape.path_to(self.path, name)
        value, stands_at = self._value(name, shape, path)
        if isinstance(value, Fact):
            return value
        if isinstance(shape, Leaf):
            return Fact(value, stands_at)
        return View(shape, value, path, self.assume, deal=self.deal, stands_at=stands_at, key=name)

    def _value(self, name: str, shape: Shape, path: str) -> tuple[Any, str]:
        """The value of a part, and the path of the fact that it stands on."""
        assumed = self.assume.get(path, MISSING)
        if assumed is not MISSING:
            return assumed, path
        if isinstance(self.data, Mapping):
            return self.data.get(name, NOT_ASKED), path
        if self.data is NOT_ASKED:
            return NOT_ASKED, path
        if self.data == NO_LINKS:
            return (False if isinstance(shape, Leaf) else NO_LINKS), self._stands_at
        return self.data, self._stands_at

    def _shape_of(self, name: str) -> Shape:
        if isinstance(self.shape, Group):
            found = self.shape.parts.get(name)
            if found is None:
                raise self._no_such(name, (*self.shape.parts, *self.shape.derived))
            return found.shape
        if not self._may_hold(self.shape, name):
            raise self._no_such(name, self.data if isinstance(self.data, Mapping) else ())
        return self.shape.element

    def _may_hold(self, shape: Many, key: str) -> bool:
        if shape.by_place:
            return is_place(key)
        return isinstance(self.data, Open) or key in self.data

    def _no_such(self, name: str, known: Any) -> NoSuchFact:
        where = self.path or "a deal"
        return NoSuchFact(f"{where} has no '{name}'{did_you_mean(name, known)}")


def view(deal: Deal, assume: Mapping[str, Any] | None = None) -> View:
    """The view of a deal.

    Args:
        assume: values, or Opens, by path; they win over the deal's.
    """
    from clausekit.facts.schema import deal_shape

    return View(deal_shape(), deal.plain, "", assume or {})


def person_view(deal: Deal, assume: Mapping[str, Any] | None, facts: Mapping[str, Any], path: str) -> View:
    """The view of a person made from plain values, such as an affiliate, as if it were a party.

    Args:
        facts: values of a party's facts, or Facts borrowed from another person; a name that no party has
            raises NoSuchFact.
        path: where it stands, such as ``parties[operator].affiliates[cn]``.
    """
    return person_in(view(deal, assume), facts, path)


def person_in(deal: View, facts: Mapping[str, Any], path: str) -> View:
    """As person_view, beside a view of the deal."""
    from clausekit.facts.schema import party_shape

    ids = tuple(ids_in(path))
    person = View(party_shape(), facts, path, deal.assume, deal=deal, key=ids[-1] if ids else path)
    for name in facts:
        person.get(name)
    return person


def without_members(deal: View, name: str, keys: Collection[str]) -> View:
    """The view of a deal without some members of one of its lists."""
    data = deal.data
    members = data.get(name) if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping) or not isinstance(members, Mapping):
        return deal
    left = {key: member for key, member in members.items() if key not in keys}
    return View(deal.shape, {**data, name: left}, "", deal.assume)
