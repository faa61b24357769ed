"""Weighing: the arguments that rules gave a frame against the roles that the encoder sees.

Of deeds the encoder decides: an argument that it read and ties to nothing is dropped, one that it ties is added. Of
words and papers (whom a demand addresses, what a treaty is about) it only fills roles that the rules leave empty.
Corpus, real dev passages (`python -m benchmarks.corpus`), without the encoder and with it, F1: actors .68, .78;
targets .66, .79; places .62, .70; weapons .72, .75.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.codebook import Codebook
from dateline.coding.roles.frames import Argument, Frame
from dateline.coding.tagging.tags import Label, Role, Tags
from dateline.encoder import Found, Reading
from dateline.frozen import frozen

YES, NO = 0.5, 0.1
"""Chance from which a tie gives an argument, and below which it denies one."""
BESIDE = 0.8
"""Chance from which it gives one beside those that rules found."""
_ROLES: Mapping[str, Role] = {
    "actor": "actor", "target": "target", "at": "place", "origin": "origin", "destination": "destination",
    "launched_from": "launched_from", "area": "area", "weapon": "weapon",
}  # fmt: skip
_GROUPS: Mapping[str, tuple[Role, ...]] = {
    "actor": ("actor",),
    "target": ("target",),
    "place": ("place", "origin", "destination", "launched_from", "area"),
    "weapon": ("weapon",),
}
_LABELS: Mapping[str, tuple[Label, ...]] = {
    "actor": ("actor", "physical"), "target": ("actor", "physical"), "place": ("place",), "weapon": ("weapon",),
}  # fmt: skip
_COMMA = 6
"""Characters between two members of a list at most: ", and "."""
_READ = frozenset({"actor", "object", "place", "weapon"})


@frozen
class Seen:
    """What the encoder sees of one frame: its acts' ties, and all spans of the sentence."""

    ties: tuple[tuple[Role, Found, float], ...]
    spans: tuple[Found, ...]

    def chance(self, argument: Argument, group: str) -> float | None:
        """The best tie in these roles of what stands at an argument; None where the encoder read nothing there."""
        there = [span for span in self.spans if span.start < argument.end and argument.start < span.end]
        if not there:
            return None
        found = [chance for role, span, chance in self.ties if role in _GROUPS[group] and span in there]
        return max(found, default=0.0)


def weigh_frames(
    ruled: tuple[Frame, ...], tags: tuple[Tags, ...], readings: tuple[Reading, ...], codebook: Codebook
) -> tuple[Frame, ...]:
    """The frames of a report with their arguments weighed; one whose words the encoder takes for no act stays."""
    return tuple(_weigh(frame, tags[frame.sentence], readings[frame.sentence], codebook) for frame in ruled)


def _weigh(frame: Frame, tags: Tags, reading: Reading, codebook: Codebook) -> Frame:
    words = (frame.trigger, *frame.also)
    acts = {
        number
        for number, act in enumerate(reading.acts)
        if any(act.start < word.end and word.start < act.end for word in words)
    }
    if not acts:
        return frame
    ties = tuple(
        (_ROLES[tie.role], reading.spans[tie.span], tie.score)
        for tie in reading.ties
        if tie.act in acts and tie.role in _ROLES
    )
    seen = Seen(ties, tuple(span for span in reading.spans if span.label in _READ))
    kind = codebook.kind(frame.kind)
    physical = kind is not None and kind.physical
    weighed = [argument for argument in frame.arguments if argument.role == "time"]
    turned = _is_turned(frame, codebook)
    for group, roles in _GROUPS.items():
        own = [argument for argument in frame.arguments if argument.role in roles]
        if turned and group in ("actor", "target"):
            weighed += own
            continue
        weighed += _weighed(own, group, seen, tags, physical=physical)
    return replace(frame, arguments=tuple(sorted(weighed, key=lambda a: (a.start, a.end, a.role))))


def _is_turned(frame: Frame, codebook: Codebook) -> bool:
    """Whether the cue's subject is who it happens to ("the army lost control of"): to the encoder he is the doer."""
    cue = codebook.cue(frame.trigger.rule)
    return cue is not None and cue.frame.subject == "target" and cue.part != "noun"


def _weighed(own: Sequence[Argument], group: str, seen: Seen, tags: Tags, *, physical: bool) -> list[Argument]:
    kept = list(own)
    if physical or group == "place":
        kept = _supported(own, group, seen)
    if kept and (group == "place" or not physical):
        return kept  # the encoder ties what a place lies in too ("a district of Benue"): a place found is enough
    taken = {argument.key for argument in kept}
    least = BESIDE if kept else YES
    tied = (argument for argument in _tied(group, seen, tags) if argument.score >= least)
    return [*kept, *(argument for argument in tied if argument.key not in taken)]


def _supported(own: Sequence[Argument], group: str, seen: Seen) -> list[Argument]:
    """The rules' arguments but those that the encoder read and does not tie. What stands in a list with one stays."""
    kept: list[Argument] = []
    listed: list[Argument] = []
    for argument in sorted(own, key=lambda a: (a.start, a.end)):
        if listed and argument.start - listed[-1].end > _COMMA:
            kept += _if_any(listed, group, seen)
            listed = []
        listed.append(argument)
    return [*kept, *_if_any(listed, group, seen)]


def _if_any(listed: list[Argument], group: str, seen: Seen) -> list[Argument]:
    chances = [seen.chance(argument, group) for argument in listed]
    return listed if any(chance is None or chance >= NO for chance in chances) else []


def _tied(group: str, seen: Seen, tags: Tags) -> Iterator[Argument]:
    """The ties of a group as arguments, each at the tag that its span is nearest to, the surest first."""
    done: set[tuple[int, int]] = set()
    for role, span, chance in sorted(seen.ties, key=lambda tie: (-tie[2], tie[1].start)):
        if role not in _GROUPS[group] or chance < YES:
            continue
        there = [
            tag for tag in tags.tags if tag.label in _LABELS[group] and tag.start < span.end and span.start < tag.end
        ]
        if there:
            tag = min(there, key=lambda tag: (abs(tag.start - span.start) + abs(tag.end - span.end), tag.start))
            if tag.key not in done:
                done.add(tag.key)
                yield Argument(role, tag.start, tag.end, round(chance, 3), "encoder.tie")
