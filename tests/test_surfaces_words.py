import string

import pytest

from wortlaut.errors import OutputError
from wortlaut.parts import PART_KINDS
from wortlaut.persons import PERSON_KINDS
from wortlaut.statements import KINDS, MEDIA, REASONS, ROLES
from wortlaut.surfaces.words import LANGUAGES, TABLE, counted, date, percent, words


def test_every_language_has_the_same_words() -> None:
    assert set(TABLE) == set(LANGUAGES)
    assert set(TABLE["de"]) == set(TABLE["en"])


def test_every_name_of_the_record_has_a_word() -> None:
    wanted = [f"{what}.{kind}" for kind in KINDS for what in ("kind", "meaning")]
    wanted += [f"medium.{medium}" for medium in MEDIA if medium != "unknown"]
    wanted += [f"role.{role}" for role in ("content", *ROLES)] + [f"part.{kind}" for kind in PART_KINDS]
    wanted += [f"person.{kind}" for kind in PERSON_KINDS] + [f"reason.{reason}" for reason in REASONS]
    for language in LANGUAGES:
        assert all(words(language)[key] for key in wanted)


def test_the_same_places_are_left_open_in_every_language() -> None:
    def fields(text: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(text)} - {None}

    for key, german in TABLE["de"].items():
        assert fields(german) == fields(TABLE["en"][key]), key


def test_no_word_needs_escaping_in_a_page() -> None:
    assert not any(set('<>&"') & set(word) for table in TABLE.values() for word in table.values())


def test_an_unknown_language_is_refused_with_those_known() -> None:
    with pytest.raises(OutputError, match="'fr' of the interface is not known; use one of de, en"):
        words("fr")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("published", "german", "english"),
    [
        ("2025-05-08", "8. Mai 2025", "8 May 2025"),
        ("2026-03-04T06:05:00+01:00", "4. März 2026, 6:05 Uhr", "4 March 2026, 6:05"),
        ("gestern", "gestern", "gestern"),
        ("2025-13-40", "2025-13-40", "2025-13-40"),
    ],
)
def test_dates(published: str, german: str, english: str) -> None:
    assert date(words("de"), published) == german
    assert date(words("en"), published) == english


def test_percentages_stay_between_0_and_100() -> None:
    say = words("de")
    assert [percent(say, score) for score in (0.934, -1.0, 7.0, float("nan"))] == [
        "93\xa0%", "0\xa0%", "100\xa0%", "0\xa0%",
    ]  # fmt: skip


def test_one_and_many() -> None:
    assert counted(words("de"), "statements", 1) == "1 Äußerung"
    assert counted(words("de"), "articles", 2) == "2 Artikel"
    assert counted(words("en"), "statements", 0) == "0 statements"
