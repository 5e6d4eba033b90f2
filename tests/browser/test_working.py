"""What those do who work with an archive, with script and without: add, visit sources, say who is whom, keep reports.

The tests of this file share one server and follow each other.
"""

from __future__ import annotations

import re

from tests.browser.conftest import SCRIPT, Opened
from tests.browser.places import LOST, Places
from tests.browser.watching import Visit

PASTED = (
    "Lüttmoor. Der Gemeinderat hat den Bau der Schwimmhalle {} vertagt. „Wir bauen nicht auf Sand“, sagte "
    "Bürgermeisterin Tomke Harms am Dienstag. Die Kosten seien nicht gedeckt, erklärte Kämmerer Weert Onken."
)


def _read(one: Visit) -> None:
    """Wait until the work of a form is done and the article is shown."""
    one.page.wait_for_url(re.compile(r"/(articles|jobs)/\d+"), timeout=20_000)
    for _ in range(60):
        if "/articles/" in one.path:
            return
        link = one.page.locator("main a.main[href^='/articles/']")
        if link.count():
            one.follow(link)
            return
        one.page.wait_for_timeout(500)
        one.page.reload()
    raise AssertionError(f"it was not read: {one.text[:500]}")


@SCRIPT
def test_a_text_is_pasted_and_read_at_once(script: bool, change: Opened) -> None:
    one = change("/add", script=script)
    one.page.locator("textarea[name=words]").fill(PASTED.format("mit Script" if script else "ohne Script"))
    one.page.locator("form:has(textarea) input[name=outlet]").fill("Lüttmoorer Blatt")
    one.follow(one.page.locator("form:has(textarea) button"))
    _read(one)
    assert "Wir bauen nicht auf Sand" in one.text and "Tomke Harms" in one.text
    assert one.page.locator("main a[href^='/statements/']").count() >= 2


@SCRIPT
def test_files_are_uploaded(script: bool, change: Opened) -> None:
    one = change("/add", script=script)
    name = f"halle-{script}"
    one.page.locator("input[type=file]").set_input_files(
        [{"name": f"{name}.txt", "mimeType": "text/plain", "buffer": PASTED.format(f"als Datei {script}").encode()}]
    )
    one.follow(one.page.locator("form:has(input[type=file]) button"))
    _read(one)
    assert "Wir bauen nicht auf Sand" in one.text


@SCRIPT
def test_addresses_of_private_networks_are_refused_with_a_reason(script: bool, change: Opened) -> None:
    one = change("/add", script=script)
    for status in (400, 200):
        one.expected.add(status)
    one.page.locator("input[name=address]").fill(f"http://127.0.0.1:{one.served.port}/health")
    one.follow(one.page.locator("form:has(input[name=address]) button"))
    one.page.wait_for_url(re.compile(r"/(add|jobs)"), timeout=20_000)
    one.page.locator("main [role=alert], main .bad, main .messages").first.wait_for(timeout=20_000)
    assert "ok" not in one.text.split() and re.search(r"privat|öffentlich|dieses Rechners|public", one.text, re.I)


@SCRIPT
def test_what_is_missing_is_said_in_the_form(script: bool, change: Opened) -> None:
    one = change("/add", script=script)
    one.expected.add(400)
    one.page.locator("textarea[name=words]").fill("   ")
    one.follow(one.page.locator("form:has(textarea) button"))
    assert one.page.locator("textarea[aria-invalid=true]").count() == 1
    told = one.page.locator("textarea").get_attribute("aria-describedby") or ""
    assert one.page.locator(f"#{told.split()[-1]}").inner_text()


@SCRIPT
def test_a_feed_is_added_paused_and_removed(script: bool, change: Opened) -> None:
    one = change("/sources", script=script)
    address = f"https://tageblatt.example/feed-{script}.xml".lower()
    one.page.locator("input[name=address]").fill(address)
    one.follow(one.page.locator("form:has(input[name=address]) button"))
    assert address in one.text
    for action in ("pause", "resume"):
        one.follow(one.page.locator(f"form[action$='/{action}'] button").first)
        assert one.page.locator("main .notice").count() >= 1
    one.follow(one.page.locator("main a[href$='/remove']").first)
    assert address in one.text, "it asks before"
    one.follow(one.page.locator("main form button").first)
    assert one.page.locator("main form[action$='/pause']").count() == 0


@SCRIPT
def test_two_people_are_merged_after_a_preview_and_parted_again(script: bool, change: Opened, there: Places) -> None:
    one = change(f"{there.minister}/merge?q=Ministerin", script=script)
    one.follow(one.page.locator("main td a.button").first)
    assert "into=" in one.path, "first a look at what would change"
    assert one.page.locator("main .tiles b").count() == 2, one.text
    one.follow(one.page.locator("main form[method=post] button").first)
    assert one.page.locator("main .notice").count() >= 1
    merged = one.path
    undo = one.page.locator("main form[action$='/undo'] button").first
    one.follow(undo)
    assert one.page.locator("main .undone").count() >= 1, merged


@SCRIPT
def test_a_person_is_split_after_a_preview_and_joined_again(script: bool, change: Opened, there: Places) -> None:
    one = change(f"{there.landrat}/split", script=script)
    boxes = one.page.locator("input[type=checkbox][name=article]")
    assert boxes.count() >= 2
    boxes.first.check()
    one.page.locator("main input[name=name]").fill("Heiko Wübbena (Vater)")
    one.follow(one.page.locator("button[name=preview]"))
    one.follow(one.page.locator("main form[method=post] button").first)
    assert "Heiko Wübbena (Vater)" in one.text
    one.go(there.landrat)
    one.follow(one.page.locator("main form[action$='/undo'] button").first)
    assert one.page.locator("main .undone").count() >= 1


@SCRIPT
def test_a_report_is_kept_saved_and_removed(script: bool, change: Opened) -> None:
    one = change("/check?q=Ohne+einen+tieferen+Hafen+verlieren+die+Inseln+ihre+letzte+Hoffnung", script=script)
    one.follow(one.page.locator("form[action='/reports'] button.main"))
    assert re.fullmatch(r"/reports/[\w-]{10,}", one.path) and LOST in one.text
    report = one.path
    for form in ("html", "md", "json"):
        told = one.page.request.get(f"{one.served.url}{report}.{form}").text()
        assert LOST in told and "Traceback" not in told
    one.go(f"{report}?today=1")
    assert one.page.locator("main [role=status]").count() >= 1
    one.go("/reports")
    assert one.page.locator(f"main a[href='{report}']").count() == 1
    one.go(report)
    one.page.locator("form[action$='/remove'] summary").click()
    one.follow(one.page.locator("form[action$='/remove'] button"))
    one.go(report, status=404)


def test_a_dropped_file_is_taken(change: Opened) -> None:
    one = change("/add")
    data = one.page.evaluate_handle(
        "words => { const data = new DataTransfer(); data.items.add(new File([words], 'abgelegt.txt')); return data; }",
        PASTED.format("abgelegt"),
    )
    one.page.dispatch_event(".drop", "drop", {"dataTransfer": data})
    assert one.page.locator("input[type=file]").evaluate("one => one.files.length") == 1
