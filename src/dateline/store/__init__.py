"""The store: a project's reports, codings, incidents and judgements, in SQLite or PostgreSQL."""

from dateline.store.project_file import Store, open_store

__all__ = ["Store", "open_store"]
