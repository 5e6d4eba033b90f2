"""Statements as data frames of polars and pandas, and as Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from wortlaut.errors import MissingExtraError, OutputError
from wortlaut.exports.cells import in_utf8
from wortlaut.exports.rows import COLUMNS, Row, frame_rows
from wortlaut.kept import Kept

if TYPE_CHECKING:
    import pandas
    import polars

BATCH = 20_000  # statements of one row group; some 30 MB of memory
_WHOLE = ("content_start", "content_end", "article", "version", "story", "person_number", "utterance")
_REAL = ("score", "person_score")


def to_polars(kept: Iterable[Kept]) -> polars.DataFrame:
    """A frame with the columns of `Row`, one row a statement; null is what is not known.

    Whole numbers are Int64, scores Float64, `added` is a moment in UTC, `asserted` a truth value, all else text, in
    which a lone surrogate becomes U+FFFD. Raises MissingExtraError.
    """
    return _frame(frame_rows(kept))


def to_pandas(kept: Iterable[Kept]) -> pandas.DataFrame:
    """The same for pandas: whole numbers are Int64, which may be missing; texts that are missing are None or NaN."""
    try:
        import pandas
    except ImportError as error:
        raise MissingExtraError("pandas", "pandas") from error
    rows = [_values(row) for row in frame_rows(kept)]
    frame = pandas.DataFrame(rows, columns=list(COLUMNS))
    types = dict.fromkeys(_WHOLE, "Int64") | dict.fromkeys(_REAL, "float64") | {"asserted": "bool"}
    frame = frame.astype(types)
    frame["added"] = pandas.to_datetime(frame["added"], utc=True)
    return frame


def write_parquet(kept: Iterable[Kept], path: Path) -> None:
    """The frame as Parquet, in row groups, compressed with zstd. Memory holds one batch. Raises MissingExtraError.

    Batches are written beside the file first: polars has no writer that takes them one by one.
    """
    pl = _polars()
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        try:
            parts = list(_write_parts(frame_rows(kept), Path(folder)))
            if parts:
                pl.scan_parquet(parts).sink_parquet(path, row_group_size=BATCH)
            else:
                _frame([]).write_parquet(path)
        except pl.exceptions.PolarsError as error:
            raise OutputError(f"{path} was not written ({error}); is there room for twice its size?") from error


def _write_parts(rows: Iterator[Row], folder: Path) -> Iterator[Path]:
    for number in count():
        batch = list(islice(rows, BATCH))
        if not batch:
            return
        part = folder / f"{number:08}.parquet"
        _frame(batch).write_parquet(part)
        yield part


def _frame(rows: Iterable[Row]) -> polars.DataFrame:
    pl = _polars()
    types: dict[str, Any] = dict.fromkeys(COLUMNS, pl.String) | dict.fromkeys(_WHOLE, pl.Int64)
    types |= dict.fromkeys(_REAL, pl.Float64)
    types |= {"asserted": pl.Boolean, "added": pl.Datetime("us", "UTC")}
    frame: polars.DataFrame = pl.DataFrame(list(map(_values, rows)), schema=types, orient="row")
    return frame


def _values(row: Row) -> tuple[Any, ...]:
    values: Iterator[Any] = (getattr(row, name) for name in COLUMNS)
    return tuple(in_utf8(value) if isinstance(value, str) else value for value in values)


def _polars() -> Any:
    try:
        import polars
    except ImportError as error:
        raise MissingExtraError("polars", "tables") from error
    return polars
