"""Agreement: the contract as data, before it is ink.

It fills clause wording from a deal (`wording`), reads its markup (`markup`), puts the
parts in order (`assembly`), numbers them as a word processor would (`numbering`),
proofreads the result (`proofreading`) and writes it as plain text or Markdown (`plain`).
Wording as its author wrote it, for programs that show and change it, is `authored`.
What it makes is a `Document`: paragraphs, references, blanks and definitions as objects.
It sees a deal only through views, and circumstances only as answers to their names: it
knows no law and chooses no position. It reads and writes no file, and looks at no clock.
A fact's value is never read as wording, as markup or as a term.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from clausekit.agreement.clause_text import AgreementForm, ClauseText, Numbering
from clausekit.agreement.document import Document

if TYPE_CHECKING:
    from clausekit.agreement.assembly import assemble
    from clausekit.agreement.markup import check_references
    from clausekit.agreement.numbering import number_document
    from clausekit.agreement.plain import markdown, plain_passages, plain_text
    from clausekit.agreement.proofreading import proofread
    from clausekit.agreement.wording import LaidOut, WordingScope, check_wording, decoded, lay_out

__all__ = [
    "AgreementForm",
    "ClauseText",
    "Document",
    "LaidOut",
    "Numbering",
    "WordingScope",
    "assemble",
    "check_references",
    "check_wording",
    "decoded",
    "lay_out",
    "markdown",
    "number_document",
    "plain_passages",
    "plain_text",
    "proofread",
]

# Loaded when first asked for, so that a document comes without Jinja and the facts' models.
HOMES = {
    "assemble": "assembly",
    "check_references": "markup",
    "number_document": "numbering",
    "markdown": "plain",
    "plain_passages": "plain",
    "plain_text": "plain",
    "proofread": "proofreading",
    "LaidOut": "wording",
    "WordingScope": "wording",
    "check_wording": "wording",
    "decoded": "wording",
    "lay_out": "wording",
}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
