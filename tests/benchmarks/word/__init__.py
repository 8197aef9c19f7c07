"""The same agreement written by clausekit, its peers and the floor, in one run.

    cd tests && ../.venv/bin/python -m benchmarks.word [--sizes 1,10,100]

A peer counts if it writes live references. All are handed the same sample, with
its numbers worked out, before the clock starts.
"""
