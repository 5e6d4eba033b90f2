"""Feeds (RSS, Atom) and sitemaps: the addresses that they name. Nothing is fetched here."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from wortlaut.errors import InputError
from wortlaut.intake.dates import feed_date
from wortlaut.intake.given import NOTHING, Given
from wortlaut.intake.keys import web_key
from wortlaut.intake.unpacking import unfold

MAX_LISTING_BYTES = 52_428_800  # unpacked: 50 MiB, the limit of sitemaps.org
MAX_FEED_BYTES = 5_000_000
MAX_OPEN = 500  # elements that a feed may leave open; feedparser takes time with their square
MAX_ENTRIES = 50_000  # the limit of sitemaps.org
HEAD = 4096  # bytes in which a listing must begin, after its document type and comments
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?><\?[^>]*+>\s*+|<!--.*?-->\s*+|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\])?\s*+>\s*+)*+"
    rb"<(?:\w+:)?(rss|feed|rdf|urlset|sitemapindex)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_OPENING = re.compile(rb"<[A-Za-z_]")
_ENTITY = re.compile(rb"<!\s*(ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """An address that a listing names; `updated` is ISO 8601, and `given` what the listing says of the article.

    `is_listing` marks a further listing: a sitemap of an index, or the next page of a feed (`is_next`).
    """

    url: str
    updated: str | None = None
    given: Given = NOTHING
    is_listing: bool = False
    is_next: bool = False


def looks_like_listing(data: bytes) -> bool:
    """Whether bytes begin as a feed or a sitemap, or as a packed sitemap.

    >>> looks_like_listing(b'<?xml version="1.0"?><rss version="2.0">'), looks_like_listing(b"<html>")
    (True, False)
    """
    return _START.match(_unpacked_head(data)) is not None


def entries(data: bytes, *, name: str, url: str | None = None) -> Iterator[Entry]:
    """What a feed or a sitemap names, in its order, at most `MAX_ENTRIES`; `url` is where it lies.

    Raises InputError where it is larger than bounds, declares entities, or cannot be read.
    """
    if data.startswith(b"\x1f\x8b"):
        data = unfold(data, MAX_LISTING_BYTES, name)
    if len(data) > MAX_LISTING_BYTES:
        raise InputError(f"{name}: it is larger than {MAX_LISTING_BYTES:,} bytes; split it", "large")
    found = _START.match(data[:HEAD])
    if found is None:
        raise InputError(
            f"{name}: this is neither a feed (RSS, Atom) nor a sitemap; name one of them, or a page", "no-feed"
        )
    kind = found[1].lower()
    if _ENTITY.search(data, 0, found.end()):
        raise InputError(f"{name}: it declares entities of its own, as no feed needs to; it is not read", "bad-feed")
    yield from _sitemap(data, name, url) if kind in (b"urlset", b"sitemapindex") else _feed(data, name, url)


def is_index(data: bytes) -> bool:
    """Whether bytes that look like a listing are an index of sitemaps."""
    found = _START.match(_unpacked_head(data))
    return found is not None and found[1].lower() == b"sitemapindex"


def _too_many(name: str) -> InputError:
    return InputError(f"{name}: it names more than {MAX_ENTRIES:,} addresses; the rest was left out; split it", "large")


def _unpacked_head(data: bytes) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data[:HEAD]
    import zlib

    try:
        return zlib.decompressobj(wbits=31).decompress(data[:HEAD], HEAD)
    except zlib.error:
        return b""


def _feed(data: bytes, name: str, url: str | None) -> Iterator[Entry]:
    if len(data) > MAX_FEED_BYTES:
        raise InputError(f"{name}: this feed is larger than {MAX_FEED_BYTES:,} bytes; use a sitemap", "large")
    if _left_open(data) > MAX_OPEN:
        raise InputError(f"{name}: this feed leaves more than {MAX_OPEN} elements open; it is damaged", "bad-feed")
    import feedparser

    headers = {"content-location": url} if url else {}
    try:
        # a stream: given bytes or a string, feedparser may open a file or an address of that name
        parsed = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False)
    except Exception as error:  # a hostile feed must not end the run, whatever the parser stumbles over
        raise InputError(f"{name}: this feed cannot be read ({error!r})", "bad-feed") from error
    for number, item in enumerate(parsed.entries):
        if number == MAX_ENTRIES:
            raise _too_many(name)
        link = _link(item, url)
        if link:
            yield Entry(link, _date(item, "updated", "published"), _told(item))
    for link in parsed.feed.get("links", ()):
        if link.get("rel") == "next" and link.get("href") and (there := _joined(url, link["href"])):
            yield Entry(there, is_listing=True, is_next=True)
            break


def _left_open(data: bytes) -> int:
    """How many elements are not closed, those in CDATA aside, where HTML stands."""
    first, *others = data.split(b"<![CDATA[")
    outside = [first, *(part.partition(b"]]>")[2] for part in others)]
    return sum(len(_OPENING.findall(part)) - part.count(b"</") - part.count(b"/>") for part in outside)


def _joined(url: str | None, written: str) -> str:
    """An address as it is meant at another one; empty where it is none at all, as half an IPv6 address."""
    try:
        return urljoin(url or "", written)
    except ValueError:
        return ""


def _link(item: Any, url: str | None) -> str:
    """The address of a feed's entry: its link, else its id where that is one."""
    for written in (item.get("feedburner_origlink"), item.get("link"), item.get("id")):
        found = _joined(url, written.strip()) if isinstance(written, str) and written.strip() else ""
        if web_key(found):
            return found
    return ""


def _told(item: Any) -> Given:
    title = " ".join(str(item.get("title") or "").split())
    plain = title if title and not re.search(r"[<>]|&\w+;", title) else None
    return Given(title=plain, published=_date(item, "published", "created"))


def _date(item: Any, *names: str) -> str | None:
    # the method of dict, since feedparser's own warns where a date is missing
    found = (dict.get(item, name) for name in names)
    return feed_date(next((written for written in found if isinstance(written, str)), ""))


def _sitemap(data: bytes, name: str, url: str | None) -> Iterator[Entry]:
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    try:
        found = etree.iterparse(
            io.BytesIO(data), events=("end",), tag=("{*}url", "{*}sitemap"), resolve_entities=False, load_dtd=False,
            no_network=True, huge_tree=False, recover=False,
        )  # fmt: skip
        for number, (_, element) in enumerate(found):
            if number == MAX_ENTRIES:
                raise _too_many(name)
            entry = _located(element, url)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
            if entry is not None:
                yield entry
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name}: this sitemap is damaged ({error})", "bad-feed") from error


def _located(element: Any, url: str | None) -> Entry | None:
    texts: dict[str, str] = {}
    for child in islice(element.iter("{*}*"), 200):
        tag = str(child.tag).rpartition("}")[2]
        if child.text and child.text.strip():
            texts.setdefault(tag, " ".join(child.text.split()))
    location = _joined(url, texts.get("loc", "").replace(" ", ""))
    if not web_key(location):
        return None
    given = Given(
        title=texts.get("title"), outlet=texts.get("name"), published=feed_date(texts.get("publication_date", ""))
    )
    is_index = str(element.tag).endswith("}sitemap") or element.tag == "sitemap"
    return Entry(location, feed_date(texts.get("lastmod", "")), given, is_listing=is_index)
