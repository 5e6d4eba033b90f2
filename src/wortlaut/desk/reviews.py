"""Reviews: what readers say of statements as they were read; a correction is a judgement at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, RowMapping, Select, insert, select, update

from wortlaut.archive import Archive
from wortlaut.archive.applying import judge, unjudge
from wortlaut.archive.desk_schema import reviews
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.judging import judgements_of
from wortlaut.archive.packing import storable
from wortlaut.archive.writing import Numbers
from wortlaut.desk.audit import note, now
from wortlaut.desk.items import Item, Place, items_at, version_of
from wortlaut.desk.views import View, as_kept, as_read, differences
from wortlaut.errors import ArchiveError
from wortlaut.judgements import Judgement
from wortlaut.register import Register, starter

Verdict = Literal["correct", "wrong_span", "wrong_kind", "wrong_person", "no_statement", "skipped"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_SLOWEST = 3600.0  # seconds; who took longer was away


@dataclass(frozen=True)
class Review:
    """What a reader said of a statement. `at` is UTC, `seconds` the time from showing to judging.

    `read` is what was read, `said` what is right, None where it is no statement or was skipped. `replaces` is the
    review of the same reader that this one stands for: it was not given independently. `undone` is when it was taken
    back or replaced.
    """

    id: int
    at: datetime
    account: str
    place: Place
    text: str
    verdicts: tuple[Verdict, ...]
    address: str
    model: str
    read: View
    said: View | None
    sample: str | None = None
    seconds: float | None = None
    replaces: int | None = None
    undone: datetime | None = None

    @property
    def is_judged(self) -> bool:
        """Whether it says something."""
        return self.verdicts != ("skipped",)

    @property
    def is_correct(self) -> bool:
        """Whether all of the statement was right."""
        return self.verdicts == ("correct",)


@dataclass(frozen=True, slots=True)
class Given:
    """What a reader gives: what is right (None: it is no statement), or that it was `skipped`."""

    said: View | None = None
    skipped: bool = False
    sample: str | None = None
    seconds: float | None = None

    def verdicts(self, read: View) -> tuple[Verdict, ...]:
        """What was wrong of what was read."""
        if self.skipped:
            return ("skipped",)
        if self.said is None:
            return ("no_statement",)
        wrong = differences(read, self.said)
        found: list[Verdict] = [one for one in VERDICTS if one in {f"wrong_{name}" for name in wrong}]
        return tuple(found) or ("correct",)


def review(archive: Archive, account: str, item: Item, given: Given, *, register: Register | None = None) -> Review:
    """Keep what a reader said of a statement, and let the archive say the same: what was said last holds.

    An earlier review of the same statement by the same reader is replaced. All of it is one transaction.
    """
    with archive.writing() as connection:
        dialect_of(connection.dialect.name).lock(connection)
        keeper = _Keeper(connection, starter() if register is None else register)
        before = keeper.own(account, item.place)
        if before is not None:
            keeper.take_back(before)
        number = keeper.keep(account, item, given, before)
        if not given.skipped:
            keeper.let_hold(number, item, given.said)
        note(connection, account, "review", item.address, verdict=" ".join(given.verdicts(as_read(item))))
    return review_numbered(archive, number)


def undo(archive: Archive, account: str, number: int | None = None, *, register: Register | None = None) -> Review:
    """Take a reader's own review back, the last one without `number`, and what it changed in the archive: what was
    said last before holds again.

    Raises ArchiveError where there is none.
    """
    query = select(reviews).where(reviews.c.account == account, reviews.c.undone.is_(None))
    query = query.where(reviews.c.id == number) if number is not None else query
    with archive.writing() as connection:
        dialect_of(connection.dialect.name).lock(connection)
        row = connection.execute(query.order_by(reviews.c.id.desc()).limit(1)).mappings().first()
        if row is None:
            raise ArchiveError("there is no review of yours that could be taken back; look at the list of your reviews")
        keeper = _Keeper(connection, starter() if register is None else register)
        keeper.take_back(row)
        keeper.let_last_hold(_place(row))
        note(connection, account, "review.undo", json.loads(row["detail"])["address"])
    return review_numbered(archive, row["id"])


def review_numbered(archive: Archive, number: int) -> Review:
    """A review by its number. Raises ArchiveError where there is none."""
    with archive.reading() as connection:
        row = connection.execute(select(reviews).where(reviews.c.id == number)).mappings().first()
    if row is None:
        raise ArchiveError(f"there is no review {number}; look at the list of reviews")
    return _review(row)


def reviews_by(archive: Archive, account: str, *, limit: int = 20) -> Sequence[Review]:
    """A reader's reviews that hold, the newest first."""
    query = select(reviews).where(reviews.c.account == account, reviews.c.undone.is_(None))
    with archive.reading() as connection:
        rows = connection.execute(query.order_by(reviews.c.id.desc()).limit(limit)).mappings().all()
    return [_review(row) for row in rows]


def reviews_at(archive: Archive, place: Place) -> Sequence[Review]:
    """The reviews of a statement that hold, the oldest first."""
    with archive.reading() as connection:
        rows = connection.execute(_at(place).order_by(reviews.c.id)).mappings().all()
    return [_review(row) for row in rows]


