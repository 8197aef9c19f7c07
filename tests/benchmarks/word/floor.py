"""The least that any writer must do: join strings that are ready, and deflate the same parts at the same level."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from benchmarks.word import ours
from benchmarks.word.sample import Sample
from clausekit.word.zipping import DEFLATE_LEVEL

BODY = "word/document.xml"
PARAGRAPH_END = "</w:p>"


def prepared(sample: Sample) -> Callable[[], bytes]:
    """Joins and deflates what our own writer wrote of the sample."""
    return floor_of(ours.prepared(sample)())


def floor_of(content: bytes) -> Callable[[], bytes]:
    """Joins and deflates what stands in a file of ours."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    paragraphs = parts.pop(BODY).decode().split(PARAGRAPH_END)
    return lambda: _packed(paragraphs, list(parts.values()))


def _packed(paragraphs: list[str], parts: list[bytes]) -> bytes:
    return b"".join(map(_deflated, (PARAGRAPH_END.join(paragraphs).encode(), *parts)))


def _deflated(content: bytes) -> bytes:
    deflating = zlib.compressobj(DEFLATE_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflating.compress(content) + deflating.flush()
