"""/review: one statement after the other, judged by people."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from wortlaut.desk.items import Item, item_at
from wortlaut.desk.names import kind_of, names_like
from wortlaut.desk.queues import QUEUES, Queue, next_item, waiting
from wortlaut.desk.reviews import Given, Review, review, reviews_at, reviews_by, undo
from wortlaut.desk.samples import Sample, all_samples, draw, sample_named
from wortlaut.desk.views import View, as_read
from wortlaut.entries import ENTRY_KINDS, EntryKind
from wortlaut.errors import MissingError, ServingError
from wortlaut.names import folded
from wortlaut.register import Register, read_register
from wortlaut.statements import KINDS
from wortlaut.surfaces.characters import visible
from wortlaut.text import Span
from wortlaut.web.frame import (
    Form,
    NotFoundError,
    archive,
    changes,
    guest,
    reads,
    redirect,
    render,
    say,
    settings,
    within,
)
from wortlaut.web.reviewing import Around, Word, around

_MINE = 10  # last reviews of one's own
_SIZE = 200  # statements of a sample, unless another number is given
_LARGEST = 2_000  # that is drawn while somebody waits


@reads("reviewer")
def show(request: Request) -> Response:
    """GET /review?queue=lowest|random|second&sample=…, or ?statement=17.2/s4."""
    asked = request.query_params
    queue = _queue(asked.get("queue"))
    known = all_samples(archive(request)) if queue == "random" else []
    if address := asked.get("statement"):
        sample = _sample(request, known, asked.get("sample")) if known and "queue" in asked else None
        return _show(request, _item(request, address), queue if "queue" in asked else None, sample, known)
    sample = _sample(request, known, asked.get("sample")) if known else None
    if queue == "random" and (sample is None or "draw" in asked):
        return render(request, "review_draw.html", queue=queue, samples=known, **_draw(request), **_tabs(request))
    item = next_item(archive(request), guest(request).name, queue, sample=sample)
    return _show(request, item, queue, sample, known)


def _show(
    request: Request, item: Item | None, queue: Queue | None, sample: Sample | None, known: Sequence[Sample]
) -> Response:
    mine = reviews_by(archive(request), guest(request).name, limit=_MINE)
    context: dict[str, Any] = {
        "queue": queue, "sample": sample, "samples": known, "mine": mine, "last": mine[0] if mine else None,
    }  # fmt: skip
    if item is None:
        return render(request, "review_empty.html", **context, **_tabs(request))
    return render(request, "review.html", **context, **_tabs(request), **_about(request, item))


def _about(request: Request, item: Item) -> dict[str, Any]:
    read, shown = as_read(item), around(item)
    statement = item.statement
    others = _others(request, item)
    return {
        "item": item, "read": read, "around": shown, "statement": statement, "kinds": KINDS,
        "person": visible(read.person or ""), "person_kinds": ENTRY_KINDS, "starts": _starts(shown, item),
        "ends": _ends(shown, item), "people": [visible(one.name) for one in item.people], "others": others,
        "article": item.kept.analysis.article, "shown": f"{time.time():.1f}", "address": item.address,
        "evidence": item.kept.analysis.words((statement.attribution.evidence,))
        if statement.attribution and statement.attribution.evidence else "",
        "beside": {role: item.kept.analysis.words(statement.spans(role)) for role in ("speaker", "cue")},
    }  # fmt: skip


def _starts(shown: Around, item: Item) -> Sequence[Word]:
    """The words with which the content may begin: those of the page; where it begins with a space, that place too."""
    content = item.content
    own = [] if any(word.start == content.start for word in shown.words) else [_place(item)]
    return sorted([*shown.words, *own], key=lambda word: word.start)


def _ends(shown: Around, item: Item) -> Sequence[Word]:
    """Those with which it may end."""
    content = item.content
    own = [] if any(word.end == content.end for word in shown.words) else [_place(item)]
    return sorted([*shown.words, *own], key=lambda word: word.end)


def _place(item: Item) -> Word:
    return Word("…", item.content.start, item.content.end, "", "")


def _others(request: Request, item: Item) -> Sequence[Review]:
    """What was said of it: one's own, and all once two have judged."""
    own = guest(request).name
    found = [one for one in reviews_at(archive(request), item.place) if one.is_judged]
    return found if len({one.account for one in found}) > 1 else [one for one in found if one.account == own]


def _tabs(request: Request) -> dict[str, Any]:
    return {"waiting": waiting(archive(request), guest(request).name), "queues": QUEUES}


@changes("reviewer")
def judge(request: Request, form: Form) -> Response:
    """POST /review: what somebody says of a statement."""
    item = _item(request, form["statement"])
    back = _back(form)
    if (form["article"], form["first"], form["last"]) != (
        item.place.article, str(item.content.start), str(item.content.end),
    ):  # fmt: skip
        return redirect(request, back, notice="review.reread")
    said = _said(request, form, item) if form["verdict"] == "said" else None
    given = Given(
        said, skipped=form["verdict"] == "skip", sample=form["sample"][:60] or None, seconds=_seconds(form["shown"])
    )
    kept = review(archive(request), guest(request).name, item, given, register=_register(request))
    return redirect(request, back, notice=f"review.saved.{_outcome(kept)}")


