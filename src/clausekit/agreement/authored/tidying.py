"""What word processors do to text, put right where it can mean only one thing: inside tags and signs."""

from __future__ import annotations

import re

UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
SPACES = "\u00a0\u2007\u2009\u202f\u2002\u2003"
DOUBLE, SINGLE, DASHES = "“”„‟«»", "‘’‚‛‹›", "‐‑‒–—−"
STRAIGHT = str.maketrans(
    {
        **dict.fromkeys(DOUBLE, '"'),
        **dict.fromkeys(SINGLE, "'"),
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys(SPACES, " "),
        **dict.fromkeys(UNSEEN, None),
        "…": "...",
        "\t": " ",
        "\n": " ",
    }
)
KEYWORDS = frozenset(
    ("if", "elif", "else", "end", "endif", "for", "in", "endfor", "is", "not", "and", "or", "known", "empty")
)
_GAP = f"[ {SPACES}{UNSEEN}]*"
FACT = re.compile(rf"\{{{_GAP}\{{(.*?)\}}{_GAP}\}}", re.DOTALL)
TAG = re.compile(rf"\{{{_GAP}%(.*?)%{_GAP}\}}", re.DOTALL)
TERM = re.compile(rf"\*\*{_GAP}[\"{DOUBLE}]([^*\[\]]+?)[\"{DOUBLE}]{_GAP}\*\*")
REFERENCE = re.compile(rf"\[{_GAP}\[([^\[\]]{{1,120}})\]{_GAP}\]")
ANCHOR = re.compile(rf"\[{_GAP}#([^\[\]]{{1,80}})\]")
WORD = re.compile(r"[^\W\d]\w*")
PARTED = ((re.compile(r"\bend\s+(if|for)\b"), r"end\1"), (re.compile(r"\belse\s+if\b"), "elif"))


def names_in(text: str) -> frozenset[str]:
    """The words that stand in the tags of `text`, as they are written there."""
    inside = (found[1] for sign in (FACT, TAG) for found in sign.finditer(text))
    return frozenset(word for tag in inside for word in WORD.findall(tag))


def tidy(text: str, names: frozenset[str] = frozenset()) -> str:
    """`text` with its tags and signs as they are usually written; nothing outside them changes.

    Args:
        names: words that stand in tags of the text as it was; their capitals stay as they are.
    """
    text = FACT.sub(lambda found: f"{{{{ {_filters(_inside(found[1], names))} }}}}", text)
    text = TAG.sub(lambda found: f"{{% {_joined(_inside(found[1], names))} %}}", text)
    text = TERM.sub(lambda found: f'**"{" ".join(_plain(found[1]).split())}"**', text)
    text = REFERENCE.sub(lambda found: f"[[{_name(found[1])}]]", text)
    return ANCHOR.sub(lambda found: f"[#{_name(found[1])}]", text)


def _plain(words: str) -> str:
    return words.translate(STRAIGHT)


def _name(words: str) -> str:
    """A name of a topic or an anchor: no spaces around it, small letters."""
    return _plain(words).strip().lower()


def _inside(words: str, names: frozenset[str]) -> str:
    known = names | KEYWORDS
    return WORD.sub(lambda found: _small(found.group(), known), " ".join(_plain(words).split()))


def _small(word: str, known: frozenset[str]) -> str:
    """A word without the capitals that a word processor gave it."""
    return word if word in known or word.lower() not in known else word.lower()


def _joined(words: str) -> str:
    for parted, whole in PARTED:
        words = parted.sub(whole, words)
    return words


def _filters(words: str) -> str:
    return " | ".join(part.strip() for part in words.split("|"))
