"""The shelf of extras: every set read, what the corpus holds out left out."""

from collections.abc import Iterable
from pathlib import Path

from dateline.codebook import Codebook, load_codebook
from dateline.codebook.demonyms import load_demonyms
from dateline.coding.tagging.toponyms import ToponymRecogniser
from dateline.coding.tagging.triggers import TriggerRecogniser
from dateline.coding.text.document import Sentence
from dateline.coding.text.reading import read_document
from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.words import read_words
from dateline.model import Report
from dateline.settings import Settings
from training.auxiliary import evloc, muc, propbank
from training.auxiliary.extra import Extra, Stretch
from training.corpus.passage import Passage


def violent_kinds(codebook: Codebook) -> frozenset[str]:
    """The kinds that MUC-4 has a type for, always or under some rule."""
    return frozenset(
        name
        for name, kind in codebook.kinds.items()
        if kind.codes.get("muc4") or any(rule.codes.get("muc4") for rule in kind.rules)
    )


def read(shared: Path, passages: Iterable[Passage]) -> dict[str, list[Extra]]:
    """All extras by source. Documents of which the corpus holds out a passage (dev, test) are left out."""
    held = {(p.origin.file, p.origin.doc) for p in passages if p.origin and p.split != "train"}
    codebook = load_codebook()
    triggers, kinds = TriggerRecogniser(codebook), violent_kinds(codebook)
    peoples = frozenset(demonym.word for demonym in load_demonyms())
    toponyms = ToponymRecogniser(open_gazetteer(Settings().cache, None), read_words(), peoples)

    def violent(sentence: Sentence) -> bool:
        return any(tag.value in kinds for tag in triggers.recognise(sentence, ()))

    def places(text: str) -> list[Stretch]:
        document = read_document(Report(id="extra", text=text))
        return [tag.key for sentence in document.sentences for tag in toponyms.recognise(sentence, ())]

    def docs(file: str) -> frozenset[str]:
        return frozenset(doc for name, doc in held if name == file)

    return {
        "propbank": list(propbank.read(shared)),
        "muc": list(muc.read(shared, violent, docs(muc.REPORTS))),
        "evloc": list(evloc.read(shared, places, docs(evloc.REPORTS))),
    }