def all_reviews(archive: Archive) -> Iterator[Review]:
    """All reviews in their order, also those that were taken back."""
    with archive.reading() as connection:
        rows = connection.execute(select(reviews).order_by(reviews.c.id).execution_options(yield_per=1_000))
        for row in rows.mappings():
            yield _review(row)


class _Keeper:
    """Writes reviews, and what follows from them."""

    def __init__(self, connection: Connection, register: Register) -> None:
        self._connection = connection
        self._dialect = dialect_of(connection.dialect.name)
        self._register = register

    def own(self, account: str, place: Place) -> RowMapping | None:
        """The review of a statement that a reader gave before."""
        return self._connection.execute(_at(place).where(reviews.c.account == account)).mappings().first()

    def keep(self, account: str, item: Item, given: Given, before: RowMapping | None) -> int:
        """Write a review; `before` is what it replaces. Returns its number."""
        number = Numbers(self._connection).next(reviews)
        read = as_read(item)
        seconds = None if given.seconds is None else min(max(given.seconds, 0.0), _SLOWEST)
        detail: dict[str, Any] = {
            "address": item.address,
            "model": item.kept.model,
            "read": read.plain(),
            "now": given.said.plain() if given.said else None,
            "judgements": [],
            "replaces": before["id"] if before and before["verdict"] != "skipped" else None,
        }
        self._connection.execute(
            insert(reviews).values(
                id=number, at=now(), account=account, article=item.place.article,
                version_id=version_of(self._connection, item), start=item.place.start, end=item.place.end,
                text=storable(item.words), moved=given.said.content.start if given.said else None,
                verdict=" ".join(given.verdicts(read)), detail=json.dumps(detail), sample=given.sample,
                seconds=seconds,
            )
        )  # fmt: skip
        return number

    def take_back(self, row: RowMapping) -> None:
        """Mark a review as taken back, and take its judgements out."""
        own = [Judgement(**one) for one in json.loads(row["detail"])["judgements"]]
        self._connection.execute(update(reviews).where(reviews.c.id == row["id"]).values(undone=now()))
        if own:
            unjudge(self._connection, self._dialect, own, self._register)

    def let_last_hold(self, place: Place) -> None:
        """Let hold what was said last of those that are left."""
        query = _at(place).where(reviews.c.verdict != "skipped").order_by(reviews.c.id.desc())
        row = self._connection.execute(query).mappings().first()
        item = items_at(self._connection, [place]).get(place) if row else None
        if row and item:
            said = json.loads(row["detail"])["now"]
            self.let_hold(row["id"], item, View.of(said) if said else None)

    def let_hold(self, number: int, item: Item, said: View | None) -> None:
        """Judge what the archive says otherwise, and note with the review what is new of that."""
        earlier = set(judgements_of(self._connection, [item.place.article]).all)
        some: list[Judgement] = []
        if said is not None and as_kept(self._connection, item) is None:
            some.append(_judged(item, said, "kind"))
            judge(self._connection, self._dialect, some, self._register)
        kept = as_kept(self._connection, item)
        if said is not None and kept is not None:
            more = [_judged(item, said, name) for name in differences(kept, said)]
        else:
            more = [Judgement(*_words(item), None, now()[:10], about="statement")] if kept else []
        if more:
            judge(self._connection, self._dialect, more, self._register)
        own = [asdict(one) for one in (*some, *more) if one not in earlier]
        if own:
            query = select(reviews.c.detail).where(reviews.c.id == number)
            detail = json.loads(self._connection.execute(query).scalar_one())
            detail["judgements"] += own
            changed = update(reviews).where(reviews.c.id == number)
            self._connection.execute(changed.values(detail=json.dumps(detail)))


def _at(place: Place) -> Select[Any]:
    """The reviews of a statement that hold."""
    return select(reviews).where(
        reviews.c.article == place.article, reviews.c.start == place.start, reviews.c.end == place.end,
        reviews.c.undone.is_(None),
    )  # fmt: skip


def _judged(item: Item, said: View, name: str) -> Judgement:
    place, day = _words(item), now()[:10]
    if name == "kind":
        return Judgement(*place, None, day, about="statement", statement_kind=said.kind)
    if name == "span":
        words = said.content.cut(item.kept.analysis.article.text)
        return Judgement(*place, None, day, about="span", content_start=said.content.start, content_text=words)
    return Judgement(*place, said.person, day, said.person_kind)


def _words(item: Item) -> tuple[str, int, int, str]:  # as a judgement begins
    return (item.place.article, item.place.start, item.place.end, item.words)


def _place(row: RowMapping) -> Place:
    return Place(row["article"], row["start"], row["end"])


def _review(row: RowMapping) -> Review:
    detail = json.loads(row["detail"])
    known: Any = tuple(row["verdict"].split())
    return Review(
        row["id"], datetime.fromisoformat(row["at"]), row["account"], _place(row), row["text"], known,
        detail["address"], detail["model"], View.of(detail["read"]), View.of(detail["now"]) if detail["now"] else None,
        row["sample"], row["seconds"], detail["replaces"],
        datetime.fromisoformat(row["undone"]) if row["undone"] else None,
    )  # fmt: skip
