"""Parties: the words that name who acts, who suffers, and what is hit. Tags of label `actor`.

A party is a noun phrase without article, number, clause or apposition, whose head the codebook knows ("Border Service
forces", "three *gunmen*"), a name, a people ("the Kurds"), a country where it acts, or a pronoun. Buildings and
vehicles are tagged alike: they are what is hit, and the resolver says of what sort they are.
"""

from collections.abc import Sequence

from dateline.codebook.demonyms import Demonyms
from dateline.codebook.heads import Head, Heads
from dateline.codebook.registry import Registry
from dateline.coding.tagging.names import cut, cut_off, held_together, is_of_name, locked
from dateline.coding.tagging.shouted_names import more_names, past_verb
from dateline.coding.tagging.states import acting_place, party_tag, state_behind
from dateline.coding.tagging.tags import Tag
from dateline.coding.text import closed
from dateline.coding.text.chunks import Chunk, chunk
from dateline.coding.text.document import Sentence, WordClass
from dateline.coding.text.verbforms import EITHER, VERBS, lemma_in

# "I", "you" and the reflexives never tell who fought whom in a report; "we" does within a quotation.
PRONOUNS = closed.words("they them he him she it we us")
_TAKEN = frozenset({"place", "trigger", "weapon"})
_TITLED = closed.words("mr mrs ms dr gen col lt maj capt sgt sen rep president general colonel captain major monsignor")
_NAME_WORDS = 5
"""Spanish names have two given names and two surnames, with "de" between."""
_STREETS = closed.words("street avenue boulevard highway road park plaza airport hospital school university province")
_TIMES = closed.MONTHS | closed.DAYS | closed.TIME_NOUNS
_UNARMED = ("civilians", "organisation")
_HARM = closed.words("damage damages loss losses")
_NO_NAME = closed.words(
    "text report radio television tv begin end passage omitted word indistinct video recording live communique "
    "commentary editorial excerpts summary news agency reuters ap afp"
)


