"""Reading a deal: every mistake at once, each with its line and the way out."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from clausekit.facts.answers import NOT_KNOWN
from clausekit.facts.checks import contradictions
from clausekit.facts.deal import Deal
from clausekit.facts.faults import Fault, fault_of, shape_below
from clausekit.facts.kinds import TEXT
from clausekit.facts.paths import Keys
from clausekit.facts.schema import deal_shape
from clausekit.facts.shapes import Group, Leaf, Shape
from clausekit.finding import Finding, Place, error
from clausekit.located_yaml import Located, read_text
from clausekit.located_yaml.reading import BOM, decoded, read_bytes

POSITIONS, WORDING = "positions", "wording"
BLOCK_SIGNS = ("|", ">")


def read_deal(path: Path, shown_as: str | None = None) -> tuple[Deal | None, list[Finding]]:
    """Read a deal file.

    Args:
        path: the file; `shown_as` is its name in findings.

    Returns:
        The deal, or None where anything must be mended first; and all findings, by line.
    """
    file = path.as_posix() if shown_as is None else shown_as
    content, findings = read_bytes(path, file)
    text, findings = decoded(content, file) if content is not None else (None, findings)
    return (None, findings) if text is None else read_deal_text(text, file)


def read_deal_text(text: str, file: str = "deal.yaml") -> tuple[Deal | None, list[Finding]]:
    """Read a deal from a text; `file` is its name in findings."""
    return _deal(text, *read_text(text, file))


@dataclass(frozen=True, slots=True)
class Reading:
    """A deal as far as it can be read, with everything that is wrong with its text.

    Args:
        located: what stands in the text; None where it cannot be read as YAML at all.
        deal: the deal without the answers that cannot be taken; None without data.
        faults: what is wrong with answers, by their keys; `findings` says the same and more, by line.
    """

    located: Located | None
    deal: Deal | None
    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]


def read_with_mistakes(text: str, file: str = "deal.yaml") -> Reading:
    """Read a deal that may have mistakes, and drop nothing of it."""
    located, findings = read_text(text, file)
    data = {} if located is not None and located.data is None else located.data if located else None
    if located is None or not isinstance(data, dict):
        told = [*findings, _no_deal(located)] if located else findings
        return Reading(None, None, (), tuple(told))
    deal, faults = checked(data, located.written)
    _note_wording(deal, located, text)
    found = [*findings, *(_finding(fault, located) for fault in faults)]
    return Reading(replace(located, data=data), deal, tuple(faults), tuple(sorted(found, key=_by_line)))


def _by_line(finding: Finding) -> int:
    return finding.place.line or 0


def _deal(text: str, located: Located | None, findings: list[Finding]) -> tuple[Deal | None, list[Finding]]:
    if located is None:
        return None, findings
    if not isinstance(located.data, dict):
        return None, [*findings, _no_deal(located)]
    deal, faults = checked(located.data, located.written)
    _note_wording(deal, located, text)
    found = [*findings, *(_finding(fault, located) for fault in faults)]
    return (None if found else deal), sorted(found, key=_by_line)


def _note_wording(deal: Deal, located: Located, text: str) -> None:
    """Lets every wording of the deal's own know where it stands."""
    for topic in deal.positions if isinstance(deal.positions, Mapping) else ():
        span = located.spans.get((POSITIONS, topic, WORDING))
        if span:
            below = text.removeprefix(BOM)[span.value : span.value + 1] in BLOCK_SIGNS
            deal.wording_places[topic] = Place(located.file, located.line((POSITIONS, topic, WORDING)) + below)


def _no_deal(located: Located) -> Finding:
    what = "the file is empty" if located.data is None else "this is not a deal"
    return error("missing-fact", f"{what}; begin with a line `title: ...`", Place(located.file, 1))


def _finding(fault: Fault, located: Located) -> Finding:
    return error(fault.code, fault.sentence, located.place(fault.keys, fault.path or None))


def checked(data: Mapping[str, Any], written: Mapping[Keys, str]) -> tuple[Deal, list[Fault]]:
    """The deal as far as it can be read, and everything wrong with it.

    Args:
        data: what stands in the file; `written` is how its numbers were written.
    """
    as_written = _texts_as_written(data, deal_shape(), (), written)
    deal, faults = tolerant(as_written)
    missing = list(_missing(as_written, deal_shape(), ()))
    told = {fault.keys for fault in missing}
    return deal, [*missing, *(fault for fault in faults if fault.keys not in told), *contradictions(deal)]


def as_written(located: Located) -> Any:
    """The data of a deal with its numbers, true and false as they were written, where a text is asked for."""
    return _texts_as_written(located.data, deal_shape(), (), located.written)


def tolerant(data: Any) -> tuple[Deal, list[Fault]]:
    """The deal without the answers that cannot be taken, and what is wrong with those."""
    remaining = copy.deepcopy(data)
    faults: list[Fault] = []
    while True:
        try:
            return Deal.model_validate(remaining), faults
        except ValidationError as refused:
            found = [fault_of(details, remaining) for details in refused.errors(include_url=False)]
        faults += found
        for fault in found:
            _leave_out(remaining, fault.keys)


def _leave_out(data: Any, keys: Keys) -> None:
    """Take the refused answer out; where it is part of a list, the whole list."""
    *above, last = keys
    for key in above:
        if not isinstance(data.get(key), dict):
            last = key
            break
        data = data[key]
    data.pop(last, None)


def _texts_as_written(data: Any, shape: Shape, keys: Keys, written: Mapping[Keys, str]) -> Any:
    """Numbers, true and false as they were written, where a text is asked for."""
    if isinstance(shape, Leaf):
        return written.get(keys, data) if shape is TEXT else data
    if not isinstance(data, dict):
        return data
    return {
        key: _texts_as_written(part, inner, (*keys, key), written) if (inner := shape_below(shape, key)) else part
        for key, part in data.items()
    }


def _missing(data: Any, shape: Shape, keys: Keys) -> Iterator[Fault]:
    """Facts that must be answered and are not."""
    if isinstance(shape, Leaf) or not isinstance(data, dict):
        return
    if isinstance(shape, Group):
        yield from _missing_parts(data, shape, keys)
    for key, part in data.items():
        if inner := shape_below(shape, key):
            yield from _missing(part, inner, (*keys, key))


def _missing_parts(data: Mapping[str, Any], group: Group, keys: Keys) -> Iterable[Fault]:
    for name, part in group.parts.items():
        if part.required and name not in data:
            yield Fault("missing-fact", keys, f"'{name}' must be answered. {part.question}")
        elif part.required and data[name] == NOT_KNOWN.value:
            yield Fault("missing-fact", (*keys, name), f"this must be known. {part.question}")
