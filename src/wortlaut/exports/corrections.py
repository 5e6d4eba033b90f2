"""What people corrected in exported tables becomes judgements."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from wortlaut.errors import MissingExtraError, RegisterError
from wortlaut.exports.cells import armed, plain
from wortlaut.exports.sheets import CORRECTIONS, KEY, SHEET, Key, digest, unescaped
from wortlaut.judgements import Judgement

NEEDED = ("content", "person", "kind", "person_kind", *CORRECTIONS)
_YES = ("", "yes", "true", "1", "ja", "wahr", "j", "y")
_NO = ("no", "false", "0", "nein", "falsch", "n")
_LONGEST_CELL = 2**31 - 1  # Python's own limit, 131,072, is less than an article may have


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a statement: by whom it is (None: nobody known), of which kind; `kind` None: it is none."""

    person: str | None
    person_kind: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """The first piece of a statement's content, code points of an article, with what was said of it and what is now."""

    article: str
    start: int
    end: int
    text: str
    before: Said
    now: Said

    def judgements(self, date: str) -> Iterator[Judgement]:
        """What differs; of what is no statement nothing else is said. Raises RegisterError."""
        place = (self.article, self.start, self.end, self.text)
        kind: Any = self.now.kind
        if self.now.kind != self.before.kind:
            yield Judgement(*place, None, date, about="statement", statement_kind=kind)
        if self.now.kind is not None and self.now.person != self.before.person:
            # a kind that was not touched is that of who stood there before
            changed = self.now.person_kind != self.before.person_kind and self.now.person_kind
            who: Any = self.now.person_kind if changed else "person"
            yield Judgement(*place, self.now.person, date, who)


def judgements_from_csv(path: Path, *, date: str | None = None) -> list[Judgement]:
    """The judgements in an exported CSV that somebody corrected, in the order of its rows.

    Compared are `person` with `exported_person` and `kind` with `exported_kind`; `is_statement` may say no. The table
    may have been saved by a spreadsheet: with semicolons or tabs, in UTF-8, UTF-16 or Windows-1252. `date` is when it
    was judged, None when the file was last changed. Raises RegisterError with file, row and column.
    """
    text = _decoded(_bytes(path))
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        return list(_judged(path, [rows], date))
    except csv.Error as error:
        raise RegisterError(f"{path} is no CSV ({error}); save it as CSV in UTF-8 again") from error
    finally:
        csv.field_size_limit(before)


def judgements_from_xlsx(path: Path, *, date: str | None = None) -> list[Judgement]:
    """The same of an exported workbook, of all its worksheets of statements. Raises MissingExtraError, too."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise MissingExtraError("openpyxl", "tables") from error
    try:
        book = load_workbook(io.BytesIO(_bytes(path)), read_only=True, data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.title.startswith(SHEET)]
        found = [sheet.iter_rows(values_only=True) for sheet in sheets]
        return list(_judged(path, ([[plain(v) for v in row] for row in rows] for rows in found), date))
    except RegisterError:
        raise
    except Exception as error:  # openpyxl has no error of its own: zipfile, XML and key errors come through
        raise RegisterError(
            f"{path} is no workbook that can be read ({error!r:.80}); save it as .xlsx again"
        ) from error


def day_of(path: Path) -> str:
    """The day on which a file was last changed, UTC, ISO 8601."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()


def _judged(path: Path, tables: Iterable[Iterable[list[str]]], date: str | None) -> Iterator[Judgement]:
    day, seen = date or day_of(path), False
    for table in tables:
        seen = True
        rows = iter(table)
        header = next(rows, [])
        lacking = [name for name in NEEDED if name not in header]
        if lacking:
            raise RegisterError(
                f"{path}, row 1 has no column {lacking[0]!r}; take a table of wortlaut export --format csv or xlsx, "
                "and keep its columns"
            )
        for number, cells in enumerate(rows, 2):
            if any(cells):
                try:
                    yield from _correction(dict(zip(header, cells, strict=False))).judgements(day)
                except RegisterError as error:
                    raise RegisterError(f"{path}, row {number}: {error}") from error
    if not seen:
        raise RegisterError(f"{path} has no worksheet {SHEET!r}; take a workbook of wortlaut export --format xlsx")


def _correction(cells: Mapping[str, str]) -> Correction:
    """Raises RegisterError where a cell is not as it was exported or as it may be corrected."""
    values = {name: armed(cells.get(name, "")).strip() for name in NEEDED if name != "content"}
    before = Said(values["exported_person"] or None, values["exported_person_kind"], values["exported_kind"])
    kind = (values["kind"] or values["exported_kind"]) if _is_statement(values["is_statement"]) else None
    now = Said(values["person"] or None, values["person_kind"], kind)
    key = _key(values["key"])
    changed = now.kind != before.kind or now.person != before.person
    text = _words(cells.get("content", ""), key) if changed else ""
    return Correction(key.article, key.start, key.end, text, before, now)


def _is_statement(value: str) -> bool:
    if value.casefold() in _YES:
        return True
    if value.casefold() in _NO:
        return False
    raise RegisterError(f"column 'is_statement' is {value!r:.60}; write yes or no")


def _key(value: str) -> Key:
    parts = value.split(":", 4)
    if len(parts) != 5 or parts[0] != KEY or not (parts[1] + parts[2]).isdecimal():
        raise RegisterError(
            f"column 'key' is {value!r:.60}; only rows that were exported can be corrected: restore it, or take the "
            "row away"
        )
    return Key(parts[4], int(parts[1]), int(parts[2]), parts[3])


def _words(content: str, key: Key) -> str:
    """The first piece of the content, as exported: proven by its digest."""
    for whole in (armed(content), unescaped(content)):
        words = whole[: key.end - key.start]
        if digest(words) == key.digest:
            return words
    raise RegisterError(
        f"column 'content' is not what was exported ({content[:30]!r}); save the table in UTF-8 and leave the content "
        "as it is, or judge this one with: wortlaut people judge"
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RegisterError(f"{path} cannot be read ({error.strerror}); give the table that was corrected") from error


def _decoded(data: bytes) -> str:
    """What spreadsheets write: UTF-8 with or without a mark, UTF-16 with one, else the Windows code page."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """What divides the names of the header."""
    head = text[: text.find("\n")] if "\n" in text else text
    return max(",;\t", key=head.count)
