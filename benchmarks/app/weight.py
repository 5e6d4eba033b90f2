"""What the start page weighs with all that it loads, and when it is first seen in a headless Chromium."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.app.browser import chromium
from benchmarks.app.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

TIMES = 7  # each with nothing kept from the time before; the median counts
_PAINT = """() => {
  const seen = Object.fromEntries(performance.getEntriesByType('paint').map(one => [one.name, one.startTime]));
  const way = performance.getEntriesByType('navigation')[0];
  return {first: seen['first-contentful-paint'] ?? 0, answered: way.responseEnd, loaded: way.loadEventEnd};
}"""


@dataclass
class Weight:
    """Bytes as they were sent, with headers, by address; milliseconds from the click on, the median."""

    page: str
    files: dict[str, int] = field(default_factory=dict)
    paint_ms: float = 0.0
    answered_ms: float = 0.0
    loaded_ms: float = 0.0
    paints_ms: list[float] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        return sum(self.files.values())


def weigh(served: Served, path: str = "/", times: int = TIMES) -> Weight:
    """Load a page with an empty cache, several times."""
    weight = Weight(path)
    seen = []
    with chromium() as browser:
        for _ in range(times):
            context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 800})
            page = context.new_page()
            weight.files = {}
            _listen(context.new_cdp_session(page), weight.files)
            page.goto(served.url + path, wait_until="load")
            seen.append(_painted(page))
            context.close()
    weight.paints_ms = [round(one["first"], 1) for one in seen]
    weight.paint_ms = statistics.median(weight.paints_ms)
    weight.answered_ms = round(statistics.median(one["answered"] for one in seen), 1)
    weight.loaded_ms = round(statistics.median(one["loaded"] for one in seen), 1)
    return weight


def _painted(page: Page) -> dict[str, float]:
    """When the page was seen; asked again and again, for its policy forbids what would wait for it."""
    for _ in range(100):
        seen: dict[str, float] = page.evaluate(_PAINT)
        if seen["first"] and seen["loaded"]:
            break
        page.wait_for_timeout(50)
    return seen


def _listen(session: CDPSession, files: dict[str, int]) -> None:
    """Note what each request brings; bytes as they came over the wire."""
    names: dict[str, str] = {}
    session.on("Network.requestWillBeSent", lambda e: names.update({e["requestId"]: e["request"]["url"]}))
    session.on(
        "Network.loadingFinished",
        lambda e: files.update({names.get(e["requestId"], e["requestId"]): int(e["encodedDataLength"])}),
    )
    session.send("Network.enable")


def table(some: list[Weight]) -> str:
    """In Markdown."""
    lines = [
        "| page | bytes sent | files | first paint ms | answered ms | loaded ms |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines.extend(
        f"| {one.page} | {one.bytes:,} | {len(one.files)} | {one.paint_ms:.0f} "
        f"({min(one.paints_ms):.0f}–{max(one.paints_ms):.0f}) | {one.answered_ms:.0f} | {one.loaded_ms:.0f} |"
        for one in some
    )
    files = sorted(some[0].files.items(), key=lambda one: -one[1])
    lines += ["", *(f"- {size:,} {name.split('/', 3)[-1]}" for name, size in files)]
    return "\n".join(lines)
