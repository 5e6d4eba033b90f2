import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.test_surfaces_layers import texts
from wortlaut.surfaces.moments import moment, told
from wortlaut.surfaces.words import words

GERMAN, ENGLISH = words("de"), words("en")


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("2024-06-18", "Di., 18. Juni 2024", "Tue, 18 June 2024"),
        ("2024-06-18TEV", "Di., 18. Juni 2024, abends", "Tue, 18 June 2024, evening"),
        ("2024-06-18T20:15", "Di., 18. Juni 2024, 20:15 Uhr", "Tue, 18 June 2024, 20:15"),
        ("2024-06-18T09", "Di., 18. Juni 2024, 9:00 Uhr", "Tue, 18 June 2024, 9:00"),
        ("2024-W25-2", "Di., 18. Juni 2024", "Tue, 18 June 2024"),
        ("XXXX-06-18", "18. Juni", "18 June"),
        ("XXXX-02-29", "29. Februar", "29 February"),
        ("XXXX-WXX-2", "Dienstag", "Tuesday"),
        ("XXXX-WXX-7TMO", "Sonntag, morgens", "Sunday, morning"),
        ("XXXX-XX-XXTNI", "nachts", "night"),
        ("XXXX-XX-XXT20:15", "20:15 Uhr", "20:15"),
        ("2024-06", "Juni 2024", "June 2024"),
        ("XXXX-06", "Juni", "June"),
        ("2024-W25", "Woche ab 17. Juni 2024", "week of 17 June 2024"),
        ("2024-W25-WE", "Wochenende ab 22. Juni 2024", "weekend of 22 June 2024"),
        ("2024-SP", "Frühling 2024", "spring 2024"),
        ("2024-WI", "Winter 2024/25", "winter 2024/25"),
        ("1999-WI", "Winter 1999/00", "winter 1999/00"),
        ("XXXX-FA", "Herbst", "autumn"),
        ("2024-Q2", "2. Quartal 2024", "quarter 2 of 2024"),
        ("2024-H1", "1. Halbjahr 2024", "half 1 of 2024"),
        ("2024", "2024", "2024"),
        ("0098", "98", "98"),
        ("199", "1990–1999", "1990–1999"),
        ("19", "1900–1999", "1900–1999"),
        ("PAST_REF", "früher", "earlier"),
        ("PRESENT_REF", "jetzt", "now"),
        ("FUTURE_REF", "später", "later"),
    ],
)
def test_moments(value: str, german: str, english: str) -> None:
    assert (moment(GERMAN, value), moment(ENGLISH, value)) == (german, english)


@pytest.mark.parametrize(
    "value",
    ["", "X", "XXXX", "XXXX-WXX", "XXXX-XX", "XXXX-XX-XX", "XXXX-Q2", "P3Y", "2024-02-30", "2024-13", "2024-W60",
     "2024-W60-WE", "0000-01-01", "2024-06-18T25:00", "2024-06-18T12:75", "2024-06-18TXX", "2024-XX-18", "٢٠٢٤"],
)  # fmt: skip
def test_a_value_that_no_words_make_clearer_is_shown_with_the_words_of_the_text(value: str) -> None:
    assert moment(GERMAN, value) is None
    assert told(GERMAN, value, "vor Jahren") == f"vor Jahren ({value})"


def test_a_value_in_words_stands_alone() -> None:
    assert told(GERMAN, "2024-06-18", "am Dienstag") == "Di., 18. Juni 2024"


@given(texts | st.from_regex(r"[0-9X]{4}(-[0-9XWQHSPU]{1,3}){0,2}(T[0-9A-Z:]{2,8})?", fullmatch=True))
@example("9999-W53-7")
def test_any_value_is_survived(value: str) -> None:
    told(ENGLISH, value, "")
