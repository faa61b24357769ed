"""Which people a loss word tells of: objects, subjects, neighbours."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook.counts import Words
from dateline.codebook.losses import LossBook
from dateline.coding.losses.company import Company
from dateline.coding.losses.people import People
from dateline.coding.losses.sharing import split_companies
from dateline.coding.losses.told import AMONG, BLOW, Told, toll_of, with_late_parts
from dateline.coding.losses.words import LossWord, auxiliary_before, before_apposition, is_unreal
from dateline.coding.text.closed import words

_OBLIQUE = words("of by in with from for at near against on to as between outside among like targeting")
_STATE_REACH, _OBJECT_REACH, _APART = 7, 4, 8
_RELATIVE, _NAME_REACH = frozenset({"who", "that", "whom"}), 6
_HAVE = frozenset({"had", "has", "have", "having"})
_REFLEXIVE = frozenset({"himself", "herself", "themselves"})
_BREAKS = frozenset({";", "."})


_REMAINS = frozenset({"bodies", "body", "remains", "corpses", "corpse"})
_HANDED = frozenset({"returned", "return", "exchanged", "repatriated", "buried", "received", "handed", "transferred"})


class Governor:
    """Finds the people of every loss word of one sentence."""

    def __init__(self, words: Words, found: Sequence[LossWord], groups: Sequence[Company], book: LossBook) -> None:
        self._words, self._book = words, book
        self._found = tuple(found)
        self._at = {index: word for word in found for index in range(word.start, word.end)}
        self._groups = split_companies(words, groups, self._at, book)

    def told(self) -> list[Told]:
        """Every loss that the sentence tells."""
        result: list[Told] = []
        seen = set()
        for word in self._found:
            for told in self._of(word):
                key = told.loss, told.people[0].start
                if key not in seen:
                    seen.add(key)
                    result.append(told)
        return with_late_parts(self._words, result, self._groups, self._book)

    def _of(self, word: LossWord) -> list[Told]:
        if word.may_be("toll"):
            return toll_of(self._words, word, self._book)
        if word.may_be("casualties"):
            return self._casualties(word)
        if word.may_be("gerund"):
            return self._holding(word) if word.loss == "held" else self._objects(word)
        if word.may_be("noun", "counted") and not word.may_be("past", "base", "state"):
            return self._nominal(word)
        if word.may_be("base"):
            return self._objects(word) or self._nominal(word)
        if word.may_be("past"):
            return self._past(word)
        if word.may_be("blow"):
            return [replace(told, rule=BLOW) for told in self._past(word)]
        if word.may_be("happening"):
            return [] if is_unreal(self._words, word.start, self._book) else self._subject(word, word.start)
        return self._state(word)

    # --- objects -----------------------------------------------------------------------------------------------

    def _objects(self, word: LossWord) -> list[Told]:
        """ "killing 14 people", "killed and wounded dozens"."""
        if is_unreal(self._words, word.start, self._book):
            return []
        if self._words[word.end : word.end + 1] == ("of",) and word.may_be("gerund", "noun"):
            return self._nominal(word)
        right, shared = self._right(word.end)
        if right is None:
            return []
        return [self._tell(word, right, self._object_rule(word, shared))]

    def _object_rule(self, word: LossWord, shared: str) -> str:
        """ "killed or wounded 20": how many of which is not said."""
        after = self._words[word.start - 1 : word.start] == ("or",) and word.start - 2 in self._at
        return "losses.killed-or-wounded" if shared == "or" or after else "losses.object"

    def _right(self, index: int) -> tuple[Company | None, str]:
        """The company that stands right after, over adverbs or a conjoined loss verb; and that conjunction."""
        shared = ""
        limit = index + _OBJECT_REACH
        while index < len(self._words) and index < limit:
            company = self._starting(index)
            if company:
                speaker = self._words[index - 1] == ":" and company.members[0].rule in {"plural", "noun"}
                return (None, "") if speaker else (company, shared)  # "two killed: police"
            word = self._words[index]
            if word in {"and", "or"} and index + 1 in self._at and self._at[index + 1].may_be("gerund", "past", "base"):
                shared, index = word, self._at[index + 1].end
                limit = index + _OBJECT_REACH
            elif (word in self._book.skipped and word not in {"and", "or"} and index not in self._at) or word == ":":
                index += 1
            else:
                return None, ""
        return None, ""

    def _starting(self, index: int) -> Company | None:
        return next((group for group in self._groups if group.start == index), None)

    def _holding(self, word: LossWord) -> list[Told]:
        """ "holding tens of thousands of civilians as human shields": only where something says that they are kept."""
        rest = set(self._words[word.start : word.end + 20])
        return self._objects(word) if rest & self._book.holding else []

    # --- participles -------------------------------------------------------------------------------------------

    def _past(self, word: LossWord) -> list[Told]:
        """ "were killed" (subject), "killed ten" (object), "ten killed" (neighbour), "also killed were ten"."""
        words, book = self._words, self._book
        if is_unreal(words, word.start, book):
            return []
        auxiliary = auxiliary_before(words, word.start, book)
        right, shared = self._right(word.end)
        left = None if words[word.start - 1] in _HAVE else self._left(word.start)
        left = None if left and left.members[-1].pronoun else left
        if (
            auxiliary is not None
            and "and" in words[auxiliary : word.start]
            and right
            and right.members[0].rule != "pronoun"
        ):
            auxiliary = (
                None if right.members[0].range and right.members[0].rule in {"number", "number+floor"} else auxiliary
            )
        if auxiliary is not None:
            return self._subject(word, auxiliary)
        if words[word.end : word.end + 1] in (("was",), ("were",)) and not left:
            inverted, _ = self._right(word.end + 1)
            return [self._tell(word, inverted, "losses.inverted")] if inverted else []
        weak = (
            right is not None
            and right.members[0].rule in {"plural", "noun"}
            and left is not None
            and left.members[-1].bare
        )
        if right is not None and not weak and not (shared and left):
            return [self._tell(word, right, self._object_rule(word, shared))]
        if left and word.loss == "captured" and left.members[-1].rule in {"plural", "noun"}:
            return []  # "rebels captured Kawlin": a town is no loss, and the rebels are not the captured
        return [self._tell(word, left, "losses.neighbour")] if left else []

    def _left(self, index: int) -> Company | None:
        """The company that ends right before, over adverbs."""
        while index > 0:
            company = next((g for g in self._groups if index in (g.end, g.outer_end)), None)
            if company:
                return company
            word = self._words[index - 1]
            if word == ",":  # "10 others, five officers and five clerks, injured"
                return next((g for g in self._groups if g.end == index - 1 and len(g.members) > 2), None)
            if index - 1 in self._at or word not in self._book.skipped or word in {"and", "or", "to"}:
                return None
            index -= 1
        return None

    def _subject(self, word: LossWord, index: int) -> list[Told]:
        """The people whom a passive or "died" speaks of: the nearest to the left that hang on no preposition."""
        if is_unreal(self._words, index, self._book):
            return []
        before = [g for g in self._groups if g.end <= index and ";" not in self._words[g.end : index]]
        before = [g for g in before if not self._broken(g.end, index)] or before
        if not before:
            return self._singular(word, before_apposition(self._words, index, self._book))
        near = self._relative(index) or self._left(index)
        plain = [g for g in before if not self._oblique(g) and g.members[-1].lemma not in _REFLEXIVE] or before
        counted = [g for g in plain if g.members[0].rule not in {"plural", "noun"} or not g.members[0].definite]
        counted = [
            g for g in counted if g.members[0].rule not in {"plural", "pronoun"} and g.end > (plain[-1].start - _APART)
        ]
        chosen = (
            near
            if near and (not self._oblique(near) or self._words[index - 1] in _RELATIVE)
            else (counted or plain or before)[-1]
        )
        return [self._tell(word, chosen, "losses.subject")]

    def _relative(self, index: int) -> Company | None:
        """The company before "who" or "that": "a column of 40 settlers who were killed"."""
        if index == 0 or self._words[index - 1] not in _RELATIVE:
            return None
        before = [g for g in self._groups if g.end < index and index - g.outer_end <= _NAME_REACH]
        return before[-1] if before and not before[-1].members[-1].pronoun else None

    def _broken(self, start: int, end: int) -> bool:
        """Whether a full stop, semicolon or another loss verb stands between."""
        between = range(start, end)
        if any(self._words[i] in _BREAKS for i in between):
            return True
        return any(i in self._at and self._words[i] not in self._book.skipped for i in between)

    def _oblique(self, group: Company) -> bool:
        return group.start > 0 and self._words[group.start - 1] in _OBLIQUE

    def _singular(self, word: LossWord, index: int) -> list[Told]:
        """ "Hamish was killed": a subject that is no known word for people, and one."""
        if word.loss in {"captured", "held", "missing", "displaced", "surrendered"} or index == 0:
            return []
        if self._words[index] not in self._book.singular | {","} or not self._words[index - 1][:1].isalpha():
            return []
        if self._words[index - 1] in self._book.stops | self._book.things | {"this", "it", "what"}:
            return []
        if index - 1 in self._at:
            return []
        one = People(index - 1, index, (1, 1, 1), named=True, definite=True, rule="singular")
        return [Told(word, word.loss, (one,), (), "losses.singular-subject")]

    # --- states, nouns, tolls ----------------------------------------------------------------------------------

    def _state(self, word: LossWord) -> list[Told]:
        """ "ten dead", "left five people dead", "ten were missing"."""
        if self._words[word.start - 1 : word.start] in (("a",), ("the",), ("those",), ("as",)):
            return self._among(word) if word.loss in {"killed", "wounded"} else []
        auxiliary = auxiliary_before(self._words, word.start, self._book)
        if auxiliary is not None:
            return self._subject(word, auxiliary)
        near = self._left(word.start)
        if near is None:
            before = [g for g in self._groups if g.end <= word.start and word.start - g.end <= _STATE_REACH]
            clear = [
                g
                for g in before
                if not set(self._words[g.end : word.start]) & {",", ";", ".", "and"}
                and not self._broken(g.end, word.start)
            ]
            near = clear[-1] if clear else None
        if near is None:
            near = self._right(word.end)[0] if self._words[word.start] == "to" else None
        if near is None and word.may_be("counted"):
            return self._nominal(word)
        if near is None:
            return []
        either = self._words[word.end : word.end + 1] == ("or",) and word.end + 1 in self._at
        return [self._tell(word, near, "losses.killed-or-wounded" if either else "losses.state")]

    def _among(self, word: LossWord) -> list[Told]:
        """ "three children are among the dead", "among the dead were ...", "the dead included ...": parts."""
        words, found = self._words, None
        if words[word.end : word.end + 1] in (("included",), ("include",)):
            found = self._right(word.end + 1)[0]
        elif words[word.start - 2 : word.start - 1] == ("among",):
            after = words[word.end : word.end + 1] in (("was",), ("were",), ("are",))
            found = self._right(word.end + 1)[0] if after else self._left_of_verb(word.start - 2)
        return [self._tell(word, found, AMONG)] if found else []

    def _left_of_verb(self, index: int) -> Company | None:
        """The company before "were" at the end of what stands before this token."""
        if self._words[index - 1 : index] not in (("was",), ("were",), ("are",), ("is",)):
            return None
        return self._left(index - 1)

    def _nominal(self, word: LossWord) -> list[Told]:
        """ "the death of two people", "29 deaths"; the dead that are handed over died before."""
        if self._words[word.start] in _REMAINS and _HANDED & set(self._words[max(0, word.start - 4) : word.start]):
            return []
        if self._words[word.end : word.end + 1] == ("of",):
            company = self._starting(word.end + 1)
            if company:
                return [self._tell(word, company, "losses.noun-of")]
        left = self._left(word.start)
        if word.may_be("counted") and left:
            return [self._tell(word, replace(left, members=left.members[-1:]), "losses.counted")]
        if word.loss == "wounded":
            for back in range(word.start - 1, max(0, word.start - 5), -1):
                if self._words[back] in self._book.suffering:
                    return self._subject(word, back)
        return []

    def _casualties(self, word: LossWord) -> list[Told]:
        """ "no casualties": nobody killed, nobody hurt. Other numbers of casualties are neither."""
        left = self._left(word.start)
        if not left or left.members[-1].range != (0, 0, 0):
            return []
        people = left.members[-1:]
        return [Told(word, loss, people, (), "losses.no-casualties") for loss in ("killed", "wounded")]

    def _tell(self, word: LossWord, company: Company, rule: str) -> Told:
        also = "also" in self._words[max(0, word.start - 3) : word.end + 1]
        return Told(word, word.loss, company.members, company.parts, rule, also=also)
