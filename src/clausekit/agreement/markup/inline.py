"""The words of one paragraph or cell, read into runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clausekit.agreement.document import Definition, Reference, Run, Text
from clausekit.agreement.filled import Filled
from clausekit.agreement.tokens import END, INSERT, INSERT_TOKEN
from clausekit.finding import Finding

NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
PIECE = re.compile(
    rf"(?P<insert>{INSERT_TOKEN.pattern})"
    r"|\*\*[“\"](?P<term>[^*\[\]]+?)[”\"]\*\*"
    rf"|\[\[(?P<target>{NAME}(?:\.{NAME})?)\]\]"
)
ANCHOR = re.compile(rf"((?:{INSERT}[0-9]+{END})*)\[#({NAME})\]\s*")
TERM = re.compile(r"[^\W_](?:[\w &/’'().-]*[\w)])?")

OPENS_AFTER = r"(?:^|(?<=[\s(\[*“‘—–/]))"  # what may stand before an opening quotation mark
OPENING_DOUBLE = re.compile(OPENS_AFTER + '"')
OPENING_SINGLE = re.compile(OPENS_AFTER.replace("*", "") + "'")

# what is left over after the markup was read, and what to say of it
LEFTOVER = re.compile(r"[\[\]{}]|\*\*|[%#]\}")
LEFTOVERS = (
    (re.compile(r"\[\[([^\]]*)\]?\]?"), "this reference cannot be read; write [[topic]] or [[topic.anchor]]"),
    (re.compile(r"\[#"), "an anchor stands at the beginning of its paragraph and looks like [#name]"),
    (re.compile(r"\*\*"), 'bold is only for a term where it is defined, **"Term"**, with two stars on either side'),
    (re.compile(r"[\[\]]"), "a single square bracket is not markup; an open fact is written {{ fact }}"),
    (re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}"), "these braces belong to no tag"),
)


@dataclass(slots=True)
class InlineReader:
    """Reads words into runs for one clause file, collecting what cannot be read."""

    filled: Filled
    findings: list[Finding] = field(default_factory=list)

    def runs(self, words: str, line: int) -> tuple[Run, ...]:
        """The runs of `words`; faults are findings at `line`."""
        words = curled(re.sub(" {2,}", " ", words.strip()))
        return tuple(self._pieces(words, line))

    def _pieces(self, words: str, line: int) -> Iterator[Run]:
        end = 0
        for piece in PIECE.finditer(words):
            yield from self._text(words[end : piece.start()], line)
            yield self._run(piece, words[: piece.start()], line)
            end = piece.end()
        yield from self._text(words[end:], line)

    def _run(self, piece: re.Match[str], before: str, line: int) -> Run:
        if piece["insert"]:
            return self.filled.inserts[int(piece["insert"][1:-1])]
        if piece["term"]:
            return self._definition(piece["term"], line)
        return Reference(piece["target"], "Clause" if starts_sentence(before) else "clause")

    def _definition(self, term: str, line: int) -> Definition:
        term = " ".join(term.split())
        if not TERM.fullmatch(term):
            self.report("bad-definition", "a defined term is made of plain words, without inserted facts", line)
        return Definition(term)

    def _text(self, words: str, line: int) -> Iterator[Text]:
        if not words:
            return
        left = words if LEFTOVER.search(words) else ""
        for pattern, advice in LEFTOVERS:
            for found in pattern.findall(left):
                shown = f"[[{found}]]: " if found and pattern.groups else ""
                self.report("bad-markup", shown + advice, line)
            left = pattern.sub(" ", left)
        yield Text(words)

    def report(self, code: str, message: str, line: int) -> None:
        self.findings.append(self.filled.clause.finding(code, message, line))


def starts_sentence(before: str) -> bool:
    """Whether what follows `before` begins a sentence."""
    words = before.rstrip()
    return not words or words.endswith((".", "?", "!"))


def curled(words: str) -> str:
    """`words` with typographic quotation marks and apostrophes."""
    words = OPENING_SINGLE.sub("‘", OPENING_DOUBLE.sub("“", words))
    return words.replace('"', "”").replace("'", "’")
