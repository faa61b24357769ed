"""Recipients: to whom words and protests go where the verb's own phrases name nobody.

"Demanded that *Hamas* disarm", "threatened to shell *rebels*", "refused a request by *the mayor*", "denounced arrests
by *the police*", "rallied over a law passed by *the parliament*". PLOVER's recipient of a threat, a demand, a refusal,
a criticism or a protest is the party that its content names; a place is none.
"""

from collections.abc import Iterator, Sequence

from dateline.coding.roles.conjunction import rightward
from dateline.coding.roles.filling import fill
from dateline.coding.roles.frames import Argument
from dateline.coding.roles.subjects import SAYING
from dateline.coding.roles.syntax import Syntax, is_time
from dateline.coding.roles.verb import Verb
from dateline.coding.roles.verbal import Times, direct_object, phrases_after, subjects
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.closed import words

_MANDATIVE = words(
    "demand demands demanded demanding insist insists insisted urge urges urged request requested requests order "
    "ordered orders ask asked asks recommend recommended propose proposed proposes suggest suggested warn warned warns"
)
_JUDGING = words("concluded argued agreed ruled decided urged stressed demanded recommended resolved")
_SOUGHT = words("against over at about for protest denounce condemn criticise criticize oppose from of on with")
_STOPS = words("; : . ” who whom which where while as when after before following because since amid although but")
_TELLING = words("said says told according reported announced added")
_NAMED_ONLY = 0.4
_REACH = 25


def recipients(syntax: Syntax, verb: Verb, last: int, verbs: Sequence[Verb], times: Times) -> list[Argument]:
    """To whom the words of a verb go, by what it is said with; `last` is the last position of its trigger."""
    position = last if syntax.lower(last) in ("to", "that") else last + 1
    while syntax.kind(position) == "adv" or (
        (time := syntax.chunk_of(position)) is not None and is_time(syntax, time, times)
    ):
        position += 1
    if syntax.lower(position) == "that" and syntax.lower(verb.at) in _MANDATIVE:
        return list(_mandated(syntax, position + 1))
    if syntax.lower(position) == "to":
        return _controlled(syntax, position, verbs, times)
    return []


def speakers(syntax: Syntax, verb: Verb, verbs: Sequence[Verb]) -> list[Argument]:
    """Who says what somebody else must do: "*the Red Cross* said both armies must let convoys pass"."""
    for other in reversed([one for one in verbs if one.at < verb.first and one.subject is not None]):
        if syntax.lower(other.at) in SAYING | _JUDGING and other.subject != verb.subject:
            return [a for one in subjects(syntax, other) for a in fill(syntax, one, "actor", "active.speaker", 0.7)]
    return []


def _mandated(syntax: Syntax, position: int) -> Iterator[Argument]:
    """The subject of "that they leave": bare verbs are often read as its head, so its first party counts."""
    wanted = syntax.chunk_of(position)
    if wanted is None:
        return
    for one in rightward(syntax, wanted):
        whole = fill(syntax, one, "target", "active.that", 0.7)
        named = syntax.within(one.first, one.last, "actor")
        yield from whole or [Argument("target", tag.start, tag.end, 0.6, "active.that") for tag in named[:1]]


def _controlled(syntax: Syntax, position: int, verbs: Sequence[Verb], times: Times) -> list[Argument]:
    """What the infinitive is done to: "threatened to shell *the rebels*", "refused to answer a call by *the mayor*"."""
    controlled = next((one for one in verbs if one.form == "infinitive" and one.first == position + 1), None)
    if controlled is None:
        return []
    direct = direct_object(syntax, controlled.at + 1, times)
    found = fill(syntax, direct, "target", "control.object", 0.6) if direct is not None else []
    for lead, each in phrases_after(syntax, controlled.at + 1, times):
        if not found and lead in ("against", "to", "with", "on", "from"):
            for one in rightward(syntax, each):
                found += fill(syntax, one, "target", f"control.{lead}", 0.5)
    return [argument for argument in found if argument.role == "target"]


def named_in_content(syntax: Syntax, last: int, taken: Sequence[Argument], verbs: Sequence[Verb]) -> list[Argument]:
    """The first party that the content names: in the same clause, not the speaker, not whoever a report cites."""
    end = _end(syntax, last + 1)
    start = next((p + 1 for p in range(last, end) if syntax.lower(p) in _SOUGHT), last + 1)
    if start > end:
        return []
    held = {argument.key for argument in taken if argument.role == "actor"}
    cited = {verb.subject for verb in verbs if verb.subject is not None and verb.at > last}
    for tag in syntax.within(start, end, "actor") if start <= end else ():
        first = syntax.span_of(tag)[0]
        if tag.key in held or tag.value == "pronoun" or not _is_party(tag) or syntax.chunk_of(first) in cited:
            continue
        each = syntax.chunk_of(first)
        joined = rightward(syntax, each) if each is not None else ()
        keys = [t for one in joined for t in syntax.within(one.first, one.last, "actor") if t.key not in held]
        return [Argument("target", t.start, t.end, _NAMED_ONLY, "content.named") for t in ([tag, *keys[1:]])]
    return []


def _is_party(tag: Tag) -> bool:
    return tag.rule not in ("party:facility", "party:vehicle", "party:place")


def _end(syntax: Syntax, position: int) -> int:
    """The last position of the clause that begins here, at most some words on."""
    for at in range(position, min(len(syntax), position + _REACH)):
        if syntax.lower(at) in _STOPS or syntax.lower(at) in _TELLING:
            return max(position, at - 1)
        if syntax.lower(at) == "," and syntax.kind(at + 1) not in ("noun", "name", "det", "adj"):
            return max(position, at - 1)
    return min(len(syntax), position + _REACH) - 1
