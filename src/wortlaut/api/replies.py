"""Replies: values as JSON, with what caches and pages need to go on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from wortlaut.api.state import asked as path_of
from wortlaut.api.state import root
from wortlaut.exports.records import json_text

JSON = "application/json"
PRIVATE = "private, no-cache"  # may be kept by who asked, and is asked for again with its ETag


def reply(request: Request, value: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A value as JSON; where it has a `next`, a link leads there. What the asker holds already is not sent again."""
    told = {**_links(request, value), **(headers or {})}
    return raw(request, json_text(value).encode(), JSON, status=status, headers=told)


def raw(
    request: Request, body: bytes, media: str, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """The same of a body that is made already."""
    told = {"cache-control": PRIVATE, "vary": "Authorization, Cookie", **(headers or {})}
    if request.method not in ("GET", "HEAD"):
        return Response(body, status, {**told, "cache-control": "no-store"}, media)
    told["etag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if _is_held(request.headers.get("if-none-match", ""), told["etag"]):
        return Response(status_code=304, headers=told)
    return Response(body, status, told, media)


def without_body(answer: Response) -> Response:
    """The same for HEAD: all that is told of an answer, and not the answer."""
    return Response(None, answer.status_code, dict(answer.headers))


def here(request: Request, path: str) -> str:
    """An address of the API, with whatever prefix it lies under."""
    return quote(f"{root(request)}{path}")


def _is_held(given: str, tag: str) -> bool:
    # compared weakly, as RFC 9110 says of If-None-Match
    return given.strip() == "*" or tag in [one.strip().removeprefix("W/") for one in given.split(",")]


def _links(request: Request, value: Any) -> dict[str, str]:
    after = value.get("next") if isinstance(value, dict) else None
    if after is None:
        return {}
    asked = [(name, given) for name, given in parse_qsl(request.url.query, True) if name != "after"]
    target = f"{path_of(request)}?{urlencode([*asked, ('after', after)])}"
    return {"link": f'<{target}>; rel="next"'}
