"""Blocks as XML: paragraphs, tables, signatures and the table of contents."""

from __future__ import annotations

from clausekit.agreement.document import Contents, PageBreak, Paragraph, SignatureBlock, Table
from clausekit.word import styles as names
from clausekit.word.inline import inline
from clausekit.word.layout import Laid
from clausekit.word.plan import Entry, Plan
from clausekit.word.tables import table
from clausekit.word.xml_text import FIELD_END, TAB, field, field_start, words

NEW_PAGE = "<w:pageBreakBefore/>"
KEEP_WITH_NEXT = "<w:keepNext/>"
CONTENTS_FIELD = r'TOC \o "1-1" \h \z \u'


def written(plan: Plan, at: int, laid: Laid) -> str:
    """The block at place `at` as XML."""
    match laid.block:
        case Paragraph():
            content = inline(laid.block.runs, plan.house, plan.references, plan.comments)
            if plan.comments.texts:
                content = plan.comments.around_block(laid.block, content)
            return numbered(plan, at, laid, laid.block, content)
        case Table():
            return apart(plan, laid, table(plan, laid.block))
        case SignatureBlock():
            return _signature(plan, laid.block, NEW_PAGE if laid.new_page else "")
        case Contents():
            return _contents(plan, laid.block, NEW_PAGE if laid.new_page else "")
        case PageBreak():
            return ""


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of the style with this id; `properties` in the order of Word's schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def apart(plan: Plan, laid: Laid, made: str) -> str:
    """A table, kept apart from what follows."""
    return (gap(plan, NEW_PAGE) if laid.new_page else "") + made + gap(plan)


def numbered(plan: Plan, at: int, laid: Laid, block: Paragraph, content: str) -> str:
    """A paragraph of the document, with its bookmarks around `content`."""
    for bookmark in plan.references.bookmarks.get(at, ()):
        content = bookmark.around(content)
    properties = KEEP_WITH_NEXT if block.keep_with_next or laid.leads_in else ""
    if laid.new_page:
        properties += NEW_PAGE
    if at in plan.lists:
        properties += _own_list(plan.lists[at])
    return f"{plan.openings[block.role]}{properties}</w:pPr>{content}</w:p>"


def _own_list(number: str) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def gap(plan: Plan, properties: str = "") -> str:
    """Keeps a table apart from what follows; Word would join two tables that touch."""
    return paragraph(plan.house.style(names.TABLE_GAP), "", properties)


def _signature(plan: Plan, block: SignatureBlock, new_page: str) -> str:
    """Lines to sign on, all on one page with the party's name."""
    party = inline(block.party, plan.house, plan.references, plan.comments)
    name, title = (inline(runs, plan.house, plan.references, plan.comments) for runs in (block.signatory, block.title))
    lines = (("Signature", ""), ("Name", name), ("Title", title))
    return (
        paragraph(plan.house.style(names.SIGNATURE_PARTY), party, KEEP_WITH_NEXT + new_page)
        + "".join(_line(plan, label, filled, KEEP_WITH_NEXT) for label, filled in lines)
        + _line(plan, "Date", "", "")
    )


def _line(plan: Plan, label: str, filled: str, keep: str) -> str:
    """A label, then what is filled in or a line to write on, which the style draws at its second tab."""
    content = f"{words(label)}<w:r>{TAB}</w:r>{filled or f'<w:r>{TAB}</w:r>'}"
    return paragraph(plan.house.style(names.SIGNATURE_LINE), content, keep)


def _contents(plan: Plan, block: Contents, new_page: str) -> str:
    """The heading and the field; its end stands in a paragraph of its own, as Word writes it."""
    style = plan.house.style(names.CONTENTS_ENTRY)
    lines = [_entry(entry) for entry in plan.entries] or [words("")]
    lines[0] = field_start(CONTENTS_FIELD, dirty=True) + lines[0]
    heading = paragraph(plan.house.style(names.CONTENTS_HEADING), words(block.heading), new_page)
    return heading + "".join(paragraph(style, line) for line in lines) + paragraph(style, FIELD_END)


def _entry(entry: Entry) -> str:
    page = field(f"PAGEREF {entry.bookmark} \\h", str(entry.page))
    content = words(f"{entry.label}\t{entry.text}\t") + page
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{content}</w:hyperlink>'
