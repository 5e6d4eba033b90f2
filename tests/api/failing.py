"""How each failure is provoked, of any operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import httpx

from tests.api.served import ROOT, serve, token
from wortlaut.api.gate import BODY
from wortlaut.archive import Archive
from wortlaut.errors import BusyError, DatabaseError
from wortlaut.serving.settings import UPLOAD

Request = Mapping[str, Any]

# Of which operation the document shows a failure.
ASKED: dict[int, tuple[str, str, Request]] = {
    400: ("GET", "/search", {"params": {"q": "Hafen\0"}}),
    401: ("GET", "/search", {}),
    403: ("POST", "/articles", {"json": {"text": "„Ja“, sagte sie."}}),
    404: ("GET", "/articles/9999", {}),
    405: ("DELETE", "/articles/17", {}),
    406: ("GET", "/search", {}),
    413: ("POST", "/analyze", {"json": {"text": "„Ja“, sagte sie."}}),
    415: ("POST", "/analyze", {"json": {"text": "„Ja“, sagte sie."}}),
    421: ("GET", "/search", {}),
    422: ("GET", "/search", {"params": {"since": "gestern"}}),
    429: ("GET", "/search", {}),
    500: ("GET", "/search", {}),
    503: ("GET", "/search", {}),
}


class Broken:
    """An archive, or a reader, in which everything fails."""

    url = "broken"

    def __init__(self, error: Exception) -> None:
        self._error = error

    def __getattr__(self, name: str) -> Any:
        raise self._error


def provoke(archive: Archive, method: str, path: str, asked: Request, status: int) -> httpx.Response:
    """Ask so that it fails with a status."""
    way = _WAYS.get(status)
    return way(archive, method, f"{ROOT}{path}", asked) if way else _plain(archive, method, f"{ROOT}{path}", asked)


def _plain(archive: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    return serve(archive).client().request(method, path, **asked)


def _malformed(archive: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    return _plain(archive, method, path, {**asked, "params": {**asked.get("params", {}), "x": "\0"}})


def _unknown(archive: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    return serve(archive, accounts=True).client(authorization="Bearer wl_nobody").request(method, path, **asked)


def _forbidden(archive: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    other = "analyze" if "/analyze" not in path else "read"
    key = token(archive, other)
    return serve(archive, accounts=True).client(authorization=f"Bearer {key}").request(method, path, **asked)


def _not_acceptable(archive: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    return serve(archive).client(accept="image/png").request(method, path, **asked)


def _too_large(archive: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    if method == "GET":  # only the guard looks at a body that nobody reads
        return _plain(archive, method, path, {**asked, "headers": {"content-length": f"{UPLOAD + 1}"}})
    return _plain(archive, method, path, {**asked, "json": {"text": "x" * BODY}})


def _wrong_host(archive: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    return _plain(archive, method, path, {**asked, "headers": {"host": "evil.example"}})


def _media_type(archive: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    without = {name: value for name, value in asked.items() if name != "json"}
    return _plain(archive, method, path, {**without, "content": "{}", "headers": {"content-type": "text/plain"}})


def _invalid(archive: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    given = {**asked} if "since" in asked.get("params", {}) else {**asked, "params": {"nonsense": "1"}}
    return _plain(archive, method, path, given)


def _too_many(archive: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    client = serve(archive, rate=1).client()
    client.request(method, path, **asked)
    return client.request(method, path, **asked)


def _failed(_: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    broken = Broken(RuntimeError("secret words"))
    return serve(broken, readers=broken).client().request(method, path, **asked)


def _unavailable(_: Archive, method: str, path: str, asked: Request) -> httpx.Response:
    error = DatabaseError("news.db: the database is locked")
    return serve(Broken(error), readers=Broken(BusyError("8 texts wait"))).client().request(method, path, **asked)


_WAYS: dict[int, Callable[[Archive, str, str, Request], httpx.Response]] = {
    400: _malformed,
    401: _unknown,
    403: _forbidden,
    406: _not_acceptable,
    413: _too_large,
    415: _media_type,
    421: _wrong_host,
    422: _invalid,
    429: _too_many,
    500: _failed,
    503: _unavailable,
}
