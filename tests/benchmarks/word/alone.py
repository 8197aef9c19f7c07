"""One writer in a process of its own: prints its peak memory in MB.

python -m benchmarks.word.alone WRITER SIZE
"""

from __future__ import annotations

import resource
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.word.sample import sample

STATUS = Path("/proc/self/status")
PER_MB = 1024 * (1024 if sys.platform == "darwin" else 1)


def main() -> None:
    writer, size = sys.argv[1:]
    import_module(f"benchmarks.word.{writer}").prepared(sample(int(size)))()
    print(max(_own_peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / PER_MB))


def _own_peak() -> float:
    """Linux counts what the parent held into `ru_maxrss`, and the truth into a file."""
    if STATUS.exists():
        line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PER_MB


if __name__ == "__main__":
    main()
