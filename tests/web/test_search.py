"""The search: what it shows, how it is narrowed, paged, shared; wrong and hostile questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from benchmarks.archives import generate
from tests.archive.articles import HARBOUR, new
from tests.web.conftest import served
from tests.web.selecting import css, tree, words
from wortlaut.archive import Archive
from wortlaut.serving.settings import Settings
from wortlaut.web.asking import LONGEST, asked

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'\u202e\x1b"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Some 300 statements."""
    path = str(tmp_path_factory.mktemp("large") / "archive.db")
    with Archive.open(path, create=True) as made:
        list(made.add_all(generate(300, seed=5)))
    with served(Settings(path)) as browser:
        yield browser


def test_words_are_found_and_marked_in_their_context(client: TestClient) -> None:
    page = tree(client, "/search?q=Werft")
    assert words(page.get_element_by_id("found")) == "2 Äußerungen"
    assert {mark.text for mark in css(page, ".hits mark")} == {"Werft"}
    assert [one.text for one in css(page, ".hits time")] == ["3. März 2026", "2. März 2026"]


def test_a_search_without_hits_leads_to_a_check_of_its_words(client: TestClient) -> None:
    page = tree(client, "/search?q=Das+Theater+zieht+um&person=Eva+Brandt")
    (link,) = {a.get("href") for a in page.xpath("//div[@class='empty']//a") if a.get("href").startswith("/check")}
    checked = tree(client, link)
    assert checked.get_element_by_id("q").text.strip() == "Das Theater zieht um"
    assert checked.get_element_by_id("person").get("value") == "Eva Brandt"


def test_everything_is_found_without_a_question(client: TestClient) -> None:
    page = tree(client, "/search")
    assert words(page.get_element_by_id("found")) == "6 Äußerungen"
    assert not css(page, ".chips")


def test_each_condition_is_shown_and_can_be_taken_away(client: TestClient) -> None:
    page = tree(client, "/search?q=Werft&person=Brandt&kind=direct&since=2026-03-01&copies=1")
    chips = {words(chip): chip.get("href") for chip in css(page, ".chips a")}
    assert [name.split(":")[0] for name in chips] == ["Wörter in der Äußerung", "Wer", "Ab", "Art", "Auch"]
    without = chips["Wer: Brandt × entfernen"]
    assert "person" not in without and "q=Werft" in without and "kind=direct" in without
    assert tree(client, without).get_element_by_id("found").text


def test_what_was_written_stays_in_the_form(client: TestClient) -> None:
    page = tree(client, "/search?q=Werft&person=Brandt&kind=direct&order=oldest")
    form = css(page, "form.ask")[0]
    assert (form.fields["q"], form.fields["person"], form.fields["order"]) == ("Werft", "Brandt", "oldest")
    assert form.inputs["kind"].value == {"direct"}


def test_facets_count_and_narrow(client: TestClient) -> None:
    page = tree(client, "/search")
    facet = {words(css(one, "a")[0]): one for one in css(page, ".facet li")}
    line = facet["Eva Brandt"]
    number = int(css(line, ".number")[0].text)
    narrowed = tree(client, css(line, "a")[0].get("href"))
    assert words(narrowed.get_element_by_id("found")).startswith(f"{number} ")


def test_months_lead_to_their_days_whatever_else_is_asked(large: TestClient) -> None:
    page = tree(large, "/search?q=die&since=2016-01-01&kind=indirect&kind=direct&until=2030-01-01")
    cell = css(page, "figure.months td a")[0]
    assert cell.get("href").startswith("/search?q=die&kind=direct&kind=indirect&since=")
    assert words(tree(large, cell.get("href")).get_element_by_id("found")).startswith(f"{cell.text} ")
    assert "since%3DSINCE" in tree(large, "/search?q=-die since=SINCE Haus", 200).get_element_by_id("address").value


def test_a_kind_can_be_taken_in_and_out(client: TestClient) -> None:
    page = tree(client, "/search?kind=direct")
    active = css(page, ".facet .active a")[0]
    assert active.get("aria-current") == "true"
    assert active.get("href") == "/search"
    other = next(a for a in css(page, ".facet a") if "indirekte Rede" in words(a))
    assert other.get("href").endswith("kind=direct&kind=indirect")


def test_pages_follow_each_other_and_lead_back(large: TestClient) -> None:
    path, seen = "/search?q=die", []
    for _ in range(20):
        page = tree(large, path)
        seen += [a.get("href") for a in css(page, ".hits a[href^='/statements/']")]
        ahead = css(page, "a[rel=next]")
        if not ahead:
            break
        path = ahead[0].get("href")
    assert len(seen) == len(set(seen)) > 40
    assert words(tree(large, "/search?q=die").get_element_by_id("found")).startswith(f"{len(seen)} ")
    assert css(tree(large, path), ".pager a")[0].get("href") == "/search?q=die"


@pytest.mark.parametrize("order", ["newest", "oldest", "score"])
def test_every_order_has_all_pages(large: TestClient, order: str) -> None:
    first = tree(large, f"/search?q=die&order={order}")
    second = tree(large, css(first, "a[rel=next]")[0].get("href"))
    assert css(second, ".hits li")


