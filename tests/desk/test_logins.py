"""Logging in, on both databases: who guesses must wait, and learns nothing."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.archive.behind import rows
from tests.desk.clocks import QUICK, Clock
from wortlaut.archive import Archive
from wortlaut.desk import logins as login_module
from wortlaut.desk.accounts import Accounts
from wortlaut.desk.audit import noted
from wortlaut.desk.logins import Logins
from wortlaut.desk.passwords import Argon2
from wortlaut.desk.sessions import Sessions
from wortlaut.errors import AccountError

KAHN, NEBEL = "drei Kähne im Nebel", "zwei Möwen auf dem Steg"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def logins(archive: Archive, clock: Clock) -> Logins:
    Accounts(archive, hasher=QUICK, clock=clock).add("eva", "editor", KAHN)
    return Logins(archive, hasher=QUICK, clock=clock)


def refused(logins: Logins, name: str, password: str, **more: str) -> AccountError:
    with pytest.raises(AccountError) as caught:
        logins.log_in(name, password, **more)
    return caught.value


def test_each_login_is_a_session_of_its_own(logins: Logins, archive: Archive, clock: Clock) -> None:
    first = logins.log_in(" Eva ", KAHN, agent="Firefox, Linux")
    second = logins.log_in("eva", f"{KAHN} ")
    assert first != second and len(first) == len(second) == 43
    sessions = Sessions(archive, clock=clock)
    found = sessions.find(first)
    assert found is not None and (found.account, found.role, found.agent) == ("eva", "editor", "Firefox, Linux")
    assert sessions.find(second) != found and len(sessions.of("eva")) == 2


def test_of_a_session_only_the_hash_is_kept(logins: Logins, url: str) -> None:
    key = logins.log_in("eva", KAHN)
    assert key not in str(rows(url, "SELECT * FROM sessions")) and key not in str(rows(url, "SELECT * FROM audit"))


def test_a_wrong_name_and_a_wrong_password_look_the_same(logins: Logins) -> None:
    wrong, unknown = refused(logins, "eva", NEBEL), refused(logins, "olaf", NEBEL)
    assert (str(wrong), wrong.reason, wrong.wait) == (str(unknown), unknown.reason, unknown.wait)


def test_for_an_unknown_name_as_much_is_hashed(archive: Archive, clock: Clock) -> None:
    class Counting(Argon2):
        seen: list[bool]

        def verify(self, kept: str | None, password: str) -> bool:
            self.seen.append(kept is not None)
            return super().verify(kept, password)

    hasher = Counting(passes=1, kilobytes=8, lanes=1)
    hasher.seen = []
    Accounts(archive, hasher=hasher, clock=clock).add("eva", "editor", KAHN)
    logins = Logins(archive, hasher=hasher, clock=clock)
    for name in ("eva", "olaf", "no name/at all", "", "e\x00"):
        refused(logins, name, NEBEL)
    assert hasher.seen == [True, False, False, False, False]
    assert hasher._nobody.split("$")[:4] == hasher.hash(KAHN).split("$")[:4], "with the same parameters"


def test_who_fails_often_waits_twice_as_long_each_time(logins: Logins, clock: Clock) -> None:
    for _ in range(5):
        assert refused(logins, "eva", NEBEL).reason == "wrong"
    for wait in (2, 4, 8, 16, 32, 64, 128, 256, 300, 300):
        assert refused(logins, "eva", NEBEL).reason == "wrong"
        told = refused(logins, "eva", KAHN)  # even with the right one, or guessing could go on
        assert (told.reason, told.wait) == ("wait", wait)
        assert f"try again in {wait} seconds" in str(told)
        clock.later(seconds=wait - 1)
        assert refused(logins, "eva", KAHN).wait == 1
        clock.later(seconds=1)
    assert logins.log_in("eva", KAHN)
    assert refused(logins, "eva", NEBEL).reason == refused(logins, "eva", NEBEL).reason == "wrong", "counted anew"


def test_unknown_names_wait_alike(logins: Logins) -> None:
    for _ in range(6):
        assert refused(logins, "olaf", NEBEL).reason == "wrong"
    assert refused(logins, "olaf", NEBEL).wait == 2


def test_who_waits_does_not_make_others_wait(logins: Logins, archive: Archive) -> None:
    Accounts(archive, hasher=QUICK).add("olaf", "reader", NEBEL)
    for _ in range(7):
        refused(logins, "eva", NEBEL, address="192.0.2.1")
    assert refused(logins, "eva", KAHN, address="192.0.2.1").reason == "wait"
    assert logins.log_in("olaf", NEBEL, address="192.0.2.2")
    assert logins.log_in("olaf", NEBEL, address="192.0.2.1"), "some failures of an address are forgiven"


def test_an_address_that_tries_many_names_waits(logins: Logins, clock: Clock) -> None:
    for number in range(21):
        assert refused(logins, f"name{number}", NEBEL, address="2001:db8::1").reason == "wrong"
    assert refused(logins, "eva", KAHN, address="2001:db8::ffff").reason == "wait", "the same network"
    assert logins.log_in("eva", KAHN, address="192.0.2.1")
    clock.later(seconds=2)
    assert logins.log_in("eva", KAHN, address="2001:db8::1")
    refused(logins, "olaf", NEBEL, address="2001:db8::1")
    assert refused(logins, "eva", KAHN, address="2001:db8::1").wait == 4, "an own account is no way to begin anew"


def test_of_many_guesses_at_once_few_are_looked_at(logins: Logins) -> None:
    def guess(number: int) -> str:
        try:
            logins.log_in("eva", f"{NEBEL} {number}")
        except AccountError as error:
            return error.reason
        return "in"

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(guess, range(12)))
    assert told.count("wrong") <= 6 and set(told) <= {"wrong", "wait", "busy"} and "wait" in told


def test_failures_are_forgotten_after_a_day(logins: Logins, clock: Clock, url: str) -> None:
    for _ in range(8):
        refused(logins, "eva", NEBEL)
        clock.later(seconds=10)
    clock.later(days=1, seconds=10)
    assert refused(logins, "eva", NEBEL).reason == "wrong"
    assert rows(url, "SELECT count FROM attempts") == [(1,), (1,)]


def test_a_new_password_of_an_administrator_ends_the_wait(logins: Logins, archive: Archive, clock: Clock) -> None:
    for _ in range(8):
        refused(logins, "eva", KAHN[1:])
    Accounts(archive, hasher=QUICK, clock=clock).set_password("eva", NEBEL)
    assert logins.log_in("eva", NEBEL)


@pytest.mark.usefixtures("logins")
def test_an_old_hash_is_made_anew(archive: Archive, clock: Clock, url: str) -> None:
    stronger = Logins(archive, hasher=Argon2(passes=2, kilobytes=16, lanes=1), clock=clock)
    stronger.log_in("eva", KAHN)
    ((kept,),) = rows(url, "SELECT hash FROM accounts")
    assert kept.startswith("$argon2id$v=19$m=16,t=2,p=1$")
    assert stronger.log_in("eva", KAHN)


@pytest.mark.usefixtures("logins")
def test_a_password_that_is_changed_meanwhile_lets_nobody_in(archive: Archive, clock: Clock) -> None:
    class Changing(Argon2):
        def verify(self, kept: str | None, password: str) -> bool:
            Accounts(archive, hasher=QUICK, clock=clock).set_password("eva", NEBEL)
            return super().verify(kept, password)

    slow = Logins(archive, hasher=Changing(passes=1, kilobytes=8, lanes=1), clock=clock)
    assert refused(slow, "eva", KAHN).reason == "wrong"
    assert Sessions(archive, clock=clock).of("eva") == []


def test_who_comes_in_a_rush_is_told_so_and_has_not_failed(logins: Logins, archive: Archive, clock: Clock) -> None:
    """The threads of those who read are not all taken by those who log in."""
    arrived, go = threading.Semaphore(0), threading.Event()

    class Slow(Argon2):
        def verify(self, kept: str | None, password: str) -> bool:
            arrived.release()
            assert go.wait(20)
            return False

    slow = Logins(archive, hasher=Slow(), clock=clock)
    with ThreadPoolExecutor(login_module._AT_ONCE) as pool:
        waiting = [pool.submit(refused, slow, f"name{n}", NEBEL) for n in range(login_module._AT_ONCE)]
        for _ in waiting:
            assert arrived.acquire(timeout=20)
        for _ in range(30):
            told = refused(logins, "eva", KAHN, address="192.0.2.1")
            assert (told.reason, told.wait) == ("busy", 5)
        go.set()
        assert [one.result().reason for one in waiting] == ["wrong"] * login_module._AT_ONCE
    assert logins.log_in("eva", KAHN, address="192.0.2.1")


def test_the_own_password_is_changed_with_the_old_one(logins: Logins, archive: Archive, clock: Clock) -> None:
    here, there = logins.log_in("eva", KAHN), logins.log_in("eva", KAHN)
    sessions = Sessions(archive, clock=clock)
    mine = sessions.find(here)
    assert mine is not None
    with pytest.raises(AccountError) as caught:
        logins.change_password("eva", NEBEL, "ein ganz anderes Wort", session=mine.id)
    assert caught.value.reason == "password-wrong" and sessions.find(there) is not None
    logins.change_password("eva", KAHN, NEBEL, session=mine.id)
    assert sessions.find(here) is not None and sessions.find(there) is None, "elsewhere it ends"
    assert logins.log_in("eva", NEBEL)


def test_who_has_a_session_cannot_guess_the_password_either(logins: Logins) -> None:
    for _ in range(6):
        with pytest.raises(AccountError, match="not the password"):
            logins.change_password("eva", NEBEL, "ein ganz anderes Wort")
    with pytest.raises(AccountError) as caught:
        logins.change_password("eva", KAHN, "ein ganz anderes Wort")
    assert caught.value.wait == 2


def test_logins_and_failures_are_noted_without_what_was_typed(logins: Logins, archive: Archive) -> None:
    logins.log_in("eva", KAHN, address="192.0.2.1", agent="Firefox, Linux")
    refused(logins, "eva", NEBEL, address="192.0.2.7")
    refused(logins, NEBEL, KAHN, address="192.0.2.7")
    told = [(one.account, one.action, one.target, one.detail) for one in reversed(noted(archive))][1:]
    assert told == [
        ("eva", "login", None, '{"address": "192.0.2.1", "agent": "Firefox, Linux"}'),
        ("unknown", "login.failed", "eva", '{"address": "192.0.2.7", "wrong": "password"}'),
        ("unknown", "login.failed", None, '{"address": "192.0.2.7", "wrong": "name"}'),
    ]


def test_who_must_wait_writes_nothing(logins: Logins, archive: Archive) -> None:
    for _ in range(6):
        refused(logins, "eva", NEBEL)
    before = noted(archive)
    assert refused(logins, "eva", NEBEL).reason == "wait"
    assert noted(archive) == before
