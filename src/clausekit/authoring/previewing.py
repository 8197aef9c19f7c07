"""One position as a deal prints it, made anew whenever its file changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from clausekit.agreement import Document, plain_text
from clausekit.agreement.document import Paragraph, Table
from clausekit.assessment import Matter
from clausekit.clauses import Library, Position, read_position
from clausekit.drafting import Templates, contract_of
from clausekit.finding import Finding, has_errors, note


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a position prints, and what is wrong with its file; nothing is printed where that is an error."""

    text: str | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A position in one deal's contract, whose other positions stay as they were chosen.

    Args:
        path: the position's file.
        shown_as: the file as findings name it.
        chosen: the positions of the contract, this one among them.
    """

    matter: Matter
    templates: Templates
    path: Path
    shown_as: str
    chosen: Mapping[str, str]

    @classmethod
    def of(cls, matter: Matter, templates: Templates, path: Path, chosen: Mapping[str, str]) -> Preview:
        """The preview of the position in `path`; `chosen` are those that the program chooses for the deal."""
        folder = templates.folder
        name = f"{folder.shown_as}/{path.relative_to(folder.path).as_posix()}"
        topic, position = path.parent.name, path.stem.partition("-")[2]
        return cls(matter, templates, path, name, {**chosen, topic: position})

    def render(self) -> Rendered:
        """The position as its file is now."""
        register, folder = self.templates.register, self.templates.folder
        position, findings = read_position(
            self.path, folder.path, register.circumstances, register.conducts, folder.shown_as
        )
        if position is None or has_errors(findings):
            return Rendered(None, tuple(findings))
        matter = replace(self.matter, library=_with(self.matter.library, position))
        contract, found = contract_of(matter, self.chosen)
        own = [finding for finding in found if finding.place.file == self.shown_as]
        if has_errors(own):
            return Rendered(None, (*findings, *own))
        text = plain_text(self._own_blocks(contract)).strip("\n")
        return Rendered(text, (*findings, *own, *([] if text else [self._absent()])))

    def _own_blocks(self, contract: Document) -> Document:
        """The contract without what comes of other files."""
        blocks = (block for block in contract.blocks if isinstance(block, Paragraph | Table))
        return replace(contract, blocks=tuple(block for block in blocks if block.place.file == self.shown_as))

    def _absent(self) -> Finding:
        topic = self.path.parent.name
        message = f"This contract prints nothing of it: no clause that is chosen for the deal refers to [[{topic}]]."
        return note("not-printed", message)


def _with(library: Library, position: Position) -> Library:
    """The library with one position as its file has it now."""
    topic = library.topics[position.topic]
    positions = {**topic.positions, position.id: position}
    return replace(library, topics={**library.topics, topic.id: replace(topic, positions=positions)})
