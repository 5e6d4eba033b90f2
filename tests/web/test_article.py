"""An article's page: text and statements, versions, copies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html
from starlette.testclient import TestClient

from tests.archive.articles import harbour
from tests.web.conftest import served
from tests.web.selecting import css, tree, words
from wortlaut.archive import Archive
from wortlaut.serving.settings import Settings
from wortlaut.text import Span
from wortlaut.web.compared import compared
from wortlaut.web.hits import PART
from wortlaut.web.links import page_address


def text_of(page: lxml_html.HtmlElement) -> str:
    """The article's text as it is shown, without the numbers of statements."""
    (shown,) = css(page, ".wl .text")
    for number in css(shown, ".ref"):
        number.drop_tree()
    return str(shown.text_content())


def test_the_text_is_shown_as_it_is_with_its_statements(client: TestClient) -> None:
    page = tree(client, "/articles/1.1")
    assert [mark.get("id") for mark in css(page, "mark")] == ["a-t1", "a-t2"]
    assert [mark.get("class") for mark in css(page, "mark")] == ["direct p0", "indirect p1"]
    assert text_of(page) == harbour().analysis.article.text


def test_every_statement_has_an_entry_with_a_permanent_address(client: TestClient) -> None:
    page = tree(client, "/articles/1")
    assert [a.get("href") for a in css(page, ".wl .links a")] == [
        "/statements/1.2/s1", "/review?statement=1.2%2Fs1", "/statements/1.2/s2", "/review?statement=1.2%2Fs2",
    ]  # fmt: skip
    assert [a.get("href") for a in css(page, ".wl .people a")] == ["/people/1", "/people/2"]
    for reference in css(page, "mark .ref"):
        assert page.get_element_by_id(reference.get("href")[1:]) is not None


def test_a_tip_tells_kind_cue_why_and_certainty(client: TestClient) -> None:
    tip = words(css(tree(client, "/articles/1"), "mark .tip")[0])
    for told in ("Eva Brandt", "direkte Rede", "Redewort sagte", "Warum voller Name", "Sicherheit 100"):
        assert told in tip


def test_an_earlier_version_says_so_and_leads_on(client: TestClient) -> None:
    page = tree(client, "/articles/1.1")
    assert "Fassung 1" in words(css(page, ".notice")[0])
    assert css(page, ".notice a")[0].get("href") == "/articles/1"
    assert not css(tree(client, "/articles/1"), ".notice")


def test_the_permanent_address_is_that_of_the_version(client: TestClient) -> None:
    page = tree(client, "/articles/1")
    assert page.get_element_by_id("permanent").value == "http://127.0.0.1:8765/articles/1.2"
    assert css(page, "link[rel=alternate]")[0].get("href") == "/api/v1/articles/1.2"


def test_the_original_is_linked_without_telling_where_from(client: TestClient) -> None:
    (link,) = css(tree(client, "/articles/1"), ".about a")
    assert link.get("href") == "https://bote.example/hafen"
    assert set(link.get("rel").split()) == {"noreferrer", "noopener", "nofollow"}


@pytest.mark.parametrize(
    "source", ["javascript:alert(1)", "data:text/html,x", "/etc/passwd", " https://x.example", "https:///x", "", None]
)
def test_only_addresses_of_the_web_are_linked(source: str | None) -> None:
    assert page_address(source) is None


def test_what_changed_between_versions(client: TestClient) -> None:
    page = tree(client, "/articles/1/changes")
    (changes,) = css(page, ".changes")
    assert [ins.text for ins in css(changes, "ins")] == ["Der Artikel wurde am Abend ergänzt."]
    back = tree(client, "/articles/1/changes?from=2&to=1")
    assert [gone.text for gone in css(back, ".changes del")] == ["Der Artikel wurde am Abend ergänzt."]
    same = tree(client, "/articles/1/changes?from=1&to=1")
    assert "gleich" in words(css(same, ".narrow")[0])


