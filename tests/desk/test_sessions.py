"""Sessions, on both databases: they end."""

from __future__ import annotations

import pytest

from tests.archive.behind import rows
from tests.desk.clocks import QUICK, Clock
from wortlaut.archive import Archive
from wortlaut.desk.accounts import Accounts
from wortlaut.desk.audit import noted
from wortlaut.desk.logins import Logins
from wortlaut.desk.sessions import IDLE, LONGEST, Sessions

KAHN = "drei Kähne im Nebel"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(archive: Archive, clock: Clock) -> Sessions:
    for name in ("eva", "olaf"):
        Accounts(archive, hasher=QUICK, clock=clock).add(name, "editor", KAHN)
    return Sessions(archive, clock=clock)


def log_in(archive: Archive, clock: Clock, name: str = "eva") -> str:
    return Logins(archive, hasher=QUICK, clock=clock).log_in(name, KAHN)


def test_a_session_that_rests_ends(archive: Archive, sessions: Sessions, clock: Clock) -> None:
    key = log_in(archive, clock)
    for _ in range(3):
        clock.now += IDLE / 2
        assert sessions.find(key) is not None, "each request keeps it"
    clock.now += IDLE
    assert sessions.find(key) is None


def test_a_session_ends_however_busy_it_is(archive: Archive, sessions: Sessions, clock: Clock) -> None:
    key, steps = log_in(archive, clock), int(LONGEST / (IDLE / 2))
    for _ in range(steps - 1):
        clock.now += IDLE / 2
        assert sessions.find(key) is not None
    clock.now += IDLE / 2
    assert sessions.find(key) is None


def test_when_it_was_seen_is_written_once_a_minute(archive: Archive, sessions: Sessions, clock: Clock) -> None:
    key, begun = log_in(archive, clock), clock.now

    def seen() -> float:
        return (sessions.of("eva")[0].seen - begun).total_seconds()

    clock.later(seconds=59)
    sessions.find(key)
    assert seen() == 0
    clock.later(seconds=1)
    sessions.find(key)
    assert seen() == 60


def test_a_reader_does_not_wait_for_a_writer(archive: Archive, sessions: Sessions, clock: Clock) -> None:
    """With the archive's patience of 30 seconds this would take as long."""
    key = log_in(archive, clock)
    clock.later(minutes=5)
    with archive.writing() as connection:
        connection.exec_driver_sql("UPDATE sessions SET agent = 'busy'")
        found = sessions.find(key)
    assert found is not None and found.agent == ""
    assert sessions.of("eva")[0].seen < clock.now, "not noted, for somebody wrote"
    sessions.find(key)
    assert sessions.of("eva")[0].seen == clock.now


def test_the_patience_comes_back(archive: Archive, sessions: Sessions, clock: Clock) -> None:
    key = log_in(archive, clock)
    clock.later(minutes=5)
    sessions.find(key)
    with archive.reading() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 30_000
        else:
            assert connection.exec_driver_sql("SHOW lock_timeout").scalar() == "0"


def test_what_is_no_key_opens_nothing(archive: Archive, sessions: Sessions, clock: Clock) -> None:
    log_in(archive, clock)
    for key in ("", "x", "a" * 43, "ä\x00\ud800", "' OR 1=1 --"):
        assert sessions.find(key) is None


def test_the_id_is_no_key(archive: Archive, sessions: Sessions, clock: Clock) -> None:
    found = sessions.find(log_in(archive, clock))
    assert found is not None and sessions.find(found.id) is None


def test_who_logs_out_is_out(archive: Archive, sessions: Sessions, clock: Clock) -> None:
    key, other = log_in(archive, clock), log_in(archive, clock)
    found = sessions.find(key)
    assert found is not None and sessions.end(found.id, "eva")
    assert sessions.find(key) is None and sessions.find(other) is not None
    assert not sessions.end(found.id, "eva"), "twice is once"
    assert noted(archive)[0].action == "logout"


def test_nobody_ends_sessions_of_others(archive: Archive, sessions: Sessions, clock: Clock) -> None:
    key = log_in(archive, clock)
    found = sessions.find(key)
    assert found is not None
    assert not sessions.end(found.id, "olaf") and sessions.find(key) is not None
    assert not sessions.end("no hash", "eva") and not sessions.end("", "eva")


def test_what_has_run_out_is_cleared(archive: Archive, sessions: Sessions, clock: Clock, url: str) -> None:
    log_in(archive, clock)
    clock.now += IDLE
    assert sessions.of("eva") == []
    log_in(archive, clock, "olaf")
    assert rows(url, "SELECT count(*) FROM sessions") == [(1,)]
