"""The glyph of each severity: with its word and code it needs no colour."""

from __future__ import annotations

from collections.abc import Mapping

from clausekit.finding import Severity

GLYPHS: Mapping[Severity, str] = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.NOTE: "●"}
