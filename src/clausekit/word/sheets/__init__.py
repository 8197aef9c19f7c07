"""Sheets: positions of a clause as a Word file that a lawyer edits, and such a file read again.

A sheet shows the words of a position as their author wrote them: facts as labelled
boxes with a sample, tags as paragraphs of their own, terms and references in styles of
their own. Where a position begins is said three times (a content control, a bookmark,
a style), so that two may be lost; the text it was made from is kept in the file.

It knows blocks and pieces of `agreement.authored` and no more: it never decides what an
edit means for a template, and writes no template.
"""

from clausekit.word.sheets.faults import SheetFault
from clausekit.word.sheets.reading import ReadSheet, ReadSheets, read_sheets
from clausekit.word.sheets.sheet import HeadRow, Sheet
from clausekit.word.sheets.writing import write_sheets

__all__ = ["HeadRow", "ReadSheet", "ReadSheets", "Sheet", "SheetFault", "read_sheets", "write_sheets"]
