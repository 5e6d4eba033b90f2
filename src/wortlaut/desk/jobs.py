"""Jobs: work in the background, kept in the archive, so that it survives a restart and several processes share it.

Whoever does a job is its *holder* and gives a sign of life every few seconds. A job without one for longer than the
lease is taken by the next who asks. All changes of a job are single commands that say what they expect, so two cannot
do the same one, in either database.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, delete, func, insert, or_, select, update

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import jobs
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.packing import storable
from wortlaut.archive.schema import HIGHEST
from wortlaut.archive.writing import Numbers
from wortlaut.desk.audit import note, now
from wortlaut.desk.tasks import Kind, Task, Visit, packed, unpacked
from wortlaut.desk.troubles import kept
from wortlaut.errors import ArchiveError, BusyError, MissingError, WortlautError

State = Literal["waiting", "running", "done", "failed", "stopped"]

LEASE = 30.0  # seconds
TRIES = 3  # of a job whose holder died
MAX_WAITING = 500  # jobs
MAX_MESSAGES = 100  # of one job
MAX_MESSAGE = 500  # code points
DAYS = 30  # that a job which has ended can be looked at
_DIED = kept(
    "the process that did this died {tries} times; give fewer or smaller files, see that there is enough memory, and "
    "ask again",
    "died",
)
ACTIVE = ("waiting", "running")
_SHOWN = [column for column in jobs.c if column.name not in ("data", "holder", "beat")]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job so far: its sources by outcome, and the statements of the new and changed ones.

    `article` is the number of the first article that is in the archive; `messages` say why sources failed, the first
    `MAX_MESSAGES` of them.
    """

    new: int = 0
    changed: int = 0
    known: int = 0
    forgotten: int = 0
    failed: int = 0
    statements: int = 0
    article: int | None = None
    messages: tuple[str, ...] = ()

    def after(self, earlier: Result) -> Result:
        """The result of a job that was begun once before: what was new then is known now."""
        return replace(
            self,
            new=self.new + earlier.new,
            changed=self.changed + earlier.changed,
            known=max(0, self.known - earlier.new - earlier.changed),
            statements=self.statements + earlier.statements,
            article=earlier.article if earlier.article is not None else self.article,
        )


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it is shown; `name` is a file's name or an address, often empty. Times are ISO 8601 in UTC.

    `done` and `total` count sources; `total` is None where it is not known. `error` and the messages of the result are
    as `troubles.kept()` makes them.
    """

    id: int
    kind: Kind
    state: State
    account: str
    feed: int | None
    name: str
    result: Result
    error: str | None
    done: int
    total: int | None
    tries: int
    created: str
    started: str | None
    ended: str | None

    @property
    def active(self) -> bool:
        """Whether something will still come of it."""
        return self.state in ACTIVE


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that is now ours to do, and what came of it in an earlier try."""

    id: int
    task: Task
    earlier: Result = field(default_factory=Result)


@dataclass(frozen=True, slots=True)
class Sign:
    """How far a job is."""

    done: int
    total: int | None
    result: Result


