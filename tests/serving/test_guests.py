"""Who asks, and whether a form is ours."""

from __future__ import annotations

from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.desk.clocks import QUICK
from wortlaut.archive import Archive
from wortlaut.desk.accounts import Accounts
from wortlaut.desk.logins import Logins
from wortlaut.desk.roles import ROLES, SCOPES
from wortlaut.desk.tokens import Tokens
from wortlaut.serving.guests import Guest, csrf_ok, csrf_token, let_in, let_out, origin_ok, remember, who
from wortlaut.serving.settings import Settings

KAHN = "drei Kähne im Nebel"
EVIL = "https://evil.example"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(str(tmp_path / "a.db"), create=True) as opened:
        Accounts(opened, hasher=QUICK).add("eva", "editor", KAHN)
        yield opened


def app(archive: Archive, *, accounts: bool = True, url: str | None = None) -> TestClient:
    settings = Settings(archive.url, accounts=accounts, url=url)

    def show(request: Request) -> Response:
        guest, token = who(request), csrf_token(request)
        answer = JSONResponse({"name": guest and guest.name, "role": guest and guest.role, "token": token})
        remember(request, answer)
        return answer

    def change(request: Request) -> Response:
        given = request.query_params.get("csrf")
        return JSONResponse({"form": csrf_ok(request, given), "origin": origin_ok(request)})

    def enter(request: Request) -> Response:
        answer = Response()
        let_in(request, answer, Logins(archive, hasher=QUICK).log_in("eva", KAHN))
        return answer

    def leave(request: Request) -> Response:
        answer = Response()
        let_out(request, answer)
        return answer

    routes = [Route("/", show), Route("/change", change, methods=["POST"]), Route("/in", enter), Route("/out", leave)]
    made = Starlette(routes=routes)
    made.state.archive, made.state.settings = archive, settings
    origin = "https://example.org" if url else "http://127.0.0.1:8765"
    return TestClient(made, base_url=origin)


def change(browser: TestClient, token: str, **headers: str) -> tuple[bool, bool]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    told = browser.post("/change", params={"csrf": token}, headers=named).json()
    return told["form"], told["origin"]


# Who asks


def test_without_accounts_everybody_here_may_do_all(archive: Archive) -> None:
    told = app(archive, accounts=False).get("/", headers={"authorization": "Bearer x"}).json()
    assert (told["name"], told["role"]) == ("local", "admin")


def test_a_stranger_is_nobody(archive: Archive) -> None:
    assert app(archive).get("/").json()["name"] is None


def test_who_has_logged_in_is_known_until_the_logout(archive: Archive) -> None:
    browser = app(archive)
    browser.get("/in")
    assert browser.get("/").json()["name"] == "eva"
    Accounts(archive).set_role("eva", "reader")
    assert browser.get("/").json()["role"] == "reader"
    browser.get("/out")
    assert not browser.cookies and browser.get("/").json()["name"] is None


@pytest.mark.parametrize("value", ["", "x", "a" * 43, "a" * 5000, "ä", '"', "a; b"])
def test_a_forged_cookie_is_nobody(archive: Archive, value: str) -> None:
    browser = app(archive)
    told = browser.get("/", headers={b"cookie": f"wortlaut_session={value}; wortlaut_form={value}".encode()})
    assert told.status_code == 200 and told.json()["name"] is None


def test_a_key_that_was_there_before_the_login_opens_nothing_after_it(archive: Archive) -> None:
    """Fixation: who gives a victim a cookie does not get in with it."""
    browser = app(archive)
    browser.cookies.set("wortlaut_session", "f" * 43)
    browser.get("/in")
    attacker = app(archive)
    attacker.cookies.set("wortlaut_session", "f" * 43)
    assert attacker.get("/").json()["name"] is None


def test_a_token_says_who_asks(archive: Archive) -> None:
    key = Tokens(archive).make("eva", "Skript", ["read"])
    browser = app(archive)
    for header in (f"Bearer {key}", f"bearer  {key} "):
        assert browser.get("/", headers={"authorization": header}).json()["name"] == "eva"
    for header in (f"Bearer {key}x", "Bearer", "Bearer ", f"Bearer {'x' * 9000}", "Bearer ä"):
        told = browser.get("/", headers={b"authorization": header.encode()})
        assert told.status_code == 200 and told.json()["name"] is None


def test_a_token_that_is_given_counts_alone(archive: Archive) -> None:
    browser = app(archive)
    browser.get("/in")
    assert browser.get("/", headers={"authorization": "Bearer wl_wrong"}).json()["name"] is None
    basic = browser.get("/", headers={"authorization": "Basic cHJveHk6cHJveHk="})  # of a proxy in front
    assert basic.json()["name"] == "eva"


# What they may


def test_a_session_may_what_its_role_may() -> None:
    for mine, role in enumerate(ROLES):
        guest = Guest("eva", role, session="s")
        assert [guest.may(one) for one in ROLES] == [other <= mine for other in range(len(ROLES))]
    assert [Guest("eva", "reviewer").can(scope) for scope in SCOPES] == [True, True, True, False]


