"""Archaic words, doublets and wordy phrases, each with the plain word for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from clausekit.authoring.checking.ground import Ground
from clausekit.authoring.checking.rule import Fault, Rule
from clausekit.finding import Severity

ARCHAIC: Mapping[str, str] = {
    **dict.fromkeys(("hereby", "heretofore", "witnesseth", "aforesaid", "aforementioned", "forthwith"), ""),
    **{f"here{tail}": f"{word} this Agreement" for tail, word in
       {"in": "in", "of": "of", "to": "to", "under": "under", "with": "with", "after": "after"}.items()},
    **{f"there{tail}": f"{word} it" for tail, word in {"of": "of", "in": "in", "to": "to", "under": "under"}.items()},
    "hereinafter": "", "hereinabove": "above", "hereinbelow": "below", "thereafter": "after that",
    "whereas": "a recital without it", "whereof": "of which", "wherein": "in which", "the said": "the",
    "in witness whereof": "", "know all men": "", "to wit": "namely", "inter alia": "among others",
    "mutatis mutandis": "", "notwithstanding the foregoing": "but", "party of the first part": "its defined term",
}  # fmt: skip
DOUBLETS: Mapping[str, str] = {
    "null and void": "void", "by and between": "between", "any and all": "all", "each and every": "each",
    "cease and desist": "stop", "terms and conditions": "terms", "full force and effect": "effect",
    "made and entered into": "made", "save and except": "except", "free and clear": "free",
    "true and correct": "true", "goods and chattels": "goods", "let or hindrance": "hindrance",
    "due and payable": "due", "sole and exclusive": "sole", "indemnify and hold harmless": "indemnify",
    "bind and obligate": "bind", "covenant and agree": "agree", "agrees and undertakes": "shall",
    "alter or amend": "change", "last will and testament": "will", "rights and remedies": "remedies",
    "costs and expenses": "costs", "assign and transfer": "assign", "transfer and assign": "assign",
    "authorise and empower": "authorise", "final and conclusive": "final", "then and in that event": "then",
    "unless and until": "until", "if and when": "if", "in lieu, in place and instead": "instead of",
}  # fmt: skip
WORDY: Mapping[str, str] = {
    "in the event that": "if", "in the event of": "if there is", "prior to": "before", "subsequent to": "after",
    "in order to": "to", "for the purpose of": "for", "for the purposes of": "for", "with respect to": "about",
    "with regard to": "about", "at such time as": "when", "until such time as": "until", "pursuant to": "under",
    "due to the fact that": "because", "notwithstanding anything to the contrary": "whatever this Agreement says",
    "and/or": "or", "in excess of": "more than", "utilise": "use", "utilize": "use", "for the avoidance of doubt": "",
    "including but not limited to": "including", "including without limitation": "including",
    "including, without limitation,": "including", "including, but not limited to,": "including",
    "shall be entitled to": "may", "shall have the right to": "may", "is required to": "shall",
    "provided, however, that": "but", "provided that": "but", "by means of": "by", "in connection therewith": "",
    "on the part of": "of", "during the course of": "during", "has the ability to": "can",
}  # fmt: skip


def phrases(plain: Mapping[str, str], what: str) -> Callable[[Ground], Iterable[Fault]]:
    """A rule's function that looks for phrases, and offers the plain word for each."""
    longest_first = sorted(plain, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)

    def look(ground: Ground) -> Iterator[Fault]:
        for passage in ground.passages:
            for found in pattern.finditer(passage.words):
                instead = plain[" ".join(found[0].lower().split())]
                advice = f"write “{instead}”" if instead else "leave it out"
                yield Fault(passage.place(found[0]), f"“{found[0]}” is {what}: {advice}.", *passage.sheet.key)

    return look


RULES = (
    Rule(
        "archaic-word",
        Severity.WARNING,
        "An archaic word, such as hereby or aforesaid.",
        "Counsel and courts read plain words as well.",
        phrases(ARCHAIC, "archaic"),
    ),
    Rule(
        "doublet",
        Severity.WARNING,
        "Two words that say one thing, such as null and void.",
        "One word says it.",
        phrases(DOUBLETS, "a doublet"),
    ),
    Rule(
        "wordy-phrase",
        Severity.WARNING,
        "A phrase for which there is one word, such as in the event that, or and/or.",
        "Short words are read sooner.",
        phrases(WORDY, "a long way to say it"),
    ),
)
