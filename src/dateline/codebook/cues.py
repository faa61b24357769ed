"""Cues: words that say who says so, how sure it is, and whether it happened. Data in `codebook/data/cues/*.yaml`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Literal, get_args

import yaml

from dateline.errors import DataError
from dateline.model import Stance, Status

Family = Literal["speech", "hedge", "negation", "plan", "call", "possibility", "condition", "habit", "attempt", "fact"]
Shape = Literal[
    "verb", "noun", "adjective", "adverb", "auxiliary", "determiner", "preposition", "conjunction", "phrase",
    "verb_to", "after",
]  # fmt: skip
Form = Literal["base", "third", "past", "participle", "ing", "as is"]
Takes = Literal[
    "clause", "that", "quote", "to", "object_to", "gerund", "np", "told", "from", "of", "for", "at", "according"
]
FILES = ("speech.yaml", "hedges.yaml", "standing.yaml")
_KEYS = frozenset({"id", "family", "shape", "sort", "certainty", "stance", "status", "takes", "words"})
_VOWELS = "aeiou"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to write one cue: `words` in lower case as they stand in the text; `id` names family, group and lemma.

    `certainty` (0..1) is how sure it makes what it governs, `status` what it makes of it (None: leaves it alone),
    `takes` what may follow, `maybe_noun` whether the same letters can be a noun ("reports").
    """

    id: str
    family: Family
    shape: Shape
    form: Form
    words: tuple[str, ...]
    sort: str = ""
    certainty: float = 1.0
    stance: Stance = "asserts"
    status: Status | None = None
    takes: frozenset[Takes] = frozenset()
    maybe_noun: bool = False

    @property
    def speech(self) -> bool:
        """Whether it attributes what it governs to somebody."""
        return self.family == "speech"


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues by their first word, the longest first, and the words that tell a source's position."""

    by_word: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    positions: Mapping[str, tuple[tuple[tuple[str, ...], int, str], ...]] = field(default_factory=dict)

    def at(self, words: Sequence[str], index: int) -> tuple[Cue, ...]:
        """The cues that stand at this word of a sentence in lower case, the longest first."""
        candidates = self.by_word.get(words[index], ())
        following = words[index + 1] if index + 1 < len(words) else ""
        return tuple([
            c for c in candidates
            if len(c.words) == 1
            or (c.words[1] == following and tuple(words[index : index + len(c.words)]) == c.words)
        ])  # fmt: skip

    def along(self, words: Sequence[str]) -> tuple[tuple[Cue, ...], ...]:
        """The cues that stand at each word of a sentence in lower case."""
        known = self.by_word
        return tuple([self.at(words, index) if word in known else () for index, word in enumerate(words)])

    def position_of(self, text: str) -> str | None:
        """Where a source so named stands (medic, eyewitness, monitor, media, belligerent, official), or None."""
        words = text.lower().replace("’", "'").replace("'s", " ").replace(",", " ").split()
        best: tuple[int, str] | None = None
        for index, word in enumerate(words):
            for phrase, rank, position in self.positions.get(word, ()):
                if (best is None or rank < best[0]) and tuple(words[index : index + len(phrase)]) == phrase:
                    best = rank, position
        return best[1] if best else None


