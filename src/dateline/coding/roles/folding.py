"""Folding: one occurrence told by several words of a sentence becomes one frame.

"Killed in airstrikes", "an attack that killed three", "a bomb exploded, killing four", "three were killed and seven
wounded": the act is the trigger, what came of it goes to `also`, and its arguments join those of the act.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.coding.roles.frames import Argument, Frame
from dateline.coding.roles.syntax import Syntax
from dateline.coding.roles.verb import Verb
from dateline.coding.text.closed import words
from dateline.frozen import frozen

_RESULTS = words(
    "left leaving leave leaves caused causing cause causes resulted resulting results result led leading leads claimed "
    "claiming claims inflicted inflicting produced producing"
)
_MEANS = words("in by during from through with amid following after")


@frozen
class Telling:
    """A frame before folding: its number in the sentence's verbs (None for a noun), and whether it is an outcome,

    and whether it is but words, of which none comes.
    """

    frame: Frame
    first: int
    last: int
    verb: int | None
    outcome: bool
    spoken: bool = False


def fold(syntax: Syntax, tellings: Sequence[Telling], verbs: Sequence[Verb]) -> list[Frame]:
    """The frames of a sentence, those of one occurrence made one."""
    into: dict[int, int] = {}
    for number in range(len(tellings)):
        goal = _act_of(syntax, tellings, verbs, number)
        if goal is not None and _end(into, goal) != number:
            into[number] = goal
    frames: list[Frame] = []
    for number, telling in enumerate(tellings):
        if number in into:
            continue
        folded = [other for other in range(len(tellings)) if other in into and _end(into, other) == number]
        frames.append(_merged(telling.frame, [tellings[other].frame for other in folded]))
    return frames


def _end(into: dict[int, int], number: int) -> int:
    seen: set[int] = set()
    while number in into and number not in seen:
        seen.add(number)
        number = into[number]
    return number


def _act_of(syntax: Syntax, tellings: Sequence[Telling], verbs: Sequence[Verb], number: int) -> int | None:
    """The telling that this one is the outcome of, or tells again; None if it stands by itself."""
    telling = tellings[number]
    if not telling.outcome:
        return None
    tests: tuple[Callable[[Syntax, Sequence[Telling], Sequence[Verb], int, int], bool], ...] = (
        _is_means, _is_subject, _governs, _is_caused, _is_twin,
    )  # fmt: skip
    for test in tests:
        for other in range(len(tellings)):
            if other != number and not tellings[other].spoken and test(syntax, tellings, verbs, number, other):
                return other
    return None


def _is_means(syntax: Syntax, tellings: Sequence[Telling], verbs: Sequence[Verb], number: int, other: int) -> bool:
    """Whether the act is its means: "killed in airstrikes"."""
    outcome, act = tellings[number], tellings[other]
    if act.first < outcome.last:
        return False
    if act.verb is not None:
        return _is_when(syntax, outcome, verbs[act.verb])
    each = syntax.chunk_of(act.last)
    if each is None or not each.first:
        return False
    lead = syntax.lower(each.first - 1)
    if lead == "of" and syntax.lower(each.first - 2) in ("result", "because", "wake", "course", "aftermath"):
        lead = "in"
    return lead in _MEANS and not _verb_between(syntax, outcome.last + 1, each.first)


def _is_when(syntax: Syntax, outcome: Telling, verb: Verb) -> bool:
    """Whether it was "killed when a bomb exploded": the act stands in the clause that dates the outcome."""
    if verb.subject is None or verb.subject.first <= outcome.last:
        return False
    opener = verb.subject.first - 1
    # Where the harm has a doer of its own, "after" parts two occurrences: "killed ten after troops retook the town".
    openers = ("when",) if outcome.frame.of("actor") else ("when", "after", "as")
    return syntax.lower(opener) in openers and not _verb_between(syntax, outcome.last + 1, opener)


def _is_subject(syntax: Syntax, tellings: Sequence[Telling], verbs: Sequence[Verb], number: int, other: int) -> bool:
    """Whether the act is its subject, or leads to it: "the attack killed three", "the attack left three wounded"."""
    outcome, act = tellings[number], tellings[other]
    if act.verb is not None or act.first > outcome.first:
        return False
    before = [verb for verb in verbs if verb.at <= outcome.last]
    near = [verbs[outcome.verb]] if outcome.verb is not None else []
    near += [verb for verb in before[-2:] if verb.at < outcome.first and syntax.lower(verb.at) in _RESULTS]
    return any(v.subject is not None and v.subject.first <= act.last <= v.subject.last for v in near)


def _governs(_syntax: Syntax, tellings: Sequence[Telling], verbs: Sequence[Verb], number: int, other: int) -> bool:
    """Whether it is a participle of the act's own subject: "a bomb exploded, killing four"."""
    outcome, act = tellings[number], tellings[other]
    if outcome.verb is None or act.verb is None or act.first > outcome.first:
        return False
    verb = verbs[outcome.verb]
    return verb.form == "participle" and verb.opener in (",", "") and verb.governor == act.verb


def _is_caused(syntax: Syntax, tellings: Sequence[Telling], verbs: Sequence[Verb], number: int, other: int) -> bool:
    """Whether it is what the act led to: "a bomb exploded, causing *damage* to the bank"."""
    outcome, act = tellings[number], tellings[other]
    if outcome.verb is not None or act.verb is None or act.first > outcome.first:
        return False
    near = [verb for verb in verbs if verb.at < outcome.first][-1:]
    return any(
        verb.form == "participle" and verb.governor == act.verb and syntax.lower(verb.at) in _RESULTS for verb in near
    )


def _is_twin(syntax: Syntax, tellings: Sequence[Telling], verbs: Sequence[Verb], number: int, other: int) -> bool:
    """Whether both tell the same harm: "shot and killed", "three were killed and seven wounded"."""
    outcome, act = tellings[number], tellings[other]
    if outcome.verb is None or act.verb is None or act.first > outcome.first:
        return False
    one, two = verbs[act.verb], verbs[outcome.verb]
    if two.opener not in ("and", "or", ",") or outcome.verb - act.verb > 1:
        return syntax.kind(two.first - 1) == "num" and act.outcome and outcome.verb - act.verb == 1
    return two.first - one.at == 2 or (act.outcome and one.passive == two.passive)


def _verb_between(syntax: Syntax, first: int, last: int) -> bool:
    return any(syntax.kind(position) in ("verb", "aux") for position in range(first, last))


def _merged(frame: Frame, folded: Sequence[Frame]) -> Frame:
    if not folded:
        return frame
    arguments = list(frame.arguments)
    for other in folded:
        for argument in other.arguments:
            if argument.role in ("place", "time") and any(a.role == argument.role for a in frame.arguments):
                continue
            if not any(a.key == argument.key for a in arguments if a.role == argument.role or _person(a, argument)):
                arguments.append(argument)
    first = min(frame.clause[0], *(other.clause[0] for other in folded))
    last = max(frame.clause[1], *(other.clause[1] for other in folded))
    also = frame.also + tuple(tag for other in folded for tag in (other.trigger, *other.also))
    ordered = tuple(sorted(arguments, key=lambda a: (a.start, a.end, a.role)))
    return replace(frame, arguments=ordered, also=also, clause=(first, last))


def _person(one: Argument, other: Argument) -> bool:
    return {one.role, other.role} <= {"actor", "target"}
