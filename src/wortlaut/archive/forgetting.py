"""forget(): an article, or all articles that name a person, taken out for good.

A text is never altered, so an article that names a person goes as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, func, select, update

from wortlaut.archive.desk_traces import about, both, reviews_of, take_from_desk, take_reviews
from wortlaut.archive.dialect import INDEXES, Dialect
from wortlaut.archive.dropping import drop_unused, taken
from wortlaut.archive.expressions import Indexed
from wortlaut.archive.finding import article_named
from wortlaut.archive.grouping import release_stories, release_utterances
from wortlaut.archive.identity_traces import rules_in, take_rules
from wortlaut.archive.indexing import index_anew, indexed_words
from wortlaut.archive.keeping_out import keep_out
from wortlaut.archive.matching import chunks
from wortlaut.archive.packing import storable, unpack, unpacked_text
from wortlaut.archive.progress import Progress, silent
from wortlaut.archive.schema import (
    appearances,
    articles,
    backups,
    forgotten,
    judgements,
    keys,
    originals,
    outlets,
    records,
    sketches,
    statements,
    texts,
    versions,
    visits,
)
from wortlaut.archive.spelled import in_a_row
from wortlaut.archive.traces import Traces, traces
from wortlaut.errors import ArchiveError, WortlautError
from wortlaut.stems import stems


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made of the archive: when (ISO 8601, UTC), and where to."""

    date: str
    target: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was, or would be, taken out.

    `articles` are the sources, `originals` counts pages whose bytes go though their article stays, for only the page
    around the text names the person. `backups` were made while it was in. Of a person, `similar` are people with longer
    names that were not meant, and `surname` counts the articles that stay though they have the last name.
    `reports` and `reviews` count those that quote or judge it, `identities` what was said there of who is whom.
    """

    articles: tuple[str, ...]
    versions: int
    statements: int
    originals: int = 0
    judgements: int = 0
    backups: tuple[Backup, ...] = ()
    similar: tuple[str, ...] = ()
    surname: int = 0
    reports: int = 0
    reviews: int = 0
    identities: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be forgotten: an article by its source or number, or a person by name or id of the register; why."""

    article: str | None = None
    person: str | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        if (self.article is None) == (self.person is None):
            raise ArchiveError("give an article or a person to be forgotten, one of the two")
        if self.person and self.reason and in_a_row(stems(self.person), stems(self.reason)):
            raise ArchiveError("the reason names the person and would be kept; write it without the name")


def find(connection: Connection, dialect: Dialect, target: Target, progress: Progress = silent) -> Traces:
    """What a target is. Raises ArchiveError where it is nothing."""
    if target.person is not None:
        found = traces(connection, dialect, target.person, progress)
    else:
        found = Traces((article_named(connection, target.article or ""),), (), (), (), 0)
    named, own = list[str](), list[int]()
    for some in chunks(found.articles):
        named += connection.execute(select(articles.c.key).where(articles.c.id.in_(some))).scalars()
        own += connection.execute(select(versions.c.id).where(versions.c.article_id.in_(some))).scalars()
    ruled = tuple(sorted({*found.identities, *rules_in(connection, named)}))
    return replace(found, desk=both(found.desk, about(connection, named, own)), identities=ruled)


def told(connection: Connection, found: Traces) -> Forgotten:
    """What taking it out means."""
    names: list[str] = []
    counted = [0, 0, len(found.desk.reviews)]
    first: str | None = None
    for some in chunks(found.articles):
        query = select(articles.c.key).where(articles.c.id.in_(some)).order_by(articles.c.id)
        names += connection.execute(query).scalars()
        own = select(versions.c.id).where(versions.c.article_id.in_(some))
        counted[0] += _count(connection, versions, versions.c.article_id.in_(some))
        counted[1] += _count(connection, statements, statements.c.version_id.in_(own))
        counted[2] += reviews_of(connection, _text_names(connection, some))
        first = _earliest(first, _first_added(connection, versions.c.article_id.in_(some)))
    for few in chunks(found.originals):
        first = _earliest(first, _first_added(connection, versions.c.original.in_(few)))
    made = select(backups.c.date, backups.c.target).where(backups.c.date >= (first or "")).order_by(backups.c.id)
    return Forgotten(
        tuple(names), counted[0], counted[1], len(found.originals), len(found.judgements),
        tuple(Backup(date, target) for date, target in connection.execute(made)), found.similar, found.surname,
        len(found.desk.reports), counted[2], len(found.identities),
    )  # fmt: skip


def forget(
    connection: Connection, dialect: Dialect, target: Target, date: str, progress: Progress = silent
) -> Forgotten:
    """Take it out, note that on a date (ISO 8601, UTC), and keep its sources out from now on."""
    dialect.lock(connection)
    found = find(connection, dialect, target, progress)
    result = told(connection, found)
    take_from_desk(connection, found.desk)
    _take_out(connection, dialect, found.articles)
    take_rules(connection, dialect, found.identities, progress)
    for few in chunks(found.originals):
        connection.execute(update(versions).where(versions.c.original.in_(few)).values(original=None))
        connection.execute(delete(originals).where(originals.c.hash.in_(few)))
    for some in chunks(found.judgements):
        connection.execute(delete(judgements).where(judgements.c.id.in_(some)))
    keep_out(connection, result.articles, date)
    number = (connection.execute(select(func.max(forgotten.c.id))).scalar() or 0) + 1
    connection.execute(
        forgotten.insert().values(
            id=number, date=date, what="article" if target.person is None else "person",
            articles=len(result.articles), statements=result.statements,
            reason=storable(target.reason) if target.reason else None,
        )
    )  # fmt: skip
    return result


