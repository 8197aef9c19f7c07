"""Opening a folder with the system's own program, where a person sits before a screen of this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def folder_command(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> tuple[str, ...] | None:
    """The command that opens a folder; None on another machine, or where there is no screen to open it on."""
    if environment.get("SSH_CONNECTION"):
        return None
    if system == "darwin":
        return ("open",)
    if system == "win32":
        return ("explorer",)
    shown = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return ("xdg-open",) if shown and shutil.which("xdg-open", path=environment.get("PATH")) else None


def open_folder(folder: Path) -> bool:
    """Whether the system took it upon itself to open the folder."""
    command = folder_command()
    if command is None:
        return False
    try:
        subprocess.Popen(
            [*command, str(folder)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError:
        return False
    return True
