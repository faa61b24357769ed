"""Alembic's entry: run within the transaction that `migrating` opened."""

from alembic import context

from dateline.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=False,  # ours is open already and takes in all steps
)
context.run_migrations()
