"""Reading a deal: every mistake at once, each with its line and the way out."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
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
from clausekit.located_yaml import Located, read_file, read_text


def read_deal(path: Path, shown_as: str | None = None) -> tuple[Deal | None, list[Finding]]:
    """Read a deal file.

    Args:
        path: the file; `shown_as` is its name in findings.

    Returns:
        The deal, or None where anything must be mended first; and all findings, by line.
    """
    return _deal(*read_file(path, shown_as))


def read_deal_text(text: str, file: str = "deal.yaml") -> tuple[Deal | None, list[Finding]]:
    """Read a deal from a text; `file` is its name in findings."""
    return _deal(*read_text(text, file))


def _deal(located: Located | None, findings: list[Finding]) -> tuple[Deal | None, list[Finding]]:
    if located is None:
        return None, findings
    if not isinstance(located.data, dict):
        return None, [*findings, _no_deal(located)]
    deal, faults = checked(located.data, located.written)
    found = [*findings, *(_finding(fault, located) for fault in faults)]
    return (None if found else deal), sorted(found, key=lambda finding: finding.place.line or 0)


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
