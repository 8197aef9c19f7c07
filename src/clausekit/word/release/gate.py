"""Every rule of the gate, one after the other."""

from __future__ import annotations

from clausekit.finding import Finding, Severity
from clausekit.word.reading import WordFile
from clausekit.word.release.markup_rules import strange_fields, strange_markup, telling_bookmarks, unseen_text
from clausekit.word.release.needles import Secrets, found
from clausekit.word.release.package_rules import outside, properties, strange_parts
from clausekit.word.release.places import spots_of
from clausekit.word.release.stated import Stated
from clausekit.word.release.text_rules import open_points, words_that_never_leave

FILE_RULES = (strange_parts, properties, outside, strange_markup, unseen_text, strange_fields, telling_bookmarks)
WITHOUT_DEAL = (
    "facts above the audience, findings, memo words and the ids of positions and law (they need --deal)",
    "parties of other matters (they need --deal and --matters)",
)
WITHOUT_MATTERS = ("parties of other matters (they need --matters)",)


def gate(file: WordFile, secrets: Secrets | None = None, *, blanks: Severity = Severity.ERROR) -> list[Finding]:
    """What keeps a file from being released, all at once; no error means that it may go.

    Args:
        file: the finished file, as an outsider reads it.
        secrets: what only its deal can tell; none runs the rules that the file alone allows.
        blanks: how open points count.
    """
    spots = spots_of(file)
    findings = [finding for rule in FILE_RULES for finding in rule(file)]
    stated = Stated() if secrets is None else secrets.stated
    findings += words_that_never_leave(spots, file.file, stated)
    if secrets is not None:
        findings += found(secrets, spots, file.file)
    return [*findings, *open_points(spots, file.file, blanks, stated)]
