"""From place tags to places of the gazetteer."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.codebook.demonyms import Demonyms
from dateline.coding.places.echoes import find_echoes
from dateline.coding.places.locate import Located, locate
from dateline.coding.places.persons import person_names
from dateline.coding.places.phrases import Phrase, Ties, read_phrase, read_ties
from dateline.coding.places.senses import Name, Sense, judge_names
from dateline.coding.tagging.tags import Tag, Tags
from dateline.coding.text.document import Document
from dateline.gazetteer import Gazetteer
from dateline.gazetteer.fold import fold
from dateline.gazetteer.words import Words
from dateline.model import Place

_DEMONYM = 0.5  # what a demonym tells of the report's country, against 1 for a place name
_PARLANCE = 0.35  # what a word that mostly one country's reports use ("sheriff") tells of it
_SURE = ("preposition", "the town of", "kind before", "kind after", "tail", "several words")


def resolve_places(
    document: Document, tags: tuple[Tags, ...], gazetteer: Gazetteer, place_words: Words, demonyms: Demonyms
) -> tuple[Place, ...]:
    """One Place for every place tag, at the tag's own offsets, resolved or saying why not; one for the heading's, and
    one wherever such a name stands again untagged.

    Left out are tags that the report uses as a person's name elsewhere, unless their own words make them places.
    """
    placed = _tags_of(document, tags, place_words, demonyms, gazetteer)
    if not placed:
        return ()
    marks = [tag for tag, _ in placed]
    sentences = [sentence for _, sentence in placed]
    phrases = [_phrase(document, tag, sentence) for tag, sentence in placed]
    ties = read_ties(document.text, marks, sentences, phrases)
    names, name_of = _names(document.text, marks, phrases, ties)
    senses = judge_names(names, _hints(document, demonyms, place_words, gazetteer), gazetteer)
    located = [
        Located(
            tag,
            sentence,
            phrase,
            senses[name],
            ties.within.get(number),
            ties.close.get(number),
            _part(phrase, senses[name], gazetteer),
        )
        for number, (tag, sentence, phrase, name) in enumerate(zip(marks, sentences, phrases, name_of, strict=True))
    ]
    return locate(document.text, located)


def _part(phrase: Phrase, sense: Sense, gazetteer: Gazetteer) -> tuple[float, float, float] | None:
    """Where the part of a country or division lies that the words name ("NE Nigeria", "Anbar's west"). "West of" a
    division is beside it; of a country hardly anyone says so.
    """
    entry = sense.entry
    if entry is None or phrase.relation != "side" or not phrase.side or entry.kind not in ("country", "admin1"):
        return None
    return None if phrase.outside and entry.kind == "admin1" else gazetteer.part(entry, phrase.side)


def _tags_of(
    document: Document, tags: Sequence[Tags], words: Words, demonyms: Demonyms, gazetteer: Gazetteer
) -> list[tuple[Tag, int]]:
    """The place tags with their sentences' numbers (-1: the heading), in order, without persons and peoples."""
    found = [
        (tag, sentence.sentence)
        for sentence in tags
        for tag in sentence.of("place")
        if not _is_people(document.text[tag.start : tag.end].lower(), tag, demonyms, gazetteer)
    ]
    people = person_names(document, words)
    kept = [
        (tag, sentence)
        for tag, sentence in found
        if fold(document.text[tag.start : tag.end]) not in people or tag.rule.rsplit(":", 1)[-1] in _SURE
    ]
    kept += find_echoes(document, kept, people, words)
    if document.heading and document.heading.place:
        kept.append((Tag("place", *document.heading.place, rule="heading"), -1))
    return sorted(kept, key=lambda item: (item[0].start, item[0].end))


_LANDS = ("country", "admin1", "region")  # what a people's name may mean beside the people ("Abkhaz")


def _is_people(said: str, tag: Tag, demonyms: Demonyms, gazetteer: Gazetteer) -> bool:
    """Whether a tag is a people's name: of two words ("Sri Lankan"), or an adjective of a country's, no name of its
    own ("Myanmar"), that the encoder alone takes for a place.
    """
    demonym = demonyms.get(said)
    if demonym is None or " " in said:
        return demonym is not None
    if tag.rule != "encoder.span" or demonym.region or said in gazetteer.fame([said]):
        return False
    return not demonym.ethnic or not any(match.entry.kind in _LANDS for match in gazetteer.find(said))


def _phrase(document: Document, tag: Tag, sentence: int) -> Phrase:
    if sentence < 0:
        return Phrase(start=tag.start, end=tag.end)
    home = document.sentences[sentence]
    return read_phrase(document.text, tag, home.start, home.end)


def _names(text: str, marks: Sequence[Tag], phrases: Sequence[Phrase], ties: Ties) -> tuple[list[Name], list[int]]:
    """The distinct names and, for every mark, which it is. Names are told apart where the report calls them by
    different kinds ("Kirkuk" and "Kirkuk province"); what it once calls a neighbourhood stays one.
    """
    folded = [fold(text[mark.start : mark.end]) for mark in marks]
    called: dict[str, set[str]] = defaultdict(set)
    for key, phrase in zip(folded, phrases, strict=True):
        called[key].add(phrase.kind)
    keys = [
        (key, phrase.kind or ("near" if called[key] == {"", "near"} else ""))
        for key, phrase in zip(folded, phrases, strict=True)
    ]
    order = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    name_of = [order[key] for key in keys]
    names = [
        Name(
            key,
            next(text[m.start : m.end] for m, n in zip(marks, name_of, strict=True) if n == number),
            tuple(p if p.kind else replace(p, kind=kind) for p, n in zip(phrases, name_of, strict=True) if n == number),
            tuple(
                dict.fromkeys(
                    name_of[ties.within[i]] for i, n in enumerate(name_of) if n == number and i in ties.within
                )
            ),
        )
        for (key, kind), number in order.items()
    ]
    return names, name_of


def _hints(document: Document, demonyms: Demonyms, words: Words, gazetteer: Gazetteer) -> Mapping[str, float]:
    """The countries (alpha-2) that demonyms and parlance speak of, with weights that grow slowly with their number."""
    counted: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    for word, number in Counter(token.lower for token in document.tokens()).items():
        if (demonym := demonyms.get(word)) and demonym.countries:
            counted[demonym.countries[0]] += number
        if country := words.parlance.get(word):
            spoken[country] += number
    hints = {country: _PARLANCE * min(3, number) for country, number in spoken.items()}
    for code, number in counted.items():
        country = next((m.entry.country for m in gazetteer.find(code) if m.entry.kind == "country"), None)
        if country:
            hints[country] = hints.get(country, 0.0) + _DEMONYM * min(4, number)
    return hints
