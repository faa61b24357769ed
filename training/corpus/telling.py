"""What the corpus tells of itself: faults, counts, passages, agreement, sameness."""

import argparse
import sys
from pathlib import Path

from training.corpus import shelves
from training.corpus.agreement import Agreement, agreement, differences, kappa
from training.corpus.doubts import doubts
from training.corpus.drafting import kinds
from training.corpus.lint import lint
from training.corpus.pages import GUIDE, rendered
from training.corpus.sameness import commonest, commonest_openings, sameness
from training.corpus.showing import show
from training.corpus.splits import straddling
from training.corpus.tables import counts
from training.corpus.texts import Texts

COUNTS = Path(__file__).resolve().parent / "COUNTS.md"


def whole(_: argparse.Namespace) -> int:
    """Lint the whole corpus, its split included."""
    corpus = shelves.read()
    passages = list(Texts().filled(corpus.all))
    findings = [*lint(passages, kinds()), *lint(Texts().filled(corpus.first), kinds())]
    findings += lint(Texts().filled(corpus.second), kinds())
    faults = [finding for finding in findings if not finding.query]
    parted = straddling(passages)
    for line in (*findings, *(f"{name}: near-duplicates of it lie in two splits" for name in parted)):
        print(line)
    print(f"{len(passages)} passages, {len(faults)} faults, {len(findings) - len(faults)} queries")
    return 1 if faults or parted else 0


def count(options: argparse.Namespace) -> int:
    """Print the corpus's tables; with `--write` into COUNTS.md, and the guide's examples anew from the corpus."""
    corpus = shelves.read()
    told = counts(corpus, kinds())
    if not options.write:
        print(told)
        return 0
    COUNTS.write_text(told, encoding="utf-8")
    own = {passage.id: passage for passage in corpus.own}
    for path in sorted(GUIDE.glob("*.md")):
        path.write_text(rendered(path.read_text(encoding="utf-8"), own), encoding="utf-8")
    return 0


def shown(options: argparse.Namespace) -> int:
    """Print passages as notation; `--blank` leaves the annotation out, for a second reader."""
    passages = {passage.id: passage for passage in Texts().filled(shelves.read().all)}
    for key in options.ids:
        if key not in passages:
            print(f"# there is no passage {key}", file=sys.stderr)
            return 1
        told = show(passages[key])
        print("\n".join(told.split("\n")[:2]) if options.blank else told, end="\n\n")
    return 0


def agreed(options: argparse.Namespace) -> int:
    """Print the agreement of the two readings, with `--differences` each passage's."""
    corpus = shelves.read()
    first = {passage.id: passage for passage in Texts().filled(corpus.first)}
    pairs = [(first[second.id], second) for second in Texts().filled(corpus.second)]
    if options.differences:
        for one, two in pairs:
            print(f"= {one.id}", one.text, *differences(one, two), "", sep="\n")
    for name, chosen in (("own", [p for p in pairs if not p[0].origin]), ("real", [p for p in pairs if p[0].origin])):
        print(f"{name}: {told_agreement(agreement(chosen))}")
    found = agreement(pairs)
    print(f"all: {told_agreement(found)}")
    for title, tallies in (("spans", found.spans), ("roles", found.roles)):
        print(title, ", ".join(f"{label} {tally.f1:.2f} ({tally.both})" for label, tally in sorted(tallies.items())))
    return 0


def told_agreement(found: Agreement) -> str:
    """One line of figures."""
    return (
        f"{found.passages} passages, span F1 {Agreement.together(found.spans).f1:.3f}, trigger F1 "
        f"{found.spans['trigger'].f1 if found.passages else 0:.3f}, kappa of kind {kappa(found.kinds):.3f}, of status "
        f"{kappa(found.statuses):.3f}, of background {kappa(found.backgrounds):.3f}, role F1 "
        f"{Agreement.together(found.roles).f1:.3f}"
    )


def alike(_: argparse.Namespace) -> int:
    """Print how alike our own passages sound, beside as many real ones."""
    corpus = shelves.read()
    real = list(Texts().filled(corpus.real))
    size = min(len(corpus.own), len(real))
    own = [corpus.own[at * len(corpus.own) // size] for at in range(size)]  # spread evenly over all strands
    for name, passages in (("own", own), ("real", real[:size])):
        print(name, sameness(passages))
    print("openings", commonest_openings(corpus.own))
    print("runs of four", commonest(corpus.own, 4))
    return 0


def doubted(_: argparse.Namespace) -> int:
    """Print where passages go against the rest."""
    for doubt in doubts(list(Texts().filled(shelves.read().all))):
        print(doubt)
    return 0
