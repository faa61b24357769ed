"""Losses: how many were killed, wounded, taken or driven out, by group."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook import Codebook
from dateline.codebook.counts import Words
from dateline.codebook.losses import LossBook
from dateline.coding.losses.belonging import belongings
from dateline.coding.losses.company import companies
from dateline.coding.losses.ellipsis import inherit
from dateline.coding.losses.govern import Governor
from dateline.coding.losses.groups import Doers, group_of
from dateline.coding.losses.people import People, Reader
from dateline.coding.losses.rows import Row
from dateline.coding.losses.scope import counts_over_months, is_cumulative, is_rising, is_total
from dateline.coding.losses.suicides import own_deaths
from dateline.coding.losses.ties import SURE, Ties, shares_over, ties_of
from dateline.coding.losses.told import AMONG, BLOW, Told
from dateline.coding.losses.words import LossWord, loss_words
from dateline.coding.roles.frames import Frame
from dateline.coding.text.document import Document, Sentence
from dateline.coding.text.stretches import Stretches
from dateline.encoder.reading import Reading
from dateline.model import Actor, Evidence, Loss, LossKind, Scope, Span


def count_losses(rows: tuple[Row, ...], frames: tuple[Frame, ...], codebook: Codebook) -> tuple[tuple[Loss, ...], ...]:
    """The losses of every frame, in the frames' order; an empty tuple where the text tells none.

    Which frame a loss belongs to is `belongings`' affair. Tolls that replace an earlier one name its event.
    """
    found: list[list[Loss]] = [[] for _ in frames]
    told: dict[LossKind, int] = {}
    for row, chosen in zip(rows, belongings(rows, frames, codebook), strict=True):
        if chosen is None:
            continue
        loss = row.loss
        if loss.supersedes is not None:
            earlier = told.get(loss.loss)
            loss = loss.model_copy(update={"supersedes": None if earlier in (None, chosen) else f"e{earlier + 1}"})
        if loss.scope != "cumulative":
            told[loss.loss] = chosen
        found[chosen].append(loss)
    return tuple(tuple(losses) for losses in found)


def read_losses(
    document: Document, loss_book: LossBook, actors: tuple[Actor, ...], readings: tuple[Reading, ...] = ()
) -> tuple[Row, ...]:
    """Every loss that a report tells, in order of the text, whatever event it belongs to.

    Of people told as lost in two ways the encoder may strike one; wounds told by the blow alone, beside other losses,
    stand where it reads them so.
    """
    ties = [ties_of(reading) for reading in readings]
    rows = _Counter(document, loss_book, actors).rows()
    twice = Counter((row.sentence, row.loss.start) for row in rows)
    rows = [row for row in rows if twice[row.sentence, row.loss.start] == 1 or not _is_read_otherwise(row, ties)]
    told = {row.sentence for row in rows if row.loss.loss in {"killed", "wounded"} and not _is_blow(row)}
    return tuple(
        row
        for row in _among(rows)
        if not _is_blow(row) or told.isdisjoint(range(row.sentence - 1, row.sentence + 4)) or _is_read_so(row, ties)
    )


class _Counter:
    """Reads a report's losses sentence by sentence, remembering who acts and whom a pronoun may mean."""

    def __init__(self, document: Document, book: LossBook, actors: Sequence[Actor]) -> None:
        self._document, self._book, self._actors = document, book, actors
        self._persons = Stretches(a for a in actors if a.sort == "person")
        self._doers = Doers()
        self._passed: Sentence | None = None
        self._here: list[People] = []

    def rows(self) -> list[Row]:
        """All losses, in order of the text."""
        return [row for sentence in self._document.sentences for row in self._sentence(sentence)]

    def _sentence(self, sentence: Sentence) -> list[Row]:
        lower = tuple(token.lower for token in sentence.tokens)
        found = loss_words(lower, self._book)
        rows: list[Row] = []
        if found or "suicide" in lower or not self._book.reflexive.isdisjoint(lower):
            rows = self._told(sentence, lower, found)
        else:
            self._doers.pass_by(lower, self._book)
        self._passed = sentence
        return rows

    def _told(self, sentence: Sentence, words: Words, found: Sequence[LossWord]) -> list[Row]:
        people = self._people(sentence, found)
        self._here = people
        taken = frozenset(index for word in found for index in range(word.start, word.end))
        told = inherit(Governor(words, found, companies(words, people, self._book, taken), self._book).told())
        told += own_deaths(words, people, told, self._book)
        self._doers.see(words, people, told, self._book)
        scope: Scope = "new"
        if told:
            scope = "cumulative" if is_cumulative(words, self._book) else "total" if is_total(words) else "new"
        rows = [row for one in told for row in self._rows(sentence, words, one, scope)]
        if counts_over_months(words, max((row.loss.best or 0 for row in rows if row.loss.loss == "killed"), default=0)):
            rows = [replace(row, loss=row.loss.model_copy(update={"scope": "cumulative"})) for row in rows]
        return rows

    def _people(self, sentence: Sentence, found: Sequence[LossWord]) -> list[People]:
        taken = frozenset(index for word in found for index in range(word.start, word.end))
        return Reader(sentence, self._book, self._names(sentence), taken).people()

    def _subject(self) -> People | None:
        """Whom the sentence before speaks of first, names and known groups before others."""
        if self._passed is None:
            return None
        found = loss_words(tuple(token.lower for token in self._passed.tokens), self._book)
        people = [p for p in self._people(self._passed, found) if not p.pronoun]
        return next((p for p in people if p.group != "unknown" or p.named), people[0] if people else None)

    def _names(self, sentence: Sentence) -> list[tuple[int, int]]:
        spans = []
        for actor in self._persons.within(sentence.start, sentence.end):
            inside = [i for i, t in enumerate(sentence.tokens) if actor.start <= t.start and t.end <= actor.end]
            words = {sentence.tokens[i].lower for i in inside}
            if inside and actor.text[:1].isupper() and words.isdisjoint(self._book.several):
                spans.append((inside[0], inside[-1] + 1))
        return spans

    def _rows(self, sentence: Sentence, words: Words, told: Told, scope: Scope) -> list[Row]:
        word = (sentence.tokens[told.word.start].start, sentence.tokens[told.word.end - 1].end)
        people = [self._resolve(person, words) for person in told.people]
        if people[0].group == "militants" and any(part.group == "perpetrators" for part in told.parts):
            people = [replace(people[0], group="perpetrators"), *people[1:]]
        if people[0].range == (0, 0, 0):
            people = [replace(person, range=(0, 0, 0)) for person in people]
        losses = [self._loss(sentence, told, person) for person in people if person.range is not None]
        parts = [self._loss(sentence, told, self._resolve(p, words)) for p in told.parts if p.range is not None]
        if not parts and len(losses) > 2 and _sums_up(people[0]) and losses[0].best == _sum(losses[1:]):
            losses, parts = losses[:1], losses[1:]  # "40 people, 6 officers and 34 civilians, ..."
        losses = _with_parts(losses, parts)
        if scope != "new":
            losses = [loss.model_copy(update={"scope": scope}) for loss in losses]
        if (
            scope != "cumulative"
            and told.rule == "losses.toll"
            and is_rising(words, told.word.start, people[0].start, self._book)
        ):
            losses = [loss.model_copy(update={"supersedes": ""}) for loss in losses]
        return [Row(sentence.index, word, loss) for loss in losses]

    def _resolve(self, person: People, words: Words) -> People:
        """A pronoun with the group and number of whom it means: in the sentence, else the last one's subject.

        "he" looks for the first people of the sentence, "him" for the nearest.
        """
        if not person.pronoun:
            return person
        before = [p for p in self._here if p.end <= person.start and not p.pronoun and p.range]
        nearest = words[person.start] in {"him", "her", "them"}
        meant = before[-1 if nearest else 0] if before else self._subject()
        if meant is None:
            return person
        counted = meant.range if person.range != (1, 1, 1) else person.range
        return replace(person, group=meant.group, lemma=meant.lemma, range=counted)

    def _loss(self, sentence: Sentence, told: Told, person: People) -> Loss:
        start, end = sentence.tokens[person.start].start, sentence.tokens[person.end - 1].end
        span = Span.of(self._document.text, start, end)
        low, best, high = person.range or (None, None, None)
        if told.rule == "losses.killed-or-wounded":
            low, best = None, None
        tokens = sentence.tokens[told.word.start : told.word.end]
        note = f"{told.loss} by {' '.join(t.text for t in tokens)!r}, count by {person.rule}"
        evidence = Evidence(
            rule=f"{told.rule}+also" if told.also else told.rule,
            score=0.9 if person.rule.startswith(("number", "between")) else 0.7,
            note=note,
            start=tokens[0].start,
            end=tokens[-1].end,
        )
        unnamed = (person.bare or person.more) and person.lemma
        noun = (
            person.lemma
            if unnamed
            else self._document.text[sentence.tokens[max(person.noun, person.start)].start : end]
        )
        group = group_of(person, span, noun, self._actors, self._doers)
        return Loss(**span.model_dump(), loss=told.loss, group=group, low=low, best=best, high=high, evidence=evidence)


