"""The first form of a project's tables.

# long because: a step lists every table as it was then, once and for all
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "bands",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("number", "report", name=op.f("pk_bands")),
        comment="Parts of the prints of the texts in force, by which copies meet.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "coders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("described", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coders")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_coders_fingerprint")),
        comment="What coded: the version, model, codebook, registry and gazetteer together.",
    )
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("incident", sa.String(length=16), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("supersedes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgements")),
        comment="What people decided; never changed, only superseded by a later one.",
    )
    op.create_index(op.f("ix_judgements_incident"), "judgements", ["incident"], unique=False)
    op.create_table(
        "keys",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rank", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("telling", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("number", "rank", "telling", name=op.f("pk_keys")),
        comment="The blocking keys of the live tellings, those of one key in the order of rank.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "links",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("other", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name=op.f("pk_links")),
        comment="Live tellings that are likely of one occurrence, both ways round.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "originals",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_originals")),
        comment="The bytes that reports were read from, each once.",
    )
    op.create_table(
        "releases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("stage", sa.String(length=9), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("checksum", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
        sa.UniqueConstraint("name", name=op.f("uq_releases_name")),
        comment="Frozen versions of the incidents; `seq`: the last change that each holds.",
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("copy_of", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("name", name=op.f("uq_reports_name")),
        comment="A report by its name; `version`: the number of the text in force; `copy_of`: the first of its copies.",
    )
    op.create_index(op.f("ix_reports_copy_of"), "reports", ["copy_of"], unique=False)
    op.create_index(op.f("ix_reports_origin"), "reports", ["origin"], unique=False)
    op.create_table(
        "states",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_states")),
        comment="What an incident was at some time: its JSON without the id, each once.",
    )
    op.create_table(
        "verdicts",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("other", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("together", sa.Boolean(), nullable=False),
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name=op.f("pk_verdicts")),
        comment="Pairs of live tellings that a person joined or parted, both ways round; made anew from judgements.",
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_verdicts_judgement"), "verdicts", ["judgement"], unique=False)
    op.create_table(
        "changes",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("incident", sa.String(length=16), nullable=False),
        sa.Column("what", sa.String(length=8), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=True),
        sa.Column("after", sa.String(length=64), nullable=True),
        sa.Column("other", sa.String(length=16), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["after"], ["states.sha256"], name=op.f("fk_changes_after")),
        sa.ForeignKeyConstraint(["before"], ["states.sha256"], name=op.f("fk_changes_before")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_changes")),
        comment="All that ever happened to incidents, in its order.",
    )
    op.create_index(op.f("ix_changes_at"), "changes", ["at"], unique=False)
    op.create_index(op.f("ix_changes_incident"), "changes", ["incident"], unique=False)
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=True),
        sa.Column("into", sa.String(length=16), nullable=True),
        sa.Column("kind", sa.String(length=64), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=True),
        sa.Column("background", sa.Boolean(), nullable=True),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("admin1", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("precision", sa.String(length=8), nullable=True),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_best", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("wounded_best", sa.Integer(), nullable=True),
        sa.Column("grade", sa.String(length=12), nullable=True),
        sa.Column("disputed", sa.Integer(), nullable=True),
        sa.Column("sources", sa.Integer(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=True),
        sa.Column("reviewed", sa.String(length=10), nullable=True),
        sa.Column("changed_at", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["state"], ["states.sha256"], name=op.f("fk_incidents_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
        sa.UniqueConstraint("number", name=op.f("uq_incidents_number")),
        comment="Incidents under their lasting ids. No state: it went; `into`: the one that it was merged into.",
    )
    op.create_index(op.f("ix_incidents_changed_at"), "incidents", ["changed_at"], unique=False)
    op.create_index(
        op.f("ix_incidents_country_admin1_first"), "incidents", ["country", "admin1", "first"], unique=False
    )
    op.create_index(op.f("ix_incidents_first"), "incidents", ["first"], unique=False)
    op.create_index(op.f("ix_incidents_kind_first"), "incidents", ["kind", "first"], unique=False)
    op.create_table(
        "judged",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.id"], name=op.f("fk_judged_judgement")),
        sa.PrimaryKeyConstraint("report", "judgement", name=op.f("pk_judged")),
        comment="The reports whose words a judgement rests on, to find it by.",
    )
    op.create_table(
        "released",
        sa.Column("release", sa.Integer(), nullable=False),
        sa.Column("incident", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["release"], ["releases.id"], name=op.f("fk_released_release")),
        sa.ForeignKeyConstraint(["state"], ["states.sha256"], name=op.f("fk_released_state")),
        sa.PrimaryKeyConstraint("release", "incident", name=op.f("pk_released")),
        comment="The state in which each incident stands in a release.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("notices", sa.Text(), nullable=False),
        sa.Column("original", sa.String(length=64), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("got_at", sa.String(length=32), nullable=False),
        sa.Column("print", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["original"], ["originals.sha256"], name=op.f("fk_versions_original")),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_versions_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
        sa.UniqueConstraint("report", "number", name=op.f("uq_versions_report_number")),
        comment="A report's texts, first to last, with where and when each was got.",
    )
    op.create_index(op.f("ix_versions_sha256"), "versions", ["sha256"], unique=False)
    op.create_table(
        "codings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("coder", sa.Integer(), nullable=False),
        sa.Column("standing", sa.String(length=8), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["coder"], ["coders.id"], name=op.f("fk_codings_coder")),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_codings_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codings")),
        sa.UniqueConstraint("version", "coder", name=op.f("uq_codings_version_coder")),
        comment="A record of one text by one coder; standing: current, proposed or past.",
    )
    op.create_index(op.f("ix_codings_standing"), "codings", ["standing"], unique=False)
    op.create_table(
        "parties",
        sa.Column("incident", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_parties_incident")),
        sa.PrimaryKeyConstraint("incident", "role", "actor", name=op.f("pk_parties")),
        comment="Who did it and whom it hit, by the actor's id or, where it has none, by its words.",
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_parties_actor"), "parties", ["actor"], unique=False)
    op.create_table(
        "tellings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coding", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("incident", sa.Text(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("trace", sa.Text(), nullable=False),
        sa.Column("anchors", sa.Text(), nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("follow_ups", sa.Text(), nullable=False),
        sa.Column("alone", sa.String(length=64), nullable=False),
        sa.Column("facets", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["alone"], ["states.sha256"], name=op.f("fk_tellings_alone")),
        sa.ForeignKeyConstraint(["coding"], ["codings.id"], name=op.f("fk_tellings_coding")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tellings")),
        comment="One incident of one coding: its trace, where its words stand, and what it is alone.",
    )
    op.create_index(op.f("ix_tellings_coding"), "tellings", ["coding"], unique=False)
    op.create_index(op.f("ix_tellings_report"), "tellings", ["report"], unique=False)
    op.create_table(
        "witnesses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coding", sa.Integer(), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["coding"], ["codings.id"], name=op.f("fk_witnesses_coding")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_witnesses")),
        comment="What reports tell of who held a site.",
    )
    op.create_index(op.f("ix_witnesses_coding"), "witnesses", ["coding"], unique=False)
    op.create_index(op.f("ix_witnesses_site"), "witnesses", ["site"], unique=False)
    op.create_table(
        "members",
        sa.Column("telling", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("incident", sa.String(length=16), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_members_incident")),
        sa.ForeignKeyConstraint(["telling"], ["tellings.id"], name=op.f("fk_members_telling")),
        sa.PrimaryKeyConstraint("telling", "since", name=op.f("pk_members")),
        comment="Which tellings made up an incident, from one change to another; no `until`: they still do.",
    )
    op.create_index(op.f("ix_members_incident"), "members", ["incident"], unique=False)
