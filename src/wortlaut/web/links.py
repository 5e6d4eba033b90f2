"""absolute(): addresses that work outside of the app: in feeds, citations, and to be copied."""

from __future__ import annotations

from starlette.requests import Request

from wortlaut.web.frame import settings, url


def absolute(request: Request, path: str, /, **query: object) -> str:
    """The public address of a page, see `frame.url`."""
    how = settings(request)
    return how.root + url(request, path, **query).removeprefix(how.prefix)
