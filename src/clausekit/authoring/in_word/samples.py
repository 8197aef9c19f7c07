"""What a fact looks like in a contract: a sample from the starter deals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from clausekit.agreement import ClauseText, Numbering, WordingScope
from clausekit.agreement.authored import PieceKind, blocks_of, pieces_of
from clausekit.agreement.document import Blank, Run, Text
from clausekit.agreement.tokens import INSERT_TOKEN
from clausekit.agreement.wording import fill
from clausekit.drafting import Templates, matter_of, wording_scope
from clausekit.facts import read_deal

LONGEST = 60


class Samples:
    """Prints facts as the starter deals have them, in the order of their names."""

    def __init__(self, templates: Templates, day: date) -> None:
        self.scopes = list(_scopes(templates, day))

    def of(self, text: str) -> dict[str, str]:
        """A sample for each fact that `text` prints, by its words between the braces; no two are the same.

        What is no fact has none.
        """
        samples: dict[str, str] = {}
        for fact, loops in _facts(text):
            if fact not in samples:
                found = list(self._samples(fact, loops))
                free = (sample for sample in found if sample not in samples.values())
                samples |= {fact: next(free, f"{found[0]} ({fact})")} if found else {}
        return samples

    def _samples(self, fact: str, loops: Sequence[str]) -> Iterator[str]:
        """What each deal prints where it is known, and last what a blank is called."""
        opened = "".join(f"{{% {loop} %}}" for loop in loops)
        wording = f"{opened}{{{{ {fact} }}}}\n{'{% endfor %}' * len(loops)}"
        blank = fact
        for scope in self.scopes:
            runs = _printed(wording, scope)
            if runs is None:
                return
            unknown = [run.label for run in runs if isinstance(run, Blank)]
            if runs and not unknown:
                yield _short("".join(run.text for run in runs if isinstance(run, Text)))
            blank = unknown[0] if unknown else blank
        yield f"[{blank}]"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _scopes(templates: Templates, day: date) -> Iterator[WordingScope]:
    for name in templates.folder.starter_deals():
        deal, _ = read_deal(templates.folder.deals / f"{name}.yaml", name)
        if deal is not None:
            matter, _ = matter_of(deal, templates, day, day, {})
            yield wording_scope(matter)


def _printed(wording: str, scope: WordingScope) -> list[Run] | None:
    """What the first turn of the loops prints; nothing where the deal has no such thing; None for a fault."""
    text = ClauseText("sample", "sample", "Sample", Numbering.CLAUSE, "sample", 1, wording)
    filled, _ = fill(text, scope)
    if filled is None:
        return None
    turns = (INSERT_TOKEN.findall(line) for line in filled.text.split("\n"))
    return [filled.inserts[int(number)] for number in next(filter(None, turns), [])]


def _facts(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each fact that is printed, with the loops around it, outermost first."""
    loops: list[str] = []
    for written in blocks_of(text):
        for piece in pieces_of(written.block.text):
            if piece.kind is PieceKind.FACT:
                yield piece.inner, tuple(loops)
            elif piece.kind is PieceKind.TAG and piece.inner.startswith("for "):
                loops.append(piece.inner)
            elif piece.kind is PieceKind.TAG and piece.inner == "endfor" and loops:
                loops.pop()
