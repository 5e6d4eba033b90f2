"""/: what the archive holds, by month; search; what was said last; what waits. In an empty archive the first step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.archive import Hit, Query
from wortlaut.archive.browsing import Wanted, article_page
from wortlaut.archive.overview import Overview, overview
from wortlaut.desk.queues import waiting
from wortlaut.serving.freshness import keep_fresh
from wortlaut.web.charts import linked_months
from wortlaut.web.frame import archive, guest, reads, render, say, url
from wortlaut.web.hits import article_path, listed, name_of

_NEWEST = 6  # statements
_LOOKED = 30  # statements among which these are chosen
_OF_ONE = 2  # statements of one article
_ADDED = 6  # articles
_NAMES = 8  # people who say most


@reads()
def show(request: Request) -> Response:
    """GET /."""
    held, words = archive(request), say(request)
    keep_fresh(held)
    known = overview(held)
    if known is not None and known.articles == 0:
        return render(request, "start_empty.html")
    newest = Query(limit=_LOOKED)
    added = article_page(held, Wanted(limit=_ADDED)).kept
    return render(
        request, "start.html", known=known, picture=_picture(request, known),
        hits=listed(_varied(held.find(newest).hits), newest, words.table),
        added=[(one, article_path(one), name_of(one, words.table)) for one in added],
        speakers=[one.name for one in known.by_person if one.name][:_NAMES] if known else [],
        second=waiting(held, guest(request).name) if guest(request).may("reviewer") else 0,
    )  # fmt: skip


def _varied(hits: Sequence[Hit]) -> list[Hit]:
    """The newest, but not all of one article, which else would fill the page."""
    taken = Counter[int]()
    found: list[Hit] = []
    for hit in hits:
        taken[hit.kept.article] += 1
        if taken[hit.kept.article] <= _OF_ONE and len(found) < _NEWEST:
            found.append(hit)
    return found


def _picture(request: Request, known: Overview | None) -> Markup:
    if known is None or len(known.by_month) < 2:
        return Markup("")
    words, where = say(request), url(request, "/search", since="SINCE", until="UNTIL")
    return linked_months(known.by_month, language=words.language, caption=words("start.months"), address=where)


ROUTES = [Route("/", show)]
