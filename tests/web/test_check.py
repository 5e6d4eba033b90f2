"""The page that checks a quotation, and the reports that are made of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html as lxml_html
from starlette.testclient import TestClient

from tests.archive.articles import changed, new, several, shipyard
from tests.desk.clocks import QUICK
from tests.test_surfaces_layers import HOSTILE
from tests.test_surfaces_report import check_markdown, check_page
from tests.web.accounts import browser, fill
from tests.web.conftest import served, token
from tests.web.test_statement import tree, words_of
from wortlaut.archive import Archive
from wortlaut.claims import LONGEST
from wortlaut.desk import accounts, logins
from wortlaut.desk.reports import Reports
from wortlaut.record import Analysis
from wortlaut.serving.settings import Settings

QUOTE = "Ohne tieferes Wasser verlieren wir die Werft"
Send = Callable[..., object]


def check(client: TestClient, q: str, person: str = "", **asked: object) -> lxml_html.HtmlElement:
    answer = client.get("/check", params={"q": q, "person": person}, headers={"accept-language": "de"})
    assert answer.status_code == asked.get("status", 200), answer.text
    return lxml_html.document_fromstring(answer.text)


def kept(client: TestClient, q: str = QUOTE, person: str = "") -> str:
    """The path of a report that is made of a check."""
    page = client.get("/check", params={"q": q, "person": person})
    fields = {"csrf": re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)[1]}  # type: ignore[index]
    answer = client.post("/reports", data={**fields, "q": q, "person": person})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


# Checking


def test_an_empty_form(client: TestClient) -> None:
    page = tree(client, "/check")
    assert words_of(page.find(".//h1")) == "Zitat prüfen"
    assert page.xpath("//textarea[@name='q']")[0].text in (None, "")
    assert page.xpath("//section[@class='result']") == []


@pytest.mark.parametrize(
    ("claim", "person", "title"),
    [
        (QUOTE, "", "Wörtlich belegt"),
        (QUOTE, "Eva Brandt", "Wörtlich belegt"),
        ("Ohne tieferes Wasser verlieren wir", "", "Wörtlich belegt, aber gekürzt"),
        ("Ohne tieferes Wasser verlieren wir den Hafen", "", "Verändert"),
        ("Er will zwei Schlepper kaufen", "", "Mit anderen Worten berichtet"),
        (QUOTE, "Olaf Reimann", "Jemand anderem zugeschrieben"),
        ("Das Theater zieht nach Berlin", "", "Nicht gefunden"),
    ],
)
def test_the_verdict_with_its_evidence(client: TestClient, claim: str, person: str, title: str) -> None:
    page = check(client, claim, person)
    assert len(page.xpath("//h1")) == 1
    assert words_of(page.xpath("//h2[@class='title']")[0]) == title
    assert words_of(page.xpath("//blockquote[@class='claim']")[0]) == claim
    assert title in page.findtext(".//title")
    assert "Durchsucht" in words_of(page)


def test_the_evidence_leads_to_its_statement(client: TestClient) -> None:
    links = {a.get("href") for a in check(client, QUOTE).iter("a")}
    assert {"/statements/1.2/s1", "/statements/3.1/s1", "/statements/4.1/s1"} & links
    outside = {a.get("href") for a in check(client, "Fischer aus dem ganzen Landkreis").iter("a")}
    assert any(re.fullmatch(r"/articles/\d+\.\d+", link) for link in outside if link)


def test_what_differs_is_shown(client: TestClient) -> None:
    assert "[-die Werft-] {+den Hafen+}" in words_of(check(client, "Ohne tieferes Wasser verlieren wir den Hafen"))


ALTERED = """\
Der Rat von Lohbrunn stritt am Sonntag lange über die Werft und den Hafen.
⟦content1:„Ohne tieferes Wasser verlieren wir vielleicht die Werft“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Eva Brandt⟧⟧.
---
1 direct speech by=p1 time=-
person p1: Eva Brandt
published: 2026-03-01
"""


@pytest.mark.parametrize("person", ["", "Eva Brandt"])
@pytest.mark.parametrize(
    ("old", "new_", "warned"),
    [
        ("", "", True),
        ("2026-03-01", "2026-03-05", False),  # it came later
        ("Eva Brandt", "Jonas Quast", False),  # somebody else
    ],
)
def test_what_is_earlier_and_otherwise_is_told(filled: str, person: str, old: str, new_: str, warned: bool) -> None:
    marked = ALTERED.replace(old, new_) if old else ALTERED
    with Archive.open(filled) as archive:
        archive.add(new(marked, "https://blatt.example/rat", outlet="Hafenblatt", title="Streit im Rat"))
    with served(Settings(filled)) as browser:
        page = check(browser, QUOTE, person)
    told = [words_of(one) for one in page.xpath("//p[@class='warning']")]
    line = "Aber: 1 früherer Beleg hat es anders, erschienen am So., 1. März 2026 (Hafenblatt)."
    assert words_of(page.xpath("//h2[@class='title']")[0]) == "Wörtlich belegt"
    assert (line in told) is warned and (warned or not any(one.startswith("Aber") for one in told))


def test_it_says_the_same_in_english(client: TestClient) -> None:
    page = tree(client, "/check?q=Ohne+tieferes+Wasser", language="en")
    assert words_of(page.find(".//h1")) == "Check a quotation"
    assert words_of(page.xpath("//h2[@class='title']")[0]) == "Verbatim, but cut"


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("", "Bitte geben Sie die Worte ein"),
        ("   ", "Bitte geben Sie die Worte ein"),
        ("„…!?“", "Darin steht kein Wort."),
        ("Wort " * 1_001, f"höchstens {LONGEST:,} gehen".replace(",", ".")),
    ],
)
def test_what_is_wrong_is_said_at_the_field(client: TestClient, claim: str, told: str) -> None:
    page = check(client, claim, status=400)
    field = page.get_element_by_id("q")
    assert field.get("aria-invalid") == "true" and "q-wrong" in field.get("aria-describedby").split()
    assert told in words_of(page.get_element_by_id("q-wrong"))
    assert (field.text or "").strip() == claim.strip()


def test_a_form_leads_to_an_address_that_can_be_passed_on(send: Send) -> None:
    answer = send("/check", on="/check", q=f"  {QUOTE}\r\n", person="Eva Brandt")
    assert answer.status_code == 303  # type: ignore[attr-defined]
    assert answer.headers["location"] == (  # type: ignore[attr-defined]
        "/check?q=Ohne+tieferes+Wasser+verlieren+wir+die+Werft&person=Eva+Brandt"
    )


def test_a_long_quotation_is_checked_at_once(send: Send) -> None:
    claim = f"{QUOTE}. " + "Und das sage ich jedem, der es hören will. " * 50
    answer = send("/check", on="/check", q=claim, person="")
    assert answer.status_code == 200  # type: ignore[attr-defined]
    page = lxml_html.document_fromstring(answer.text)  # type: ignore[attr-defined]
    assert page.xpath("//h2[@class='title']") and page.xpath("//*[@id='link']") == []
    assert page.xpath("//form[@action='/reports']/input[@name='q']")[0].get("value") == claim.strip()


@pytest.mark.parametrize("words", HOSTILE)
def test_no_quotation_acts(client: TestClient, words: str) -> None:
    claim = f"Wort {words}".encode("utf-8", "replace").decode()
    page = check(client, claim, words.encode("utf-8", "replace").decode())
    assert not [name for node in page.iter() for name in node.attrib if name.startswith("on") or name == "style"]
    assert all(node.get("src", "").startswith("/static/") for node in page.iter("script"))
    assert not any((a.get("href") or "").lower().startswith(("javascript:", "data:")) for a in page.iter("a"))


# Reports


def test_a_report_is_made_and_stays(client: TestClient, filled: str) -> None:
    path = kept(client, person="Eva Brandt")
    assert re.fullmatch("/reports/[a-z2-9]{20}", path)
    page = tree(client, path)
    assert "Der Bericht ist angelegt" in words_of(page.xpath("//p[@role='status']")[0])
    assert words_of(page.find(".//h1")) == "Wörtlich belegt"
    before = words_of(page.xpath("//div[@class='wl']")[0])
    with Archive.open(filled) as archive:
        archive.add(changed(shipyard()))
        archive.reread(lambda article: Analysis(article, (), ()), model="m2")
    assert words_of(tree(client, path).xpath("//div[@class='wl']")[0]) == before
    today = tree(client, f"{path}?today=1").xpath("//p[@role='status']")[0]
    assert "Das Archiv urteilt anders, nämlich „nicht gefunden“ statt „wörtlich“" in words_of(today)


def test_today_the_archive_may_say_the_same(client: TestClient, filled: str) -> None:
    path = kept(client)
    told = tree(client, f"{path}?today=1").xpath("//p[@role='status']")
    assert "Das Archiv urteilt ebenso (wörtlich)" in words_of(told[-1])
    with Archive.open(filled) as archive:
        archive.add(new(CHOIR, "https://chor.example/1", outlet="Chorblatt"))
    told = tree(client, f"{path}?today=1").xpath("//p[@role='status']")
    assert "Dasselbe Urteil (wörtlich), aber andere Belege" in words_of(told[-1])


CHOIR = """\
Der Gesangverein Lohbrunn probt wieder, und am Rande des Abends ging es um den Hafen.
⟦content1:„Ohne tieferes Wasser verlieren wir die Werft“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Eva Brandt⟧⟧.
---
1 direct speech by=p1 time=-
person p1: Eva Brandt
published: 2026-03-03
"""


def test_a_report_in_both_languages(client: TestClient) -> None:
    path = kept(client)
    assert words_of(tree(client, path, language="en").find(".//h1")) == "Verbatim"
    assert words_of(tree(client, path, language="de").find(".//h1")) == "Wörtlich belegt"


def test_a_report_as_files(client: TestClient) -> None:
    path = kept(client, person="Eva Brandt")
    page = client.get(f"{path}.html")
    check_page(page.text)
    assert page.headers["content-disposition"] == f'attachment; filename="{path.rpartition("/")[2]}.html"'
    assert f"http://127.0.0.1:8765{path}" in page.text and "http://127.0.0.1:8765/statements/3.1/s1" in page.text
    text = client.get(f"{path}.md", headers={"accept-language": "en"})
    assert check_markdown(text.text)[0] == "Verbatim"
    data = client.get(f"{path}.json").json()
    assert data["report"]["link"] == f"http://127.0.0.1:8765{path}" and data["verdict"] == "verbatim"
    assert "account" not in data["report"]
    assert client.get(f"{path}.pdf").status_code == 404


def test_how_to_cite_a_report(client: TestClient) -> None:
    path = kept(client)
    page = tree(client, path)
    line = words_of(page.get_element_by_id("cite-de"))
    assert line.startswith("Wortlaut") and "Prüfung des Zitats" in line and line.endswith(path)
    assert client.get(f"{path}/cite.bib").text.startswith("@online{")
    assert json.loads(client.get(f"{path}/cite.json").text)[0]["URL"].endswith(path)


def test_ones_reports(client: TestClient) -> None:
    assert "Noch kein Bericht" in words_of(tree(client, "/reports"))
    paths = [kept(client), kept(client, "Das Theater zieht nach Berlin", "Eva Brandt")]
    rows = tree(client, "/reports").xpath("//tbody/tr")
    assert {row.find(".//a").get("href") for row in rows} == set(paths)
    assert any("Eva Brandt" in words_of(row) and "nicht gefunden" in words_of(row) for row in rows)


def test_a_report_can_be_deleted(client: TestClient) -> None:
    path = kept(client)
    sent = client.post(f"{path}/remove", data={"csrf": token(client, path)})
    assert sent.status_code == 303 and sent.headers["location"] == "/reports"
    for form in ("", ".html", ".json", "/cite.bib"):
        assert client.get(path + form).status_code == 404
    assert "gibt es nicht mehr" in words_of(tree(client, path, status=404))


@pytest.mark.parametrize("id", ["x", "a" * 20, "a" * 5_000, "%00", "<b>"])
def test_there_is_no_other_report(client: TestClient, id: str) -> None:
    assert client.get(f"/reports/{id}").status_code == 404


def test_a_report_needs_a_form_of_the_app(client: TestClient) -> None:
    assert client.post("/reports", data={"q": QUOTE}).status_code == 403
    assert client.post("/check", data={"q": QUOTE}).status_code == 403


def test_a_report_of_nothing_is_not_made(filled: str, send: Send) -> None:
    answer = send("/reports", on="/check", q="…", person="")
    assert answer.status_code == 303 and answer.headers["location"].startswith("/check?q=")  # type: ignore[attr-defined]
    with Archive.open(filled) as archive:
        assert Reports(archive).list() == []


def test_a_path_before_the_app(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    with Archive.open(path, create=True) as archive:
        list(archive.add_all(several()))
    with served(Settings(path, url="https://news.example/wl")) as client:
        fields = {"csrf": token(client, "/wl/check"), "q": QUOTE, "person": ""}
        assert client.post("/wl/check", data=fields).headers["location"].startswith("/wl/check?q=Ohne")
        made = client.post("/wl/reports", data=fields).headers["location"]
        assert made.startswith("/wl/reports/")
        page = client.get(made).text
    assert f"https://news.example{made}" in page and 'href="/wl/statements/' in page


# With accounts


@pytest.fixture
def held(filled: str, monkeypatch: pytest.MonkeyPatch) -> str:
    for module in (accounts, logins):
        monkeypatch.setattr(module, "argon2", lambda: QUICK)
    fill(filled)
    return filled


def test_a_report_can_be_read_by_others_but_deleted_by_its_maker_alone(held: str) -> None:
    with browser(held, "olaf") as olaf:
        path = kept(olaf)
        assert "von olaf" in words_of(tree(olaf, path))
    with browser(held, "eva") as eva:
        page = tree(eva, path)
        assert (
            words_of(page.find(".//h1")) == "Wörtlich belegt" and page.xpath("//form[contains(@class, 'remove')]") == []
        )
        assert path not in client_links(eva, "/reports") and path not in client_links(eva, "/reports?all=1")
        assert eva.post(f"{path}/remove", data={"csrf": token(eva, "/check")}).status_code == 403
        assert eva.get(path).status_code == 200
    with browser(held, "chef") as chef:
        assert path in client_links(chef, "/reports?all=1")
        assert chef.post(f"{path}/remove", data={"csrf": token(chef, path)}).status_code == 303


def test_nobody_reads_a_report_without_an_account(held: str) -> None:
    with browser(held, "olaf") as olaf:
        path = kept(olaf)
    with browser(held) as stranger:
        for form in ("", ".html", ".md", ".json", "/cite.bib"):
            assert stranger.get(path + form).headers["location"].startswith("/login")


def client_links(client: TestClient, path: str) -> set[str]:
    return {a.get("href") for a in tree(client, path).iter("a")}
