"""Client: the API of a served archive from Python, on the standard library alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException, HTTPResponse
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from wortlaut.errors import InputError, WortlautError
from wortlaut.record import Analysis, from_dict

SECONDS = 60.0  # without a byte of an answer
_PIECE = 64 * 1024  # bytes
_LARGEST = 64 << 20  # bytes of an answer that is no export


class Client:
    """Asks an archive that `wortlaut serve` serves, as docs/reference/api.md tells it; answers are plain values.

    `url` is the address that the server printed, `token` one of an account where it has accounts, `timeout` the
    seconds to wait for bytes. Every method raises WortlautError with what the server says is to be done.
    """

    def __init__(self, url: str, token: str | None = None, *, timeout: float = SECONDS) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise InputError(f"{url!r:.100} is no address of a server; write it as http://127.0.0.1:8765")
        if token is not None and not (token.isascii() and token.isprintable() and " " not in token):
            raise InputError("the token is none; copy it from the page of your account, it begins with wl_")
        self._root = f"{url.rstrip('/')}/api/v1"
        self._headers = {"Accept": "*/*"} | ({"Authorization": f"Bearer {token}"} if token else {})
        self._timeout = timeout
        self._opener = build_opener(_NoRedirects)

    def info(self) -> dict[str, Any]:
        """What the archive holds, and who is asking."""
        return self._get("/info")

    def articles(self, *, limit: int | None = None, **filters: object) -> Iterator[dict[str, Any]]:
        """Articles, what came in last first: `outlet=`, `since=`, `until=`; at most `limit` of them."""
        return self._pages("/articles", "articles", filters, limit)

    def article(self, address: str | int) -> dict[str, Any]:
        """The record of an article: 17, or "17.2" for its second version."""
        return self._get(f"/articles/{quote(str(address), safe='')}")

    def statement(self, address: str) -> dict[str, Any]:
        """A statement and its variants, by its address as "17.2/s4"."""
        article, _, name = address.partition("/")
        return self._get(f"/statements/{quote(article, safe='')}/{quote(name, safe='')}")

    def search(self, q: str = "", *, limit: int | None = None, **filters: object) -> Iterator[dict[str, Any]]:
        """Statements, page by page as they are taken: `person=`, `about=`, `outlet=`, `since=`, `until=`, `kind=` …"""
        return self._pages("/search", "hits", {"q": q, "total": False, **filters}, limit)

    def people(self, q: str | None = None, *, limit: int | None = None) -> Iterator[dict[str, Any]]:
        """People by a name, or all of them."""
        return self._pages("/people", "people", {"q": q}, limit)

    def check(self, quotation: str, *, person: str | None = None) -> dict[str, Any]:
        """The verdict on a quotation, with its evidence."""
        return self._post("/check", {"q": quotation, "person": person})

    def analyze(self, text: str, **known: object) -> Analysis:
        """Who said what in a text that is not kept; known may be `title=`, `outlet=`, `published=`, `source=`."""
        return from_dict(self._post("/analyze", {"text": text, **known}))

    def add(self, text: str, **known: object) -> dict[str, Any]:
        """Have a text read and kept; gives the job."""
        return self._post("/articles", {"text": text, **known})

    def job(self, number: int) -> dict[str, Any]:
        """How far a job is."""
        return self._get(f"/jobs/{int(number)}")

    def export(self, format: str = "jsonl", **filters: object) -> Iterator[bytes]:
        """An export, piece by piece; raises where it ends before its end."""
        with self._open(Request(self._address("/export", {"format": format, **filters}))) as answer:
            try:
                while piece := answer.read1(_PIECE):
                    yield piece
            except (OSError, HTTPException) as error:
                raise WortlautError(f"{self._root}: the export ended before its end ({error!r}); ask again") from error

    def _pages(
        self, path: str, name: str, asked: Mapping[str, object], limit: int | None
    ) -> Iterator[dict[str, Any]]:  # fmt: skip
        left, after = limit, None
        while left is None or left > 0:
            size = 100 if left is None else min(left, 100)
            page = self._get(path, {**asked, "limit": size, "after": after})
            yield from page[name]
            left, after = None if left is None else left - len(page[name]), page["next"]
            if after is None:
                return

    def _get(self, path: str, asked: Mapping[str, object] | None = None) -> dict[str, Any]:
        return self._answer(Request(self._address(path, asked or {})))

    def _post(self, path: str, body: Mapping[str, object]) -> dict[str, Any]:
        data = json.dumps({name: value for name, value in body.items() if value is not None}).encode()
        return self._answer(Request(self._root + path, data, {"Content-Type": "application/json"}))

    def _address(self, path: str, asked: Mapping[str, object]) -> str:
        given = {name: _plain(value) for name, value in asked.items() if value is not None}
        return f"{self._root}{path}?{urlencode(given, doseq=True)}" if given else self._root + path

    def _answer(self, request: Request) -> dict[str, Any]:
        with self._open(request) as answer:
            data = answer.read(_LARGEST + 1)
        try:
            made: dict[str, Any] = json.loads(data)
        except ValueError as error:
            raise WortlautError(f"{self._root}: the answer is no JSON; is this the address of Wortlaut?") from error
        return made

    @contextmanager
    def _open(self, request: Request) -> Iterator[HTTPResponse]:
        for name, value in self._headers.items():
            request.add_header(name, value)
        try:
            answer = self._opener.open(request, timeout=self._timeout)
        except HTTPError as error:
            with error:
                raise WortlautError(_told(error)) from error
        except (OSError, HTTPException) as error:
            why = error.reason if isinstance(error, URLError) else error
            raise WortlautError(f"{self._root} does not answer ({why}); is `wortlaut serve` running there?") from error
        with answer:
            yield answer


class _NoRedirects(HTTPRedirectHandler):
    """The API never redirects; whoever does shall not be given the token."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        """None: the redirect is the answer, and so an error."""
        return None


def _plain(value: object) -> object:
    """A value as the API writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return list(value) if isinstance(value, (list, tuple)) else str(value)


def _told(error: HTTPError) -> str:
    """What a problem says; of other answers their status."""
    try:
        told = json.loads(error.read(1 << 20))
        return f"{told['detail']} ({told['status']} {told['title']})"
    except (ValueError, KeyError, TypeError, OSError, HTTPException):
        return f"{error.url} answers {error.code}; is this the address that `wortlaut serve` printed?"
