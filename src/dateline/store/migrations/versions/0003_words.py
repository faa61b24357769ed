"""An index of the words of reports' texts, and those that are there put into it."""

import json

from alembic import op
from sqlalchemy import Connection, text

from dateline.store.packing import unpacked
from dateline.store.wording import keep_words

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the index; it is the database's own and stands in no list of tables."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE words USING fts5(told, content='', tokenize='unicode61')")
    else:
        op.execute("CREATE TABLE words (version INTEGER PRIMARY KEY REFERENCES versions (id), told TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX ix_words_told ON words USING gin (told)")
    _fill(connection)


def _fill(connection: Connection) -> None:
    last = 0
    while rows := connection.execute(
        text("SELECT id, head, text FROM versions WHERE id > :last ORDER BY id LIMIT 500"), {"last": last}
    ).all():
        for row in rows:
            keep_words(connection, row.id, json.loads(row.head).get("title"), unpacked(row.text))
        last = rows[-1].id
