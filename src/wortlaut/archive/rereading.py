"""Reading again: records of a newer model in place of older ones, and all statements grouped anew.

Versions are gone through in the order in which they came in, and a statement is compared with those before it alone. So
the groups become those of an archive that was read by the newer model at once, wherever the work was interrupted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Row, delete, select, update

from wortlaut.archive.buckets import bucket, placed
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.dropping import drop_keys, drop_unused, taken
from wortlaut.archive.grouping import alike, linked, mark_copies, regroup, release_utterances
from wortlaut.archive.identities import Rules
from wortlaut.archive.indexing import index_anew, indexed_words
from wortlaut.archive.judging import in_line, judgements_of
from wortlaut.archive.matching import Heard, Texts, around, heard, sharing
from wortlaut.archive.packing import unpack, unpacked_text
from wortlaut.archive.preparing import Line, New, Original, Prepared, prepare
from wortlaut.archive.schema import (
    DAY_BITS,
    appearances,
    articles,
    keys,
    outlets,
    people,
    records,
    statements,
    texts,
    versions,
)
from wortlaut.archive.writing import Numbers, Rows, Stated, ids_of, put_person, put_statement, speaker
from wortlaut.errors import ArchiveError, SpanError, WortlautError
from wortlaut.record import Analysis
from wortlaut.sameness import keys as keys_of
from wortlaut.text import Article

TOGETHER = 50  # versions in a transaction


@dataclass(frozen=True, slots=True)
class Old:
    """A version of an article that is to be read again; `version` is its number in the archive."""

    version: int
    article: Article


@dataclass(frozen=True, slots=True)
class Reread:
    """What came of it."""

    version: int
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Step:
    """A version whose turn it is, with its new analysis where there is one; else it is only grouped anew."""

    version: int
    analysis: Analysis | None


def older(connection: Connection, model: str, after: int, *, everything: bool, limit: int = TOGETHER) -> list[Old]:
    """Some versions behind a number that another model read, or with `everything` all."""
    query = (
        select(
            versions.c.id, versions.c.title, versions.c.published, articles.c.key, outlets.c.name.label("outlet"),
            texts.c.data.label("text"), records.c.data.label("record"),
        )
        .join(articles, articles.c.id == versions.c.article_id)
        .join(texts, texts.c.version_id == versions.c.id)
        .outerjoin(records, records.c.version_id == versions.c.id)
        .outerjoin(outlets, outlets.c.id == versions.c.outlet_id)
        .where(versions.c.id > after)
        .order_by(versions.c.id)
        .limit(limit)
    )  # fmt: skip
    if not everything:
        query = query.where(records.c.model.is_distinct_from(model))
    return [Old(row.id, _article(row)) for row in connection.execute(query)]


def _article(row: Row) -> Article:  # type: ignore[type-arg]
    """The article of a record; where that is damaged, of what else the archive has."""
    text = unpacked_text(row.text)
    try:
        return unpack(row.record or b"", text).article
    except WortlautError:
        source = None if row.key.startswith("text:") else row.key
        return Article(
            text, source=source, title=row.title, outlet=row.outlet, language="de", published=row.published
        )  # fmt: skip


def steps(numbers: Sequence[int], news: Iterator[Reread], ahead: list[Reread]) -> Iterator[Step]:
    """The turns of some versions; `ahead` holds the one that was taken from `news` and whose turn is later."""
    for number in numbers:
        while not ahead or ahead[0].version < number:
            found = next(news, None)
            if found is None:
                break
            if ahead and found.version <= ahead[0].version:
                raise ArchiveError(
                    f"version {found.version} comes after {ahead[0].version}; give them in the order of to_reread()"
                )
            ahead[:] = [found]
        yield Step(number, ahead[0].analysis if ahead and ahead[0].version == number else None)


def take(connection: Connection, dialect: Dialect, batch: Iterable[Step], model: str) -> list[int]:
    """Let versions take their turns, in one transaction; returns those that have a new record now.

    Later versions must take theirs, too, see `settle()`.
    """
    dialect.lock(connection)
    held = Texts(connection)
    rules = Rules.of(connection)
    turns = list(batch)
    # somebody may have judged since they were read
    known = judgements_of(connection, {turn.analysis.article.id for turn in turns if turn.analysis})
    done: list[int] = []
    stories: set[int] = set()
    whole = True
    for step in turns:
        row = connection.execute(_VERSION.where(versions.c.id == step.version)).first()
        if row is None:  # it was forgotten meanwhile
            continue
        if step.analysis is not None:
            rewriter = _Rewriter(connection, dialect, row, rules)
            rewriter.rewrite(in_line(step.analysis, known), model)
            whole = whole and rewriter.whole
            done.append(step.version)
        regroup(connection, step.version, held)
        stories |= {row.story} - {None}
    mark_copies(connection, stories)
    if not whole:
        index_anew(connection, dialect)
    return done


def settle(connection: Connection, dialect: Dialect, step: Step, model: str) -> bool:
    """Put a new record in place and group what that touches, where no other version will take its turn."""
    touched = linked(connection, step.version)
    if not take(connection, dialect, [step], model):
        return False
    touched |= linked(connection, step.version) | alike(connection, step.version, Texts(connection))
    take(connection, dialect, [Step(version, None) for version in sorted(touched)], model)
    return True


_VERSION = (
    select(
        versions.c.id, versions.c.latest, versions.c.outlet_id, versions.c.story, versions.c.day, articles.c.key,
        texts.c.data,
    )
    .join(articles, articles.c.id == versions.c.article_id)
    .join(texts, texts.c.version_id == versions.c.id)
)  # fmt: skip


class _Rewriter:
    """A version with what it had, and what it will have."""

    def __init__(self, connection: Connection, dialect: Dialect, version: Row, rules: Rules) -> None:  # type: ignore[type-arg]
        self._connection = connection
        self._rules = rules
        self._dialect = dialect
        self._version = version
        self._text = unpacked_text(version.data)
        self.whole = True  # the full text knows all of it

    def rewrite(self, analysis: Analysis, model: str) -> None:
        """Put a new record in place of the old one, each statement ungrouped."""
        if analysis.article.text != self._text:
            raise ArchiveError(
                f"version {self._version.id}: the new analysis is of another text; analyze the article as it was given"
            )
        old = self._old_article()
        new = New(replace(analysis, article=old), self._version.key, Original(b""), model=model)
        prepared = self._rules.resolved(prepare(new))
        before, gone = self._people(), self._take_out()
        rows, indexed = Rows(), []
        known = self._write_people(rows, prepared)
        numbers = self._numbers(gone, prepared.lines)
        for place, (line, number) in enumerate(zip(prepared.lines, numbers, strict=True)):
            who = speaker(prepared, line)
            person = known[who.key] if who else None
            stated = Stated(
                number, self._version.id, place, person, self._version.outlet_id, number, self._version.latest
            )  # fmt: skip
            indexed.append(put_statement(rows, line, stated))
        rows.write(self._connection)
        self._write_keys(rows, numbers)
        self._write_record(prepared, model)
        if self.whole:
            self._dialect.put(self._connection, "words", indexed)
        drop_unused(self._connection, before)
        release_utterances(self._connection, gone)

    def _old_article(self) -> Article:
        """What the archive knows of the article is not read anew."""
        return next(iter(older(self._connection, "", self._version.id - 1, everything=True, limit=1))).article

    def _people(self) -> set[int]:
        query = select(appearances.c.person_id).where(appearances.c.version_id == self._version.id)
        return set(self._connection.execute(query).scalars())

    def _take_out(self) -> list[int]:
        """Statements and all that is made of them; returns their ids."""
        own = statements.c.version_id == self._version.id
        gone = list(self._connection.execute(select(statements.c.id).where(own).order_by(statements.c.id)).scalars())
        try:
            words = indexed_words(self._connection, {self._version.id: self._text})
            self.whole = taken(self._connection, self._dialect, "words", words)
            self._take_keys(gone)
        except SpanError:  # rows that were damaged
            self.whole = False
            self._connection.execute(delete(keys).where(keys.c.statement_id.in_(gone)))
        self._connection.execute(delete(statements).where(own))
        self._connection.execute(delete(appearances).where(appearances.c.version_id == self._version.id))
        return gone

    def _take_keys(self, gone: Sequence[int]) -> None:
        """By key and statement; keys of other rules stay, and do no harm."""
        found = heard(self._connection, gone, Texts(self._connection))
        drop_keys(self._connection, ((key, number) for number, one in found.items() for key in _placed(one, number)))

    def _write_people(self, rows: Rows, one: Prepared) -> dict[str, int]:
        """The ids of people by their keys."""
        numbers = Numbers(self._connection)
        known = ids_of(self._connection, people.c.key, {who.key for who in one.people})
        for place, who in enumerate(one.people):
            if who.key not in known:
                known[who.key] = numbers.next(people)
                put_person(rows, known[who.key], who, self._rules.words(who.key))
            rows.add(appearances, version_id=self._version.id, number=place, person_id=known[who.key])
        return known

    def _numbers(self, gone: Sequence[int], lines: Sequence[Line]) -> list[int]:
        """Ids for statements: those that the version had on the same day, then new ones."""
        free: defaultdict[int, list[int]] = defaultdict(list)
        for number in sorted(gone, reverse=True):
            free[number >> DAY_BITS].append(number)
        numbers, had = Numbers(self._connection), set(gone)

        def fresh(day: int) -> int:
            while (number := numbers.next_of(day)) in had:
                pass
            return number

        return [free[line.day].pop() if free[line.day] else fresh(line.day) for line in lines]

    def _write_keys(self, rows: Rows, numbers: Sequence[int]) -> None:
        found = heard(self._connection, numbers, Texts(self._connection))
        reach = around(self._version.day)
        asked = {number: _placed(found[number], number) for number in numbers}
        shared = sharing(self._connection, keys, (key for some in asked.values() for key in some))
        for number in numbers:
            new = [key for key in asked[number] if number not in shared.ids.get(key, ())]
            for key in shared.add(new, number, reach):
                rows.add(keys, key=key, statement_id=number)
        rows.write(self._connection)

    def _write_record(self, one: Prepared, model: str) -> None:
        own = self._version.id
        changed = update(records).where(records.c.version_id == own).values(model=model, data=one.record)
        if not self._connection.execute(changed).rowcount:
            self._connection.execute(records.insert().values(version_id=own, model=model, data=one.record))


def _placed(one: Heard, number: int) -> list[int]:
    """The keys of a statement as they stand in the table."""
    return placed(keys_of(one.saying), bucket(number >> DAY_BITS))
