# ruff: noqa: E501 - the lines are data
"""Requests that mean harm: paths, queries, headers and bodies, each of which must be answered, and never with 5xx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, quote_plus

from tests.hostile.formats import WORDS
from tests.hostile.scripts import ENDINGS, MARKUP, TEMPLATES
from tests.hostile.signs import SIGNS


@dataclass(frozen=True)
class Asking:
    """One request; `headers` and `body` beside it."""

    path: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


NUMBERS = (
    "0",
    "-1",
    "1.0",
    "1e9",
    "0x10",
    "99999999999999999999",
    "1" * 400,
    "१",
    "%00",
    "1%0a",
    "null",
    "NaN",
    "1.-1",
    "1.1.1",
)
PATHS = (
    "/static/../../../../etc/passwd", "/static/%2e%2e/%2e%2e/etc/passwd", "/static/..%2f..%2fetc%2fpasswd",
    "/static/x/..%5c..%5cpyproject.toml", "/static/%00/app.css", "//pwned.example/", "/%2f%2fpwned.example", "/.git/config",
    "/.env", "/server-status", "/wp-login.php", "/%c0%ae%c0%ae/", "/%ff%fe", "/" + "a/" * 2_000, "/" + "x" * 8_000, "/articles/1/../../../etc/passwd",
    "/articles/1;jsessionid=1", "/reports/../../etc/passwd", "/reports/%2e%2e%2f", "/people/1%20OR%201=1", "/people/1/merge",
    "/search.atom.html", "/search/export?format=../../etc/passwd", "/search/export?format=%00", "/search/export",
    "/api/v1/../../etc/passwd", "/api/v1/articles/1%00", "/api/v1/%2e%2e/", "/api/v1/nirgends",
)  # fmt: skip
CURSORS = ("'", "0", "-1", "9" * 30, "AAAA", "%00", "eyJhIjoxfQ==", "1:1:1:1", "a" * 5_000, "\ud83d\ude00")


def askings() -> Iterator[Asking]:
    """All of them."""
    yield from (Asking(path) for path in PATHS)
    yield from _numbers()
    yield from _words()
    yield from _parameters()
    yield from _headers()
    yield from _bodies()


def _numbers() -> Iterator[Asking]:
    for number in NUMBERS:
        for place in ("/articles/{}", "/articles/1.{}", "/statements/{}.1/s1", "/statements/1.1/s{}", "/statements/1.1/{}",
                      "/people/{}", "/jobs/{}", "/reports/{}", "/api/v1/articles/{}", "/api/v1/people/{}", "/api/v1/utterances/{}"):  # fmt: skip
            yield Asking(place.format(quote(number, safe="%")))


def _words() -> Iterator[Asking]:
    """What is in the articles, asked for."""
    for _, words in (*WORDS.values(), *MARKUP.values(), *ENDINGS.values(), *TEMPLATES.values(), *SIGNS.values()):
        said = quote_plus(words.encode("utf-8", "replace"))[:3_000]
        yield from (Asking(place + said) for place in ("/search?q=", "/search?person=", "/search?outlet=", "/search?about=",
                    "/people?q=", "/check?q=", "/search.atom?q=", "/api/v1/search?q="))  # fmt: skip
    for words in (
        '"',
        '""',
        "-",
        "- -",
        "*",
        "a*",
        "(" * 500,
        '"a" ' * 500,
        "-a " * 500,
        "ä" * 4_000,
        "OR",
        "NOT",
        "\x00",
    ):
        yield Asking("/search?q=" + quote_plus(words))
        yield Asking("/api/v1/search?q=" + quote_plus(words))


def _parameters() -> Iterator[Asking]:
    for cursor in CURSORS:
        said = quote_plus(cursor.encode("utf-8", "surrogatepass"))
        yield from (
            Asking(f"{place}after={said}")
            for place in ("/search?q=Rat&", "/people?", "/search.atom?", "/api/v1/search?")
        )
    for name, values in {
        "since": ("2026-13-01", "0000-01-01", "9999-12-31", "-1", "x" * 300, "2026-W01"),
        "until": ("0001-01-01", "\u0661\u0669\u0669\u0669-01-01"),
        "kind": ("nichts", "direct", "' OR 1=1", "%00"),
        "order": ("random", "newest; DROP TABLE articles"),
        "copies": ("2", "true", "-"),
        "versions": ("%ff",),
        "limit": ("0", "-1", "1000000000", "1e3", "x"),
        "lang": ("xx", "../../etc", "<script>"),
        "format": ("exe", "../x", "csv\r\nX: y"),
    }.items():
        for value in values:
            yield from (
                Asking(f"{place}?q=Rat&{name}={quote_plus(value, safe='%')}")
                for place in ("/search", "/search.atom", "/search/export", "/api/v1/search")
            )
    yield Asking("/search?" + "&".join(f"p{n}=x" for n in range(3_000)))
    yield Asking("/search?" + "&".join(["kind=direct"] * 3_000))
    yield Asking("/search?q=Rat&q=Rat&q=")
    yield Asking("/search?=&&&=&%=&q[]=1&q[a]=2")
    yield Asking("/search?since=2026-12-31&until=2026-01-01")


def _headers() -> Iterator[Asking]:
    for name, value in (
        ("Accept-Language", "de;q=" + "9" * 500), ("Accept-Language", "*" + ",xx" * 2_000), ("Cookie", "wortlaut_language=<script>"),
        ("Cookie", "wortlaut_theme=\"><script>; wortlaut_notice=error.500"), ("Cookie", "wortlaut_session=" + "A" * 3_000),
        ("Cookie", "=;;;=;a"), ("If-None-Match", '"' + "x" * 3_000), ("If-Modified-Since", "gestern"), ("Range", "bytes=0-1,5-9," * 300),
        ("X-Forwarded-For", "127.0.0.1, <script>"), ("X-Forwarded-Prefix", "//pwned.example"), ("X-Forwarded-Host", "pwned.example"),
        ("Forwarded", "for=127.0.0.1;host=pwned.example"), ("X-Original-URL", "/admin"), ("X-HTTP-Method-Override", "DELETE"),
        ("Authorization", "Bearer " + "x" * 3_000), ("Authorization", "Basic \xff"), ("Content-Type", "application/json; charset=pwned"),
        ("Accept", "application/xml;q=" + "1" * 100), ("Accept-Encoding", "gzip;q=nan, br, *"), ("Referer", "https://pwned.example/"),
        ("Origin", "null"), ("Expect", "100-continue"), ("Upgrade", "h2c"), ("User-Agent", "<script>alert(1)</script>" * 50),
    ):  # fmt: skip
        for path in ("/", "/search?q=Rat", "/api/v1/search?q=Rat"):
            yield Asking(path, headers={name: value})
    yield Asking("/", headers={"Host": "pwned.example"})
    yield Asking("/", headers={"Host": "127.0.0.1.pwned.example"})
    yield Asking("/", headers={"Host": "<script>"})
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "XYZ"):
        yield Asking("/search", method)
        yield Asking("/api/v1/search", method)


_URLENCODED = "application/x-www-form-urlencoded"


def _bodies() -> Iterator[Asking]:
    """Forms without a page's token change nothing; bodies that are broken are refused."""
    for path in ("/add", "/sources", "/preferences", "/review", "/check", "/reports", "/login", "/logout", "/people/1/merge",
                 "/people/1/split", "/people/1/undo", "/jobs/1", "/api/v1/analyze", "/api/v1/check", "/api/v1/judgements", "/api/v1/articles"):  # fmt: skip
        for body, kind in (
            (b"text=" + b"x" * 1_000, _URLENCODED), (b"csrf=%00&csrf=x&to=//pwned.example&to=https://pwned.example", _URLENCODED),
            (b"a=1&" * 3_000, _URLENCODED), (b"%" * 2_000, _URLENCODED),
            (b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x\"\r\n\r\nX", "multipart/form-data; boundary=x"),
            (b"--x\r\n" * 2_000, "multipart/form-data; boundary=x"), (b"x", "multipart/form-data"),
            (b"[" * 50_000, "application/json"), (b'{"text": 1e999, "text": null}', "application/json"), (b"\xff\xfe", "application/json"),
            (b'{"text": "\\ud800"}', "application/json"), (b"<x/>", "application/xml"),
        ):  # fmt: skip
            yield Asking(path, "POST", {"Content-Type": kind}, body)
