"""Parts with their types, and the relationships between them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from clausekit.word.reading.container import part_key
from clausekit.word.reading.faults import DamagedFileError, UnsafeFileError
from clausekit.word.reading.limits import Limits
from clausekit.word.reading.xml_reading import common_name, read_xml

CONTENT_TYPES = "[Content_Types].xml"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
ADDRESS = re.compile(r"(?i)^([a-z][a-z0-9+.-]*:|\\\\|//)")


@dataclass(frozen=True, slots=True)
class ReadPart:
    """One part as it lies in the file; `type` is empty for what has none."""

    name: str
    type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Relationship:
    """A line of a part's relationships.

    Args:
        source: the part it belongs to, empty for the package itself.
        id: how the part speaks of it.
        type: what it is, in the names of transitional Word.
        target: the name of a part of this file, or an address outside it.
        external: whether it leads outside.
    """

    source: str
    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type: ``styles``, ``hyperlink``."""
        return self.type.rpartition("/")[2]


def typed_parts(parts: Mapping[str, bytes], file: str, limits: Limits) -> dict[str, ReadPart]:
    """Every part with its content type.

    Raises:
        UnreadableFileError: the list of types is missing, or names a part twice.
    """
    if CONTENT_TYPES not in parts:
        raise DamagedFileError(file, "it is a package without a list of its parts, so not a Word file")
    root = read_xml(parts[CONTENT_TYPES], file, CONTENT_TYPES, limits)
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for element in root.iter(f"{TYPES}Default", f"{TYPES}Override"):
        is_default = element.tag == f"{TYPES}Default"
        name = (element.get("Extension") or "").lower() if is_default else part_key(element.get("PartName") or "")
        listed = defaults if is_default else overrides
        if name in listed:
            raise UnsafeFileError(file, "it gives two types to one part", CONTENT_TYPES)
        listed[name] = element.get("ContentType") or ""
    return {
        name: ReadPart(name, overrides.get(part_key(name), defaults.get(_extension(name), "")), content)
        for name, content in parts.items()
    }


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower()


def relationships_name(source: str) -> str:
    """The part that holds the relationships of `source`."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relationships(
    source: str, parts: Mapping[str, ReadPart], names: Mapping[str, str], file: str, limits: Limits
) -> tuple[Relationship, ...]:
    """The relationships of a part, or of the package if `source` is empty.

    Args:
        names: the name of each part by its `part_key`.

    Raises:
        UnreadableFileError: two have one id, or a target leads out of the package.
    """
    name = names.get(part_key(relationships_name(source)))
    if name is None:
        return ()
    found = tuple(_relationships(parts[name].content, source, name, names, file, limits))
    if len({one.id for one in found}) != len(found):
        raise UnsafeFileError(file, "two relationships have one id", name)
    return found


def _relationships(
    content: bytes, source: str, name: str, names: Mapping[str, str], file: str, limits: Limits
) -> Iterator[Relationship]:
    for element in read_xml(content, file, name, limits).iter(f"{RELATIONSHIPS}Relationship"):
        target = element.get("Target") or ""
        external = element.get("TargetMode") == "External" or ADDRESS.match(target) is not None
        inside = target if external else _inside(source, target, name, file)
        found = inside if external else names.get(part_key(inside), inside)
        yield Relationship(source, element.get("Id") or "", common_name(element.get("Type") or ""), found, external)


def _inside(source: str, target: str, name: str, file: str) -> str:
    """The part that an inner target means; climbing out of the package is refused."""
    path = unquote(target.partition("#")[0])
    if "\\" in path or "\0" in path:
        raise UnsafeFileError(file, "a relationship tries to lead out of the package", name)
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path))
    if _climbs(posixpath.dirname(source), path):
        raise UnsafeFileError(file, "a relationship tries to lead out of the package", name)
    return joined.lstrip("/") if path else source


def _climbs(folder: str, path: str) -> bool:
    relative = path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
    return posixpath.normpath(relative or ".").split("/")[0] == ".."
