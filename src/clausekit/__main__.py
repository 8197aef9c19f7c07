"""`python -m clausekit`: the same as the command `clausekit`."""

from __future__ import annotations

from clausekit.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
