"""Writing: some analyses at once, in one transaction that the caller ends.

All is looked up for the whole batch before, and each analysis sees those before it in the same batch. So it makes no
difference where one batch ends and the next begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy import Connection, delete, select, update

from wortlaut.archive.buckets import Buckets, bare, bucket, placed
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.expressions import Indexed
from wortlaut.archive.grouping import mark_copies
from wortlaut.archive.identities import Rules
from wortlaut.archive.keeping_out import kept_out, readmit
from wortlaut.archive.matching import (
    COPIED,
    REACH,
    Heard,
    Shared,
    Texts,
    around,
    candidates,
    chunks,
    heard,
    same_copy,
    same_utterance,
    sharing,
    statements_of,
    whole,
)
from wortlaut.archive.packing import storable
from wortlaut.archive.preparing import Added, Line, Prepared
from wortlaut.archive.schema import (
    DAY_BITS,
    appearances,
    articles,
    keys,
    originals,
    outlets,
    people,
    records,
    sketches,
    statements,
    texts,
    versions,
    visits,
)
from wortlaut.archive.writing import Numbers, Rows, Stated, ids_of, put_person, put_statement, speaker
from wortlaut.intake.visits import Visit
from wortlaut.sameness import Saying
from wortlaut.sameness import keys as keys_of


def write(
    connection: Connection, dialect: Dialect, batch: Sequence[Prepared], added: str, *, again: bool = False
) -> list[Added]:
    """Write what is not known yet; `added` is the time that is noted, ISO 8601 in UTC. One result for each.

    What was forgotten stays out, unless it is let in `again`.
    """
    dialect.lock(connection)
    if again:
        readmit(connection, [one.key for one in batch])
    return _Writer(connection, dialect, batch, added).write()


@dataclass(slots=True)
class _Version:
    """The latest version of an article."""

    article: int
    number: int
    id: int
    same: tuple[bytes, str | None]  # hash of the text, title


@dataclass(slots=True)
class _Place:
    """Where a version belongs: its article, and the first version of its story."""

    article: int
    story: int | None


@dataclass(slots=True)
class _Known:
    """What is there already, by what names it, this batch included."""

    outlets: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    originals: set[bytes] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)
    latest: dict[str, _Version] = field(default_factory=dict)
    places: dict[int, _Place] = field(default_factory=dict)
    heard: dict[int, Heard] = field(default_factory=dict)
    said: dict[int, list[int]] = field(default_factory=dict)


class _Writer:
    def __init__(self, connection: Connection, dialect: Dialect, batch: Sequence[Prepared], added: str) -> None:
        self._connection = connection
        self._dialect = dialect
        self._added = added
        self._rows = Rows()
        self._numbers = Numbers(connection)
        self._texts = Texts(connection)
        self._known = _Known()
        self._copies = self._same = Shared()
        self._buckets = Buckets(())
        self._words: list[Indexed] = []
        self._passages: list[Indexed] = []
        self._keyed: dict[Saying, tuple[int, ...]] = {}
        self._superseded: list[int] = []
        self._joined: dict[int, int] = {}  # version -> story, of versions that were alone before
        self._rules = Rules.of(connection)
        self._batch = [self._rules.resolved(one) for one in batch]

    def write(self) -> list[Added]:
        self._known.latest = _latest(self._connection, [one.key for one in self._batch])
        self._known.forgotten = kept_out(self._connection, [one.key for one in self._batch])
        moving = {one.key for one in self._batch if not self._is_known(one)} - self._known.forgotten
        fresh = [one for one in self._batch if one.key in moving]  # the known may be news behind another version
        self._look_up(fresh)
        results = [self._write_one(one) for one in self._batch]
        self._rows.write(self._connection)
        self._update()
        self._dialect.put(self._connection, "words", self._words)
        self._dialect.put(self._connection, "passages", self._passages)
        return results

    def _is_known(self, one: Prepared) -> bool:
        version = self._known.latest.get(one.key)
        return version is not None and version.same == (one.hash, one.new.analysis.article.title)

    def _look_up(self, fresh: Sequence[Prepared]) -> None:
        """Ask the database once for what all of a batch will need."""
        names = {storable(name) for one in fresh if (name := one.new.analysis.article.outlet)}
        self._known.outlets = ids_of(self._connection, outlets.c.name, names)
        self._known.people = ids_of(self._connection, people.c.key, {who.key for one in fresh for who in one.people})
        self._known.originals = _held(self._connection, {one.original_hash for one in fresh})
        days = [day for one in fresh for day in (one.day, *(line.day for line in one.lines))]
        self._buckets = Buckets.of(self._connection, days)
        self._look_up_copies(fresh)
        self._look_up_same(fresh)

    def _look_up_copies(self, fresh: Sequence[Prepared]) -> None:
        self._copies = sharing(self._connection, sketches, (one for new in fresh for one in self._asked_sketch(new)))
        near = {
            number for one in fresh for number in candidates(self._copies, self._asked_sketch(one), len(one.sketch))
        }  # fmt: skip
        self._find_places(near)

    def _look_up_same(self, fresh: Sequence[Prepared]) -> None:
        lines = [(one, line) for one in fresh for line in one.lines]
        looked = [(self._asked_keys(self._keys(self._saying(*both)), both[0]), around(both[0].day)) for both in lines]
        within = whole(reach for _, reach in looked)
        self._same = sharing(self._connection, keys, (key for found, _ in looked for key in found), within)
        near = {number for found, reach in looked for number in self._same.weighed(found, reach)}
        self._known.heard = heard(self._connection, near, self._texts)

    def _asked_sketch(self, one: Prepared) -> list[int]:
        return placed(one.sketch, *self._buckets.around(one.day, COPIED))

    def _asked_keys(self, found: Iterable[int], one: Prepared) -> list[int]:
        return placed(found, *self._buckets.around(one.day, REACH))

    def _keys(self, saying: Saying) -> tuple[int, ...]:
        """The keys of a statement; they are asked for twice, before and after new people have their numbers."""
        if saying not in self._keyed:
            self._keyed[saying] = keys_of(saying)
        return self._keyed[saying]

    def _find_places(self, wanted: set[int]) -> None:
        for some in chunks(sorted(wanted - self._known.places.keys())):
            query = select(versions.c.id, versions.c.article_id, versions.c.story).where(versions.c.id.in_(some))
            for number, article, story in self._connection.execute(query):
                self._known.places[number] = _Place(article, story)

    def _saying(self, one: Prepared, line: Line) -> Saying:
        who = speaker(one, line)
        # a surname or a role alone is nobody in another article
        person = self._known.people.get(who.key) if who and not who.bound else None
        return Saying(line.words, line.statement.kind, person, line.said, one.day or None)

    def _write_one(self, one: Prepared) -> Added:
        if one.key in self._known.forgotten:
            return Added("forgotten", one.key, 0, 0)
        before = self._known.latest.get(one.key)
        if one.new.visit is not None:
            note_visit(self._connection, one.new.visit)
        if before is not None and self._is_known(one):
            return Added("known", one.key, before.article, before.number)
        version = self._write_version(one, before)
        self._write_people(one, version.id)
        place = _Place(version.article, self._story(one, version))
        self._known.places[version.id] = place
        for number, line in enumerate(one.lines):
            self._write_statement(one, number, line, version.id)
        self._passages.append(Indexed(version.id, one.stems))
        self._known.latest[one.key] = version
        return Added("changed" if before else "new", one.key, version.article, version.number)

    def _write_version(self, one: Prepared, before: _Version | None) -> _Version:
        title = one.new.analysis.article.title
        article, number = (before.article, before.number + 1) if before else (self._new_article(one), 1)
        if before:
            self._superseded.append(before.id)
        version = _Version(article, number, self._numbers.next(versions), (one.hash, title))
        if one.original_hash not in self._known.originals:
            self._known.originals.add(one.original_hash)
            self._rows.add(originals, hash=one.original_hash, media=one.media, data=one.original)
        self._rows.add(
            versions, id=version.id, article_id=article, number=number, latest=True, added=self._added,
            outlet_id=self._outlet(one), published=one.new.analysis.article.published, day=one.day,
            original=one.original_hash, story=None, title=storable(title) if title else None,
        )  # fmt: skip
        self._rows.add(texts, version_id=version.id, hash=one.hash, data=one.text)
        self._rows.add(records, version_id=version.id, model=one.new.model, data=one.record)
        self._texts.put(version.id, one.new.analysis.article.text)
        return version

    def _new_article(self, one: Prepared) -> int:
        number = self._numbers.next(articles)
        self._rows.add(articles, id=number, key=one.key)
        return number

    def _outlet(self, one: Prepared) -> int | None:
        name = storable(one.new.analysis.article.outlet or "")
        if name and name not in self._known.outlets:
            self._known.outlets[name] = self._numbers.next(outlets)
            self._rows.add(outlets, id=self._known.outlets[name], name=name)
        return self._known.outlets.get(name)

    def _write_people(self, one: Prepared, version: int) -> None:
        for number, who in enumerate(one.people):
            if who.key not in self._known.people:
                self._known.people[who.key] = self._numbers.next(people)
                put_person(self._rows, self._known.people[who.key], who, self._rules.words(who.key))
            self._rows.add(appearances, version_id=version, number=number, person_id=self._known.people[who.key])

    def _story(self, one: Prepared, version: _Version) -> int | None:
        """The first version with the same agency copy: that of the article's own version before, or of another one."""
        places, text = self._known.places, one.new.analysis.article.text
        asked = self._asked_sketch(one)
        near = candidates(self._copies, asked, len(one.sketch))
        before = same_copy(text, [n for n in near if places[n].article == version.article], self._texts)
        story = None if before is None else places[before].story
        if story is None:
            found = same_copy(text, [n for n in near if places[n].article != version.article], self._texts)
            story = None if found is None else places[found].story or found
            if found is not None and story is not None:
                self._joined[found] = places[found].story = story
        if story is not None:
            self._joined[version.id] = story
        # numbers that lead to the story already are not written: a copy that hundreds print would use them up
        inside = {n for n in near if n == before or (story is not None and story in (n, places[n].story))}
        led = {bare(number) for number in asked if not inside.isdisjoint(self._copies.ids.get(number, ()))}
        new = [number for number in placed(one.sketch, bucket(one.day)) if bare(number) not in led]
        for number in self._copies.add(new, version.id):
            self._rows.add(sketches, hash=number, version_id=version.id)
        return story

    def _write_statement(self, one: Prepared, number: int, line: Line, version: int) -> None:
        own = self._numbers.next_of(line.day)
        saying = self._saying(one, line)
        same = self._same_as(saying, own, one, self._known.places[version].story)
        utterance = same.utterance if same else own
        self._known.heard[own] = Heard(saying, utterance, version)
        self._known.said.setdefault(version, []).append(own)
        who = speaker(one, line)
        person = self._known.people[who.key] if who else None
        stated = Stated(own, version, number, person, self._outlet(one), utterance, latest=True)
        self._words.append(put_statement(self._rows, line, stated))

    def _same_as(self, saying: Saying, own: int, one: Prepared, story: int | None) -> Heard | None:
        reach = around(one.day)
        found = self._keys(saying)
        near = self._same.weighed(self._asked_keys(found, one), reach)
        near += self._said_by(story) if story is not None else []
        # what others of the batch share may have made a key tell nothing, and so other candidates the likest
        if missing := set(near) - self._known.heard.keys():
            self._known.heard.update(heard(self._connection, missing, self._texts))
        for key in self._same.add(placed(found, bucket(own >> DAY_BITS)), own, reach):
            self._rows.add(keys, key=key, statement_id=own)
        return same_utterance(saying, [self._known.heard[number] for number in dict.fromkeys(near)])

    def _said_by(self, version: int) -> list[int]:
        """The statements of a version: where hundreds print a copy, their keys tell nothing any more."""
        if version not in self._known.said:
            self._known.said[version] = statements_of(self._connection, version)
        return self._known.said[version]

    def _update(self) -> None:
        """Change rows that were there before."""
        for some in chunks(self._superseded):
            self._connection.execute(update(versions).where(versions.c.id.in_(some)).values(latest=False))
            self._connection.execute(update(statements).where(statements.c.version_id.in_(some)).values(latest=False))
        for version, story in self._joined.items():
            self._connection.execute(update(versions).where(versions.c.id == version).values(story=story))
        mark_copies(self._connection, {*self._joined.values(), *_stories(self._connection, self._superseded)})


