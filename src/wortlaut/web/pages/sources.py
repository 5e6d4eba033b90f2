"""/sources: the feeds that are visited, how that goes; reading again; the jobs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.archive import Archive
from wortlaut.desk.feeds import USUAL, Feed, Feeds
from wortlaut.desk.jobs import Jobs
from wortlaut.desk.tasks import Rereading
from wortlaut.desk.work import behind
from wortlaut.errors import FetchError, InputError
from wortlaut.model import card
from wortlaut.web.errands import Badge, errand
from wortlaut.web.frame import Form, archive, changes, guest, reads, redirect, render, say
from wortlaut.web.passing import Moment, moment
from wortlaut.web.troubles import Told, line, told
from wortlaut.web.words import Say

EVERY = (300, 900, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 604_800)  # seconds that can be chosen
_JOBS = 20  # on a page
_FRESH = 300.0  # seconds in which the count of what is to be read again is not taken anew


@dataclass(frozen=True, slots=True)
class Row:
    """A feed as it is shown; its `trouble` without its address, which stands above; `late` when its time has come."""

    feed: Feed
    badge: Badge
    every: str
    trouble: Told | None
    visited: Moment | None
    succeeded: Moment | None
    due: Moment | None
    late: bool


@reads("editor")
def show(request: Request) -> Response:
    """GET /sources; ?before=NUMBER shows older jobs."""
    return _page(request, Form())


@changes("editor")
def add(request: Request, form: Form) -> Response:
    """POST /sources."""
    words = say(request)
    if not form["address"]:
        return _page(request, form, words("sources.wrong.missing"))
    seconds = int(form["seconds"]) if form["seconds"].isascii() and form["seconds"].isdigit() else USUAL
    try:
        Feeds(archive(request)).add(
            form["address"], outlet=form["outlet"], seconds=seconds, account=guest(request).name
        )
    except FetchError as error:
        return _page(request, form, line(error, words, otherwise=words("sources.wrong.address")))
    except InputError as error:
        return _page(request, form, line(error, words))
    return redirect(request, "/sources", notice="sources.added")


@reads("editor")
def ask_removal(request: Request) -> Response:
    """GET /sources/{number}/remove."""
    feed = Feeds(archive(request)).get(request.path_params["number"])
    return render(request, "source-remove.html", feed=feed)


def _change(act: Callable[[Feeds, int, str], object], notice: str) -> Callable[[Request], Response]:
    """POST /sources/{number}/ACT."""

    @changes("editor")
    def change(request: Request, _: Form) -> Response:
        act(Feeds(archive(request)), request.path_params["number"], guest(request).name)
        return redirect(request, "/sources", notice=notice)

    return change


@changes("editor")
def reread(request: Request, _: Form) -> Response:
    """POST /sources/reread."""
    jobs = Jobs(archive(request))
    under_way = next((job.id for job in jobs.latest(active=True, limit=500) if job.kind == "reread"), None)
    number = under_way or jobs.ask(Rereading(), account=guest(request).name)
    return redirect(request, f"/jobs/{number}", notice="sources.rereading")


def _page(request: Request, form: Form, wrong: str = "") -> Response:
    words, now = say(request), datetime.now(UTC)
    before = request.query_params.get("before", "")[:15]
    jobs = Jobs(archive(request)).latest(before=int(before) if before.isdecimal() else None, limit=_JOBS + 1)
    model = str(card()["version"])
    return render(
        request, "sources.html", status=400 if wrong else 200, wrong=wrong,
        rows=[_row(feed, words, now) for feed in Feeds(archive(request)).all()],
        given={name: form[name] for name in ("address", "outlet", "seconds")}, every=EVERY, usual=USUAL,
        errands=[errand(job, words, now) for job in jobs[:_JOBS]],
        older=jobs[_JOBS - 1].id if len(jobs) > _JOBS else None,
        model=model, behind=_BEHIND.of(archive(request), model),
    )  # fmt: skip


def _row(feed: Feed, words: Say, now: datetime) -> Row:
    every = f"sources.every.{feed.seconds}"
    return Row(
        feed, _badge(feed, words),
        words(every) if words.knows(every) else words("sources.every.other", count=words.number(feed.seconds)),
        told(feed.error, words, at=feed.address) if feed.error else None,
        moment(feed.visited, words, now), moment(feed.succeeded, words, now),
        None if feed.paused or feed.job else moment(feed.due, words, now), datetime.fromisoformat(feed.due) <= now,
    )  # fmt: skip


def _badge(feed: Feed, words: Say) -> Badge:
    if feed.job:
        return Badge("↻", words("sources.state.visiting"), "warn")
    if feed.paused:
        return Badge("‖", words("sources.state.paused"), "")
    if feed.failures:
        return Badge("⚠", words.count("sources.state.failing", feed.failures), "bad")
    return (
        Badge("✓", words("sources.state.fine"), "good") if feed.visited else Badge("…", words("sources.state.new"), "")
    )


class _Behind:
    """How many articles another model read. Counting takes half a second of a million statements, so it is kept."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, tuple[float, int]] = {}

    def of(self, held: Archive, model: str) -> int:
        """The number, some minutes old at most; while one counts, others see the last one."""
        at, count = self._known.get(held.url, (0.0, 0))
        # what was to be done may be done by now, so only "nothing" is believed for long
        if at and time.monotonic() - at < (_FRESH if not count else _FRESH / 10):
            return count
        if not self._lock.acquire(blocking=not at):
            return count
        try:
            count = behind(held, model)
            self._known = {held.url: (time.monotonic(), count)}
        finally:
            self._lock.release()
        return count


_BEHIND = _Behind()

ROUTES = [
    Route("/sources", show),
    Route("/sources", add, methods=["POST"]),
    Route("/sources/reread", reread, methods=["POST"]),
    Route("/sources/{number:int}/remove", ask_removal),
    *(
        Route(f"/sources/{{number:int}}/{name}", _change(act, notice), methods=["POST"])
        for name, act, notice in (
            ("pause", lambda feeds, number, who: feeds.pause(number, account=who), "sources.paused"),
            ("resume", lambda feeds, number, who: feeds.resume(number, account=who), "sources.resumed"),
            ("visit", lambda feeds, number, who: feeds.visit(number, account=who), "sources.visiting"),
            ("remove", lambda feeds, number, who: feeds.remove(number, account=who), "sources.removed"),
        )
    ),
]
