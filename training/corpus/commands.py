"""The corpus's commands. `python -m training.corpus --help` lists them, each has its own `--help`."""

import argparse
import sys
from pathlib import Path

from training.corpus import drafting, telling
from training.corpus.texts import ALLOWED


def main() -> None:
    """Run the command that the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m training.corpus", description="Work on the corpus.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, told: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=told, description=told)
        made.set_defaults(run=run)
        return made

    drawing = command("draw", drafting.drawn, "draw stand-off passages to annotate")
    drawing.add_argument("file", choices=sorted(ALLOWED), metavar="FILE", help="a file under shared that may be used")
    drawing.add_argument("--wanted", type=int, default=50)
    drawing.add_argument("--seed", type=int, default=2)
    drawing.add_argument("--out", required=True, metavar="OUT", help="OUT.txt and OUT.json are written")
    checking = command("check", drafting.check, "read and lint files of notation, and count what is in them")
    checking.add_argument("--want", default="", help="kinds to be counted, parted by commas")
    checking.add_argument("--least", type=int, default=80, help="how many triggers of each (default 80)")
    taking = command("take", drafting.take, "take files of notation into the corpus")
    taking.add_argument("--second", action="store_true", help="as second readings of passages it has")
    for made in (checking, taking):
        made.add_argument("paths", nargs="+", type=Path, metavar="FILE")
        made.add_argument("--origins", type=Path, help="where newly drawn passages lie (JSON)")
    command("lint", telling.whole, "lint the whole corpus")
    command("counts", telling.count, "its tables").add_argument(
        "--write", action="store_true", help="into COUNTS.md, and the guide's examples anew"
    )
    showing = command("show", telling.shown, "print passages as notation")
    showing.add_argument("ids", nargs="+", metavar="ID")
    showing.add_argument("--blank", action="store_true", help="without annotation, for a second reader")
    agreeing = command("agree", telling.agreed, "how far two readers agree")
    agreeing.add_argument("--differences", action="store_true", help="each passage's differences too")
    command("doubts", telling.doubted, "where passages go against the rest")
    command("alike", telling.alike, "how alike our own passages sound")
    options = parser.parse_args()
    sys.exit(options.run(options))
