"""/review and /review/quality as a reader without script uses them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import served
from wortlaut.archive import Archive, Query
from wortlaut.desk.items import item_at
from wortlaut.desk.reviews import Given, review
from wortlaut.desk.views import as_read
from wortlaut.serving.settings import Settings

ADDRESS = "2.1/s1"
Send = Callable[..., Any]


def fields(page: str) -> dict[str, str]:
    """What the form of the page sends as it stands."""
    form = page[page.index('id="judging"') : page.index("</form>", page.index('id="judging"'))]
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    found |= {name: one for name in ("start", "end") for one in _selected(form, name)}
    found["person"] = re.findall(r'<input id="person" name="person" value="([^"]*)"', form)[0]
    found["kind"] = re.findall(r'name="kind" value="(\w+)" data-key="\d" checked', form)[0]
    return found | {"person_kind": "", "verdict": "said"}


def _selected(form: str, name: str) -> list[str]:
    select = form[form.index(f'<select id="{name}"') :]
    return re.findall(r'<option value="(\d+)" selected', select[: select.index("</select>")])


def judged(client: TestClient, **given: str) -> Any:
    """The statement, judged from its page, with some fields changed."""
    page = client.get(f"/review?queue=lowest&statement={ADDRESS}").text
    return client.post("/review", data=fields(page) | given)


def statement(path: str) -> Any:
    with Archive.open(path) as archive:
        found = [hit for hit in archive.find(Query(limit=100)).hits if hit.kept.address(hit.statement) == ADDRESS]
    return found[0] if found else None


def test_the_page_shows_the_statement_with_its_evidence(client: TestClient) -> None:
    page = client.get(f"/review?statement={ADDRESS}").text
    assert '<span class="w in" data-start="114"' in page
    assert '<span class="w cue"' in page and '<span class="w speaker"' in page
    assert 'value="Mira Olbrich"' in page
    assert re.search(r'name="kind" value="direct" data-key="1" checked', page)


@pytest.mark.parametrize("address", ["1.2/s1", "1.2/s2", "2.1/s1", "2.1/s2", "3.1/s1", "3.1/s2"])
def test_what_is_sent_as_it_stands_is_correct(client: TestClient, filled: str, address: str) -> None:
    page = client.get(f"/review?statement={address}&queue=lowest").text
    answer = client.post("/review", data=fields(page))
    assert answer.headers["location"] == "/review?queue=lowest#item"
    assert "Gespeichert: stimmt." in client.get("/review").text
    with Archive.open(filled) as archive:
        assert archive.judgements().all == ()


def test_the_queue_goes_on_to_its_end(client: TestClient) -> None:
    for _ in range(6):
        data = fields(client.get("/review").text)
        assert client.post("/review", data=data | {"verdict": "skip"}).status_code == 303
    assert "Alles ist durchgesehen." in client.get("/review").text


def test_several_corrections_at_once_and_back(client: TestClient, filled: str, send: Send) -> None:
    before = statement(filled)
    data = fields(client.get(f"/review?queue=lowest&statement={ADDRESS}").text)
    judged(client, start=str(int(data["start"]) + 1), person="Karl Ott", kind="indirect")
    after = statement(filled)
    assert after.statement.content[0].start == before.statement.content[0].start + 1
    assert after.statement.kind == "indirect"
    assert "Karl Ott" in [one.name for one in after.kept.analysis.people]
    page = client.get("/review").text
    assert "Wortlaut berichtigt, Art berichtigt, Person berichtigt" in page
    send("/review/undo", on="/review", review="")
    assert statement(filled).statement == before.statement


def test_no_statement(client: TestClient, filled: str) -> None:
    judged(client, verdict="none")
    assert statement(filled) is None
    assert "keine Äußerung" in client.get("/review").text


def test_nobody_is_a_person_to_be_said(client: TestClient, filled: str) -> None:
    judged(client, person="")
    assert statement(filled).statement.attribution is None


@pytest.mark.parametrize(
    "person, chosen, kind",
    [
        ("Landratsamt", "", "organization"),
        ("Karl Ott", "", "person"),
        ("Karl Ott", "group", "group"),
        ("Eva Brandt", "", "person"),
    ],
)
def test_what_somebody_is(client: TestClient, filled: str, person: str, chosen: str, kind: str) -> None:
    judged(client, person=person, person_kind=chosen)
    hit = statement(filled)
    (found,) = [one for one in hit.kept.analysis.people if one.id == hit.statement.person]
    assert (found.name, found.kind) == (person, kind)


@pytest.mark.parametrize(
    "given",
    [{"start": "200", "end": "190"}, {"start": "x"}, {"end": "99999"}, {"kind": "alien"}, {"person": "x" * 300},
     {"start": "113", "end": "114"}],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(client: TestClient, filled: str, given: dict[str, str]) -> None:
    assert judged(client, **given).status_code == 400
    with Archive.open(filled) as archive:
        assert archive.judgements().all == ()


def test_what_was_read_anew_meanwhile_is_not_judged(client: TestClient, filled: str) -> None:
    assert judged(client, first="115").status_code == 303
    assert "inzwischen neu gelesen" in client.get("/review").text
    with Archive.open(filled) as archive:
        assert archive.judgements().all == ()


def test_a_chosen_statement_leads_back_to_its_article(client: TestClient) -> None:
    data = fields(client.get(f"/review?statement={ADDRESS}").text)
    assert client.post("/review", data=data).headers["location"] == "/articles/2.1"


@pytest.mark.parametrize("path", ["/review?statement=99.1/s1", "/review?statement=x", "/review?statement=2.1/s99"])
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_sample_is_drawn_and_measured(client: TestClient, send: Send) -> None:
    assert "Neue Stichprobe ziehen" in client.get("/review?queue=random").text
    answer = send("/review/sample", on="/review?queue=random", name="März", size="4", seed="3")
    assert answer.headers["location"] == "/review?queue=random&sample=M%C3%A4rz"
    for verdict in ("said", "said", "none", "skip"):
        data = fields(client.get("/review?queue=random").text)
        assert data["sample"] == "März"
        client.post("/review", data=data | {"verdict": verdict})
    assert "ganz durchgesehen" in client.get("/review?queue=random").text
    page = client.get("/review/quality").text
    assert "3 von 4 gezogenen Äußerungen sind beurteilt" in page
    assert "2 / 3" in page and "67" in page
    assert '<svg class="intervals"' in page
    assert "1 Äußerung wurden nur übersprungen" in page


@pytest.mark.parametrize("given", [{"size": "0"}, {"size": "9999"}, {"seed": "-1"}, {"seed": ""}, {"name": ""}])
def test_a_sample_that_cannot_be_is_refused(send: Send, given: dict[str, str]) -> None:
    assert (
        send(
            "/review/sample", on="/review?queue=random", **{"name": "a", "size": "4", "seed": "3", **given}
        ).status_code
        == 400
    )


def test_an_empty_archive_has_nothing_to_review(empty: TestClient) -> None:
    for path in ("/review", "/review?queue=second", "/review?queue=random", "/review/quality", "/review/quality.csv"):
        assert empty.get(path).status_code == 200
    assert "Alles ist durchgesehen." in empty.get("/review").text


def test_names_for_what_is_written(client: TestClient) -> None:
    assert client.get("/review/names?q=eva").json() == ["Eva Brandt"]
    assert client.get("/review/names?q=").json() == client.get("/review/names").json() == []


def test_nobody_is_told_what_another_said_before_both_did(client: TestClient, filled: str) -> None:
    with Archive.open(filled) as archive:
        item = item_at(archive, ADDRESS)
        review(archive, "Ada Lob", item, Given(None))
    for path in (f"/review?statement={ADDRESS}", "/review?queue=second", "/review/quality"):
        assert "keine Äußerung</" not in client.get(path).text.replace("Keine", "")
    assert "Ada Lob" not in client.get("/review?queue=second").text
    data = fields(client.get("/review?queue=second").text)
    assert data["statement"] == ADDRESS
    client.post("/review", data=data)
    assert "Ada Lob" in client.get(f"/review?statement={ADDRESS}").text
    page = client.get("/review/quality").text
    assert f"/review?statement={ADDRESS}" in page.replace("%2F", "/")
    assert "welche Art, oder keine Äußerung" in page


def test_reviews_as_a_table(client: TestClient) -> None:
    judged(client, person="=1+1")
    answer = client.get("/review/quality.csv")
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert (row["account"], row["address"], row["verdict"]) == ("local", ADDRESS, "wrong_person")
    assert row["said_person"] == "'=1+1"
    assert answer.headers["content-disposition"] == 'attachment; filename="reviews.csv"'


def test_a_form_from_elsewhere_changes_nothing(client: TestClient, filled: str) -> None:
    assert judged(client, csrf="0", verdict="none").status_code == 403
    for path in ("/review/undo", "/review/sample"):
        assert client.post(path, data={"csrf": "0"}).status_code == 403
    assert statement(filled) is not None


def test_nothing_to_be_undone_is_told(send: Send) -> None:
    for number in ("", "17", "x"):
        assert send("/review/undo", on="/review", review=number).status_code == 400


def test_links_have_the_prefix(filled: str) -> None:
    with served(Settings(filled, url="https://example.org/wl")) as browser:
        page = browser.get("/wl/review").text
        assert 'href="/wl/review?queue=second"' in page and 'action="/wl/review"' in page
        answer = browser.post("/wl/review", data=fields(page))
        assert answer.headers["location"] == "/wl/review?queue=lowest#item"


def test_english(client: TestClient) -> None:
    page = client.get("/review", headers={"accept-language": "en"}).text
    assert "Not a statement" in page and 'lang="de"' in page
    assert "How much is right" in client.get("/review/quality", headers={"accept-language": "en"}).text


def test_a_name_with_signs_that_are_shown_otherwise_is_not_taken_for_another(filled: str) -> None:
    """The page shows control signs as something visible; what is sent back unchanged is unchanged."""
    with Archive.open(filled) as archive:
        kept = next(iter(archive.kept()))
        people = tuple(
            type(one)(one.id, f"{one.name}\u202e x", one.kind) for one in kept.analysis.people
        )  # fmt: skip
        made = type(kept.analysis)(kept.analysis.article, kept.analysis.parts, kept.analysis.statements, people)
        archive.reread(lambda article: made if article == made.article else _same(archive, article), model="m2")
        address = kept.address(kept.analysis.statements[0])
    with served(Settings(filled)) as browser:
        page = browser.get(f"/review?statement={address}&queue=lowest").text
        browser.post("/review", data=fields(page))
    with Archive.open(filled) as archive:
        assert archive.judgements().all == ()
        assert as_read(item_at(archive, address)).person is not None


def _same(archive: Archive, article: Any) -> Any:
    return next(kept.analysis for kept in archive.kept(versions_too=True) if kept.analysis.article == article)
