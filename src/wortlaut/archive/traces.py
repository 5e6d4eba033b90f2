"""Where an archive holds a person: by appearance, in texts, titles, addresses, original bytes, judgements, reports …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select, text

from wortlaut.archive.desk_traces import DeskTraces, naming
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.expressions import Every, Phrase
from wortlaut.archive.identities import Rules
from wortlaut.archive.identity_traces import Alias, aliases, naming_rules, parted
from wortlaut.archive.judging import load_judgements, versions_of
from wortlaut.archive.loading import load
from wortlaut.archive.matching import chunks
from wortlaut.archive.packing import storable, unpacked_text, unsqueezed
from wortlaut.archive.progress import Progress, silent
from wortlaut.archive.schema import appearances, articles, judgements, originals, people, texts, versions
from wortlaut.archive.searching import people_named, written_out
from wortlaut.archive.spelled import in_a_row, in_lower_case, pattern
from wortlaut.archive.writing import ids_of
from wortlaut.errors import ArchiveError
from wortlaut.names import folded
from wortlaut.stems import stems

_NAMED = 5  # names in a message


@dataclass(frozen=True, slots=True)
class Traces:
    """Articles that name a person, by their ids; original bytes that do though their text does not, by their hashes;
    judgements, by their ids. `similar` are longer names that hold the name; `surname` counts the other articles that
    have the name's last word. `desk` is what those who work with the archive keep of it, `identities` what they
    said of who is whom, by ids.
    """

    articles: tuple[int, ...]
    originals: tuple[bytes, ...]
    judgements: tuple[int, ...]
    similar: tuple[str, ...]
    surname: int
    desk: DeskTraces = field(default_factory=DeskTraces)
    identities: tuple[int, ...] = ()


def traces(connection: Connection, dialect: Dialect, person: str, progress: Progress = silent) -> Traces:
    """Everything that holds a person, given by the full name or an id of the register.

    A full name is looked for as words that follow each other, whatever their endings. Raises ArchiveError where there
    is nothing, or where the name is only part of several names.
    """
    names = _Names(connection, person)
    found = set(_appearing(connection, names.ids))
    titled: set[int] = set()
    for name in names.names:
        found |= set(_reading(connection, dialect, name))
        titled |= set(_titled(connection, name))
    found |= titled | parted(connection, names.keys)
    found |= set(_overruled(connection, person, names))
    judged = _judged(connection, person, names)
    bytes_too = tuple(sorted(_original(connection, found, names.names, progress)))
    desk = naming(connection, names.names)
    ruled = naming_rules(connection, names.keys, names.names)
    if not (found or judged or bytes_too or desk.any or ruled):
        raise ArchiveError(f"{person}: the archive names nobody so; give the full name, or an id of the register")
    rest = _having(connection, dialect, {name.split()[-1] for name in names.names}) - found
    return Traces(tuple(sorted(found)), bytes_too, judged, names.similar, len(rest), desk, ruled)


class _Names:
    """Who is meant, and what they are called."""

    def __init__(self, connection: Connection, person: str) -> None:
        if not stems(person):
            raise ArchiveError(f"{person!r:.80} has no letter of a name; give the full name, or an id of the register")
        wanted, out = folded(storable(person)), written_out(person)
        near = people_named(connection, person)
        rows = [row for some in chunks(near) for row in connection.execute(select(people).where(people.c.id.in_(some)))]
        rules = Rules.of(connection)
        merged = {
            row.id: [Alias(row.key, row.name, row.kind, row.entry), *aliases(connection, rules, row.key)]
            for row in rows
        }
        same = [
            row for row in rows
            if any(
                one.entry == person or folded(one.name) == wanted or written_out(one.name) == out
                for one in merged[row.id]
            )
        ]  # fmt: skip
        every = [one for row in same for one in merged[row.id]]
        by_id = any(one.entry == person for one in every)
        self.keys = tuple(one.key for one in every)
        # also of those merged away, whose rows may not all have been moved yet
        self.ids = tuple(sorted(ids_of(connection, people.c.key, set(self.keys)).values()))
        # who was merged is the same person; by a surname or a role alone others would be forgotten, too
        further = [one.name for one in every if one.full]
        self.names = tuple(dict.fromkeys([*([row.name for row in same] if by_id else [person]), *further]))
        others = {row.name for row in rows if row not in same}
        self.similar = tuple(sorted(others, key=lambda name: (folded(name), name)))
        if len(wanted.split()) == 1 and not by_id and self.similar:
            shown = ", ".join(self.similar[:_NAMED])
            names = "1 name" if len(self.similar) == 1 else f"{len(self.similar)} names"
            raise ArchiveError(
                f"{person}: this is part of {names} ({shown}); give the full name, or an id of the register"
            )


def _appearing(connection: Connection, ids: Sequence[int]) -> Iterator[int]:
    for some in chunks(ids):
        query = select(versions.c.article_id).join(appearances, appearances.c.version_id == versions.c.id)
        yield from connection.execute(query.where(appearances.c.person_id.in_(some))).scalars()


def _reading(connection: Connection, dialect: Dialect, name: str) -> Iterator[int]:
    """The articles in whose text a name stands; the text decides, for an index does not know where all words stand."""
    words = stems(name)
    wanted = dialect.query(Every(tuple(Phrase((word,)) for word in words)))
    near = connection.execute(text(dialect.matching("passages")), {"query": wanted}).scalars().all()
    for some in chunks(sorted(near)):
        query = select(versions.c.article_id, texts.c.data).join(texts, texts.c.version_id == versions.c.id)
        for article, data in connection.execute(query.where(versions.c.id.in_(some))):
            if in_a_row(words, stems(unpacked_text(data))):
                yield article


def _having(connection: Connection, dialect: Dialect, words: Iterable[str]) -> set[int]:
    """The articles in whose text one of the words stands."""
    found: set[int] = set()
    for word in words:
        wanted = dialect.query(Phrase(tuple(stems(word))))
        near = connection.execute(text(dialect.matching("passages")), {"query": wanted}).scalars().all()
        for some in chunks(sorted(near)):
            found |= set(connection.execute(select(versions.c.article_id).where(versions.c.id.in_(some))).scalars())
    return found


def _titled(connection: Connection, name: str) -> Iterator[int]:
    """The articles in whose title or address a name stands."""
    words = stems(name)
    query = select(versions.c.article_id, versions.c.title, articles.c.key)
    query = query.join(articles, articles.c.id == versions.c.article_id)
    for article, title, key in connection.execute(query.execution_options(yield_per=1_000)):
        if in_a_row(words, stems(title or "")) or in_a_row(words, stems(key.replace("_", " "))):
            yield article


def _judged(connection: Connection, person: str, names: _Names) -> tuple[int, ...]:
    ids = connection.execute(select(judgements.c.id).order_by(judgements.c.id)).scalars().all()
    called = {folded(name) for name in (*names.names, person)}
    return tuple(
        number
        for number, one in zip(ids, load_judgements(connection).all, strict=True)
        if folded(one.person or "") in called
        or any(in_a_row(stems(name), stems(f"{one.text} {one.content_text or ''}")) for name in names.names)
    )


def _overruled(connection: Connection, person: str, names: _Names) -> Iterator[int]:
    """The articles that were read to name somebody, as the holder of an office, before a judgement said otherwise."""
    called = {folded(name) for name in (*names.names, person)}
    ids = connection.execute(select(judgements.c.article).distinct()).scalars().all()
    own = (version for id in ids if id for version in versions_of(connection, id))
    for some in chunks(list(own)):
        for kept in load(connection, some).values():
            read = kept.analysis.unjudged
            if read and any(one.entry == person or folded(one.name) in called for one in read.people):
                yield kept.article


def _original(connection: Connection, gone: set[int], names: Iterable[str], progress: Progress) -> Iterator[bytes]:
    """The hashes of original bytes that hold a name, of articles that are not gone."""
    spelled = pattern(names)
    query = select(originals.c.hash, originals.c.data).order_by(originals.c.hash).execution_options(yield_per=50)
    for done, (hashed, data) in enumerate(connection.execute(query), 1):
        if done % 500 == 0:
            progress(f"{done:,} originals")
        if spelled.search(in_lower_case(unsqueezed(data))):
            users = select(versions.c.article_id).where(versions.c.original == hashed)
            if set(connection.execute(users).scalars()) - gone:
                yield hashed
