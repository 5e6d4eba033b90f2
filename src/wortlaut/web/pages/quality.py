"""/review/quality: how much of the archive is right, and how far those agree who say so."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.desk.items import Place
from wortlaut.desk.quality import quality
from wortlaut.desk.queues import QUEUES, waiting
from wortlaut.desk.reviews import Review, all_reviews
from wortlaut.desk.samples import all_samples
from wortlaut.exports.cells import defused, plain
from wortlaut.web.frame import archive, guest, reads, render, say
from wortlaut.web.intervals import Line, intervals

_SHOWN = 50  # disagreements
_COLUMNS = (
    "id", "at", "account", "address", "article", "start", "end", "text", "verdict", "read_kind", "read_person",
    "said_kind", "said_person", "said_start", "said_end", "sample", "seconds", "replaces", "undone", "model",
)  # fmt: skip


@reads("reviewer")
def show(request: Request) -> Response:
    """GET /review/quality?sample=…: without a name the newest one."""
    samples = all_samples(archive(request))
    name = request.query_params.get("sample")
    chosen = [one for one in samples if one.name == name] or list(samples[:1])
    found = quality(archive(request), chosen)
    words = say(request)
    lines = (
        [Line(words(f"review.aspect.{one.aspect}"), one.share) for one in found.precisions[0].measured]
        if chosen
        else []
    )
    return render(
        request, "review_quality.html", quality=found, samples=samples, sample=chosen[0] if chosen else None,
        precision=found.precisions[0] if chosen else None, queue="quality", queues=QUEUES,
        waiting=waiting(archive(request), guest(request).name), shown=found.disagreements[:_SHOWN],
        more=max(0, len(found.disagreements) - _SHOWN),
        picture=intervals(lines, words, words("review.precision.picture")) if lines else "",
    )  # fmt: skip


@reads("reviewer")
def table(request: Request) -> Response:
    """GET /review/quality.csv: all reviews; of what one reader alone has judged only the own ones, but for an
    administrator.
    """
    every = list(all_reviews(archive(request)))
    readers: defaultdict[Place, set[str]] = defaultdict(set)
    for one in every:
        if one.is_judged and one.undone is None:
            readers[one.place].add(one.account)
    asks = guest(request)
    told = [one for one in every if asks.may("admin") or one.account == asks.name or len(readers[one.place]) > 1]
    headers = {"content-disposition": 'attachment; filename="reviews.csv"', "cache-control": "private, no-store"}
    return Response(_csv(told), media_type="text/csv; charset=utf-8", headers=headers)


def _csv(reviews: Iterable[Review]) -> str:
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(_COLUMNS)
    writer.writerows([defused(plain(cell)) for cell in _cells(one)] for one in reviews)
    return made.getvalue()


def _cells(one: Review) -> Iterator[object]:
    said = one.said
    yield from (one.id, one.at, one.account, one.address, one.place.article, one.place.start, one.place.end, one.text)
    yield from (" ".join(one.verdicts), one.read.kind, one.read.person)
    yield from (said.kind, said.person, said.content.start, said.content.end) if said else (None,) * 4
    yield from (one.sample, one.seconds, one.replaces, one.undone, one.model)


ROUTES = [Route("/review/quality", show), Route("/review/quality.csv", table)]
