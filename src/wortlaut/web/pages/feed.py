"""/search.atom: the newest of a search as a feed; /search/export: all of it as a file."""

from __future__ import annotations

import hashlib

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.archive.selecting import selected
from wortlaut.errors import ServingError
from wortlaut.exports import FORMATS
from wortlaut.web.asking import Asked, asked
from wortlaut.web.atom import MEDIA, Feed, atom
from wortlaut.web.frame import NotFoundError, archive, reads, say, settings
from wortlaut.web.giving import given_out, most
from wortlaut.web.links import absolute

_ENTRIES = 50


@reads()
def feed(request: Request) -> Response:
    """GET /search.atom."""
    given = _asked(request)
    found = archive(request).find(given.query)
    where = Feed(
        absolute(request, "/search.atom", **given.given), absolute(request, "/search", **given.given),
        settings(request).root, say(request), _title(given, request),
    )  # fmt: skip
    data = atom(found.hits, where).encode()
    tag = f'"{hashlib.sha256(data).hexdigest()[:24]}"'
    headers = {"etag": tag, "cache-control": "private, max-age=300", "vary": "cookie, accept-language"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(None, 304, headers)
    return Response(data, 200, headers, media_type=MEDIA)


@reads()
def export(request: Request) -> Response:
    """GET /search/export: the statements that are found, of all pages, and no others."""
    given = _asked(request)
    known = FORMATS.get(request.query_params.get("format", ""))
    if known is None:
        raise NotFoundError(say(request)("search.export.unknown", formats=", ".join(FORMATS)))
    held = archive(request)
    found = held.total(given.query).statements
    if found > most(known):
        words = say(request)
        raise ServingError(words("search.export.many", found=words.number(found), most=words.number(most(known))))
    return given_out(selected(held, given.query), known, "wortlaut")


def _asked(request: Request) -> Asked:
    """What is asked for, the newest first. Raises ServingError where it is no search."""
    params = request.query_params
    given = asked(
        type(params)([(k, v) for k, v in params.multi_items() if k not in ("order", "after")]), limit=_ENTRIES
    )
    if given.wrong:
        raise ServingError(say(request)(next(iter(given.wrong.values()))))
    return given


def _title(given: Asked, request: Request) -> str:
    words = say(request)
    told = [str(given.given[name]) for name in ("q", "person", "about", "outlet") if name in given.given]
    return f"Wortlaut: {', '.join(told) or words('search.everything')}"


ROUTES = [Route("/search.atom", feed), Route("/search/export", export)]
