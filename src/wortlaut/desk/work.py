"""Work: doing a task, from its sources to the archive; how far it is can be seen while it goes on."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from sqlalchemy import Select, func, select

from wortlaut.archive import Archive, Brought, Reread, bring_by
from wortlaut.archive.aligning import TOGETHER, align
from wortlaut.archive.schema import articles, records, versions
from wortlaut.batch import Failure, Held, Passed
from wortlaut.batch import Result as Outcome
from wortlaut.batch import Source as Readable
from wortlaut.desk.courtesy import Courteous
from wortlaut.desk.jobs import MAX_MESSAGE, MAX_MESSAGES, Result, Sign
from wortlaut.desk.readers import Reader
from wortlaut.desk.tasks import Address, Files, Relinking, Rereading, Task, Text, Visit, given_of
from wortlaut.desk.troubles import kept
from wortlaut.desk.uploads import of_text, of_upload
from wortlaut.intake import Source, gathered
from wortlaut.intake.keys import web_key
from wortlaut.intake.listings import looks_like_listing
from wortlaut.intake.source import problem
from wortlaut.judgements import Judgements
from wortlaut.record import Analysis


@dataclass
class Progress:
    """How far a job is; one thread writes, others look. `alive` is when it last got further, on the monotonic clock."""

    earlier: Result = field(default_factory=Result)
    result: Result = field(default_factory=Result)
    done: int = 0
    total: int | None = None
    alive: float = field(default_factory=time.monotonic)

    def sign(self) -> Sign:
        """It as a sign of life."""
        return Sign(self.done, self.total, self.result.after(self.earlier))

    def counts(self, outcome: str, *, statements: int = 0, message: str = "") -> None:
        """One source more has this outcome."""
        number = {outcome: getattr(self.result, outcome) + 1}
        told = self.result.messages
        if message and len(told) < MAX_MESSAGES:
            told = (*told, message[:MAX_MESSAGE])
        self.result = replace(self.result, **number, statements=self.result.statements + statements, messages=told)
        self.done += 1
        self.lives()

    def lives(self) -> None:
        """It has got further."""
        self.alive = time.monotonic()


@dataclass(frozen=True)
class Means:
    """What a task is done with; `model` is the version that reads; what `go_on` raises ends the work. `together`
    is how many versions of articles are relinked in a transaction.
    """

    archive: Archive
    reader: Reader
    fetcher: Courteous
    model: str
    judgements: Judgements
    go_on: Callable[[], None]
    together: int = TOGETHER

    def read(self, sources: Iterable[Readable | Passed], *, force: bool) -> Iterator[Outcome]:
        """One result for each source."""
        for source in sources:
            self.go_on()
            if isinstance(source, Passed):
                yield source
            else:
                yield self.reader.read(source, force=force, judgements=self.judgements, go_on=self.go_on)


def perform(task: Task, means: Means, progress: Progress) -> str | None:
    """Do a task. Of a feed that could not be visited it says why.

    Raises ArchiveError, ReadingError, and what `means.go_on` raises; what was told in `progress` is on disk.
    """
    match task:
        case Rereading():
            _reread(task, means, progress)
        case Relinking():
            _relink(task, means, progress)
        case Visit():
            return _visit(task, means, progress)
        case Text():
            progress.total = 1
            _bring(iter([of_text(task)]), means, progress, force=task.force)
        case Files():
            progress.total = 1 if task.kind == "page" else None
            gather = partial(_gathered, task, means)
            _bring((one for file in task.files for one in of_upload(file, gather)), means, progress, force=task.force)
        case Address():
            _bring(_gathered(task, means, task.address), means, progress, force=task.force)
    return None


def behind(archive: Archive, model: str) -> int:
    """How many versions of articles another model read."""
    # without a join: the records alone are looked through, half a second for a million statements
    query = select(func.count()).select_from(records).where(records.c.model != model)
    with archive.reading() as connection:
        return connection.execute(query).scalar_one()


def _to_reread(model: str | None) -> Select[int]:
    """How many versions will be read again; of None all."""
    query = select(func.count()).select_from(versions.outerjoin(records, records.c.version_id == versions.c.id))
    return query if model is None else query.where(records.c.model.is_distinct_from(model))


def _gathered(task: Files | Address | Visit, means: Means, argument: str) -> Iterator[Source]:
    return gathered([argument], stdin=bytes, fetcher=means.fetcher, visits=means.archive, given=given_of(task))


def _bring(sources: Iterator[Source], means: Means, progress: Progress, *, force: bool = False) -> None:
    keys: deque[str] = deque()  # of what was asked for and has no outcome yet

    def watched() -> Iterator[Source]:
        for source in sources:
            means.go_on()
            progress.lives()
            if not source.is_note:
                keys.append(source.key)
            yield source

    reading = partial(means.read, force=force)
    for one in bring_by(means.archive, watched(), reading, model=means.model):
        _count(one, keys.popleft(), means.archive, progress)


def _count(one: Brought, key: str, archive: Archive, progress: Progress) -> None:
    if progress.result.article is None and one.outcome in ("new", "changed", "known"):
        with archive.reading() as connection:
            number = connection.execute(select(articles.c.id).where(articles.c.key == key)).scalar()
        progress.result = replace(progress.result, article=number)
    progress.counts(one.outcome, statements=one.statements, message=kept(one.message, one.reason))


def _visit(task: Visit, means: Means, progress: Progress) -> str | None:
    """Bring what is new in a feed; why it could not be had, None where it could."""
    own = web_key(task.address)
    wrong: list[str] = []

    def entries() -> Iterator[Source]:
        for source in _gathered(task, means, task.address):
            first = means.fetcher.first
            if source.key == own and source.data is not None and first and not looks_like_listing(first.data):
                what = "it is a page, no feed and no sitemap; give the address of its feed"
                source = problem(task.address, what, key=source.key, reason="no-feed")
            if source.problem and source.name in (task.address, first.url if first else task.address):
                wrong.append(kept(source.problem, source.reason))
            if not (source.unchanged and source.key == own):
                yield source

    _bring(entries(), means, progress)
    return wrong[0] if wrong else None


def _reread(task: Rereading, means: Means, progress: Progress) -> None:
    with means.archive.reading() as connection:
        progress.total = connection.execute(_to_reread(None if task.everything else means.model)).scalar_one()
    waiting: deque[int] = deque()

    def olds() -> Iterator[Held]:
        for old in means.archive.to_reread(means.model, everything=task.everything):
            waiting.append(old.version)
            yield Held(old.article.source or old.article.id, old.article)

    def news() -> Iterator[Reread]:
        for result in means.read(olds(), force=True):
            version = waiting.popleft()
            progress.lives()
            if isinstance(result, Analysis):
                yield Reread(version, result)
            elif isinstance(result, Failure):
                progress.counts("failed", message=kept(result.message, result.reason))

    def further(_: str) -> None:
        progress.lives()
        means.go_on()

    for _ in means.archive.replace_all(news(), model=means.model, progress=further):
        progress.counts("changed")


def _relink(task: Relinking, means: Means, progress: Progress) -> None:
    def told(done: int, total: int) -> None:
        progress.done, progress.total = done, total
        means.go_on()

    align(means.archive, task.batch, told, together=means.together)
