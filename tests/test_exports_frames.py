"""exports/frames.py: frames of polars and pandas, and Parquet as pyarrow, polars and pandas read it."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas
import polars
import pyarrow.parquet
import pytest
from hypothesis import given

from tests.test_exports_rows import ADDED, archives, each_hostile, few, hostile, kept
from wortlaut.errors import MissingExtraError
from wortlaut.exports.cells import in_utf8
from wortlaut.exports.frames import to_pandas, to_polars, write_parquet
from wortlaut.exports.rows import COLUMNS, frame_rows
from wortlaut.kept import Kept


def test_polars_has_typed_columns() -> None:
    frame = to_polars([kept(), kept(18)])
    assert tuple(frame.columns) == COLUMNS
    assert frame["content"].to_list() == [row.content for row in frame_rows([kept(), kept(18)])]
    assert frame["added"].to_list() == [ADDED] * 10
    assert frame["person_number"].to_list()[:5] == [7, 7, None, 9, 7]
    types = {name: frame.schema[name] for name in ("article", "score", "asserted", "added", "story", "kind")}
    assert types == {
        "article": polars.Int64, "score": polars.Float64, "asserted": polars.Boolean, "story": polars.Int64,
        "added": polars.Datetime("us", "UTC"), "kind": polars.String,
    }  # fmt: skip


def test_pandas_has_typed_columns() -> None:
    frame = to_pandas([kept()])
    assert tuple(frame.columns) == COLUMNS
    assert str(frame["person_number"].dtype) == "Int64"
    assert frame["asserted"].dtype == bool
    assert list(frame["added"]) == [pandas.Timestamp(ADDED)] * 5
    assert frame.groupby("person")["score"].count().to_dict() == {"Ute Kamp": 3, "Der Kämmerer": 1}


@pytest.mark.parametrize("make", [to_polars, to_pandas])
def test_an_empty_archive_has_columns(make) -> None:
    frame = make([])
    assert (len(frame), tuple(frame.columns)) == (0, COLUMNS)
    assert str(to_pandas([])["story"].dtype) == "Int64"


def test_pyarrow_polars_and_pandas_read_the_parquet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wortlaut.exports.frames.BATCH", 4)
    path = tmp_path / "a.parquet"
    write_parquet([kept(), kept(18)], path)
    file = pyarrow.parquet.ParquetFile(path)
    assert file.metadata.num_rows == 10
    assert file.metadata.num_row_groups > 1
    assert file.read().column("content").to_pylist() == to_polars([kept(), kept(18)])["content"].to_list()
    assert polars.read_parquet(path).equals(to_polars([kept(), kept(18)]))
    assert list(pandas.read_parquet(path)["article"]) == [17] * 5 + [18] * 5
    assert [one.name for one in tmp_path.iterdir()] == ["a.parquet"]


def test_an_empty_parquet_has_its_columns(tmp_path: Path) -> None:
    write_parquet([], tmp_path / "a.parquet")
    assert tuple(pyarrow.parquet.read_schema(tmp_path / "a.parquet").names) == COLUMNS


@each_hostile
def test_hostile_words_come_back(tmp_path: Path, words: str) -> None:
    write_parquet([hostile(words)], tmp_path / "a.parquet")
    table = pyarrow.parquet.read_table(tmp_path / "a.parquet")
    for column in ("content", "person", "title", "source"):
        assert table.column(column).to_pylist()[0] == in_utf8(words)
    assert list(to_pandas([hostile(words)])["title"]) == [in_utf8(words)] * 2


@few
@given(archives())
def test_any_archive_is_a_frame(archive: list[Kept]) -> None:
    frame = to_polars(archive)
    rows = list(frame_rows(archive))
    assert frame["content"].to_list() == [in_utf8(row.content) for row in rows]
    assert frame["utterance"].to_list() == [row.utterance for row in rows]


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"wortlaut\[tables\]"):
        write_parquet([], tmp_path / "a.parquet")
    with pytest.raises(MissingExtraError, match=r"wortlaut\[pandas\]"):
        to_pandas([])
