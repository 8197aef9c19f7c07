"""Answers that facts may have, where a deal has none."""

from __future__ import annotations

import re
from typing import Any

from clausekit.facts import FactInfo, all_facts, fact_info

SAMPLES = {
    "text": "Sample text",
    "yes/no": "yes",
    "place": "US",
    "date": "2027-01-01",
    "per cent": 10,
    "classification": "EAR99",
    "language": "en-GB",
}
ANY_KEY = re.compile(r"\[[^\]]*\]")


def sample(path: str) -> Any:
    """An answer that a fact may have, where the deal has none."""
    info = fact_info(path)
    if info.allowed:
        answer: Any = info.allowed[0]
    else:
        answer = next((SAMPLES[word] for word in SAMPLES if word in info.type), "sample")
    return [answer] if info.type.startswith("list of") else answer


def sample_member(path: str) -> dict[str, Any]:
    """A member of the list at `path`, with an answer to each of its single facts."""
    return {info.path.rpartition(".")[2]: sample(info.path) for info in facts_of_member(path)}


def facts_of_member(path: str) -> list[FactInfo]:
    """The single facts of a member of the list at `path`."""
    prefix = f"{ANY_KEY.sub('[*]', path)}[*]."
    facts = [info for info in all_facts() if info.path.startswith(prefix) and info.type != "group"]
    return [info for info in facts if not set(info.path[len(prefix) :]) & set(".[") and " by " not in info.type]
