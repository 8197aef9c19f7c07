"""Which changes of legal effect `CHANGES.md` tells of, and which it does not.

`CHANGES.lock` holds, for each file, a hash of what has legal effect as it was when it was last
noted: one line for each file, so that people who change different files do not meet. Layout,
comments, and what is said to counsel alone do not count.
"""

from __future__ import annotations

import hashlib
import json
import re
import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from clausekit.authoring.generated import LOCK
from clausekit.clauses import Position, Topic
from clausekit.drafting import Templates
from clausekit.located_yaml import read_file

CHANGES = "CHANGES.md"
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
WITHOUT_EFFECT = frozenset({"recorded", "verified_by", "last_seen", "judged_by", "judged_on", "link"})
FOR_COUNSEL = frozenset({"id", "topic", "says", "gives_up", "approver", "reviewed_on", "file", "first_line"})
ABOUT_LOCK = "# Written by `clausekit templates note`: what has legal effect, as CHANGES.md last told of it."
HEADING = re.compile(r"^## ", re.MULTILINE)
WIDTH = 120
MOST_NAMED = 8  # files in one entry
LENGTH = 12  # letters of a hash


def effects(templates: Templates) -> dict[str, str]:
    """For each file of the library, a hash of what has legal effect in it."""
    folder = templates.folder
    found: dict[str, Any] = {}
    for topic in templates.library.topics.values():
        found[f"clauses/{topic.id}/about.md"] = _of_topic(topic)
        for position in topic.positions.values():
            found[f"clauses/{topic.id}/{position.order}-{position.id}.md"] = _of_position(position)
    for path in (*folder.law.rglob("*.yaml"), *(folder.path / "agreements").glob("*.yaml")):
        located, _ = read_file(path, path.name)
        found[path.relative_to(folder.path).as_posix()] = _without(located.data if located else None)
    return {file: _hash(found[file]) for file in sorted(found)}


def _of_topic(topic: Topic) -> Any:
    return [topic.title, topic.numbering, topic.modifies]


def _of_position(position: Position) -> Any:
    names = (one.name for one in fields(position) if one.name not in FOR_COUNSEL)
    stated = {name: getattr(position, name) for name in names}
    words = " ".join(COMMENT.sub(" ", position.text).split())
    return {**stated, "does": list(map(asdict, position.does)), "use_when": position.use_when.text, "text": words}


def _without(data: Any) -> Any:
    """Data without who looked at it when, and where it was read."""
    match data:
        case dict():
            return {str(key): _without(value) for key, value in data.items() if key not in WITHOUT_EFFECT}
        case list():
            return [_without(value) for value in data]
    return data


def _hash(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def noted(templates: Templates) -> dict[str, str]:
    """What the lock holds."""
    path = templates.folder.path / LOCK
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    pairs = (line.split() for line in lines if line.strip() and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


def unnoted(templates: Templates) -> list[str]:
    """The files whose legal effect is not what was last noted: changed, new or gone."""
    now, before = effects(templates), noted(templates)
    return sorted(file for file in {**now, **before} if now.get(file) != before.get(file))


def noted_as(templates: Templates, files: Sequence[str]) -> str:
    """The text of the lock once the change of some files is noted."""
    now, lock = effects(templates), noted(templates)
    for file in files:
        lock.pop(file, None)
        if file in now:
            lock[file] = now[file]
    return "\n".join([ABOUT_LOCK, *(f"{file} {lock[file]}" for file in sorted(lock))]) + "\n"


def _named(files: Sequence[str]) -> list[str]:
    """The files; where they are many, their folders."""
    if len(files) <= MOST_NAMED:
        return [f"`{file}`" for file in files]
    folders = Counter(file.rpartition("/")[0] for file in files)
    if len(folders) > MOST_NAMED:
        folders = Counter(file.partition("/")[0] for file in files)
    return [f"`{folder}/` ({count} {'file' if count == 1 else 'files'})" for folder, count in folders.items()]


def with_entry(changes: str, day: date, why: str, files: Sequence[str]) -> str:
    """The text of CHANGES.md with one more entry, the newest first."""
    named = ", ".join(_named(files))
    said = f"- {why.strip().rstrip('.')} ({named})."
    entry = textwrap.fill(said, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    heading = f"## {day}\n\n"
    if heading in changes:
        return changes.replace(heading, f"{heading}{entry}\n", 1)
    first = HEADING.search(changes)
    at = first.start() if first else len(changes)
    return f"{changes[:at].rstrip()}\n\n{heading}{entry}\n\n{changes[at:]}".rstrip() + "\n"
