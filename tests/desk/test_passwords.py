"""Passwords: which will do, and how they are kept."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.desk.clocks import QUICK
from wortlaut.desk import passwords
from wortlaut.desk.passwords import Argon2, checked, normal
from wortlaut.errors import AccountError


@pytest.mark.parametrize(
    "password",
    ["drei kähne im nebel", "aaaa bbbb cccc dddd e", "🐟🐠🐡🦈🐋 schwimmen", "xK4!xK4!xK4?", "evas alter kahn 12"],
)
def test_what_is_long_will_do(password: str) -> None:
    assert checked(password, "eva") == password


@pytest.mark.parametrize(
    "password, reason",
    [
        ("elf Zeichen", "password-short"),
        ("           x            ", "password-short"),
        ("", "password-short"),
        ("ab" * 600, "password-long"),
        ("aaaaaaaaaaaaaaaa", "password-common"),
        ("1234512345123451", "password-common"),
        ("kahnkahnkahn", "password-common"),
        ("eva.brandt.2026", "password-common"),
        ("EvaBrandt!!!1234", "password-common"),
        ("Passwort123456", "password-common"),
        ("wortlautwortlaut1", "password-common"),
        ("qwertzuiopas", "password-common"),
        ("0987654321098", "password-common"),
    ],
)
def test_what_is_short_or_guessed_at_once_is_refused(password: str, reason: str) -> None:
    with pytest.raises(AccountError) as caught:
        checked(password, "eva.brandt")
    assert caught.value.reason == reason
    assert password not in str(caught.value) or not password


def test_what_looks_the_same_is_the_same() -> None:
    assert normal("Ko\u0308nig im Nebel") == normal("König im Nebel") == normal(" König im Nebel\n")


def test_they_are_kept_with_argon2id_and_a_salt() -> None:
    first, second = QUICK.hash("drei Kähne im Nebel"), QUICK.hash("drei Kähne im Nebel")
    assert first.startswith("$argon2id$v=19$m=8,t=1,p=1$") and first != second
    assert QUICK.verify(first, "drei Kähne im Nebel") and not QUICK.verify(first, "drei Kähne im Regen")


def test_the_parameters_are_those_of_rfc_9106() -> None:
    kept = Argon2().hash("drei Kähne im Nebel")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert QUICK.is_old(kept) and not Argon2().is_old(kept)


@pytest.mark.parametrize("kept", [None, "", "no hash", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"])
def test_what_is_no_hash_is_nobodys_password(kept: str | None) -> None:
    assert not QUICK.verify(kept, "there is no such account")


def test_few_are_hashed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes 64 MiB."""
    both, at_once, most, lock = threading.Barrier(passwords._AT_ONCE, timeout=20), 0, 0, threading.Lock()

    class Slow:
        def hash(self, password: str) -> str:
            nonlocal at_once, most
            with lock:
                at_once += 1
                most = max(most, at_once)
            both.wait()
            with lock:
                at_once -= 1
            return password

    hasher = Argon2()
    monkeypatch.setitem(hasher.__dict__, "_hasher", Slow())
    with ThreadPoolExecutor(3 * passwords._AT_ONCE) as pool:
        assert (
            len(list(pool.map(hasher.hash, ["drei Kähne im Nebel"] * 3 * passwords._AT_ONCE))) == 3 * passwords._AT_ONCE
        )
    assert most == passwords._AT_ONCE
