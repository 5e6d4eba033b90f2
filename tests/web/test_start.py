"""The start page, and the first step of an empty archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from benchmarks.archives import generate
from tests.web.conftest import served, token
from tests.web.selecting import css, tree, words
from wortlaut.archive import Archive
from wortlaut.archive import overview as module
from wortlaut.serving import freshness
from wortlaut.serving.settings import Settings


@pytest.fixture
def several_months(tmp_path: Path) -> Iterator[TestClient]:
    path = str(tmp_path / "months.db")
    with Archive.open(path, create=True) as made:
        list(made.add_all(generate(600, seed=3)))
    with served(Settings(path)) as browser:
        yield browser


def test_it_tells_what_is_there(client: TestClient) -> None:
    tiles = [words(tile) for tile in css(tree(client, "/"), ".tiles li")]
    assert tiles == ["4 Artikel", "6 Äußerungen", "5 Personen", "2 Medien"]


def test_what_was_said_last_comes_first_and_not_all_of_one_article(several_months: TestClient) -> None:
    page = tree(several_months, "/")
    days = [time.get("datetime") for time in css(page, ".hits time")]
    assert days == sorted(days, reverse=True) and len(days) == 6
    articles = [a.get("href").partition("#")[0] for a in css(page, ".hits a[href^='/articles/']")]
    assert max(map(articles.count, articles)) <= 2


def test_the_picture_has_a_table_whose_numbers_are_searches(several_months: TestClient) -> None:
    page = tree(several_months, "/")
    (picture,) = css(page, "figure.months svg")
    assert picture.get("role") == "img" and picture.get("aria-labelledby")
    cell = css(page, "figure.months td a")[0]
    found = words(tree(several_months, cell.get("href")).get_element_by_id("found"))
    assert found.startswith(f"{cell.text} ")


def test_an_empty_archive_explains_the_first_step(empty: TestClient) -> None:
    page = tree(empty, "/")
    paste, upload = [form for form in page.forms if form.get("action") == "/add"]
    assert paste.method == upload.method == "POST" and paste.fields["csrf"] and upload.fields["csrf"]
    assert {"words", "title", "outlet", "published"} <= set(paste.fields)
    assert "wortlaut add" in words(css(page, "main")[0])


def test_what_is_pasted_there_is_taken(empty: TestClient) -> None:
    form = {"csrf": token(empty), "what": "text", "words": "„Wir bauen“, sagte Eva Brandt.", "title": "Bau"}
    answer = empty.post("/add", data=form)
    assert answer.status_code == 303 and "/jobs/" in answer.headers["location"]


def test_search_in_an_empty_archive_finds_nothing(empty: TestClient) -> None:
    assert "Nichts gefunden" in words(css(tree(empty, "/search?q=Haus"), ".empty")[0])


def test_nobody_waits_while_a_large_archive_is_counted(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SMALL", 0)
    monkeypatch.setattr(freshness, "refresh_overview", lambda _: False)
    with served(Settings(filled)) as client:
        page = tree(client, "/")
        assert "wird gerade gezählt" in words(css(page, ".notice")[0])
        assert css(page, ".hits li")
        assert css(tree(client, "/search"), ".hits li")


def test_a_large_archive_is_counted_beside_the_answers(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SMALL", 0)
    with Archive.open(filled) as archive:
        assert module.overview(archive) is None
        thread = freshness.keep_fresh(archive)
        assert thread is not None
        assert freshness.keep_fresh(archive) is None, "one at a time, and not again at once"
        thread.join(30)
        found = module.overview(archive)
        assert found is not None and found.articles == 4


@pytest.mark.parametrize("path", ["/", "/search"])
def test_it_speaks_english(client: TestClient, path: str) -> None:
    page = client.get(path, headers={"accept-language": "en"}).text
    assert '<html lang="en">' in page and "Äußerungen" not in page.split("<footer")[0]
