"""The tables of an archive.

What is true stands in four of them: `originals` (bytes as they came), `texts`, `records` (the whole analysis) and
`judgements`. All others are made of these, to be searched. Ids are given by the writer, not by the database, so that
the same articles give the same archive whatever was interrupted.
"""

from __future__ import annotations

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
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    not_,
)

HEAD = "0003"  # the newest migration; a test holds it together with the folder of migrations

HIGHEST = 1 << 62  # number that a database can look for

METADATA = MetaData()

# "INTEGER PRIMARY KEY" is SQLite's own row number, which costs no index; PostgreSQL's INTEGER has only 32 bits.
ID = BigInteger().with_variant(Integer, "sqlite")


def id_column() -> Column[int]:
    """A number that the writer gives."""
    return Column("id", ID, primary_key=True, autoincrement=False)


outlets = Table("outlets", METADATA, id_column(), Column("name", Text, nullable=False, unique=True))

people = Table(
    "people",
    METADATA,
    id_column(),
    Column("key", Text, nullable=False, unique=True),  # what makes two mentions one person, see persons.py
    Column("name", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("entry", Text),  # id in the register
    Column("bound", Boolean, nullable=False),  # to one article: a surname or a role alone tells nobody beyond it
)

# The words of all names of a person, folded: who looks for "Brandt" finds "Eva Brandt".
name_words = Table(
    "name_words",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("person_id", ID, ForeignKey("people.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

articles = Table("articles", METADATA, id_column(), Column("key", Text, nullable=False, unique=True))

originals = Table(
    "originals",
    METADATA,
    Column("hash", LargeBinary, primary_key=True),  # SHA-256 of the bytes before they were packed
    Column("media", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),  # zlib
)

versions = Table(
    "versions",
    METADATA,
    id_column(),
    Column("article_id", ID, ForeignKey("articles.id"), nullable=False),
    Column("number", Integer, nullable=False),  # from 1
    Column("latest", Boolean, nullable=False),
    Column("added", Text, nullable=False),  # ISO 8601, UTC
    Column("outlet_id", ID, ForeignKey("outlets.id"), index=True),
    Column("published", Text),
    Column("day", Integer, nullable=False, index=True),  # date.toordinal() of `published`; 0 where it is not known
    Column("original", LargeBinary, ForeignKey("originals.hash"), index=True),
    Column("story", ID, index=True),  # the first version that carries the same agency copy; None: alone
    Column("title", Text),
    UniqueConstraint("article_id", "number"),
)

texts = Table(
    "texts",
    METADATA,
    Column("version_id", ID, ForeignKey("versions.id"), primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, nullable=False, index=True),  # SHA-256 of the text in UTF-8
    Column("data", LargeBinary, nullable=False),  # zlib of UTF-8: PostgreSQL's text knows no U+0000
)

records = Table(
    "records",
    METADATA,
    Column("version_id", ID, ForeignKey("versions.id"), primary_key=True, autoincrement=False),
    Column("model", Text, nullable=False),  # version of the model that read it
    Column("data", LargeBinary, nullable=False),  # packing.py
)

# A statement's id is ordered by its day: (day << DAY_BITS) + a number. So the newest come first without another index,
# also from the full-text index, and a span of days is a span of ids.
DAY_BITS = 24

statements = Table(
    "statements",
    METADATA,
    id_column(),
    Column("version_id", ID, ForeignKey("versions.id"), nullable=False, index=True),
    Column("number", SmallInteger, nullable=False),  # place in the record, from 0
    Column("kind", SmallInteger, nullable=False),  # place in KINDS
    Column("asserted", Boolean, nullable=False),
    Column("score", Float(24), nullable=False),
    Column("start", Integer, nullable=False),  # of the content, code points
    Column("end", Integer, nullable=False),
    Column("gaps", Text),  # of a content in pieces: the pieces, as "12-30 45-60"
    Column("digest", BigInteger, nullable=False),  # of the words of all its spans, so that drift is seen
    Column("said", Integer),  # day that the text gives
    Column("person_id", ID, ForeignKey("people.id")),
    Column("outlet_id", ID, ForeignKey("outlets.id")),
    Column("utterance", ID, nullable=False, index=True),  # the first statement that is the same
    Column("latest", Boolean, nullable=False),  # of the latest version of its article
    Column("copy", Boolean, nullable=False),  # the same stands in an earlier article of the same story
    Index("ix_statements_person_id", "person_id", "id"),
    Index("ix_statements_outlet_id", "outlet_id", "id"),
)
# What is least certain comes first to who reviews.
Index(
    "ix_statements_score",
    statements.c.score,
    statements.c.id,
    sqlite_where=and_(statements.c.latest, not_(statements.c.copy)),
    postgresql_where=and_(statements.c.latest, not_(statements.c.copy)),
)

# Who has part in a version: `number` is the place among the people of the record.
appearances = Table(
    "appearances",
    METADATA,
    Column("version_id", ID, ForeignKey("versions.id"), primary_key=True, autoincrement=False),
    Column("number", SmallInteger, primary_key=True, autoincrement=False),
    Column("person_id", ID, ForeignKey("people.id"), nullable=False, index=True),
    sqlite_with_rowid=False,
)

# What articles of the same copy share (copies.sketch), and statements of the same utterance (sameness.keys). Who takes
# a row out looks through the whole table: an index for that would be a tenth of the archive.
sketches = Table(
    "sketches",
    METADATA,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("version_id", ID, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
keys = Table(
    "keys",
    METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("statement_id", ID, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# When an address was last asked for, and what it said of itself: for conditional requests.
visits = Table(
    "visits",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("visited", Text, nullable=False),
    Column("status", Integer, nullable=False),
)

judgements = Table("judgements", METADATA, id_column(), Column("article", Text, index=True), Column("data", Text))

# What was taken out for good, and which copies of the archive were made, so that who forgets knows where it still is.
forgotten = Table(
    "forgotten",
    METADATA,
    id_column(),
    Column("date", Text, nullable=False),
    Column("what", Text, nullable=False),  # "article" or "person"; never a name
    Column("articles", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("reason", Text),
)
forgotten_keys = Table("forgotten_keys", METADATA, Column("hash", LargeBinary, primary_key=True), Column("date", Text))
backups = Table(
    "backups", METADATA, id_column(), Column("date", Text, nullable=False), Column("target", Text, nullable=False)
)
