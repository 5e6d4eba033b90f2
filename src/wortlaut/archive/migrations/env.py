"""What Alembic runs for each migration: with the connection that opening.py gives it, in its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
