"""Verb groups: a verb's own auxiliaries, negation and adverbs, and what they make of it."""

from dateline.codebook.cues import Cue
from dateline.coding.attribution.ruling import Governors, Ruling, heavier
from dateline.coding.attribution.wording import COORDINATORS, QUOTES, is_negator, word_set
from dateline.coding.tagging.wordclass import BE, DO, HAVE, MODALS, is_adverb
from dateline.model import Status

_PRESENT = word_set("is are am 're 'm")
_WOULD = word_set("would 'd")
_GROUP = BE | HAVE | DO | MODALS | word_set("'s 've 're 'm ha being")
_NOT_BASE_ENDINGS = ("ed", "ing")
_LET_PASS = QUOTES | {"also", "being"}
_JOINTS = COORDINATORS | {","}
_PARTING = {"that", ";", ":", "."} | (COORDINATORS - {"and", "or", "nor"})


class VerbGroup:
    """A verb's own group, read leftwards: auxiliaries, negation and adverbs; `left` is the first token before it."""

    def __init__(self, governors: Governors, verb: int) -> None:
        self.wording = governors.wording
        self.verb = verb
        self.found: list[tuple[int, int, Cue]] = []
        self.negation: tuple[int, str] | None = None
        self.aux: list[str] = []
        self.infinitive: int | None = None
        self.left = verb - 1
        self._walk(governors)

    @property
    def bare(self) -> bool:
        """Whether the verb has no auxiliary of its own."""
        return not self.aux

    def _walk(self, governors: Governors) -> None:
        joined = False
        while self.left >= 0:
            word = self.wording.words[self.left]
            cue = next(governors.at(self.left, ("auxiliary", "adverb")), None)
            if cue is not None:
                self.found.append((cue[0], self.left, cue[1]))
                self.aux += [w for w in cue[1].words if cue[1].shape == "auxiliary"]
                self.left = cue[0] - 1
                self._note(word, cue[0])
            elif word == "to" and self._is_infinitive() and not joined:
                self.infinitive = self.left
                return
            elif word in _GROUP or is_negator(word):
                self.aux.append(word)
                self._note(word, self.left)
                self.left -= 1
            elif is_adverb(self.wording.tokens[self.left]) or word in _LET_PASS:
                self.left -= 1
            elif word in _JOINTS and not joined and not self.aux and self._join(word):
                joined = True
                if self.infinitive is not None:
                    return
            else:
                return

    def _is_infinitive(self) -> bool:
        """Whether "to" before the group marks an infinitive: "committed to bombing" and "due to attacks" do not."""
        head = self.wording.words[self.left + 1]
        verb = self.wording.words[self.verb]
        participle = verb.endswith("ed") and not set(self.aux) & {"be", "have"}  # "to besieged areas"
        return self.infinitive is None and not self.found and not participle and not head.endswith("ing")

    def _note(self, word: str, at: int) -> None:
        if is_negator(word) and self.wording.word(at + 1) != "only":
            self.negation = (at, word)

    def _join(self, word: str) -> bool:
        """Jump to the auxiliaries of the verb that this one is coordinated with ("will seize Rawa and kill")."""
        trigger = self.wording.words[self.verb]
        if trigger.endswith("s") or (word == "," and trigger.endswith("ing")):
            return False
        for position in range(self.left - 1, max(-1, self.left - 16), -1):
            here = self.wording.words[position]
            if here in _PARTING:
                return False
            if trigger.endswith(_NOT_BASE_ENDINGS):
                if here in BE and self.wording.word(position + 1).endswith(trigger[-2:]):
                    self.left = position
                    return True
            elif here in MODALS or here == "to":
                self.left = position
                if here == "to":
                    self.infinitive = position
                return True
        return False

    def ruling(self) -> Ruling | None:
        """What the group itself says."""
        if self.negation is not None:
            return Ruling("negated", f"group.{self.negation[1]}", self.negation[0], self.negation[0])
        strongest: Ruling | None = None
        for first, last, cue in self.found:
            status = self._status(cue)
            if status is not None:
                strongest = heavier(strongest, Ruling(status, f"cue:{cue.id}", first, last))
        return strongest or self._ongoing()

    def _status(self, cue: Cue) -> Status | None:
        words = set(cue.words)
        if words & _WOULD and ("have" in self.aux or "ha" in self.aux):
            return "hypothetical"
        if words & {"must", "may", "might", "could"} and "have" in self.aux:
            return "possible"
        if cue.words == ("had", "to"):
            return None
        return cue.status

    def _ongoing(self) -> Ruling | None:
        """The present progressive: still so."""
        if not self.wording.words[self.verb].endswith("ing") or not self.aux:
            return None
        near = self.aux[0]
        if near in _PRESENT or (near == "been" and set(self.aux) & {"has", "have", "'ve"}) or near == "be":
            return Ruling("ongoing", "group.progressive", self.left + 1, self.verb)
        return None
