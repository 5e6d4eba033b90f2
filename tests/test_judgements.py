"""judgements.py: what people decided about speakers, and how it survives new readings."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from wortlaut.errors import OutputError, RegisterError
from wortlaut.judgements import Judgement, Judgements, append_judgement, append_judgements, read_judgements
from wortlaut.text import Span

TEXT = "„Wir warten“, sagte sie. Er sagte: „Wir warten“, und ging."
FIRST = Judgement("a1", 0, 12, "„Wir warten“", "Ute Kamp", "2026-03-04")


def test_a_judgement_is_found_by_its_place() -> None:
    known = Judgements((FIRST,))
    assert known.person_for("a1", Span(0, 12), TEXT) is FIRST
    assert known.person_for("a1", Span(35, 47), TEXT) is None
    assert known.person_for("a2", Span(0, 12), TEXT) is None


@pytest.mark.parametrize(
    "content, found",
    [((0, 12), True), ((1, 11), True), ((0, 6), True), ((0, 5), False), ((0, 24), True), ((0, 25), False)],
)
def test_half_of_both_must_be_shared(content: tuple[int, int], found: bool) -> None:
    assert (Judgements((FIRST,)).person_for("a1", Span(*content), TEXT) is not None) == found


def test_the_later_judgement_wins() -> None:
    later = replace(FIRST, person=None)
    assert Judgements((FIRST, later)).person_for("a1", Span(0, 12), TEXT) is later


def test_words_that_moved_are_found_again() -> None:
    moved = "Neu. " + TEXT
    assert Judgements((FIRST,)).person_for("a1", Span(5, 17), moved) is FIRST
    assert Judgements((FIRST,)).person_for("a1", Span(40, 52), moved) is None
    assert Judgements((FIRST,)).person_for("a1", Span(0, 12), "Anderer Text, ganz ohne die Worte.") is None


OUTER, INNER = Span(0, 24), Span(0, 12)
NONE = Judgement("a1", 0, 24, TEXT[:24], None, "2026-03-05", about="statement")


def test_of_nested_contents_the_nearest_is_meant() -> None:
    outer = replace(FIRST, end=24, text=TEXT[:24], person="Tim Ohm")
    assert Judgements((FIRST, outer)).of("a1", [OUTER, INNER, Span(35, 47)], TEXT) == [outer, FIRST, None]
    assert Judgements((FIRST,)).of("a1", [OUTER, INNER], TEXT) == [None, FIRST]
    assert Judgements((FIRST,)).of("a1", [OUTER], TEXT) == [FIRST]
    assert Judgements((FIRST,)).of("a1", [INNER, INNER], TEXT) == [FIRST, FIRST]
    assert Judgements((FIRST,)).of("a1", [], TEXT) == []


def test_a_judgement_of_the_statement_is_not_one_of_the_person() -> None:
    kind = replace(NONE, statement_kind="indirect")
    known = Judgements((FIRST, NONE, kind))
    assert known.of("a1", [INNER, OUTER], TEXT) == [FIRST, None]
    assert known.of("a1", [INNER, OUTER], TEXT, about="statement") == [None, kind]


def test_judgements_of_statements_come_back(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    all_of_them = (FIRST, NONE, replace(NONE, statement_kind="reported"))
    append_judgements(path, all_of_them)
    assert read_judgements(path) == Judgements(all_of_them)


def test_a_judgement_of_a_person_is_read_by_older_versions(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    append_judgement(path, FIRST)
    assert set(json.loads(path.read_text("utf-8"))) == {"article", "start", "end", "text", "person", "date", "kind"}


def test_lines_of_older_versions_stay_valid(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text(f"{json.dumps(GOOD)}\n{json.dumps(GOOD | {'kind': 'group'})}\n", "utf-8")
    assert [(one.about, one.statement_kind) for one in read_judgements(path).all] == [("person", None)] * 2


def test_judgements_come_back(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    later = replace(FIRST, person=None, kind="unnamed", text="„Wir\nwarten“")
    append_judgement(path, FIRST)
    append_judgement(path, later)
    assert read_judgements(path) == Judgements((FIRST, later))
    assert len(path.read_text("utf-8").splitlines()) == 2


def test_a_line_that_was_cut_off_spoils_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text('{"article": "a', "utf-8")
    append_judgement(path, FIRST)
    with pytest.raises(RegisterError, match=r"line 1: no JSON"):
        read_judgements(path)
    path.write_text(path.read_text("utf-8").partition("\n")[2], "utf-8")
    assert len(read_judgements(path)) == 1


GOOD = {"article": "a1", "start": 0, "end": 2, "text": "Ja", "person": None, "date": "2026-03-04"}


@pytest.mark.parametrize(
    "change, words",
    [
        ({"article": ""}, "'article'"),
        ({"start": -1}, "-1..2"),
        ({"start": "0"}, "'0'..2"),
        ({"start": True}, "True"),
        ({"end": 3}, "0..3"),
        ({"text": 5}, "'text' is 5"),
        ({"person": ""}, "the person is ''"),
        ({"person": "x" * 300}, "the person is"),
        ({"person": "\x1b[31m"}, "the person is"),
        ({"kind": "alien"}, "'alien'"),
        ({"date": "gestern"}, "'gestern'"),
        ({"who": "Ute"}, "its fields are"),
        ({"about": "weather"}, "'weather'"),
        ({"about": "statement", "statement_kind": "alien"}, "'alien'"),
        ({"about": "statement", "statement_kind": ["direct"]}, "['direct']"),
        ({"about": "statement", "person": "Ute Kamp"}, "'Ute Kamp'"),
        ({"statement_kind": "direct"}, "it is about the person"),
    ],
)
def test_a_broken_judgement_is_named(tmp_path: Path, change: dict[str, object], words: str) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text(f"{json.dumps(GOOD)}\n\n{json.dumps(GOOD | change)}\n", "utf-8")
    with pytest.raises(RegisterError) as raised:
        read_judgements(path)
    assert str(raised.value).startswith(f"{path}, line 3: ")
    assert words in str(raised.value)


@pytest.mark.parametrize("line", ["{", "[]", "5", "{}", "[" * 100_000, json.dumps({"article": "a1"})])
def test_what_is_no_judgement_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(RegisterError, match="line 1: "):
        read_judgements(path)


def test_a_missing_or_binary_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="wortlaut people judge"):
        read_judgements(tmp_path / "missing.jsonl")
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(RegisterError, match="line 1: byte 0xff"):
        read_judgements(tmp_path / "binary.jsonl")
    with pytest.raises(OutputError):
        append_judgement(tmp_path, FIRST)


MOVED = replace(NONE, about="span", content_start=0, content_text="„Wir warten“")


def test_a_content_is_where_it_was_judged_to_be() -> None:
    assert Judgements((MOVED,)).places("a1", [OUTER, Span(35, 47)], TEXT) == [INNER, None]
    assert Judgements((MOVED,)).of("a1", [OUTER], TEXT, about="span") == [MOVED]
    assert Judgements((MOVED,)).places("a2", [OUTER], TEXT) == [None]


def test_of_two_places_the_later_is_right() -> None:
    again = replace(MOVED, start=0, end=12, text="„Wir warten“", content_start=1, content_text="Wir warten")
    back = replace(MOVED, content_text=TEXT[:24])
    assert Judgements((MOVED, again)).places("a1", [OUTER], TEXT) == [Span(1, 11)]
    assert Judgements((MOVED, again, back)).places("a1", [OUTER], TEXT) == [OUTER]


@pytest.mark.parametrize("content", [OUTER, INNER, Span(1, 11), Span(0, 20)])
@pytest.mark.parametrize("meant", [OUTER, INNER])
def test_whatever_place_was_judged_finds_its_statement(content: Span, meant: Span) -> None:
    """Whichever of its places a reading finds, and whichever another judgement was given for."""
    person = replace(FIRST, start=meant.start, end=meant.end, text=meant.cut(TEXT))
    for known in (Judgements((MOVED, person)), Judgements((person, MOVED))):
        assert known.of("a1", [content], TEXT) == [person]
        assert known.places("a1", [content], TEXT) == [INNER]


def test_what_a_newer_reading_finds_where_it_belongs_is_meant() -> None:
    wide = replace(MOVED, end=47, text=TEXT[:47])
    assert Judgements((wide,)).places("a1", [INNER, Span(14, 47)], TEXT) == [INNER, None]
    assert Judgements((MOVED,)).places("a1", [OUTER, INNER], TEXT) == [INNER, None]


def test_places_move_with_the_text() -> None:
    assert Judgements((replace(MOVED, content_start=35, end=47, text=TEXT[:47]),)).places(
        "a1", [Span(5, 52)], "Neu. " + TEXT
    ) == [Span(40, 52)]
    assert Judgements((MOVED,)).places("a1", [Span(0, 12)], "Anderer Text.") == [None]


def test_a_judgement_of_a_place_comes_back_and_others_say_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    append_judgements(path, (MOVED, NONE))
    assert read_judgements(path) == Judgements((MOVED, NONE))
    assert "content_text" not in json.loads(path.read_text("utf-8").splitlines()[1])


@pytest.mark.parametrize(
    "change, words",
    [
        ({"about": "span"}, "'content_start' is None"),
        ({"about": "span", "content_start": 1}, "'content_text' is None"),
        ({"about": "span", "content_start": -1, "content_text": "a"}, "'content_start' is -1"),
        ({"about": "span", "content_start": True, "content_text": "a"}, "'content_start' is True"),
        ({"about": "span", "content_start": 1, "content_text": " "}, "'content_text' is ' '"),
        ({"about": "span", "content_start": 1, "content_text": "a", "person": "Ute"}, "names 'Ute'"),
        ({"about": "span", "content_start": 1, "content_text": "a", "statement_kind": "direct"}, "gives the kind"),
        ({"about": "statement", "content_start": 1}, "gives another content"),
        ({"content_text": "a"}, "gives another content"),
    ],
)
def test_a_broken_judgement_of_a_place_is_named(change: dict[str, object], words: str) -> None:
    with pytest.raises(RegisterError, match=words):
        Judgement(**(GOOD | change))  # type: ignore[arg-type]
