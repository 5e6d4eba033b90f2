"""A real server on the example archive, and a real Chromium that notes everything that must not happen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.app.browser import chromium, missing
from benchmarks.app.served import Served
from tests.browser.places import Places, places
from tests.browser.watching import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Opened = Callable[..., Visit]
SCRIPT = pytest.mark.parametrize("script", (True, False), ids=("script", "no-script"))


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small example archive, not to be written to."""
    from benchmarks.example import fill

    path = tmp_path_factory.mktemp("example") / "beispiel.db"
    fill(str(path), small=True)
    return path


# For this folder alone: while Playwright runs, the thread has an event loop, and tests elsewhere begin their own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium; skipped where there is none."""
    if reason := missing():
        pytest.skip(reason)
    with chromium() as started:
        yield started


@pytest.fixture(scope="package")
def served(example: Path) -> Iterator[Served]:
    """For tests that only read."""
    with Served(str(example), "--no-work") as started:
        yield started


@pytest.fixture(scope="session")
def there(example: Path) -> Places:
    """Where what is in the example archive."""
    return places(str(example))


@pytest.fixture(scope="module")
def own(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on an archive that the tests of one file may change."""
    path = tmp_path_factory.mktemp("own") / "eigenes.db"
    shutil.copy(example, path)
    with Served(str(path)) as started:
        yield started


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Opened]:
    """Opens a browser's window on the server that is only read: `visit("/search", phone=True)`."""
    yield from visits(browser, served)


@pytest.fixture
def change(browser: Browser, own: Served) -> Iterator[Opened]:
    """The same on the server that may be changed."""
    yield from visits(browser, own)


def visits(browser: Browser, served: Served) -> Iterator[Opened]:
    """A fixture that opens windows on a server, and tells at its end what went wrong in them."""
    made: list[Visit] = []

    def opened(path: str = "/", **how: Any) -> Visit:
        one = Visit(browser, served, **how)
        made.append(one)
        one.go(path)
        return one

    yield opened
    problems = [problem for one in made for problem in one.close()]
    assert not problems, "\n".join(problems)
