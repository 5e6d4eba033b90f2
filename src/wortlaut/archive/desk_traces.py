"""What is kept at the desk of an article or a person: reports, reviews, background work, notes of what was changed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, delete, func, select, update

from wortlaut.archive.desk_schema import audit, feeds, jobs, report_versions, reports, reviews, snapshots
from wortlaut.archive.matching import chunks
from wortlaut.archive.packing import storable
from wortlaut.archive.spelled import in_a_row, in_lower_case, pattern
from wortlaut.stems import stems

_TEXT = "text"  # the field of a report with an article's text: it goes with the article that has it
Found = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class DeskTraces:
    """Ids of rows: reports, reviews and jobs go as a whole; notes and the errors of feeds lose their words alone."""

    reports: tuple[str, ...] = ()
    reviews: tuple[int, ...] = ()
    jobs: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    feeds: tuple[int, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return bool(self.reports or self.reviews or self.jobs or self.notes or self.feeds)


def naming(connection: Connection, names: Sequence[str]) -> DeskTraces:
    """Everything that has one of the names of a person, as words that follow each other, whatever their endings."""
    wanted = [words for words in map(stems, names) if words]
    spelled = pattern(names)

    def found(words: str) -> bool:
        there = stems(words)
        return any(in_a_row(one, there) for one in wanted)

    return DeskTraces(
        tuple(id for id, words in _reports(connection) if found(words)),
        tuple(id for id, words in _reviews(connection) if found(words)),
        tuple(id for id, data in _jobs(connection) if spelled.search(in_lower_case(data))),
        tuple(_having(connection, (audit.c.id, audit.c.target, audit.c.detail), found)),
        tuple(_having(connection, (feeds.c.id, feeds.c.error), found)),
    )


def about(connection: Connection, articles: Iterable[str], versions: Sequence[int]) -> DeskTraces:
    """Everything that quotes versions of articles, or has the key of one of them."""
    keys = [storable(key) for key in articles]
    quoting: dict[str, None] = {}
    for some in chunks(versions):
        query = select(report_versions.c.report_id).where(report_versions.c.version_id.in_(some))
        quoting.update(dict.fromkeys(connection.execute(query.order_by(report_versions.c.report_id)).scalars()))

    def found(words: str) -> bool:
        return any(key in words for key in keys)

    lower = [in_lower_case(key.encode()) for key in keys]

    def held(data: bytes) -> bool:
        words = in_lower_case(data)
        return any(key in words for key in lower)

    return DeskTraces(
        tuple(quoting),
        (),
        tuple(id for id, data in _jobs(connection) if held(data)),
        tuple(_having(connection, (audit.c.id, audit.c.target, audit.c.detail), found)),
        tuple(_having(connection, (feeds.c.id, feeds.c.error), found)),
    )


def both(one: DeskTraces, two: DeskTraces) -> DeskTraces:
    """What is of one or of the other."""
    return DeskTraces(
        tuple(sorted({*one.reports, *two.reports})), tuple(sorted({*one.reviews, *two.reviews})),
        tuple(sorted({*one.jobs, *two.jobs})), tuple(sorted({*one.notes, *two.notes})),
        tuple(sorted({*one.feeds, *two.feeds})),
    )  # fmt: skip


def reviews_of(connection: Connection, articles: Sequence[str]) -> int:
    """How many reviews there are of articles, by the ids of their texts."""
    query = select(func.count()).select_from(reviews)
    return sum(connection.execute(query.where(reviews.c.article.in_(some))).scalar_one() for some in chunks(articles))


def take_reviews(connection: Connection, article: str) -> None:
    """Take out all reviews of a text, by its id."""
    connection.execute(delete(reviews).where(reviews.c.article == storable(article)))


def take_from_desk(connection: Connection, gone: DeskTraces) -> None:
    """Take them out. What is counted of the archive goes, too, and is counted anew."""
    for some in chunks(gone.reports):
        connection.execute(delete(report_versions).where(report_versions.c.report_id.in_(some)))
        connection.execute(delete(reports).where(reports.c.id.in_(some)))
    for few in chunks(gone.reviews):
        connection.execute(delete(reviews).where(reviews.c.id.in_(few)))
    for few in chunks(gone.jobs):
        connection.execute(delete(jobs).where(jobs.c.id.in_(few)))
    for few in chunks(gone.notes):
        connection.execute(update(audit).where(audit.c.id.in_(few)).values(target=None, detail=None))
    for few in chunks(gone.feeds):
        connection.execute(update(feeds).where(feeds.c.id.in_(few)).values(error=None))
    connection.execute(delete(snapshots))


def _reports(connection: Connection) -> Iterator[tuple[str, str]]:
    """The words of each report, but for the texts of its articles."""
    query = select(reports.c.id, reports.c.data).order_by(reports.c.id).execution_options(yield_per=50)
    for id, data in connection.execute(query):
        try:
            yield id, "\n".join(_strings(json.loads(zlib.decompress(data))))
        except (zlib.error, ValueError):
            continue  # nobody can read it; `verify` and who opens it say so


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name != _TEXT:
                yield from _strings(one)


def _reviews(connection: Connection) -> Iterator[tuple[int, str]]:
    query = select(reviews.c.id, reviews.c.text, reviews.c.detail).order_by(reviews.c.id)
    for id, words, detail in connection.execute(query):
        # in the JSON of the table letters beyond ASCII are written as numbers
        plain = json.dumps(json.loads(detail), ensure_ascii=False) if detail else ""
        yield id, f"{words}\n{plain}"


def _jobs(connection: Connection) -> Iterator[tuple[int, bytes]]:
    """All that is kept of each job, as bytes: what was uploaded may be a page in any encoding."""
    query = select(jobs.c.id, jobs.c.data, jobs.c.result, jobs.c.error).order_by(jobs.c.id)
    for id, data, result, error in connection.execute(query.execution_options(yield_per=20)):
        yield id, b"\n".join((_unpacked(data), (result or "").encode(), (error or "").encode()))


def _unpacked(data: bytes | None) -> bytes:
    try:
        return zlib.decompress(data) if data else b""
    except zlib.error:
        return data or b""


def _having(connection: Connection, columns: Sequence[Column[Any]], found: Found) -> Iterator[int]:
    """The ids of rows of which one of the other columns has the words."""
    id_, *others = columns
    for row in connection.execute(select(id_, *others).order_by(id_)):
        if found("\n".join(value for value in row[1:] if value)):
            yield row[0]
