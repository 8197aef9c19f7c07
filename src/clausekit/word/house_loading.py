"""The house style of a firm, compiled: from its file, or as it was kept when it was compiled before."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from clausekit.finding import Finding
from clausekit.kept import Kept, key_of
from clausekit.word.house_style import HouseStyle


def load_house_style(path: Path, kept: Kept | None = None) -> tuple[HouseStyle | None, list[Finding]]:
    """The house style in the Word file at `path`, ready for the writer.

    Args:
        kept: house styles that were found without fault before.

    Returns:
        the house style, or none if an error among the findings stops it.
    """
    key = _key(path) if kept is not None else None
    if kept is None or key is None:
        return _read(path)
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        return HouseStyle.from_json(kept.get(key) or {}), []
    house, findings = _read(path)
    if house is not None and not findings:
        kept.put(key, house.as_json())
    return house, findings


def _key(path: Path) -> str | None:
    """What a file is kept under; None where it cannot be read."""
    try:
        return key_of("house style", sha256(path.read_bytes()).hexdigest())
    except OSError:
        return None


def check_house_style(path: Path) -> list[Finding]:
    """What must be mended in the house style at `path`."""
    return _read(path)[1]


def _read(path: Path) -> tuple[HouseStyle | None, list[Finding]]:
    # Here, because what was kept is used without a reader of Word files.
    from clausekit.word.house_reading import read_house_style

    return read_house_style(path)
