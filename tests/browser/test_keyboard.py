"""Keyboard alone: everything can be reached, where one is can be seen, nothing holds one back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.places import Places

_FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  const box = one.getBoundingClientRect(), look = getComputedStyle(one);
  const ring = (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 1) || look.boxShadow !== 'none';
  window.__seen = window.__seen || new Map();
  if (!window.__seen.has(one)) window.__seen.set(one, window.__seen.size);
  return {number: window.__seen.get(one), kind: one.type ?? '', ring,
          seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
          what: one.outerHTML.slice(0, 120)};
}"""
# What a reader may act on and reaches with the tab key; of a group of radio buttons one.
_WAITING = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter(one => !one.disabled && one.type !== 'hidden' && one.type !== 'radio' && one.tabIndex >= 0)
  .filter(one => one.checkVisibility({visibilityProperty: true})).length"""
MOST = 400
_PARTS = {"date": 5}  # day, month, year and the calendar are steps of their own within a field


@pytest.mark.parametrize(
    "name", ("start", "article", "statement", "search-words", "person", "check-altered", "review", "sources", "add")
)  # fmt: skip
def test_everything_is_reached_and_seen(name: str, visit: Opened, there: Places) -> None:
    one = visit(there.all()[name])
    waiting = one.page.evaluate(_WAITING)
    assert waiting < MOST
    one.page.evaluate("document.activeElement.blur()")
    reached, last, stays = set(), -1, 0
    for _ in range(2 * waiting + 40):
        one.page.keyboard.press("Tab")
        now: dict[str, Any] | None = one.page.evaluate(_FOCUSED)
        if now is None or (now["number"] in reached and now["number"] != last):
            break  # past the last one, or again at the first
        if now["number"] == last:
            stays += 1
            assert stays < _PARTS.get(now["kind"], 1), f"the focus stays at {now['what']}"
            continue
        stays = 0
        assert now["ring"], f"where the focus is cannot be seen: {now['what']}"
        assert now["seen"], f"the focus is out of sight: {now['what']}"
        reached.add(now["number"])
        last = now["number"]
    assert len(reached) >= waiting, f"{len(reached)} of {waiting} are reached; the last is {now}"


def test_the_first_step_skips_to_the_content(visit: Opened, there: Places) -> None:
    one = visit(there.first)
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("document.activeElement.className") == "skip"
    one.page.keyboard.press("Enter")
    assert one.page.evaluate("document.activeElement.id") == "content"
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_search_by_keyboard_alone(visit: Opened) -> None:
    one = visit()
    one.page.locator("input[name=q]").first.focus()
    one.page.keyboard.type("Inseln")
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/search?*q=Inseln*")
    assert "Inseln" in one.page.locator("main").inner_text()
