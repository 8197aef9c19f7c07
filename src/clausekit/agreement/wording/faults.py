"""Faults of syntax in plain words, at the line of the tag that causes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError

from clausekit.agreement.clause_text import ClauseText
from clausekit.agreement.tokens import PRIVATE_USE
from clausekit.conditions.plain_faults import in_plain_words
from clausekit.finding import Finding

SIGN = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
CLOSER = {"{{": "}}", "{%": "%}", "{#": "#}"}
BLOCK = re.compile(r"\{%[-+]?\s*(if|for|endif|endfor|elif|else|raw)\b[^%]*%\}")
TRIMMING = re.compile(r"\{[{%#][-+]|[-+][}%#]\}|\{%\s*raw\b")
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u2028\u2029\u202a-\u202e\u2066-\u2069"  # separators, and signs that turn the direction of reading
    "\ud800-\udfff\ufffe\uffff]"
)


def faults_of_characters(clause: ClauseText) -> Iterator[Finding]:
    """Characters that wording may not hold: private ones, and those that cannot be seen."""
    for number, line in enumerate(clause.text.split("\n"), clause.first_line):
        for found in [*PRIVATE_USE.findall(line)[:1], *UNPRINTABLE.findall(line)[:1]]:
            message = f"the character U+{ord(found):04X} cannot stand in wording; delete it and type the words again"
            yield clause.finding("bad-character", message, number)


def faults_of_signs(clause: ClauseText) -> Iterator[Finding]:
    """Signs that the parser takes in silence: those that eat line ends, and raw text."""
    for sign in TRIMMING.finditer(clause.text):
        message = f"'{sign.group()}' is not for wording; write {{{{ }}}} and {{% %}} plainly"
        yield clause.finding("forbidden-tag", message, _line(sign, clause.text) + clause.first_line - 1)


def fault_of_syntax(clause: ClauseText, fault: TemplateSyntaxError) -> Finding:
    """The finding for what Jinja could not parse."""
    line, message = (
        unclosed_sign(clause.text) or unclosed_block(clause.text) or (fault.lineno, in_plain_words(fault.message))
    )
    return clause.finding("wording-syntax", message, line + clause.first_line - 1)


def unclosed_sign(text: str) -> tuple[int, str] | None:
    """Line and message of the first opening sign without its closing one."""
    waiting: re.Match[str] | None = None
    for sign in SIGN.finditer(text):
        if waiting is None:
            waiting = sign if sign.group() in CLOSER else None
        elif sign.group() == CLOSER[waiting.group()]:
            waiting = None
        elif waiting.group() != "{#" and sign.group() in CLOSER:
            break
    return None if waiting is None else _unclosed(waiting, text)


def _unclosed(sign: re.Match[str], text: str) -> tuple[int, str]:
    opening = sign.group()
    return _line(sign, text), f"a tag opens with {opening} and is not closed with {CLOSER[opening]}"


def unclosed_block(text: str) -> tuple[int, str] | None:
    """Line and message of the first block tag without its partner."""
    waiting: list[re.Match[str]] = []
    for block in BLOCK.finditer(text):
        word = block[1]
        if word in ("if", "for"):
            waiting.append(block)
        elif word.startswith("end") and (not waiting or "end" + waiting.pop()[1] != word):
            return _line(block, text), f"{{% {word} %}} closes nothing that is open here"
    if not waiting:
        return None
    word = waiting[-1][1]
    return _line(waiting[-1], text), f"{{% {word} %}} is opened here and not closed with {{% end{word} %}}"


def _line(match: re.Match[str], text: str) -> int:
    return text.count("\n", 0, match.start()) + 1
