"""The looks: dark, light, and one of high contrast in which every text has at least 7:1."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    "dark", primary="#7aa2f7", secondary="#9d8cd6", accent="#e0af68", foreground="#d8dce8", background="#14161c",
    surface="#191c24", panel="#242936", success="#8fce6b", warning="#e6b450", error="#ff7a7f", dark=True,
    variables={
        "muted-text": "#9aa3b8", "error-text": "#ff8f93", "warning-text": "#ecc06c", "note-text": "#82b4ff",
        "good-text": "#9ddb7a", "cursor-line": "#2a3245", "marked-line": "#463a17", "rule": "#343b4d",
        "selected": "#3a5488", "selected-text": "#ffffff",
    },
)  # fmt: skip
LIGHT = Theme(
    "light", primary="#1d4ea8", secondary="#5b3f96", accent="#8a5200", foreground="#1a1d26", background="#fbfbf9",
    surface="#ffffff", panel="#eceef3", success="#1f6b2c", warning="#855600", error="#a8192a", dark=False,
    variables={
        "muted-text": "#545b6b", "error-text": "#a8192a", "warning-text": "#7a4d00", "note-text": "#1d4ea8",
        "good-text": "#1f6b2c", "cursor-line": "#dbe6fb", "marked-line": "#ffeeb8", "rule": "#b9bfcc",
        "selected": "#b8d0fb", "selected-text": "#1a1d26",
        "block-cursor-foreground": "#ffffff", "input-selection-background": "#b8d0fb",
    },
)  # fmt: skip
CONTRAST = Theme(
    "contrast", primary="#ffff00", secondary="#00ffff", accent="#ffff00", foreground="#ffffff", background="#000000",
    surface="#000000", panel="#000000", success="#00ff66", warning="#ffd000", error="#ff9c9c", dark=True,
    luminosity_spread=0.0, text_alpha=1.0,
    variables={
        "muted-text": "#e4e4e4", "error-text": "#ffa8a8", "warning-text": "#ffd640", "note-text": "#7ae0ff",
        "good-text": "#66ff99", "cursor-line": "#003166", "marked-line": "#5a4600", "rule": "#ffffff",
        "selected": "#ffff00", "selected-text": "#000000",
    },
)  # fmt: skip
THEMES = (DARK, LIGHT, CONTRAST)
NAMES = tuple(theme.name for theme in THEMES)


def next_theme(name: str) -> str:
    """The theme after this one."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)] if name in NAMES else NAMES[0]
