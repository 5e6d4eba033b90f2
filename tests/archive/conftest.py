"""Archives for the tests: each test with `url` or `archive` runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import Server, missing
from wortlaut.archive import Archive

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One server for all tests; each takes a database of its own. Skipped where there is none."""
    if reason := missing():
        pytest.skip(reason)
    with Server(safe=False) as started:
        yield started


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database in which nothing is."""
    return empty(request, tmp_path)


@pytest.fixture
def archive(url: str) -> Iterator[Archive]:
    """An archive in which nothing is."""
    with Archive.open(url, create=True) as opened:
        yield opened


@pytest.fixture(params=DATABASES)
def second_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Another one, so that a test runs on all pairs of databases."""
    return empty(request, tmp_path, "second.db")


def empty(request: pytest.FixtureRequest, folder: Path, name: str = "archive.db") -> str:
    """The address of an empty database of the kind that a parametrised fixture asks for."""
    if request.param == "sqlite":
        return str(folder / name)
    started: Server = request.getfixturevalue("server")
    return started.database()
