"""The matters in a folder: what each is about, how it stands, and a new one begun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

from clausekit.editing.drafted import last_draft
from clausekit.editing.lines import Count, Kind, grid
from clausekit.facts.reading import Reading, read_with_mistakes
from clausekit.facts.schema import deal_shape
from clausekit.file_names import safe_name
from clausekit.finding import Finding, Place, error
from clausekit.located_yaml import REMOVED, changed_text, replace_text
from clausekit.located_yaml.reading import decoded, read_bytes

ENDINGS = frozenset({".yaml", ".yml"})
OF_THE_STARTER = (("file_name",), ("law_as_of",), ("known_at",))  # a new matter is called and dated otherwise
NO_GROUP = "missing-fact"  # what is said of a file that holds a list or a text
MOST_FOLDERS = 200


@dataclass(frozen=True, slots=True)
class Matter:
    """One deal file, as a list shows it.

    Args:
        title: the deal's title, or its file's name.
        parties: their names, or their ids.
        count: how its facts stand.
        drafted_on: the day of the last draft's files as year-month-day; empty where there is none.
        is_fresh: whether that draft was made of exactly this file.
        problem: why the file cannot be read as a deal; empty where it can.
    """

    path: Path
    title: str
    parties: tuple[str, ...]
    count: Count
    drafted_on: str = ""
    is_fresh: bool = False
    problem: str = ""

    @property
    def open(self) -> int:
        """How many facts that matter are not known."""
        return self.count.total - self.count.known


def matter_files(folder: Path) -> Iterator[Path]:
    """The files that may be deals, in a folder and one folder below, by name; hidden ones are passed over."""
    try:
        inside = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return
    yield from (path for path in inside if path.suffix in ENDINGS and path.is_file())
    for below in islice((path for path in inside if path.is_dir()), MOST_FOLDERS):
        try:
            found = sorted(path for path in below.iterdir() if path.suffix in ENDINGS and path.is_file())
        except OSError:
            continue
        yield from (path for path in found if not path.name.startswith("."))


def matters_in(folder: Path) -> list[Matter]:
    """The deals in a folder and one folder below."""
    return [matter for path in matter_files(folder) if (matter := matter_at(path))]


def matter_at(path: Path) -> Matter | None:
    """A deal file as a list shows it; None for a file that is readable and no deal."""
    content, findings = read_bytes(path, path.name)
    text, faults = decoded(content, path.name) if content is not None else (None, findings)
    if text is None:
        return Matter(path, path.stem, (), Count(), problem=_first(faults))
    reading = read_with_mistakes(text, path.name)
    data = reading.located.data if reading.located else None
    if data is None and all(finding.code == NO_GROUP for finding in reading.findings):
        return None
    if data is None:
        return Matter(path, path.stem, (), Count(), problem=_first(reading.findings))
    return _matter(path, text, reading, data) if is_like_a_deal(data) else None


def is_like_a_deal(data: Mapping[str, object]) -> bool:
    """Whether at least half of what a file states are facts of a deal; so for an empty one, and one with slips."""
    known = sum(name in deal_shape().parts for name in data)
    return 2 * known >= len(data)


def _matter(path: Path, text: str, reading: Reading, data: Mapping[str, object]) -> Matter:
    title, parties, name = data.get("title"), data.get("parties"), data.get("file_name")
    drafted = last_draft(path, text, name)
    return Matter(
        path,
        title if isinstance(title, str) else path.stem,
        tuple(_names(parties)) if isinstance(parties, Mapping) else (),
        _count(reading),
        drafted.on if drafted else "",
        drafted.is_of if drafted else False,
    )


def _first(findings: tuple[Finding, ...] | list[Finding]) -> str:
    return f"{findings[0].place}: {findings[0].message}" if findings else "it is no deal"


def _names(parties: Mapping[str, object]) -> Iterator[str]:
    for key, party in parties.items():
        name = party.get("name") if isinstance(party, Mapping) else None
        yield name if isinstance(name, str) else str(key)


def _count(reading: Reading) -> Count:
    sections = [line.count for line in grid(reading).lines if line.kind is Kind.SECTION]
    return Count(
        sum(one.known for one in sections),
        sum(one.not_known for one in sections),
        sum(one.not_asked for one in sections),
        sum(one.wrong for one in sections),
    )


def begin_matter(folder: Path, title: str, starter: Path | None = None) -> tuple[Path | None, list[Finding]]:
    """Begin a new matter in a file of its own, for its owner alone.

    Args:
        title: what it is called; the file's name is made of it.
        starter: the deal whose facts it begins with, without its dates of the law; None for an empty one.

    Returns:
        The file, or None and why it cannot be made.
    """
    named = safe_name(title)
    names = (f"{named}.yaml" if number == 1 else f"{named} {number}.yaml" for number in count(1))
    path = next(path for name in names if not (path := folder / name).exists())
    content, findings = read_bytes(starter, starter.name) if starter else (b"", [])
    text, findings = decoded(content, path.name) if content is not None else (None, findings)
    if text is None:
        return None, findings
    text, findings = changed_text(text, {("title",): title, **dict.fromkeys(OF_THE_STARTER, REMOVED)}, path.name)
    return (None, findings) if findings else _made(path, text)


def begin_at(path: Path) -> list[Finding]:
    """Begin an empty matter in a file that is not there yet; returns why it cannot be made."""
    return _made(path, "# A deal. What was not asked is left out; what was asked and is not known says so.\n")[1]


def _made(path: Path, text: str) -> tuple[Path | None, list[Finding]]:
    if not path.parent.is_dir():
        return None, [error("unwritable-file", "there is no such folder", Place(path.parent.as_posix()))]
    findings = replace_text(path, text)
    return (None, findings) if findings else (path, [])
