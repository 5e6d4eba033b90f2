"""Rows of CSV and lines of JSON Lines, one source each."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from wortlaut.errors import InputError
from wortlaut.intake.decoding import line_decoder
from wortlaut.intake.given import Columns
from wortlaut.intake.keys import web_key
from wortlaut.intake.originals import ROW, row_bytes
from wortlaut.intake.source import Source, problem
from wortlaut.intake.unpacking import Place, narrow

MAX_LINE = 16_000_000  # bytes; four million code points, the longest article that is read, with room to spare
MAX_FIELD = 10_000_000  # code points of a cell
MAX_PROBLEMS = 1_000  # rows at the beginning that may all be wrong before the rest is given up
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 1 << 20  # bytes


class _Lines:
    """The lines of a stream as text, from the first; one that is too long raises InputError, and the next follows."""

    def __init__(self, stream: io.BufferedReader, place: Place) -> None:
        self._stream, self._place = narrow(stream), place
        self._decode = line_decoder(self._stream.peek(_SAMPLE)[:_SAMPLE])
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(MAX_LINE + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > MAX_LINE:
            self._skip()
            raise InputError(f"the line is longer than {MAX_LINE // 1_000_000} MB; an article is never so long")
        text = self._decode(line)
        return text.removeprefix("\ufeff") if self.number == 1 else text

    def _skip(self) -> None:
        while (part := self._stream.readline(MAX_LINE)) and not part.endswith(b"\n"):
            pass


def json_lines(stream: io.BufferedReader, place: Place, columns: Columns) -> Iterator[Source]:
    """The sources of JSON Lines; a line that is a Wortlaut record gives its article."""
    lines = _Lines(stream, place)

    def read_next() -> Source | None:
        line = next(lines).strip()
        return _from_json(line, _Row(place, lines.number), columns) if line else None

    yield from _each(read_next, lines, place)


def csv_rows(stream: io.BufferedReader, place: Place, columns: Columns) -> Iterator[Source]:
    """The sources of CSV with a line of names at its head; the delimiter is found out."""
    lines = _Lines(stream, place)
    try:
        header = _header(lines, columns)
        positions = _positions(header.names, columns, "column")
    except StopIteration:
        yield problem(place.name, "it is empty; name a table with a line of column names", key=place.key)
        return
    except (InputError, csv.Error) as error:
        yield problem(place.name, f"line {lines.number}: {error}", key=place.key)
        return
    reader = csv.reader(lines, delimiter=header.delimiter, strict=True)

    def read_next() -> Source | None:
        row = _Row(place, lines.number + 1)
        cells = _next_cells(reader)
        if any(cell.strip() for cell in cells[len(header.names) :]):
            raise InputError(f"it has {len(cells)} cells, but there are {len(header.names)} columns; mend its quotes")
        return row.source(cells, positions) if any(cell.strip() for cell in cells) else None

    yield from _each(read_next, lines, place)


def is_table(stream: io.BufferedReader, place: Place, columns: Columns) -> bool | None:
    """Whether a CSV file has a column of articles; None where it has neither one nor a second line: it is no table."""
    lines = _Lines(stream, place)
    try:
        found = _header(lines, columns).has_articles(columns)
        if not found:
            next(lines)
    except (InputError, csv.Error, StopIteration):
        return None
    return found


@dataclass(frozen=True)
class _Header:
    """The names of a table's columns, and what stands between its cells."""

    names: tuple[str, ...]
    delimiter: str

    def has_articles(self, columns: Columns) -> bool:
        found = {name.strip().casefold() for name in self.names}
        return bool(found & {columns.text.casefold(), columns.html.casefold()})


