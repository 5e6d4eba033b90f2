"""An archive of a few articles, and who asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.served import ROOT, serve
from tests.archive.articles import several
from wortlaut.archive import Archive


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """`tests.archive.articles.several`."""
    with filled(tmp_path_factory.mktemp("api")) as made:
        yield made


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Archive]:
    """The same, for tests that change it."""
    with filled(tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def client(archive: Archive) -> TestClient:
    """Asks without accounts; addresses begin behind `/api/v1`."""
    asker = serve(archive).client()
    asker.base_url = asker.base_url.join(f"{ROOT}/")
    return asker


def filled(folder: Path) -> Archive:
    made = Archive.open(str(folder / "news.db"), create=True)
    assert len(list(made.add_all(several()))) == 5
    return made
