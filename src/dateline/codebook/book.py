"""The codebook: kinds of event with their cues and crosswalks, word sets, weapons, parties. Read once, then frozen."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.codebook.entries import BookFile, ContextEntry, WeaponEntry
from dateline.codebook.kinds import Context, CrosswalkRule, Cue, CueFrame, Kind, PartyClass
from dateline.codebook.making import KindMaker, expand, make_frame, make_rule, make_wordsets
from dateline.codebook.originals import OriginalBook, make_originals
from dateline.codebook.patterns import Pattern, compile_cue
from dateline.errors import DataError

Index = Mapping[str, tuple[Pattern, ...]]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All that the codebook's files say.

    `triggers` and `weapons` index the patterns by their first word, longest first; `verb_words` are the forms of all
    one-word verb cues (a noun that is among them may be a verb here); `lights` maps forms of light verbs ("carried")
    to the frame that they lend to the noun which follows; `overrides` are crosswalk rules tried before a kind's own,
    `crosswalk` those tried after; `schemes` are the categories of each scheme, with labels; `originals` tell whose
    word a source's words are; `fixed_tolls` are the values of vague numbers for those who want one figure;
    `sides` who fights as part of whom.
    """

    kinds: Mapping[str, Kind]
    cues: Mapping[str, Cue]
    triggers: Index
    weapons: Index
    weapon_labels: Mapping[str, str]
    verb_words: frozenset[str]
    lights: Index
    wordsets: Mapping[str, frozenset[str]]
    parties: Mapping[str, PartyClass]
    contexts: tuple[Context, ...]
    overrides: tuple[CrosswalkRule, ...]
    crosswalk: tuple[CrosswalkRule, ...]
    schemes: Mapping[str, Mapping[str, str]]
    frames: Mapping[str, CueFrame]
    originals: OriginalBook
    fixed_tolls: Mapping[str, int]
    sides: Mapping[str, frozenset[str]]

    def kind(self, identifier: str) -> Kind | None:
        """The kind of that id, or None."""
        return self.kinds.get(identifier)

    def cue(self, rule: str) -> Cue | None:
        """The cue that a tag's rule names ("cue:airstrike.noun.air-raid"), or None if it names none of ours."""
        return self.cues.get(rule.removeprefix("cue:"))


def build_codebook(book: BookFile) -> Codebook:
    """One codebook from what the files say: names looked up, cues indexed."""
    frames = {name: make_frame(name, entry) for name, entry in book.frames.items()}
    wordsets = make_wordsets(book.wordsets)
    maker = KindMaker(frames, wordsets)
    kinds = {name: maker.make(name, entry) for name, entry in book.kinds.items()}
    cues = [cue for kind in kinds.values() for cue in kind.cues]
    lights = [_light(words, frame, frames) for words, frame in book.lights.items()]
    weapons = [cue for name, entry in book.weapons.items() for cue in _weapon_cues(name, entry, maker)]
    triggers = index_cues(cues)
    return Codebook(
        kinds=kinds,
        cues={cue.id: cue for cue in cues},
        triggers=triggers,
        weapons=index_cues(weapons),
        weapon_labels={name: entry.label for name, entry in book.weapons.items()},
        verb_words=frozenset(
            word for word, patterns in triggers.items() if any(p.cue.part == "verb" and p.length == 1 for p in patterns)
        ),
        lights=index_cues(lights),
        wordsets=wordsets,
        parties={
            name: PartyClass(name, *map(frozenset, (e.sectors, e.sorts, e.words, e.within, e.not_sectors)))
            for name, e in book.parties.items()
        },
        contexts=tuple(_context(name, entry, wordsets) for name, entry in book.contexts.items()),
        overrides=tuple(make_rule(f"override.{n}", rule) for n, rule in enumerate(book.overrides, 1)),
        crosswalk=tuple(make_rule(f"general.{n}", rule) for n, rule in enumerate(book.crosswalk, 1)),
        schemes=book.schemes,
        frames=frames,
        originals=make_originals(book.originals, book.organs, book.agencies),
        fixed_tolls={"*": 3, **book.fixed_tolls},
        sides={whole: frozenset(parts) for whole, parts in book.sides.items()},
    )


def index_cues(cues: Iterable[Cue]) -> Index:
    """The cues' patterns by first word; the longest come first, then those of the higher score."""
    index: dict[str, list[Pattern]] = defaultdict(list)
    for cue in cues:
        for pattern in compile_cue(cue):
            for word in pattern.elements[0] or ():
                index[word].append(pattern)
    return {
        word: tuple(sorted(patterns, key=lambda p: (-p.length, -p.cue.score, p.cue.id)))
        for word, patterns in index.items()
    }


def _context(name: str, entry: ContextEntry, wordsets: Mapping[str, frozenset[str]]) -> Context:
    forms = (f for w in entry.words for part in w.split() for f in expand(part, wordsets, f"contexts.{name}"))
    return Context(name, frozenset(forms), entry.least, entry.below, frozenset(entry.spared))


def _light(words: str, frame: str, frames: Mapping[str, CueFrame]) -> Cue:
    if frame not in frames:
        raise DataError(f"lights.{words!r}: there is no frame {frame!r}; there are {', '.join(sorted(frames))}")
    return Cue(f"light.{'-'.join(words.split())}", "", "verb", words, 1.0, frames[frame])


def _weapon_cues(name: str, entry: WeaponEntry, maker: KindMaker) -> Iterable[Cue]:
    for cue in entry.names:
        around = maker.surroundings(cue, f"weapons.{name}")
        for words in cue.any:
            yield Cue(
                id=f"{name}.{'-'.join(words.split())}",
                kind=name,
                part="noun",
                words=words,
                score=cue.score,
                frame=CueFrame("weapon"),
                surroundings=around,
            )
