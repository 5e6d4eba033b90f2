"""The feed and the files of a search."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from tests.archive.articles import HARBOUR, new
from tests.web.conftest import served
from wortlaut.archive import Archive
from wortlaut.exports import FORMATS
from wortlaut.serving.settings import Settings
from wortlaut.web import giving

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: TestClient, path: str = "/search.atom") -> ElementTree.Element:
    answer = client.get(path)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content)


def test_a_feed_has_what_the_standard_asks_for(client: TestClient) -> None:
    root = feed(client, "/search.atom?q=Werft")
    assert root.tag == f"{ATOM}feed"
    for element in [root, *root.iter(f"{ATOM}entry")]:
        assert (element.findtext(f"{ATOM}id") or "").startswith("tag:127.0.0.1,2026:/")
        assert element.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
        assert element.find(f"{ATOM}author/{ATOM}name") is not None
    links = {one.get("rel"): one.get("href") for one in root.findall(f"{ATOM}link")}
    assert links == {
        "self": "http://127.0.0.1:8765/search.atom?q=Werft",
        "alternate": "http://127.0.0.1:8765/search?q=Werft",
    }
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == 3


def test_entries_link_to_their_statements(client: TestClient) -> None:
    links = [one.get("href") for one in feed(client, "/search.atom?q=Werft").findall(f"{ATOM}entry/{ATOM}link")]
    assert links == ["http://127.0.0.1:8765/statements/3.1/s1", "http://127.0.0.1:8765/statements/1.2/s1"]


def test_a_page_names_its_feed(client: TestClient) -> None:
    assert '<link rel="alternate" type="application/atom+xml"' in client.get("/search?q=Werft").text


def test_behind_a_proxy_addresses_have_its_name_and_path(filled: str) -> None:
    with served(Settings(filled, url="https://example.org/wortlaut")) as client:
        root = feed(client, "/search.atom?q=Werft")
    assert root.findtext(f"{ATOM}id") == "tag:example.org,2026:/search?q=Werft"
    link = root.find(f"{ATOM}entry/{ATOM}link")
    assert link is not None and link.get("href") == "https://example.org/wortlaut/statements/3.1/s1"


def test_what_is_known_already_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/search.atom?q=Werft")
    again = client.get("/search.atom?q=Werft", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_empty_feed_is_a_feed(empty: TestClient) -> None:
    assert not feed(empty).findall(f"{ATOM}entry")


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[TestClient]:
    """Control characters and markup in all that a feed tells."""
    path = str(tmp_path / "odd.db")
    marked = HARBOUR.replace("Ohne tieferes", "Ohne \x01 <b>&amp; ]]> tieferes")
    with Archive.open(path, create=True) as made:
        made.add(new(marked, "https://bote.example/hafen", outlet='B"<&\x02', title="T<&>\x03"))
    with served(Settings(path)) as browser:
        yield browser


def test_whatever_an_article_says_the_feed_can_be_read(odd: TestClient) -> None:
    entries = feed(odd).findall(f"{ATOM}entry")
    assert "<b>&amp; ]]> tieferes" in "".join(one.findtext(f"{ATOM}content") or "" for one in entries)


def test_a_wrong_search_is_no_feed(client: TestClient) -> None:
    assert client.get("/search.atom?q=-x").status_code == 400
    assert client.get("/search/export?q=-x&format=csv").status_code == 400


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_given_out(client: TestClient, name: str) -> None:
    answer = client.get("/search/export", params={"q": "Werft", "format": name})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith(FORMATS[name].media_type)
    assert answer.headers["content-disposition"] == f'attachment; filename="wortlaut{FORMATS[name].suffix}"'
    assert len(answer.content) > 50


def test_only_what_was_found_is_given_out(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/search/export?q=Werft&format=csv").text)))
    assert [row["content"] for row in rows] == 2 * ["„Ohne tieferes Wasser verlieren wir die Werft“"]
    records = [json.loads(line) for line in client.get("/search/export?q=Jugend&format=jsonl").text.splitlines()]
    assert [len(record["statements"]) for record in records] == [1]
    cas = client.get("/search/export?q=Jugend&format=cas").content
    assert zipfile.ZipFile(io.BytesIO(cas)).testzip() is None


def test_the_page_of_a_search_does_not_matter(client: TestClient) -> None:
    whole = client.get("/search/export?format=csv").text
    assert client.get("/search/export?format=csv&after=1&order=oldest").text == whole


def test_an_unknown_format_is_told(client: TestClient) -> None:
    answer = client.get("/search/export?format=pdf")
    assert answer.status_code == 404 and "graphml" in answer.text


def test_too_much_is_refused_with_the_way_out(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(giving, "MOST", 2)
    answer = client.get("/search/export?format=csv")
    assert answer.status_code == 400 and "wortlaut export" in answer.text
    assert client.get("/search/export?format=csv&q=Jugend").status_code == 200


def test_only_some_files_are_made_at_once(client: TestClient) -> None:
    for _ in range(giving.AT_ONCE):
        giving._PLACES.acquire()
    try:
        assert client.get("/search/export?format=csv").status_code == 400
    finally:
        for _ in range(giving.AT_ONCE):
            giving._PLACES.release()
    for _ in range(3):
        assert client.get("/search/export?format=csv").status_code == 200, "its place is given back"
