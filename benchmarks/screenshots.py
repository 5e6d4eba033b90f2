"""`python -m benchmarks.screenshots [--folder FOLDER] [--png] [PAGE …]`: pictures of every page, for the docs.

A server shows the example archive, on which some work was done; Chromium looks at each page as on a desk, in the dark and
on a phone. The dates are fixed, so the same pages give the same pictures. WebP, as Chromium itself packs it.
"""

from __future__ import annotations

import argparse
import base64
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.app.browser import chromium
from benchmarks.app.served import Served
from benchmarks.example import fill
from benchmarks.example_work import work
from tests.browser.places import Places, places
from wortlaut.archive import Archive

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).parents[1] / "docs/images/app"
PORT = "8765"  # stands in links
QUALITY = 0.8  # of WebP: letters stay sharp
_PACK = """async ([png, quality]) => {
  const picture = new Image();
  picture.src = 'data:image/png;base64,' + png;
  await picture.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.width, picture.height];
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas.toDataURL('image/webp', quality).split(',')[1];
}"""


@dataclass(frozen=True)
class Look:
    """How it is looked at: size of the window, and how far down a picture goes."""

    name: str
    width: int
    height: int
    most: int
    dark: bool = False


LOOKS = (Look("desktop", 1280, 900, 1_200), Look("dark", 1280, 900, 1_000, dark=True), Look("phone", 390, 844, 1_500))


def shown(there: Places) -> Mapping[str, str]:
    """The pages that are shown."""
    every = there.all()
    names = ("start", "article", "statement", "search-words", "people", "person", "check-altered", "review", "quality",
             "sources", "add")  # fmt: skip
    found = {name.partition("-")[0]: every[name] for name in names}
    return {**found, "changes": f"{there.changed}/changes?from=1&to=2", "copies": f"{there.first}/copies",
            "merge": f"{there.landrat}/merge?q=Imke"}  # fmt: skip


@contextmanager
def example() -> Iterator[tuple[Served, Places]]:
    """A server on the example archive, with some work done on it."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "beispiel.db")
        fill(path)
        with Archive.open(path) as archive:
            work(archive)
        with Served(path, "--no-work", "--quiet", "--port", PORT) as served:
            yield served, places(path)


def take(browser: Browser, served: Served, path: str, look: Look) -> bytes:
    """A picture as PNG."""
    context = browser.new_context(
        viewport={"width": look.width, "height": look.height}, locale="de-DE", timezone_id="Europe/Berlin",
        color_scheme="dark" if look.dark else "light", reduced_motion="reduce", has_touch=look.name == "phone",
    )  # fmt: skip
    try:
        page = context.new_page()
        page.goto(served.url + path, wait_until="load")
        height = min(look.most, page.evaluate("document.documentElement.scrollHeight"))
        page.set_viewport_size({"width": look.width, "height": height})
        return page.screenshot(animations="disabled", caret="hide", scale="css")
    finally:
        context.close()


def packed(page: Page, png: bytes) -> bytes:
    """The same as WebP."""
    return base64.b64decode(page.evaluate(_PACK, [base64.b64encode(png).decode(), QUALITY]))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screenshots", description=__doc__)
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="default: all")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--png", action="store_true", help="as PNG, larger")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with example() as (served, there), chromium() as browser:
        packer = browser.new_page()
        for name, path in shown(there).items():
            for look in LOOKS if not given.pages or name in given.pages else ():
                png = take(browser, served, path, look)
                data = png if given.png else packed(packer, png)
                target = given.folder / f"{name}-{look.name}.{'png' if given.png else 'webp'}"
                target.write_bytes(data)
                print(f"{target.name} {len(data) // 1000} KB")


if __name__ == "__main__":
    main()