def test_the_same_copy_elsewhere(client: TestClient) -> None:
    page = tree(client, "/articles/1")
    assert "1 anderen Artikel" in words(page.get_element_by_id("copies").getparent())
    copies = tree(client, "/articles/1/copies")
    told = words(css(copies, "section.card")[0])
    assert "Tannrieder Kurier" in told and "nur dort Der Kreistag berät am Donnerstag." in told
    assert "In keinem anderen" in words(css(tree(client, "/articles/2/copies"), ".lead")[0])


@pytest.mark.parametrize(
    "path",
    ["/articles/99", "/articles/1.9", "/articles/x", "/articles/1.x", "/articles/0", "/articles/2/changes",
     "/articles/999999999999999999", "/articles/1.999999999", "/articles/99/copies", "/articles/99/changes"],
)  # fmt: skip
def test_what_is_not_there_is_told(client: TestClient, path: str) -> None:
    page = tree(client, path, 404)
    assert css(page, "h1")[0].text == "Das gibt es hier nicht"


def test_an_article_without_statement(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    one = harbour()
    with Archive.open(path, create=True) as made:
        made.add(replace(one, analysis=replace(one.analysis, statements=(), people=())))
    with served(Settings(path)) as client:
        assert "keine Äußerung" in words(css(tree(client, "/articles/1"), ".cards")[0])


def test_a_very_long_text_is_shown_in_parts(tmp_path: Path) -> None:
    one, path = harbour(), str(tmp_path / "a.db")
    text = one.analysis.article.text
    far = len(text) * 500
    moved = replace(one.analysis.statements[0], id="s3", content=(Span(far + 114, far + 160),), speaker=(), cue=())
    article = replace(one.analysis.article, text=(text + "\n")[: len(text)] * 501, id="")
    long = replace(one.analysis, article=article, statements=(*one.analysis.statements, moved))
    with Archive.open(path, create=True) as made:
        made.add(replace(one, analysis=long))
    with served(Settings(path)) as client:
        first, hits = tree(client, "/articles/1"), tree(client, "/search?order=oldest")
        there = {a.get("href") for a in css(hits, ".hits a[href^=/articles/]")}
        part = far // PART + 1
        assert there == {"/articles/1?part=1#a-t1", "/articles/1?part=1#a-t2", f"/articles/1?part={part}#a-t3"}
        (context,) = css(tree(client, "/statements/1.1/s3"), "section[aria-labelledby=context] a")
        last = tree(client, f"/articles/1?part={part}")
        shown = [text_of(tree(client, f"/articles/1?part={number + 1}")) for number in range(part)]
    assert [mark.get("id") for mark in css(first, "mark")] == ["a-t1", "a-t2"]
    assert context.get("href") == f"/articles/1?part={part}#a-t3"
    assert [mark.get("id") for mark in css(last, "mark")] == ["a-t3"]
    assert [card.get("id") for card in css(last, ".wl .card")] == ["a-s3"]
    assert "".join(shown) == article.text, "nothing is lost, nothing is twice"


def test_words_that_are_the_same_are_left_out_and_nothing_else() -> None:
    same = " ".join(f"Wort{number}" for number in range(300))
    found = compared(f"Anfang {same} Ende", f"Beginn {same} Schluss")
    assert found.changes == 2
    assert (
        "<del>Anfang</del> <ins>Beginn</ins>" in found.marked and "<del>Ende</del> <ins>Schluss</ins>" in found.marked
    )
    assert "Wort1 " in found.marked and "Wort150" not in found.marked and "Wort299" in found.marked


def test_texts_that_are_too_long_are_not_compared() -> None:
    assert compared("a " * 11_000, "b " * 11_000).changes is None
    assert compared("a" * 500_000, "").changes is None


def test_compared_texts_are_escaped() -> None:
    found = compared("Wir <b>gehen</b>", "Wir <script>alert(1)</script>")
    assert "<script" not in found.marked and "<b>" not in found.marked
