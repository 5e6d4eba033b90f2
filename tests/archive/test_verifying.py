"""verify() finds whatever is changed behind its back, and nothing in an archive that is whole."""

from __future__ import annotations

import re

import pytest

from tests.archive.articles import several
from tests.archive.behind import change
from wortlaut.archive import Archive


@pytest.fixture
def full(archive: Archive) -> Archive:
    list(archive.add_all(several()))
    return archive


def test_a_whole_archive_is_clean(full: Archive) -> None:
    assert list(full.verify()) == []


def test_an_empty_archive_is_clean(archive: Archive) -> None:
    assert list(archive.verify()) == []


def test_it_tells_how_far_it_is(full: Archive) -> None:
    told: list[str] = []
    assert list(full.verify(progress=told.append)) == []
    assert "5 versions of articles" in told and "5 originals" in told


FLAWS = {
    "DELETE FROM texts WHERE version_id = 2": r"^version 2: its text is missing",
    "UPDATE texts SET data = (SELECT data FROM texts WHERE version_id = 3) WHERE version_id = 2": "SHA-256",
    "UPDATE texts SET data = (SELECT hash FROM texts WHERE version_id = 2) WHERE version_id = 2": "text cannot be read",
    "DELETE FROM records WHERE version_id = 2": "record is missing",
    "UPDATE records SET data = (SELECT hash FROM texts WHERE version_id = 2) WHERE version_id = 2": "record cannot",
    "UPDATE records SET data = (SELECT data FROM records WHERE version_id = 1) WHERE version_id = 2": "^version 2",
    "UPDATE statements SET digest = digest + 1 WHERE version_id = 2 AND number = 0": "its digest is",
    "UPDATE statements SET kind = 4 WHERE version_id = 2 AND number = 0": "its kind is 4, in the record 0",
    "UPDATE statements SET start = start + 1 WHERE version_id = 2 AND number = 0": "its start is",
    'UPDATE statements SET "end" = "end" + 1 WHERE version_id = 2 AND number = 0': "its end is",
    "UPDATE statements SET gaps = '1-2 3-4' WHERE version_id = 2 AND number = 0": "its gaps is '1-2 3-4'",
    "UPDATE statements SET person_id = 1 WHERE version_id = 2 AND number = 0": "its person_id is 1",
    "UPDATE statements SET outlet_id = 2 WHERE version_id = 2 AND number = 0": "its outlet_id is 2",
    "UPDATE statements SET latest = false WHERE version_id = 2": "its latest is",
    "UPDATE statements SET said = 700000 WHERE version_id = 2 AND number = 0": "its said is 700000",
    "UPDATE statements SET id = id + 16777216, utterance = id + 16777216 WHERE version_id = 2": "its id is not of",
    "UPDATE statements SET number = 7 WHERE version_id = 2 AND number = 1": "it has 2 statements, in the record 2",
    "DELETE FROM statements WHERE version_id = 2": "it has 0 statements, in the record 2",
    "DELETE FROM appearances WHERE version_id = 2": "0 people have part in it, in the record 2",
    "UPDATE people SET name = 'Wer Anders' WHERE id = 3": "person 0 is 'Wer Anders', in the record 'Mira Olbrich'",
    "UPDATE versions SET day = 1 WHERE id = 2": "its day is 1",
    "UPDATE versions SET title = 'Falsch' WHERE id = 2": "its title is 'Falsch'",
    "UPDATE outlets SET name = 'Falsch' WHERE id = 1": "its outlet is 'Falsch'",
    "UPDATE originals SET data = (SELECT hash FROM texts WHERE version_id = 2)": "^original [0-9a-f]{64}: .*damaged",
    "UPDATE originals SET data = (SELECT data FROM texts WHERE version_id = 2)": "its bytes are not those that came",
    "DELETE FROM originals": "^table versions [0-9a-f]{64}: it refers to a row of originals that is not there",
    "DELETE FROM people WHERE id = 3": "^table name_words 3: it refers to a row of people that is not there",
    "DELETE FROM articles WHERE id = 2": "^table versions 2: it refers to a row of articles that is not there",
    "DELETE FROM versions WHERE id = 2": "^table sketches 2: it refers to a row of versions",
    "DELETE FROM statements WHERE version_id = 3": "^table keys [0-9]+: it refers to a row of statements",
    "UPDATE versions SET outlet_id = 2": "^table outlets 1: nothing refers to it",
    "UPDATE versions SET article_id = 1, number = 3, latest = false WHERE id = 2": "^table articles 2: nothing refers",
    "UPDATE versions SET original = NULL WHERE id = 2": "^table originals [0-9a-f]{64}: nothing refers to it",
    "UPDATE appearances SET person_id = 1 WHERE person_id = 4": "^table people 4: nothing refers to it",
    "UPDATE versions SET latest = true": "^article 1: its versions do not count from 1",
    "UPDATE versions SET latest = false WHERE id = 2": "^article 2: its versions",
    "UPDATE versions SET number = 2 WHERE id = 2": "^article 2: its versions do not count from 1",
    "UPDATE statements SET utterance = 5 WHERE version_id = 2": "^statement [0-9]+: its utterance begins nowhere",
    "UPDATE versions SET story = 2 WHERE id = 4": "^version 4: its story begins nowhere",
    "INSERT INTO judgements VALUES (1, 'a', '{}')": "^table judgements: judgement 1 cannot be read",
}


@pytest.mark.parametrize("command", FLAWS)
def test_what_was_changed_is_found(full: Archive, url: str, command: str) -> None:
    change(url, command)
    told = [str(problem) for problem in full.verify()]
    assert [one for one in told if re.search(FLAWS[command], one)], told


@pytest.mark.parametrize("index", ["words", "passages"])
def test_a_row_that_the_full_text_lacks_is_found(full: Archive, index: str) -> None:
    with full.writing() as connection:
        full._dialect.clear(connection, index)
    told = [str(problem) for problem in full.verify()]
    assert len(told) == {"words": 10, "passages": 5}[index]
    assert all(f"the full text '{index}' does not know it" in one for one in told)


def test_a_row_that_the_full_text_has_beyond_is_found(full: Archive, url: str) -> None:
    change(url, "DELETE FROM statements WHERE version_id = 2")
    told = [str(problem) for problem in full.verify()]
    assert len([one for one in told if re.search(r"full text 'words' \d+: it has no row in statements", one)]) == 2
