"""Archives for the tests: each test with `url` or `archive` runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from tests.archive.behind import change
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
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database in which nothing is."""
    yield from _empty(request, tmp_path / "archive.db")


@pytest.fixture(params=DATABASES)
def second_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Another one, so that a test runs on all pairs of databases."""
    yield from _empty(request, tmp_path / "second.db")


@pytest.fixture
def archive(url: str) -> Iterator[Archive]:
    """An archive in which nothing is."""
    with Archive.open(url, create=True) as opened:
        yield opened


def _empty(request: pytest.FixtureRequest, path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield str(path)
        return
    started: Server = request.getfixturevalue("server")
    made = started.database()
    yield made
    name = make_url(made).database
    change(started.url(), f"DROP DATABASE {name} WITH (FORCE)")
