"""/account: one's own password, sessions and tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.web.accounts import WORDS, browser, enter, token
from wortlaut.archive import Archive
from wortlaut.desk.tokens import Tokens

pytestmark = pytest.mark.usefixtures("quick")

NEW = "sieben Brücken im Wind"


@pytest.fixture
def eva(held: str) -> Iterator[TestClient]:
    with browser(held, "eva") as client:
        yield client


def send(client: TestClient, path: str, **fields: object):
    return client.post(path, data={"csrf": token(client, "/account"), **fields})


def is_in(client: TestClient) -> bool:
    return client.get("/account").status_code == 200


def test_the_page_shows_who_one_is(eva: TestClient) -> None:
    page = eva.get("/account").text
    assert "<bdi>eva</bdi>" in page and "Rolle: Redaktion" in page and "Sie haben keines." in page
    english = eva.get("/account?lang=en").text
    assert "Role: Editing" in english or "Role: " in english


def test_the_password_is_changed_and_others_are_out(eva: TestClient, held: str) -> None:
    with browser(held, "eva") as elsewhere:
        answer = send(eva, "/account/password", old=WORDS["eva"], new=NEW, again=NEW)
        assert (answer.status_code, answer.headers["location"]) == (303, "/account")
        assert "alle anderen Anmeldungen sind beendet" in eva.get("/account").text
        assert is_in(eva) and not is_in(elsewhere)
        assert enter(elsewhere, "eva").status_code == 401
        assert enter(elsewhere, "eva", NEW).status_code == 303


@pytest.mark.parametrize(
    "old, new, again, told",
    [
        ("ein falsches Wort", NEW, NEW, "Das ist nicht Ihr bisheriges Passwort."),
        (WORDS["eva"], NEW, NEW + "!", "Die beiden neuen Passwörter sind verschieden."),
        (WORDS["eva"], "zu kurz", "zu kurz", "Das Passwort ist zu kurz."),
        (WORDS["eva"], "evaevaevaeva", "evaevaevaeva", "leicht zu erraten"),
    ],
)
def test_what_will_not_do_is_told_and_changes_nothing(
    eva: TestClient, held: str, old: str, new: str, again: str, told: str
) -> None:
    answer = send(eva, "/account/password", old=old, new=new, again=again)
    assert answer.status_code == 400 and told in answer.text
    assert f'value="{new}"' not in answer.text and f'value="{old}"' not in answer.text
    with browser(held) as client:
        assert enter(client, "eva").status_code == 303


def test_who_guesses_the_old_password_waits(eva: TestClient) -> None:
    for _ in range(6):
        assert send(eva, "/account/password", old="ein falsches Wort", new=NEW, again=NEW).status_code == 400
    answer = send(eva, "/account/password", old=WORDS["eva"], new=NEW, again=NEW)
    assert answer.status_code == 429 and "Zu viele Versuche" in answer.text


def test_one_session_or_all_others_are_ended(eva: TestClient, held: str) -> None:
    with browser(held, "eva") as first, browser(held, "eva") as second:
        ids = re.findall(r'name="id" value="([0-9a-f]{64})"', eva.get("/account").text)
        assert len(ids) == 2, "one's own has no button"
        assert send(eva, "/account/sessions", id=ids[0]).status_code == 303
        assert [is_in(first), is_in(second)].count(False) == 1
        send(eva, "/account/sessions")
        assert not is_in(first) and not is_in(second) and is_in(eva)


def test_nobody_ends_sessions_or_tokens_of_others(eva: TestClient, held: str) -> None:
    with browser(held, "olaf") as olaf, Archive.open(held) as archive:
        with browser(held, "olaf"):
            (theirs,) = re.findall(r'name="id" value="([0-9a-f]{64})"', olaf.get("/account").text)
            key = Tokens(archive).make("olaf", "Skript", ["read"])
            send(eva, "/account/sessions", id=theirs)
            send(eva, "/account/tokens/revoke", id=str(Tokens(archive).of("olaf")[0].id))
            assert theirs in olaf.get("/account").text
        assert Tokens(archive).find(key) is not None


def test_a_token_is_shown_once_and_can_be_taken_back(eva: TestClient, held: str) -> None:
    answer = send(eva, "/account/tokens", name="Wochenbericht", days="30", scope=["read", "write"])
    (key,) = set(re.findall(r"wl_[\w-]{43}", answer.text))
    page = eva.get("/account").text
    assert key not in page and "Wochenbericht" in page
    with browser(held) as program:
        ask = {"authorization": f"Bearer {key}"}
        assert program.get("/search", headers=ask).status_code == 200
        (number,) = re.findall(r'name="id" value="(\d+)"', page)
        send(eva, "/account/tokens/revoke", id=number)
        assert program.get("/search", headers=ask).status_code == 303
    assert "Sie haben keines." in eva.get("/account").text


def test_a_token_goes_no_further_than_its_account(held: str) -> None:
    with browser(held, "olaf") as olaf:
        assert 'value="write"' not in olaf.get("/account").text
        answer = send(olaf, "/account/tokens", name="Skript", days="30", scope=["write"])
        assert answer.status_code == 400 and "So weit reicht die Rolle dieses Kontos nicht." in answer.text
        assert "wl_" not in answer.text


@pytest.mark.parametrize(
    "fields, told",
    [
        ({"name": "", "scope": "read"}, "wofür das Token ist"),
        ({"name": "Skript"}, "Wählen Sie mindestens ein Recht."),
        ({"name": "Skript", "scope": "admin"}, "Wählen Sie mindestens ein Recht."),
        ({"name": "Skript", "scope": "read", "days": "99999"}, "Ein Token gilt 1 bis 3650 Tage."),
    ],
)
def test_what_is_no_token_is_told(eva: TestClient, fields: dict[str, str], told: str) -> None:
    answer = send(eva, "/account/tokens", **fields)
    assert answer.status_code == 400 and told in answer.text


def test_a_token_makes_no_tokens(eva: TestClient, held: str) -> None:
    key = set(re.findall(r"wl_[\w-]{43}", send(eva, "/account/tokens", name="x", scope=["read", "write"]).text)).pop()
    with browser(held) as program:
        ask = {"authorization": f"Bearer {key}"}
        for path, fields in (
            ("/account/tokens", {"name": "y", "scope": "read"}),
            ("/account/password", {"old": WORDS["eva"], "new": NEW, "again": NEW}),
            ("/account/sessions", {}),
        ):
            assert program.post(path, data=fields, headers=ask).status_code == 400
        assert program.get("/account", headers=ask).status_code == 400
    assert is_in(eva)


@pytest.mark.parametrize("path", ["password", "sessions", "tokens", "tokens/revoke"])
def test_every_form_needs_its_token(eva: TestClient, path: str) -> None:
    fields = {"old": WORDS["eva"], "new": NEW, "again": NEW, "name": "x", "scope": "read", "id": "1"}
    for csrf in ({}, {"csrf": "0" * 64}):
        assert eva.post(f"/account/{path}", data={**fields, **csrf}).status_code == 403
    good = {**fields, "csrf": token(eva, "/account")}
    assert eva.post(f"/account/{path}", data=good, headers={"origin": "https://evil.example"}).status_code == 403
