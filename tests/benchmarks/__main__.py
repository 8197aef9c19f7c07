"""Every benchmark of writing, one after the other; words that follow go to the comparison with other writers.

cd tests && ../.venv/bin/python -m benchmarks --sizes 1,10,100
"""

from __future__ import annotations

import subprocess
import sys


def main() -> None:
    subprocess.run([sys.executable, "-m", "benchmarks.word", *sys.argv[1:]], check=True)
    print(flush=True)
    subprocess.run([sys.executable, "-m", "benchmarks.deal"], check=True)


if __name__ == "__main__":
    main()
