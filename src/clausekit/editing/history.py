"""What was changed, step by step, as differences between whole texts; nothing is ever lost by undoing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the deal's text.

    Args:
        label: what was done, in plain words: ``Headquarters answered``.
        path: the fact or the group it is about; empty for the deal as a whole.
        at: where in the text it begins; `removed` became `inserted`.
    """

    label: str
    path: str
    at: int
    removed: str
    inserted: str

    def done(self, text: str) -> str:
        return text[: self.at] + self.inserted + text[self.at + len(self.removed) :]

    def undone(self, text: str) -> str:
        return text[: self.at] + self.removed + text[self.at + len(self.inserted) :]

    def fits(self, text: str) -> bool:
        """Whether the step can be done to `text`."""
        return text[self.at : self.at + len(self.removed)] == self.removed

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_json(cls, stated: Mapping[str, Any]) -> Step:
        """Raises TypeError or ValueError for what is no step."""
        step = cls(**stated)
        texts = (step.label, step.path, step.removed, step.inserted)
        if not all(isinstance(one, str) for one in texts) or not isinstance(step.at, int) or step.at < 0:
            raise ValueError("this is not a step")
        return step


def step_between(before: str, after: str, label: str, path: str) -> Step:
    """The step from one text to another, as small as it can be."""
    start = _alike(before, after)
    room = min(len(before), len(after)) - start
    end = _alike(before[::-1][:room], after[::-1][:room])
    return Step(label, path, start, before[start : len(before) - end], after[start : len(after) - end])


def _alike(one: str, other: str) -> int:
    """How many signs two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (sign, against) in pairs if sign != against), min(len(one), len(other)))


class History:
    """A text and every step that led to it; steps undone can be done again until another one is done.

    Attributes:
        text: the text as it is now.
        first: the text before every step.
    """

    def __init__(self, text: str) -> None:
        self.first = text
        self.text = text
        self._steps: list[Step] = []
        self._done = 0

    @property
    def last(self) -> Step | None:
        """The step that undo would take back."""
        return self._steps[self._done - 1] if self._done else None

    @property
    def next(self) -> Step | None:
        """The step that redo would do again."""
        return self._steps[self._done] if self._done < len(self._steps) else None

    def do(self, step: Step) -> None:
        """Do a step to the text; raises ValueError where it does not fit."""
        if not step.fits(self.text):
            raise ValueError("the step does not fit the text")
        del self._steps[self._done :]
        self._steps.append(step)
        self._done += 1
        self.text = step.done(self.text)

    def go_on(self, step: Step) -> None:
        """Do a step, and count it as one with the step before."""
        before = self.last
        if before is None:
            raise ValueError("there is no step to go on with")
        earlier = before.undone(self.text)
        self.do(step)
        del self._steps[-2:]
        self._done -= 2
        self._steps.append(step_between(earlier, self.text, step.label, step.path))
        self._done += 1

    def undo(self) -> Step | None:
        """Take the last step back; returns it, or None where there is none."""
        step = self.last
        if step is not None:
            self.text = step.undone(self.text)
            self._done -= 1
        return step

    def redo(self) -> Step | None:
        """Do the next step again; returns it, or None where there is none."""
        step = self.next
        if step is not None:
            self.text = step.done(self.text)
            self._done += 1
        return step