@dataclass(frozen=True)
class _Row:
    """A row of a table by the number of its first line, from 1."""

    place: Place
    number: int

    def source(self, values: Sequence[object], positions: Mapping[str, int], record: object = None) -> Source:
        """Its source: `positions` says where a value stands. Raises InputError where there is no text."""
        known = {name: _plain(values[at], name) for name, at in positions.items() if at < len(values)}
        if not (known.get("text", "").strip() or known.get("html", "").strip()):
            raise InputError("it holds no text; fill its text or html, or leave the row out")
        address = known.get("url") or known.get("source") or ""
        mark = f"id={known['id']}" if known.get("id") else str(self.number)
        place = self.place.row(mark)
        data = row_bytes(known)
        if record is not None:
            data = b'{"article":%b,"wortlaut":1}' % data
        return Source(name=place.name, key=web_key(address) or place.key, data=data, media=ROW)


def _from_json(line: str, row: _Row, columns: Columns) -> Source:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise InputError(f"this is no JSON ({error}); each line must be one JSON object") from error
    if not isinstance(value, dict):
        raise InputError(f"this is no JSON object but {line[:40]!r}; each line must be one JSON object")
    record = value.get("wortlaut")
    if record is not None and isinstance(value.get("article"), dict):
        value, columns = value["article"], Columns()
    return row.source([*value.values()], _positions([*value], columns, "field"), record)


def _header(lines: _Lines, columns: Columns) -> _Header:
    """The head of a table, read with the delimiter that gives a column of articles, else the most columns."""
    line = next(lines)
    declared = re.fullmatch(r"sep=(.)\s*", line)  # as Excel writes it
    if declared or not line.strip():
        line = next(lines)
    tried = [
        _Header(tuple(next(csv.reader([line], delimiter=delimiter, strict=True))), delimiter)
        for delimiter in ([declared[1]] if declared else _DELIMITERS)
    ]
    return max(tried, key=lambda header: (header.has_articles(columns), len(header.names)))


def _positions(names: Sequence[str], columns: Columns, kind: str) -> dict[str, int]:
    """Where each known value stands. Raises InputError, naming what there is, where none is an article's text."""
    exact = {name: at for at, name in reversed([*enumerate(names)])}
    folded = {name.strip().casefold(): at for name, at in exact.items()}
    wanted = asdict(columns)
    found = {name: exact.get(column, folded.get(column.casefold(), -1)) for name, column in wanted.items()}
    found = {name: at for name, at in found.items() if at >= 0}
    if not {"text", "html"} & set(found):
        there = ", ".join(repr(name[:40]) for name in names[:20]) + (" ..." if len(names) > 20 else "")
        raise InputError(
            f"there is no {kind} {columns.text!r} or {columns.html!r}; the {kind}s are {there or 'none'}; say which "
            f"holds the text, for example --columns text={(names[0] if names else 'body')[:40]}"
        )
    return found


def _next_cells(reader: Iterator[list[str]]) -> list[str]:
    # the limit is one of the whole process, 131,072 by default: less than a long page has
    before = csv.field_size_limit(MAX_FIELD)
    try:
        return next(reader)
    finally:
        csv.field_size_limit(before)


def _plain(value: object, name: str) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and name not in ("text", "html"):
        return str(value)
    raise InputError(f"{name} is no text but {str(value)[:40]!r}")


def _each(read_next: Callable[[], Source | None], lines: _Lines, place: Place) -> Iterator[Source]:
    """What a table's reader gives, until it ends; a row that raises becomes a source that does."""
    bad, any_good = 0, False
    while bad < MAX_PROBLEMS or any_good:
        first = lines.number + 1
        try:
            source = read_next()
        except StopIteration:
            return
        except (InputError, csv.Error, ValueError, RecursionError) as error:
            bad += 1
            where = f"line {first}" + (f" to {lines.number}" if lines.number > first else "")
            what = "it is nested too deeply" if isinstance(error, RecursionError) else error
            yield problem(place.name, f"{where}: {what}", key=place.row(str(first)).key)
        else:
            any_good = any_good or source is not None
            if source is not None:
                yield source
    what = f"its first {bad:,} lines are all wrong, so the rest was not read; see --columns"
    yield problem(place.name, what, key=place.key)
