"""Whatever bytes arrive, a file is read or refused; nothing else happens.

`CLAUSEKIT_FUZZ` is how many examples each test tries.
"""

from __future__ import annotations

import os
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from clausekit.word.reading import Limits, UnreadableFileError, View, read_word_bytes
from clausekit.word.xml_text import FORBIDDEN, attribute
from word.opened import packed
from word.reading import corpus

PLAIN = corpus.plain()
RICH = corpus.plain(corpus.field_of("REF x") + corpus.paragraph("30<!-- 60 --> days"))
EXAMPLES = int(os.environ.get("CLAUSEKIT_FUZZ", "100"))
LIMITS = Limits(file=200_000, entries=50, total=400_000, xml=200_000, elements=5_000)
PART_NAMES = [*corpus.plain_parts(), corpus.RELATIONS, "word/styles.xml", "word/header1.xml"]
FRAGMENTS = st.sampled_from(
    [
        "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>x</w:t>", "<w:ins w:id='1'>", "</w:ins>", "<w:del>", "</w:del>",
        "<w:tbl>", "</w:tbl>", "<w:fldChar w:fldCharType='begin'/>", "<w:fldChar w:fldCharType='end'/>",
        "<w:instrText>DDE</w:instrText>", "<!--", "-->", "<?x?>", "<![CDATA[", "]]>", "&amp;", "&x;", "<!DOCTYPE x>",
        "<w:sym w:char='F0FFFFFF'/>", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "\ud7ff", "深",
    ]
)  # fmt: skip


def read_all(content: bytes) -> None:
    """Read everything there is to read of a file, or be refused."""
    try:
        opened = read_word_bytes(content, "theirs.docx", LIMITS)
        assert all(finding.place.file == "theirs.docx" for finding in opened.reports)
        for part, view in product(opened.texts, View):
            assert all(isinstance(one.text(view), str) for one in opened.paragraphs(view, part))
    except UnreadableFileError as refused:
        told = refused
    else:
        return
    assert told.file == "theirs.docx"
    assert told.reason


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    read_all(content)
    read_all(b"PK\x03\x04" + content)


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    st.sampled_from([PLAIN, RICH]),
    st.lists(st.tuples(st.integers(0, len(PLAIN) - 1), st.binary(min_size=1, max_size=4)), min_size=1, max_size=6),
    st.integers(0, len(PLAIN)),
)
def test_any_damage_to_the_package(content: bytes, changes: list[tuple[int, bytes]], cut: int) -> None:
    damaged = bytearray(content)
    for at, put in changes:
        damaged[at : at + len(put)] = put
    read_all(bytes(damaged))
    read_all(bytes(damaged[:cut]))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.sampled_from(PART_NAMES), st.binary(max_size=200))
def test_any_bytes_as_a_part(name: str, content: bytes) -> None:
    read_all(corpus.with_parts({name: content}))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(FRAGMENTS, max_size=30))
def test_any_mixture_of_words_own_elements(fragments: list[str]) -> None:
    read_all(corpus.plain("".join(fragments)))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.binary(max_size=20)), max_size=6))
def test_any_names_of_parts(more: list[tuple[str, bytes]]) -> None:
    names = {name.encode("utf-8", "replace").decode(): content for name, content in more}
    read_all(packed(corpus.plain_parts() | names))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["External", ""]), st.text("abDEL/_:.#%\\", max_size=20))
def test_any_target_of_a_relationship(kind: str, mode: str, target: str) -> None:
    kept = FORBIDDEN.sub("", kind)
    read_all(corpus.with_parts({corpus.RELATIONS: corpus.relations((attribute(kept), attribute(target), mode))}))
