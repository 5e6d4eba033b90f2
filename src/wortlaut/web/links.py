"""Addresses that lead out of the app, or work outside of it: in feeds, citations, and to be copied."""

from __future__ import annotations

import re

from starlette.requests import Request

from wortlaut.web.frame import settings, within

_ADDRESS = re.compile(r"https?://[^\s/]", re.ASCII | re.IGNORECASE)


def absolute(request: Request, path: str, /, **query: object) -> str:
    """The public address of a page, see `frame.within`."""
    return settings(request).root + within(path, **query)


def page_address(source: str | None) -> str | None:
    """Where an article was found, if a browser may be led there: an address of the web and nothing else.

    >>> page_address("https://bote.example/a"), page_address("javascript:alert(1)"), page_address("a.html")
    ('https://bote.example/a', None, None)
    """
    return source if source and _ADDRESS.match(source) else None
