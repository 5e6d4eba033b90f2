"""Articles, their versions, statements and people, and what finds them.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "outlets",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "people",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("entry", sa.Text(), nullable=True),
        sa.Column("bound", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_table(
        "name_words",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
        ),
        sa.PrimaryKeyConstraint("word", "person_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(("ix_name_words_person_id"), "name_words", ["person_id"], unique=False)
    op.create_table(
        "articles",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_table(
        "originals",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "versions",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("article_id", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("outlet_id", _ID, nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("original", sa.LargeBinary(), nullable=True),
        sa.Column("story", _ID, nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
        ),
        sa.ForeignKeyConstraint(
            ["original"],
            ["originals.hash"],
        ),
        sa.ForeignKeyConstraint(
            ["outlet_id"],
            ["outlets.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("article_id", "number"),
    )
    op.create_index(("ix_versions_day"), "versions", ["day"], unique=False)
    op.create_index(("ix_versions_original"), "versions", ["original"], unique=False)
    op.create_index(("ix_versions_outlet_id"), "versions", ["outlet_id"], unique=False)
    op.create_index(("ix_versions_story"), "versions", ["story"], unique=False)
    op.create_table(
        "texts",
        sa.Column("version_id", _ID, autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["versions.id"],
        ),
        sa.PrimaryKeyConstraint("version_id"),
    )
    op.create_table(
        "records",
        sa.Column("version_id", _ID, autoincrement=False, nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["versions.id"],
        ),
        sa.PrimaryKeyConstraint("version_id"),
    )
    op.create_table(
        "statements",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("version_id", _ID, nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.SmallInteger(), nullable=False),
        sa.Column("asserted", sa.Boolean(), nullable=False),
        sa.Column("score", sa.Float(precision=24), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("gaps", sa.Text(), nullable=True),
        sa.Column("digest", sa.BigInteger(), nullable=False),
        sa.Column("said", sa.Integer(), nullable=True),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("outlet_id", _ID, nullable=True),
        sa.Column("utterance", _ID, nullable=False),
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.Column("copy", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["outlet_id"],
            ["outlets.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["versions.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_statements_outlet_id", "statements", ["outlet_id", "id"], unique=False)
    op.create_index("ix_statements_person_id", "statements", ["person_id", "id"], unique=False)
    op.create_index(("ix_statements_utterance"), "statements", ["utterance"], unique=False)
    op.create_index(("ix_statements_version_id"), "statements", ["version_id"], unique=False)
    op.create_table(
        "appearances",
        sa.Column("version_id", _ID, autoincrement=False, nullable=False),
        sa.Column("number", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["versions.id"],
        ),
        sa.PrimaryKeyConstraint("version_id", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index(("ix_appearances_person_id"), "appearances", ["person_id"], unique=False)
    op.create_table(
        "sketches",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version_id", _ID, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("hash", "version_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "keys",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("statement_id", _ID, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("key", "statement_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "visits",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("visited", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "judgements",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("article", sa.Text(), nullable=True),
        sa.Column("data", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(("ix_judgements_article"), "judgements", ["article"], unique=False)

    if op.get_bind().dialect.name == "sqlite":
        for index in ("words", "passages"):
            op.execute(f"CREATE VIRTUAL TABLE {index} USING fts5(stems, marks, content='', tokenize='unicode61')")
    else:
        for index in ("words", "passages"):
            op.execute(f"CREATE TABLE {index} (id bigint PRIMARY KEY, vector tsvector NOT NULL)")
            op.execute(f"CREATE INDEX ix_{index}_vector ON {index} USING gin (vector)")
