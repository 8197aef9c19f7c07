"""The codes of what is found while files are read, each with what it means.

The rooms that read say in each message how it is mended; this is the list of their codes.
"""

from __future__ import annotations

from collections.abc import Mapping

READING_CODES: Mapping[str, str] = {
    # files and YAML
    "unreadable-file": "A file cannot be opened.",
    "file-unreadable": "A clause file cannot be opened.",
    "not-utf-8": "A clause file is not UTF-8 text.",
    "not-utf8": "The words of a file are not UTF-8 text.",
    "yaml-not-utf8": "A YAML file is not UTF-8 text.",
    "bad-text": "A file holds characters that YAML does not allow.",
    "yaml-syntax": "A YAML file cannot be read: a colon, a quotation mark or an indentation is wrong.",
    "yaml-key": "A key is not plain text.",
    "yaml-duplicate-key": "A key stands twice.",
    "yaml-alias": "A YAML alias; write the words out.",
    "yaml-anchor": "A YAML anchor; write the words out.",
    "yaml-merge-key": "A YAML merge key; write the lines out.",
    "yaml-tag": "A YAML tag.",
    "yaml-several-documents": "A YAML file holds several documents.",
    # the shape of heads and data files
    "missing-key": "A line that every head or entry has is missing.",
    "unknown-key": "A key is misspelt or not known here.",
    "unknown-word": "A word is not among those allowed here.",
    "bad-word": "An id is not written as ids are.",
    "wrong-kind": "A text stands where a list is wanted, or the like.",
    "not-a-date": "A date is not written as 2026-11-23.",
    "head-missing": "The line --- between head and words is missing.",
    "position-name": "A file of a position has no number before its name.",
    "position-twice": "Two files of a topic have the same name behind their numbers.",
    "topic-without-position": "A folder of clauses holds no position.",
    "unknown-topic": "An agreement names a topic that has no folder.",
    "bad-condition": "A condition cannot be read, or names what does not exist.",
    "unknown-conduct": "A conduct is misspelt or not in law/conduct.yaml.",
    # law
    "unknown-family": "An instrument names a family that law/ does not list.",
    "unknown-instrument": "An instrument is named that the register does not hold.",
    "unknown-place": "A code of a place is not one of ISO 3166.",
    "duty-mode": "A duty says not exactly one of forbids, requires, expects and permits.",
    "duty-twice": "Two duties have the same id.",
    "instrument-twice": "Two instruments have the same id.",
    "events-out-of-order": "An event is dated before the one above it.",
    "ends-before-it-begins": "An event ends before it takes effect.",
    "amount-without-year": "An amount stands without its year.",
    "unknown-code": "A step serves the code of a finding that does not exist.",
    "unknown-ladder": "Wording is watched for a link to a place for which law/judgement.yaml has no ladder.",
    "left-out-and-entered": "An instrument is entered, and listed as left out.",
    # tags
    "wording-syntax": "A tag cannot be read, is not closed, or closes nothing.",
    "forbidden-tag": "A tag does what wording may not: calls, compares, imports, reaches for the program.",
    "unknown-fact": "A fact is misspelt or does not exist.",
    "unknown-circumstance": "A circumstance is misspelt or not in law/circumstances.yaml.",
    "unknown-filter": "A filter is misspelt or does not exist.",
    "unknown-test": "A test other than is known and is empty, or one that does not fit.",
    "cannot-print": "A tag prints a group or a list.",
    "not-a-list": "A loop runs over what is no list.",
    "place-code": "A tag prints the code of a place.",
    "wrong-filter": "A filter does not fit the kind of fact.",
    "empty-list": "An empty list is printed.",
    "undecided-wording": "A test cannot be decided yet.",
    "too-deep": "Tags stand too deep in each other.",
    "too-long": "A text, or what it grows to, is too long.",
    "bad-character": "A character that cannot be seen, or is kept for the program.",
    # markup
    "no-heading": "A clause has no heading.",
    "two-headings": "A clause has two headings.",
    "late-heading": "A heading stands below words.",
    "bad-heading": "A line begins with # and is no heading.",
    "bad-indent": "A paragraph begins after a wrong number of spaces.",
    "bad-anchor": "An anchor stands where none can be referred to.",
    "two-anchors": "An anchor stands twice in a file.",
    "bad-definition": "A definition does not begin with its term.",
    "bad-table": "A row of a table is not closed, or has too few or too many cells.",
    "bad-markup": "Braces, brackets or stars are left over.",
    "hand-number": "A number or bullet is typed at the head of a paragraph.",
    "broken-sentence": "A paragraph begins with a small letter.",
    "dangling-reference": "A reference leads to no topic.",
    "mixed-quotes": "Straight and typographic quotation marks are mixed in a file.",
}
