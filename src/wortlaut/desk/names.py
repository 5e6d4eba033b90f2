"""Names of people in an archive, for who writes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import select

from wortlaut.archive import Archive
from wortlaut.archive.packing import storable
from wortlaut.archive.schema import name_words, people
from wortlaut.entries import EntryKind
from wortlaut.names import folded

_LOOKED = 300  # people with the words, of whom the shortest names are told


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody's name, and what they are."""

    name: str
    kind: EntryKind


def names_like(archive: Archive, words: str, *, limit: int = 8) -> Sequence[Named]:
    """Who has all of some words in the name; the last one may be its beginning only. The shortest names come first."""
    known = folded(storable(words)).split()
    if not known:
        return []
    query = select(people.c.name, people.c.kind).distinct()
    for word in known[:-1]:
        query = query.where(people.c.id.in_(select(name_words.c.person_id).where(name_words.c.word == word)))
    last = known[-1]
    begun = select(name_words.c.person_id).where(name_words.c.word >= last, name_words.c.word < last + "\uffff")
    with archive.reading() as connection:
        rows = connection.execute(query.where(people.c.id.in_(begun)).limit(_LOOKED)).all()
    found = sorted(
        {Named(name, cast(EntryKind, kind)) for name, kind in rows}, key=lambda one: (len(one.name), one.name)
    )
    return found[:limit]


def kind_of(archive: Archive, name: str) -> EntryKind | None:
    """What somebody of a name is, None where the archive knows nobody of that very name."""
    query = select(people.c.kind).where(people.c.name == storable(name)).order_by(people.c.bound, people.c.id).limit(1)
    words = folded(storable(name)).split()
    if not words:
        return None
    query = query.where(people.c.id.in_(select(name_words.c.person_id).where(name_words.c.word == words[-1])))
    with archive.reading() as connection:
        return cast("EntryKind | None", connection.execute(query).scalar())
