"""Finding the uses of defined terms in words, singular, plural or possessive."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from clausekit.agreement.document import Alternative, Block, Definition, Paragraph, Run, Table, Text

STAND_IN = "\ufffc"  # stands for a run that is not the template's own words
MARK = "\u2063"  # stands for the mark of an alternative


def forms(term: str) -> frozenset[str]:
    """`term` with its singular and plural forms ("Party" and "Parties")."""
    return frozenset({term, *_plurals(term), *_singulars(term)})


def _plurals(term: str) -> Iterator[str]:
    yield term + "s"
    if term.endswith(("s", "x", "z", "ch", "sh")):
        yield term + "es"
    if term.endswith("y") and term[-2:-1] not in "aeiou":
        yield term[:-1] + "ies"


def _singulars(term: str) -> Iterator[str]:
    if term.endswith("ies"):
        yield term[:-3] + "y"
    if term.endswith(("ses", "xes", "zes", "ches", "shes")):
        yield term[:-2]
    if term.endswith("s") and not term.endswith("ss"):
        yield term[:-1]


MOST_REMEMBERED = 5000  # passages


@lru_cache(maxsize=32)
def term_finder(terms: frozenset[str]) -> TermFinder:
    """The finder of these terms, which remembers the passages it looked through before."""
    return TermFinder(terms)


class TermFinder:
    """Finds defined terms in words; the longest term wins where two would fit."""

    def __init__(self, terms: Collection[str]) -> None:
        self._term_of = {form: term for term in sorted(terms) for form in forms(term)}
        self._term_of |= {term: term for term in terms}
        longest_first = sorted(self._term_of, key=lambda form: (-len(form), form))
        pattern = "|".join(_spaced(form) for form in longest_first)
        # Few words begin like a term: one look at their first letter passes over the rest.
        first = "".join(sorted({re.escape(form[0]) for form in longest_first}))
        self._pattern = re.compile(rf"(?<![\w-])(?=[{first}])(?:{pattern})(?![\w-])") if longest_first else None
        self._used: dict[str, frozenset[str]] = {}

    def matches(self, words: str) -> Iterator[tuple[str, int, int]]:
        """Each use in `words`: the term, and where it begins and ends."""
        for match in self._pattern.finditer(words) if self._pattern else ():
            yield self._term_of[" ".join(match.group().split())], match.start(), match.end()

    def used(self, words: str) -> frozenset[str]:
        """The terms that `words` use."""
        if words not in self._used:
            if len(self._used) >= MOST_REMEMBERED:
                self._used.clear()
            self._used[words] = frozenset(term for term, _, _ in self.matches(words))
        return self._used[words]


def _spaced(form: str) -> str:
    return r"\s+".join(re.escape(word) for word in form.split())


def words_of(runs: Iterable[Run]) -> str:
    """The template's own words; every other run is one stand-in character."""
    return "".join(map(_own_words, runs))


def _own_words(run: Run) -> str:
    if isinstance(run, Text) and not run.literal:
        return run.text
    return MARK if isinstance(run, Alternative) else STAND_IN


def run_lists(block: Block) -> tuple[tuple[Run, ...], ...]:
    """The lists of runs that a block holds: a paragraph's own, or a table's cells."""
    match block:
        case Paragraph():
            return (block.runs,)
        case Table():
            return (*block.header, *(cell for row in block.rows for cell in row))
    return ()


def defined_in(block: Block) -> tuple[str, ...]:
    """The terms that a block defines."""
    return tuple(run.term for runs in run_lists(block) for run in runs if isinstance(run, Definition))
