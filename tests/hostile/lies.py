# ruff: noqa: E501 - the lines are data
"""Lies: pages that say something false of themselves: their encoding, date, outlet, language, address."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from tests.hostile.cases import CALM, ELSEWHERE, Case, page, row, said

_UMLAUTS = f"<!doctype html><html><head>{{}}</head><body><p>{CALM} Käßmöhre, Übel, Größe.</p></body></html>"


def cases() -> Iterator[Case]:
    for name, (idea, data) in _ENCODINGS.items():
        yield Case(f"encoding-{name}", idea, "file", f"encoding-{name}.html", data)
    for name, (idea, data) in _FACTS.items():
        yield Case(f"facts-{name}", idea, "file", f"facts-{name}.html", data)
    for name, published in _DATES.items():
        yield Case(f"date-{name}", f"a date of publication that is {name.replace('-', ' ')}", "file", f"date-{name}.jsonl",
                   lambda n=name, p=published: row(published=p, title=f"Datum {n}", text=said(f"Datum {n},")))  # fmt: skip


def _meta(charset: str) -> str:
    return _UMLAUTS.format(f'<meta charset="{charset}">')


_ENCODINGS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "utf8-is-latin": ("UTF-8 is said, Windows-1252 is sent", lambda: _meta("utf-8").encode("cp1252")),
    "latin-is-utf8": ("Latin-1 is said, UTF-8 is sent", lambda: _meta("iso-8859-1").encode()),
    "utf7": ("UTF-7, in which markup has no angle brackets", lambda: (_meta("utf-7").replace("Übel", "+ADw-script+AD4-window.__pwned+AD0-1+ADw-/script+AD4-")).encode()),
    "utf16-said": ("UTF-16 is said in a page that is none", lambda: _meta("utf-16").encode()),
    "utf16-no-mark": ("UTF-16 without a mark", lambda: _meta("utf-16le").encode("utf-16-le")),
    "utf32": ("UTF-32 with its mark, which begins as UTF-16 does", lambda: _meta("utf-8").encode("utf-32")),
    "marks": ("three byte order marks", lambda: b"\xef\xbb\xbf" * 3 + _meta("utf-8").encode()),
    "iso2022": ("a Japanese encoding with escape sequences that hide markup", lambda: _meta("iso-2022-jp").encode("ascii", "replace").replace(b"Gr", b"\x1b$B$\"<script>\x1b(B")),
    "unknown": ("an encoding that does not exist", lambda: _meta("x-pwned").encode()),
    "codec": ("a codec of Python that is no encoding of text", lambda: _meta("zlib_codec").encode()),
    "idna": ("an encoding of host names", lambda: _meta("punycode").encode()),
    "overlong": ("overlong UTF-8, in which a bracket has two bytes", lambda: _meta("utf-8").encode().replace(b"Gr", b"\xc0\xbcscript\xc0\xbe")),
    "cut": ("UTF-8 cut within a letter", lambda: _meta("utf-8").encode()[:-20] + "Ü".encode()[:1]),
    "mixed": ("two encodings in one page", lambda: _meta("utf-8").encode() + "Größe".encode("cp1252") + b"</p>"),
    "two-said": ("two encodings are said", lambda: _UMLAUTS.format('<meta charset="utf-8"><meta http-equiv="Content-Type" content="text/html; charset=utf-16">').encode()),
    "binary": ("random bytes that call themselves a page", lambda: b"<!doctype html><p>" + bytes((n * 7919) % 256 for n in range(20_000))),
    "ebcdic": ("an encoding of main frames", lambda: _meta("cp037").encode("cp037", "replace")),
}  # fmt: skip


def _posting(**facts: object) -> bytes:
    return page("", head=f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **facts})}</script>')


_FACTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "other-outlet": ("data for machines that name another outlet", lambda: _posting(publisher={"name": "Küstenkurier"}, headline="Gefälscht")),
    "two-outlets": ("two outlets, one for people and one for machines", lambda: page("", head='<meta property="og:site_name" content="Bote A"><script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Bote B"}}</script>')),
    "canonical": ("an address that is somebody else's article", lambda: page("", head=f'<link rel=canonical href="{ELSEWHERE}/"><meta property="og:url" content="https://kuestenkurier.example/1">')),
    "canonical-file": ("an address that is a file of this machine", lambda: page("", head='<link rel=canonical href="file:///etc/passwd"><meta property="og:url" content="file:///etc/shadow">')),
    "base": ("a base address on this machine", lambda: page('<p><a href="x">Link</a></p>', head='<base href="http://127.0.0.1:1/">')),
    "types": ("facts of all types that they should not have", lambda: _posting(headline={"a": [1]}, publisher=[1, None], datePublished=20261101, author=float("1e308"))),
    "not-a-number": ("numbers that are none, keys twice, a prototype", lambda: page("", head='<script type="application/ld+json">{"@type":"NewsArticle","headline":NaN,"headline":Infinity,"__proto__":{"x":1},"constructor":1}</script>')),
    "graph": ("an article hidden in a graph within lists", lambda: page("", head='<script type="application/ld+json">[[[{"@graph":[{"@type":["Thing","NewsArticle"],"headline":"Im Graph"}]}]]]</script>')),
    "many-dates": ("thirty dates that contradict each other", lambda: page("".join(f"<time datetime=20{n:02}-01-01>x</time>" for n in range(30)), head='<meta property="article:published_time" content="2031-01-01">')),
    "language": ("a language that it is not", lambda: page("", language="tlh-x-klingon")),
    "no-article": ("a page that is only navigation", lambda: b"<!doctype html><html><body><nav>" + b"<a href=/>Start</a>" * 500 + b"</nav></body></html>"),
    "hidden": ("an article that nobody sees, and a text that everybody sees", lambda: page(f"<div hidden><p>{said('verborgen')}</p></div><p aria-hidden=true>{CALM}</p>")),
    "cookie": ("an article within a notice on cookies", lambda: page(f'<div class="cookie-consent"><p>{said("Keks")}</p></div>')),
}  # fmt: skip
_DATES = {
    "no-day": "2026-02-31",
    "before-time": "0000-00-00",
    "far-away": "9999-12-31T23:59:59-23:59",
    "negative": "-0044-03-15",
    "a-week": "2026-W10-1",
    "a-formula": "=1+1",
    "arabic": "٢٠٢٦-١١-٠١",
    "a-second-too-many": "2026-12-31T23:59:60Z",
    "an-odd-zone": "2026-11-01T00:00:00+99:99",
    "huge": "2026-11-" + "1" * 10_000,
}
