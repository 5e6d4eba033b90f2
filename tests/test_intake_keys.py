from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.errors import InputError
from wortlaut.intake import Given, reload
from wortlaut.intake.dates import feed_date, iso_date, latest
from wortlaut.intake.keys import address_key, file_key, is_same_page, web_key
from wortlaut.intake.originals import media_type, row_bytes
from wortlaut.text import Article

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(text, text, st.sampled_from(["", "?", "?a=b&", "?utm_source=x&b=%c3%a4&"]))
def test_the_key_of_a_key_is_itself(path: str, query: str, before: str) -> None:
    key = address_key(f"https://Elbbote.example/{quote(path)}{before}{quote(query)}")
    assert address_key(key) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://e.example:80/a", "HTTP://E.example/a#x"),
        ("https://e.example/a?utm_campaign=x&fbclid=y&id=3", "https://e.example/a?id=3"),
        ("https://e.example/a?wt_mc=rss", "https://e.example/a?"),
        ("https://e.example/a;jsessionid=77AB", "https://e.example/a"),
        ("https://e.example/stra%c3%9fe", "https://e.example/straße"),
        ("https://bücher.example", "https://xn--bcher-kva.example/"),
    ],
)
def test_the_same_page(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://e.example/a?id=3", "https://e.example/a?id=4"),
        ("https://e.example/a", "https://e.example/A"),
        ("https://e.example/a%2Fb", "https://e.example/a/b"),
        ("https://e.example/a?page=2", "https://e.example/a"),
        ("https://e.example/?q=utm_source", "https://e.example/"),
        ("https://e.example:8443/a", "https://e.example/a"),
    ],
)
def test_other_pages(one: str, other: str) -> None:
    assert address_key(one) != address_key(other) and not is_same_page(one, other)


def test_what_is_no_address_has_no_web_key() -> None:
    assert [web_key(written) for written in ("", "/a/b.txt", "ftp://e.example", "https://", "Elbbote")] == [None] * 5


def test_a_file_whose_name_is_not_utf8() -> None:
    assert file_key("/a/m\udcfcller.txt") == "/a/m\\xfcller.txt" != file_key("/a/m\udcfdller.txt")


@pytest.mark.parametrize(
    "written", ["", "gestern", "19.06.24", "31.02.2024", "2024-13-01", "20240619", "19. Juni", "1.1.2024 25:00", "²"]
)
def test_dates_that_are_none(written: str) -> None:
    assert iso_date(written) is None


@given(st.dates())
def test_german_dates(date: object) -> None:
    assert iso_date(f"{date:%d.%m.}{date.year:04}") == date.isoformat()  # type: ignore[attr-defined]


def test_dates_of_feeds() -> None:
    assert feed_date("Wed, 19 Jun 2024 00:30:00 +0200") == "2024-06-19T00:30:00+02:00"
    assert [feed_date(written) for written in ("", "bald", "Wed, 99 Jun 2024 00:30:00 GMT")] == [None] * 3
    assert latest("unsinn") is None and latest("0001-01-01T00:00:00+14:00") is None


def test_media_types_hold_only_what_can_be_a_charset() -> None:
    assert [media_type(None), media_type(False, "utf-8")] == ["application/octet-stream", "text/plain; charset=utf-8"]
    assert media_type(True, "x; evil=1") == media_type(True, "ü" * 50) == "text/html"


def test_the_declared_charset_is_used_again() -> None:
    data = "Der Rat, „Müller“".encode("cp1252")
    assert reload(data, key="k", media="text/plain; charset=iso-8859-1").text == "Der Rat, „Müller“"
    assert reload(b"<p>Kein HTML.", key="k", media="text/plain").text == "<p>Kein HTML."


@pytest.mark.parametrize("media", ["application/octet-stream", "text/plain"])
@pytest.mark.parametrize(
    "start", ["<?xml version='1.0'?>", "\n<!-- x --><?xml version='1.0'?>", "<!DOCTYPE rss [", "\ufeff<?XML "]
)
def test_xml_that_is_no_page_is_refused(start: str, media: str) -> None:
    long = f"{start}<!ENTITY a '{'Wort ' * 20_000}'>]><rss><channel><title>&a;</title></channel></rss>"
    with pytest.raises(InputError, match=r"k: this is XML, but neither a page nor .* a feed or sitemap; save its text"):
        reload(long.encode(), key="k", media=media)


@pytest.mark.parametrize("text", ["<dpa> Der Rat.", "Rat: <?xml version='1.0'?>", "<xml> ist", "<!DOCTYPE html"])
def test_text_with_angle_brackets_is_no_xml(text: str) -> None:
    assert reload(text.encode(), key="k", media="text/plain").text == text


def test_what_is_given_fills_and_never_overrules() -> None:
    given = Given(title="T", outlet="O", language="de", published="2024-06-19")
    article = given.fill(Article("Nein.", outlet="Elbbote"))
    assert (article.title, article.outlet, article.published) == ("T", "Elbbote", "2024-06-19")
    assert Given(outlet="A").before(given) == Given("T", "A", "de", "2024-06-19")


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff", b'{"article":[]}', b"[" * 100_000, b"{}"])
def test_stored_rows_that_are_damaged(data: bytes) -> None:
    with pytest.raises(InputError, match=r"/a\.csv#2"):
        reload(data, key="/a.csv#2", media="application/json")


@given(text, text)
def test_a_row_is_read_back(title: str, words: str) -> None:
    data = row_bytes({"text": f"x{words}", "title": title})
    article = reload(data, key="k", media="application/json")
    assert (article.text, article.title or "") == (f"x{words}", title)
