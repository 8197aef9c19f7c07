"""A deal being worked on: answers, groups, notes, positions, undo. It may be kept in a file, or stand alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from clausekit.editing import edits
from clausekit.editing.history import History, Step, step_between
from clausekit.editing.judging import Answer, Days, Snapshot
from clausekit.editing.labels import told_name
from clausekit.editing.lines import Grid, grid
from clausekit.editing.typed import written
from clausekit.facts import keys_of
from clausekit.facts.answers import NOT_KNOWN
from clausekit.facts.kinds import NONE, Refused
from clausekit.facts.paths import parent_of
from clausekit.facts.reading import Reading, read_with_mistakes
from clausekit.finding import Finding
from clausekit.located_yaml import Located, changed_text, moved_text

if TYPE_CHECKING:
    from clausekit.drafting import Templates
    from clausekit.editing.keeping import Keeper


@dataclass(frozen=True, slots=True)
class Change:
    """What one edit did.

    Args:
        path: the fact or group it changed: where the cursor should go.
        label: what was done, in plain words.
        changed: whether the deal is another one now.
        problem: what is wrong with the answer as it stands, or why nothing was done.
        told: what there is to say about saving: findings with a way out, to be shown until read.
    """

    path: str
    label: str
    changed: bool
    problem: str = ""
    told: tuple[Finding, ...] = ()


class WorkingDeal:
    """A deal being worked on.

    Every edit is done at once, is one step for `undo`, and is saved before the method returns where the deal
    is kept in a file. No edit raises for what a person typed: wrong text stays, with its problem.

    Args:
        text: the deal as its file states it; it may have mistakes.
        templates: the library and the law; may be set later, before a snapshot is taken.
        days: the two dates.
        keeper: saves the deal; None for a trial copy.
        file: what the deal is called in findings.

    Attributes:
        version: grows with each change.
    """

    def __init__(
        self,
        text: str,
        templates: Templates | None,
        days: Days,
        keeper: Keeper | None = None,
        file: str = "deal.yaml",
        history: History | None = None,
    ) -> None:
        self.templates = templates
        self.days = days
        self.file = file
        self.version = 0
        self._keeper = keeper
        self._history = history or History(text)
        self._reading = read_with_mistakes(self._history.text, file)
        self._last_grid: tuple[int, tuple[Finding, ...], Grid] | None = None

    # What there is to see

    @property
    def text(self) -> str:
        """The deal as its file states it."""
        return self._history.text

    @property
    def reading(self) -> Reading:
        return self._reading

    @property
    def title(self) -> str:
        """The deal's title, or its file's name while it has none."""
        title = edits.data_at(self.data, ("title",))
        return title if isinstance(title, str) else self.file

    @property
    def data(self) -> Any:
        return self._reading.located.data if self._reading.located else None

    def grid(self, answer: Answer | None = None) -> Grid:
        """Every line of the property grid; with the codes of an answer's findings, though it may be an older one."""
        return self._lined(answer.findings_so_far if answer else ())

    def _lined(self, findings: tuple[Finding, ...]) -> Grid:
        """The grid; worked out once for a text and its findings, since each fact that is left asks for it twice."""
        version, coded, found = self._last_grid or (-1, (), None)
        if found is None or version != self.version or coded is not findings:
            found = grid(self._reading, findings)
            self._last_grid = self.version, findings, found
        return found

    def snapshot(self) -> Snapshot:
        """The deal as it stands now, to be judged in another thread; raises ValueError without templates."""
        if self.templates is None:
            raise ValueError("a deal can be judged only with templates")
        return Snapshot(self.version, self.text, self._reading, self.templates, self.days)

    @property
    def read_only(self) -> str:
        """Why nothing can be changed here, in words; empty where it can."""
        if self._reading.located is None:
            return "The file cannot be read as a deal. Mend the line named in the findings; it is read again then."
        return self._keeper.held_elsewhere if self._keeper else ""

    # Answers

    def answer(self, path: str, typed: str, *, more: bool = False) -> Change:
        """Answer a fact with what was typed; an empty text takes the answer out.

        Args:
            more: whether this goes on with the answer before it, so that one undo takes back both.

        Raises NoSuchFact where there is no single fact at `path`.
        """
        value = written(edits.leaf_at(path), typed)
        return self._state(path, value, more)

    def not_known(self, path: str) -> Change:
        """Say that a fact, or a whole list, was asked for and is not known."""
        return self._state(path, NOT_KNOWN.value)

    def none(self, path: str) -> Change:
        """Say that a list is empty: no users, no links."""
        return self._state(path, NONE)

    def clear(self, path: str) -> Change:
        """Take an answer out: the fact is not asked again. A group, a member or a stray line goes as a whole."""
        return self.remove(path)

    def _state(self, path: str, value: Any, more: bool = False) -> Change:
        return self._write(told_name(path), path, lambda: edits.stated(self.data, path, value), more)

    # Repeating groups

    def add(self, path: str, key: str = "") -> Change:
        """Add a member to a list such as ``parties`` or ``users[x].owners``; `Change.path` is the new member's.

        Args:
            key: what it is called; an id is made of it. For lists by place, the place.
        """
        return self._write_member(f"{told_name(path)}: one added", path, lambda: edits.added(self.data, path, key))

    def duplicate(self, path: str) -> Change:
        """Add a copy of a member to its list; `Change.path` is the copy's."""
        return self._write_member(f"{told_name(path)}: copied", path, lambda: edits.duplicated(self._located(), path))

    def move(self, path: str, by: int) -> Change:
        """Move a member up (below zero) or down among its list; its path stays."""
        return self._rewrite(
            f"{told_name(path)}: moved", path, lambda: moved_text(self.text, keys_of(path), by, self.file)
        )

    def remove(self, path: str) -> Change:
        """Take a fact, a group, a member or a stray line out, with what is noted about it."""
        label = f"{told_name(path)}: removed" if edits.is_member(path) else told_name(path)
        changed = self._write(label, path, lambda: edits.removed(self.data, path))
        return replace(changed, path=parent_of(path)) if edits.is_member(path) else changed

    # Notes and positions

    def note(self, path: str, **notes: str) -> Change:
        """Note something about a fact or a group: `source`, `note`, `date`, `owner`, `audience`; empty takes it out."""
        return self._write(f"{told_name(path)}: note", path, lambda: edits.noted(path, notes))

    def choose(self, topic: str, position: str, reason: str = "") -> Change:
        """Choose a position for a topic, with the true reason where it is not the recommended one."""
        return self._position(topic, f"{topic}: {position}", position, reason, "")

    def strike(self, topic: str, reason: str) -> Change:
        """Leave a topic out of the contract."""
        return self._position(topic, f"{topic}: left out", NONE, reason, "")

    def reword(self, topic: str, position: str, wording: str, reason: str = "") -> Change:
        """Give a topic words of the deal's own, in the templates' markup.

        Args:
            position: the position from whose words they started; what they commit to is taken to be the same.
        """
        return self._position(topic, f"{topic}: own wording", position, reason, wording)

    def unchoose(self, topic: str) -> Change:
        """Leave the choice of a topic's position to the program again."""
        path = f"positions[{topic}]"
        return self._write(f"{topic}: back to the recommendation", path, lambda: edits.removed(self.data, path))

    def _position(self, topic: str, label: str, position: str, reason: str, wording: str) -> Change:
        path = f"positions[{topic}]"
        return self._write(label, path, lambda: edits.positioned(topic, position, reason, wording))

    def take(self, text: str, label: str) -> Change:
        """Take another text of this deal in, as one step: a trial that is kept, or facts that are brought in."""
        return self._rewrite(label, "", lambda: (text, []))

    # Undo

    @property
    def to_undo(self) -> Step | None:
        """The step that `undo` would take back: its `label` and its `path`."""
        return self._history.last

    @property
    def to_redo(self) -> Step | None:
        return self._history.next

    def undo(self) -> Change:
        """Take the last step back; `Change.path` is the fact it changed."""
        return self._travelled("undo", self._history.undo, "There is nothing to undo.")

    def redo(self) -> Change:
        """Do the step again that was undone last."""
        return self._travelled("redo", self._history.redo, "There is nothing to redo.")

    def _travelled(self, way: str, travel: Callable[[], Step | None], nothing: str) -> Change:
        told = self._looked()
        if self.read_only:
            return Change("", way, False, self.read_only, told)
        step = travel()
        if step is None:
            return Change("", way, False, nothing, told)
        return replace(self._taken(step, {way: True}), told=(*told, *self._kept()))

    # Saving

    def look(self) -> tuple[Finding, ...]:
        """See whether another program changed the file; take its changes in, and tell of them.

        To be called now and then, and when the window gets the focus. Tries again to save what could not be saved.
        """
        told = self._looked()
        if self._keeper and self.unsaved:
            told = (*told, *self._kept())
        return told

    @property
    def unsaved(self) -> str:
        """Why what was typed last is not in the file yet, in words; empty where it is."""
        return self._keeper.trouble if self._keeper else ""

    def close(self) -> tuple[Finding, ...]:
        """Let go of the file. After a clean end nothing of ours is left beside it; what could not be saved
        stays in the journal, and is told."""
        return tuple(self._keeper.close(self._history)) if self._keeper else ()

    def _looked(self) -> tuple[Finding, ...]:
        if self._keeper is None:
            return ()
        theirs = self._keeper.changed_elsewhere()
        if theirs is None:
            return ()
        steps, told = self._keeper.merged(theirs, self.text)
        for step in steps:
            self._do(step, more=False)
        return (*told, *self._kept()) if steps else tuple(told)

    def _kept(self) -> tuple[Finding, ...]:
        return tuple(self._keeper.save(self._history)) if self._keeper else ()

    # How an edit is done

    def _located(self) -> Located:
        assert self._reading.located is not None
        return self._reading.located

    def _write(
        self,
        label: str,
        path: str,
        changes: Callable[[], edits.Changes],
        more: bool = False,
        told: tuple[Finding, ...] = (),
    ) -> Change:
        return self._rewrite(label, path, lambda: changed_text(self.text, changes(), self.file), more, told)

    def _write_member(self, label: str, path: str, make: Callable[[], tuple[str, edits.Changes]]) -> Change:
        told = self._looked()
        if self.read_only:
            return Change(path, label, False, self.read_only, told)
        try:
            member, changes = make()
        except Refused as refused:
            return Change(path, label, False, refused.message, told)
        return self._write(label, member, lambda: changes, told=told)

    def _rewrite(
        self,
        label: str,
        path: str,
        make: Callable[[], tuple[str, list[Finding]]],
        more: bool = False,
        told: tuple[Finding, ...] = (),
    ) -> Change:
        told = (*told, *self._looked())
        if self.read_only:
            return Change(path, label, False, self.read_only, told)
        text, findings = make()
        if findings:
            return Change(path, label, False, findings[0].message, told)
        if text == self.text:
            return Change(path, label, False, self.problem_of(path), told)
        before = self._history.last
        goes_on = more and before is not None and before.path == path
        done = self._do(step_between(self.text, text, label, path), goes_on)
        return replace(done, told=(*told, *self._kept()))

    def _do(self, step: Step, more: bool) -> Change:
        if more:
            self._history.go_on(step)
        else:
            self._history.do(step)
        return self._taken(step, {"more" if more else "do": step.as_json()})

    def _taken(self, step: Step, entry: Mapping[str, Any]) -> Change:
        self.version += 1
        self._reading = read_with_mistakes(self.text, self.file)
        self.__dict__.pop("_problems", None)
        if self._keeper:
            self._keeper.record(entry)
        return Change(step.path, step.label, True, self.problem_of(step.path))

    def problem_of(self, path: str) -> str:
        """What is wrong with the fact at `path`; empty where nothing is."""
        return self._problems.get(path, "")

    @cached_property
    def _problems(self) -> Mapping[str, str]:
        return {
            line.path: line.problem
            for line in self._lined(self._last_grid[1] if self._last_grid else ()).lines
            if line.problem
        }
