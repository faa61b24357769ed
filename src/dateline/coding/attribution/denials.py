"""Denials: which occurrences a party denies, and what of them."""

from collections.abc import Collection, Sequence

from dateline.codebook import Codebook
from dateline.coding.attribution.sayings import Saying
from dateline.coding.attribution.wording import word_set
from dateline.coding.roles.frames import Frame
from dateline.coding.text.document import Document
from dateline.frozen import frozen
from dateline.model import About

_AUTHORSHIP = word_set(
    "involvement involved responsibility responsible role part behind connection link links complicity hand guilt "
    "blame perpetrating ordering carrying carried accusation accusations allegation allegations charges charge claim "
    "claims conducted committed launched its his their own"
) - word_set("its his their own")
_WEAPON = word_set(
    "gas chemical chlorine sarin nerve phosphorus cluster munitions munition barrel poison toxic weapons weapon "
    "thermobaric incendiary napalm landmines mines"
)
_TOLL = word_set("toll casualties casualty deaths number figure figures numbers losses fatalities")
_VICTIMS = word_set("civilians civilian combatants noncombatants militants fighters children")
_BACK = 3
"""How many sentences back a denial of authorship without an occurrence of its own may reach."""
_SAID = frozenset({"accusation", "rejection", "criticism"})
"""Kinds of event that are sayings themselves: who denies an accusation denies what it tells of."""
_TURNED_DOWN = ("speech.reject", "speech.call")
"""Cues of sayings that deny what somebody else said: "dismissed the reports"."""
_GRAVE = 5.0
"""The codebook's harm from which "the attack" may mean an act told before."""
_POINTING = word_set("the this that these those both")
_NOT_DONE = word_set("had did was were has have hadn't didn't wasn't weren't hasn't haven't never neither nobody none")


@frozen
class Denial:
    """A party's denial of a frame: which saying (index), and of what."""

    saying: int
    about: About = "occurrence"


def find_denials(
    document: Document,
    frames: Sequence[Frame],
    sayings: Sequence[Saying],
    codebook: Codebook,
    real: Collection[int],
) -> dict[int, tuple[Denial, ...]]:
    """The denials of each frame, by the frame's index; `real` are the frames told as done, which words may point to."""
    found: dict[int, tuple[Denial, ...]] = {}
    for number, saying in enumerate(sayings):
        if saying.stance != "denies":
            continue
        about = about_of(_content(document, saying))
        covered = [i for i, f in enumerate(frames) if saying.covers(f.trigger.start, f.trigger.end)]
        denied = [i for i in covered if frames[i].kind not in _SAID]
        pointless = covered or not saying.contents or saying.by(*_TURNED_DOWN)
        if not denied and (about != "occurrence" or pointless):
            denied = _told_before(frames, saying, codebook)
        pointed = [p for i in denied if (p := pointed_at(document, frames, i, codebook, real)) is not None]
        for index in dict.fromkeys((*denied, *pointed)):
            found[index] = (*found.get(index, ()), Denial(number, about))
    return found


def pointed_at(
    document: Document, frames: Sequence[Frame], index: int, codebook: Codebook, real: Collection[int]
) -> int | None:
    """The occurrence told before that "the attack" or "the killings" takes up, or None where the words name a new one.

    The nearest sentence before it, three back at most, that tells an act of force decides; there, one of the same kind
    goes before the gravest, and an act before its outcome.
    """
    frame = frames[index]
    before = document.text[max(0, frame.trigger.start - 40) : frame.trigger.start].lower().split()[-2:]
    own = any(argument.role in ("target", "place", "time") for argument in frame.arguments)
    if frame.voice != "noun" or own or _POINTING.isdisjoint(before) or codebook.kinds[frame.kind].harm < _GRAVE:
        return None
    near = [
        i
        for i, other in enumerate(frames)
        if i in real
        and 0 <= frame.sentence - other.sentence <= _BACK
        and other.trigger.end <= frame.trigger.start
        and codebook.kinds[other.kind].harm >= _GRAVE
        and other.kind not in _SAID
        and not (other.voice == "noun" and other.sentence == frame.sentence and not other.arguments)
    ]
    if not near:
        return None

    def worth(i: int) -> tuple[int, bool, bool, float]:
        kind = codebook.kinds[frames[i].kind]
        return frames[i].sentence, frames[i].kind == frame.kind, not kind.outcome, kind.harm

    best = max(near, key=worth)
    further = pointed_at(document, frames, best, codebook, real)  # "the attack" may take up another "the attack"
    return best if further is None else further


def disowned(
    document: Document,
    frames: Sequence[Frame],
    sayings: Sequence[Saying],
    held: Sequence[tuple[int, int]],
    real: Collection[int],
) -> dict[int, tuple[Denial, ...]]:
    """ "Russia said its planes had not bombed the hospital": the denials of what an earlier sentence tells as done.

    `held` are the frames that their sentence negates, each with the saying that it rests on. The occurrence is the
    nearest before it, three sentences back at most, of the same kind or told by the same word.
    """
    found: dict[int, tuple[Denial, ...]] = {}
    for index, number in held:
        frame = frames[index]
        before = document.text[max(frame.clause[0], frame.trigger.start - 40) : frame.trigger.start].lower().split()
        if sayings[number].attribution.source is None or _NOT_DONE.isdisjoint(before[-4:]):
            continue
        like = [
            i
            for i, other in enumerate(frames[:index])
            if frame.sentence - other.sentence <= _BACK
            and i in real
            and not sayings[number].covers(other.trigger.start, other.trigger.end)
            and (other.kind == frame.kind or _stem(document, other) == _stem(document, frame))
        ]
        if like:
            about: About = "authorship" if frame.voice == "active" else "occurrence"
            found[like[-1]] = (*found.get(like[-1], ()), Denial(number, about))
    return found


def _stem(document: Document, frame: Frame) -> str:
    return document.text[frame.trigger.start : frame.trigger.end].lower()[:4]


def about_of(content: str) -> About:
    """What a denial is about, by the words of its content; the occurrence itself where none of them tells."""
    words = frozenset(content.lower().replace(",", " ").replace(".", " ").replace("”", " ").split())
    if words & _WEAPON:
        return "weapon"
    if words & _AUTHORSHIP:
        return "authorship"
    if words & _TOLL:
        return "toll"
    if words & _VICTIMS and words & {"were", "was", "are", "among", "been"}:
        return "victim status"
    return "occurrence"


def _content(document: Document, saying: Saying) -> str:
    return " ".join(document.text[start:end] for start, end in saying.contents)


def _told_before(frames: Sequence[Frame], saying: Saying, codebook: Codebook) -> list[int]:
    """ "The army denied responsibility": the last act told before it, in this sentence or the ones before."""
    cue = saying.attribution.cue
    limit = cue.start if cue else 0
    near = [
        index
        for index, frame in enumerate(frames)
        if frame.trigger.end <= limit and saying.sentence - frame.sentence <= _BACK and frame.kind not in _SAID
    ]
    grave = [index for index in near if codebook.kinds[frames[index].kind].harm >= _GRAVE]
    return [max(grave or near, key=lambda index: frames[index].trigger.start)] if near else []
