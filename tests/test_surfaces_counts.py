import pytest

from tests.test_surfaces_found import ESCAPE, safe_lines
from wortlaut.archive.finding import Count
from wortlaut.archive.searching import GROUPS
from wortlaut.surfaces import counts

MONTHS = [
    Count("2025-11", 120, 100), Count("2026-02", 3, 3), Count("2026-03", 1100, 900), Count("2029-03", 60, 60),
    Count(None, 7, 7),
]  # fmt: skip


def test_months_without_a_statement_stand_between_the_others() -> None:
    shown = counts.render(MONTHS, "month", width=60).splitlines()
    assert shown[0] == "Äußerungen nach Monat" + "Äußerungen (verschiedene)".rjust(39)
    assert [line[:14].rstrip() for line in shown[1:]] == [
        "November 2025", "Dezember 2025", "Januar 2026", "Februar 2026", "März 2026", "35 Monate ohne", "März 2029",
        "ohne Datum",
    ]  # fmt: skip
    assert [line.rstrip()[-11:].strip() for line in shown[2:4]] == ["0", "0"]


def test_bars_are_in_proportion_and_what_is_there_has_a_mark() -> None:
    shown = counts.render(MONTHS, "month", width=60, ascii_only=True).splitlines()
    lengths = [line.count("#") for line in shown[1:]]
    assert max(lengths) == lengths[4] == 33
    assert lengths == [4, 0, 0, 1, 33, 0, 2, 1]


def test_blocks_have_eighths() -> None:
    shown = counts.render([Count("a", 16, 16), Count("b", 1, 1), Count("c", 10, 10)], "outlet", width=30)
    bars_ = [line.split()[1] for line in shown.splitlines()[2:]]
    assert len(bars_[0]) == 25
    assert bars_[1:] == ["█▌", "█" * 15 + "▋"]


def test_utterances_are_told_where_they_are_fewer() -> None:
    shown = counts.render([Count("Ute Kamp", 1000, 900), Count(None, 2, 2)], "person", language="en")
    assert shown.splitlines()[1].endswith(" 1,000 (900)")
    assert shown.splitlines()[2].startswith("Attributed to nobody ")
    assert shown.splitlines()[2].endswith("  2")


def test_kinds_have_their_words() -> None:
    assert "\nHörensagen " in counts.render([Count("free_indirect", 5, 5)], "kind")


@pytest.mark.parametrize("by", GROUPS)
def test_nothing_to_count(by: str) -> None:
    assert counts.render([], by) == "Nichts zu zählen.\n"  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [1, 20, 40, 80, 120])
def test_no_name_can_act_on_the_terminal(width: int) -> None:
    named = [Count("\x1b[31mrot\u202e" + "lang " * 60, 5, 4), Count("日本" * 30, 1, 1), Count("\n\n", 0, 0)]
    for color in (False, True):
        shown = counts.render(named, "person", width=width, color=color)
        assert len(list(safe_lines(shown, max(width, 20)))) >= 4
    assert "\x1b" not in ESCAPE.sub("", counts.render(named, "person", color=True))
