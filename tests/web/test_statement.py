"""The page of a statement."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html
from starlette.testclient import TestClient

from tests.archive.articles import HARBOUR, changed, harbour, new, several
from tests.test_surfaces_layers import HOSTILE
from tests.web.conftest import served
from wortlaut.archive import Archive
from wortlaut.serving.settings import Settings

QUOTE = "Ohne tieferes Wasser verlieren wir die Werft"


def tree(client: TestClient, path: str, *, status: int = 200, language: str = "de") -> lxml_html.HtmlElement:
    answer = client.get(path, headers={"accept-language": language})
    assert answer.status_code == status, answer.text
    return lxml_html.document_fromstring(answer.text)


def words_of(node: lxml_html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def test_the_statement_and_what_is_known_of_it(client: TestClient) -> None:
    page = tree(client, "/statements/3.1/s1")
    assert words_of(page.find(".//h1")) == "Äußerung von Eva Brandt"
    assert words_of(page.get_element_by_id("words")) == f"„{QUOTE}“"
    facts = {words_of(dt): words_of(dt.getnext()) for dt in page.iter("dt")}
    assert facts["Person"] == "Eva Brandt" and facts["Art"] == "direkte Rede" and facts["Redewort"] == "sagte"
    assert facts["Medium"] == "Tannrieder Kurier" and facts["Erschienen"] == "3. März 2026"
    assert facts["Warum diese Person"].startswith("voller Name, 100")
    assert facts["Quelle"] == "https://kurier.example/werft"
    assert facts["Link hierher"] == "http://127.0.0.1:8765/statements/3.1/s1"
    assert "Die Werft in Lohbrunn sucht dreißig Lehrlinge" in words_of(
        page.xpath("//div[contains(@class, 'context')]")[0]
    )


def test_it_is_in_english_too(client: TestClient) -> None:
    page = tree(client, "/statements/3.1/s1", language="en")
    assert words_of(page.find(".//h1")) == "Statement by Eva Brandt"
    assert page.get_element_by_id("words").get("lang") == "de"


def test_all_wordings_in_order_of_time(client: TestClient) -> None:
    page = tree(client, "/statements/3.1/s1")
    (wording,) = page.xpath("//ol[@class='wordings']/li")
    told = [words_of(li) for li in wording.xpath(".//ul/li")]
    assert [line[:12] for line in told] == ["2. März 2026", "3. März 2026", "2. März 2026"]
    assert "zuerst" in told[0] and "diese Seite" in told[1]
    (folded,) = wording.xpath(".//details")
    assert "1 weitere Fundstelle, auch Abdrucke desselben Agenturtextes" in words_of(folded.find("summary"))
    facts = {words_of(dt): words_of(dt.getnext()) for dt in page.iter("dt")}
    assert facts["Zuerst erschienen"] == "2. März 2026, Lohbrunner Bote"


OTHER = """\
Der Rat von Lohbrunn stritt am Abend lange über die Werft.
⟦content1:„Ohne tieferes Wasser verlieren wir die ganze Werft“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Eva Brandt⟧⟧.
---
1 direct speech by=p1 time=-
person p1: Eva Brandt
published: 2026-03-04
"""


@pytest.fixture
def more(filled: str) -> Iterator[TestClient]:
    with Archive.open(filled) as archive:
        archive.add(new(OTHER, "https://blatt.example/rat", outlet="Hafenblatt", title="Streit im Rat"))
    with served(Settings(filled)) as browser:
        yield browser


def test_other_wordings_are_compared_with_this_one(more: TestClient) -> None:
    page = tree(more, "/statements/3.1/s1")
    wordings = page.xpath("//ol[@class='wordings']/li/blockquote")
    assert [words_of(one) for one in wordings] == [
        f"„{QUOTE}“", "Ohne tieferes Wasser verlieren wir die {+ganze+} Werft",
    ]  # fmt: skip
    other = tree(more, "/statements/5.1/s1").xpath("//ol[@class='wordings']/li/blockquote")
    assert words_of(other[0]) == "Ohne tieferes Wasser verlieren wir die [-ganze-] Werft"


def test_the_picture_says_when(more: TestClient) -> None:
    page = tree(more, "/statements/3.1/s1")
    (figure,) = page.xpath("//figure[contains(@class, 'timeline')]")
    assert len(figure.xpath(".//circle")) == 4
    assert len(figure.xpath(".//circle[contains(@class, 'here')]")) == 1
    assert [words_of(one) for one in figure.xpath(".//text")][-2:] == ["2. März 2026", "4. März 2026"]
    assert tree(more, "/statements/2.1/s1").xpath("//figure") == []


LATER = """\
Der Kreistag von Lohbrunn blickte am Freitag auf den Streit um die Werft zurück.
⟦frame1:⟦time1:Am 1. März⟧ ⟦cue1:sagte⟧ ⟦speaker1:Eva Brandt⟧⟧: \
⟦content1:„Ohne tieferes Wasser verlieren wir die Werft“⟧.
---
1 direct speech by=p1 time=2026-03-01
person p1: Eva Brandt
published: 2026-03-06
"""


@pytest.mark.parametrize(("language", "said"), [("de", "gesagt am 1. März 2026"), ("en", "said on 1 March 2026")])
def test_what_was_published_later_is_not_the_first(filled: str, language: str, said: str) -> None:
    with Archive.open(filled) as archive:
        archive.add(new(LATER, "https://blatt.example/rueckblick", outlet="Hafenblatt", title="Rückblick"))
    with served(Settings(filled)) as browser:
        page = tree(browser, "/statements/3.1/s1", language=language)
        own = tree(browser, "/statements/5.1/s1", language=language)
    (wording,) = page.xpath("//ol[@class='wordings']/li")
    days = [time.get("datetime") for time in wording.xpath("./ul[@class='places']//time")]
    assert days == ["2026-03-02", "2026-03-03", "2026-03-06"]
    places = [words_of(li) for li in wording.xpath(".//ul/li")]
    assert [said in place for place in places].count(True) == 1
    assert next(place for place in places if said in place).partition(said)[0].endswith("Hafenblatt ")
    first = next(dt.getnext() for dt in page.iter("dt") if words_of(dt) in ("Zuerst erschienen", "First published"))
    assert words_of(first).endswith("2026, Lohbrunner Bote") and first.find("a").get("href").startswith(
        "/statements/1."
    )
    drawn = [words_of(one) for one in page.xpath("//figure//text")][-2:]
    assert [day.partition(" ")[0].strip(".") for day in drawn] == ["2", "6"]
    by = tree_by(own)
    assert by.find("time").get("datetime") == "2026-03-06" and said in words_of(by)
    assert "gesagt am" not in words_of(tree_by(page)) and "said on" not in words_of(tree_by(page))


@pytest.mark.parametrize(
    ("language", "told"),
    [("de", "nicht bekannt, denn kein Artikel nennt seinen Tag"), ("en", "not known, for no article gives its day")],
)
def test_without_a_day_of_publication_nothing_was_first(tmp_path: Path, language: str, told: str) -> None:
    path = str(tmp_path / "a.db")
    with Archive.open(path, create=True) as archive:
        archive.add(new(LATER.replace("published: 2026-03-06\n", ""), "https://blatt.example/1"))
    with served(Settings(path)) as client:
        page = tree(client, "/statements/1.1/s1", language=language)
    assert told in [words_of(dt.getnext()) for dt in page.iter("dt")]


def tree_by(page: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The line below the words of the statement."""
    return page.xpath("//p[starts-with(@class, 'by ')]")[0]


