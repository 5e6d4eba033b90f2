"""A part of the hostile corpus on every run; all of it: `python -m tests.hostile`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.cases import Case
from tests.hostile.corpus import articles, fetched, quick
from tests.hostile.intake import Taking, lost, take_in
from tests.hostile.served import attack
from wortlaut.archive import Archive
from wortlaut.errors import FetchError
from wortlaut.intake.addresses import is_public, web_address

EVERY = 6  # of the pages and requests one


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Taking]:
    """An archive of all that is not huge."""
    folder = tmp_path_factory.mktemp("hostile")
    path = str(folder / "hostile.db")
    with Archive.open(path, create=True) as archive:
        return path, take_in(archive, folder, quick())


def test_the_corpus_is_large_and_each_case_has_its_own_idea() -> None:
    every = [*articles(), *fetched(1, "/x")]
    assert len(articles()) >= 200
    assert len({case.name for case in every}) == len({case.idea for case in every}) == len(every)
    assert [case.name for case in articles()] == [case.name for case in articles()]


def test_everything_is_kept_or_refused_with_a_reason(filled: tuple[str, Taking]) -> None:
    path, taking = filled
    assert not taking.failed
    assert all(one.outcomes or one.refused for one in taking.taken)
    kept = [one for one in taking.taken if {"new", "changed", "known"} & {*one.outcomes}]
    assert len(kept) > 0.8 * len(taking.taken), "what is odd is no reason to refuse it"
    with Archive.open(path) as archive:
        assert not list(archive.verify())
        assert not lost(archive, taking), "harmless articles are all kept"


@pytest.mark.parametrize("case", fetched(4711, "/etc/passwd"), ids=lambda case: case.name)
def test_no_address_of_this_machine_is_an_address(case: Case) -> None:
    """Refused by its form, or what it names is not public (the tests of fetching)."""
    try:
        found = web_address(case.address)
    except FetchError:
        return
    assert not is_public(found.host), case.address
    assert "\r" not in found.url and "\n" not in found.url and " " not in found.url


def test_nothing_runs_leaks_or_hangs(filled: tuple[str, Taking], tmp_path: Path) -> None:
    path, _ = filled
    wrong = attack(path, quick(), tmp_path, browser=True, every=EVERY)
    assert not wrong, "\n".join(wrong)