class _Gone:
    """What went with the articles and must be looked after when all are out."""

    def __init__(self) -> None:
        self.versions: list[int] = []
        self.statements: list[int] = []
        self.people: set[int] = set()
        self.outlets: set[int] = set()
        self.originals: set[bytes] = set()
        self.stories: set[int] = set()
        self.damaged = False


def _take_out(connection: Connection, dialect: Dialect, wanted: Sequence[int]) -> None:
    gone = _Gone()
    for some in chunks(wanted):
        query = select(versions).where(versions.c.article_id.in_(some)).order_by(versions.c.id)
        for row in connection.execute(query).all():
            gone.versions.append(row.id)
            gone.outlets.add(row.outlet_id)
            gone.originals.add(row.original)
            gone.stories.add(row.story)
    for few in chunks(gone.versions):
        _take_versions(connection, dialect, few, gone)
    for some in chunks(wanted):
        named = select(articles.c.key).where(articles.c.id.in_(some))
        connection.execute(delete(visits).where(visits.c.key.in_(named)))
        connection.execute(delete(articles).where(articles.c.id.in_(some)))
    _take_what_is_left(connection, gone)
    release_utterances(connection, gone.statements)
    release_stories(connection, {story for story in gone.stories if story is not None})
    if gone.damaged or any(dialect.has_ghosts(connection, index) for index in INDEXES):
        index_anew(connection, dialect)


def _take_versions(connection: Connection, dialect: Dialect, some: Sequence[int], gone: _Gone) -> None:
    held: dict[int, str] = {}
    for version, data in connection.execute(
        select(texts.c.version_id, texts.c.data).where(texts.c.version_id.in_(some))
    ):
        try:
            held[version] = unpacked_text(data)
        except ArchiveError:
            gone.damaged = True  # its words are not known, the index must be made anew
    if not gone.damaged:
        words = indexed_words(connection, held)
        passages = [Indexed(version, stems(text)) for version, text in held.items()]
        whole = taken(connection, dialect, "words", words) and taken(connection, dialect, "passages", passages)
        gone.damaged = not whole
    _take_judgements(connection, some, held)
    part = select(appearances.c.person_id).distinct().where(appearances.c.version_id.in_(some))
    gone.people |= set(connection.execute(part).scalars())
    own = select(statements.c.id).where(statements.c.version_id.in_(some))
    gone.statements += connection.execute(own).scalars()
    for table in (statements, appearances, records, texts):
        connection.execute(delete(table).where(table.c.version_id.in_(some)))
    connection.execute(delete(versions).where(versions.c.id.in_(some)))


def _take_judgements(connection: Connection, some: Sequence[int], held: dict[int, str]) -> None:
    """Those of the articles, unless another article has the same text, to which they belong as well."""
    query = select(texts.c.version_id, texts.c.hash, records.c.data).join(
        records, records.c.version_id == texts.c.version_id
    )
    for version, hashed, data in connection.execute(query.where(texts.c.version_id.in_(some))).all():
        name = hashed.hex()[:16]
        with suppress(WortlautError, KeyError):
            name = unpack(data, held[version]).article.id
        same = select(texts.c.version_id).where(texts.c.hash == hashed, texts.c.version_id.notin_(some)).limit(1)
        if connection.execute(same).first() is None:
            connection.execute(delete(judgements).where(judgements.c.article == storable(name)))
            take_reviews(connection, name)


def _take_what_is_left(connection: Connection, gone: _Gone) -> None:
    """What belonged to what is gone, and to nothing else."""
    connection.execute(delete(keys).where(~exists().where(statements.c.id == keys.c.statement_id)))
    connection.execute(delete(sketches).where(~exists().where(versions.c.id == sketches.c.version_id)))
    drop_unused(connection, gone.people)
    for some in chunks(sorted(number for number in gone.outlets if number is not None)):
        used = select(versions.c.outlet_id).where(versions.c.outlet_id.in_(some))
        connection.execute(delete(outlets).where(outlets.c.id.in_(some), outlets.c.id.notin_(used)))
    for few in chunks(sorted(hashed for hashed in gone.originals if hashed is not None)):
        kept = select(versions.c.original).where(versions.c.original.in_(few))
        connection.execute(delete(originals).where(originals.c.hash.in_(few), originals.c.hash.notin_(kept)))


def _text_names(connection: Connection, some: Sequence[int]) -> list[str]:
    """The ids of texts that these articles have and no other one."""
    own = select(versions.c.id).where(versions.c.article_id.in_(some))
    other = texts.alias()
    shared = exists().where(other.c.hash == texts.c.hash, other.c.version_id.notin_(own))
    query = select(texts.c.hash).distinct().where(texts.c.version_id.in_(own), ~shared)
    return [hashed.hex()[:16] for hashed in connection.execute(query).scalars()]


def _count(connection: Connection, table: Table, condition: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(table).where(condition)).scalar_one()


def _first_added(connection: Connection, condition: ColumnElement[bool]) -> str | None:
    return connection.execute(select(func.min(versions.c.added)).where(condition)).scalar()


def _earliest(one: str | None, other: str | None) -> str | None:
    return min((date for date in (one, other) if date is not None), default=None)
