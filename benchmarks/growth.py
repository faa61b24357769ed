"""How reading grows with the text: `python -m benchmarks.growth`.

Heaps of marks, initials and line ends are what splitting could be quadratic in. Each is read at two lengths, ten times
apart: linear work takes ten times as long, quadratic a hundred. Over forty, the check fails. No test does this, since a
test that measures time fails on a busy machine.
"""

import sys
import time

from dateline.coding.text.reading import read_document
from dateline.model import Report

PIECES = ("." * 9, "a", "\n", " ", "1.", "A.", "- ", "\n ", "“”", "x\n", "A ")
SHORT, LONG = 20_000, 200_000
MOST = 40
UNMEASURABLE = 0.5
"""Seconds below which the long text is fast whatever the short one took."""


def seconds(piece: str, length: int) -> float:
    """Processor time to read a text of one piece repeated."""
    text = piece * (length // len(piece))
    begun = time.process_time()
    read_document(Report(id="r", text=text))
    return time.process_time() - begun


def main() -> None:
    """Measure every piece, print a table; exit with 1 where one grows too fast."""
    failed = False
    print(f"| piece | {SHORT} characters, s | {LONG} characters, s | |\n|---|---:|---:|---|")
    for piece in PIECES:
        short, long = seconds(piece, SHORT), seconds(piece, LONG)
        bad = long > MOST * short + UNMEASURABLE
        failed |= bad
        print(f"| {piece!r} | {short:.3f} | {long:.3f} | {'TOO FAST A GROWTH' if bad else 'ok'} |")
    if failed:
        sys.exit("reading grows faster than the text")


if __name__ == "__main__":
    main()
