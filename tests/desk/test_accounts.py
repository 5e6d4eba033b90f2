"""Accounts, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.archive.behind import rows
from tests.desk.clocks import QUICK, Clock
from wortlaut.archive import Archive
from wortlaut.desk.accounts import Accounts, account_name
from wortlaut.desk.audit import noted
from wortlaut.desk.logins import Logins
from wortlaut.desk.sessions import Sessions
from wortlaut.desk.tokens import Tokens
from wortlaut.errors import AccountError

KAHN, NEBEL = "drei Kähne im Nebel", "zwei Möwen auf dem Steg"


@pytest.fixture
def accounts(archive: Archive) -> Accounts:
    """With an administrator and an editor."""
    made = Accounts(archive, hasher=QUICK, clock=Clock())
    made.add("chef", "admin", NEBEL)
    made.add("Eva", "editor", KAHN, by="chef")
    return made


def log_in(archive: Archive, name: str, password: str = KAHN) -> str:
    return Logins(archive, hasher=QUICK, clock=Clock()).log_in(name, password)


def is_in(archive: Archive, key: str) -> bool:
    return Sessions(archive, clock=Clock()).find(key) is not None


def test_an_account_is_made_and_found_by_its_name_in_any_case(accounts: Accounts) -> None:
    eva = accounts.find("EVA")
    assert (eva.name, eva.role, eva.disabled, eva.sessions, eva.tokens) == ("eva", "editor", False, 0, 0)
    assert [one.name for one in accounts.all()] == ["chef", "eva"]
    assert eva.created == Clock().now


@pytest.mark.usefixtures("accounts")
def test_the_password_is_nowhere(archive: Archive, url: str) -> None:
    with pytest.raises(AccountError):
        log_in(archive, KAHN, KAHN)  # somebody types it into the wrong field
    held = str([rows(url, f"SELECT * FROM {table}") for table in ("accounts", "audit", "attempts", "sessions")])
    assert KAHN not in held and KAHN.casefold() not in held and "$argon2id$" in held


def test_what_is_no_name_is_refused(accounts: Accounts) -> None:
    for name in ("", " ", "eva brandt", "a/b", "<eva>", "local", "Unknown", "-eva", "a" * 65, "e\x00", "\ud800"):
        with pytest.raises(AccountError, match="is no name for an account"):
            accounts.add(name, "reader", KAHN)
        with pytest.raises(AccountError, match="there is no account"):
            accounts.find(name)


@pytest.mark.parametrize("name", ["eva.brandt@example.org", "jürgen-ö", "Ｅｖａ", "ß", "u_2+x"])
def test_names_have_one_form(name: str) -> None:
    assert account_name(account_name(name)) == account_name(name) == account_name(name.upper())


def test_a_name_is_taken_once(accounts: Accounts) -> None:
    with pytest.raises(AccountError, match="there is an account eva already") as caught:
        accounts.add("eVa", "admin", NEBEL)
    assert caught.value.reason == "taken"
    assert accounts.find("eva").role == "editor"


def test_of_many_that_take_a_name_at_once_one_gets_it(accounts: Accounts) -> None:
    def take(number: int) -> bool:
        try:
            accounts.add("neu", "reader", f"{KAHN} {number}")
        except AccountError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(take, range(4))) == 1


def test_what_will_not_do_makes_no_account(accounts: Accounts) -> None:
    for name, role, password in (
        ("olaf", "root", KAHN),
        ("olaf", "reader", "kurz"),
        ("olaf", "reader", "olafolafolaf"),
    ):
        with pytest.raises(AccountError):
            accounts.add(name, role, password)
    assert len(accounts.all()) == 2


def test_a_role_holds_from_the_next_request_on(accounts: Accounts, archive: Archive) -> None:
    key = log_in(archive, "eva")
    accounts.set_role("eva", "reader", by="chef")
    session = Sessions(archive, clock=Clock()).find(key)
    assert session is not None and session.role == "reader"


@pytest.mark.parametrize("leave", [Accounts.disable, Accounts.remove, lambda a, name: a.set_role(name, "editor")])
def test_the_last_administrator_stays(accounts: Accounts, leave: Callable[[Accounts, str], None]) -> None:
    accounts.add("olaf", "admin", KAHN)
    accounts.disable("olaf")  # who cannot log in is none
    with pytest.raises(AccountError, match="chef is the last administrator"):
        leave(accounts, "chef")
    accounts.enable("olaf")
    leave(accounts, "chef")
    assert accounts.find("olaf").role == "admin"


def test_two_administrators_cannot_leave_at_once(accounts: Accounts) -> None:
    accounts.add("olaf", "admin", KAHN)

    def leave(name: str) -> bool:
        try:
            accounts.disable(name)
        except AccountError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(leave, ("chef", "olaf"))) == [False, True]


def test_who_is_disabled_is_out_and_can_come_back(accounts: Accounts, archive: Archive) -> None:
    key, token = log_in(archive, "eva"), Tokens(archive, clock=Clock()).make("eva", "Skript", ["read"])
    accounts.disable("eva", by="chef")
    assert not is_in(archive, key) and Tokens(archive, clock=Clock()).find(token) is None
    with pytest.raises(AccountError) as caught:
        log_in(archive, "eva")
    assert caught.value.reason == "disabled"
    with pytest.raises(AccountError, match="name or password is wrong"):  # who does not know it is not told
        log_in(archive, "eva", NEBEL)
    accounts.enable("eva", by="chef")
    assert not is_in(archive, key), "a session that has ended stays so"
    assert is_in(archive, log_in(archive, "eva")) and Tokens(archive, clock=Clock()).find(token) is not None


def test_who_is_removed_leaves_nothing_but_the_name_in_the_audit(
    accounts: Accounts, archive: Archive, url: str
) -> None:
    key = log_in(archive, "eva")
    token = Tokens(archive).make("eva", "Skript", ["read"])
    accounts.remove("eva", by="chef")
    assert not is_in(archive, key) and Tokens(archive).find(token) is None
    assert [rows(url, f"SELECT count(*) FROM {table}") for table in ("sessions", "tokens")] == [[(0,)], [(0,)]]
    accounts.add("eva", "reader", NEBEL)
    assert not is_in(archive, key) and Tokens(archive).find(token) is None


def test_a_new_password_ends_sessions(accounts: Accounts, archive: Archive) -> None:
    key = log_in(archive, "eva")
    accounts.set_password("eva", NEBEL, by="chef")
    assert not is_in(archive, key)
    with pytest.raises(AccountError, match="wrong"):
        log_in(archive, "eva")
    assert is_in(archive, log_in(archive, "eva", NEBEL))


def test_nobody_can_log_in_where_nobody_is(archive: Archive) -> None:
    accounts = Accounts(archive, hasher=QUICK)
    assert not accounts.any()
    accounts.add("eva", "reader", KAHN)
    assert accounts.any()
    accounts.disable("eva")
    assert not accounts.any()


def test_every_change_is_noted(accounts: Accounts, archive: Archive) -> None:
    accounts.set_role("eva", "reader", by="chef")
    accounts.set_password("eva", NEBEL, by="chef")
    accounts.disable("eva", by="chef")
    accounts.enable("eva", by="chef")
    accounts.remove("eva", by="chef")
    told = [(one.account, one.action, one.target) for one in reversed(noted(archive))]
    assert told == [
        ("local", "account.add", "chef"), ("chef", "account.add", "eva"), ("chef", "account.role", "eva"),
        ("chef", "account.password", "eva"), ("chef", "account.disable", "eva"), ("chef", "account.enable", "eva"),
        ("chef", "account.remove", "eva"),
    ]  # fmt: skip


def test_who_is_not_there_cannot_be_changed(accounts: Accounts, archive: Archive) -> None:
    before = len(noted(archive))
    for change in (accounts.disable, accounts.enable, accounts.remove):
        with pytest.raises(AccountError, match="there is no account 'nobody'; see all with: wortlaut accounts list"):
            change("nobody")
    with pytest.raises(AccountError, match="there is no account 'nobody'"):
        accounts.set_role("nobody", "admin")
    with pytest.raises(AccountError, match="there is no account 'nobody'"):
        accounts.set_password("nobody", KAHN)
    assert len(noted(archive)) == before
