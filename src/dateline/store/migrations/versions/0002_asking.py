"""Indexes to ask for incidents by: one that holds all that is asked for, in the order of days."""

from alembic import op
from sqlalchemy import text

revision = "0002"
down_revision = "0001"

BY_DAY = (
    "first", "id", "last", "status", "background", "kind", "country", "admin1", "killed_best",
    "disputed", "grade", "reviewed", "lat", "lon", "precision",
)  # fmt: skip


def upgrade() -> None:
    """Put these in the place of the four that there were."""
    for name in ("changed_at", "country_admin1_first", "first", "kind_first"):
        op.drop_index(op.f(f"ix_incidents_{name}"), table_name="incidents")
    there = text("state IS NOT NULL")
    op.create_index("ix_incidents_by_day", "incidents", list(BY_DAY), sqlite_where=there, postgresql_where=there)
    op.create_index(op.f("ix_incidents_kind"), "incidents", ["kind"])
    op.create_index(op.f("ix_incidents_lat_lon"), "incidents", ["lat", "lon"])
    op.create_index(op.f("ix_incidents_killed_best_id"), "incidents", ["killed_best", "id"])
    op.create_index(op.f("ix_incidents_changed_at_id"), "incidents", ["changed_at", "id"])
    op.create_index(op.f("ix_incidents_place"), "incidents", ["place"])
    op.create_index(op.f("ix_parties_name"), "parties", ["name"])
