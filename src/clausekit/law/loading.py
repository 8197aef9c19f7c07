"""Reading a folder of law into a `Register`, with every fault told and its line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from clausekit.conditions import Vocabulary
from clausekit.facts import is_place
from clausekit.finding import Finding, Place, error
from clausekit.kept import Kept
from clausekit.law import building, building_practice
from clausekit.law import reading as shapes
from clausekit.law import reading_practice as practice_shapes
from clausekit.law.practice import EvidenceSource, ForumPoint, Step, Watch
from clausekit.law.register import Conduct, Duty, Instrument, LeftOut, PlaceSet, Register
from clausekit.located_yaml import Located, read_file
from clausekit.nearest import did_you_mean

FILES = ("register", "places", "conduct", "circumstances", "judgement")
Built = TypeVar("Built")


def read_register(
    folder: Path, shown_as: str = "law", kept: Kept | None = None
) -> tuple[Register | None, list[Finding]]:
    """The register in `folder`; None where one of its general files cannot be read at all.

    Args:
        folder: holds `register.yaml`, `conduct.yaml`, ... and a folder for each jurisdiction.
        shown_as: how the folder is named in findings.
        kept: what was read of it before.
    """
    return _Loading(folder, shown_as, kept).register()


@dataclass
class _Loading:
    folder: Path
    shown_as: str
    kept: Kept | None = None
    findings: list[Finding] = field(default_factory=list)

    def register(self) -> tuple[Register | None, list[Finding]]:
        files = {name: self._file(self.folder / f"{name}.yaml") for name in FILES}
        located = {name: found for name, found in files.items() if found is not None}
        if len(located) < len(FILES):
            return None, self.findings
        return self._build(located), self.findings

    def _file(self, path: Path) -> Located | None:
        shown = f"{self.shown_as}/{path.relative_to(self.folder).as_posix()}"
        located, findings = read_file(path, shown, self.kept)
        self.findings += findings
        return located

    def _build(self, files: dict[str, Located]) -> Register | None:
        general = self._shape(files["register"], shapes.RegisterShape)
        places = self._shape(files["places"], shapes.PlacesShape)
        judgement = self._shape(files["judgement"], shapes.JudgementShape)
        conducts = self._conducts(files["conduct"])
        sets = {name: building.build_place_set(one) for name, one in places.all_sets.items()} if places else {}
        self._check_places(files["places"], sets)
        names = shapes.read_shapes(files["circumstances"], shapes.CircumstanceShape)
        self.findings += names[1]
        vocabulary = Vocabulary(frozenset(names[0]), sets.keys() if places else _sets_of(files["places"]))
        circumstances = self._with(files["circumstances"], vocabulary, conducts)
        judged = self._with(files["judgement"], vocabulary, conducts)
        instruments = self._instruments(vocabulary, conducts, general)
        left_out = self._left_out(instruments)
        forum = self._forum(vocabulary, instruments)
        evidence = self._evidence(vocabulary, instruments)
        built = building.build_circumstances(names[0], circumstances)
        weights = building.build_judgement(judgement, judged) if judgement else None
        self.findings += circumstances.findings + judged.findings
        if general is None or places is None or weights is None:
            return None
        return Register(
            instruments=instruments,
            conducts=conducts,
            circumstances=built,
            places=sets,
            china=sets[shapes.CHINA_IN_CONTRACTS],
            families=general.families,
            judgement=weights,
            horizon=general.horizon,
            begins=min((e.recorded for i in instruments.values() for e in i.events), default=date.max),
            place_codes={name: one.places for name, one in sets.items()},
            left_out=left_out,
            forum=forum,
            evidence=evidence,
            steps=self._steps(vocabulary, general.families, forum),
            watches=self._watches(conducts, weights.nexus),
        )

    def _left_out(self, instruments: Mapping[str, Instrument]) -> dict[str, LeftOut]:
        """What is deliberately not in the register."""
        shaped, builder = self._optional("left-out", shapes.LeftOutShape, Vocabulary())
        return self._checked(builder, building.build_left_out(shaped, builder, instruments))

    def _forum(self, vocabulary: Vocabulary, instruments: Mapping[str, Instrument]) -> dict[str, ForumPoint]:
        shaped, builder = self._optional("forum", practice_shapes.ForumPointShape, vocabulary)
        return self._checked(builder, building_practice.build_forum(shaped, builder, self._named(instruments)))

    def _evidence(self, vocabulary: Vocabulary, instruments: Mapping[str, Instrument]) -> dict[str, EvidenceSource]:
        shaped, builder = self._optional("evidence", practice_shapes.EvidenceSourceShape, vocabulary)
        return self._checked(builder, building_practice.build_evidence(shaped, builder, self._named(instruments)))

    def _named(self, instruments: Mapping[str, Instrument]) -> Collection[str]:
        """What may be named as an instrument; a file that cannot be read is told once, where it stands."""
        return instruments.keys() | {path.stem for path in self._instrument_files()}

    def _steps(
        self, vocabulary: Vocabulary, families: Collection[str], forum: Mapping[str, ForumPoint]
    ) -> dict[str, Step]:
        shaped, builder = self._optional("steps", practice_shapes.StepShape, vocabulary)
        return self._checked(builder, building_practice.build_steps(shaped, builder, families, forum))

    def _watches(self, conducts: Iterable[str], nexus: Collection[str]) -> dict[str, Watch]:
        shaped, builder = self._optional("wording", practice_shapes.WatchShape, Vocabulary(), conducts)
        return self._checked(builder, building_practice.build_watches(shaped, builder, nexus))

    def _optional(
        self, name: str, kind: type[shapes.AnyShape], vocabulary: Vocabulary, conducts: Iterable[str] = ()
    ) -> tuple[dict[str, shapes.AnyShape], building.Builder]:
        """The entries of a file that a library need not have."""
        path = self.folder / f"{name}.yaml"
        located = self._file(path) if path.exists() else None
        if located is None:
            return {}, self._with(Located({}, path.name), vocabulary, conducts)
        shaped, findings = shapes.read_shapes(located, kind)
        self.findings += findings
        return shaped, self._with(located, vocabulary, conducts)

    def _checked(self, builder: building.Builder, built: dict[str, Built]) -> dict[str, Built]:
        self.findings += builder.findings
        return built

    def _shape(self, located: Located, kind: type[shapes.AnyShape]) -> shapes.AnyShape | None:
        shape, findings = shapes.read_shape(located, kind)
        self.findings += findings
        return shape

    def _with(self, located: Located, vocabulary: Vocabulary, conducts: Iterable[str]) -> building.Builder:
        return building.Builder(located, vocabulary, conducts)

    def _conducts(self, located: Located) -> dict[str, Conduct]:
        shaped, findings = shapes.read_shapes(located, shapes.ConductShape)
        builder = self._with(located, Vocabulary(), shaped)
        conducts = building.build_conducts(shaped, builder)
        self.findings += findings + builder.findings
        return conducts

    def _check_places(self, located: Located, sets: dict[str, PlaceSet]) -> None:
        for name, one in sets.items():
            for place in sorted(one.places):
                if not is_place(place):
                    at = Place(located.file, located.line(("sets", name, "places")))
                    self.findings.append(error("unknown-place", f"'{place}' is not a place.", at))

    def _instrument_files(self) -> list[Path]:
        return sorted(self.folder.glob("*/*.yaml"))

    def _instruments(
        self, vocabulary: Vocabulary, conducts: dict[str, Conduct], general: shapes.RegisterShape | None
    ) -> dict[str, Instrument]:
        """Every instrument by id, sorted, so that the names and order of files change nothing."""
        found: dict[str, Instrument] = {}
        for path in self._instrument_files():
            instrument = self._instrument(path, vocabulary, conducts, general)
            if instrument and instrument.id in found:
                message = f"'{instrument.id}' is already the id of {found[instrument.id].at.file}."
                self.findings.append(error("instrument-twice", message, instrument.at))
            elif instrument:
                found[instrument.id] = instrument
        self._check_duties(found.values())
        return dict(sorted(found.items()))

    def _check_duties(self, instruments: Iterable[Instrument]) -> None:
        """Findings and receipts name duties by their id, so an id stands once."""
        first: dict[str, Duty] = {}
        for duty in (duty for instrument in instruments for duty in instrument.duties):
            before = first.setdefault(duty.id, duty)
            if before is not duty:
                message = f"'{duty.id}' is already the id of a duty in {before.place.file}."
                self.findings.append(error("duty-twice", message, duty.place))

    def _instrument(
        self, path: Path, vocabulary: Vocabulary, conducts: dict[str, Conduct], general: shapes.RegisterShape | None
    ) -> Instrument | None:
        located = self._file(path)
        shape = self._shape(located, shapes.InstrumentShape) if located else None
        if located is None or shape is None:
            return None
        builder = self._with(located, vocabulary, conducts)
        instrument = building.build_instrument(shape, builder, general.families if general else None)
        self.findings += builder.findings
        return instrument


def _sets_of(located: Located) -> frozenset[str]:
    """The names of the sets in a file of places whose shape is faulty elsewhere."""
    group = located.data.get("sets") if isinstance(located.data, dict) else None
    return frozenset({shapes.CHINA_IN_CONTRACTS, *(group if isinstance(group, dict) else ())})


def unknown_instrument(register: Register, name: str) -> Finding:
    """The finding that no instrument has this id, with the nearest one."""
    message = f"'{name}' is not an instrument of the register{did_you_mean(name, register.instruments)}"
    return error("unknown-instrument", message)
