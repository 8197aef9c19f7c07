"""The interview in a real terminal, beside a stock Textual form and beside the least that a program can show.

    cd tests && python -m benchmarks.interview [--keys N] [--rounds N]

Times are from writing a key to reading the bytes that paint it; the time of a terminal emulator is not in them.
"""
