"""The pages of people: looked at, merged, split, and that taken back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.archive.test_uniting import article, hall, number
from tests.desk.workers import ended, working
from tests.web.conftest import served
from wortlaut.archive import Archive, Query
from wortlaut.desk import people
from wortlaut.desk.accounts import Accounts
from wortlaut.desk.audit import noted
from wortlaut.serving.settings import Settings


@pytest.fixture
def filled(filled: str) -> str:
    """The small archive, with an article that has further people."""
    with Archive.open(filled) as archive:
        archive.add(hall())
    return filled


def test_the_list_has_those_who_are_most_quoted_first(client: TestClient) -> None:
    page = client.get("/people")
    assert page.status_code == 200
    names = re.findall(r'<a class="who p\d" href="/people/\d+"><bdi>([^<]+)', page.text)
    assert names[0] == "Eva Brandt" and {"Jonas Quast", "Landratsamt", "Brandt"} <= set(names)
    found = client.get("/people", params={"q": "quas"}).text
    assert "Jonas Quast" in found and "Eva Brandt-Quast" in found and "Olbrich" not in found
    nobody = client.get("/people", params={"q": "Zacharias"})
    assert nobody.status_code == 200 and "Niemand im Archiv heißt „Zacharias“" in nobody.text
    assert client.get("/people", params={"after": "rubbish"}).status_code == 200
    assert "Most quoted" in client.get("/people", params={"lang": "en"}).text


def test_an_empty_archive_has_nobody(empty: TestClient) -> None:
    assert "kennt noch niemanden" in empty.get("/people").text


def test_a_person_has_a_page(client: TestClient, filled: str) -> None:
    own = number(filled, "Eva Brandt")
    page = client.get(f"/people/{own}")
    assert page.status_code == 200 and page.text.count("<h1") == 1
    for words in ("<bdi>Eva Brandt</bdi>", "Lohbrunner Bote", "Ohne tieferes Wasser", "Wer ist wer"):
        assert words in page.text
    assert client.get("/people/999").status_code == 404
    assert client.get("/people/99999999999999999999").status_code == 404
    assert "nennt hier keinen vollen Namen" in client.get(f"/people/{number(filled, 'Brandt')}").text


def test_two_names_are_merged_and_parted_again(client: TestClient, filled: str, send: Callable[..., Any]) -> None:
    eva, quast = number(filled, "Eva Brandt"), number(filled, "Eva Brandt-Quast")
    choose = client.get(f"/people/{quast}/merge", params={"q": "Eva"}).text
    assert f"/people/{quast}/merge?into={eva}" in choose and f"into={quast}" not in choose
    preview = client.get(f"/people/{quast}/merge", params={"into": eva})
    assert "„Eva Brandt-Quast“ wird „Eva Brandt“" in preview.text and "Die Halle wird im Mai fertig" in preview.text
    assert client.get(f"/people/{quast}").status_code == 200  # a look changes nothing
    on = f"/people/{quast}/merge?into={eva}"
    assert client.post(f"/people/{quast}/merge", data={"into": eva}).status_code == 403
    done = send(f"/people/{quast}/merge", on=on, into=eva)
    assert (done.status_code, done.headers["location"]) == (303, f"/people/{eva}")
    page = client.get(f"/people/{eva}")
    assert "Die beiden sind jetzt eine Person" in page.text and "„Eva Brandt-Quast“ ist „Eva Brandt“" in page.text
    led = client.get(f"/people/{quast}")
    assert (led.status_code, led.headers["location"]) == (303, f"/people/{eva}?merged={quast}")
    again = send(f"/people/{eva}/merge", on=f"/people/{eva}", into=quast)
    assert again.status_code == 400 and "already" in again.text
    batch = re.search(r'name="batch" value="(\d+)"', page.text)
    assert batch
    undone = send(f"/people/{eva}/undo", on=f"/people/{eva}", batch=batch[1])
    assert undone.headers["location"] == f"/people/{quast}"
    assert "zurückgenommen von local" in client.get(f"/people/{quast}").text
    with Archive.open(filled) as archive:
        assert [(one.action, one.account) for one in noted(archive)] == [
            ("people.undo", "local"), ("people.merge", "local"),
        ]  # fmt: skip
        assert list(archive.verify()) == []


def test_two_people_of_one_name_are_split(client: TestClient, filled: str, send: Callable[..., Any]) -> None:
    eva, place = number(filled, "Eva Brandt"), article(filled, "https://kurier.example/werft")
    choose = client.get(f"/people/{eva}/split")
    assert f'name="article" value="{place}"' in choose.text and "Lehrlinge fehlen" in choose.text
    none = client.get(f"/people/{eva}/split", params={"preview": "1", "name": "Eva"})
    assert none.status_code == 400 and "mindestens einen Artikel" in none.text
    with Archive.open(filled) as archive:
        every = [hit.kept.article for hit in archive.find(Query(person=f"#{eva}", copies=True)).hits]
    everything = client.get(f"/people/{eva}/split", params={"preview": "1", "name": "Eva", "article": every})
    assert everything.status_code == 400 and "nicht alle Artikel" in everything.text
    unnamed = client.get(f"/people/{eva}/split", params={"preview": "1", "name": "…", "article": place})
    assert unnamed.status_code == 400 and "Schreiben Sie einen Namen" in unnamed.text
    asked = {"preview": "1", "name": "Eva Brandt", "article": place}
    preview = client.get(f"/people/{eva}/split", params=asked)
    assert "eine eigene Person „Eva Brandt“" in preview.text and preview.text.count('name="article"') == 1
    done = send(f"/people/{eva}/split", on=str(preview.url), article=place, name="Eva Brandt")
    assert done.status_code == 303
    other = client.get(done.headers["location"])
    assert "Das ist jetzt eine eigene Person" in other.text and f'href="/people/{eva}"' in other.text
    assert "person=%23" in other.text  # two are called so
    assert "„Eva Brandt“ ist in einem Artikel eine andere Person" in client.get(f"/people/{eva}").text
    wrong = send(f"/people/{eva}/split", on=f"/people/{eva}", article=place, name="Eva")
    assert wrong.status_code == 400 and "has no part in it" in wrong.text


def test_articles_of_other_pages_stay_chosen(client: TestClient, filled: str) -> None:
    eva = number(filled, "Eva Brandt")
    page = client.get(f"/people/{eva}/split", params={"article": [1, 2], "after": 1})
    assert page.text.count('type="hidden" name="article"') == 2 and "2 Artikel von anderen Seiten" in page.text


def test_who_reads_only_sees_no_change(filled: str) -> None:
    with Archive.open(filled) as archive:
        Accounts(archive).add("lena", "reader", "ein langes Geheimwort")
    with served(Settings(filled, accounts=True)) as browser:
        own = number(filled, "Eva Brandt")
        assert browser.get(f"/people/{own}").status_code == 303
        page = browser.get("/login")
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)
        assert found
        sent = {"csrf": found[1], "name": "lena", "password": "ein langes Geheimwort"}
        assert browser.post("/login", data=sent).status_code == 303
        shown = browser.get(f"/people/{own}")
        assert shown.status_code == 200 and "/merge" not in shown.text
        assert browser.get(f"/people/{own}/merge").status_code == 403


def test_who_is_large_is_merged_by_a_job(
    client: TestClient, filled: str, send: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "AT_ONCE", 0)
    eva, quast = number(filled, "Eva Brandt"), number(filled, "Eva Brandt-Quast")
    on = f"/people/{quast}/merge?into={eva}"
    assert "gehen im Hintergrund über" in client.get(on).text
    job = send(f"/people/{quast}/merge", on=on, into=eva).headers["location"]
    assert re.fullmatch(r"/jobs/\d+", job)
    page = client.get(job).text
    assert "Das gilt ab jetzt" in page and f'href="/people/{eva}"' in page and "Wer ist wer" in page
    assert f'action="{job}/stop"' not in page
    assert "Wer ist wer" in client.get("/sources").text
    person = client.get(f"/people/{eva}").text
    assert "Noch sind nicht alle" in person
    assert f'href="{job}"' in person and "„Eva Brandt-Quast“ ist „Eva Brandt“" in person
    refused = send(f"{job}/stop", on=f"/people/{eva}")
    assert refused.status_code == 400 and "take that back instead" in refused.text
    with working(filled), Archive.open(filled) as archive:
        assert ended(archive, int(job.rpartition("/")[2])).state == "done"
        assert list(archive.verify()) == []
    page = client.get(job).text
    assert "fertig" in page and f'href="/people/{eva}"' in page and "/add" not in page.partition('id="job"')[2]
    person = client.get(f"/people/{eva}").text
    assert "Noch sind nicht alle" not in person
    batch = re.search(r'name="batch" value="(\d+)"', person)
    assert batch
    undone = send(f"/people/{eva}/undo", on=f"/people/{eva}", batch=batch[1]).headers["location"]
    assert undone.startswith("/jobs/") and undone != job
    with Archive.open(filled) as archive:
        assert [(one.action, one.account) for one in noted(archive)] == [
            ("people.undo", "local"), ("people.merge", "local"),
        ]  # fmt: skip


def test_who_has_a_name_keeps_it_unless_it_is_turned(client: TestClient, filled: str) -> None:
    eva, brandt, quast = (number(filled, name) for name in ("Eva Brandt", "Brandt", "Eva Brandt-Quast"))
    page = client.get(f"/people/{eva}/merge", params={"q": "Brandt"}).text
    assert f'href="/people/{brandt}/merge?into={eva}"' in page and f"/people/{eva}/merge?into={brandt}" not in page
    assert f'href="/people/{eva}/merge?into={quast}"' in page  # both have a name: as it was asked
    page = client.get(f"/people/{brandt}/merge", params={"q": "Brandt"}).text
    assert f'href="/people/{brandt}/merge?into={eva}"' in page
    preview = client.get(f"/people/{brandt}/merge", params={"into": eva}).text
    assert "„Brandt“ wird „Eva Brandt“" in preview and f'href="/people/{eva}/merge?into={brandt}"' in preview
    assert "„Eva Brandt“ wird „Brandt“" in client.get(f"/people/{eva}/merge", params={"into": brandt}).text


def test_who_is_not_there_is_not_found(client: TestClient, filled: str, send: Callable[..., Any]) -> None:
    eva = number(filled, "Eva Brandt")
    assert client.get(f"/people/{eva}/merge", params={"into": 999}).status_code == 404
    for path, fields in (("999/merge", {"into": eva}), (f"{eva}/merge", {"into": 999}), (f"{eva}/undo", {"batch": 99})):
        assert send(f"/people/{path}", on="/add", **fields).status_code == 404
    assert send("/people/999/split", on="/add", article=1, name="Eva").status_code == 404
