"""The variant book: every branch of the templates printed once, with a sheet to sign it off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from clausekit.agreement.document import Block, Document, PageBreak, Paragraph, Role, Run, Table, Text
from clausekit.authoring.binding.clauses import Clause, bound, clauses_of
from clausekit.authoring.clause_texts import Key
from clausekit.authoring.covering import Coverage, Variant
from clausekit.clauses import Library

TITLE = "Variant book"
INTRODUCTION = (
    "This book prints everything that the templates can print. Each variant is a starter deal with some facts answered "
    "otherwise. The first is printed whole; of each other, the clauses that show something new.",
    "The numbers are those of the variant’s own agreement. Facts are samples, and open facts are left blank.",
)


def book(coverage: Coverage, library: Library, shown_as: str) -> Document:
    """The variant book of a set of deals.

    Args:
        shown_as: how the templates are called, with their hash.
    """
    blocks = [*_front(coverage, shown_as), *_sheet(coverage.variants, library)]
    for number, variant in enumerate(coverage.variants):
        blocks += [PageBreak(), *_variant(variant, whole=not number)]
    return Document(TITLE, tuple(blocks), header=TITLE, footer=shown_as)


def _front(coverage: Coverage, shown_as: str) -> Iterator[Block]:
    yield Paragraph(Role.TITLE, (Text(TITLE),))
    yield Paragraph(Role.SUBTITLE, (Text(shown_as, literal=True),))
    yield from (Paragraph(Role.BODY, (Text(text),)) for text in INTRODUCTION)
    shown = len(coverage.goals) - len(coverage.missing)
    counted = (
        f"{shown} of {len(coverage.goals)} branches are printed, in {len(coverage.variants)} variants; "
        f"fewer than {coverage.at_least} could not print them."
    )
    yield Paragraph(Role.BODY, (Text(counted),))
    for goal in coverage.missing:
        yield _line(Role.BULLET, f"Not printed: {goal.place}, an agreement that {goal.words}.")


def _sheet(variants: Sequence[Variant], library: Library) -> Iterator[Block]:
    """A row for each position, with the variant that prints it first and who is to approve it."""
    yield Paragraph(Role.PLAIN_HEADING, (Text("Sign-off"),), keep_with_next=True)
    printed = [(goal.key, one.name) for one in variants for goal in one.first if goal.spot < 0]
    rows = tuple(
        (*map(_cell, (*key, name, library.position(*key).approver)), (), ())
        for key, name in sorted(printed, key=lambda one: _place(one[0], library))
    )
    header = ("Clause", "Position", "Printed in", "Approver", "Read by", "Date and signature")
    yield Table(tuple(map(_cell, header)), rows, (4, 4, 3, 3, 3, 4))


def _place(key: Key, library: Library) -> tuple[str, int]:
    return key[0], library.position(*key).order


def _variant(variant: Variant, *, whole: bool) -> Iterator[Block]:
    yield _line(Role.PLAIN_HEADING, f"{variant.name} ({variant.setting.deal})")
    answers = "; ".join(f"{path}: {_written(answer)}" for path, answer in variant.setting.facts.items())
    if answers:
        yield _line(Role.SMALL, f"Facts answered otherwise: {answers}.")
    for (topic, position), goals in groupby(sorted(variant.first), key=lambda goal: goal.key):
        new = "; ".join(f"line {goal.line} {goal.words}" for goal in goals if goal.spot >= 0)
        if new and not whole:
            yield _line(Role.BULLET, f"New in {topic}, {position}: {new}.")
    yield from bound(_shown(variant, whole=whole))


def _shown(variant: Variant, *, whole: bool) -> list[Clause]:
    """The clauses that show something new; definitions are no clause of their own, so they come along."""
    clauses = clauses_of(variant.trial.printed[0])
    new = {goal.topic for goal in variant.first}
    return clauses if whole else [clause for clause in clauses if clause.topic in new]


def _written(answer: object) -> str:
    match answer:
        case dict():
            return "; ".join(f"{key}: {_written(value)}" for key, value in answer.items())
        case list():
            return ", ".join(map(str, answer))
    return str(answer)


def _line(role: Role, words: str) -> Paragraph:
    return Paragraph(role, (Text(words, literal=True),))


def _cell(words: str) -> tuple[Run, ...]:
    return (Text(words, literal=True),)
