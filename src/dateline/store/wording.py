"""Wording: the words of reports' texts, found by the database's own index: FTS5 in SQLite, tsvector in PostgreSQL.

Words are compared without case; accents count in PostgreSQL and not in SQLite. Nothing is stemmed: "shell" does not
find "shelling", "shell*" does. A title is searched with its text.
"""

import re
from typing import Any

from sqlalchemy import Connection, Select, column, literal_column, select, table, text
from sqlalchemy.sql.expression import TableClause

from dateline.errors import SettingsError
from dateline.store.tables import codings, members, tellings

MOST = 250_000
"""Characters of a text that are indexed: PostgreSQL's index of one text holds a megabyte."""
WORDS: TableClause = table("words", column("rowid"), column("told"), column("version"))
_WORD = re.compile(r"\w+\*?")
_KEEP = {
    "sqlite": "INSERT INTO words (rowid, told) VALUES (:version, :told)",
    "postgresql": "INSERT INTO words (version, told) VALUES (:version, to_tsvector('simple', :told))",
}


def keep_words(connection: Connection, version: int, title: str | None, words: str) -> None:
    """Index the words of a text."""
    told = f"{title or ''}\n{words}"[:MOST].replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    connection.execute(text(_KEEP[connection.dialect.name]), {"version": version, "told": told})


def words_in(told: str) -> tuple[str, ...]:
    """The words that are looked for; a * stands for any end of one. Raises SettingsError where there are none."""
    found = tuple(dict.fromkeys(_WORD.findall(told.casefold())))
    if not found:
        raise SettingsError(f"--text {told!r} holds no word")
    return found


def incidents_with(connection: Connection, words: tuple[str, ...]) -> Select[Any]:
    """The ids of incidents that a report tells now in whose text in force all of these words stand."""
    joined = members.join(tellings, tellings.c.id == members.c.telling).join(codings, codings.c.id == tellings.c.coding)
    query = select(members.c.incident).where(members.c.until.is_(None), tellings.c.live)
    if connection.dialect.name == "sqlite":
        asked = " AND ".join(f'"{word.rstrip("*")}"{"*" * word.endswith("*")}' for word in words)
        joined = joined.join(WORDS, WORDS.c.rowid == codings.c.version)
        match = literal_column("words").op("MATCH")(asked)
    else:
        asked = " & ".join(f"'{word.rstrip('*')}'{':*' * word.endswith('*')}" for word in words)
        joined = joined.join(WORDS, WORDS.c.version == codings.c.version)
        match = WORDS.c.told.op("@@")(text("to_tsquery('simple', :asked)").bindparams(asked=asked))
    return query.select_from(joined).where(match)
