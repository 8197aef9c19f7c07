"""What a file points at outside itself, or carries that is not its text: reported, never followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausekit.finding import Finding, Place, warning
from clausekit.word.reading.fields import fields_of
from clausekit.word.reading.parts import ReadPart, Relationship
from clausekit.word.tree import Element

FETCHING_FIELDS = (
    "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "RD", "DATABASE", "MACROBUTTON",
    "MERGEFIELD", "AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY", "PRINT", "EMBED", "HYPERLINK",
)  # fmt: skip
CARRIED = {
    "aFChunk": ("word-alternative-chunk", "holds text in another format, which Word shows and others may not"),
    "oleObject": ("word-embedded-file", "holds an embedded file"),
    "package": ("word-embedded-file", "holds an embedded file"),
    "vbaProject": ("word-macro", "holds macros"),
    "control": ("word-control", "holds an ActiveX control"),
    "attachedTemplate": ("word-attached-template", "names the template it was made from"),
    "subDocument": ("word-subdocument", "takes in another document"),
}


def outside_relations(relations: Mapping[str, tuple[Relationship, ...]], file: str) -> Iterator[Finding]:
    """A finding for each relationship that leads outside, or to something that is not text."""
    for source, found in relations.items():
        of = source or "the package"
        for one in found:
            if one.kind in CARRIED:
                code, words = CARRIED[one.kind]
                yield warning(code, f"{of} {words}; it was not opened", Place(file))
            elif one.external:
                message = f"{of} points outside the file ({one.kind}); nothing was fetched"
                yield warning("word-external-target", message, Place(file))


def macro_type(part: ReadPart, file: str) -> Iterator[Finding]:
    """A main part that is allowed to have macros."""
    if "macroEnabled" in part.type:
        yield warning("word-macro", "it is of a kind that may hold macros (.docm, .dotm); none was run", Place(file))


def fetching_fields(trees: Mapping[str, Element], file: str) -> Iterator[Finding]:
    """A finding for each field that would fetch or run something."""
    for name, root in trees.items():
        for field in fields_of(root):
            if field.name in FETCHING_FIELDS and not _is_inner_link(field.instruction):
                message = f"{name} has a {field.name} field, which may fetch or run something; it was not followed"
                yield warning("word-fetching-field", message, Place(file))


def _is_inner_link(instruction: str) -> bool:
    """Whether a link leads to a place in the same file (`HYPERLINK \\l "name"`)."""
    words = instruction.split()
    return len(words) > 1 and words[0].upper() == "HYPERLINK" and words[1] == "\\l"
