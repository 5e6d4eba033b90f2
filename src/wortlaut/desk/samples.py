"""Random samples of an archive's statements: named, drawn once, in a fixed order."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, select

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import samples
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.judging import versions_of
from wortlaut.archive.loading import load
from wortlaut.archive.matching import chunks
from wortlaut.archive.schema import judgements, statements, versions
from wortlaut.desk.audit import note, now
from wortlaut.desk.items import Place, item_numbered, items_of
from wortlaut.errors import ArchiveError, MissingError

LARGEST = 10_000  # statements
LONGEST = 60  # characters of a name


@dataclass(frozen=True)
class Sample:
    """Statements that were drawn at random from `population` ones; `at` is UTC."""

    name: str
    at: datetime
    account: str
    seed: int
    population: int
    places: tuple[Place, ...]


def draw(archive: Archive, name: str, size: int, *, seed: int, account: str) -> Sample:
    """Draw statements from those of all latest versions, copies left out, and keep them under a name.

    The same seed draws the same from the same archive. Drawn from is what was read: also what somebody judged to be
    none. Raises ArchiveError where the name is taken, or the size is not 1..10,000.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST or not name.isprintable():
        raise ArchiveError(f"a sample needs a name of 1 to {LONGEST} characters, not {name!r:.80}")
    if not 0 < size <= LARGEST:
        raise ArchiveError(f"a sample has 1 to {LARGEST:,} statements, not {size:,}")
    if not 0 <= seed < 2**63:
        raise ArchiveError(f"the seed is {seed}; give a number from 0 on")
    with archive.reading(steady=True) as connection:
        _refuse_known(connection, name)
        population, places = _drawn(connection, size, seed)
    with archive.writing() as connection:
        dialect_of(connection.dialect.name).lock(connection)
        _refuse_known(connection, name)
        values = [[place.article, place.start, place.end] for place in places]
        connection.execute(
            samples.insert().values(
                name=name, at=now(), account=account, seed=seed, population=population, size=len(places),
                data=zlib.compress(json.dumps(values).encode()),
            )
        )  # fmt: skip
        note(connection, account, "sample", name, size=len(places), seed=seed)
    return sample_named(archive, name)


def sample_named(archive: Archive, name: str) -> Sample:
    """A sample. Raises ArchiveError where there is none of the name."""
    with archive.reading() as connection:
        row = connection.execute(select(samples).where(samples.c.name == name)).mappings().first()
    if row is None:
        raise MissingError(f"{name!r:.80}: there is no such sample; draw one first")
    return _sample(row)


def all_samples(archive: Archive) -> Sequence[Sample]:
    """All samples, the newest first."""
    with archive.reading() as connection:
        rows = connection.execute(select(samples).order_by(samples.c.at.desc(), samples.c.name)).mappings().all()
    return [_sample(row) for row in rows]


def _refuse_known(connection: Connection, name: str) -> None:
    if connection.execute(select(samples.c.name).where(samples.c.name == name)).first():
        raise ArchiveError(f"there is a sample {name!r} already; give this one another name")


def _sample(row: RowMapping) -> Sample:
    places = tuple(Place(*one) for one in json.loads(zlib.decompress(row["data"])))
    at = datetime.fromisoformat(row["at"])
    return Sample(row["name"], at, row["account"], row["seed"], row["population"], places)


def _drawn(connection: Connection, size: int, seed: int) -> tuple[int, list[Place]]:
    """How many statements there are, and the places of those that were drawn."""
    known = select(statements.c.id).where(statements.c.latest, ~statements.c.copy)
    ids = sorted(connection.execute(known).scalars())
    gone = _gone(connection)
    number = len(ids) + len(gone)
    chosen = random.Random(seed).sample(range(number), min(size, number))
    found = _items(connection, [ids[index] for index in chosen if index < len(ids)])
    return number, [found[ids[index]] if index < len(ids) else gone[index - len(ids)] for index in chosen]


def _items(connection: Connection, wanted: Sequence[int]) -> dict[int, Place]:
    """The places of statements by their ids."""
    found: dict[int, Place] = {}
    for some in chunks(wanted):
        query = select(statements.c.id, statements.c.version_id, statements.c.number)
        rows = connection.execute(query.where(statements.c.id.in_(some))).all()
        held = load(connection, {row.version_id for row in rows})
        for row in rows:
            found[row.id] = item_numbered(held[row.version_id], row.number).place
    return found


def _gone(connection: Connection) -> list[Place]:
    """What was read in latest versions and judged to be no statement since."""
    ids = connection.execute(select(judgements.c.article).distinct().order_by(judgements.c.article)).scalars().all()
    own = [version for id in ids if id for version in versions_of(connection, id)]
    found: list[Place] = []
    for some in chunks(own):
        query = select(versions.c.id).where(versions.c.id.in_(some), versions.c.latest)
        for kept in load(connection, connection.execute(query).scalars().all()).values():
            left = {statement.id for statement in kept.analysis.statements}
            found += [item.place for item in items_of(kept) if item.statement.id not in left]
    return found