def _among(rows: Sequence[Row]) -> list[Row]:
    """The rows, with those of people "among the dead" put into the last toll told before them that can hold them."""
    result: list[Row] = []
    for row in rows:
        if row.loss.evidence is None or not row.loss.evidence.rule.startswith(AMONG):
            result.append(row)
            continue
        for number in range(len(result) - 1, -1, -1):
            whole = result[number].loss
            if whole.loss == row.loss.loss and (whole.best or 0) >= (row.loss.best or 0):
                whole = whole.model_copy(update={"of_which": (*whole.of_which, row.loss)})
                result[number] = replace(result[number], loss=whole)
                break
        else:
            result.append(row)
    return result


def _is_read_otherwise(row: Row, ties: Sequence[Ties]) -> bool:
    """Whether the encoder is sure that the row's people were lost in another way, and sees nothing of this one."""
    shares = shares_over(ties, row.sentence, row.loss.start, row.loss.end)
    return row.loss.loss not in shares and max(shares.values(), default=0.0) >= SURE


def _is_read_so(row: Row, ties: Sequence[Ties]) -> bool:
    """Whether the encoder ties the row's people to their loss."""
    return shares_over(ties, row.sentence, row.loss.start, row.loss.end).get(row.loss.loss, 0.0) >= SURE


