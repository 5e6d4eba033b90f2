"""The pages of work in the background: adding, jobs, sources. A runner works in a thread where one is needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.desk.addresses import REFUSED
from tests.desk.workers import ended, working
from tests.web.conftest import served, token
from wortlaut.archive import Archive
from wortlaut.desk.audit import noted
from wortlaut.desk.feeds import Feeds
from wortlaut.desk.jobs import Jobs, Result, Sign
from wortlaut.desk.tasks import Address, Files, Rereading, Text, Upload
from wortlaut.serving.settings import Settings
from wortlaut.web.pages import add
from wortlaut.web.words import table

BRIDGE = "„Wir bauen die Brücke im Frühjahr“, sagte Bürgermeisterin Eva Brandt am Montag in Lohbrunn."
FEED = "https://bote.example/feed.xml"
EVIL = '<script>alert(1)</script>"><img src=x>\u202e'
Send = Callable[..., Any]


@pytest.fixture
def held(filled: str) -> Iterator[Archive]:
    """The archive of the client."""
    with Archive.open(filled) as opened:
        yield opened


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody works, so nobody waits."""
    monkeypatch.setattr(add, "PATIENCE", 0.0)


def test_the_page_has_three_forms_with_labels(client: TestClient) -> None:
    page = client.get("/add").text
    assert page.count('name="csrf"') == 3 + 0
    for field in re.findall(r'<(?:input|textarea|select)[^>]*\bid="([^"]+)"', page):
        assert f'for="{field}"' in page
    assert "Text einfügen" in page and "Paste a text" in client.get("/add?lang=en").text


def test_a_pasted_text_is_read_and_shown(filled: str, held: Archive, send: Send) -> None:
    known = held.info().articles
    with working(filled):
        answer = send(
            "/add", on="/add", what="text", words=BRIDGE, title="Brücke", outlet="Bote", published="2026-03-02"
        )
        assert (answer.status_code, answer.headers["location"]) == (303, f"/articles/{known + 1}")
        again = send(
            "/add", on="/add", what="text", words=BRIDGE, title="Brücke", outlet="Bote", published="2026-03-02"
        )
        assert again.headers["location"] == f"/articles/{known + 1}"
    assert "add.known" in again.headers["set-cookie"]
    kept = [kept.analysis.article for kept in held.kept()][-1]
    assert (kept.text, kept.title, kept.outlet, kept.published) == (BRIDGE, "Brücke", "Bote", "2026-03-02")


def test_files_are_read_and_what_fails_is_named(client: TestClient, filled: str, send: Send) -> None:
    files = [("upload", ("a.txt", BRIDGE.encode())), ("upload", (f"{EVIL}.txt", b"\n"))]
    with working(filled):
        answer = send("/add", on="/add", what="files", files=files)
    assert answer.status_code == 303
    page = client.get(answer.headers["location"]).text
    assert "fertig, mit Fehlern" in page and "Was misslang" in page
    assert "<script>alert" not in page and "<img" not in page and "\u202e" not in page
    assert (
        "Hier steht nichts." in page
        and "There is nothing here." in client.get(f"{answer.headers['location']}?lang=en").text
    )
    assert "white space" in page and re.search(r'href="/articles/\d+"', page)


