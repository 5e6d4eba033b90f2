"""axe-core on every page, in both languages and both themes: no serious and no critical finding."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.places import Places
from tests.browser.test_every_page import NAMES
from tests.browser.watching import Visit

# WCAG 2.2 A and AA, and what axe calls best practice
_RUN = """async () => (await axe.run(document, {
  resultTypes: ['violations'], rules: {'target-size': {enabled: true}},
})).violations"""
BAD = ("serious", "critical")


@cache
def script() -> str:
    """axe itself, as the package axe-playwright-python brings it."""
    package = pytest.importorskip("axe_playwright_python")
    return (Path(package.__file__).parent / "axe.min.js").read_text("utf-8")


def found(one: Visit) -> list[dict[str, Any]]:
    """What axe finds on a page as it stands. It is put in by the debugger, past the page's policy."""
    one.page.evaluate(script())
    violations: list[dict[str, Any]] = one.page.evaluate(_RUN)
    return violations


def told(violations: list[dict[str, Any]], impacts: tuple[str, ...] = BAD) -> list[str]:
    """Findings in a line each: how bad, which rule, where, why."""
    return [
        f"{rule['impact']}: {rule['id']}: {node['target']}: {node['html'][:160]} {_why(node)}"
        for rule in violations
        if rule["impact"] in impacts
        for node in rule["nodes"][:3]
    ]


def _why(node: dict[str, Any]) -> str:
    return json.dumps([one["message"] for one in node["any"][:1]], ensure_ascii=False)[:300]


def test_it_finds_what_is_wrong(visit: Opened) -> None:
    """Without this all the tests below could be green for nothing."""
    one = visit("/search")
    one.page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=/></a><input name=a>')")
    assert {rule["id"] for rule in found(one)} >= {"link-name", "label"}


@pytest.mark.parametrize("language", ("de", "en"))
@pytest.mark.parametrize("name", NAMES)
def test_no_finding(name: str, language: str, visit: Opened, there: Places) -> None:
    one = visit(there.all()[name], language=language)
    bad = told(found(one))
    one.page.emulate_media(color_scheme="dark")
    bad += [f"dark: {line}" for line in told(found(one))]
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("name", ("start", "article", "statement", "search-words", "review"))
def test_no_finding_on_a_phone(name: str, visit: Opened, there: Places) -> None:
    one = visit(there.all()[name], phone=True)
    bad = told(found(one))
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("theme", ("light", "dark"))
def test_a_theme_that_was_chosen_is_as_good(theme: str, visit: Opened, there: Places) -> None:
    """Against what the system says."""
    one = visit(dark=theme == "light")
    one.page.locator("select[name=theme]").select_option(theme)
    one.follow(one.page.locator(".preferences button"))
    assert one.page.locator("html").get_attribute("data-theme") == theme
    for path in ("/", there.first, there.said, "/search?q=Hafen"):
        one.go(path)
        bad = told(found(one))
        assert not bad, "\n".join([path, *bad])
