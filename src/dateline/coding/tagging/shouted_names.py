"""Persons' names in all-capitals text that no given name and no title tells, by where they stand.

What was murdered or kidnapped and is no common noun is a person ("THE MURDER OF JECAR NEGHME"), and so is what a list
joins to one ("ROBERTO NAVAS AND JECAR PINEDA", "ANA RUIZ, 42; JECAR NEGHME, 19").
"""

from collections.abc import Sequence

from dateline.codebook.heads import Heads
from dateline.coding.tagging.names import cut_off
from dateline.coding.tagging.states import party_tag
from dateline.coding.tagging.tags import Tag
from dateline.coding.text import closed
from dateline.coding.text.chunks import Chunk
from dateline.coding.text.document import Sentence, WordClass
from dateline.coding.text.verbforms import EITHER, VERBS, lemma_in

HARMS = frozenset(
    {"killing", "assassination", "massacre", "execution", "abduction", "wounding", "shooting", "torture", "capture"}
)
"""Kinds of event whose object is a person where it is no common noun."""
PERSONAL = frozenset({"party:title", "party:given name", "party:apposition", "party:capitals", "party:by place"})
"""Rules of the tags that are persons' names."""
_JOINTS = closed.words("and , ; &")
_LONGEST = 5
_COMMON = (
    "ers",
    "ists",
    "ians",
    "ments",
    "tions",
    "tion",
    "ment",
    "ness",
    "ings",
    "ing",
    "ities",
    "ants",
    "ents",
    "ies",
)
"""How common nouns end, names hardly ever."""


def more_names(
    sentence: Sentence, classes: Sequence[WordClass], chunks: Sequence[Chunk], tags: Sequence[Tag],
    taken: Sequence[Tag], heads: Heads,
) -> list[Tag]:  # fmt: skip
    """Further names among the chunks without a tag; `taken` are the triggers, places and weapons of the sentence."""
    found: list[Tag] = []
    for each in chunks:
        if not _is_bare(sentence, classes, each, (*tags, *taken), heads):
            continue
        if _is_harmed(sentence, each, taken) or _is_listed(sentence, each, (*tags, *found)):
            found.append(party_tag(sentence, each.core, each.last, "name", "by place"))
    return found


def _is_bare(sentence: Sentence, classes: Sequence[WordClass], each: Chunk, tags: Sequence[Tag], heads: Heads) -> bool:
    """Whether a phrase is two to five words of no known sense, without article or number, and in no tag."""
    tokens = sentence.tokens[each.core : each.last + 1]
    if "det" in classes[each.first : each.core] or not 2 <= len(tokens) <= _LONGEST:
        return False
    if any(tag.start < tokens[-1].end and tokens[0].start < tag.end for tag in tags):
        return False
    words = [token.lower for token in tokens]
    if any(kind not in ("noun", "name") for kind in classes[each.core : each.last + 1]):
        return False
    return not any(
        not word.isalpha() or heads.get(word) or lemma_in(word, EITHER | VERBS) or word.endswith(_COMMON)
        for word in words
    ) and not set(words) & (closed.TIME_NOUNS | closed.DAYS | closed.MONTHS)  # fmt: skip


def _is_harmed(sentence: Sentence, each: Chunk, taken: Sequence[Tag]) -> bool:
    """Whether it stands right behind the verb of such a harm, or behind its noun and "of"."""
    ends = {tag.end for tag in taken if tag.label == "trigger" and tag.value in HARMS}
    if not each.first:
        return False
    before = sentence.tokens[each.first - 1]
    if before.lower == "of" and each.first > 1:
        before = sentence.tokens[each.first - 2]
    return before.end in ends


def _is_listed(sentence: Sentence, each: Chunk, names: Sequence[Tag]) -> bool:
    """Whether it is joined to a person's name before it, an age in between let pass."""
    tokens, at = sentence.tokens, each.first - 1
    joints = 0
    while at >= 0 and (tokens[at].lower in _JOINTS or tokens[at].text.isdigit()):
        joints += tokens[at].lower in _JOINTS
        at -= 1
    if not joints or at < 0:
        return False
    between = {token.lower for token in tokens[at + 1 : each.first]}
    goes_on = each.last + 1 < len(tokens) and tokens[each.last + 1].lower in _JOINTS
    return (bool(between - {","}) or goes_on) and any(
        tag.end == tokens[at].end and tag.rule in PERSONAL for tag in names
    )


def past_verb(sentence: Sentence, each: Chunk, taken: Sequence[Tag]) -> Chunk:
    """The chunk behind a trigger's verb in it that looks like an adjective ("this evening WOUNDED ANA RUIZ")."""
    ends = {tag.end for tag in taken if tag.label == "trigger" and ".verb." in tag.rule}
    at = next((n for n in range(each.first, each.last) if sentence.tokens[n].end in ends), None)
    return each if at is None else cut_off(each, at + 1)