class PartyRecogniser:
    """Finds parties. Runs after the recognisers of places, triggers and weapons, whose words it leaves to them."""

    def __init__(
        self, heads: Heads, demonyms: Demonyms, registry: Registry, given: frozenset[str] = frozenset()
    ) -> None:
        self._heads = heads
        self._demonyms = demonyms
        self._registry = registry
        self._given = given

    def recognise(self, sentence: Sentence, found: Sequence[Tag]) -> list[Tag]:
        """The parties of a sentence, none of them overlapping another."""
        names = self._known_names(sentence)
        classes = locked(sentence.classes, names)
        taken = [
            tag
            for tag in found
            if tag.label in _TAKEN and not (tag.label == "trigger" and is_of_name(sentence, tag, names))
        ]
        chunks = held_together(chunk(sentence, classes), names)
        tags: list[Tag] = []
        for number, each in enumerate(chunks):
            tag = self._of_chunk(sentence, classes, each, taken)
            if tag is None and each.core < each.last and classes[each.core + 1] == "poss":
                tag = _known(sentence, cut_off(each, each.core + 2), names, taken)  # "Peru's Shining Path group"
            if tag is None and each.last > each.core:
                tag = self._of_parts(sentence, classes, each, taken)
            if tag is None:
                tag = _known(sentence, each, names, taken)
            if tag is None and sentence.shouted:
                tag = self._apposed(sentence, chunks, number, taken)
            if tag is not None:
                tags.append(tag)
        if sentence.shouted:
            tags += more_names(sentence, classes, chunks, tags, taken, self._heads)
        return tags

    def _known_names(self, sentence: Sentence) -> list[tuple[int, int]]:
        """The first and last position of every name of the registry, the longest first where they overlap."""
        found: list[tuple[int, int]] = []
        past = 0
        for position in self._registry.openings(sentence.tokens):
            if position < past:
                continue
            match = self._registry.longest(sentence.tokens, position, shouted=sentence.shouted)
            if match is not None:
                past = position + match[0]
                found.append((position, past - 1))
        return found

    def _of_chunk(
        self, sentence: Sentence, classes: Sequence[WordClass], each: Chunk, taken: Sequence[Tag]
    ) -> Tag | None:
        tokens = sentence.tokens
        if each.pronoun:
            word = tokens[each.first].lower
            return party_tag(sentence, each.first, each.first, "pronoun", "pronoun") if word in PRONOUNS else None
        words = [token.lower for token in tokens[each.core : each.last + 1]]
        if words == ["front"] and each.lead == "in":
            return None  # "in front of"
        ending = self._heads.ending(words, each.head + 1 - each.core)
        if ending is not None:
            return self._headed(sentence, classes, each, ending[1], taken)
        if each.last > each.core + 1 and classes[each.last] == "name" and self._body(words[:-1]):
            return party_tag(sentence, each.core, each.last, "name", "body")  # "Malian battalion Dogon"
        people = self._people(sentence, each)
        if people is not None:
            return people
        if any(tokens[each.head].start < tag.end and tag.start < tokens[each.head].end for tag in taken):
            if not sentence.shouted and any(t.label == "trigger" and t.end == tokens[each.head].end for t in taken):
                return None  # "rebel shelling" is a deed, though "Captain Shelling" may be a man
            acting = acting_place(self._registry, sentence, classes, each, taken)
            return acting or self._titled(sentence, each) or self._given_name(sentence, classes, each, taken)
        return self._named(sentence, classes, each, taken)

    def _of_parts(
        self, sentence: Sentence, classes: Sequence[WordClass], each: Chunk, taken: Sequence[Tag]
    ) -> Tag | None:
        """The party within another phrase: who owns it ("Obama's threat"), or whose deed it is ("rebel attack")."""
        tokens = sentence.tokens
        for position in range(each.last, each.core, -1):
            if classes[position] == "poss":
                return self._of_chunk(sentence, classes, cut(each, position - 1), taken)
        trigger = next(
            (
                tag
                for tag in taken
                if tag.label == "trigger" and tokens[each.core].start <= tag.start < tokens[each.last].end
            ),
            None,
        )
        if trigger is None:
            return None
        if tokens[each.core].start == trigger.start:
            return self._within_deed(sentence, each, trigger)
        for position in range(each.last, each.core - 1, -1):
            if tokens[position].end <= trigger.start:
                part = cut(each, position)
                state = state_behind(self._registry, sentence, part, trigger, taken)
                return state or self._before_deed(sentence, classes, part, taken)
        return None

    def _within_deed(self, sentence: Sentence, each: Chunk, trigger: Tag) -> Tag | None:
        """The doer that a trigger's first word names: "rebel attacks", where the codebook has both words as one."""
        token = sentence.tokens[each.core]
        head = self._heads.get(token.lower)
        if head is None or token.end >= trigger.end or head.physical or head.sort == "civilians":
            return None
        return party_tag(sentence, each.core, each.core, "nominal", "head")

    def _before_deed(
        self, sentence: Sentence, classes: Sequence[WordClass], each: Chunk, taken: Sequence[Tag]
    ) -> Tag | None:
        """The longest run from the left that names a party: "Islamic State suicide (attack)"."""
        tokens = sentence.tokens
        for last in range(each.last, each.core - 1, -1):
            part = cut(each, last)
            if any(tag.label == "weapon" and tag.start <= tokens[last].start < tag.end for tag in taken):
                continue
            if self._demonyms.get(sentence.tokens[last].lower) is not None:
                return party_tag(sentence, each.core, last, "nominal", "adjective")
            tag = self._of_chunk(sentence, classes, part, taken)
            if tag is not None:
                return tag
        return None

    def _headed(
        self, sentence: Sentence, classes: Sequence[WordClass], each: Chunk, head: Head, taken: Sequence[Tag]
    ) -> Tag | None:
        """A phrase whose head the codebook knows. A place's own last word ("Gaza Strip camp") stays the place's."""
        start, end = sentence.tokens[each.core].start, sentence.tokens[each.last].end
        head_start = sentence.tokens[each.head].start
        if any(tag.label == "place" and tag.start <= start and end <= tag.end for tag in taken):
            return acting_place(self._registry, sentence, classes, each, taken)
        if any(tag.label == "place" and tag.end == end and tag.start < head_start for tag in taken):
            return None  # "Nigeria's *Borno State*"
        alone = sentence.shouted and each.core == each.last  # in capitals "CAR" is a car, no republic
        name = sentence.text[start - sentence.start : end - sentence.start]
        if not alone and self._registry.country_of(name) is not None:
            return party_tag(sentence, each.core, each.last, "name", "country")
        trigger = next((tag for tag in taken if tag.label == "trigger" and tag.start < end and start < tag.end), None)
        if trigger is not None and trigger.end == end:
            return None
        named = any(classes[index] == "name" for index in range(each.core, each.last + 1))
        owned = any(classes[index] == "name" for index in range(each.core, each.last))
        if head.physical or (head.sort in _UNARMED and not owned):
            return party_tag(sentence, each.core, each.last, "nominal", head.sort)
        return party_tag(sentence, each.core, each.last, "name" if named else "nominal", "head")

    def _people(self, sentence: Sentence, each: Chunk) -> Tag | None:
        """A people: "Iraqis", "the Kurds", "the Dutch"."""
        token = sentence.tokens[each.head]
        demonym = self._demonyms.get(token.lower)
        if demonym is None:
            return None
        article = sentence.tokens[each.first].lower in closed.DETERMINERS
        alone = demonym.ethnic and each.first == each.last and token.is_capitalised and not sentence.shouted
        if demonym.plural or demonym.people or alone:
            return party_tag(sentence, each.core, each.last, "nominal", "demonym")
        if article:
            shared = any(token.lower in ("and", "or") for token in sentence.tokens[each.last + 1 : each.last + 2])
            return party_tag(sentence, each.core, each.last, "nominal", "adjective" if shared else "demonym")
        return None

    def _named(self, sentence: Sentence, classes: Sequence[WordClass], each: Chunk, taken: Sequence[Tag]) -> Tag | None:
        """A name: capitalised, or in all-capitals text one that a title or office leads."""
        tokens = sentence.tokens
        words = [token.lower for token in tokens[each.core : each.last + 1]]
        nameless = words[-1] in _TIMES or words[0] in closed.MONTHS or set(words) & _NO_NAME
        if nameless or tokens[each.head].text[0].isdigit():
            return None
        if classes[each.head] == "name":
            return party_tag(sentence, each.core, each.last, "name", "capitals")
        return (
            self._titled(sentence, each) or self._given_name(sentence, classes, each, taken)
            if sentence.shouted
            else None
        )

    def _titled(self, sentence: Sentence, each: Chunk) -> Tag | None:
        """A name that a title or office leads ("COLONEL MARIO DENNIS"), though a place may be called the same."""
        words = [token.lower for token in sentence.tokens[each.core : each.last + 1]]
        led = self._heads.get(words[0]) if sentence.shouted and len(words) > 1 else None
        if (
            led is not None
            and words[-1] not in _HARM
            and not led.plural
            and (led.physical or led.number == "body")
            and not led.member
        ):
            # "HOTEL BOLIVAR", "NEWSPAPER EL PUEBLO": Spanish names put what it is first.
            return party_tag(sentence, each.core, each.last, "name", led.sort if led.physical else "head")
        if lemma_in(words[-1], EITHER | VERBS):
            return None
        for index in range(each.head - 1, each.core - 1, -1):
            if words[index - each.core] in _TITLED or self._office(words, index + 1 - each.core):
                return party_tag(sentence, each.core, each.last, "name", "title")
        return None

    def _given_name(
        self, sentence: Sentence, classes: Sequence[WordClass], each: Chunk, taken: Sequence[Tag]
    ) -> Tag | None:
        """In all-capitals text, a bare given name and what follows it ("JUAN CARLOS PEREZ"): a person."""
        each = past_verb(sentence, each, taken)
        words = [token.lower for token in sentence.tokens[each.core : each.last + 1]]
        if not sentence.shouted or not 2 <= len(words) <= _NAME_WORDS + 1:
            return None
        led = words[0] not in self._given and len(words) > 2  # "PEASANTS ANA RUIZ", "GUATEMALAN ANA RUIZ"
        if (
            led
            and not ((head := self._heads.get(words[0])) and not head.physical)
            and self._demonyms.get(words[0]) is None
        ):
            return None
        if words[led] not in self._given:
            return None
        if lemma_in(words[-1], EITHER | VERBS) or set(words) & (_TIMES | _NO_NAME | _STREETS):
            return None
        if "det" in classes[each.first : each.core] or any(
            kind not in ("noun", "name", "adj") for kind in classes[each.core : each.last + 1]
        ):
            return None
        return party_tag(sentence, each.core, each.last, "name", "given name")

    def _body(self, words: Sequence[str]) -> bool:
        ending = self._heads.ending(words, len(words))
        return ending is not None and ending[1].armed and ending[1].number == "body"

    def _office(self, words: Sequence[str], end: int) -> bool:
        ending = self._heads.ending(words, end)
        return ending is not None and ending[1].number == "one" and not ending[1].physical

    def _apposed(self, sentence: Sentence, chunks: Sequence[Chunk], number: int, taken: Sequence[Tag]) -> Tag | None:
        """In all-capitals text, the bare phrase beside an office: "HECTOR OQUELI, LEADER OF"."""
        each = chunks[number]
        if not 1 <= each.last - each.first <= 3 or each.core != each.first or each.lead == "of":
            return None
        start, end = sentence.tokens[each.first].start, sentence.tokens[each.last].end
        if any(tag.start < end and start < tag.end for tag in taken):
            return None
        for other, gap in ((number + 1, each.last + 1), (number - 1, each.first - 1)):
            if not (0 <= other < len(chunks)) or not 0 <= gap < len(sentence.tokens):
                continue
            beside = chunks[other]
            touching = beside.first == gap + 1 if other > number else beside.last == gap - 1
            words = [token.lower for token in sentence.tokens[beside.core : beside.last + 1]]
            if touching and sentence.tokens[gap].text == "," and self._office(words, beside.head + 1 - beside.core):
                return party_tag(sentence, each.first, each.last, "name", "apposition")
        return None


def _known(sentence: Sentence, each: Chunk, names: Sequence[tuple[int, int]], taken: Sequence[Tag]) -> Tag | None:
    """A name of the registry in a phrase that is no party as a whole."""
    for first, last in names:
        if each.first <= first and last <= each.last:
            start, end = sentence.tokens[first].start, sentence.tokens[last].end
            if not any(tag.start < end and start < tag.end for tag in taken):
                return party_tag(sentence, first, last, "name", "registry")
    return None
