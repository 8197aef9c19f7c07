"""Run by a Python that has LibreOffice's bindings: what LibreOffice itself counts in a Word file.

``python libreoffice_reader.py PIPE FILE [TRACKED]`` connects to a running LibreOffice, lets it
accept or reject every tracked change if TRACKED says so, work out every field and the contents
anew, and prints what it sees as JSON.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

uno = importlib.import_module("uno")
PATIENCE = 60  # seconds until LibreOffice must have started


def main(pipe: str, file: str, tracked: str = "") -> None:
    """Print the paragraphs and the contents of `file`."""
    office = connected(pipe)
    desktop = service(office, "com.sun.star.frame.Desktop")
    document = opened(desktop, Path(file).as_uri())
    if tracked:
        dispatcher = service(office, "com.sun.star.frame.DispatchHelper")
        command = f".uno:{tracked.capitalize()}AllTrackedChanges"
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    document.TextFields.refresh()
    for at in range(document.DocumentIndexes.Count):
        document.DocumentIndexes.getByIndex(at).update()
    seen = {
        "paragraphs": list(paragraphs(document.Text, document.CurrentController.ViewCursor)),
        "contents": contents(document),
        "pages": document.CurrentController.PageCount,
        "comments": comments(document),
    }
    print(json.dumps(seen))
    document.close(True)
    desktop.terminate()


def connected(pipe: str) -> Any:
    """The LibreOffice that listens at `pipe`."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.2)


def service(office: Any, name: str) -> Any:
    return office.ServiceManager.createInstanceWithContext(name, office)


def opened(desktop: Any, url: str) -> Any:
    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    hidden.Name, hidden.Value = "Hidden", True
    return desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))


def paragraphs(text: Any, cursor: Any) -> Iterator[dict[str, Any]]:
    """Style, label, words and pages of each paragraph, cell by cell in tables."""
    for element in each(text):
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in element.CellNames:
                yield from paragraphs(element.getCellByName(name), cursor)
        else:
            yield {
                "style": element.ParaStyleName,
                "label": element.ListLabelString,
                "text": element.String,
                "page": page_of(element.Start, cursor),
            }


def page_of(place: Any, cursor: Any) -> int:
    cursor.gotoRange(place, False)
    return int(cursor.Page)


def each(text: Any) -> Iterator[Any]:
    elements = text.createEnumeration()
    while elements.hasMoreElements():
        yield elements.nextElement()


def comments(document: Any) -> int:
    """How many comments stand in the document."""
    fields = document.TextFields.createEnumeration()
    found = 0
    while fields.hasMoreElements():
        found += fields.nextElement().supportsService("com.sun.star.text.textfield.Annotation")
    return found


def contents(document: Any) -> list[str]:
    indexes = document.DocumentIndexes
    return [line for at in range(indexes.Count) for line in indexes.getByIndex(at).Anchor.String.splitlines()]


if __name__ == "__main__":
    main(*sys.argv[1:])
