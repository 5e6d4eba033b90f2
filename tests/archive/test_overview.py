from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from tests.archive.articles import harbour, school, several
from wortlaut.archive import Archive, Query
from wortlaut.archive import overview as module
from wortlaut.archive.desk_schema import snapshots
from wortlaut.archive.overview import Overview, is_due, overview, refresh_overview


@pytest.fixture
def large(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """An archive that counts as large."""
    monkeypatch.setattr(module, "SMALL", 0)
    list(archive.add_all(several()))
    return archive


def held(archive: Archive) -> Overview:
    found = overview(archive)
    assert found is not None
    return found


def set_back(archive: Archive, age: timedelta) -> None:
    """As if it had been counted earlier; the time in the counts themselves is what matters."""
    with archive.reading() as connection:
        found = module._kept(connection)
    assert found is not None
    data = module._plain(found) | {"at": (datetime.now(UTC) - age).isoformat()}
    with archive.writing() as connection:
        connection.execute(update(snapshots).values(data=module.zlib.compress(module.json.dumps(data).encode())))


def test_an_empty_archive_holds_nothing(archive: Archive) -> None:
    found = held(archive)
    assert (found.articles, found.statements, found.people, found.since, found.by_month) == (0, 0, 0, None, ())


def test_a_small_archive_is_counted_at_once_as_find_shows_it(archive: Archive) -> None:
    list(archive.add_all(several()))
    found = held(archive)
    everything = archive.total(Query())
    assert (found.statements, found.utterances) == (everything.statements, everything.utterances)
    assert (found.articles, found.versions, found.outlets) == (4, 5, 2)
    assert found.prints == archive.info().statements
    assert (found.since, found.until) == (date(2026, 3, 2), date(2026, 3, 4))
    assert [(one.name, one.statements) for one in found.articles_by_month] == [("2026-03", 4)]
    assert sum(one.statements for one in found.by_month) == found.statements
    assert found.current


def test_who_was_merged_away_is_not_counted(archive: Archive) -> None:
    list(archive.add_all(several()))
    one, two = archive.people().people[:2]
    before = held(archive).people
    assert before == archive.info().people
    archive.merge(two.number, one.number, account="eva")
    assert held(archive).people == archive.info().people == before - 1


def test_nobody_waits_for_the_count_of_a_large_archive(large: Archive) -> None:
    assert overview(large) is None
    assert is_due(large)


def test_counts_of_a_large_archive_come_back_as_they_were_made(large: Archive) -> None:
    assert refresh_overview(large)
    found = held(large)
    with large.reading() as connection:
        now = module._counted(connection)
    assert found == module.replace(now, at=found.at)
    assert not refresh_overview(large), "nothing came in"


def test_old_counts_are_shown_until_they_are_made_anew(large: Archive) -> None:
    refresh_overview(large)
    before = held(large)
    large.add(school())
    changed = module.replace(school(), key="https://bote.example/neu")
    large.add(changed)
    stale = held(large)
    assert (stale.articles, stale.current) == (before.articles, False)
    assert not is_due(large), "it is not old yet"
    set_back(large, module.AGE + timedelta(seconds=5))
    assert refresh_overview(large)
    assert (held(large).articles, held(large).current) == (before.articles + 1, True)


def test_much_that_is_new_does_not_wait_so_long(large: Archive) -> None:
    refresh_overview(large)
    large.add(module.replace(harbour(), key="https://bote.example/neu"))
    set_back(large, timedelta(minutes=2))
    assert is_due(large), "one in five is much"


def test_counts_are_made_anew_at_times_even_where_nothing_came_in(large: Archive) -> None:
    refresh_overview(large)
    set_back(large, module.OLDEST + timedelta(minutes=1))
    assert is_due(large)


def test_damaged_counts_are_made_anew(large: Archive) -> None:
    refresh_overview(large)
    with large.writing() as connection:
        connection.execute(update(snapshots).values(data=b"?"))
    assert overview(large) is None
    assert refresh_overview(large)
    assert held(large).articles == 4
