"""With accounts: nothing is shown to strangers, each sees what the role allows; and an archive in which nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.app.served import Served
from tests.browser.conftest import SCRIPT, Opened, visits
from tests.browser.test_axe import found, told
from tests.browser.watching import Visit
from wortlaut.archive import Archive
from wortlaut.desk.accounts import Accounts

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PASSWORD = "ein langes Losungswort 7"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with an administrator, on an empty archive."""
    path = str(tmp_path_factory.mktemp("guarded") / "leer.db")
    with Archive.open(path, create=True) as archive:
        Accounts(archive).add("ida", "admin", PASSWORD)
    with Served(path, "--accounts") as started:
        yield started


@pytest.fixture
def enter(browser: Browser, guarded: Served) -> Iterator[Opened]:
    yield from visits(browser, guarded)


def _log_in(one: Visit, name: str = "ida", password: str = PASSWORD) -> None:
    one.page.locator("input[name=name]").fill(name)
    one.page.locator("input[name=password]").fill(password)
    one.follow(one.page.locator("form[action='/login'] button"))


@SCRIPT
def test_strangers_see_the_login_alone(script: bool, enter: Opened) -> None:
    one = enter("/search?q=Hafen", script=script)
    assert one.path.startswith("/login") and one.page.locator("nav.sections").count() == 0
    one.expected.update((400, 401, 403))
    _log_in(one, password="falsch, aber lang genug")
    assert one.path.startswith("/login") and one.page.locator("#wrong, [role=alert]").count() == 1
    _log_in(one)
    assert one.path == "/search?q=Hafen", "one is where one wanted to be"
    one.follow(one.page.locator("form[action='/logout'] button"))
    one.go("/")
    assert one.path.startswith("/login")


@SCRIPT
def test_an_account_is_made_and_may_what_its_role_allows(script: bool, enter: Opened) -> None:
    one = enter("/admin", script=script)
    _log_in(one)
    name = f"leser-{'a' if script else 'b'}"
    form = one.page.locator("form[action='/admin']")
    form.locator("input[name=name]").fill(name)
    form.locator("select[name=role]").select_option("reader")
    form.locator("input[name=password]").fill(PASSWORD)
    one.follow(form.locator("button.main"))
    assert name in one.text
    other = enter("/", script=script)
    _log_in(other, name)
    assert other.page.locator("nav.sections a[href='/sources'], nav.sections a[href='/review']").count() == 0
    for path in ("/sources", "/add", "/review", "/admin"):
        other.go(path, status=403)


@SCRIPT
def test_a_token_is_shown_once(script: bool, enter: Opened) -> None:
    one = enter("/account", script=script)
    _log_in(one)
    form = one.page.locator("form[action='/account/tokens']")
    form.locator("input[name=name]").fill("Notizbuch")
    form.locator("input[name=scope]").first.check()
    one.follow(form.locator("button.main"))
    key = one.page.locator("#key")
    secret = key.input_value() if key.evaluate("one => 'value' in one") else key.inner_text()
    answer = one.page.request.get(
        f"{one.served.url}/api/v1/info", headers={"Authorization": f"Bearer {secret.strip()}"}
    )
    assert answer.ok
    one.go("/account")
    assert secret.strip() not in one.page.content()


@pytest.mark.parametrize("path", ("/login", "/", "/account", "/admin", "/admin/audit", "/reports"))
def test_pages_behind_the_login_have_no_finding(path: str, enter: Opened) -> None:
    one = enter(path)
    if path != "/login":
        _log_in(one)
        one.go(path)
    for width in (1280, 390, 320):
        one.page.set_viewport_size({"width": width, "height": 900})
        assert not one.overflow(), f"at {width} px"
    bad = told(found(one))
    one.page.emulate_media(color_scheme="dark")
    assert not [*bad, *told(found(one))]


@SCRIPT
def test_an_empty_archive_says_what_to_do_first(script: bool, tmp_path: Path, browser: Browser) -> None:
    path = str(tmp_path / "leer.db")
    Archive.open(path, create=True).close()
    with Served(path) as empty:
        one = Visit(browser, empty, script=script)
        one.go("/")
        one.page.locator("textarea[name=words]").fill("Lüttmoor. „Endlich steht hier etwas“, sagte Tomke Harms.")
        one.follow(one.page.locator("form:has(textarea) button"))
        assert "Endlich steht hier etwas" in one.text or "/jobs/" in one.path
        for name in ("/search", "/people", "/check", "/review", "/review/quality", "/sources"):
            one.go(name)
        assert not one.close()
