"""Why a file is not read: one family of exceptions, each with file, part and reason."""

from __future__ import annotations

from clausekit.finding import Finding, Place, error


class UnreadableFileError(Exception):
    """A file that is not read.

    Args:
        file: its name, as it was given.
        reason: a plain sentence, without any of the file's own words.
        part: the part of the file concerned, if it is one.
    """

    code = "word-unreadable"

    def __init__(self, file: str, reason: str, part: str | None = None) -> None:
        super().__init__(f"{file}: {f'{part}: ' if part else ''}{reason}")
        self.file = file
        self.reason = reason
        self.part = part

    def finding(self) -> Finding:
        """The same, for a person."""
        within = f"in its part {self.part}: " if self.part else ""
        return error(self.code, f"this file is not read; {within}{self.reason}", Place(self.file))


class MissingFileError(UnreadableFileError):
    """There is no such file, or it may not be opened."""

    code = "word-missing"


class NotWordError(UnreadableFileError):
    """It is something else than a Word file of the kind `.docx`."""

    code = "word-other-kind"


class ProtectedFileError(UnreadableFileError):
    """It is encrypted."""

    code = "word-protected"


class FileTooLargeError(UnreadableFileError):
    """It passes a limit of `Limits`."""

    code = "word-too-large"


class UnsafeFileError(UnreadableFileError):
    """It could be read in two ways, or tries to reach out of its package."""

    code = "word-unsafe"


class DamagedFileError(UnreadableFileError):
    """It is not put together as the standard says."""

    code = "word-damaged"
