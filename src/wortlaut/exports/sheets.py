"""Tables for spreadsheets: CSV and XLSX, with columns in which a reader can correct what was found."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from wortlaut.errors import MissingExtraError
from wortlaut.exports.cells import defused, in_utf8, is_formula, plain
from wortlaut.exports.rows import COLUMNS, Row, frame_rows
from wortlaut.kept import Kept
from wortlaut.text import text_hash

CORRECTIONS = ("is_statement", "exported_person", "exported_kind", "exported_person_kind", "key")
HEADER = (*COLUMNS, *CORRECTIONS)
KEY = "wortlaut"  # how a key begins
SHEET = "statements"
SHEET_ROWS = 1_000_000  # of one worksheet; Excel's limit is 1,048,576
CELL = 32_767  # Excel's limit for a cell, UTF-16 units
_CUT = " … (cut)"
# ECMA-376, ST_Xstring: what XML cannot hold is written as _xHHHH_; words that look so are escaped.
_ESCAPED = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Key:
    """The words of which a row speaks: code points `start` to `end` of an article, and a digest of them.

    A spreadsheet may spoil a table (cut cells, another encoding); with the digest that is seen when it comes back.
    """

    article: str
    start: int
    end: int
    digest: str

    def __str__(self) -> str:
        return f"{KEY}:{self.start}:{self.end}:{self.digest}:{self.article}"


def digest(words: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the words in UTF-8."""
    return text_hash(words).hex()[:16]


def csv_pieces(kept: Iterable[Kept]) -> Iterator[str]:
    """CSV after RFC 4180: comma, CR LF, no byte order mark. A cell that could be a formula has an apostrophe before
    it; a lone surrogate, which UTF-8 cannot write, becomes U+FFFD.
    """
    return _csv(kept, ",")


def excel_csv_pieces(kept: Iterable[Kept]) -> Iterator[str]:
    """The same as a German Excel opens it by a double click: with a byte order mark and semicolons."""
    yield "\ufeff"
    yield from _csv(kept, ";")


def write_xlsx(kept: Iterable[Kept], path: Path) -> None:
    """A workbook: cells are strings, numbers or truth values, never formulas. Raises MissingExtraError."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingExtraError("openpyxl", "tables") from error
    book = Workbook(write_only=True)
    sheet: Any = _sheet(book, 0)
    try:
        for number, row in enumerate(frame_rows(kept)):
            if number and number % SHEET_ROWS == 0:
                sheet = _sheet(book, number // SHEET_ROWS)
            sheet.append([_cell(sheet, value) for value in _values(row)])
        book.save(path)
    except BaseException:  # also Ctrl-C: else openpyxl complains of open worksheets when they are collected
        for sheet in book.worksheets:
            sheet.close()
        raise


def escaped(text: str) -> str:
    """The text as a cell of a workbook holds it, cut to what Excel can hold.

    >>> escaped("a\\0b"), escaped("_x0041_")
    ('a_x0000_b', '_x005F_x0041_')
    """
    safe = _ESCAPED.sub(_escape, in_utf8(text))
    if len(safe) <= CELL // 2 or len(safe.encode("utf-16-le")) // 2 <= CELL:
        return safe
    return safe.encode("utf-16-le")[: 2 * (CELL - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def unescaped(text: str) -> str:
    """The words of a cell of a workbook."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def _csv(kept: Iterable[Kept], delimiter: str) -> Iterator[str]:
    yield _line(HEADER, delimiter)
    for row in frame_rows(kept):
        yield _line([defused(plain(value)) for value in _values(row)], delimiter)


def _line(cells: Sequence[str], delimiter: str) -> str:
    page = io.StringIO(newline="")
    csv.writer(page, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return page.getvalue()


def _values(row: Row) -> list[Any]:
    """The values under HEADER."""
    start, end = map(int, row.content_spans.split(";")[0].split("-"))
    key = Key(row.article_id, start, end, digest(row.content[: end - start]))
    return [*(getattr(row, name) for name in COLUMNS), "yes", row.person, row.kind, row.person_kind, str(key)]


def _sheet(book: Any, number: int) -> Any:
    sheet = book.create_sheet(SHEET if number == 0 else f"{SHEET} {number + 1}")
    sheet.freeze_panes = "A2"
    sheet.column_dimensions[_letter("content")].width = 60
    sheet.append(list(HEADER))
    return sheet


def _letter(column: str) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(HEADER.index(column) + 1))


def _cell(sheet: Any, value: object) -> Any:
    """Text is marked as text, so that no reader takes it for a formula, also when it is edited."""
    if isinstance(value, float):
        return round(value, 4) if math.isfinite(value) else None
    if value is None or isinstance(value, int):
        return value
    text = escaped(value.isoformat() if isinstance(value, datetime) else str(value))
    if not is_formula(text) and not text.startswith("#"):
        return text  # openpyxl takes "#N/A" for an error
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    if is_formula(text):
        cell.quotePrefix = True
    return cell


def _escape(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"
