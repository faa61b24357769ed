"""Rows: a project's incidents through a rulebook, merged by its own rule, with what people put in its columns."""

from collections.abc import Iterator, Sequence
from functools import partial

from dateline.model import JoinedIncident, Refusal, ReportHead, Row
from dateline.pipeline.project.asking import PAGE
from dateline.pipeline.project.making import Maker
from dateline.pipeline.project.project import Project
from dateline.rulebooks.book import Rulebook, Word, overridden, words_on
from dateline.rulebooks.integrity import Fault, checks_for, faults_in
from dateline.store import incidents, judgements, texts


def heads_of(project: Project) -> dict[str, ReportHead]:
    """What is known of all reports of a project beside their texts, by name."""
    with project.store.reading() as connection:
        return texts.heads(connection)


class ProjectRows:
    """The rows that one rulebook makes of a project; `rule` is the rule of merging that the book wants."""

    def __init__(self, project: Project, book: Rulebook, rule: str) -> None:
        self._project, self._book, self._rule = project, book, rule

    def all(self) -> list[Row | Refusal]:
        """The rows and the refusals, with people's words over the book's."""
        words = self._words()
        return [
            overridden(made, words) if isinstance(made, Row) else made for made in self._book.rows(self._incidents())
        ]

    def faults(self, made: Sequence[Row | Refusal]) -> list[Fault]:
        """What the integrity tests find in these rows."""
        return faults_in([row for row in made if isinstance(row, Row)], checks_for(self._book.name))

    def _incidents(self) -> Iterator[JoinedIncident]:
        if self._rule == self._project.settings.rule:
            yield from self._project.incidents()
            return
        maker = Maker(self._project.codebook, self._rule, self._project.shelf)
        number = 0
        while True:
            with self._project.store.reading() as connection:
                page = incidents.ids_after(connection, number, PAGE)
                members = incidents.members_of(connection, [name for _, name in page])
                groups = [tuple(sorted(members[name])) for _, name in page]
                joined = maker.join(connection, groups)
            for (_, name), incident in zip(page, joined, strict=True):
                yield incident.model_copy(update={"id": name})
            if len(page) < PAGE:
                return
            number = page[-1][0]

    def _words(self) -> list[Word]:
        """What people put in this book's columns, under the ids that the incidents have now."""
        with self._project.store.reading() as connection:
            given = words_on(self._book.name, judgements.in_force(judgements.all_judgements(connection)))
            now = partial(incidents.resolve, connection)
            return [
                Word(incident, word.column, word.value, word.judgement)
                for word in given
                if (incident := now(word.incident)) is not None
            ]
