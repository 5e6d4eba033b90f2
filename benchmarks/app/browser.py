"""Debian's Chromium without a window, that talks to nobody by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROGRAM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --force-color-profile=srgb "
    "--font-render-hinting=none --lang=de"
).split()


def missing() -> str | None:
    """Why no browser can be started here, as a reason to skip; None where one can."""
    if not PROGRAM.exists():
        return f"no {PROGRAM}: apt-get install chromium"
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "no playwright: pip install playwright"
    return None


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, ended behind it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(PROGRAM), args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()
