"""Review in a browser: by keyboard alone, by mouse, by touch, without script."""

from __future__ import annotations

import re
import time

from tests.browser.conftest import Opened
from tests.browser.watching import Visit


def _address(one: Visit) -> str:
    return one.page.locator("#item a").inner_text()


def _chosen(one: Visit) -> str:
    """The words that are marked as the content."""
    return " ".join(one.page.locator("#words .w.in").all_inner_texts())


def test_one_key_a_statement(change: Opened) -> None:
    """Accept, refuse, skip: each takes one key, and the next statement is there."""
    one = change("/review")
    seen = [_address(one)]
    for key in ("j", "n", "s", "Enter"):
        began = time.monotonic()
        with one.page.expect_navigation():
            one.page.keyboard.press(key)
        one.page.locator("#item").wait_for()
        assert time.monotonic() - began < 5, "a statement in under five seconds"
        assert one.page.locator("main .notice").count() == 1
        seen.append(_address(one))
    assert len(set(seen)) == 5, "each time another one"
    assert one.page.evaluate("document.activeElement.id") == "item", "the next one has the focus"
    with one.page.expect_navigation():
        one.page.keyboard.press("u")
    assert _address(one) == seen[3], "what was judged last is there again"


def test_span_kind_and_person_are_corrected_by_keyboard(change: Opened) -> None:
    one = change("/review?queue=lowest")
    address, before = _address(one), _chosen(one)
    one.page.keyboard.press("w")
    one.page.keyboard.press("ArrowLeft")
    shorter = _chosen(one)
    assert before.startswith(shorter) and shorter != before
    one.page.keyboard.press("Shift+ArrowRight")
    assert _chosen(one) != shorter and shorter.endswith(_chosen(one))
    one.page.keyboard.press("Escape")
    assert _chosen(one) == before, "as it was read"
    one.page.keyboard.press("w")
    one.page.keyboard.press("ArrowLeft")
    one.page.locator("#item").focus()
    one.page.keyboard.press("3")
    assert one.page.locator("input[name=kind]:checked").get_attribute("data-key") == "3"
    one.page.keyboard.press("p")
    one.page.keyboard.press("Control+a")
    one.page.keyboard.type("Wiebke Ahlrichs")
    with one.page.expect_navigation():
        one.page.keyboard.press("Enter")
    one.go(f"/statements/{address}")
    assert "Wiebke Ahlrichs" in one.text and shorter.split()[-1].strip(".,„“") in one.text
    one.go("/review")
    with one.page.expect_navigation():
        one.page.keyboard.press("u")
    one.go(f"/statements/{address}")
    assert "Wiebke Ahlrichs" not in one.text


def test_keys_do_nothing_while_somebody_writes(change: Opened) -> None:
    one = change("/review")
    address = _address(one)
    one.page.locator("#person").focus()
    one.page.keyboard.type("jnsu")
    one.page.wait_for_timeout(300)
    assert _address(one) == address and one.page.locator("#person").input_value().startswith("jnsu")


def test_keys_can_be_switched_off(change: Opened) -> None:
    """WCAG 2.1.4: keys of one letter may disturb who speaks to the computer."""
    one = change("/review")
    address = _address(one)
    one.page.locator("#help summary").click()
    one.page.locator("#keys").uncheck()
    one.page.locator("#item").focus()
    one.page.keyboard.press("j")
    one.page.wait_for_timeout(300)
    assert _address(one) == address
    one.page.reload()
    one.page.keyboard.press("j")
    one.page.wait_for_timeout(300)
    assert _address(one) == address, "that is remembered"


def test_a_span_is_chosen_by_mouse(change: Opened) -> None:
    one = change("/review")
    words = one.page.locator("#words .w")
    first, last = words.nth(1).bounding_box(), words.nth(4).bounding_box()
    assert first and last
    one.page.mouse.move(first["x"] + 1, first["y"] + first["height"] / 2)
    one.page.mouse.down()
    one.page.mouse.move(last["x"] + last["width"] - 1, last["y"] + last["height"] / 2, steps=6)
    one.page.mouse.up()
    one.page.wait_for_timeout(400)
    assert _chosen(one).split() == " ".join(words.nth(n).inner_text() for n in range(1, 5)).split()


def test_review_on_a_phone(change: Opened) -> None:
    one = change("/review", phone=True)
    assert not one.overflow()
    address = _address(one)
    for name in ("said", "none", "skip"):
        box = one.page.locator(f"button[value={name}]").bounding_box()
        assert box and box["height"] >= 36, "a thumb hits it"
    with one.page.expect_navigation():
        one.page.locator("button[value=said]").tap()
    assert _address(one) != address


def test_review_without_script(change: Opened) -> None:
    one = change("/review", script=False)
    address = _address(one)
    one.page.locator("#span summary").click()
    end = one.page.locator("select[name=end] option").all()
    chosen = one.page.locator("select[name=end] option[selected]").get_attribute("value")
    earlier = [str(option.get_attribute("value")) for option in end]
    one.page.locator("select[name=end]").select_option(earlier[max(0, earlier.index(str(chosen)) - 1)])
    one.page.locator("input[name=kind]").nth(1).check()
    one.follow(one.page.locator("button[value=said]"))
    assert _address(one) != address
    one.follow(one.page.locator("form[action='/review/undo'] button").first)
    assert _address(one) == address


def test_precision_is_measured_on_a_random_sample(change: Opened) -> None:
    one = change("/review?queue=random&draw=1")
    one.page.locator("input[name=size]").fill("4")
    one.follow(one.page.locator("form[action='/review/sample'] button"))
    while one.page.locator("#judging").count():  # one of them may have been judged before
        with one.page.expect_navigation():
            one.page.keyboard.press("j")
    one.go("/review/quality")
    text = (one.page.locator("main").text_content() or "").replace("\u00a0", " ")
    assert re.search(r"\d+ %.*\d / 4", text, re.DOTALL)
    assert one.page.locator("main svg").count() >= 1
