"""What may meet in one contract: a position of each topic, the circumstances, and what they bring along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from clausekit.agreement.wording import Spot, SpotKind
from clausekit.authoring.clause_texts import Key, Sheet, Sheets
from clausekit.authoring.reasoning.encoding import Encoding, plain_path
from clausekit.authoring.reasoning.solver import Model
from clausekit.clauses import Topic
from clausekit.conditions.formula import All, Either, Empty, Formula, Known, Named, Not

ROOTS = {role: f"deal.parties[*]‹{role}›" for role in ("supplier", "customer")}
Under = tuple[tuple[int, str], ...]  # spots with their outcomes, as `Spot.under`


@dataclass(frozen=True)
class World:
    """The contracts that a library allows, as propositions."""

    sheets: Sheets

    @cached_property
    def encoding(self) -> Encoding:
        return Encoding(self.sheets.templates.register)

    @cached_property
    def positions(self) -> Mapping[Key, int]:
        """That a position is in the contract. Each topic has one that may be used, if there is any."""
        found = {key: variable for topic in self._topics for key, variable in self._of_topic(topic)}
        for schedule in self.sheets.form.schedules:
            found |= self._of_schedule(schedule, found)
        return found

    @cached_property
    def _topics(self) -> Sequence[Topic]:
        return [self.sheets.library.topics[topic] for topic in self.sheets.form.running_order]

    def _of_topic(self, topic: Topic) -> Iterator[tuple[Key, int]]:
        variables = []
        for index, position in enumerate(topic.positions.values()):
            variable = self.encoding.solver.variable(preferred=index == 0)
            self.encoding.solver.add(-variable, self.encoding.of(position.use_when.formula).possible)
            variables.append(variable)
            yield (topic.id, position.id), variable
        self.encoding.exactly_one([*variables, self.without(topic)])

    def without(self, topic: Topic) -> int:
        """That the circumstances leave a topic no position."""
        allowed = [self.encoding.of(position.use_when.formula).possible for position in topic.positions.values()]
        return self.encoding.all_of(-possible for possible in allowed)

    def _of_schedule(self, schedule: str, found: Mapping[Key, int]) -> dict[Key, int]:
        """A schedule is in the contract in its first position, if a position refers to it."""
        positions = list(self.sheets.library.topics[schedule].positions)
        bringing = self.sheets.referrers[schedule]
        brought = self.encoding.any_of(found[key] for key in bringing if key in found)
        never = self.encoding.any_of(())
        return {(schedule, position): never if index else brought for index, position in enumerate(positions)}

    def printed(self, sheet: Sheet, under: Under) -> int:
        """That the words of a sheet below some spots are printed."""
        spots = sheet.laid_out.spots
        return self.encoding.all_of([self.positions[sheet.key], *(self._leads(sheet, spots[n], o) for n, o in under)])

    def reached(self, sheet: Sheet, spot: Spot, outcome: str) -> int:
        """That a spot comes out in one way, and no other."""
        return self.encoding.all_of([self.printed(sheet, spot.under), *self._comes_out(sheet, spot, outcome)])

    def _leads(self, sheet: Sheet, spot: Spot, outcome: str) -> int:
        """That what stands below an outcome is printed: an undecided test prints both sides."""
        if spot.kind is SpotKind.CHOICE and spot.test is not None:
            both = self.encoding.of(self._local(sheet, spot, spot.test))
            return both.possible if outcome == "yes" else both.deniable
        return self.encoding.of(self._local(sheet, spot, Empty(spot.text))).deniable

    def _comes_out(self, sheet: Sheet, spot: Spot, outcome: str) -> list[int]:
        test = spot.test if spot.kind is SpotKind.CHOICE else Empty(spot.text) if spot.kind is SpotKind.LOOP else None
        if test is None:
            known = self.encoding.of(self._local(sheet, spot, Known(spot.text)))
            return [known.possible if outcome == "printed" else known.deniable]
        both = self.encoding.of(self._local(sheet, spot, test))
        certain, denied = [both.possible, -both.deniable], [both.deniable, -both.possible]
        open_ = [both.possible, both.deniable]
        return {"yes": certain, "none": certain, "no": denied, "members": denied}.get(outcome, open_)

    def _local(self, sheet: Sheet, spot: Spot, formula: Formula) -> Formula:
        """A formula whose names are paths of the deal."""
        return renamed(formula, _names(sheet, spot))

    def can_be(self, *literals: int) -> Model | None:
        """A contract in which all the literals hold, if there is one."""
        fitting = (model for model in self._models if model.issuperset(literals))
        model = next(fitting, None) or self.encoding.solver.solve(literals)
        if model and model not in self._models:
            self._models.append(model)
        return model

    def plainest(self, literals: Iterable[int]) -> Model:
        """A contract in which all the literals hold, with as few circumstances as may be that hold or are open.

        There must be one.
        """
        wanted = list(literals)
        for name in self.encoding.register.circumstances:
            both = self.encoding.seen(Named(name))
            for plain in (-both.possible, both.possible, -both.deniable) if both else ():
                if self.can_be(*wanted, plain):
                    wanted.append(plain)
        model = self.can_be(*wanted)
        assert model is not None
        return model

    @cached_property
    def _models(self) -> list[Model]:
        """Contracts found so far: many a question is answered by one of them."""
        return []

    def witness(self, model: Model, about: Iterable[Key] = ()) -> str:
        """One combination in words: the positions concerned, and the circumstances that are not as usual."""
        topics = dict(key for key, variable in self.positions.items() if variable in model)
        chosen = [f"{topic} is {topics[topic]}" for topic in dict.fromkeys(key[0] for key in about) if topic in topics]
        return "; ".join([*chosen, *self._unusual(model)])

    @cached_property
    def _usual(self) -> Mapping[str, str]:
        """The circumstances of the plainest contract of all."""
        return self._circumstances(self.plainest(()))

    def _unusual(self, model: Model) -> Iterator[str]:
        """The circumstances of a model that are not those of the plainest contract."""
        found = self._circumstances(model)
        for name in self.encoding.register.circumstances:
            if found.get(name) != self._usual.get(name):
                yield f"{name} {found.get(name, 'does not hold')}"

    def _circumstances(self, model: Model) -> Mapping[str, str]:
        """The circumstances that hold, or are open, in a model."""
        seen = ((name, self.encoding.seen(Named(name))) for name in self.encoding.register.circumstances)
        possible = {name: both for name, both in seen if both and both.possible in model}
        return {name: "is open" if both.deniable in model else "holds" for name, both in possible.items()}


def fact_at(sheet: Sheet, spot: Spot) -> str:
    """The path of the fact that a spot prints, as facts are listed: ``users[*].name``."""
    return plain_path(in_deal(spot.text, _names(sheet, spot))).removesuffix("[*]")


def _names(sheet: Sheet, spot: Spot) -> Mapping[str, str]:
    """What names stand for at a spot; a loop's stands for one member in just this loop."""
    names = dict(ROOTS)
    for number, _ in spot.under:
        loop = sheet.laid_out.spots[number]
        if loop.kind is SpotKind.LOOP:
            names[loop.name] = f"{in_deal(loop.text, names)}[*]‹line {loop.line} of {sheet.text.file}›"
    return names


def renamed(formula: Formula, names: Mapping[str, str]) -> Formula:
    """A formula with other roots for its paths."""
    match formula:
        case All(parts):
            return All(tuple(renamed(part, names) for part in parts))
        case Either(parts):
            return Either(tuple(renamed(part, names) for part in parts))
        case Not(part):
            return Not(renamed(part, names))
        case Known(path):
            return Known(in_deal(path, names))
        case Empty(path):
            return Empty(in_deal(path, names))
    return formula


def in_deal(path: str, names: Mapping[str, str]) -> str:
    """A path as its author wrote it, from the root of the deal; derived lists are those they are taken from."""
    root, *parts = path.split(".")
    return ".".join([names.get(root, root), *parts])
