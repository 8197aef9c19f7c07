"""A document as a finished Word file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from clausekit.agreement.document import Document
from clausekit.word import styles as names
from clausekit.word.blocks import paragraph, written
from clausekit.word.comments import NO_COMMENTS, Comments, comments_part
from clausekit.word.house_style import LANGUAGE, HouseStyle, Section
from clausekit.word.layout import laid_out
from clausekit.word.package import Part, package, relation_id
from clausekit.word.plan import Plan, planned
from clausekit.word.xml_text import DECLARATION, RELATIONS, TAB, WORD, attribute, field, words

THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
HEADER_PART = "header1"
FOOTER_PART = "footer1"
FULL_TAGS = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR", "ar": "ar-SA"}
COVER_BEGINS = 3600
"""Below the margin at the head of other pages, in twentieths of a point."""
EAST_ASIAN_LANGUAGES = ("zh", "ja", "ko")


def write(document: Document, house: HouseStyle, *, made: date, comments: Comments = NO_COMMENTS) -> bytes:
    """The document as the bytes of a .docx file, the same for the same arguments.

    Args:
        document: numbered, its references resolved.
        house: how it looks.
        made: stands in the file's properties as created and modified, and in every comment.
        comments: remarks at the words they concern; a file with any is for our own eyes.

    Raises:
        ValueError: a text holds a character that no Word file can hold.
    """
    layout = laid_out(document)
    plan = planned(document, layout, house, comments)
    blocks = [written(plan, at, laid) for at, laid in enumerate(layout.all)]
    cover = len(layout.cover)
    if cover:
        blocks.insert(cover, _cover(plan))
    return written_around(blocks, plan, document, made)


def written_around(blocks: Iterable[str], plan: Plan, document: Document, made: date) -> bytes:
    """The finished file around blocks that are XML already; of `document` only what stands around them counts."""
    start = f"{DECLARATION}<w:document {WORD} {RELATIONS}><w:body>"
    body = [start, *blocks, _section(plan, document), "</w:body></w:document>"]
    return package(body, _parts(document, plan, made), document.title, made)


def _parts(document: Document, plan: Plan, made: date) -> list[Part]:
    house = plan.house
    parts = [
        Part("styles", "styles", DECLARATION + house.styles.replace(LANGUAGE, _language(document.language), 1)),
        Part("numbering", "numbering", _numbering(plan)),
        Part("settings", "settings", f"{DECLARATION}<w:settings {WORD}>{house.settings}</w:settings>"),
        Part("fontTable", "fontTable", DECLARATION + house.fonts),
        Part("theme/theme1", "theme", DECLARATION + house.theme, THEME_TYPE),
        Part(FOOTER_PART, "footer", _footer(document, plan)),
    ]
    if document.header:
        parts.append(Part(HEADER_PART, "header", _header(document, plan)))
    if plan.comments.texts:
        parts.append(Part("comments", "comments", comments_part(plan.comments, made, house.style(names.STRONG))))
    return parts


def _numbering(plan: Plan) -> str:
    definitions, lists = plan.house.numbering
    return f"{DECLARATION}<w:numbering {WORD}>{definitions}{lists}{plan.made_lists}</w:numbering>"


def _language(tag: str) -> str:
    """The language of the text, in the attribute for its script."""
    full = attribute(FULL_TAGS.get(tag, tag))
    primary = tag.partition("-")[0]
    latin = "en-GB" if primary in EAST_ASIAN_LANGUAGES else full
    east_asian = full if primary in EAST_ASIAN_LANGUAGES else "zh-CN"
    return f'<w:lang w:val="{latin}" w:eastAsia="{east_asian}" w:bidi="ar-SA"/>'


def _header(document: Document, plan: Plan) -> str:
    content = paragraph(plan.house.style(names.HEADER), words(document.header))
    return f"{DECLARATION}<w:hdr {WORD}>{content}</w:hdr>"


def _footer(document: Document, plan: Plan) -> str:
    pages = f"{words('Page ')}{field('PAGE', '1')}{words(' of ')}{field('NUMPAGES', str(plan.pages))}"
    content = f"{words(document.footer)}<w:r>{TAB}</w:r>{pages}"
    turned = _turned_tab(plan) if document.landscape else ""
    return f"{DECLARATION}<w:ftr {WORD}>{paragraph(plan.house.style(names.FOOTER), content, turned)}</w:ftr>"


def _turned_tab(plan: Plan) -> str:
    """The tab stop of the style moved to the edge of a page on its side."""
    upright, edge = plan.house.section.text_width, plan.section.text_width
    return f'<w:tabs><w:tab w:val="clear" w:pos="{upright}"/><w:tab w:val="right" w:pos="{edge}"/></w:tabs>'


def _cover(plan: Plan) -> str:
    """The end of the cover, a page without header and footer, whose text begins some way down."""
    section = f"<w:sectPr>{_page(replace(plan.section, top=plan.section.top + COVER_BEGINS))}</w:sectPr>"
    return paragraph(plan.house.style(names.TABLE_GAP), "", section)


def _section(plan: Plan, document: Document) -> str:
    header = _reference("header", HEADER_PART) if document.header else ""
    return f"<w:sectPr>{header}{_reference('footer', FOOTER_PART)}{_page(plan.section)}</w:sectPr>"


def _reference(kind: str, part: str) -> str:
    return f'<w:{kind}Reference w:type="default" r:id="{relation_id(part)}"/>'


def _page(section: Section) -> str:
    side = ' w:orient="landscape"' if section.width > section.height else ""
    return (
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{section.width}" w:h="{section.height}"{side}/>'
        f'<w:pgMar w:top="{section.top}" w:right="{section.right}" w:bottom="{section.bottom}" w:left="{section.left}"'
        f' w:header="{section.header}" w:footer="{section.footer}" w:gutter="{section.gutter}"/><w:cols w:space="708"/>'
    )
