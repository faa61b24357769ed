"""Denials: which occurrences a party denies, and what of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.attribution.sayings import Saying
from dateline.coding.attribution.wording import word_set
from dateline.coding.roles.frames import Frame
from dateline.coding.text.document import Document
from dateline.model import About

_AUTHORSHIP = word_set(
    "involvement involved responsibility responsible role part behind connection link links complicity hand guilt "
    "blame perpetrating ordering carrying carried accusation accusations allegation allegations charges charge claims "
    "conducted committed launched its his their own"
) - word_set("its his their own")
_WEAPON = word_set(
    "gas chemical chlorine sarin nerve phosphorus cluster munitions munition barrel poison toxic weapons weapon "
    "thermobaric incendiary napalm landmines mines"
)
_TOLL = word_set("toll casualties casualty deaths number figure figures numbers losses fatalities")
_VICTIMS = word_set("civilians civilian combatants noncombatants militants fighters children")
_BACK = 3
"""How many sentences back a denial of authorship without an occurrence of its own may reach."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A party's denial of a frame: which saying (index), and of what."""

    saying: int
    about: About = "occurrence"


def find_denials(
    document: Document, frames: Sequence[Frame], sayings: Sequence[Saying]
) -> dict[int, tuple[Denial, ...]]:
    """The denials of each frame, by the frame's index."""
    found: dict[int, tuple[Denial, ...]] = {}
    for number, saying in enumerate(sayings):
        if saying.stance != "denies":
            continue
        about = about_of(_content(document, saying))
        denied = [i for i, f in enumerate(frames) if saying.covers(f.trigger.start, f.trigger.end)]
        if not denied and (about != "occurrence" or not saying.contents):
            denied = _told_before(frames, saying)
        for index in denied:
            found[index] = (*found.get(index, ()), Denial(number, about))
    return found


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


def _told_before(frames: Sequence[Frame], saying: Saying) -> list[int]:
    """ "The army denied responsibility": the last occurrence told before it, in this sentence or the ones before."""
    cue = saying.attribution.cue
    limit = cue.start if cue else 0
    near = [
        index
        for index, frame in enumerate(frames)
        if frame.trigger.end <= limit and saying.sentence - frame.sentence <= _BACK
    ]
    return [max(near, key=lambda index: frames[index].trigger.start)] if near else []
