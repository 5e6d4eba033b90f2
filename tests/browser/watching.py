"""Visit: a window of the browser, and all that went wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from benchmarks.app.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, Response

DESKTOP, PHONE = (1280, 900), (390, 844)
# A violation of the policy is told to the page, too; the console alone could be missed.
_LISTEN = (
    "window.__refused = [];"
    "document.addEventListener('securitypolicyviolation', e => "
    "window.__refused.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));"
)


class Visit:
    """One reader's window; `page` is Playwright's. `close()` tells what should not have happened.

    Errors of the console and of scripts, violations of the policy, dialogs, requests to elsewhere, answers of 4xx
    and 5xx that the test did not ask for.
    """

    def __init__(
        self,
        browser: Browser,
        served: Served,
        *,
        phone: bool = False,
        script: bool = True,
        language: Literal["de", "en"] = "de",
        dark: bool = False,
    ) -> None:
        width, height = PHONE if phone else DESKTOP
        self.served = served
        self.problems: list[str] = []
        self.expected: set[int] = set()  # statuses of answers that the test asked for
        self._script = script
        self._context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=script, has_touch=phone,
            locale={"de": "de-DE", "en": "en-GB"}[language], color_scheme="dark" if dark else "light",
            timezone_id="Europe/Berlin", reduced_motion="reduce", accept_downloads=True,
        )  # fmt: skip
        self._context.set_default_timeout(10_000)
        if script:
            self._context.add_init_script(_LISTEN)
        self._context.on("request", self._request)
        self._context.on("response", self._response)
        self._context.on("page", self._page)
        self.page: Page = self._context.new_page()

    def go(self, path: str, *, status: int = 200) -> Response | None:
        """Open a page of the server, whole."""
        self.expected.add(status)
        answer = self.page.goto(self.served.url + path, wait_until="load")
        assert answer is None or answer.status in (status, 304), f"{path}: {answer.status}: {answer.text()[:300]}"
        return answer

    def follow(self, link: Locator) -> None:
        """Click what leads to another page, and wait until that is whole."""
        with self.page.expect_navigation(wait_until="load"):
            link.click()

    @property
    def path(self) -> str:
        """Path and query of the page that is open."""
        return self.page.url.removeprefix(self.served.url)

    @property
    def text(self) -> str:
        """All words of a page, also those that are folded away, with plain blanks."""
        words = self.page.locator("main").text_content() or ""
        return words.replace("\u00a0", " ").replace("\u202f", " ")

    def overflow(self) -> list[str]:
        """What stands out of the window at the side, so that the page could be scrolled sideways."""
        found: list[str] = self.page.evaluate(_OVERFLOW)
        return found

    def close(self) -> list[str]:
        """End it; what went wrong."""
        if self._script and not self.page.is_closed():
            self.problems += [f"{self.path}: refused by the policy: {one}" for one in self._refused()]
        self._context.close()
        return self.problems

    def _refused(self) -> list[str]:
        try:
            found: list[str] = self.page.evaluate("window.__refused || []")
        except Exception:  # a download or an empty window
            return []
        return found

    def _page(self, page: Any) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: error of a script: {error}"))
        page.on("dialog", lambda dialog: self._dialog(page.url, dialog))

    def _dialog(self, url: str, dialog: Any) -> None:
        self.problems.append(f"{url}: dialog: {dialog.message[:200]}")
        dialog.dismiss()

    def _console(self, message: ConsoleMessage) -> None:
        asked_for = any(f"status of {status}" in message.text for status in self.expected)
        if message.type in ("error", "warning") and not asked_for:
            self.problems.append(f"{message.page.url if message.page else ''}: console: {message.text[:300]}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.served.url + "/", "data:", "blob:", "about:")):
            self.problems.append(f"a request to elsewhere: {request.url[:200]}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.problems.append(f"{response.url}: {response.status}")


_OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = one => {
    for (let up = one; up && up !== document.body; up = up.parentElement)
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true;
    return false;
  };
  const out = [...document.body.querySelectorAll('*')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > width + 1 && !scrolls(one);
  });
  const named = out.slice(0, 5).map(one => one.tagName + '.' + one.getAttribute('class') + ' ' +
    Math.round(one.getBoundingClientRect().right) + '>' + width + ' ' + one.textContent.trim().slice(0, 40));
  return named.length ? named : ['scrollWidth ' + document.documentElement.scrollWidth + '>' + width];
}"""
