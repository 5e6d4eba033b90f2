"""Apps with accounts, for the tests: quick passwords, browsers that have logged in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.testclient import TestClient

from tests.desk.clocks import QUICK
from tests.web.conftest import served
from wortlaut.archive import Archive
from wortlaut.desk.accounts import Accounts
from wortlaut.serving.settings import Settings

WORDS = {"chef": "zwei Möwen auf dem Steg", "eva": "drei Kähne im Nebel", "olaf": "vier Türme ohne Uhr"}
ROLES = {"chef": "admin", "eva": "editor", "olaf": "reader"}


def fill(path: str) -> None:
    """An administrator, an editor, a reader."""
    with Archive.open(path) as archive:
        for name, password in WORDS.items():
            Accounts(archive, hasher=QUICK).add(name, ROLES[name], password)


@contextmanager
def browser(path: str, name: str | None = None, *, url: str | None = None) -> Iterator[TestClient]:
    """A browser of an app with accounts, logged in as somebody or nobody; it is closed at the end."""
    with served(Settings(path, accounts=True, url=url)) as client:
        if name is not None:
            answer = enter(client, name, prefix=Settings(path, accounts=True, url=url).prefix)
            assert answer.status_code == 303, answer.text
        yield client


def token(client: TestClient, on: str) -> str:
    """The token of the forms on a page."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get(on).text)
    assert found, f"no form with a token on {on}"
    return found[1]


def enter(client: TestClient, name: str, password: str | None = None, *, prefix: str = "", **more: str):
    """Send the form of the login."""
    data = {"name": name, "password": password or WORDS[name], "to": "/", **more}
    return client.post(f"{prefix}/login", data={"csrf": token(client, f"{prefix}/login"), **data})
