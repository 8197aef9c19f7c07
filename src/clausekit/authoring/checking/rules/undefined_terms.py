"""Terms that some agreement uses and does not define."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.agreement.document import Document
from clausekit.agreement.proofreading.passages import Proof
from clausekit.agreement.proofreading.undefined_terms import undefined_term
from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.authoring.checking.terms import Place, Terms
from clausekit.authoring.clause_texts import Key
from clausekit.finding import Severity


def used_without_its_definition(ground: Ground) -> Iterator[Fault]:
    """A term that is defined somewhere, but not wherever it is used: one fault for each position."""
    terms = Terms.of(ground)
    for term, places in terms.defined.items():
        if f"“{term}”" in ground.unread or f'"{term}"' in ground.unread:
            continue
        never = [-terms.available(place) for place in places]
        told: set[Key] = set()
        for use in terms.used.get(term, ()):
            if use.passage.sheet.key not in told and (fault := _fault(ground, terms, use, never, places)):
                told.add(use.passage.sheet.key)
                yield fault


def _fault(ground: Ground, terms: Terms, use: Place, never: list[int], places: tuple[Place, ...]) -> Fault | None:
    keys = use.passage.sheet.key, *(place.passage.sheet.key for place in places)
    witness = ground.witness([terms.printed(use), *never], *keys)
    if witness is None:
        return None
    files = ", ".join(dict.fromkeys(place.passage.sheet.text.file for place in places))
    message = (
        f"“{use.term}” is used here, and an agreement can lack its definition, which stands in {files}: {witness}."
    )
    return Fault(use.passage.place(use.term), message, *use.passage.sheet.key)


def written_like_a_term(ground: Ground) -> Iterator[Fault]:
    """Capitalised phrases that no file defines."""
    blocks = [block for sheet in ground.sheets.all.values() for block in sheet.part.body]
    blocks += [
        paragraph
        for sheet in ground.sheets.all.values()
        for entry in sheet.part.definitions
        for paragraph in entry.paragraphs
    ]
    proof = Proof(Document("", tuple(blocks)), ground.sheets.form.proper_names)
    for finding in undefined_term(proof):
        phrase = finding.message.split("”")[0].removeprefix("“")
        if phrase not in ground.unread:
            yield Fault(finding.place, f"{finding.message}.", finding.clause)


RULES = (
    Rule(
        "term-without-definition",
        Severity.WARNING,
        "A term is used where some combination of positions brings no definition of it.",
        "Move the definition to clauses/definitions, or define the term in this position too.",
        used_without_its_definition,
    ),
    Rule(
        "undefined-term",
        Severity.WARNING,
        "Words with capitals are written like a defined term, and no file defines them.",
        "Define it, write it without capitals, or, if it is a name, add it to proper_names in agreements/.",
        written_like_a_term,
    ),
)
