"""What pydantic says of a data file, in plain words and with its line.

Rooms that read data files hand their validation errors here as plain data, so that
every kind of file is faulted in the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from clausekit.finding import Finding, Place, error
from clausekit.located_yaml import Located
from clausekit.nearest import did_you_mean

Path = tuple[str | int, ...]
Fault = Mapping[str, Any]


def shape_findings(faults: Sequence[Fault], located: Located, known: Iterable[str], root: Path = ()) -> list[Finding]:
    """One finding for each validation error.

    Args:
        faults: `ValidationError.errors()` of pydantic.
        known: the keys that a misspelt one may have meant.
        root: where in the file the validated part stands.
    """
    keys = sorted(set(known))
    return [_finding(fault, located, keys, root) for fault in faults]


def _finding(fault: Fault, located: Located, known: Sequence[str], root: Path) -> Finding:
    path = (*root, *fault["loc"])
    place = Place(located.file, located.line(path))
    name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
    sentence, code = SENTENCES.get(str(fault["type"]), _other)(fault, known)
    return error(code, f"{name}: {sentence}", place)


Sentence = tuple[str, str]


def _missing(fault: Fault, known: Sequence[str]) -> Sentence:
    return "this line is missing.", "missing-key"


def _extra(fault: Fault, known: Sequence[str]) -> Sentence:
    key = str(fault["loc"][-1])
    return f"'{key}' is not a key that is known here{did_you_mean(key, known)}", "unknown-key"


def _literal(fault: Fault, known: Sequence[str]) -> Sentence:
    words = str(fault["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
    given = str(fault["input"])
    return f"'{given}' is not one of {', '.join(words)}{did_you_mean(given, words)}", "unknown-word"


def _date(fault: Fault, known: Sequence[str]) -> Sentence:
    return f"'{fault['input']}' is not a date; write it as 2026-11-23.", "not-a-date"


def _pattern(fault: Fault, known: Sequence[str]) -> Sentence:
    return f"'{fault['input']}' is not written as it must be; see how other files write it.", "bad-word"


def _kind(word: str) -> Callable[[Fault, Sequence[str]], Sentence]:
    return lambda fault, known: (f"this must be {word}.", "wrong-kind")


def _other(fault: Fault, known: Sequence[str]) -> Sentence:
    return f"this cannot be read ({fault['msg'].lower()}).", "wrong-kind"


SENTENCES: dict[str, Callable[[Fault, Sequence[str]], Sentence]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "literal_error": _literal,
    "enum": _literal,
    "date_type": _date,
    "date_from_datetime_parsing": _date,
    "date_parsing": _date,
    "string_pattern_mismatch": _pattern,
    "string_type": _kind("a text"),
    "int_type": _kind("a whole number"),
    "list_type": _kind("a list"),
    "dict_type": _kind("a group of lines"),
    "model_type": _kind("a group of lines"),
    "bool_type": _kind("true or false"),
}
