"""What Alembic runs for each migration: with the connection that opening.py gives it, in its transaction."""

from alembic import context

if hasattr(context, "config"):  # Alembic runs it; else somebody only imports it, as a collector of doctests
    context.configure(connection=context.config.attributes["connection"])
    context.run_migrations()