def test_it_leads_on(client: TestClient) -> None:
    page = tree(client, "/statements/3.1/s1")
    links = {a.get("href") for a in page.iter("a")}
    assert any(link.startswith("/check?q=") and "person=Eva+Brandt" in link for link in links)
    assert "/review?statement=3.1%2Fs1" in links or "/review?statement=3.1/s1" in links
    assert "/articles/3" in links and any(link.startswith("/people/") for link in links)
    assert page.xpath("//a[@rel='next']")[0].get("href") == "/statements/3.1/s2"
    assert page.xpath("//a[@rel='prev']") == []
    assert tree(client, "/statements/3.1/s2").xpath("//a[@rel='prev']")[0].get("href") == "/statements/3.1/s1"


def test_a_statement_that_is_alone(client: TestClient) -> None:
    page = tree(client, "/statements/2.1/s2")
    assert "Diese Äußerung steht nur in diesem Artikel." in words_of(page)
    assert page.xpath("//ol[@class='wordings']") == []


def test_an_earlier_version_says_so(client: TestClient) -> None:
    page = tree(client, "/statements/1.1/s1")
    assert "früheren Fassung" in words_of(page)
    assert "früheren Fassung" not in words_of(tree(client, "/statements/1.2/s1"))


@pytest.mark.parametrize(
    "path", ["/statements/99.1/s1", "/statements/1.1/s99", "/statements/x/y", "/statements/1.1/%00"]
)
def test_what_is_not_there(client: TestClient, path: str) -> None:
    page = tree(client, path, status=404)
    assert "gibt es hier nicht" in words_of(page)


# Citing


def test_how_to_cite(client: TestClient) -> None:
    page = tree(client, "/statements/3.1/s1")
    assert words_of(page.get_element_by_id("cite-de")).startswith(f"Eva Brandt: „{QUOTE}“, zitiert nach: Lehrlinge")
    assert words_of(page.get_element_by_id("cite-en")).startswith(f"Eva Brandt: “{QUOTE}”, as cited in: Lehrlinge")
    assert "Beleg: http://127.0.0.1:8765/statements/3.1/s1" in words_of(page.get_element_by_id("cite-de"))
    saved = client.get("/statements/3.1/s1/cite.bib")
    assert saved.text.strip() == page.get_element_by_id("cite-bib").text_content().strip()
    assert saved.headers["content-type"].startswith("application/x-bibtex")
    assert re.fullmatch(r'attachment; filename="brandt2026-[0-9a-f]{8}.bib"', saved.headers["content-disposition"])
    items = client.get("/statements/3.1/s1/cite.json").json()
    assert items == json.loads(page.get_element_by_id("cite-json").text_content())
    assert items[0]["type"] == "article-newspaper"
    assert client.get("/statements/3.1/s1/cite.exe").status_code == 404


