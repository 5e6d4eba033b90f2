"""Tokens of programs, on both databases."""

from __future__ import annotations

import pytest

from tests.archive.behind import rows
from tests.desk.clocks import QUICK, Clock
from wortlaut.archive import Archive
from wortlaut.desk.accounts import Accounts
from wortlaut.desk.audit import noted
from wortlaut.desk.tokens import MOST, Tokens
from wortlaut.errors import AccountError


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tokens(archive: Archive, clock: Clock) -> Tokens:
    accounts = Accounts(archive, hasher=QUICK, clock=clock)
    accounts.add("eva", "editor", "drei Kähne im Nebel")
    accounts.add("olaf", "reader", "zwei Möwen auf dem Steg")
    return Tokens(archive, clock=clock)


def test_a_token_is_found_by_its_key(tokens: Tokens, clock: Clock) -> None:
    key = tokens.make("eva", " Skript  für Exporte ", ["write", "read"], days=30)
    assert key.startswith("wl_") and len(key) == 46
    found = tokens.find(key)
    assert found is not None
    assert (found.account, found.role, found.name) == ("eva", "editor", "Skript für Exporte")
    assert found.scopes == {"read", "write"} and found.used is None
    assert found.expires is not None and (found.expires - clock.now).days == 30


def test_only_the_hash_of_a_key_is_kept(tokens: Tokens, url: str) -> None:
    key = tokens.make("eva", "Skript", ["read"])
    assert key not in str(rows(url, "SELECT * FROM tokens")) + str(rows(url, "SELECT * FROM audit"))


def test_a_token_runs_out(tokens: Tokens, clock: Clock) -> None:
    key = tokens.make("eva", "Skript", ["read"], days=1)
    clock.later(hours=24, seconds=-1)
    assert tokens.find(key) is not None
    clock.later(seconds=1)
    assert tokens.find(key) is None
    assert [one.name for one in tokens.of("eva")] == ["Skript"], "its owner still sees that it was there"


def test_when_it_was_used_is_written_once_a_minute(tokens: Tokens, clock: Clock) -> None:
    key = tokens.make("eva", "Skript", ["read"])
    tokens.find(key)
    first = clock.now
    clock.later(seconds=30)
    tokens.find(key)
    assert tokens.of("eva")[0].used == first
    clock.later(seconds=30)
    tokens.find(key)
    assert tokens.of("eva")[0].used == clock.now


def test_what_is_no_key_opens_nothing(tokens: Tokens) -> None:
    tokens.make("eva", "Skript", ["read"])
    for key in ("", "wl_", "wl_" + "a" * 43, "wl_\x00\ud800ä"):
        assert tokens.find(key) is None


def test_no_scope_goes_beyond_the_role(tokens: Tokens) -> None:
    for scope in ("write", "review"):
        with pytest.raises(AccountError, match=f"the scope '{scope}' needs the role .* the account is reader"):
            tokens.make("olaf", "Skript", ["read", scope])
    assert tokens.of("olaf") == []


def test_what_will_not_do_makes_no_token(tokens: Tokens) -> None:
    for name, scopes, days, reason in (
        ("", ["read"], None, "token-name"), ("x" * 61, ["read"], None, "token-name"),
        ("a\u202eb", ["read"], None, "token-name"), ("Skript", [], None, "scopes"),
        ("Skript", ["admin"], None, "scopes"), ("Skript", ["read"], 0, "days"), ("Skript", ["read"], 4000, "days"),
    ):  # fmt: skip
        with pytest.raises(AccountError) as caught:
            tokens.make("eva", name, scopes, days=days)
        assert caught.value.reason == reason
    assert tokens.of("eva") == []


def test_an_account_has_a_bounded_number(tokens: Tokens) -> None:
    for number in range(MOST):
        tokens.make("eva", f"Skript {number}", ["read"])
    with pytest.raises(AccountError, match="revoke one"):
        tokens.make("eva", "noch eins", ["read"])


def test_who_is_not_there_or_disabled_gets_none(tokens: Tokens, archive: Archive) -> None:
    Accounts(archive, hasher=QUICK).add("chef", "admin", "drei Kähne im Nebel")
    Accounts(archive, hasher=QUICK).disable("olaf")
    for name in ("nobody", "olaf"):
        with pytest.raises(AccountError, match="there is no account"):
            tokens.make(name, "Skript", ["read"])


def test_a_token_is_taken_back_by_its_owner_alone(tokens: Tokens, archive: Archive) -> None:
    key = tokens.make("eva", "Skript", ["read"])
    (held,) = tokens.of("eva")
    assert not tokens.revoke(held.id, "olaf") and tokens.find(key) is not None
    assert tokens.revoke(held.id, "eva") and tokens.find(key) is None
    assert not tokens.revoke(held.id, "eva")
    assert [(one.action, one.target) for one in noted(archive)][:2] == [("token.revoke", "eva"), ("token.make", "eva")]
