"""/admin: accounts and audit, for administrators alone."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.web.accounts import browser, enter, token
from wortlaut.archive import Archive
from wortlaut.desk.accounts import Accounts
from wortlaut.desk.audit import note
from wortlaut.desk.tokens import Tokens
from wortlaut.web.pages import admin

pytestmark = pytest.mark.usefixtures("quick")

NEW = "sieben Brücken im Wind"
HOSTILE = '=cmd()|"><script>alert(1)</script>\u202e'


@pytest.fixture
def chef(held: str) -> Iterator[TestClient]:
    with browser(held, "chef") as client:
        yield client


def send(client: TestClient, path: str, **fields: object):
    return client.post(path, data={"csrf": token(client, "/admin"), **fields})


def do(client: TestClient, name: str, what: str, **fields: object):
    return send(client, "/admin/account", name=name, do=what, **fields)


@pytest.mark.parametrize("name", ["eva", "olaf"])
def test_others_see_and_do_nothing_here(held: str, name: str) -> None:
    with browser(held, name) as client:
        csrf = token(client, "/account")
        for path in ("/admin", "/admin/account?name=eva", "/admin/audit", "/admin/audit.csv"):
            answer = client.get(path)
            assert answer.status_code == 403 and "chef" not in answer.text
        for path, fields in (
            ("/admin", {"name": "neu", "role": "admin", "password": NEW}),
            ("/admin/account", {"name": name, "do": "role", "role": "admin"}),
            ("/admin/account", {"name": "chef", "do": "password", "password": NEW}),
            ("/admin/account", {"name": "chef", "do": "remove", "sure": "1"}),
        ):
            assert client.post(path, data={"csrf": csrf, **fields}).status_code == 403
    with Archive.open(held) as archive:
        assert [(one.name, one.role) for one in Accounts(archive).all()] == [
            ("chef", "admin"), ("eva", "editor"), ("olaf", "reader")
        ]  # fmt: skip


def test_no_token_administrates(held: str) -> None:
    with Archive.open(held) as archive:
        key = Tokens(archive).make("chef", "Skript", ["read", "analyze", "review", "write"])
    with browser(held) as program:
        ask = {"authorization": f"Bearer {key}"}
        assert program.get("/admin", headers=ask).status_code == 403
        data = {"name": "eva", "do": "role", "role": "admin"}
        assert program.post("/admin/account", data=data, headers=ask).status_code == 403


def test_all_accounts_are_shown(chef: TestClient) -> None:
    page = chef.get("/admin").text
    assert re.findall(r"<bdi>(\w+)</bdi></a></th>", page) == ["chef", "eva", "olaf"]
    assert chef.get("/admin?lang=en").status_code == 200


def test_an_account_is_made(chef: TestClient, held: str) -> None:
    answer = send(chef, "/admin", name="Mira+x@example.org", role="reviewer", password=NEW)
    assert answer.headers["location"] == "/admin/account?name=mira%2Bx%40example.org"
    page = chef.get(answer.headers["location"]).text
    assert "Das Konto ist angelegt." in page and "<h1><bdi>mira+x@example.org</bdi></h1>" in page
    with browser(held) as mira:
        assert enter(mira, "mira+x@example.org", NEW).status_code == 303


@pytest.mark.parametrize(
    "fields, told",
    [
        ({"name": "eva", "role": "reader", "password": NEW}, "gibt es schon"),
        ({"name": "a b", "role": "reader", "password": NEW}, "So kann kein Konto heißen"),
        ({"name": "neu", "role": "root", "password": NEW}, "Diese Rolle gibt es nicht"),
        ({"name": "neu", "role": "reader", "password": "kurz"}, "Das Passwort ist zu kurz"),
        ({"name": HOSTILE, "role": HOSTILE, "password": HOSTILE}, "So kann kein Konto heißen"),
    ],
)
def test_what_is_no_account_is_told(chef: TestClient, fields: dict[str, str], told: str) -> None:
    answer = send(chef, "/admin", **fields)
    assert answer.status_code == 400 and told in answer.text
    assert "<script>alert" not in answer.text and f'value="{fields["password"]}"' not in answer.text


def test_a_role_is_changed_at_once(chef: TestClient, held: str) -> None:
    with browser(held, "olaf") as olaf:
        assert olaf.get("/admin").status_code == 403
        assert do(chef, "olaf", "role", role="admin").status_code == 303
        assert olaf.get("/admin").status_code == 200
        do(olaf, "chef", "role", role="reader")
    assert chef.get("/admin").status_code == 403


def test_the_last_administrator_stays(chef: TestClient) -> None:
    for what, fields in (("role", {"role": "editor"}), ("disable", {}), ("remove", {"sure": "1"})):
        answer = do(chef, "chef", what, **fields)
        assert answer.status_code == 400 and "das letzte Konto der Verwaltung" in answer.text
    assert chef.get("/admin").status_code == 200


def test_a_password_is_set_but_not_ones_own(chef: TestClient, held: str) -> None:
    with browser(held, "eva") as eva:
        assert do(chef, "eva", "password", password=NEW).status_code == 303
        assert eva.get("/account").status_code == 303
        assert enter(eva, "eva", NEW).status_code == 303
    answer = do(chef, "chef", "password", password=NEW)
    assert answer.status_code == 400 and "Ihr eigenes Passwort ändern Sie unter" in answer.text
    assert 'name="password"' not in chef.get("/admin/account?name=chef").text


def test_an_account_is_disabled_enabled_and_removed(chef: TestClient, held: str) -> None:
    with browser(held, "eva") as eva:
        do(chef, "eva", "disable")
        assert "gesperrt" in chef.get("/admin").text and eva.get("/account").status_code == 303
        do(chef, "eva", "enable")
        assert enter(eva, "eva").status_code == 303
        assert do(chef, "eva", "remove").status_code == 400, "not without the tick"
        answer = do(chef, "eva", "remove", sure="1")
        assert answer.headers["location"] == "/admin" and "Das Konto ist entfernt." in chef.get("/admin").text
        assert eva.get("/account").status_code == 303
    assert chef.get("/admin/account?name=eva").status_code == 404
    assert do(chef, "eva", "disable").status_code == 404


def test_all_tokens_of_an_account_are_revoked(chef: TestClient, held: str) -> None:
    with Archive.open(held) as archive:
        keys = [Tokens(archive).make("eva", f"Skript {number}", ["read"]) for number in range(2)]
        assert "Skript 1" in chef.get("/admin/account?name=eva").text
        do(chef, "eva", "tokens")
        assert [Tokens(archive).find(key) for key in keys] == [None, None]


def test_what_is_no_form_does_nothing(chef: TestClient) -> None:
    assert do(chef, "eva", "promote").status_code == 404
    assert chef.post("/admin/account", data={"name": "eva", "do": "disable"}).status_code == 403


# Audit


def test_the_audit_shows_who_did_what(chef: TestClient) -> None:
    do(chef, "eva", "role", role="reviewer")
    page = chef.get("/admin/audit").text
    assert "Rolle geändert" in page and '<span class="soft">vorher:</span> <bdi>Redaktion</bdi>' in page
    assert "role changed" in chef.get("/admin/audit?lang=en").text


def test_the_audit_is_sifted(chef: TestClient) -> None:
    do(chef, "eva", "disable")

    def rows(**asked: str) -> int:
        return chef.get("/admin/audit", params=asked).text.count("<time ")

    assert rows() == 5
    assert rows(account="Chef ") == 2 and rows(account="nobody") == 0
    assert (
        rows(action="account") == 4
        and rows(action="account.disable") == 1
        and rows(account="chef", action="login") == 1
    )
    assert rows(since="2020-01-01") == 5 and rows(until="2020-01-01") == 0 and rows(since="2999-01-01") == 0
    assert rows(since="no day", before="no number") == 5
    assert "So etwas wurde nicht getan." in chef.get("/admin/audit?account=nobody").text


def test_the_audit_has_pages(chef: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admin, "PAGE", 2)
    seen, path = [], "/admin/audit?account=local"
    while path:
        page = chef.get(path).text
        seen.append(re.findall(r"<td><bdi>(\w*)</bdi></td>", page))
        found = re.search(r'rel="next" href="([^"]+)"', page)
        path = found[1].replace("&amp;", "&") if found else ""
    assert seen == [["olaf", "eva"], ["chef"]]


def test_the_audit_is_given_as_csv_that_no_spreadsheet_runs(chef: TestClient, held: str) -> None:
    with Archive.open(held) as archive, archive.writing() as connection:
        note(connection, "eva", "merge", HOSTILE, why=HOSTILE)
    answer = chef.get("/admin/audit.csv?account=eva")
    assert (
        answer.headers["content-type"].startswith("text/csv") and "attachment" in answer.headers["content-disposition"]
    )
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert rows[0] == ["at", "account", "action", "target", "detail"] and len(rows) == 2
    assert rows[1][1:4] == ["eva", "merge", "'" + HOSTILE]
    page = chef.get("/admin/audit").text
    assert "<script>alert" not in page and "\u202e" not in page
