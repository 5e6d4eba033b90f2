"""selected(): the articles with what a query finds in them, for exports."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from wortlaut.archive.archive import TOGETHER, Archive
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.loading import load
from wortlaut.archive.searching import Query, Search, run
from wortlaut.kept import Kept

_FETCHED = 10_000  # rows at once


def selected(archive: Archive, query: Query) -> Iterator[Kept]:
    """Articles in the order in which they came in, each with the statements alone that the query finds in it.

    `order`, `limit` and `after` of the query do not matter. A statement whose outer one is not found lies in none.
    """
    found = _found(archive, query)
    versions = [version for version, _ in groupby(found.versions)]
    at = 0
    for start in range(0, len(versions), TOGETHER):
        with archive.reading() as connection:
            kept = load(connection, versions[start : start + TOGETHER])
        for version in versions[start : start + TOGETHER]:
            begin = at
            while at < len(found.versions) and found.versions[at] == version:
                at += 1
            if version in kept:  # it may have been forgotten meanwhile
                yield _narrowed(kept[version], set(found.places[begin:at]))


class _Places:
    """Versions and places in their records, in order: a million take 12 MB."""

    def __init__(self) -> None:
        self.versions = array("q")
        self.places = array("i")


def _found(archive: Archive, query: Query) -> _Places:
    found = _Places()
    with archive.reading() as connection:
        clause = Search(connection, dialect_of(connection.dialect.name), query).clause()
        if clause is None:
            return found
        streamed = connection.execution_options(yield_per=_FETCHED)
        sql = f"SELECT s.version_id, s.number {clause.sql} ORDER BY s.version_id, s.number"
        for row in run(streamed, sql, clause.values):
            found.versions.append(row["version_id"])
            found.places.append(row["number"])
    return found


def _narrowed(kept: Kept, places: set[int]) -> Kept:
    statements = [one for place, one in enumerate(kept.analysis.statements) if place in places]
    ids = {one.id for one in statements}
    alone = tuple(one if one.within in ids else replace(one, within=None) for one in statements)
    return replace(kept, analysis=replace(kept.analysis, statements=alone))
