"""`python -m tests.browser.survey [PAGE …]`: all that is wrong on each page, the lesser findings of axe-core too."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.app.browser import chromium
from benchmarks.app.served import Served
from benchmarks.example import fill
from tests.browser.places import places
from tests.browser.test_axe import found, told
from tests.browser.watching import Visit

IMPACTS = ("minor", "moderate", "serious", "critical")
WIDTHS = (1280, 640, 390, 320)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "beispiel.db")
        fill(path, small=True)
        with Served(path, "--no-work") as served, chromium() as browser:
            for name, address in places(path).all().items():
                if len(sys.argv) == 1 or name in sys.argv[1:]:
                    lines = dict.fromkeys(line for how in ("de", "en") for line in _one(browser, served, address, how))
                    print(f"## {name} {address}", *lines or ["  nothing"], sep="\n")


def _one(browser: object, served: Served, address: str, language: str) -> list[str]:
    one = Visit(browser, served, language=language)  # type: ignore[arg-type]
    try:
        one.go(address)
    except AssertionError as error:
        one.close()
        return [f"  {str(error)[:60]}"]
    lines = [f"  axe {line}" for line in told(found(one), IMPACTS)]
    one.page.emulate_media(color_scheme="dark")
    lines += [f"  axe {line}" for line in told(found(one), IMPACTS)]
    for width in WIDTHS:
        one.page.set_viewport_size({"width": width, "height": 900})
        lines += [f"  {width} px: {line}" for line in one.overflow()]
    return lines + [f"  {line}" for line in one.close()]


if __name__ == "__main__":
    main()
