"""Measure a big gazetteer: `python -m benchmarks.gazetteer [--rows N] [--folder DIR]`.

Makes a dump of N rows in the form of GeoNames' allCountries (made-up places: see `lines_of`), adds it with the code of
`dateline gazetteer add` to an empty folder, and prints seconds, megabytes of disk and of memory, and how long look-ups
take: of names never asked before, the file not yet read by this process.
"""

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.adding import add_file
from dateline.gazetteer.files import recognise
from dateline.gazetteer.homes import read_homes
from dateline.gazetteer.source import Town, read_source
from dateline.gazetteer.sqlite import open_embedded
from dateline.gazetteer.words import read_words
from dateline.settings import Settings

FIRST_ID = 20_000_000
# GeoNames' features, by about how often they stand in allCountries (per thousand)
FEATURES = (
    ("P", "PPL", 390), ("P", "PPLX", 12), ("P", "PPLQ", 10), ("P", "PPLL", 8), ("H", "STM", 130), ("H", "LK", 25),
    ("H", "WAD", 12), ("H", "WLL", 12), ("S", "HTL", 25), ("S", "SCH", 45), ("S", "CH", 35), ("S", "FRM", 40),
    ("S", "BDG", 8), ("S", "DAM", 8), ("S", "AIRP", 4), ("S", "RSTN", 10), ("S", "MSQE", 5), ("T", "MT", 60),
    ("T", "HLL", 40), ("T", "VAL", 10), ("T", "ISL", 12), ("L", "LCTY", 15), ("L", "PRK", 10), ("L", "AREA", 6),
    ("A", "ADM3", 12), ("A", "ADM4", 24), ("V", "FRST", 4), ("R", "RD", 3),
)  # fmt: skip
ONSETS = ("", "b", "d", "f", "g", "h", "k", "l", "m", "n", "q", "r", "s", "t", "w", "z", "kh", "sh", "tr", "br", "st")
RHYMES = ("a", "e", "i", "o", "u", "an", "ar", "en", "in", "ov", "as", "al", "im", "ur", "ia", "ai", "el", "or", "esh")
HEADS = ("Al ", "Tall ", "Kafr ", "San ", "Novo", "Nizhniy ", "Ban ", "Wadi ", "Upper ", "Kampung ", "Deh-e ", "Dar ")


def made_up(chance: random.Random) -> str:
    """A name of two to four syllables, one in four with a head."""
    name = "".join(chance.choice(ONSETS) + chance.choice(RHYMES) for _ in range(chance.randint(2, 4))).capitalize()
    return chance.choice(HEADS) + name if chance.random() < 0.25 else name


def lines_of(rows: int, towns: Sequence[Town], common: Sequence[str], given: Sequence[str]) -> Iterator[str]:
    """The dump's lines, the same on every run. Of the names, 3 in 10 are those of towns, mostly of the same country (as
    hamlets' are), 1 in 20 begins with a person's given name, 1 in 50 is a common English word; the rest are made up.
    """
    chance = random.Random(1)  # noqa: S311 -- no secret
    names = [made_up(chance) for _ in range(min(400_000, rows))]
    features = chance.choices(FEATURES, [share for *_, share in FEATURES], k=100_003)
    for number in range(rows):
        near = chance.choice(towns)
        draw = chance.random()
        if draw < 0.3:
            name = near.name if draw < 0.25 else chance.choice(towns).name
        elif draw < 0.35:
            name = f"{chance.choice(given).capitalize()} {chance.choice(names)}"
        else:
            name = chance.choice(common).capitalize() if draw < 0.37 else chance.choice(names)
        letter, code, _ = features[number % len(features)]
        people = int(10 ** chance.uniform(1, 3)) if letter == "P" and chance.random() < 0.2 else 0
        others = ",".join(chance.sample(names, 2)) if chance.random() < 0.4 else ""
        lat, lon = near.lat + chance.uniform(-0.4, 0.4), near.lon + chance.uniform(-0.4, 0.4)
        yield (
            f"{FIRST_ID + number}\t{name}\t{name}\t{others}\t{max(-90, min(90, lat)):.5f}\t"
            f"{max(-180, min(180, lon)):.5f}\t{letter}\t{code}\t{near.country}\t\t{near.code}\t\t\t\t{people}\t\t\t"
            "Etc/UTC\t2026-01-01\n"
        )


def write_dump(target: Path, rows: int) -> None:
    """Write the dump."""
    words = read_words()
    common = sorted(word for word in words.never if word.isalpha() and len(word) > 2)
    given = sorted(word for word in words.given if word.isalpha())
    with target.open("w", encoding="utf-8") as out:
        out.writelines(lines_of(rows, read_source().towns, common, given))


def look_ups(folder: Path, dump: Path, rows: int) -> Iterator[str]:
    """Milliseconds of look-ups."""
    chance = random.Random(2)  # noqa: S311
    wanted = set(chance.sample(range(rows), min(3_000, rows)))
    with dump.open(encoding="utf-8") as lines:
        asked = [line.split("\t")[1] for number, line in enumerate(lines) if number in wanted]
    gazetteer = open_gazetteer(Settings().cache, None, folder)
    kinds: dict[str, Callable[[str], object]] = {
        "`find`": gazetteer.find,
        "`find` in a country": lambda name: gazetteer.find(name, "IQ"),
        "`find_like`": lambda name: gazetteer.find_like(name, "IQ"),
        "`fame` of 20 names": lambda name: gazetteer.fame([f"{name.lower()}{n or ''}" for n in range(20)]),
    }
    for name, ask in kinds.items():
        clock, worked = [], time.process_time()
        for each in dict.fromkeys(asked):
            begun = time.perf_counter()
            ask(each)
            clock.append(1000 * (time.perf_counter() - begun))
        worked = 1000 * (time.process_time() - worked) / len(clock)
        clock.sort()
        yield (
            f"| {name} | {worked:.3f} ms of processor time on average; by the clock half under"
            f" {statistics.median(clock):.3f} ms, 19 in 20 under {clock[int(0.95 * len(clock))]:.2f} ms |"
        )


def main() -> None:
    """Make, add, measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000, metavar="N", help="rows of the dump")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where to keep dump and gazetteer (else nowhere)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = options.folder or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        dump = folder / f"made-up-{options.rows}.txt"
        if not dump.exists():
            write_dump(dump, options.rows)
        base = open_embedded(Settings().cache)
        wall, begun = time.perf_counter(), time.process_time()
        most = [0]

        def watch(_share: float, _what: str) -> None:
            most[0] = max(most[0], sum(path.stat().st_size for path in folder.glob("added.*")))

        outcome = add_file(recognise(dump), folder, base, read_homes(), "2026-01-01", watch)
        wall, spent = time.perf_counter() - wall, time.process_time() - begun
        size = (folder / "added.sqlite").stat().st_size / 1e6
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"Python {sys.version.split()[0]}\n\n| {options.rows:,} rows | {outcome.kept:,} kept |\n|---|---|")
        print(f"| adding | {wall:.0f} s by the clock, {spent:.0f} s of processor time |")
        print(f"| on disk | {size:.0f} MB, {most[0] / 1e6:.0f} MB seen while adding |\n| memory | {memory:.0f} MB |")
        print("\n".join(look_ups(folder, dump, options.rows)))


if __name__ == "__main__":
    main()
