"""Whether a house style has what agreements need: styles, lists tied to them, and their formats."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.finding import Finding, Place, error, warning
from clausekit.word.house_parts import HouseParts, depth_of
from clausekit.word.styles import REQUIRED, ROLE_STYLES, Level, RoleStyle
from clausekit.word.tree import Element, W, below, number, value

COUNTED = {"decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman"}


def check_parts(parts: HouseParts, place: Place) -> list[Finding]:
    """What must be mended in a house style, all at once; errors stop it from being used."""
    return [
        *_missing_styles(parts, place),
        *(finding for style in ROLE_STYLES.values() for finding in _numbering(parts, style, place)),
        *_lists_apart(parts, place),
        *_outlines(parts, place),
    ]


def _missing_styles(parts: HouseParts, place: Place) -> Iterator[Finding]:
    for name, kind in REQUIRED.items():
        style = parts.style(name)
        if style is None:
            advice = f"it needs a {kind} style named '{name}'; add it in Word, or copy it from the bundled house style"
            yield error("house-style-missing", advice, place)
        elif style.get(f"{W}type") != kind:
            yield error("house-style-wrong-type", f"the style '{name}' must be a {kind} style", place)


def _numbering(parts: HouseParts, wanted: RoleStyle, place: Place) -> Iterator[Finding]:
    style = parts.style(wanted.name)
    if wanted.level is None or style is None:
        return
    level = parts.level_of(style)
    if level is None:
        message = f"the style '{wanted.name}' is not tied to a level of a multilevel list"
        advice = "in Word: Define New Multilevel List, More, Link level to style"
        yield error("house-style-not-numbered", f"{message}; {advice}", place)
        return
    for fault in _level_faults(level, wanted.level):
        yield error("house-style-numbering", f"the style '{wanted.name}' {fault}", place)


def _level_faults(level: Element, wanted: Level) -> Iterator[str]:
    if depth_of(level) != wanted.depth:
        yield f"stands at list level {depth_of(level) + 1}; it must stand at level {wanted.depth + 1}"
    counting = value(level, "w:numFmt") or "decimal"
    if counting != wanted.format:
        yield f"counts as {counting}; references are printed as {wanted.format}"
    yield from _text_faults(value(level, "w:lvlText") or "", wanted)
    if wanted.format in COUNTED and number(value(level, "w:start")) != 1:
        yield "does not start at 1"
    if below(level, "w:lvlRestart") is not None:
        yield "has its own rule for starting again; it must start again after each higher level"


def _text_faults(text: str, wanted: Level) -> Iterator[str]:
    if wanted.text is not None and text != wanted.text:
        yield f"prints its number as '{text}'; references are printed as '{wanted.text}'"
    if wanted.text is None and wanted.format == "decimal" and (text.count("%") != 1 or "%1" not in text):
        yield f"prints its number as '{text}'; it must hold %1 once, as in 'Schedule %1'"


def _lists_apart(parts: HouseParts, place: Place) -> Iterator[Finding]:
    """Styles of one list that are numbered by different ones: their numbers would not follow each other."""
    first: dict[str, tuple[str, str]] = {}
    for style in ROLE_STYLES.values():
        element = parts.style(style.name)
        numbered_by = None if element is None else parts.list_of(element)
        if style.level is None or numbered_by is None:
            continue
        name, known = first.setdefault(style.level.sequence, (style.name, numbered_by))
        if numbered_by != known:
            message = f"the styles '{name}' and '{style.name}' must be levels of the same list"
            yield error("house-style-lists-apart", message, place)


def _outlines(parts: HouseParts, place: Place) -> Iterator[Finding]:
    for style in ROLE_STYLES.values():
        element = parts.style(style.name)
        if style.outline != 0 or element is None:
            continue
        if parts.inherited(element, lambda one: value(one, "w:pPr/w:outlineLvl")) != "0":
            message = f"the style '{style.name}' has no outline level 1, so it would be missing from the contents"
            yield warning("house-style-outline", message, place)
