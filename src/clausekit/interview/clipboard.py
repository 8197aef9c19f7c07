"""Copying: with the system's own program where there is one, else by the terminal's OSC 52."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping

PROGRAMS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("pbcopy",), ""),
    (("wl-copy",), "WAYLAND_DISPLAY"),
    (("xclip", "-selection", "clipboard"), "DISPLAY"),
    (("xsel", "--clipboard", "--input"), "DISPLAY"),
    (("clip.exe",), "WSL_DISTRO_NAME"),
)


def system_command(environment: Mapping[str, str] = os.environ) -> tuple[str, ...] | None:
    """The command that takes text for the system's clipboard, or None; never one of another machine."""
    if environment.get("SSH_CONNECTION"):
        return None
    fitting = (command for command, needs in PROGRAMS if not needs or environment.get(needs))
    return next((command for command in fitting if shutil.which(command[0], path=environment.get("PATH"))), None)


def copy_with_system(text: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the system's own program took the text."""
    command = system_command(environment)
    if command is None:
        return False
    try:
        done = subprocess.run(
            command, input=text.encode(), timeout=2, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
