"""Reading: a finished .docx, from whoever it comes, is opened without trusting it.

It refuses what could harm or be read in two ways (too large, encrypted, doubled, a
document type), always with a `UnreadableFileError` that names file, part and
reason; it reports what points outside the file and never follows it; and it shows
tracked changes as accepted, as original or as marked, never mixed.

It may import `finding` and the trees of `word`. It never writes, never fetches,
never extracts to disk, and never looks at how agreements of ours are made.

    file = read_word_file(Path("from-them.docx"))
    file.reports                    what points outside, as findings
    file.parts, file.relationships(name), file.tree(name), file.named("styles")
    file.paragraphs(View.ACCEPTED)  each with its style, runs, marks and element
"""

from clausekit.word.reading.faults import (
    DamagedFileError,
    FileTooLargeError,
    MissingFileError,
    NotWordError,
    ProtectedFileError,
    UnreadableFileError,
    UnsafeFileError,
)
from clausekit.word.reading.fields import ReadField, fields_of
from clausekit.word.reading.limits import LIMITS, Limits
from clausekit.word.reading.paragraphs import Change, Kind, ReadParagraph, ReadRun, View, paragraphs_of
from clausekit.word.reading.parts import ReadPart, Relationship
from clausekit.word.reading.word_file import WordFile, read_word_bytes, read_word_file

__all__ = [
    "LIMITS",
    "Change",
    "DamagedFileError",
    "FileTooLargeError",
    "Kind",
    "Limits",
    "MissingFileError",
    "NotWordError",
    "ProtectedFileError",
    "ReadField",
    "ReadParagraph",
    "ReadPart",
    "ReadRun",
    "Relationship",
    "UnreadableFileError",
    "UnsafeFileError",
    "View",
    "WordFile",
    "fields_of",
    "paragraphs_of",
    "read_word_bytes",
    "read_word_file",
]
