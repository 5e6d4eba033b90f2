"""The tables of those who work with an archive: accounts, reviews, reports, feeds, background work.

They lie in the archive's database, so that one backup holds all, and several workers share them. What they say of
people in articles (`identities`, `reviews`) is told by keys and words, never by numbers of rows, and so survives new
readings.
Dates are ISO 8601 in UTC.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from wortlaut.archive.schema import ID, METADATA, id_column

accounts = Table(
    "accounts",
    METADATA,
    id_column(),
    Column("name", Text, nullable=False, unique=True),
    Column("hash", Text, nullable=False),  # argon2id, encoded with its parameters
    Column("role", String(16), nullable=False),
    Column("created", Text, nullable=False),
    Column("disabled", Boolean, nullable=False),
)

# Of sessions and tokens only the SHA-256 is kept: who reads the database cannot act as anybody.
sessions = Table(
    "sessions",
    METADATA,
    Column("hash", LargeBinary, primary_key=True),
    Column("account_id", ID, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("agent", Text, nullable=False),  # name of the browser
    Column("created", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("expires", Text, nullable=False),
)
tokens = Table(
    "tokens",
    METADATA,
    id_column(),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("account_id", ID, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("scopes", Text, nullable=False),  # words, a space between them
    Column("created", Text, nullable=False),
    Column("used", Text),
    Column("expires", Text),
)
attempts = Table(
    "attempts",
    METADATA,
    Column("key", LargeBinary, primary_key=True),  # SHA-256 of the name, or of the address, that failed to log in
    Column("count", Integer, nullable=False),
    Column("until", Text, nullable=False),  # none is allowed before
)
audit = Table(
    "audit",
    METADATA,
    id_column(),
    Column("at", Text, nullable=False),
    Column("account", Text, nullable=False),  # its name then; "local" where there are no accounts
    Column("action", String(32), nullable=False),
    Column("target", Text),
    Column("detail", Text),  # JSON; never words of an article
)

# Who is whom, said by people: a person of one key is that of another, everywhere or in one article. They are applied in
# their order, each to what those before it made.
identities = Table(
    "identities",
    METADATA,
    id_column(),
    Column("batch", ID, nullable=False, index=True),  # the number of the first of those that were said at once
    Column("at", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("action", String(16), nullable=False),  # "merge" or "split"
    Column("from_key", Text, nullable=False, index=True),
    Column("from_name", Text, nullable=False),
    Column("article", Text, index=True),  # key of the article it is said of; None: of all
    Column("into_key", Text, nullable=False),
    Column("into_name", Text, nullable=False),
    Column("into_kind", String(16), nullable=False),
    Column("into_entry", Text),
    Column("into_bound", Boolean, nullable=False),  # as it was before people said who that is
    Column("undone", Text),
    Column("undone_by", Text),
)

reviews = Table(
    "reviews",
    METADATA,
    id_column(),
    Column("at", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("article", Text, nullable=False),  # id of the article's text
    Column("version_id", ID, nullable=False),  # a hint where it stood, to find what was not judged yet
    Column("start", Integer, nullable=False),  # of the content as it was shown, code points
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("moved", Integer),  # where the content begins as it was corrected
    Column("verdict", String(64), nullable=False),  # words of reviews.VERDICTS, a space between them
    Column("detail", Text),  # JSON: what was corrected, and what stood there before
    Column("sample", Text),  # which sample it was drawn for; None where it was chosen
    Column("seconds", Float),  # from showing to judging
    Column("undone", Text),
    Index("ix_reviews_article", "article", "account"),
    Index("ix_reviews_account", "account", "id"),
    Index("ix_reviews_version_id", "version_id", "account"),
)

# Statements that were drawn at random, in the order of the draw.
samples = Table(
    "samples",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("seed", ID, nullable=False),
    Column("population", ID, nullable=False),  # statements that could have been drawn
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),  # zlib of JSON: article, start and end of each
)

reports = Table(
    "reports",
    METADATA,
    Column("id", String(24), primary_key=True),  # random: who does not know it cannot guess it
    Column("at", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),  # zlib
    Index("ix_reports_account", "account", "at"),
)
# Which versions of articles a report quotes, so that who forgets one forgets it there, too.
report_versions = Table(
    "report_versions",
    METADATA,
    Column("report_id", String(24), ForeignKey("reports.id"), primary_key=True),
    Column("version_id", ID, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

feeds = Table(
    "feeds",
    METADATA,
    id_column(),
    Column("address", Text, nullable=False, unique=True),
    Column("outlet", Text),
    Column("seconds", Integer, nullable=False),  # between two visits
    Column("paused", Boolean, nullable=False),
    Column("created", Text, nullable=False),
    Column("due", Text, nullable=False, index=True),
    Column("visited", Text),
    Column("succeeded", Text),
    Column("error", Text),  # of the last visit
    Column("failures", Integer, nullable=False),  # in a row
    Column("articles", Integer, nullable=False),  # that it has brought
)

jobs = Table(
    "jobs",
    METADATA,
    id_column(),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),  # "waiting", "running", "done", "failed", "stopped"
    Column("account", Text, nullable=False),
    Column("feed", ID, index=True),  # the one that it visits
    Column("data", LargeBinary),  # what is to be done, zlib; None when it is done
    Column("result", Text),  # JSON
    Column("error", Text),
    Column("done", Integer, nullable=False),
    Column("total", Integer),
    Column("tries", Integer, nullable=False),
    Column("created", Text, nullable=False),
    Column("started", Text),
    Column("holder", String(32)),  # who does it: a random word
    Column("beat", Text),  # last sign of life of who does it
    Column("ended", Text),
    Index("ix_jobs_state", "state", "id"),
)

# What takes long to count, as it was at a time.
snapshots = Table(
    "snapshots",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),  # zlib of JSON
)
