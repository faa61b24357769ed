"""States that act: countries and capitals in phrases that elsewhere name a place ("Israel shelled")."""

from collections.abc import Sequence

from dateline.codebook.registry import Registry
from dateline.coding.tagging.tags import Tag
from dateline.coding.text import closed
from dateline.coding.text.chunks import Chunk
from dateline.coding.text.document import Sentence, WordClass

# After these a country is where something happens, not who is in it.
_WHERE = closed.words("in at near inside into across throughout around within from on over through toward towards")
_BORDERS = closed.words("border borders frontier frontiers boundary")
# Kinds whose doer sits elsewhere than what is hit.
_FROM_AFAR = frozenset({"shelling", "airstrike"})


def acting_place(
    registry: Registry, sentence: Sentence, classes: Sequence[WordClass], each: Chunk, taken: Sequence[Tag]
) -> Tag | None:
    """A country or capital that acts ("Israel shelled", "by Iraq") or that something is done to ("warned Iraq")."""
    start, end = sentence.tokens[each.core].start, sentence.tokens[each.last].end
    place = next((tag for tag in taken if tag.label == "place" and tag.start == start and tag.end == end), None)
    if place is None or each.lead in _WHERE or _neighbour(sentence, each):
        return None
    after = each.last + 1
    while after < len(classes) and classes[after] == "adv":
        after += 1
    following = classes[after] if after < len(classes) else "mark"
    name = sentence.text[start - sentence.start : end - sentence.start]
    state = registry.country_of(name) is not None or registry.capital_of(name) is not None
    if not each.lead and (following == "verb" or (state and following in ("aux", "poss"))):
        return party_tag(sentence, each.core, each.last, "name", "acting place")
    if not state:
        return None
    rule = "acting place" if each.lead in ("by", "between") else "country"
    return party_tag(sentence, each.core, each.last, "name", rule)


def state_behind(registry: Registry, sentence: Sentence, each: Chunk, trigger: Tag, taken: Sequence[Tag]) -> Tag | None:
    """A country or capital as doer of what hits from afar, another place standing behind: "Baghdad shelling in"."""
    if trigger.value not in _FROM_AFAR:
        return None
    start, end = sentence.tokens[each.core].start, sentence.tokens[each.last].end
    name = sentence.text[start - sentence.start : end - sentence.start]
    if registry.country_of(name) is None and registry.capital_of(name) is None:
        return None
    follows = [token.lower for token in sentence.tokens if token.start >= trigger.end][:1]
    elsewhere = any(tag.label == "place" and tag.start >= trigger.end for tag in taken)
    acts = elsewhere and follows in (["in"], ["on"], ["of"], ["against"], ["near"])
    return party_tag(sentence, each.core, each.last, "name", "acting place") if acts else None


def _neighbour(sentence: Sentence, each: Chunk) -> bool:
    """Whether a country only says which border is meant ("the border *with Turkey*")."""
    at = each.first - 1
    while at > 0 and sentence.tokens[at].lower in ("the", "with", "of", "between", "and", "its", "'s"):
        at -= 1
    return each.lead in ("with", "of", "between") and sentence.tokens[at].lower in _BORDERS


def party_tag(sentence: Sentence, first: int, last: int, value: str, rule: str) -> Tag:
    """The tag of a party from its first to its last token; `rule` says what made it one."""
    tokens = sentence.tokens
    return Tag("actor", tokens[first].start, tokens[last].end, value, 1.0, f"party:{rule}")
