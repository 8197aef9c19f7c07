"""Which set of templates is used, and its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MARK = Path("law") / "conduct.yaml"
NEXUS = "nexus.yaml"  # the entities of the bench, beside the stories in `cases`
PACKAGE = Path(__file__).parent
BUNDLED = PACKAGE / "bundled_templates"
IN_THE_REPOSITORY = PACKAGE.parents[1] / "templates"
PARTS = frozenset({"agreements", "clauses", "law", "house-style.docx"})
"""What a draft is made of."""
BASE, NEW, KEPT = ".base", ".new", ".kept"
"""Beside a firm's templates: our originals, what a new release has in place of words that clash, and words replaced."""
IGNORED = frozenset({BASE, NEW, KEPT, "__pycache__"})


@dataclass(frozen=True, slots=True)
class TemplatesFolder:
    """A folder of templates, who said to use it, and how it is named in findings."""

    path: Path
    said_by: str
    shown_as: str = "templates"

    @property
    def deals(self) -> Path:
        return self.path / "deals"

    @property
    def law(self) -> Path:
        return self.path / "law"

    @property
    def house_style(self) -> Path:
        return self.path / "house-style.docx"

    def starter_deals(self) -> tuple[str, ...]:
        """Names of the starter deals, sorted."""
        return tuple(sorted(path.stem for path in self.deals.glob("*.yaml")))

    def topics(self) -> tuple[str, ...]:
        """Names of the folders of clauses, sorted; also of those that cannot be read."""
        return tuple(sorted(path.name for path in (self.path / "clauses").glob("*") if path.is_dir()))

    def hash(self) -> str:
        """SHA-256 over name and content of every file that a draft is made of, whatever the order on disk."""
        digest = hashlib.sha256()
        for path in library_files(self.path):
            name = path.relative_to(self.path).as_posix().encode()
            content = path.read_bytes()
            digest.update(b"%d %s %d " % (len(name), name, len(content)))
            digest.update(content)
        return digest.hexdigest()


def files_in(folder: Path) -> Iterator[Path]:
    """The files of a folder of templates by name, without what is kept beside them."""
    found = [path for path in folder.rglob("*") if path.is_file() and not _ignored(path.relative_to(folder))]
    yield from sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def library_files(folder: Path) -> Iterator[Path]:
    """The files that a draft is made of, by name: no deals, no stories and no words about the templates."""
    return (path for path in files_in(folder) if path.relative_to(folder).parts[0] in PARTS)


def _ignored(path: Path) -> bool:
    return any(part in IGNORED or part.startswith(("~$", ".~lock")) for part in path.parts)


def bundled() -> Path:
    """The templates that came with the program; in a checkout, its own."""
    return BUNDLED if BUNDLED.is_dir() else IN_THE_REPOSITORY


def find_templates(option: str | None, environment: str | None, here: Path) -> TemplatesFolder | None:
    """The option, then the environment, then ./templates, then the bundled one.

    Returns None where a folder that was asked for is no folder of templates.
    """
    for given, said_by in ((option, "--templates"), (environment, "CLAUSEKIT_TEMPLATES")):
        if given:
            return TemplatesFolder(Path(given), said_by, given) if (Path(given) / MARK).is_file() else None
    local = here / "templates"
    if (local / MARK).is_file():
        return TemplatesFolder(local, "./templates")
    return TemplatesFolder(bundled(), "bundled")
