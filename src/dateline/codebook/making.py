"""Making kinds from entries: names looked up, word sets put in, cues numbered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from dateline.codebook.entries import CodesEntry, CueEntry, FrameEntry, KindEntry, RuleEntry
from dateline.codebook.inflection import plural
from dateline.codebook.kinds import (
    SCHEMES,
    Condition,
    CrosswalkRule,
    Cue,
    CueFrame,
    Kind,
    KindExample,
    Part,
    Scheme,
    Surroundings,
)
from dateline.codebook.patterns import check_words
from dateline.errors import DataError

_SURROUNDINGS = tuple(field.name for field in fields(Surroundings))


def make_example(where: str, text: str) -> KindExample:
    """An example; the words that name its event may stand between asterisks. Raises DataError for any other marking."""
    parts = text.split("*")
    if len(parts) == 1 and text.strip():
        return KindExample(text)
    if len(parts) != 3 or not parts[1].strip():
        raise DataError(f"{where}: {text!r}: mark the words that name the event, once: Gunmen *drove off* the cattle.")
    return KindExample("".join(parts), (len(parts[0]), len(parts[0]) + len(parts[1])))


def make_frame(name: str, entry: FrameEntry) -> CueFrame:
    """A cue frame from its entry."""
    return CueFrame(
        name, entry.subject, entry.object, entry.possessive, entry.modifier, dict(sorted(entry.prepositions.items()))
    )


def make_wordsets(entries: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Word sets by name; "@name" in one takes in another that stands before it. Words get their plurals."""
    sets: dict[str, frozenset[str]] = {}
    for name, text in entries.items():
        words: set[str] = set()
        for word in text.split():
            words |= expand(word, sets, f"wordsets.{name}")
        sets[name] = frozenset(words)
    return sets


def expand(word: str, sets: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
    """One word of a condition: itself and its plural, or a whole set if it is written "@name"."""
    if not word.startswith("@"):
        return frozenset({word, plural(word)}) if word.isalpha() and len(word) > 2 else frozenset({word})
    if word[1:] not in sets:
        raise DataError(f"{where}: there is no word set {word!r}; there are {', '.join(sorted(sets))}")
    return sets[word[1:]]


@dataclass(frozen=True, slots=True)
class KindMaker:
    """Makes kinds; holds the frames and word sets that their cues name."""

    frames: Mapping[str, CueFrame]
    wordsets: Mapping[str, frozenset[str]]

    def make(self, identifier: str, entry: KindEntry) -> Kind:
        """A kind from its entry. Raises DataError if a cue names a frame or word set that does not exist."""
        return Kind(
            id=identifier,
            label=entry.label,
            definition=" ".join(entry.definition.split()),
            family=entry.family,
            harm=entry.harm,
            physical=entry.physical,
            outcome=entry.outcome,
            control=entry.control,
            cues=tuple(number_cues(self._cues(identifier, entry))),
            codes=make_codes(entry.codes),
            rules=tuple(make_rule(f"{identifier}.{n}", rule) for n, rule in enumerate(entry.codes.rules, 1)),
            examples=tuple(make_example(f"kinds.{identifier}.examples", text) for text in entry.examples),
        )

    def _cues(self, identifier: str, entry: KindEntry) -> Iterator[Cue]:
        parts: tuple[tuple[Part, list[CueEntry], str], ...] = (
            ("verb", entry.verbs, entry.verb_frame),
            ("noun", entry.nouns, entry.noun_frame),
            ("phrase", entry.phrases, entry.verb_frame),
        )
        for part, cues, usual in parts:
            for cue in cues:
                where = f"kinds.{identifier}.{part}s {cue.any[0] if cue.any else ''!r}"
                frame, around = self._frame(cue.frame or usual, where), self.surroundings(cue, where)
                for words in cue.any:
                    yield self._cue(identifier, part, words, cue, frame, around)

    def _frame(self, name: str, where: str) -> CueFrame:
        if name not in self.frames:
            raise DataError(f"{where}: there is no frame {name!r}; there are {', '.join(sorted(self.frames))}")
        return self.frames[name]

    def _cue(
        self, identifier: str, part: Part, words: str, entry: CueEntry, frame: CueFrame, around: Surroundings | None
    ) -> Cue:
        wrong = check_words(words)
        if wrong:
            raise DataError(f"kinds.{identifier}.{part}s {words!r}: {wrong}")
        return Cue(
            id=f"{identifier}.{part}.{'-'.join(words.replace('...', '').replace('?', '').split())}",
            kind=identifier,
            part=part,
            words=words,
            score=entry.score,
            frame=frame,
            surroundings=around,
            adjectival=entry.adjectival,
            fallback=entry.fallback,
        )

    def surroundings(self, entry: CueEntry, where: str) -> Surroundings | None:
        """The conditions on a cue's neighbours, or None if it has none."""
        sets = {
            name: frozenset(
                form for word in getattr(entry, name) for form in expand(word, self.wordsets, f"{where}.{name}")
            )
            for name in _SURROUNDINGS
            if name in entry.model_fields_set
        }
        return Surroundings(**sets) if any(sets.values()) else None


def number_cues(cues: Iterator[Cue]) -> Iterator[Cue]:
    """The cues with ids of their own: the same words under another condition get a number.

    Raises DataError where two cues are the same in words and conditions.
    """
    seen: dict[str, list[Cue]] = {}
    for cue in cues:
        others = seen.setdefault(cue.id, [])
        if any((other.words, other.surroundings) == (cue.words, cue.surroundings) for other in others):
            raise DataError(f"kinds.{cue.kind}: the cue {cue.words!r} ({cue.part}) is given twice")
        others.append(cue)
        yield replace(cue, id=f"{cue.id}-{len(others)}") if len(others) > 1 else cue


def make_codes(entry: CodesEntry) -> dict[Scheme, str | None]:
    """The codes that an entry names, an explicit null among them."""
    return {scheme: getattr(entry, scheme) for scheme in SCHEMES if scheme in entry.model_fields_set}


def make_rule(name: str, entry: RuleEntry) -> CrosswalkRule:
    """A crosswalk rule from its entry."""
    when = Condition(**{key: tuple(value) for key, value in entry.when.model_dump().items()})
    return CrosswalkRule(name, when, make_codes(entry))
