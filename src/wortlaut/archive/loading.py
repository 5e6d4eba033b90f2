"""Versions of articles out of an archive, whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, select

from wortlaut.archive.matching import chunks
from wortlaut.archive.packing import unpack, unpacked_text
from wortlaut.archive.recalling import RECALL
from wortlaut.archive.schema import appearances, records, statements, texts, versions
from wortlaut.kept import Kept

_FEW = 50  # versions; who loads more goes through all of them, and would push out what readers ask for again


@dataclass(slots=True)
class _Links:
    """What the archive knows of a version's statements and people, by their place in the record."""

    utterances: dict[int, int] = field(default_factory=dict)
    people: dict[int, int] = field(default_factory=dict)


def load(connection: Connection, wanted: Iterable[int]) -> dict[int, Kept]:
    """Versions by their ids, in the order of the ids. Raises ArchiveError or RecordError where one is damaged."""
    found: dict[int, Kept] = {}
    ids = sorted(set(wanted))
    for some in chunks(ids):
        links = _links(connection, some)
        query = (
            select(
                versions.c.id, versions.c.article_id, versions.c.number, versions.c.added, versions.c.story,
                versions.c.latest, texts.c.data.label("text"), records.c.data.label("record"), records.c.model,
            )
            .join(texts, texts.c.version_id == versions.c.id)
            .join(records, records.c.version_id == versions.c.id)
            .where(versions.c.id.in_(some))
            .order_by(versions.c.id)
        )  # fmt: skip
        for row in connection.execute(query):
            few = len(ids) <= _FEW
            analysis = RECALL.analysis(row.record, row.text) if few else unpack(row.record, unpacked_text(row.text))
            own = links[row.id]
            found[row.id] = Kept(
                analysis, row.article_id, row.number, datetime.fromisoformat(row.added),
                people={one.id: own.people[n] for n, one in enumerate(analysis.people) if n in own.people},
                utterances={s.id: own.utterances[n] for n, s in enumerate(analysis.statements) if n in own.utterances},
                story=row.story,
                model=row.model,
                latest=row.latest,
            )  # fmt: skip
    return found


def _links(connection: Connection, wanted: Iterable[int]) -> defaultdict[int, _Links]:
    found: defaultdict[int, _Links] = defaultdict(_Links)
    said = select(statements.c.version_id, statements.c.number, statements.c.utterance)
    for version, number, utterance in connection.execute(said.where(statements.c.version_id.in_(wanted))).all():
        found[version].utterances[number] = utterance
    part = select(appearances.c.version_id, appearances.c.number, appearances.c.person_id)
    for version, number, person in connection.execute(part.where(appearances.c.version_id.in_(wanted))).all():
        found[version].people[number] = person
    return found