def note_visit(connection: Connection, visit: Visit) -> None:
    """Remember when an address was asked for."""
    connection.execute(delete(visits).where(visits.c.key == visit.key))
    connection.execute(visits.insert().values(**asdict(visit)))


def _stories(connection: Connection, wanted: Sequence[int]) -> set[int]:
    """The stories that some versions belong to."""
    return {
        story
        for some in chunks(wanted)
        for story in connection.execute(select(versions.c.story).where(versions.c.id.in_(some))).scalars()
        if story is not None
    }


def _held(connection: Connection, hashes: set[bytes]) -> set[bytes]:
    """Those originals that are there."""
    return {
        one
        for some in chunks(sorted(hashes))
        for one in connection.execute(select(originals.c.hash).where(originals.c.hash.in_(some))).scalars()
    }


def _latest(connection: Connection, names: Iterable[str]) -> dict[str, _Version]:
    """The latest versions of articles by their keys."""
    found = {}
    for some in chunks(sorted(set(names))):
        query = (
            select(articles.c.key, articles.c.id, versions.c.number, versions.c.id, texts.c.hash, versions.c.title)
            .join(versions, versions.c.article_id == articles.c.id)
            .join(texts, texts.c.version_id == versions.c.id)
            .where(articles.c.key.in_(some), versions.c.latest)
        )
        for key, article, number, version, hashed, title in connection.execute(query):
            found[key] = _Version(article, number, version, (hashed, title))
    return found
