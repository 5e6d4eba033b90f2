"""Pages for the tests: a client of the whole app on a small archive; and archives on both databases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.archive.articles import several
from tests.archive.conftest import archive, second_url, server, url
from tests.desk.clocks import QUICK
from wortlaut.archive import Archive
from wortlaut.desk import accounts, logins
from wortlaut.serving.settings import Settings
from wortlaut.web.application import make_app

__all__ = ["archive", "second_url", "server", "url"]
ORIGIN = "http://127.0.0.1:8765"


@pytest.fixture
def filled(tmp_path: Path) -> str:
    """The address of an archive with a few articles (`tests.archive.articles.several`)."""
    path = str(tmp_path / "filled.db")
    with Archive.open(path, create=True) as made:
        for _ in made.add_all(several()):
            pass
    return path


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed in no time."""
    for module in (accounts, logins):
        monkeypatch.setattr(module, "argon2", lambda: QUICK)


@pytest.fixture
def held(filled: str) -> str:
    """The same archive with an administrator, an editor and a reader, see `tests.web.accounts`."""
    from tests.web.accounts import fill

    fill(filled)
    return filled


@pytest.fixture
def client(filled: str) -> Iterator[TestClient]:
    """A browser without accounts, in German; redirects are not followed."""
    with served(Settings(filled)) as browser:
        yield browser


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """The same on an archive in which nothing is."""
    path = str(tmp_path / "empty.db")
    Archive.open(path, create=True).close()
    with served(Settings(path)) as browser:
        yield browser


def served(settings: Settings) -> TestClient:
    """A browser of an app."""
    host = settings.root.removesuffix(settings.prefix)
    return TestClient(make_app(settings), base_url=host, follow_redirects=False, headers={"accept-language": "de"})


@pytest.fixture
def send(client: TestClient) -> Callable[..., object]:
    """Sends a form as the page at `on` would: `send("/add", on="/add", words="…")`."""

    def post(path: str, *, on: str = "/", files: object = None, **fields: object) -> object:
        return client.post(path, data={"csrf": token(client, on), **fields}, files=files)

    return post


def token(client: TestClient, on: str = "/") -> str:
    """The token of the forms on a page."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get(on).text)
    assert found, f"no form with a token on {on}"
    return found[1]
