"""/login and /logout: in, out, and nothing to be learnt or planted on the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.web.accounts import WORDS, browser, enter, token
from tests.web.conftest import served
from wortlaut.archive import Archive
from wortlaut.desk.accounts import Accounts
from wortlaut.desk.audit import noted
from wortlaut.serving.settings import Settings

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def stranger(held: str) -> Iterator[TestClient]:
    with browser(held) as client:
        yield client


def is_in(client: TestClient) -> bool:
    return client.get("/account").status_code == 200


def test_a_stranger_is_led_to_the_login_and_back(stranger: TestClient) -> None:
    answer = stranger.get("/account?x=1&y=ä")
    assert answer.status_code == 303
    page = stranger.get(answer.headers["location"])
    assert page.status_code == 200 and 'value="/account?x=1&amp;y=%C3%A4"' in page.text
    answer = enter(stranger, "eva", to="/account?x=1&y=%C3%A4")
    assert (answer.status_code, answer.headers["location"]) == (303, "/account?x=1&y=%C3%A4")
    assert is_in(stranger)


@pytest.mark.parametrize(
    "to",
    [
        "//evil.example", "/\\evil.example", "https://evil.example", "\\\\evil", "javascript:alert(1)", "", " //evil",
        "/\t/evil.example", "/login", "/login?to=/login", "/logout", "/\r\nset-cookie: a=b", "evil",
    ],
)  # fmt: skip
def test_after_the_login_nobody_is_led_elsewhere(stranger: TestClient, to: str) -> None:
    page = stranger.get("/login", params={"to": to})
    assert '<input type="hidden" name="to" value="/">' in page.text
    assert enter(stranger, "eva", to=to).headers["location"] == "/"
    assert stranger.get("/login", params={"to": to}).headers["location"] == "/"


def test_who_is_in_is_not_asked_again(stranger: TestClient) -> None:
    enter(stranger, "eva")
    answer = stranger.get("/login?to=/search")
    assert (answer.status_code, answer.headers["location"]) == (303, "/search")


def test_the_page_does_not_tell_which_names_there_are(stranger: TestClient) -> None:
    pages = [enter(stranger, name, "ein falsches Wort") for name in ("eva", "ewa")]
    assert [one.status_code for one in pages] == [401, 401]
    assert pages[0].text == pages[1].text.replace('"ewa"', '"eva"')
    assert "Name oder Passwort stimmt nicht." in pages[0].text
    assert "ein falsches Wort" not in pages[0].text and 'value="eva"' in pages[0].text


def test_the_page_says_how_long_to_wait(stranger: TestClient) -> None:
    for _ in range(6):
        assert enter(stranger, "eva", "ein falsches Wort").status_code == 401
    answer = enter(stranger, "eva")
    assert answer.status_code == 429 and answer.headers["retry-after"] in ("1", "2")
    assert "Zu viele Versuche sind misslungen. Der nächste ist in " in answer.text
    assert not is_in(stranger)
    english = stranger.post(
        "/login?lang=en", data={"csrf": token(stranger, "/login"), "name": "eva", "password": WORDS["eva"]}
    )
    assert "Too many attempts have failed. The next one is possible in " in english.text


def test_who_is_disabled_is_told_so_only_with_the_password(stranger: TestClient, held: str) -> None:
    with Archive.open(held) as archive:
        Accounts(archive).disable("eva")
    assert "gesperrt" in enter(stranger, "eva").text
    assert "gesperrt" not in enter(stranger, "eva", "ein falsches Wort").text


def test_what_is_typed_is_shown_safely(stranger: TestClient) -> None:
    page = enter(stranger, '"><script>alert(1)</script>\u202e', "ein falsches Wort").text
    assert "<script>alert" not in page and "\u202e" not in page


@pytest.mark.parametrize("given", [None, "", "0" * 64])
def test_a_login_without_the_token_of_the_form_is_none(stranger: TestClient, held: str, given: str | None) -> None:
    """Else others could log a victim in to an account of theirs, and read what it does there."""
    stranger.get("/login")
    data = {"name": "eva", "password": WORDS["eva"]} | ({} if given is None else {"csrf": given})
    answer = stranger.post("/login", data=data)
    assert answer.status_code == 403 and "Die Seite war zu lange offen" in answer.text
    assert not is_in(stranger)
    with Archive.open(held) as archive:
        assert "login" not in [one.action for one in noted(archive)]


def test_a_login_from_another_site_is_none(stranger: TestClient) -> None:
    data = {"csrf": token(stranger, "/login"), "name": "eva", "password": WORDS["eva"]}
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        assert stranger.post("/login", data=data, headers=headers).status_code == 403
    assert not is_in(stranger)


def test_a_key_that_was_planted_before_the_login_is_replaced(stranger: TestClient, held: str) -> None:
    stranger.cookies.set("wortlaut_session", "f" * 43)
    enter(stranger, "eva")
    keys = {one.value for one in stranger.cookies.jar if one.name == "wortlaut_session"}
    with browser(held) as attacker:
        attacker.cookies.set("wortlaut_session", "f" * 43)
        assert not is_in(attacker)
    assert keys - {"f" * 43}


def test_two_tabs_log_in_one_after_the_other(stranger: TestClient) -> None:
    first = token(stranger, "/login")
    second = token(stranger, "/login")
    data = {"name": "eva", "password": WORDS["eva"], "to": "/account"}
    assert stranger.post("/login", data={"csrf": first, **data}).status_code == 303
    answer = stranger.post("/login", data={"csrf": second, **data, "to": "/search"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/search")


def test_a_form_that_was_open_before_the_login_changes_nothing_after_it(stranger: TestClient) -> None:
    before = token(stranger, "/login")
    enter(stranger, "eva")
    assert stranger.post("/logout", data={"csrf": before}).status_code == 403
    assert is_in(stranger)


def test_out_is_out_in_all_tabs_and_for_a_copied_cookie(stranger: TestClient, held: str) -> None:
    enter(stranger, "eva")
    copied = stranger.cookies["wortlaut_session"]
    answer = stranger.post("/logout", data={"csrf": token(stranger, "/account")})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert "wortlaut_session" not in stranger.cookies
    assert "Sie sind abgemeldet." in stranger.get("/login").text
    with browser(held) as thief:
        thief.cookies.set("wortlaut_session", copied)
        assert not is_in(thief)


def test_a_logout_needs_the_form(stranger: TestClient) -> None:
    enter(stranger, "eva")
    assert stranger.post("/logout").status_code == 403
    assert stranger.get("/logout").status_code == 405
    assert is_in(stranger)


def test_pages_are_not_kept_by_the_browser(stranger: TestClient) -> None:
    enter(stranger, "eva")
    assert stranger.get("/account").headers["cache-control"] == "no-store"


def test_behind_a_proxy_all_has_the_prefix(held: str) -> None:
    with browser(held, "eva", url="https://example.org/wort") as client:
        (session,) = [one for one in client.cookies.jar if one.name.endswith("wortlaut_session")]
        assert (session.name, session.path, session.secure) == ("__Secure-wortlaut_session", "/wort", True)
        page = client.get("/wort/account")
        assert page.status_code == 200 and 'action="/wort/account/password"' in page.text


def test_without_accounts_there_is_nothing_to_log_in_to(filled: str) -> None:
    with served(Settings(filled)) as client:
        assert client.get("/login").headers["location"] == "/"
        assert client.get("/account").status_code == 404