def load_cues(overlays: Sequence[Path] = ()) -> Cues:
    """Read the cue lists that ship, then the user's own files of the same form, which add to them.

    Raises DataError, naming file and entry, where a list breaks its rules.
    """
    folder = resources.files("dateline.codebook") / "data" / "cues"
    forms = _read(folder.joinpath("forms.yaml").read_text(encoding="utf-8"), "forms.yaml")
    nouns = _nouns(folder.joinpath("nouns.yaml").read_text(encoding="utf-8"))
    entries = [
        (name, entry) for name in FILES for entry in _entries(folder.joinpath(name).read_text(encoding="utf-8"), name)
    ]
    for path in overlays:
        try:
            text = Path(path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise DataError(f"{path}: cannot read this cue list: {error}") from error
        entries += [(str(path), entry) for entry in _entries(text, str(path))]
    found: dict[str, dict[tuple[tuple[str, ...], str], Cue]] = {}  # a past form that is participle too counts once
    for where, entry in entries:
        for cue in _cues_of(entry, where, forms, nouns):
            found.setdefault(cue.words[0], {}).setdefault((cue.words, cue.id), cue)
    index = {word: tuple(sorted(cues.values(), key=_longest_first)) for word, cues in found.items()}
    return Cues(index, _positions(folder.joinpath("positions.yaml").read_text(encoding="utf-8")))


def inflect(lemma: str, forms: Mapping[str, Sequence[str]]) -> dict[Form, str]:
    """The forms of an English verb: irregular ones from `forms`, the others by the rules of spelling."""
    if lemma in forms:
        third, past, participle, ing = forms[lemma]
        return {"base": lemma, "third": third, "past": past, "participle": participle, "ing": ing}
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        stem = lemma[:-1]
        return _regular(lemma, stem + "ies", stem + "ied", lemma + "ing")
    if lemma.endswith("e"):
        ing = lemma + "ing" if lemma.endswith("ee") else lemma[:-1] + "ing"
        return _regular(lemma, lemma + "s", lemma + "d", ing)
    third = lemma + "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else lemma + "s"
    return _regular(lemma, third, lemma + "ed", lemma + "ing")


def _regular(base: str, third: str, past: str, ing: str) -> dict[Form, str]:
    return {"base": base, "third": third, "past": past, "participle": past, "ing": ing}


def _longest_first(cue: Cue) -> tuple[int, str, str]:
    return -len(cue.words), cue.id, cue.form


def _read(text: str, where: str) -> dict[str, list[str]]:
    loaded = _parsed(text, where)
    if not isinstance(loaded, dict) or not all(isinstance(f, list) and len(f) == 4 for f in loaded.values()):
        raise DataError(f"{where}: every verb needs its four forms [third, past, participle, ing]")
    return loaded


def _parsed(text: str, where: str) -> object:
    try:
        return yaml.load(text, Loader=_LOADER)  # noqa: S506 -- the loader is one of the two safe ones
    except yaml.YAMLError as error:
        raise DataError(f"{where}: not valid YAML: {error}") from error


def _entries(text: str, where: str) -> list[dict[str, object]]:
    loaded = _parsed(text, where)
    if not isinstance(loaded, list) or not all(isinstance(entry, dict) for entry in loaded):
        raise DataError(f"{where}: a cue list is a list of entries with id, shape and words")
    family = {"speech.yaml": "speech", "hedges.yaml": "hedge"}.get(where)
    return [{"family": family, **entry} if family else entry for entry in loaded]


def _nouns(text: str) -> frozenset[str]:
    loaded = _parsed(text, "nouns.yaml")
    if not isinstance(loaded, list):
        raise DataError("nouns.yaml: it is one list of verbs")
    return frozenset(str(word) for word in loaded)


def _cues_of(
    entry: Mapping[str, object], where: str, forms: Mapping[str, Sequence[str]], nouns: frozenset[str]
) -> Iterator[Cue]:
    place = f"{where}, entry {entry.get('id')!r}"
    _check(entry, place)
    shape, takes = entry["shape"], entry.get("takes") or ()
    assert isinstance(entry["words"], list) and isinstance(takes, Iterable)  # noqa: S101, PT018 -- checked above
    for phrase in entry["words"]:
        words = tuple(str(phrase).lower().split())
        identifier = f"{entry['family']}.{entry['id']}.{'-'.join(words)}"
        inflected = shape in ("verb", "after")
        for form, first in inflect(words[0], forms).items() if inflected else (("as is", words[0]),):
            yield Cue(
                id=identifier,
                family=entry["family"],  # type: ignore[arg-type]
                shape=shape,  # type: ignore[arg-type]
                form=form,
                words=(first, *words[1:]),
                sort=str(entry.get("sort", entry["id"])),
                certainty=float(entry.get("certainty", 1.0)),  # type: ignore[arg-type]
                stance=entry.get("stance", "asserts"),  # type: ignore[arg-type]
                status=entry.get("status"),  # type: ignore[arg-type]
                takes=frozenset(takes),
                maybe_noun=len(words) == 1 and words[0] in nouns and form in ("base", "third"),
            )


def _check(entry: Mapping[str, object], place: str) -> None:
    unknown = set(entry) - _KEYS
    if unknown:
        raise DataError(f"{place}: unknown keys {sorted(unknown)}; known are {sorted(_KEYS)}")
    words = entry.get("words")
    if not entry.get("id") or not isinstance(words, list) or not words or not all(isinstance(w, str) for w in words):
        raise DataError(
            f"{place}: needs an id and a list of words; quote 'no' and other words that YAML reads as values"
        )
    allowed: tuple[tuple[str, object, tuple[object, ...]], ...] = (
        ("family", Family, ()),
        ("shape", Shape, ()),
        ("stance", Stance, (None,)),
        ("status", Status, (None,)),
    )
    for key, kind, more in allowed:
        if entry.get(key) not in (*get_args(kind), *more):
            raise DataError(f"{place}: {key} is {entry.get(key)!r}; it must be one of {', '.join(get_args(kind))}")
    takes = entry.get("takes", [])
    if not isinstance(takes, list) or set(takes) - set(get_args(Takes)):
        raise DataError(f"{place}: takes is {takes!r}; it is a list of {', '.join(get_args(Takes))}")
    certainty = entry.get("certainty", 1.0)
    if not isinstance(certainty, int | float) or not 0 <= certainty <= 1:
        raise DataError(f"{place}: certainty is {certainty!r}; it must be a number from 0 to 1")


def _positions(text: str) -> dict[str, tuple[tuple[tuple[str, ...], int, str], ...]]:
    found: dict[str, tuple[tuple[tuple[str, ...], int, str], ...]] = {}
    for rank, entry in enumerate(_entries(text, "positions.yaml")):
        words = entry.get("words")
        if not isinstance(words, list) or not isinstance(entry.get("position"), str):
            raise DataError(f"positions.yaml, entry {rank + 1}: needs a position and a list of words")
        for phrase in (tuple(str(word).split()) for word in words):
            found[phrase[0]] = (*found.get(phrase[0], ()), (phrase, rank, str(entry["position"])))
    return found