def test_a_token_may_what_its_scopes_say_and_its_role() -> None:
    every = frozenset(SCOPES)
    assert [Guest("eva", "admin", scopes=every).may(role) for role in ROLES] == [True, True, True, False]
    assert [Guest("eva", "reader", scopes=every).may(role) for role in ROLES] == [True, False, False, False]
    assert [Guest("eva", "reader", scopes=every).can(scope) for scope in SCOPES] == [True, True, False, False]
    for scope in SCOPES:
        only = Guest("eva", "admin", scopes=frozenset({scope}))
        assert [one for one in SCOPES if only.can(one)] == [scope]
    assert not any(Guest("eva", "admin", scopes=frozenset({"analyze"})).may(role) for role in ROLES)


# Forms


@pytest.mark.parametrize("accounts", [True, False])
def test_a_form_needs_the_token_of_its_page(archive: Archive, accounts: bool) -> None:
    browser = app(archive, accounts=accounts)
    token = browser.get("/").json()["token"]
    assert change(browser, token) == (True, True)
    for wrong in ("", "0" * 64, token[:-1], token.upper(), token + " ", "ä"):
        assert change(browser, wrong) == (False, True)


def test_a_form_of_another_guest_is_none_of_this_one(archive: Archive) -> None:
    mine, other = app(archive), app(archive)
    theirs = other.get("/").json()["token"]
    mine.get("/")
    assert not change(mine, theirs)[0] and not change(app(archive), theirs)[0]


def test_several_tabs_have_one_token(archive: Archive) -> None:
    browser = app(archive)
    first, second = (browser.get("/").json()["token"] for _ in range(2))
    assert first == second
    browser.get("/in")
    inside, again = (browser.get("/").json()["token"] for _ in range(2))
    assert inside == again != first
    assert change(browser, inside)[0] and not change(browser, first)[0]


def test_each_session_has_a_token_of_its_own(archive: Archive) -> None:
    browser, tokens = app(archive), []
    for _ in range(2):
        browser.get("/in")
        tokens.append(browser.get("/").json()["token"])
    assert tokens[0] != tokens[1] and not change(browser, tokens[0])[0]


def test_the_token_does_not_tell_the_key(archive: Archive) -> None:
    browser = app(archive)
    browser.get("/in")
    token = browser.get("/").json()["token"]
    assert all(len(value) == 43 and value not in token for value in browser.cookies.values())


@pytest.mark.parametrize(
    "headers, ours",
    [
        ({}, True),  # a program
        ({"origin": "http://127.0.0.1:8765"}, True),
        ({"sec_fetch_site": "same-origin"}, True),
        ({"sec_fetch_site": "same-origin", "origin": "null"}, True),
        ({"sec_fetch_site": "none"}, True),
        ({"sec_fetch_site": "cross-site"}, False),
        ({"sec_fetch_site": "same-site", "origin": "http://127.0.0.1:8765"}, False),
        ({"sec_fetch_site": ""}, False),
        ({"origin": EVIL}, False),
        ({"origin": "null"}, False),
        ({"origin": ""}, False),
        ({"origin": "http://127.0.0.1:9000"}, False),
        ({"origin": "http://127.0.0.1:8765.evil.example"}, False),
        ({"origin": "ftp://127.0.0.1:8765"}, False),
        ({"origin": "127.0.0.1:8765"}, False),
    ],
)
def test_a_form_comes_from_a_page_of_ours(archive: Archive, headers: dict[str, str], ours: bool) -> None:
    browser = app(archive)
    assert change(browser, browser.get("/").json()["token"], **headers) == (ours, ours)


def test_behind_a_proxy_the_public_address_is_ours(archive: Archive) -> None:
    browser = app(archive, url="https://example.org")
    token = browser.get("/").json()["token"]
    assert change(browser, token, origin="https://example.org", host="127.0.0.1:8765")[0]
    assert not change(browser, token, origin="https://example.com", host="127.0.0.1:8765")[0]


def test_what_comes_with_a_token_of_a_program_needs_no_form(archive: Archive) -> None:
    browser = app(archive)
    assert change(browser, "", authorization="Bearer wl_x", origin=EVIL) == (True, True)  # whose it is, `who()` says
    assert change(browser, "", authorization="Basic x")[0] is False
    assert change(app(archive, accounts=False), "", authorization="Bearer wl_x", origin=EVIL) == (False, False)


# Cookies


@pytest.mark.parametrize(
    "url, name, path, secure",
    [
        (None, "wortlaut_session", "/", False),
        ("http://example.org/wort", "wortlaut_session", "/wort", False),
        ("https://example.org/wort/", "__Secure-wortlaut_session", "/wort", True),
        ("https://example.org", "__Host-wortlaut_session", "/", True),
    ],
)
def test_cookies_are_as_closed_as_can_be(archive: Archive, url: str | None, name: str, path: str, secure: bool) -> None:
    browser = app(archive, url=url)
    for address, cookie in (("/in", name), ("/", name.replace("session", "form"))):
        browser.cookies.clear()
        (header,) = browser.get(address).headers.get_list("set-cookie")
        held = SimpleCookie(header)[cookie]
        assert (held["httponly"], held["samesite"], held["path"], bool(held["secure"])) == (True, "lax", path, secure)
        assert not held["domain"] and not held["max-age"] and not held["expires"]


def test_who_has_a_key_is_given_none(archive: Archive) -> None:
    browser = app(archive)
    assert "set-cookie" in browser.get("/").headers
    assert "set-cookie" not in browser.get("/").headers
    browser.cookies.clear()
    browser.get("/in")
    assert "set-cookie" not in browser.get("/").headers