@pytest.mark.usefixtures("impatient")
def test_who_does_not_wait_sees_the_job_and_is_led_on(
    client: TestClient, filled: str, held: Archive, send: Send
) -> None:
    where = send("/add", on="/add", what="text", words=BRIDGE).headers["location"]
    assert re.fullmatch(r"/jobs/\d+\?go=1", where)
    page = client.get(where)
    assert "wartet" in page.text and "<noscript><meta" in page.text and "job.js" in page.text
    with working(filled):
        ended(held, Jobs(held).latest()[0].id)
    assert client.get(where).headers["location"].startswith("/articles/")
    assert client.get(where.partition("?")[0]).status_code == 200


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"what": "text", "words": " "}, "fehlt der Text"),
        ({"what": "text", "words": EVIL, "published": "gestern"}, "2024-06-19"),
        ({"what": "text", "words": EVIL, "source": "javascript:alert(1)"}, "http"),
        ({"what": "text", "words": EVIL, "title": EVIL * 40}, "title"),
        ({"what": "files"}, "mindestens eine Datei"),
        ({"what": "address", "address": ""}, "fehlt die Adresse"),
        ({"what": "address", "address": "http://127.0.0.1:8765/"}, "nicht öffentlich"),
        ({"what": "nothing"}, "fehlt der Text"),
    ],
)
def test_what_is_wrong_is_said_beside_what_was_entered(
    held: Archive, send: Send, fields: dict[str, str], told: str
) -> None:
    answer = send("/add", on="/add", **fields)
    assert answer.status_code == 400 and told in answer.text
    assert "<script>alert" not in answer.text and "<img" not in answer.text
    if fields.get("words") == EVIL:
        assert "&lt;script&gt;" in answer.text
    assert not Jobs(held).latest()


def test_addresses_that_are_never_asked_are_refused(client: TestClient, held: Archive) -> None:
    key = token(client, "/add")
    for address in REFUSED:
        answer = client.post("/add", data={"csrf": key, "what": "address", "address": address})
        assert answer.status_code == 400, address
        answer = client.post("/sources", data={"csrf": key, "address": address})
        assert answer.status_code == 400, address
    assert not Jobs(held).latest() and not Feeds(held).all()


def test_nothing_is_changed_without_the_token_of_a_page(client: TestClient, held: Archive) -> None:
    number = Feeds(held).add(FEED, account="eva")
    job = Jobs(held).ask(Text(BRIDGE), account="eva")
    paths = (
        "/add",
        "/sources",
        "/sources/reread",
        f"/jobs/{job}/stop",
        *(f"/sources/{number}/{act}" for act in ("pause", "resume", "visit", "remove")),
    )
    for path in paths:
        assert client.post(path, data={"what": "text", "words": BRIDGE, "address": FEED}).status_code == 403, path
    assert Jobs(held).get(job).active and len(Jobs(held).latest()) == 1 and not Feeds(held).get(number).paused


def test_a_file_that_is_too_large_is_refused(filled: str) -> None:
    with served(Settings(filled, upload=10_000)) as client:
        key = token(client, "/add")
        answer = client.post("/add", data={"csrf": key, "what": "files"}, files={"upload": ("a.txt", b"x" * 20_000)})
        assert answer.status_code == 413
        many = [("upload", (f"{at}.txt", b"x")) for at in range(60)]
        assert client.post("/add", data={"csrf": key, "what": "files"}, files=many).status_code == 400


def test_a_job_that_is_not_there(client: TestClient) -> None:
    for number in (7, 10**30):
        assert client.get(f"/jobs/{number}").status_code == 404
        assert client.get(f"/sources/{number}/remove").status_code == 404
    assert client.get("/jobs/x").status_code == 404


def test_a_job_is_stopped(client: TestClient, held: Archive, send: Send) -> None:
    number = Jobs(held).ask(Text(BRIDGE), account="eva")
    answer = send(f"/jobs/{number}/stop", on=f"/jobs/{number}")
    assert answer.headers["location"] == f"/jobs/{number}"
    assert "abgebrochen" in client.get(f"/jobs/{number}").text
    assert send("/jobs/99/stop", on="/add").status_code == 404


def test_how_a_job_is_is_told_in_words(client: TestClient, held: Archive) -> None:
    jobs = Jobs(held)
    results = {
        "fertig": Result(new=2), "fertig, mit Fehlern": Result(new=1, failed=1), "nichts gelesen": Result(failed=1),
    }  # fmt: skip
    for words, result in results.items():
        number = jobs.ask(Files((Upload("a.zip", b"x"),)), account="eva")
        jobs.claim(["files"], "me")
        jobs.beat("me", {number: Sign(3, 9, result)})
        page = client.get(f"/jobs/{number}").text
        assert "läuft" in page and 'max="9" value="3"' in page
        jobs.finish(number, "me", Sign(3, 9, result))
        page = client.get(f"/jobs/{number}").text
        assert re.search(rf"</span> {words}</span>", page) and "job.js" not in page
    number = jobs.ask(Address(FEED), account="eva")
    jobs.claim(["address"], "me")
    jobs.fail(number, "me", f"it failed {EVIL}")
    page = client.get(f"/jobs/{number}").text
    assert "misslungen" in page and "it failed &lt;script&gt;" in page


