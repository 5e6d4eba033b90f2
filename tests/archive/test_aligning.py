"""align(): what was said is done to rows some articles at a time, and comes to the same, whatever happens between."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.archives import generate
from tests.archive.articles import several
from tests.archive.behind import rows
from tests.archive.test_uniting import _ARTICLES, article, busiest, hall, is_sound, number, whole
from wortlaut.archive import Archive, New, Query
from wortlaut.archive.aligning import align
from wortlaut.desk import people
from wortlaut.desk.people import merge, split, undo

STATEMENTS = 400


class InterruptedWorkError(Exception):
    """What a runner raises that shall end."""


@pytest.fixture(autouse=True)
def _little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is little enough to be done at once."""
    monkeypatch.setattr(people, "AT_ONCE", 0)


def silent(done: int, total: int) -> None:
    assert 0 <= done <= total


def until(last: int) -> Callable[[int, int], None]:
    """Ends the work after so many versions."""

    def told(done: int, total: int) -> None:
        assert total > last
        if done >= last:
            raise InterruptedWorkError

    return told


def generated() -> list[New]:
    return [New(one, model="m1") for one in generate(STATEMENTS, seed=5)]


def merged_at_once(archive: Archive, url: str, one: int, two: int) -> list[list[tuple[Any, ...]]]:
    """All rows when two people are merged in one transaction, which is taken back again."""
    batch = archive.merge(one, two, account="a").batch
    merged = whole(url)
    archive.undo_identity(batch, account="a")
    return merged


def test_it_comes_to_the_same_as_all_at_once(archive: Archive, url: str) -> None:
    list(archive.add_all(generated()))
    one, two, *_ = busiest(url)
    before = whole(url)
    merged = merged_at_once(archive, url, one, two)

    said = merge(archive, one, two, account="a")
    assert said.job is not None and said.person == two
    assert rows(url, "SELECT data FROM jobs WHERE kind = 'relink'") != []
    assert archive.person(one).number == two and not is_sound(archive)
    seen: list[tuple[int, int]] = []
    align(archive, said.batch, lambda done, total: seen.append((done, total)), together=7)
    assert whole(url) == merged and is_sound(archive)
    assert seen[0][0] == 0 and seen[-1][0] == seen[-1][1] > 7
    align(archive, said.batch, silent)  # whoever does it again changes nothing
    assert whole(url) == merged

    back = undo(archive, said.batch, account="a")
    assert (back.batch, back.person) == (said.batch, one) and back.job is not None
    align(archive, back.batch, silent, together=7)
    assert whole(url) == before and is_sound(archive)


def test_who_is_interrupted_begins_anew(archive: Archive, url: str) -> None:
    list(archive.add_all(generated()))
    one, two, *_ = busiest(url)
    before = whole(url)
    merged = merged_at_once(archive, url, one, two)
    batch = merge(archive, one, two, account="a").batch
    with pytest.raises(InterruptedWorkError):
        align(archive, batch, until(4), together=2)
    assert not is_sound(archive)
    align(archive, batch, silent, together=2)
    assert whole(url) == merged

    undo(archive, batch, account="a")
    with pytest.raises(InterruptedWorkError):
        align(archive, batch, until(4), together=2)
    again = merge(archive, one, two, account="a").batch  # while the other one is half taken back
    for some in (batch, again):
        align(archive, some, silent, together=2)
    assert whole(url) == merged
    undo(archive, again, account="a")
    align(archive, again, silent, together=2)
    assert whole(url) == before


def test_what_comes_in_between_goes_by_it(archive: Archive, url: str, second_url: str) -> None:
    made = generated()
    half = len(made) // 2
    with Archive.open(second_url, create=True) as other:
        for held in (archive, other):
            list(held.add_all(made[:half]))
        one, two, *_ = busiest(url)
        archive.merge(one, two, account="a")
        batch = merge(other, one, two, account="a").batch
        with pytest.raises(InterruptedWorkError):
            align(other, batch, until(4), together=2)
        for held in (archive, other):
            list(held.add_all(made[half:]))
        align(other, batch, silent, together=2)
        assert is_sound(other)
        assert whole(url) == whole(second_url)


def test_a_split_is_done_so_too(archive: Archive, url: str) -> None:
    list(archive.add_all(generated()))
    before, (one, *_) = whole(url), busiest(url)
    some = [own for (own,) in rows(url, _ARTICLES.format(one))][::2]
    batch = archive.split(one, some, "Somebody Else", account="a").batch
    parted = _statements(url)
    archive.undo_identity(batch, account="a")
    said = split(archive, one, some, "Somebody Else", account="a")
    assert said.job is not None
    align(archive, said.batch, silent, together=3)
    assert _statements(url) == parted and is_sound(archive)
    undo(archive, said.batch, account="a")
    align(archive, said.batch, silent, together=3)
    assert whole(url) == before


def _statements(url: str) -> list[tuple[Any, ...]]:
    return rows(url, "SELECT id, utterance, copy, person_id FROM statements ORDER BY id")


def test_who_was_bound_to_an_article_is_so_again(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    before = whole(url)
    eva, brandt = number(url, "Eva Brandt"), number(url, "Brandt")
    batch = merge(archive, eva, brandt, account="a").batch
    align(archive, batch, silent, together=1)
    assert is_sound(archive) and not archive.person(brandt).bound
    undo(archive, batch, account="a")
    align(archive, batch, silent, together=1)
    assert whole(url) == before and archive.person(brandt).bound


def test_who_is_forgotten_meanwhile_is_so_in_all_articles(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    jonas, brandt = number(url, "Jonas Quast"), number(url, "Brandt")
    place = article(url, "https://kurier.example/halle")
    batch = merge(archive, brandt, jonas, account="a").batch
    assert archive.total(Query(words="Werft", person=f"#{jonas}")).statements == 0, "it has not moved yet"
    archive.forget(person="Jonas Quast")
    assert place not in [own for (own,) in rows(url, "SELECT id FROM articles")]
    align(archive, batch, silent)
    assert is_sound(archive) and archive.identities() == ()


def test_what_is_not_known_any_more_is_nothing_to_do(archive: Archive) -> None:
    list(archive.add_all(several()))
    seen: list[tuple[int, int]] = []
    align(archive, 99, lambda done, total: seen.append((done, total)))
    assert seen == [(0, 0)]
