"""What a contract may be built from: parts, and in them elements and attributes. Nothing else is released."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Allowed:
    """The local names of elements and attributes that a part may hold."""

    elements: frozenset[str]
    attributes: frozenset[str]

    def __or__(self, other: Allowed) -> Allowed:
        return Allowed(self.elements | other.elements, self.attributes | other.attributes)


def _allowed(elements: str, attributes: str = "") -> Allowed:
    return Allowed(frozenset(elements.split()), frozenset(attributes.split()))


FORMATTING = _allowed(
    """
    adjustRightInd autoSpaceDE autoSpaceDN b bCs bdr bidi bidiVisual bottom caps cantSplit color contextualSpacing
    cs dstrike eastAsianLayout effect em framePr gridAfter gridBefore gridCol gridSpan hideMark highlight i iCs ilvl
    imprint ind insideH insideV jc keepLines keepNext kern kinsoku lang left mirrorIndents noProof noWrap numId numPr
    oMath outline outlineLvl overflowPunct pBdr pPr pStyle pageBreakBefore position rFonts rPr rStyle right rtl shadow
    shd smallCaps snapToGrid spacing start end strike suppressAutoHyphens suppressLineNumbers suppressOverlap sz szCs
    tab tabs tblBorders tblCellMar tblCellSpacing tblGrid tblHeader tblInd tblLayout tblLook tblOverlap tblPr tblPrEx
    tblStyle tblStyleColBandSize tblStyleRowBandSize tblW tblpPr tcBorders tcFitText tcMar tcPr tcW textAlignment
    textDirection tl2br top topLinePunct tr2bl trHeight trPr u vAlign vMerge vertAlign w webHidden widowControl wAfter
    wBefore wordWrap between bar
    """,
    """
    after afterAutospacing afterLines ascii asciiTheme anchorLock before beforeAutospacing beforeLines bidi bottom char
    charSpace clear color combine cs cstheme eastAsia eastAsiaTheme fill firstColumn firstLine firstLineChars firstRow
    frame h hAnchor hAnsi hAnsiTheme hRule hSpace hanging hangingChars hint lang lastColumn lastRow leader left
    leftChars leftFromText line lineRule lines noHBand noVBand pos right rightChars rightFromText shadow space start end
    sz themeColor themeFill themeFillShade themeFillTint themeShade themeTint top topFromText bottomFromText type
    tblpX tblpXSpec tblpY tblpYSpec vAnchor vSpace val vert vertAnchor horzAnchor vertCompress w wrap wrapStyle x xAlign
    y yAlign
    """,
)
TEXT = FORMATTING | _allowed(
    """
    body bookmarkEnd bookmarkStart br cr document fldChar footnote footnotes footnoteRef footnoteReference endnote
    endnotes endnoteRef endnoteReference continuationSeparator separator ftr hdr hyperlink instrText
    lastRenderedPageBreak noBreakHyphen p proofErr ptab r sectPr softHyphen sym t tbl tc tr
    col cols docGrid footerReference footnotePr endnotePr headerReference lnNumType numFmt numRestart numStart paperSrc
    pgBorders pgMar pgNumType pgSz pos printerSettings titlePg type vAlign
    """,
    """
    anchor alignment chapSep chapStyle code cols countBy customMarkFollows dirty display equalWidth fldCharType fmt font
    footer gutter header history id linePitch name noEndnote num offsetFrom orient other first relativeTo restart sep
    tooltip zOrder
    """,
)
STYLES = FORMATTING | _allowed(
    """
    autoRedefine basedOn docDefaults hidden latentStyles link locked lsdException name next pPrDefault qFormat
    rPrDefault semiHidden style styles tblStylePr uiPriority unhideWhenUsed
    """,
    """
    count customStyle defLockedState defQFormat defSemiHidden defUIPriority defUnhideWhenUsed default locked name
    qFormat semiHidden styleId uiPriority unhideWhenUsed
    """,
)
NUMBERING = FORMATTING | _allowed(
    """
    abstractNum abstractNumId isLgl legacy lvl lvlJc lvlOverride lvlRestart lvlText multiLevelType num numFmt
    numStyleLink numbering start startOverride styleLink suff
    """,
    "abstractNumId format ilvl legacy legacyIndent legacySpace null numId",
)
SETTINGS = _allowed(
    """
    autoHyphenation characterSpacingControl clrSchemeMapping compat compatSetting consecutiveHyphenLimit decimalSymbol
    defaultTabStop doNotExpandShiftReturn doNotHyphenateCaps endnote endnotePr evenAndOddHeaders footnote footnotePr
    hyphenationZone listSeparator noLineBreaksAfter noLineBreaksBefore numFmt numRestart numStart pos settings
    themeFontLang zoom
    """,
    """
    accent1 accent2 accent3 accent4 accent5 accent6 bg1 bg2 bidi eastAsia followedHyperlink hyperlink id lang name
    percent t1 t2 uri val
    """,
)
FONTS = _allowed(
    "altName charset family font fonts notTrueType panose1 pitch sig",
    "characterSet csb0 csb1 name usb0 usb1 usb2 usb3 val",
)
THEME = _allowed(
    """
    accent1 accent2 accent3 accent4 accent5 accent6 bgFillStyleLst clrScheme cs dk1 dk2 ea effectLst effectStyle
    effectStyleLst fillStyleLst fmtScheme folHlink font fontScheme hlink latin ln lnStyleLst lt1 lt2 majorFont minorFont
    prstDash schemeClr solidFill srgbClr sysClr theme themeElements
    """,
    "algn cap cmpd lastClr name panose script typeface val w",
)
CORE = _allowed("coreProperties created modified title", "type")
APP = _allowed(
    """
    Characters CharactersWithSpaces DocSecurity HyperlinksChanged Lines LinksUpToDate Pages Paragraphs Properties
    ScaleCrop SharedDoc Words
    """
)
TYPES = _allowed("Default Override Types", "ContentType Extension PartName")
RELATIONSHIPS = _allowed("Relationship Relationships", "Id Target Type")

CONTENT_TYPES = "[Content_Types].xml"
PARTS: Mapping[str, Allowed] = {
    f"{WORD_TYPE}document.main+xml": TEXT,
    f"{WORD_TYPE}header+xml": TEXT,
    f"{WORD_TYPE}footer+xml": TEXT,
    f"{WORD_TYPE}footnotes+xml": TEXT,
    f"{WORD_TYPE}endnotes+xml": TEXT,
    f"{WORD_TYPE}styles+xml": STYLES,
    f"{WORD_TYPE}numbering+xml": NUMBERING,
    f"{WORD_TYPE}settings+xml": SETTINGS,
    f"{WORD_TYPE}fontTable+xml": FONTS,
    "application/vnd.openxmlformats-officedocument.theme+xml": THEME,
    "application/vnd.openxmlformats-package.core-properties+xml": CORE,
    "application/vnd.openxmlformats-officedocument.extended-properties+xml": APP,
    RELATIONSHIPS_TYPE: RELATIONSHIPS,
}
"""What each kind of part may hold, by its content type."""

NAMESPACES = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://schemas.openxmlformats.org/package/2006/content-types",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "http://schemas.openxmlformats.org/package/2006/relationships",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://www.w3.org/2001/XMLSchema-instance",
        "http://www.w3.org/XML/1998/namespace",
        "",
    }
)
"""Namespaces of elements and attributes; those of other versions of Word are none of them."""

FIELDS = frozenset({"NUMPAGES", "NOTEREF", "PAGE", "PAGEREF", "REF", "SECTIONPAGES", "TOC"})
FIELDS_WITH_LINKS = frozenset({"HYPERLINK"})  # allowed where they lead to a place in the same file
BOOKMARKS = ("_Ref", "_Toc")
"""How the names of bookmarks begin that say nothing; digits follow."""


def allowed_in(name: str, content_type: str) -> Allowed | None:
    """What the part may hold, or None where a contract has no such part."""
    return TYPES if name == CONTENT_TYPES else PARTS.get(content_type)
