"""giving.py: an archive given out as a stream."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.running import running
from tests.api.served import ROOT, serve
from wortlaut import Client, WortlautError
from wortlaut.api import giving
from wortlaut.api.questions import Exporting
from wortlaut.archive import Archive
from wortlaut.exports import FORMATS, write
from wortlaut.serving import streams

TEXTS = [name for name, one in FORMATS.items() if one.pieces]


def test_every_format_can_be_had() -> None:
    assert Exporting.model_json_schema()["properties"]["format"]["enum"] == list(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_each_comes_with_its_media_type_and_name(client: TestClient, name: str) -> None:
    answer = client.get("export", params={"format": name})
    known = FORMATS[name]
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == known.media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="wortlaut{known.suffix}"'
    assert "no-store" in answer.headers["cache-control"]
    assert answer.content


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_what_the_command_writes(client: TestClient, archive: Archive, name: str, tmp_path: Path) -> None:
    for versions in (False, True):
        write(archive.kept(versions_too=versions), name, tmp_path / "out")
        answer = client.get("export", params={"format": name, "versions": str(versions).lower()})
        assert answer.content == (tmp_path / "out").read_bytes()


def test_a_workbook_can_be_opened(client: TestClient) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(client.get("export?format=xlsx").content))
    assert book.worksheets[0].max_row == 9


def test_parquet_and_cas_can_be_opened(client: TestClient) -> None:
    import polars

    assert polars.read_parquet(io.BytesIO(client.get("export?format=parquet").content)).height == 8
    names = zipfile.ZipFile(io.BytesIO(client.get("export?format=cas").content)).namelist()
    assert len(names) == 5


def rows(client: TestClient, **asked: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get("export", params={"format": "csv", **asked}).text)))


def test_filters_narrow_an_export(client: TestClient) -> None:
    assert len(rows(client)) == 8
    assert {one["person"] for one in rows(client, person="Brandt")} == {"Eva Brandt"}
    assert len(rows(client, person="Brandt")) == 3
    assert len(rows(client, person="Brandt", copies="false")) == 2
    assert len(rows(client, copies="false")) == 6
    assert {one["kind"] for one in rows(client, kind="indirect")} == {"indirect"}
    assert rows(client, q="Werft", outlet="Nirgendwo") == []
    only = [json.loads(line) for line in client.get("export?format=jsonl&q=Schule").text.splitlines()]
    assert [one["archive"]["article"] for one in only] == [2]


def test_it_streams(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are asked for while the first bytes are on their way."""
    monkeypatch.setattr(streams, "_TOGETHER", 1)
    taken: list[int] = []

    def kept(*_: object) -> Iterator[object]:
        for one in archive.kept():
            taken.append(one.article)
            yield one

    monkeypatch.setattr(giving, "_kept", kept)
    stream = giving._stream(kept(), FORMATS["jsonl"])  # type: ignore[arg-type]
    pieces = iter(stream)
    assert next(pieces) and len(taken) < 4
    assert sum(1 for _ in pieces) == 3 and len(taken) == 4


def test_only_some_are_made_at_once(client: TestClient) -> None:
    held = [giving._stream(iter(()), FORMATS["csv"]) for _ in range(giving.AT_ONCE)]
    refused = client.get("export?format=csv")
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "60")
    del held
    for _ in range(2 * giving.AT_ONCE):
        assert client.get("export?format=csv").status_code == 200


def test_a_place_is_given_back_when_nobody_wants_it_any_more(archive: Archive) -> None:
    for _ in range(2 * giving.AT_ONCE):
        left = iter(giving._stream(archive.kept(), FORMATS["jsonl"]))
        next(left)
        del left


class Failing:
    """An archive that fails in the beginning, or in the middle."""

    url = "failing"

    def __init__(self, archive: Archive, after: int) -> None:
        self._archive = archive
        self._after = after

    def kept(self, *, versions_too: bool = False) -> Iterator[Any]:
        for number, one in enumerate(self._archive.kept(versions_too=versions_too)):
            if number == self._after:
                raise RuntimeError("secret words")
            yield one


def test_what_fails_in_the_beginning_is_a_problem(archive: Archive) -> None:
    for name in ("jsonl", "xlsx"):
        answer = serve(Failing(archive, 0)).client().get(f"{ROOT}/export?format={name}")
        assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")


def test_what_fails_midway_does_not_look_whole(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_TOGETHER", 1)
    with running(serve(Failing(archive, 2)).app) as url:
        got = Client(url).export("jsonl")
        assert json.loads(next(got))["archive"]["article"] == 2
        with pytest.raises(WortlautError, match="before its end"):
            list(got)


def test_a_missing_package_is_said(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "openpyxl", None)
    answer = client.get("export?format=xlsx")
    assert answer.status_code == 503 and "wortlaut[tables]" in answer.json()["detail"]