def _is_blow(row: Row) -> bool:
    return row.loss.evidence is not None and row.loss.evidence.rule.startswith(BLOW)


def _sums_up(person: People) -> bool:
    """Whether a phrase is so general that what follows may spell it out: "40 people", "ten others"."""
    return person.more or person.bare or person.lemma in {"person", "people", "other", "victim"}


def _sum(losses: Sequence[Loss]) -> int:
    return sum(loss.best or 0 for loss in losses)


def _with_parts(losses: list[Loss], parts: list[Loss]) -> list[Loss]:
    """Parts put inside the total; or in its place where they make it up; a doer's own death taken out of it."""
    if not parts or not losses:
        return losses
    total, rest = losses[0], losses[1:]
    known = [part.best for part in parts if part.best is not None]
    telling = total.group == "unknown" or all(part.group != "unknown" for part in parts)
    if telling and len(known) == len(parts) and sum(known) == total.best == total.high:
        return [*parts, *rest]
    doers = [p for p in parts if p.group == "perpetrators" and p.best]
    others = tuple(p for p in parts if p not in doers)
    lost = _sum(doers)
    if lost and total.best is not None and total.best > lost and total.group != "perpetrators":
        ends = {"low": total.low, "best": total.best, "high": total.high}
        less = {name: None if value is None else max(0, value - lost) for name, value in ends.items()}
        return [total.model_copy(update={**less, "of_which": others}), *doers, *rest]
    return [total.model_copy(update={"of_which": tuple(parts)}), *rest]