def linked(client: TestClient, path: str) -> list[dict[str, object]]:
    (script,) = tree(client, path).xpath("//script[@type='application/ld+json']")
    found: list[dict[str, object]] = json.loads(script.text)["@graph"]
    return found


def test_programs_are_told_the_same(client: TestClient) -> None:
    graph = linked(client, "/statements/3.1/s1")
    quotations = [node for node in graph if node["@type"] == "Quotation"]
    assert {node["text"] for node in quotations} == {f"„{QUOTE}“"} and len(quotations) == 3
    (claim,) = [node for node in graph if node["@type"] == "Claim"]
    assert len(claim["appearance"]) == 3  # type: ignore[arg-type]
    assert [node["name"] for node in graph if node["@type"] == "Person"] == ["Eva Brandt"] * 3


# Strangers' words


@pytest.mark.parametrize("words", [*HOSTILE, "</script><script>alert(1)</script>", "<!--", "]]>", "\u202eabc"])
def test_no_word_of_an_article_acts(tmp_path: Path, words: str) -> None:
    path = str(tmp_path / "a.db")
    quote = "".join(sign for sign in words if sign not in "⟦⟧\n\r:\ud800") or "x"
    marked = HARBOUR.replace("Ohne tieferes Wasser verlieren wir die Werft", f"Wort {quote} Ende")
    with Archive.open(path, create=True) as archive:
        list(archive.add_all([new(marked, "https://a.example/1", title=words, outlet=words), harbour()]))
    with served(Settings(path)) as client:
        page = tree(client, "/statements/1.1/s1")
        graph = linked(client, "/statements/1.1/s1")
    assert [node.get("type") or bool(node.get("src")) for node in page.iter("script")].count("application/ld+json") == 1
    assert all(node.get("src", "").startswith("/static/") for node in page.iter("script") if not node.get("type"))
    assert not [name for node in page.iter() for name in node.attrib if name.startswith("on") or name == "style"]
    assert f"„Wort {quote} Ende“" in {node.get("text") for node in graph}


def test_a_changed_article_has_its_statement_once(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    with Archive.open(path, create=True) as archive:
        list(archive.add_all([harbour(), changed(harbour())]))
    with served(Settings(path)) as client:
        page = tree(client, "/statements/1.2/s1")
        assert "Diese Äußerung steht nur in diesem Artikel." in words_of(page)


def test_a_path_before_the_app(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    with Archive.open(path, create=True) as archive:
        list(archive.add_all(several()))
    with served(Settings(path, url="https://news.example/wl")) as client:
        page = lxml_html.document_fromstring(client.get("/wl/statements/3.1/s1").text)
    assert {a.get("href") for a in page.iter("a") if a.get("href", "").startswith("/")} == {
        a.get("href") for a in page.iter("a") if a.get("href", "").startswith("/wl/") or a.get("href") == "/wl"
    }
    assert "https://news.example/wl/statements/3.1/s1" in words_of(page)


RELAYED = """\
Über den Streit im Rat von Lohbrunn berichtete zuerst das Morgenmagazin.
⟦frame1:⟦cue1:Wie⟧ das Morgenmagazin ⟦speaker1:Udo Lamm⟧ zitiert⟧, ⟦content1:gebe es kein Geld für die Schule⟧.
---
1 indirect speech by=p1 via=p2 time=-
person p1: Udo Lamm
organization p2: Morgenmagazin
published: 2026-03-09
"""


def test_who_passed_it_on(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    with Archive.open(path, create=True) as archive:
        archive.add(new(RELAYED, "https://a.example/1", title="Kein Geld"))
    with served(Settings(path)) as client:
        page = tree(client, "/statements/1.1/s1")
        citation = words_of(page.get_element_by_id("cite-de"))
    facts = {words_of(dt): words_of(dt.getnext()) for dt in page.iter("dt")}
    assert facts["Weitergegeben von"] == "Morgenmagazin" and facts["Zuerst erschienen"] == "hier"
    assert citation.startswith("Udo Lamm, sinngemäß: gebe es kein Geld für die Schule, wiedergegeben nach: Kein Geld")


def test_what_was_not_said_is_told_first(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    made = new(RELAYED, "https://a.example/1")
    denied = replace(made.analysis.statements[0], asserted=False)
    with Archive.open(path, create=True) as archive:
        archive.add(replace(made, analysis=replace(made.analysis, statements=(denied,))))
    with served(Settings(path)) as client:
        page = tree(client, "/statements/1.1/s1")
        assert "nicht behauptet" in words_of(page.xpath("//p[contains(@class, 'notice')]")[0])
        assert {node["@type"] for node in linked(client, "/statements/1.1/s1")} == {"NewsArticle", "Person"}
