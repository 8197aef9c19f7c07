"""Text as XML, and the smallest pieces of a paragraph: runs, fields and bookmarks."""

from __future__ import annotations

import re
from typing import NamedTuple

from clausekit.word.script_runs import Script, language_of, script_runs

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PLAIN = re.compile("[\x20-%'-;=?-~\u00a0-\u024f\u2010-\u2027]+")
PLAIN_ASCII = bytes(set(range(0x20, 0x7F)) - set(b"&<>"))
BREAK_OR_TAB = re.compile("(\r\n|[\r\n\t\u2028\u2029])")
TAB = "<w:tab/>"
BREAK = "<w:br/>"


def is_plain(text: str) -> bool:
    """Whether a text is like most: one script, nothing to escape, no breaks. The first test is the faster one."""
    if text.isascii():
        return not text.encode().translate(None, PLAIN_ASCII)
    return PLAIN.fullmatch(text) is not None


def escape(text: str) -> str:
    """`text` for the inside of an element.

    Raises:
        ValueError: a character that no XML file can hold; facts and templates are refused long before with it.
    """
    if is_plain(text):
        return text
    forbidden = FORBIDDEN.search(text)
    if forbidden:
        raise ValueError(f"U+{ord(forbidden.group()):04X} cannot stand in a Word file")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """`text` for the inside of an attribute in double quotation marks."""
    return escape(text).replace('"', "&quot;")


def words(text: str, style: str = "") -> str:
    """Runs that print `text`, cut by script; line ends and tabs become Word's own.

    Args:
        text: what to print, kept exactly.
        style: id of a character style, if it has one.
    """
    if is_plain(text):
        if not style:
            return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        return f'<w:r>{run_properties(style)}<w:t xml:space="preserve">{text}</w:t></w:r>'
    return "".join([_run(piece, style, script) for script, piece in script_runs(text) if piece])


def _run(text: str, style: str, script: Script) -> str:
    properties = run_properties(style, _script_properties(script, text))
    return f"<w:r>{properties}{_content(text)}</w:r>"


def run_properties(style: str, more: str = "") -> str:
    """The properties of a run, or nothing if there are none."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f"<w:rPr>{named}{more}</w:rPr>" if named or more else ""


def _script_properties(script: Script, text: str) -> str:
    if script is Script.LATIN:
        return ""
    language = language_of(script, text)
    if script is Script.RIGHT_TO_LEFT:
        return f'<w:rtl/><w:lang w:bidi="{language}"/>'
    return f'<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="{language}"/>'


def _content(text: str) -> str:
    return "".join(_piece(piece) for piece in BREAK_OR_TAB.split(text) if piece)


def _piece(piece: str) -> str:
    if piece == "\t":
        return TAB
    if BREAK_OR_TAB.fullmatch(piece):
        return BREAK
    return f'<w:t xml:space="preserve">{escape(piece)}</w:t>'


def field(instruction: str, result: str, *, dirty: bool = False) -> str:
    """A whole field whose result is already right, each part in its own run."""
    return f"{field_start(instruction, dirty=dirty)}{words(result)}{FIELD_END}"


def field_start(instruction: str, *, dirty: bool = False) -> str:
    """A field up to its result."""
    begin = DIRTY_FIELD if dirty else FIELD
    return f"{begin}{escape(instruction)}{FIELD_RESULT}"


FIELD, DIRTY_FIELD = (
    f'<w:r><w:fldChar w:fldCharType="begin"{again}/></w:r><w:r><w:instrText xml:space="preserve"> '
    for again in ("", ' w:dirty="true"')
)
FIELD_RESULT = ' </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


class Bookmark(NamedTuple):
    """A named place; `number` is its id, unique in the file."""

    name: str
    number: int

    def around(self, content: str) -> str:
        """`content` between the bookmark's two ends."""
        start = f'<w:bookmarkStart w:id="{self.number}" w:name="{self.name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{self.number}"/>'