def _outcome(kept: Review) -> str:
    if kept.is_correct or not kept.is_judged:
        return kept.verdicts[0]
    return "no_statement" if kept.said is None else "corrected"


def _said(request: Request, form: Form, item: Item) -> View:
    """What is right, as the form has it. Raises ServingError where it cannot be."""
    read = as_read(item)
    kind = next((one for one in KINDS if one == form["kind"]), None)
    if kind is None:
        raise ServingError(f"{form['kind']!r:.40}: there is no such kind; choose one of those on the page")
    content = _content(form, item)
    name = " ".join(form["person"].split())
    if folded(name) == folded(visible(read.person or "")):
        return View(kind, content, read.person, read.person_kind)
    return View(kind, content, name or None, _person_kind(request, form, item, name))


def _content(form: Form, item: Item) -> Span:
    text = item.kept.analysis.article.text
    start, end = form.get("start", form["first"]), form.get("end", form["last"])
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(text)):
        raise ServingError("the first word must stand before the last one; go back and choose both again")
    span = Span(int(start), int(end))
    if not span.cut(text).strip():
        raise ServingError("there are no words between these places; go back and choose them again")
    return span


def _person_kind(request: Request, form: Form, item: Item, name: str) -> EntryKind:
    """What somebody is: as it was said, else as the article or the archive has it, else a human being."""
    if form["person_kind"] in ENTRY_KINDS:
        return form["person_kind"]
    here = next((one.kind for one in item.people if folded(one.name) == folded(name)), None)
    return here or kind_of(archive(request), name) or "person"


@changes("reviewer")
def take_back(request: Request, form: Form) -> Response:
    """POST /review/undo: one's last review, or the one of a number."""
    number = int(form["review"]) if form["review"].isdecimal() and len(form["review"]) < 18 else None
    gone = undo(archive(request), guest(request).name, number, register=_register(request))
    queue = form["queue"] if form["queue"] in QUEUES else None
    path = within("/review", statement=gone.address, queue=queue, sample=form["sample"])
    return redirect(request, f"{path}#item", notice="review.undone")


@changes("reviewer")
def draw_sample(request: Request, form: Form) -> Response:
    """POST /review/sample: draw one."""
    words = say(request)
    size, seed = form["size"], form["seed"]
    if not (size.isdecimal() and seed.isdecimal() and len(seed) < 19 and 0 < int(size) <= _LARGEST):
        raise ServingError(words("review.draw.wrong", most=words.number(_LARGEST)))
    made = draw(archive(request), form["name"], int(size), seed=int(seed), account=guest(request).name)
    return redirect(request, within("/review", queue="random", sample=made.name))


@reads("reviewer")
def names(request: Request) -> Response:
    """GET /review/names?q=…: names to choose from, for the script of the page."""
    found = names_like(archive(request), request.query_params.get("q", "")[:200])
    return JSONResponse([visible(one.name) for one in found], headers={"cache-control": "private, max-age=60"})


def _draw(request: Request) -> dict[str, Any]:
    """What a new sample is called, unless somebody says otherwise."""
    name = say(request)("review.draw.named", day=datetime.now(UTC).date().isoformat())
    return {"suggested": name, "size": _SIZE, "seed": secrets.randbelow(1_000_000), "most": _LARGEST}


def _queue(asked: str | None) -> Queue:
    return next((one for one in QUEUES if one == asked), "lowest")


def _sample(request: Request, known: Sequence[Sample], name: str | None) -> Sample:
    """The sample of a name, else the newest."""
    if name is None:
        return known[0]
    try:
        return sample_named(archive(request), name)
    except MissingError as error:
        raise NotFoundError(say(request)("review.sample.missing")) from error


def _item(request: Request, address: str) -> Item:
    try:
        return item_at(archive(request), address)
    except MissingError as error:
        raise NotFoundError(say(request)("review.missing")) from error


def _back(form: Form) -> str:
    """The next of the queue, or the article of a statement that was chosen."""
    if form["queue"] in QUEUES:
        return f"{within('/review', queue=form['queue'], sample=form['sample'])}#item"
    return f"/articles/{form['statement'].partition('/')[0]}"


def _seconds(shown: str) -> float | None:
    """How long it took; `shown` is when the page was made, seconds since 1970."""
    try:
        return max(0.0, time.time() - float(shown))
    except ValueError:
        return None


def _register(request: Request) -> Register | None:
    path = settings(request).register
    return _read(path, path.stat().st_mtime_ns) if path else None


@cache
def _read(path: Path, _: int) -> Register:
    return read_register(path)


ROUTES = [
    Route("/review", show),
    Route("/review", judge, methods=["POST"]),
    Route("/review/undo", take_back, methods=["POST"]),
    Route("/review/sample", draw_sample, methods=["POST"]),
    Route("/review/names", names),
]
