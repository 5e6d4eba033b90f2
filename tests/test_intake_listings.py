import gzip

import pytest

from wortlaut.errors import InputError
from wortlaut.intake import listings
from wortlaut.intake.listings import Entry, entries, looks_like_listing
from wortlaut.intake.pages import looks_like_html

RSS = """<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>Elbbote</title>
<item><title>Größe &amp; Maß</title><link>/rat?id=1#x</link><pubDate>Wed, 19 Jun 2024 00:30:00 +0200</pubDate></item>
<item><guid>https://elbbote.example/b</guid></item><item><title>ohne</title></item>
<item><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item></channel></rss>""".encode(
    "cp1252"
)
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>E</title>
<link rel="next" href="?seite=2"/><entry><title>A</title><link href="https://elbbote.example/a"/>
<published>2024-06-19T08:00:00Z</published><updated>2024-06-20T08:00:00Z</updated></entry></feed>"""
SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://elbbote.example/a </loc>
<lastmod>2024-06-19</lastmod><news:news><news:publication><news:name>Elbbote</news:name></news:publication>
<news:publication_date>2024-06-18</news:publication_date><news:title>Rat tagt</news:title></news:news></url>
<url><loc>ftp://elbbote.example/b</loc></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://elbbote.example/s1.xml.gz</loc><lastmod>2024-06-19T10:00:00+02:00</lastmod></sitemap></sitemapindex>"""


def read(data: bytes, url: str | None = "https://elbbote.example/feed") -> list[Entry]:
    return list(entries(data, name="feed", url=url))


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data)
    return str(caught.value)


def test_rss() -> None:
    first, second = read(RSS)
    assert (first.url, second.url) == ("https://elbbote.example/rat?id=1#x", "https://elbbote.example/b")
    assert (first.given.title, first.given.published) == ("Größe & Maß", "2024-06-19T00:30:00+02:00")


def test_what_is_no_address_is_passed_over() -> None:
    half = b"http://[::1"
    assert [entry.url for entry in read(RSS.replace(b"/rat?id=1#x", half))] == ["https://elbbote.example/b"]
    assert read(ATOM.replace(b"https://elbbote.example/a", half).replace(b"?seite=2", half)) == []
    assert read(SITEMAP.replace(b" https://elbbote.example/a ", half)) == []


def test_atom_with_more_pages() -> None:
    entry, more = read(ATOM)
    assert (entry.updated, entry.given.published) == ("2024-06-20T08:00:00Z", "2024-06-19T08:00:00Z")
    assert (more.url, more.is_next, more.is_listing) == ("https://elbbote.example/feed?seite=2", True, True)


def test_relative_addresses_in_a_file_lead_nowhere() -> None:
    assert [entry.url for entry in read(RSS, None)] == ["https://elbbote.example/b"]


@pytest.mark.parametrize("packed", [False, True])
def test_sitemap(packed: bool) -> None:
    data = gzip.compress(SITEMAP) if packed else SITEMAP
    assert looks_like_listing(data)
    (entry,) = read(data)
    assert (entry.url, entry.updated, entry.is_listing) == ("https://elbbote.example/a", "2024-06-19", False)
    given = entry.given
    assert (given.title, given.outlet, given.published) == ("Rat tagt", "Elbbote", "2024-06-18")


def test_sitemap_index() -> None:
    (entry,) = read(INDEX)
    assert entry.is_listing and entry.updated == "2024-06-19T10:00:00+02:00" and listings.is_index(INDEX)


LAUGHS = "".join(f'<!ENTITY a{n + 1} "{"&a" + str(n) + ";"}{"&a" + str(n) + ";"}">' for n in range(30))


@pytest.mark.parametrize("root", ["rss", "feed", "urlset"])
@pytest.mark.parametrize("entity", [f'<!ENTITY a0 "ha">{LAUGHS}', '<!ENTITY a30 SYSTEM "file:///etc/passwd">'])
def test_entities_are_refused(root: str, entity: str) -> None:
    body = {"rss": "<channel><item><title>&a30;</title></item></channel>"}.get(root, "<url><loc>&a30;</loc></url>")
    data = f"<?xml version='1.0'?><!DOCTYPE x [{entity}]><{root}>{body}</{root}>".encode()
    assert "entities" in refused(data)


def test_entities_hidden_behind_more_than_the_head_are_no_listing() -> None:
    data = b"<!DOCTYPE x [" + b" " * 5_000 + LAUGHS.encode() + b"]><urlset><url><loc>&a30;</loc></url></urlset>"
    assert not looks_like_listing(data) and "neither a feed" in refused(data)


def test_a_sitemap_of_a_million_is_bounded() -> None:
    data = b"<urlset>" + b"".join(b"<url><loc>http://e.de/%d</loc></url>" % n for n in range(1_000_000)) + b"</urlset>"
    found = entries(data, name="sitemap")
    for _ in range(listings.MAX_ENTRIES):
        next(found)
    with pytest.raises(InputError, match="more than 50,000 addresses"):
        next(found)


def test_a_packed_bomb_does_not_unfold() -> None:
    assert "unfolds to more than" in refused(gzip.compress(b"<urlset>" + bytes(60_000_000)))
    assert "ends before" in refused(gzip.compress(SITEMAP)[:-10])


def test_a_feed_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listings, "MAX_FEED_BYTES", 100)
    assert "larger than 100 bytes" in refused(RSS)


@pytest.mark.parametrize(
    "data", [b"<urlset><url>", b"<urlset>" + b"<a>" * 5_000, b"<urlset><url><loc>x</url></urlset>"]
)
def test_damaged_sitemaps(data: bytes) -> None:
    assert "damaged" in refused(data)


def test_a_feed_that_closes_nothing_is_refused() -> None:
    assert "leaves more than 500 elements open" in refused(b"<rss><channel>" + b"<a>" * 1_000_000)
    html = b"<item><description><![CDATA[" + b"<p><br>" * 1_000 + b"]]></description></item>"
    assert read(b"<rss><channel>" + html + RSS[RSS.index(b"<item>") :])[0].url == "https://elbbote.example/rat?id=1#x"


def test_a_damaged_feed_gives_what_it_has() -> None:
    assert [entry.url for entry in read(RSS[:-60])][:2] == [
        "https://elbbote.example/rat?id=1#x", "https://elbbote.example/b",
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"<html><rss>", b"rss", b"\x1f\x8b\x08unsinn", b"{}"])
def test_what_is_no_listing(data: bytes) -> None:
    assert not looks_like_listing(data)


def test_the_beginning_is_looked_at_in_linear_time() -> None:
    assert not looks_like_listing(b"<!---->" * 600 + b"x") and not looks_like_listing(b"<?x?>" * 800 + b"x")
    assert not looks_like_html("<!---->" * 600 + "x")
