"""What a file carries beside its words: parts, properties, and what points outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausekit.finding import Finding, Place, Severity, error
from clausekit.word.allowed import CONTENT_TYPES, RELATIONSHIPS_TYPE, allowed_in
from clausekit.word.reading import WordFile
from clausekit.word.release.markup_rules import parted, printed_words
from clausekit.word.release.places import quoted

PROPERTY_TYPES = ("core-properties+xml", "extended-properties+xml")
SAYING_NOTHING = ("", "0", "false")


def strange_parts(file: WordFile) -> Iterator[Finding]:
    """Parts that contracts do not have, and parts that nothing leads to."""
    reached = _reached(file)
    for name, part in file.parts.items():
        if allowed_in(name, part.type) is None:
            kind = part.type.rpartition("/")[2] or "no type at all"
            code = "release-comment" if "comments" in kind else "release-part"
            yield error(code, f"the file holds a part that contracts do not have: {name} ({kind})", _at(file))
        elif name not in reached and part.type != RELATIONSHIPS_TYPE and name != CONTENT_TYPES:
            yield error("release-part", f"the file holds a part that nothing in it leads to: {name}", _at(file))
    if file.main not in file.relations and "" not in file.relations:
        yield error("release-part", "nothing leads to the text", _at(file))


def _reached(file: WordFile) -> set[str]:
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for one in file.relationships(waiting.pop()):
            if not one.external and one.target not in reached:
                reached.add(one.target)
                waiting.append(one.target)
    return reached


def properties(file: WordFile) -> Iterator[Finding]:
    """Properties that say who made the file, where and with what."""
    for name, part in file.parts.items():
        allowed = allowed_in(name, part.type)
        if allowed is None or not part.type.endswith(PROPERTY_TYPES):
            continue
        for element in file.tree(name):
            (_, property_name), text = parted(str(element.tag)), printed_words(element)
            if property_name not in allowed.elements and text not in SAYING_NOTHING:
                yield error("release-property", f"the property {property_name} says {quoted(text)}", _at(file))


def outside(file: WordFile) -> Iterator[Finding]:
    """All that the reader reported: targets outside, embedded files, bytes beside the parts."""
    return (replace(finding, severity=Severity.ERROR) for finding in file.reports)


def _at(file: WordFile) -> Place:
    return Place(file.file)