def test_the_address_to_be_kept_is_whole_and_has_nothing_empty(client: TestClient) -> None:
    answer = client.get("/search?q=Werft&person=&since=&order=newest")
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=Werft")
    page = tree(client, "/search?q=Werft")
    assert page.get_element_by_id("address").value == "http://127.0.0.1:8765/search?q=Werft"


def test_links_keep_the_prefix(filled: str) -> None:
    with served(Settings(filled, url="https://example.org/wortlaut", accounts=False)) as client:
        page = tree(client, "/search?q=Werft")
    inner = [a.get("href") for a in css(page, "a[href]") if not a.get("href").startswith("#")]
    assert inner and all(one.startswith("/wortlaut/") for one in inner)
    assert page.get_element_by_id("address").value == "https://example.org/wortlaut/search?q=Werft"


def test_nothing_found_says_what_to_try(client: TestClient) -> None:
    page = tree(client, '/search?q="Zahnarzt Termin"&person=Niemand')
    told = words(css(page, ".empty")[0])
    assert "Niemand im Archiv" in told and "Ohne Anführungszeichen" in told and "Als Zitat prüfen" in told
    assert "Kein Medium" in words(css(tree(client, "/search?outlet=Nirgends"), ".empty")[0])


@pytest.mark.parametrize(
    ("query", "field", "told"),
    [
        ("q=-Werft", "q", "nicht vorkommen"),
        ("q=...", "q", "kein Wort"),
        ("since=gestern", "since", "kein Tag"),
        ("since=2026-05-01&until=2026-04-01", "until", "Vertauschen"),
    ],
)
def test_wrong_questions_are_told_at_their_field_and_keep_what_was_written(
    client: TestClient, query: str, field: str, told: str
) -> None:
    page = tree(client, f"/search?{query}&person=Brandt", 400)
    wrong = page.get_element_by_id(f"{field}-wrong")
    assert told in wrong.text
    assert page.get_element_by_id(field).get("aria-describedby") == f"{field}-wrong"
    assert css(page, "form.ask")[0].fields["person"] == "Brandt"


@pytest.mark.parametrize(
    "query",
    [
        "after=17&order=score", "after=x", "after=99999999999999999999", "after=1e999:1&order=score", "order=best",
        "kind=shouted", "q=%00%ff", "person=%20", "since=0001-01-01", "until=9999-12-31", "q=" + 600 * "a",
        "q=NEAR(a b)", 'q=a"b', "q=a*", "person=%25", "outlet=%27", "after=nan:3&order=score", "lang=xx",
    ],
)  # fmt: skip
def test_odd_questions_are_answered(client: TestClient, query: str) -> None:
    assert client.get(f"/search?{query}").status_code in (200, 303, 400)


def test_nothing_of_a_question_becomes_markup(client: TestClient) -> None:
    for name in ("q", "person", "about", "outlet", "since", "until", "kind", "order", "after"):
        answer = client.get("/search", params={name: HOSTILE})
        assert "<script>alert" not in answer.text and "<img" not in answer.text
        assert "\u202e" not in answer.text and "\x1b" not in answer.text


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[TestClient]:
    """An archive of an article that is hostile wherever it can be."""
    path = str(tmp_path / "hostile.db")
    marked = HARBOUR.replace("verlieren wir die Werft", f"verlieren wir {HOSTILE} die Werft")
    article = new(marked, "javascript:alert(1)", outlet=HOSTILE, title=HOSTILE)
    with Archive.open(path, create=True) as made:
        made.add(article)
    with served(Settings(path)) as browser:
        yield browser


@pytest.mark.parametrize("path", ["/", "/search?q=Werft", "/search.atom", "/articles/1", "/articles/1/copies"])
def test_nothing_of_an_article_becomes_markup(hostile: TestClient, path: str) -> None:
    answer = hostile.get(path)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text and "<img" not in answer.text
    assert "\u202e" not in answer.text and "\x1b" not in answer.text
    assert 'href="javascript' not in answer.text
    assert "&lt;script&gt;alert" in answer.text
    assert not re.search(r"\sstyle=|\son[a-z]+=\"", answer.text)


def test_the_query_of_an_address() -> None:
    found = asked(QueryParams("q= Haus &person=Eva&kind=direct&kind=x&copies=1&until=2026-03-02"))
    assert found.query.words == "Haus" and found.query.kinds == ("direct",) and found.query.copies
    assert found.given == {"q": "Haus", "person": "Eva", "until": "2026-03-02", "kind": ["direct"], "copies": "1"}
    assert found.narrow and not asked(QueryParams("order=oldest")).narrow
    assert len(asked(QueryParams({"q": 2 * LONGEST * "a"})).query.words) == LONGEST


def test_english_words(client: TestClient) -> None:
    answer = client.get("/search?q=Werft&lang=en")
    assert "Narrow down" in answer.text and 'lang="de"' in answer.text
    assert unescape(answer.text).count("Evidence and citation") + answer.text.count("more place") >= 2
