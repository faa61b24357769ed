"""The tables of a project, as the newest migration leaves them (a test holds the two against each other).

Rows are added and marked, hardly ever changed: a text, a coding, a state of an incident, a judgement stay as they were
written, and what is in force is told by a mark or by a row that points at them. Times are ISO 8601 in UTC, days
ISO dates, JSON is text.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

originals = Table(
    "originals",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    comment="The bytes that reports were read from, each once.",
)

reports = Table(
    "reports",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("origin", Text, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("copy_of", Text, nullable=False, index=True),
    comment="A report by its name; `version`: the number of the text in force; `copy_of`: the first of its copies.",
)

versions = Table(
    "versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("report", ForeignKey("reports.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("text", LargeBinary, nullable=False),
    Column("head", Text, nullable=False),
    Column("notices", Text, nullable=False),
    Column("original", ForeignKey("originals.sha256")),
    Column("origin", Text, nullable=False),
    Column("got_at", String(32), nullable=False),
    Column("print", Text, nullable=False),
    UniqueConstraint("report", "number"),
    comment="A report's texts, first to last, with where and when each was got.",
)

coders = Table(
    "coders",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("fingerprint", String(64), nullable=False, unique=True),
    Column("described", Text, nullable=False),
    Column("at", String(32), nullable=False),
    comment="What coded: the version, model, codebook, registry and gazetteer together.",
)

codings = Table(
    "codings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("version", ForeignKey("versions.id"), nullable=False),
    Column("coder", ForeignKey("coders.id"), nullable=False),
    Column("standing", String(8), nullable=False, index=True),
    Column("record", LargeBinary, nullable=False),
    Column("at", String(32), nullable=False),
    UniqueConstraint("version", "coder"),
    comment="A record of one text by one coder; standing: current, proposed or past.",
)

tellings = Table(
    "tellings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("coding", ForeignKey("codings.id"), nullable=False, index=True),
    Column("report", Text, nullable=False, index=True),
    Column("incident", Text, nullable=False),
    Column("live", Boolean, nullable=False),
    Column("trace", Text, nullable=False),
    Column("anchors", Text, nullable=False),
    Column("main", Boolean, nullable=False),
    Column("follow_ups", Text, nullable=False),
    Column("alone", ForeignKey("states.sha256"), nullable=False),
    Column("facets", Text, nullable=False),
    comment="One incident of one coding: its trace, where its words stand, and what it is alone.",
)

keys = Table(
    "keys",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("rank", BigInteger, primary_key=True, autoincrement=False),
    Column("telling", Integer, primary_key=True, autoincrement=False),
    comment="The blocking keys of the live tellings, those of one key in the order of rank.",
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    METADATA,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("other", Integer, primary_key=True, autoincrement=False),
    comment="Live tellings that are likely of one occurrence, both ways round.",
    sqlite_with_rowid=False,
)

verdicts = Table(
    "verdicts",
    METADATA,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("other", Integer, primary_key=True, autoincrement=False),
    Column("together", Boolean, nullable=False),
    Column("judgement", Integer, nullable=False, index=True),
    comment="Pairs of live tellings that a person joined or parted, both ways round; made anew from judgements.",
    sqlite_with_rowid=False,
)

bands = Table(
    "bands",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Integer, primary_key=True, autoincrement=False),
    comment="Parts of the prints of the texts in force, by which copies meet.",
    sqlite_with_rowid=False,
)

witnesses = Table(
    "witnesses",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("coding", ForeignKey("codings.id"), nullable=False, index=True),
    Column("site", Text, nullable=False, index=True),
    Column("live", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    comment="What reports tell of who held a site.",
)

states = Table(
    "states",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("body", LargeBinary, nullable=False),
    comment="What an incident was at some time: its JSON without the id, each once.",
)

incidents = Table(
    "incidents",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("state", ForeignKey("states.sha256")),
    Column("into", String(16)),
    Column("kind", String(64)),
    Column("status", String(16)),
    Column("background", Boolean),
    Column("first", String(10)),
    Column("last", String(10)),
    Column("place", Text),
    Column("country", String(2)),
    Column("admin1", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", String(8)),
    Column("killed_low", Integer),
    Column("killed_best", Integer),
    Column("killed_high", Integer),
    Column("wounded_best", Integer),
    Column("grade", String(12)),
    Column("disputed", Integer),
    Column("sources", Integer),
    Column("reports", Integer),
    Column("reviewed", String(10)),
    Column("changed_at", String(32)),
    Index(
        "ix_incidents_by_day",
        *("first", "id", "last", "status", "background", "kind", "country", "admin1", "killed_best"),
        *("disputed", "grade", "reviewed", "lat", "lon", "precision"),
        sqlite_where=text("state IS NOT NULL"),  # in PostgreSQL too; to say so here loads its dialect, 70 ms
    ),
    Index(None, "kind"),
    Index(None, "lat", "lon"),
    Index(None, "killed_best", "id"),
    Index(None, "changed_at", "id"),
    Index(None, "place"),
    comment="Incidents under their lasting ids. No state: it went; `into`: the one that it was merged into.",
)

parties = Table(
    "parties",
    METADATA,
    Column("incident", ForeignKey("incidents.id"), primary_key=True),
    Column("role", String(8), primary_key=True),
    Column("actor", Text, primary_key=True),
    Column("name", Text),
    Index(None, "actor"),
    Index(None, "name"),
    comment="Who did it and whom it hit, by the actor's id or, where it has none, by its words.",
    sqlite_with_rowid=False,
)

members = Table(
    "members",
    METADATA,
    Column("telling", ForeignKey("tellings.id"), primary_key=True),
    Column("since", Integer, primary_key=True, autoincrement=False),
    Column("incident", ForeignKey("incidents.id"), nullable=False, index=True),
    Column("until", Integer),
    comment="Which tellings made up an incident, from one change to another; no `until`: they still do.",
)

changes = Table(
    "changes",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False, index=True),
    Column("incident", String(16), nullable=False, index=True),
    Column("what", String(8), nullable=False),
    Column("before", ForeignKey("states.sha256")),
    Column("after", ForeignKey("states.sha256")),
    Column("other", String(16)),
    Column("reason", Text, nullable=False),
    comment="All that ever happened to incidents, in its order.",
)

judgements = Table(
    "judgements",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("verdict", String(8), nullable=False),
    Column("incident", String(16), nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("supersedes", Integer),
    comment="What people decided; never changed, only superseded by a later one.",
)

judged = Table(
    "judged",
    METADATA,
    Column("report", Text, primary_key=True),
    Column("judgement", ForeignKey("judgements.id"), primary_key=True),
    comment="The reports whose words a judgement rests on, to find it by.",
)

releases = Table(
    "releases",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("at", String(32), nullable=False),
    Column("stage", String(9), nullable=False),
    Column("before", Text),
    Column("checksum", String(64), nullable=False),
    Column("seq", Integer, nullable=False),
    comment="Frozen versions of the incidents; `seq`: the last change that each holds.",
)

released = Table(
    "released",
    METADATA,
    Column("release", ForeignKey("releases.id"), primary_key=True),
    Column("incident", String(16), primary_key=True),
    Column("state", ForeignKey("states.sha256"), nullable=False),
    comment="The state in which each incident stands in a release.",
    sqlite_with_rowid=False,
)
