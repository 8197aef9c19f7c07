"""Run by a Python that has LibreOffice's bindings: somebody changes words with changes tracked.

``python libreoffice_editor.py PIPE FILE OUT OLD NEW`` selects the words OLD as a person would,
types NEW over them while changes are recorded, and saves the file as OUT.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from libreoffice_reader import connected, opened, service, uno  # type: ignore[import-not-found]  # beside this script


def main(pipe: str, file: str, out: str, old: str, new: str) -> None:
    """Change `file` and save it as `out`."""
    office = connected(pipe)
    desktop = service(office, "com.sun.star.frame.Desktop")
    document = opened(desktop, Path(file).as_uri())
    document.RecordChanges = True
    search = document.createSearchDescriptor()
    search.SearchString = old
    found = document.findFirst(search)
    if found is None:
        raise SystemExit(f"'{old}' is not in {file}")
    found.String = new
    document.storeToURL(Path(out).as_uri(), (setting("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    desktop.terminate()


def setting(name: str, value: str) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(*sys.argv[1:])
