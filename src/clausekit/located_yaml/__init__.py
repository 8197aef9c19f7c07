"""YAML whose parts know their lines; the only room that reads or writes YAML.

It reads YAML 1.2 with the core types: ``yes``, ``NO`` and dates are texts, keys are
texts. Anchors, aliases, merge keys, tags and duplicate keys are findings, as is
anything that cannot be read; each has its file and line and says the way out.
It changes a file by touching only the lines concerned, so comments, order, line
endings and the file's mode survive. It knows no deal, no law and no clause, and
it never runs or imports what a file says.
"""

from clausekit.located_yaml.located import Keys, Located
from clausekit.located_yaml.reading import read_file, read_head, read_text
from clausekit.located_yaml.saving import (
    REMOVED,
    changed_text,
    clear_temporaries,
    moved_text,
    replace_text,
    save_changes,
)

__all__ = [
    "REMOVED",
    "Keys",
    "Located",
    "changed_text",
    "clear_temporaries",
    "moved_text",
    "read_file",
    "read_head",
    "read_text",
    "replace_text",
    "save_changes",
]
