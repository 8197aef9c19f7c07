"""`templates copy`: a firm's own templates, with our originals kept beside them."""

from __future__ import annotations

import shutil
from pathlib import Path

from clausekit.cli.arguments import Options
from clausekit.cli.console import Console
from clausekit.cli.opening import MisuseError, templates_folder
from clausekit.templates_folder import BASE, IGNORED


def copy_templates(options: Options, console: Console) -> int:
    """Copy the templates into a new or empty folder, and once more under `.base`."""
    source = templates_folder(options)
    target = Path(options.folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise MisuseError(f"'{target}' is not an empty folder; name a new one")
    if target.resolve().is_relative_to(source.path.resolve()):
        raise MisuseError(f"'{target}' lies in the templates that are to be copied; name a folder outside")
    ignore = shutil.ignore_patterns(*IGNORED, "~$*", ".~lock*")
    try:
        shutil.copytree(source.path, target, ignore=ignore, dirs_exist_ok=True)
        shutil.copytree(source.path, target / BASE, ignore=ignore)
    except OSError as fault:
        raise MisuseError(f"'{target}' cannot be written ({fault.strerror or 'no space, or no permission'})") from None
    console.data(str(target))
    console.say(f"Use them with --templates {target}, or set CLAUSEKIT_TEMPLATES.")
    return 0