def test_a_source_is_entered_paused_visited_and_removed(client: TestClient, held: Archive, send: Send) -> None:
    feeds = Feeds(held)
    assert "Noch wird keine Quelle besucht" in client.get("/sources").text
    assert send("/sources", on="/sources", address=FEED, outlet=EVIL, seconds="900").headers["location"] == "/sources"
    (feed,) = feeds.all()
    assert (feed.address, feed.seconds) == (FEED, 900)
    page = client.get("/sources").text
    assert "noch nicht besucht" in page and "15 Minuten" in page and "<img" not in page

    feeds.told(feed.id, articles=12, error="https://bote.example/feed.xml: the server answered 404; check the address")
    page = client.get("/sources").text
    assert "misslungen" in page and "answered 404" in page and ">12</dd>" in page and "⚠" in page

    send(f"/sources/{feed.id}/pause", on="/sources")
    assert "angehalten" in client.get("/sources").text and feeds.get(feed.id).paused
    send(f"/sources/{feed.id}/resume", on="/sources")
    send(f"/sources/{feed.id}/visit", on="/sources")
    assert feeds.get(feed.id).job and "wird besucht" in client.get("/sources").text

    assert "Ihre 12 Artikel bleiben" in client.get(f"/sources/{feed.id}/remove").text
    send(f"/sources/{feed.id}/remove", on="/sources")
    assert not feeds.all()
    told = [one.action for one in reversed(noted(held))]
    assert told == ["feed.add", "feed.pause", "feed.resume", "feed.visit", "feed.remove"]
    for act in ("pause", "resume", "visit", "remove"):
        assert send(f"/sources/{feed.id}/{act}", on="/sources").status_code == 404


@pytest.mark.parametrize("fields", [{"address": ""}, {"address": FEED, "seconds": "1"}, {"address": "http://[::1]/"}])
def test_a_wrong_source_is_said_to_be(held: Archive, send: Send, fields: dict[str, str]) -> None:
    answer = send("/sources", on="/sources", **fields)
    assert answer.status_code == 400 and 'aria-invalid="true"' in answer.text
    assert not Feeds(held).all()


def test_a_source_is_entered_once(held: Archive, send: Send) -> None:
    Feeds(held).add(FEED, account="eva")
    assert "Diese Quelle wird schon besucht." in send("/sources", on="/sources", address=FEED).text


def test_articles_are_read_again_by_one_job(client: TestClient, held: Archive, send: Send) -> None:
    assert "5 Fassungen hat ein anderes Modell gelesen" in client.get("/sources").text
    where = {send("/sources/reread", on="/sources").headers["location"] for _ in range(2)}
    (job,) = Jobs(held).latest()
    assert where == {f"/jobs/{job.id}"} and job.kind == "reread"


def test_jobs_are_listed_page_by_page(client: TestClient, held: Archive) -> None:
    for number in range(25):
        Jobs(held).ask(Text(f"{number}.") if number else Rereading(), account="eva")
    page = client.get("/sources").text
    assert "/jobs/25" in page and '"/jobs/5"' not in page
    older = re.search(r"/sources\?before=\d+", page)
    assert older and '"/jobs/5"' in client.get(older[0]).text
    assert client.get("/sources?before=" + "9" * 40).status_code == 200


def test_pages_are_in_both_languages() -> None:
    for prefix in ("add.", "jobs.", "sources."):
        german, english = ({key for key in table(one) if key.startswith(prefix)} for one in ("de", "en"))
        assert german == english and german
