"""From files of notation into the corpus: checked first, taken when nothing is wrong with them."""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from dateline.codebook.loading import load_codebook
from training.corpus import shelves
from training.corpus.draft import MarkingError
from training.corpus.drawing import dev_shingles, draw
from training.corpus.entry import entries, passage_of, stand_off
from training.corpus.lint import lint
from training.corpus.passage import Origin, Passage
from training.corpus.shelves import Corpus
from training.corpus.splits import with_splits
from training.corpus.texts import ALLOWED, TextError, Texts, shared


def kinds() -> frozenset[str]:
    """The codebook's kinds."""
    return frozenset(load_codebook().kinds)


def read_notation(
    paths: Iterable[Path], known: frozenset[str], origins: Mapping[str, Origin]
) -> tuple[list[Passage], list[str]]:
    """The passages of files of notation, and what could not be read. Ids among `origins` are stand-off passages."""
    passages: list[Passage] = []
    slips: list[str] = []
    shelf = Texts()
    for path in paths:
        try:
            for entry in entries(path.read_text(encoding="utf-8")):
                origin = origins.get(entry.id)
                try:
                    text = shelf.text(origin) if origin else ""
                    passages.append(stand_off(entry, origin, text, known) if origin else passage_of(entry, known))
                except (MarkingError, TextError) as slip:
                    slips.append(f"{path.name}: {slip}")
        except MarkingError as slip:
            slips.append(f"{path.name}: {slip}")
    return passages, slips


def read_origins(path: Path | None, corpus: Corpus) -> dict[str, Origin]:
    """Where stand-off passages lie: those of the corpus and those of a file (id: file, document, hash, start, end)."""
    found = {passage.id: passage.origin for passage in corpus.real if passage.origin}
    if path:
        drawn = json.loads(path.read_text(encoding="utf-8"))
        found.update({key: Origin(*value) for key, value in drawn.items()})
    return found


def check(options: argparse.Namespace) -> int:
    """Read and lint files of notation; print slips, findings and counts."""
    known = kinds()
    passages, slips = read_notation(options.paths, known, read_origins(options.origins, shelves.read()))
    findings = list(lint(passages, known))
    for line in (*slips, *findings):
        print(line)
    eventful = sum(passage.eventful for passage in passages)
    print(
        f"\n{len(passages)} passages ({eventful} eventful, {len(passages) - eventful} not), {len(slips)} not readable,"
    )
    print(f"{sum(not f.query for f in findings)} faults, {sum(f.query for f in findings)} queries")
    triggers = [trigger for passage in passages for trigger in passage.triggers]
    by_kind = Counter(trigger.kind for trigger in triggers)
    print("kinds:", ", ".join(f"{kind} {n}" for kind, n in by_kind.most_common()))
    wanted = [kind for kind in options.want.split(",") if kind]
    short = {kind: by_kind[kind] for kind in wanted if by_kind[kind] < options.least}
    if wanted:
        print(f"still under {options.least}:", ", ".join(f"{kind} {n}" for kind, n in short.items()) or "none")
    print("status:", dict(Counter(trigger.status for trigger in triggers)), "bg", sum(t.background for t in triggers))
    print("register:", dict(Counter(passage.register for passage in passages)))
    print("region:", dict(Counter(str(passage.region) for passage in passages)))
    return 1 if slips or any(not finding.query for finding in findings) else 0


def _take_second(corpus: Corpus, new: Mapping[str, Passage]) -> int:
    """Keep second readings, and beside each the first one as it stands, before anybody settles their differences."""
    known = {passage.id: passage for passage in corpus.all}
    strange = sorted(new.keys() - known.keys())
    if strange:
        print(f"nothing was taken: the corpus has no {', '.join(strange)}")
        return 1
    first = {key: known[key] for key in new} | {passage.id: passage for passage in corpus.first}
    second = {passage.id: passage for passage in corpus.second} | dict(new)
    shelves.write(replace(corpus, first=tuple(first.values()), second=tuple(second.values())))
    print(f"{len(new)} second readings taken, {len(second)} now")
    return 0


def take(options: argparse.Namespace) -> int:
    """Take files of notation into the corpus: passages of an id that it has are replaced, splits are kept."""
    known, corpus = kinds(), shelves.read()
    passages, slips = read_notation(options.paths, known, read_origins(options.origins, corpus))
    faults = [finding for finding in lint(passages, known) if not finding.query]
    for line in (*slips, *faults):
        print(line)
    if slips or faults:
        print("nothing was taken: mend these first")
        return 1
    new = {passage.id: passage for passage in passages}
    if options.second:
        return _take_second(corpus, new)
    splits = {passage.id: passage.split for passage in corpus.all}
    told = {passage.id: passage for passage in Texts().filled(corpus.all)} | {
        key: replace(passage, split=splits.get(key)) for key, passage in new.items()
    }
    every = with_splits(tuple(told.values()))
    own = tuple(passage for passage in every if passage.origin is None)
    real = tuple(passage for passage in every if passage.origin)
    shelves.write(replace(corpus, own=own, real=real))
    print(f"{len(new)} taken; {len(own)} of our own and {len(real)} stand-off now")
    return 0


def drawn(options: argparse.Namespace) -> int:
    """Draw stand-off passages that the corpus has not: blank notation to OUT.txt, where they lie to OUT.json."""
    texts, had = Texts(), {passage.origin for passage in shelves.read().real}
    found = draw(texts, options.file, options.wanted, options.seed, dev_shingles(shared()))
    name = ALLOWED[options.file]
    origins = {f"{name}-{options.seed}-{n:04d}": origin for n, origin in enumerate(found, 1) if origin not in had}
    blank = [f"= {key} wire - - -\n> {' '.join(texts.text(origin).split())}\n" for key, origin in origins.items()]
    Path(f"{options.out}.txt").write_text("\n".join(blank), encoding="utf-8")
    Path(f"{options.out}.json").write_text(
        json.dumps({key: [o.file, o.doc, o.sha256, o.start, o.end] for key, o in origins.items()}), encoding="utf-8"
    )
    print(f"{len(origins)} drawn; annotate {options.out}.txt, then take it with --origins {options.out}.json")
    return 0
