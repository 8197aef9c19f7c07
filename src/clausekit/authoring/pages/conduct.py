"""`conduct.md`: the vocabulary in which law and clauses meet, each word with an example."""

from __future__ import annotations

from clausekit.authoring.pages.layout import code, page, part
from clausekit.clauses import Library
from clausekit.law import Register
from clausekit.law.register import Conduct

INTRODUCTION = (
    "`does` in the head of a position names the conduct to which its words commit somebody; duties in `law/` name the "
    "conduct that they forbid, require, expect or permit. No conflict is written by hand: it follows from both. The "
    "list is `law/conduct.yaml`."
)
STRATA = {
    "act": "Acts: what happens",
    "term": "Terms: what a contract says",
    "feature": "Features: what a law looks at",
}
HEADER = ("Name", "What it is", "What follows", "Example")


def conduct_page(register: Register, library: Library) -> str:
    examples = _examples(register, library)
    parts = []
    for stratum, title in STRATA.items():
        found = (one for one in register.conducts.values() if one.stratum == stratum)
        parts.append(part(title, HEADER, (_row(one, examples.get(one.id, "")) for one in found)))
    return page("Conduct", INTRODUCTION, parts)


def _row(conduct: Conduct, example: str) -> tuple[str, ...]:
    return code(conduct.id), conduct.says, _follows(conduct), example


def _follows(conduct: Conduct) -> str:
    kinds = sorted(conduct.kinds - {conduct.id})
    said = [f"a kind of {', '.join(map(code, kinds))}"] if kinds else []
    said += [f"guards {code(act)} {how.replace('-', ' ')}" for act, how in sorted(conduct.guards.items())]
    said += [f"obstructs {', '.join(map(code, sorted(conduct.obstructs)))}"] if conduct.obstructs else []
    said += ["narrows what a party may do"] if conduct.restrictive else []
    return "; ".join(said)


def _examples(register: Register, library: Library) -> dict[str, str]:
    """The first position that does it, else the first duty that names it, whatever its status."""
    found: dict[str, str] = {}
    for duty in register.duties:
        for conduct in duty.conducts:
            found.setdefault(conduct, f"named in {register.instrument_of(duty).short} ({duty.at})")
    positions: dict[str, str] = {}
    for topic in library.topics.values():
        for position in topic.positions.values():
            for does in position.does:
                positions.setdefault(does.conduct, code(f"clauses/{topic.id}/{position.order}-{position.id}.md"))
    return {**found, **positions}
