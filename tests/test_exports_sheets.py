"""exports/sheets.py, corrections.py: tables for spreadsheets, as their readers read them, and what comes back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas
import polars
import pytest
from hypothesis import given

from tests.test_exports_rows import archives, each_hostile, few, hostile, kept
from wortlaut.errors import RegisterError
from wortlaut.exports.cells import armed, in_utf8, plain
from wortlaut.exports.corrections import judgements_from_csv, judgements_from_xlsx
from wortlaut.exports.rows import COLUMNS, frame_rows
from wortlaut.exports.sheets import CELL, HEADER, csv_pieces, excel_csv_pieces, unescaped, write_xlsx
from wortlaut.identities import judged
from wortlaut.judgements import Judgement, Judgements
from wortlaut.kept import Kept
from wortlaut.people import Resolved
from wortlaut.record import Analysis
from wortlaut.register import Register
from wortlaut.statements import Statement
from wortlaut.text import Article, Span

DAY = "2026-03-06"


def cells(pieces: list[str], delimiter: str = ",") -> list[list[str]]:
    csv.field_size_limit(10_000_000)
    return list(csv.reader(io.StringIO("".join(pieces), newline=""), strict=True, delimiter=delimiter))


def sheet(path: Path, number: int = 0) -> list[dict[str, object]]:
    header, *rows = openpyxl.load_workbook(path).worksheets[number].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_pandas_and_polars_read_the_csv(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("".join(csv_pieces([kept(), kept(18)])), "utf-8", newline="")
    rows = list(frame_rows([kept(), kept(18)]))
    frame = pandas.read_csv(path)
    assert tuple(frame.columns) == HEADER
    assert list(frame["content"]) == [row.content for row in rows]
    assert list(frame["asserted"]) == [row.asserted for row in rows]
    assert list(frame["article"]) == [17] * 5 + [18] * 5
    assert polars.read_csv(path)["person"].to_list() == [row.person for row in rows]


def test_the_csv_for_excel_has_a_mark_and_semicolons() -> None:
    mark, *lines = excel_csv_pieces([kept()])
    assert mark == "\ufeff"
    assert tuple(cells(lines, ";")[0]) == HEADER
    frame = pandas.read_csv(io.BytesIO("".join([mark, *lines]).encode()), sep=";")
    assert tuple(frame.columns) == HEADER
    assert len(frame) == 5


def test_openpyxl_and_pandas_read_the_workbook(tmp_path: Path) -> None:
    write_xlsx([kept(), kept(18)], tmp_path / "a.xlsx")
    rows = sheet(tmp_path / "a.xlsx")
    assert [row["content"] for row in rows] == [row.content for row in frame_rows([kept(), kept(18)])]
    first = rows[0]
    assert (first["asserted"], first["score"], first["article"], first["story"]) == (True, 0.934, 17, 3)
    assert (first["added"], first["within"]) == ("2026-03-05T12:30:00+00:00", None)
    assert tuple(pandas.read_excel(tmp_path / "a.xlsx").columns) == HEADER


def test_an_empty_archive_has_a_header(tmp_path: Path) -> None:
    assert cells(list(csv_pieces([]))) == [list(HEADER)]
    write_xlsx([], tmp_path / "a.xlsx")
    assert sheet(tmp_path / "a.xlsx") == []
    assert judgements_from_xlsx(tmp_path / "a.xlsx") == []


@each_hostile
def test_hostile_words_come_back_from_csv(words: str) -> None:
    page = "".join(csv_pieces([hostile(words)]))
    frame = pandas.read_csv(io.BytesIO(page.encode()), dtype=str, keep_default_na=False)
    assert [armed(cell) for cell in frame["content"]] == [in_utf8(words)] * 2
    assert not any(re.match(r"[=+\-@\t\r\n]", cell) for row in cells([page]) for cell in row)


@each_hostile
def test_hostile_words_come_back_from_a_workbook(tmp_path: Path, words: str) -> None:
    write_xlsx([hostile(words)], tmp_path / "a.xlsx")
    first, _second = sheet(tmp_path / "a.xlsx")
    content = str(first["content"])
    if len(words) > CELL:
        assert len(content) == CELL
        assert content.endswith("a … (cut)")
    else:
        assert unescaped(content) == in_utf8(words)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert {cell.data_type for row in book.worksheets[0] for cell in row} <= {"s", "n", "b"}


def test_long_emoji_are_cut_between_characters(tmp_path: Path) -> None:
    write_xlsx([hostile("a" + "🙂" * 20_000)], tmp_path / "a.xlsx")
    content = str(sheet(tmp_path / "a.xlsx")[0]["content"])
    assert content.endswith("🙂 … (cut)")
    assert len(content.encode("utf-16-le")) // 2 in (CELL, CELL - 1)


def test_more_than_a_worksheet_holds_goes_to_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wortlaut.exports.sheets.SHEET_ROWS", 3)
    write_xlsx([kept()], tmp_path / "a.xlsx")
    assert [len(sheet(tmp_path / "a.xlsx", number)) for number in (0, 1)] == [3, 2]
    assert judgements_from_xlsx(tmp_path / "a.xlsx") == []


@few
@given(archives())
def test_any_archive_comes_back_from_csv(archive: list[Kept]) -> None:
    page = "".join(csv_pieces(archive))
    page.encode()
    found = [[armed(cell) for cell in row[: len(COLUMNS)]] for row in cells([page])[1:]]
    assert found == [[in_utf8(plain(getattr(row, name))) for name in COLUMNS] for row in frame_rows(archive)]


# --- corrections


Change = Callable[[dict[str, str]], None]


def corrected(path: Path, change: Change, *, row: int = 0, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """The exported table with one row changed, saved as a spreadsheet might."""
    header, *rows = cells(list(csv_pieces([kept()])))
    named = [dict(zip(header, one, strict=True)) for one in rows]
    change(named[row])
    page = io.StringIO(newline="")
    writer = csv.writer(page, delimiter=delimiter)
    writer.writerows([header, *(one.values() for one in named)])
    path.write_bytes(page.getvalue().encode(encoding, "replace"))
    return path


def first_judgement(**change: object) -> Judgement:
    article = kept().analysis.article
    start = article.text.index("„Wir")
    return replace(Judgement(article.id, start, start + 22, "„Wir fangen im Mai an“", None, DAY), **change)


def test_a_table_that_nobody_touched_judges_nothing(tmp_path: Path) -> None:
    assert judgements_from_csv(corrected(tmp_path / "a.csv", dict.copy)) == []


@pytest.mark.parametrize("encoding, delimiter", [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1252", ";")])
def test_a_person_is_corrected_in_whatever_a_spreadsheet_saves(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = corrected(
        tmp_path / "a.csv", lambda row: row.update(person="Jörg Ohm "), encoding=encoding, delimiter=delimiter
    )
    assert judgements_from_csv(path, date=DAY) == [first_judgement(person="Jörg Ohm")]


@pytest.mark.parametrize(
    "change, wanted",
    [
        ({"person": ""}, [first_judgement()]),
        ({"person": "Rat", "person_kind": "organization"}, [first_judgement(person="Rat", kind="organization")]),
        ({"person_kind": "organization"}, []),
        ({"kind": "reported"}, [first_judgement(about="statement", statement_kind="reported")]),
        ({"kind": ""}, []),
        ({"is_statement": "Nein", "person": "Jörg Ohm"}, [first_judgement(about="statement")]),
        ({"is_statement": "no"}, [first_judgement(about="statement")]),
        ({"is_statement": ""}, []),
        (
            {"kind": "indirect", "person": "Ute Ohm"},
            [first_judgement(about="statement", statement_kind="indirect"), first_judgement(person="Ute Ohm")],
        ),
    ],
)
def test_what_differs_is_judged(tmp_path: Path, change: dict[str, str], wanted: list[Judgement]) -> None:
    assert judgements_from_csv(corrected(tmp_path / "a.csv", lambda row: row.update(change)), date=DAY) == wanted


def test_a_judgement_is_as_old_as_the_file(tmp_path: Path) -> None:
    path = corrected(tmp_path / "a.csv", lambda row: row.update(person="Ute Ohm"))
    (found,) = judgements_from_csv(path)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found.date)


def test_judgements_from_a_table_overrule_the_reading(tmp_path: Path) -> None:
    path = corrected(tmp_path / "a.csv", lambda row: row.update(is_statement="no"), row=1)
    analysis = kept().analysis
    resolved = Resolved(analysis.statements, analysis.people)
    found = judged(resolved, analysis.article, Judgements(tuple(judgements_from_csv(path))), Register())
    assert [(s.id, s.within) for s in found.statements] == [("s1", None), ("s3", None), ("s4", None), ("s5", None)]


def test_a_workbook_is_corrected(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx([kept()], path)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page.cell(2, HEADER.index("person") + 1).value = "Jörg Ohm"
    page.cell(3, HEADER.index("is_statement") + 1).value = False
    book.save(path)
    first, second = judgements_from_xlsx(path, date=DAY)
    assert first == first_judgement(person="Jörg Ohm")
    assert (second.about, second.text) == ("statement", "Es werde „ein Fest für alle“ geben.")


@each_hostile
def test_hostile_words_are_corrected_or_named(tmp_path: Path, words: str) -> None:
    """What the table cannot hold as it is cannot be judged there; that is said, and nothing else is judged."""
    one = hostile(words)
    book, page = tmp_path / "a.xlsx", tmp_path / "a.csv"
    write_xlsx([one], book)
    opened = openpyxl.load_workbook(book)
    opened.worksheets[0].cell(2, HEADER.index("person") + 1).value = "Jörg Ohm"
    opened.save(book)
    header, first, *rest = cells(list(csv_pieces([one])))
    first[header.index("person")] = "Jörg Ohm"
    with page.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, first, *rest])
    wanted = [Judgement(one.analysis.article.id, 0, len(words), words, "Jörg Ohm", DAY)] if words.strip() else []
    for path, read, is_kept in (
        (book, judgements_from_xlsx, words == in_utf8(words) and len(words) < CELL),
        (page, judgements_from_csv, words == in_utf8(words)),
    ):
        if is_kept and wanted:
            assert read(path, date=DAY) == wanted
        else:
            with pytest.raises(RegisterError, match="row 2: "):
                read(path, date=DAY)


def test_only_the_first_piece_of_a_content_is_judged(tmp_path: Path) -> None:
    text = "„Ja“, sagt er, „und nein“."
    pieces = (Span(0, 4), Span(15, 25))
    one = Kept(Analysis(Article(text, id="a:1"), (), (Statement("s1", "direct", pieces),)))
    header, row = cells(list(csv_pieces([one])))
    row[header.index("person")] = "Ute Ohm"
    page = io.StringIO(newline="")
    csv.writer(page).writerows([header, row])
    (tmp_path / "a.csv").write_text(page.getvalue(), "utf-8", newline="")
    assert judgements_from_csv(tmp_path / "a.csv", date=DAY) == [Judgement("a:1", 0, 4, "„Ja“", "Ute Ohm", DAY)]


@pytest.mark.parametrize(
    "change, words",
    [
        ({"is_statement": "vielleicht"}, "column 'is_statement' is 'vielleicht'; write yes or no"),
        ({"kind": "alien"}, "'alien'; it is one of direct"),
        ({"person": "x" * 300}, "the person is"),
        ({"person": "Ute Ohm", "content": "„Wir fangen im Juni an“"}, "column 'content' is not what was exported"),
        ({"key": ""}, "column 'key' is ''"),
        ({"key": "wortlaut:a:b:c:d"}, "column 'key'"),
        ({"person": "Ute Ohm", "key": "wortlaut:9:2:c:d"}, "column 'content'"),
    ],
)
def test_a_cell_that_is_wrong_is_named(tmp_path: Path, change: dict[str, str], words: str) -> None:
    path = corrected(tmp_path / "a.csv", lambda row: row.update(change), row=0)
    with pytest.raises(RegisterError) as raised:
        judgements_from_csv(path)
    assert str(raised.value).startswith(f"{path}, row 2: ")
    assert words in str(raised.value)


def test_a_file_that_is_no_such_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with pytest.raises(RegisterError, match="cannot be read"):
        judgements_from_csv(path)
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(RegisterError, match="row 1 has no column 'content'"):
        judgements_from_csv(path)
    path.write_bytes(b"")
    with pytest.raises(RegisterError, match="row 1 has no column"):
        judgements_from_csv(path)
    book = tmp_path / "a.xlsx"
    book.write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(RegisterError, match=r"a\.xlsx is no workbook"):
        judgements_from_xlsx(book)
    other = openpyxl.Workbook()
    other.save(book)
    with pytest.raises(RegisterError, match="no worksheet 'statements'"):
        judgements_from_xlsx(book)
