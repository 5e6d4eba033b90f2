"""Archive: analyses of many articles, kept and found again."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine, func, select

from wortlaut.archive import finding
from wortlaut.archive.adding import note_visit, write
from wortlaut.archive.applying import brought_in_line, judge, unjudge
from wortlaut.archive.checking import Checked, Searched, check
from wortlaut.archive.copying import note_backup, write_file
from wortlaut.archive.dialect import Dialect, dialect_of
from wortlaut.archive.finding import Count, Hit, Page
from wortlaut.archive.forgetting import Forgotten, Target, find, forget, told
from wortlaut.archive.identities import merged_away
from wortlaut.archive.judging import load_judgements
from wortlaut.archive.keeping_out import kept_out
from wortlaut.archive.loading import load
from wortlaut.archive.naming import Somebodies
from wortlaut.archive.opening import (
    CACHE,
    address,
    alone,
    engine,
    file_of,
    plainly,
    prepare,
    shown,
    steadily,
    transaction,
)
from wortlaut.archive.preparing import Added, New, Prepared
from wortlaut.archive.preparing import prepare as prepared
from wortlaut.archive.problems import Problem
from wortlaut.archive.profiles import Profile
from wortlaut.archive.progress import Progress, silent
from wortlaut.archive.remembering import Remembered
from wortlaut.archive.rereading import Old, Reread, older, steps, take
from wortlaut.archive.schema import HEAD, articles, outlets, people, statements, versions, visits
from wortlaut.archive.searching import Group, Query
from wortlaut.archive.uniting import Change, How, Identity, merge, preview_merge, preview_split, said, split, undo
from wortlaut.archive.verifying import verify
from wortlaut.errors import ArchiveError
from wortlaut.intake.visits import Visit
from wortlaut.judgements import Judgement, Judgements
from wortlaut.kept import Kept
from wortlaut.record import Analysis
from wortlaut.register import Register, starter
from wortlaut.statements import Statement
from wortlaut.text import Article

if TYPE_CHECKING:
    import pandas
    import polars

TOGETHER = 100  # analyses in one transaction


@dataclass(frozen=True, slots=True)
class Info:
    """What an archive holds; `since` and `until` are the days of its first and last dated article."""

    url: str
    form: str
    articles: int
    versions: int
    statements: int
    utterances: int
    people: int
    outlets: int
    since: date | None
    until: date | None


class Archive:
    """An archive in a database. Several may read at once; who writes waits for who is writing.

    Close it, or use it in a `with` statement. All methods raise ArchiveError where the database fails.
    """

    def __init__(self, made: Engine) -> None:
        self._engine = made
        self._dialect: Dialect = dialect_of(made.dialect.name)
        self._file = file_of(made.url)
        self._remembered = Remembered()

    @classmethod
    def open(cls, url: str, *, create: bool = False, cache: int = CACHE) -> Self:
        """The archive at an address: a file's path, `sqlite:///…` or `postgresql://…`. An older form is migrated.

        `cache` is how many KB each connection to SQLite may keep in memory.

        Raises ArchiveError where there is none and it is not to be made, where it is something else, or newer.
        """
        where = address(url)
        if where.get_backend_name() == "sqlite" and not create and not _is_there(where.database):
            raise ArchiveError(
                f"{shown(where)}: there is no archive; make one with: wortlaut add SOURCE --archive {url}"
            )
        made = engine(where, cache=cache)
        try:
            prepare(made, create=create)
        except BaseException:
            made.dispose()
            raise
        return cls(made)

    @property
    def url(self) -> str:
        """Its address, without a password."""
        return shown(self._engine.url)

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Bringing in

    def add(self, new: New | Analysis) -> Added:
        """Keep one analysis, in a transaction of its own."""
        return next(self.add_all([new]))

    def add_all(
        self, news: Iterable[New | Analysis], *, together: int = TOGETHER, again: bool = False
    ) -> Iterator[Added]:
        """Keep many, some in each transaction. What was yielded is on disk, whatever happens then.

        What was forgotten stays out, unless it is let in `again`.
        """
        waiting = iter(news)
        while batch := [prepared(_new(one)) for one in itertools.islice(waiting, together)]:
            yield from self.add_batch(batch, again=again)

    def add_batch(self, batch: Sequence[Prepared], *, again: bool = False) -> list[Added]:
        """Keep some in one transaction: all of them or, where it fails, none."""
        with self.writing() as connection:
            self._dialect.lock(connection)
            batch = brought_in_line(connection, batch)
            return write(connection, self._dialect, batch, _now(), again=again)

    def holds(self, key: str, original_hash: bytes) -> bool:
        """Whether the latest version of a source was made of these very bytes, by their SHA-256."""
        query = select(versions.c.id).join(articles, articles.c.id == versions.c.article_id)
        query = query.where(articles.c.key == key, versions.c.latest, versions.c.original == original_hash)
        with self.reading() as connection:
            return connection.execute(query).first() is not None

    def is_forgotten(self, key: str) -> bool:
        """Whether a source was forgotten, and need not be fetched."""
        with self.reading() as connection:
            return bool(kept_out(connection, [key]))

    def seen(self, key: str) -> Visit | None:
        """When an address was last asked for, None for never."""
        with self.reading() as connection:
            row = connection.execute(select(visits).where(visits.c.key == key)).mappings().first()
        return Visit(**row) if row else None

    def note(self, some: Iterable[Visit]) -> None:
        """Remember that addresses were asked for and had nothing new."""
        if noted := list(some):
            with self.writing() as connection:
                self._dialect.lock(connection)
                for visit in noted:
                    note_visit(connection, visit)

    # Giving out

    def kept(self, *, versions_too: bool = False, together: int = TOGETHER) -> Iterator[Kept]:
        """All articles in the order in which they came in: the latest version of each, or all versions."""
        last = 0
        while True:
            query = select(versions.c.id).where(versions.c.id > last).order_by(versions.c.id).limit(together)
            query = query if versions_too else query.where(versions.c.latest)
            with self.reading() as connection:
                some = load(connection, connection.execute(query).scalars())
            if not some:
                return
            yield from some.values()
            last = max(some)

    def statements(self) -> Iterator[tuple[Kept, Statement]]:
        """All statements of the latest versions, each with its article."""
        return ((kept, statement) for kept in self.kept() for statement in kept.analysis.statements)

    def to_polars(self) -> polars.DataFrame:
        """All statements as a data frame, one row each; its columns are those of `exports.Row`."""
        from wortlaut.exports import to_polars

        return to_polars(self.kept())

    def to_pandas(self) -> pandas.DataFrame:
        """The same for pandas."""
        from wortlaut.exports import to_pandas

        return to_pandas(self.kept())

    def find(self, query: Query) -> Page:
        """One page of the statements that a query asks for."""
        with self.reading() as connection:
            return finding.page(connection, self._dialect, query)

    def total(self, query: Query) -> Count:
        """How many statements and utterances a query finds in all."""
        with self.reading() as connection:
            return finding.total(connection, self._dialect, query)

    def count(self, query: Query, by: Group, *, limit: int = 50) -> list[Count]:
        """The same by person, outlet, month or kind: the `limit` most frequent, months in their order."""
        with self.reading() as connection:
            return finding.counts(connection, self._dialect, query, by, limit)

    def variants(self, address: str) -> tuple[Hit, ...]:
        """The utterance of a statement ("17.2/s4") in all its forms, in order of publication. Raises ArchiveError."""
        with self.reading() as connection:
            return finding.variants(connection, address)

    def story(self, name: str) -> tuple[Kept, ...]:
        """The articles with the same agency copy as one, by its source or number, itself included."""
        with self.reading() as connection:
            return finding.story(connection, name)

    def check(self, claim: str, *, person: str | None = None) -> Checked:
        """Whether something was said, by a person or by anybody. Raises InputError where the claim has no word."""
        with self.reading() as connection:
            return check(connection, self._dialect, claim, person, self._searched(connection))

    def _searched(self, connection: Connection) -> Searched:
        outlets_held = connection.execute(select(func.count()).select_from(outlets)).scalar_one()
        since, until = _days(connection)
        return Searched(self._remembered.articles(connection), outlets_held, since, until)

    def info(self) -> Info:
        """What the archive holds."""
        with self.reading() as connection:
            number = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (articles, versions, statements, people, outlets)
            }
            number["people"] -= merged_away(connection)
            utterances = connection.execute(select(func.count(statements.c.utterance.distinct()))).scalar_one()
            since, until = _days(connection)
        return Info(
            self.url, HEAD, number["articles"], number["versions"], number["statements"], utterances, number["people"],
            number["outlets"], since, until,
        )  # fmt: skip

    # Keeping

    def verify(self, *, progress: Progress = silent) -> Iterator[Problem]:
        """Everything that does not hold together; nothing in an archive that is whole. It reads all of it."""
        with self.reading(steady=True) as connection:
            yield from verify(connection, self._dialect, progress)

    def backup(self, target: Path | str, *, progress: Progress = silent) -> None:
        """Write a copy of all that is in it now to a new file, an archive in SQLite, and note that here.

        Raises ArchiveError where the file exists, OutputError where it cannot be written.
        """
        with self.reading(steady=True) as connection:
            write_file(connection, Path(target), progress)
        note_backup(self._engine, Path(target))

    def forget(
        self,
        *,
        article: str | None = None,
        person: str | None = None,
        reason: str | None = None,
        dry_run: bool = False,
        progress: Progress = silent,
    ) -> Forgotten:
        """Take out an article (its source, or number as "17") or all articles that name a person, for good.

        With `dry_run` it only tells what that would be. Afterwards nothing of it is on disk, but for backups and, in
        PostgreSQL, the server's own logs. Raises ArchiveError where there is nothing of the kind.
        """
        target = Target(article, person, reason)
        if dry_run:
            with self.reading() as connection:
                return told(connection, find(connection, self._dialect, target, progress))
        with self.writing() as connection:
            result = forget(connection, self._dialect, target, _now(), progress)
        progress("giving room back")
        self.tidy()
        return result

    def tidy(self) -> None:
        """Give room on disk back, and leave nothing there of what was taken out; others must not be reading."""
        try:
            with plainly(self._engine.url), self._engine.connect() as connection:
                self._dialect.tidy(alone(connection))
        except ArchiveError as error:
            raise ArchiveError(
                f"{self.url}: the archive has it no more, but its files may; run: wortlaut archive tidy ({error})"
            ) from error

    def reread(
        self,
        analyze: Callable[[Article], Analysis],
        *,
        model: str,
        everything: bool = False,
        progress: Progress = silent,
    ) -> int:
        """Read again what another model read, or with `everything` all; group all statements anew. Returns how many
        versions were read. It can be interrupted, and goes on where it was.

        Judgements hold on if `analyze` is told of them: `Knowledge(judgements=archive.judgements())`.
        """
        news = (Reread(old.version, analyze(old.article)) for old in self.to_reread(model, everything=everything))
        return sum(1 for _ in self.replace_all(news, model=model, progress=progress))

    def to_reread(self, model: str, *, everything: bool = False) -> Iterator[Old]:
        """The versions that `reread` would read, in their order."""
        last = 0
        while True:
            with self.reading() as connection:
                some = older(connection, model, last, everything=everything)
            if not some:
                return
            yield from some
            last = some[-1].version

    def replace_all(self, news: Iterable[Reread], *, model: str, progress: Progress = silent) -> Iterator[int]:
        """Put new analyses in place, in the order of `to_reread()`, and group all statements of the archive anew.

        A version is yielded when its new record is on disk. Versions that are not given keep theirs.
        """
        waiting, ahead, last = iter(news), list[Reread](), 0
        while True:
            query = select(versions.c.id).where(versions.c.id > last).order_by(versions.c.id)
            with self.reading() as connection:
                numbers = connection.execute(query.limit(TOGETHER)).scalars().all()
            if not numbers:
                return
            batch = list(steps(numbers, waiting, ahead))
            with self.writing() as connection:
                done = take(connection, self._dialect, batch, model)
            yield from done
            last = numbers[-1]
            progress(f"{last:,} versions")

    def judge(self, some: Iterable[Judgement], *, register: Register | None = None) -> int:
        """Keep judgements of people, the later one wins, and change what they are about; returns how many are new.

        A judgement that names a person finds the entry in `register`, by default in the one that ships.
        """
        with self.writing() as connection:
            return judge(connection, self._dialect, list(some), starter() if register is None else register)

    def unjudge(self, some: Iterable[Judgement], *, register: Register | None = None) -> int:
        """Take judgements back; articles become what they are without them. Returns how many of them were kept.

        Raises ArchiveError where an article was judged before form 0003, which did not keep what was read; after a new
        reading it can be.
        """
        with self.writing() as connection:
            return unjudge(connection, self._dialect, list(some), starter() if register is None else register)

    def judgements(self) -> Judgements:
        """All judgements that are kept, in the order in which they were made."""
        with self.reading() as connection:
            return load_judgements(connection)

    # Who is whom

    def person(self, number: int) -> Profile:
        """What is known of a person, by their number; of who was merged into somebody, that of the latter.

        The work is bounded, and the profile says so. Raises ArchiveError where there is none.
        """
        with self.reading() as connection:
            return self._remembered.profile(connection, self._dialect, number)

    def people(self, words: str = "", *, limit: int = 50, after: int = 0) -> Somebodies:
        """People with the most statements first: those whose names have words that begin so, or without words all.

        A page begins at a place, a page's `next`. Raises ArchiveError where that is none.
        """
        with self.reading() as connection:
            return self._remembered.listed(connection, words, limit, after)

    def merge(
        self, person: int, into: int, *, account: str, dry_run: bool = False, progress: Progress = silent
    ) -> Change:
        """Make all of a person another one, by their numbers, now and in all that will come. With `dry_run` it only
        tells what that would be. Raises ArchiveError where one is not there, or was merged before.
        """
        if dry_run:
            with self.reading() as connection:
                return preview_merge(connection, person, into)
        with self.writing() as connection:
            return merge(connection, self._dialect, person, into, account=account, how=How(progress=progress))

    def split(
        self,
        person: int,
        articles: Iterable[int],
        name: str,
        *,
        account: str,
        dry_run: bool = False,
        progress: Progress = silent,
    ) -> Change:
        """Make a person somebody else, new and with a name, in some articles (their numbers), and in their later
        versions. With `dry_run` it only tells what that would be. Raises ArchiveError.
        """
        if dry_run:
            with self.reading() as connection:
                return preview_split(connection, person, articles, name)
        with self.writing() as connection:
            how = How(progress=progress)
            return split(connection, self._dialect, person, articles, name, account=account, how=how)

    def undo_identity(self, batch: int, *, account: str, progress: Progress = silent) -> Identity:
        """Take a merging or a splitting back: all is as if it had never been. Raises ArchiveError."""
        with self.writing() as connection:
            return undo(connection, self._dialect, batch, account=account, how=How(progress=progress))

    def identities(self, person: int | None = None) -> tuple[Identity, ...]:
        """What was said of who is whom, of a person or of all, the last first; also what was taken back."""
        with self.reading() as connection:
            return said(connection, person)

    @contextmanager
    def reading(self, *, steady: bool = False) -> Iterator[Connection]:
        """A connection to read from; with `steady` it sees nothing of what others write meanwhile."""
        with plainly(self._engine.url), self._engine.connect() as connection:
            yield steadily(connection) if steady else connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction that may write; all of it is kept or, where something is raised, nothing."""
        with transaction(self._engine) as connection:
            yield connection
            if file_of(self._engine.url) != self._file:  # SQLite would go on writing to a file without a name
                raise ArchiveError(
                    f"{self.url}: the file was moved, deleted or replaced while it was open; put it back and run the "
                    "same command again"
                )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _new(given: New | Analysis) -> New:
    return given if isinstance(given, New) else New(given)


def _is_there(path: str | None) -> bool:
    return path is not None and Path(path).exists()


def _days(connection: Connection) -> tuple[date | None, date | None]:
    """The days of the first and the last dated article."""
    # each for itself: then the database looks at the two ends of the index, else at all of it
    first, last = (
        connection.execute(select(end(versions.c.day)).where(versions.c.day > 0)).scalar()
        for end in (func.min, func.max)
    )
    return (date.fromordinal(first), date.fromordinal(last)) if first and last else (None, None)