class Jobs:
    """The jobs of an archive. `lease` is how long a holder may be silent, in seconds."""

    def __init__(self, archive: Archive, *, lease: float = LEASE) -> None:
        self._archive = archive
        self._lease = lease

    # For those who ask

    def ask(self, task: Task, *, account: str) -> int:
        """Have something done; its number. Raises BusyError where very much waits already."""
        with self._archive.writing() as connection:
            dialect_of(connection.dialect.name).lock(connection)
            waiting = select(func.count()).select_from(jobs).where(jobs.c.state == "waiting")
            if connection.execute(waiting).scalar_one() >= MAX_WAITING:
                raise BusyError(f"{MAX_WAITING} jobs wait already; ask again later, or see that `wortlaut serve` works")
            number = put(connection, task, account)
            note(connection, account, "job.ask", f"job {number}", kind=task.kind)
        return number

    def get(self, number: int) -> Job:
        """A job by its number. Raises ArchiveError where there is none."""
        with self._archive.reading() as connection:
            found = connection.execute(select(*_SHOWN).where(jobs.c.id == min(number, HIGHEST)))
            row = found.mappings().first()
        if row is None:
            raise MissingError(f"there is no job {number}; those that ended are forgotten after {DAYS} days")
        return _job(row)

    def latest(self, *, before: int | None = None, limit: int = 50, active: bool = False) -> Sequence[Job]:
        """Jobs, the newest first; `before` is the number of the last one that was seen."""
        query = select(*_SHOWN).order_by(jobs.c.id.desc()).limit(limit)
        query = query.where(jobs.c.id < before) if before is not None else query
        query = query.where(jobs.c.state.in_(ACTIVE)) if active else query
        with self._archive.reading() as connection:
            return [_job(row) for row in connection.execute(query).mappings()]

    def stop(self, number: int, *, account: str) -> bool:
        """End a job; what it has brought stays. False where it has ended before. Raises ArchiveError.

        One that does what was said of people cannot be ended: its rows would not be what was said.
        """
        if self.get(number).kind == "relink":
            raise ArchiveError(f"job {number} does what was said of people; take that back instead, on their page")
        with self._archive.writing() as connection:
            dialect_of(connection.dialect.name).lock(connection)
            stopped = end(connection, jobs.c.id == number, "stopped")
            if stopped:
                note(connection, account, "job.stop", f"job {number}")
        return bool(stopped)

    # For those who do

    def claim(self, kinds: Collection[str], holder: str) -> Claim | None:
        """The oldest job of some kinds that waits or whose holder is silent; it is the caller's from now on."""
        query = select(jobs.c.id).where(jobs.c.kind.in_(kinds), self._free()).order_by(jobs.c.id).limit(1)
        with self._archive.reading() as connection:
            number = connection.execute(query).scalar()
        if number is None:
            return None
        with self._archive.writing() as connection:
            taken = update(jobs).where(jobs.c.id == number, self._free()).values(
                state="running", holder=holder, beat=_moment(), tries=jobs.c.tries + 1,
                started=func.coalesce(jobs.c.started, now()),
            )  # fmt: skip
            if not connection.execute(taken).rowcount:
                return None  # somebody was quicker
            row = connection.execute(select(jobs).where(jobs.c.id == number)).mappings().one()
            if row["tries"] > TRIES:
                end(connection, jobs.c.id == number, "failed", error=_DIED.format(tries=TRIES))
                return None
        try:
            return Claim(number, unpacked(row["data"] or b""), _result(row["result"])[0])
        except WortlautError as error:
            self.fail(number, holder, str(error))
            return None

    def beat(self, holder: str, signs: Mapping[int, Sign]) -> set[int]:
        """Give signs of life of jobs; which of them are not the holder's any more, stopped for example."""
        lost = set[int]()
        if signs:
            with self._archive.writing() as connection:
                for number, sign in sorted(signs.items()):
                    alive = (
                        update(jobs)
                        .where(_held(number, holder))
                        .values(beat=_moment(), **_told(connection, number, sign))
                    )
                    lost |= set() if connection.execute(alive).rowcount else {number}
        return lost

    def finish(self, number: int, holder: str, sign: Sign) -> None:
        """A job is done."""
        with self._archive.writing() as connection:
            told = _told(connection, number, sign)
            end(connection, _held(number, holder), "done", **told)

    def fail(self, number: int, holder: str, why: str, sign: Sign | None = None) -> None:
        """A job cannot be done, and trying again would not help."""
        with self._archive.writing() as connection:
            told = _told(connection, number, sign) if sign else {}
            end(connection, _held(number, holder), "failed", error=storable(why[:MAX_MESSAGE]), **told)

    def give_back(self, number: int, holder: str, sign: Sign | None = None) -> None:
        """A job waits again, as if this try had not been."""
        with self._archive.writing() as connection:
            told = _told(connection, number, sign) if sign else {}
            back = update(jobs).where(_held(number, holder))
            connection.execute(back.values(state="waiting", holder=None, tries=jobs.c.tries - 1, **told))

    def clear(self, *, days: float = DAYS) -> int:
        """Forget jobs that ended some days ago; returns how many."""
        old = jobs.c.ended < _moment(days * 86_400)
        with self._archive.reading() as connection:
            if connection.execute(select(jobs.c.id).where(old).limit(1)).first() is None:
                return 0
        with self._archive.writing() as connection:
            return connection.execute(delete(jobs).where(old)).rowcount

    def _free(self) -> ColumnElement[bool]:
        silent = and_(jobs.c.state == "running", jobs.c.beat < _moment(self._lease))
        return or_(jobs.c.state == "waiting", silent)


def put(connection: Connection, task: Task, account: str) -> int:
    """Let a task wait, in a transaction that has the lock; its number."""
    number = Numbers(connection).next(jobs)
    connection.execute(
        insert(jobs).values(
            id=number, kind=task.kind, state="waiting", account=account, data=packed(task), done=0, tries=0,
            feed=task.feed if isinstance(task, Visit) else None, created=now(), result=_written(task.name, None),
        )
    )  # fmt: skip
    return number


def end(connection: Connection, which: ColumnElement[bool], state: State, **values: object) -> int:
    """End jobs that are active; nothing stays of what was to be done. Returns how many."""
    done = update(jobs).where(which, jobs.c.state.in_(ACTIVE))
    return connection.execute(done.values(state=state, data=None, holder=None, ended=now(), **values)).rowcount


def _held(number: int, holder: str) -> ColumnElement[bool]:
    return and_(jobs.c.id == number, jobs.c.holder == holder, jobs.c.state == "running")


def _moment(ago: float = 0.0) -> str:
    """A time some seconds ago, in milliseconds."""
    return (datetime.now(UTC) - timedelta(seconds=ago)).isoformat(timespec="milliseconds")


def _told(connection: Connection, number: int, sign: Sign) -> dict[str, Any]:
    """What a sign says, as columns; the name stays."""
    before = connection.execute(select(jobs.c.result).where(jobs.c.id == number)).scalar()
    return {"done": sign.done, "total": sign.total, "result": _written(_result(before)[1], sign.result)}


def _written(name: str, result: Result | None) -> str:
    told = {"name": name} | (asdict(result) if result else {})
    return storable(json.dumps(told, ensure_ascii=False))


def _result(data: str | None) -> tuple[Result, str]:
    """A result and the name of its job."""
    told = json.loads(data or "{}")
    name = str(told.pop("name", ""))
    return Result(**{**told, "messages": tuple(told.get("messages", ()))}), name


def _job(row: RowMapping) -> Job:
    result, name = _result(row["result"])
    return Job(**{**row, "result": result, "name": name})
