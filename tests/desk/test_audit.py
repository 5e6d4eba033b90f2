"""The audit, on both databases: who did what, and no note is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from wortlaut.archive import Archive
from wortlaut.desk import audit
from wortlaut.desk.audit import LONGEST, Sought, actions, every_note, forget_addresses, note, noted


def put(archive: Archive, account: str, action: str, target: str | None = None, **detail: object) -> None:
    with archive.writing() as connection:
        note(connection, account, action, target, **detail)


def test_changes_come_the_newest_first_and_in_pages(archive: Archive) -> None:
    for number in range(5):
        put(archive, "eva", "merge", f"p{number}", size=number)
    first = noted(archive, limit=2)
    assert [one.target for one in first] == ["p4", "p3"] and first[0].detail == '{"size": 4}'
    assert [one.target for one in noted(archive, limit=9, before=first[-1].id)] == ["p2", "p1", "p0"]


def test_they_are_sought_by_account_action_and_day(archive: Archive) -> None:
    for account, action in (("eva", "login"), ("unknown", "login.failed"), ("eva", "logins"), ("olaf", "merge")):
        put(archive, account, action)

    def found(sought: Sought) -> list[str]:
        return [one.action for one in noted(archive, of=sought)]

    today = noted(archive)[0].at.date()
    assert found(Sought(account="eva")) == ["logins", "login"]
    assert found(Sought(action="login")) == ["login.failed", "login"]
    assert found(Sought(action="log%")) == []
    assert len(found(Sought(since=today, until=today))) == 4
    assert found(Sought(since=today + timedelta(days=1))) == found(Sought(until=date(2020, 1, 1))) == []
    assert found(Sought("eva", "login", today)) == ["login"]
    assert actions(archive) == ["login", "login.failed", "logins", "merge"]


def test_all_are_given_however_many(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "_TOGETHER", 2)
    for number in range(5):
        put(archive, "eva", "merge", str(number))
    assert [one.target for one in every_note(archive)] == ["4", "3", "2", "1", "0"]


def test_what_is_noted_is_bounded(archive: Archive) -> None:
    put(archive, "eva", "merge", "x" * 5_000)
    assert len(noted(archive)[0].target or "") == LONGEST


def test_addresses_of_logins_are_forgotten_after_90_days(archive: Archive) -> None:
    for action in ("login", "login.failed", "merge"):
        put(archive, "eva", action, address="192.0.2.1")
    at = noted(archive)[0].at
    for days, left in ((90, 3), (91, 1)):
        with archive.writing() as connection:
            forget_addresses(connection, at + timedelta(days=days))
        assert sum(one.detail is not None for one in noted(archive)) == left
    assert [one.action for one in noted(archive)] == ["merge", "login.failed", "login"], "that it was, stays"


def test_what_no_database_can_hold_is_noted_all_the_same(archive: Archive) -> None:
    put(archive, "eva", "merge", "a\x00b\ud800", why="a\x00b\ud800")
    assert noted(archive)[0].target == "a\ufffdb?"
    assert noted(archive, of=Sought(account="\x00", action="\x00\ud800")) == []


def test_notes_at_the_same_time_are_all_kept(archive: Archive) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: put(archive, "eva", "merge", str(number)), range(24)))
    assert {one.target for one in noted(archive)} == {str(number) for number in range(24)}


def test_a_change_that_fails_is_not_noted(archive: Archive) -> None:
    with pytest.raises(RuntimeError), archive.writing() as connection:
        note(connection, "eva", "merge")
        raise RuntimeError
    assert noted(archive) == []


def test_who_notes_does_not_wait_for_who_adds_articles_where_it_can_be(archive: Archive) -> None:
    with archive.writing() as adding:
        if adding.dialect.name != "postgresql":
            pytest.skip("SQLite has one writer")
        archive._dialect.lock(adding)
        put(archive, "eva", "merge")
    assert len(noted(archive)) == 1
