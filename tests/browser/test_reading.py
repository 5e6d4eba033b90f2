"""What readers do, with script and without: look at articles and statements, search, follow people, check."""

from __future__ import annotations

import json
import re

from tests.browser.conftest import SCRIPT, Opened
from tests.browser.places import LOST, MINISTER, Places


@SCRIPT
def test_the_start_shows_what_there_is_and_leads_on(script: bool, visit: Opened) -> None:
    one = visit(script=script)
    main = one.page.locator("main")
    assert main.locator("svg").count() >= 1, "articles by month as a picture"
    assert main.locator("a[href^='/articles/'], a[href^='/statements/']").count() >= 5
    one.page.locator("main input[name=q]").fill("Inseln")
    one.follow(one.page.locator("main form[action='/search'] button").first)
    assert one.path.startswith("/search?") and "q=Inseln" in one.path
    assert one.page.locator("main mark").count() >= 3


@SCRIPT
def test_statements_stand_in_their_article(script: bool, visit: Opened, there: Places) -> None:
    one = visit(there.first, script=script)
    text = one.text
    assert LOST in text and "Das Land will 30 Millionen Euro übernehmen" in text
    links = one.page.locator("main a[href^='/statements/']")
    assert links.count() >= 7, "each statement has its permanent link"
    assert one.page.locator("a[rel~=noreferrer][href^='https://tageblatt.example']").count() >= 1
    assert one.page.locator("main a[href^='/people/']").count() >= 3
    one.follow(links.first)
    assert re.fullmatch(r"/statements/\d+\.\d+/s\d+", one.path)


def test_focus_on_a_statement_tells_kind_speaker_and_certainty(visit: Opened, there: Places) -> None:
    """By keyboard as by mouse; the same stands in the list at the margin."""
    one = visit(there.first)
    mark = one.page.locator("mark a.ref").first
    assert not mark.locator(".tip").is_visible()
    mark.focus()
    assert mark.locator(".tip").is_visible()
    assert "95" in mark.locator(".tip").inner_text()
    one.page.keyboard.press("Tab")
    assert not mark.locator(".tip").is_visible()
    one.page.locator("mark").first.hover()
    mark.locator(".tip").wait_for(state="visible")
    text = one.text
    for told in ("direkte Rede", "sagte", MINISTER, "95 %"):
        assert told in text


@SCRIPT
def test_versions_tell_what_was_changed(script: bool, visit: Opened, there: Places) -> None:
    one = visit(there.changed, script=script)
    one.follow(one.page.locator("main a[href*='/changes']").first)
    assert one.page.locator("main ins").count() and one.page.locator("main del").count()
    one.go(f"{there.changed}.1")
    assert one.page.locator(f"main .notice a[href='{there.changed}']").count() == 1, (
        "an old version leads to the new one"
    )


@SCRIPT
def test_copies_of_an_agency_are_compared(script: bool, visit: Opened, there: Places) -> None:
    one = visit(there.first, script=script)
    one.follow(one.page.locator("main a[href$='/copies']").first)
    text = one.text
    assert "Küstenkurier" in text and "Inselbote" in text
    assert "überfällig, aber unterfinanziert" in text, "what only the other one has"


@SCRIPT
def test_search_is_narrowed_and_widened(script: bool, visit: Opened) -> None:
    one = visit("/search?q=Hafen", script=script)
    assert one.page.locator("main mark").first.inner_text().lower().startswith("hafen")
    one.follow(one.page.locator("#facets a, aside a, .facets a").filter(has_text="indirekte Rede").first)
    assert "kind=indirect" in one.path
    assert one.page.locator("main mark").count() >= 1
    one.follow(one.page.locator("a[href^='/search?']").filter(has_text="×").first)
    assert one.path.startswith("/search")


@SCRIPT
def test_search_by_person_outlet_time_and_kind_at_once(script: bool, visit: Opened) -> None:
    one = visit("/search", script=script)
    if not one.page.locator("main input[name=outlet]").is_visible():
        one.page.locator("main details > summary").first.click()
    for name, value in {"q": "Inseln", "person": MINISTER, "outlet": "Küstenkurier", "since": "2026-09-01",
                        "until": "2026-09-30"}.items():  # fmt: skip
        one.page.locator(f"main form input[name={name}]").first.fill(value)
    one.page.locator("input[name=kind][value=direct]").check()
    one.page.locator("input[name=copies]").check()
    one.follow(one.page.locator("main form[role=search] button").first)
    hits = one.page.locator("main .hits > *")
    assert hits.count() == 1 and "Küstenkurier" in hits.first.inner_text()
    address = one.path
    one.go(address)
    assert one.page.locator("main .hits > *").count() == 1, "the address of a search is the search"


@SCRIPT
def test_pages_follow_each_other_without_gap(script: bool, visit: Opened) -> None:
    one = visit("/search?copies=1", script=script)
    seen: list[str] = []
    while True:
        seen += one.page.locator("main .hits a[href^='/statements/']").evaluate_all(
            "all => all.map(one => one.pathname)"
        )
        following = one.page.locator("a[rel=next]")
        if not following.count():
            break
        one.follow(following)
    assert len(set(seen)) > 80


@SCRIPT
def test_oldest_first(script: bool, visit: Opened) -> None:
    one = visit("/search?copies=1&order=oldest", script=script)
    days = one.page.locator("main .hits time").evaluate_all("all => all.map(one => one.dateTime.slice(0, 10))")
    assert days and days == sorted(days)


@SCRIPT
def test_what_was_found_is_given_out(script: bool, visit: Opened) -> None:
    one = visit("/search?q=Hafen", script=script)
    one.page.locator("select[name=format]").select_option("csv")
    with one.page.expect_download() as waiting:
        one.page.locator("form[action='/search/export'] button").click()
    rows = waiting.value.path().read_text("utf-8-sig").splitlines()
    assert len(rows) > 3 and "Hafen" in rows[1]
    feed = one.page.locator("a[href^='/search.atom']").first.get_attribute("href")
    answer = one.page.request.get(one.served.url + str(feed))
    assert answer.ok and "<feed" in answer.text() and "Hafen" in answer.text()


@SCRIPT
def test_a_person_has_a_profile(script: bool, visit: Opened) -> None:
    one = visit("/people?q=%C3%96tting", script=script)
    one.follow(one.page.locator("main a[href^='/people/']").filter(has_text=MINISTER).first)
    text = one.text
    assert "Hafenministerin" in text and "Inselbote" in text
    assert one.page.locator("main svg").count() >= 1 and one.page.locator("main .hits > *").count() >= 3


@SCRIPT
def test_a_statement_has_its_variants_and_can_be_cited(script: bool, visit: Opened, there: Places) -> None:
    one = visit(there.said, script=script)
    text = one.text
    assert "Inselbote" in text and "Hansische Rundschau" in text and "Morgenecho" in text
    assert one.page.locator("main ins, main del").count() >= 2, "words that differ"
    data = json.loads(one.page.locator("script[type='application/ld+json']").first.text_content() or "")
    assert "schema.org" in json.dumps(data) and LOST in json.dumps(data, ensure_ascii=False)
    files = one.page.locator("a[href*='/cite']").evaluate_all("all => all.map(one => one.pathname)")
    told = {name: one.page.request.get(one.served.url + name).text() for name in files}
    assert any("@" in words and "title" in words for name, words in told.items() if name.endswith(".bib"))
    assert any(json.loads(words) for name, words in told.items() if name.endswith(".json"))


@SCRIPT
def test_a_quotation_is_checked(script: bool, visit: Opened) -> None:
    one = visit("/check", script=script)
    one.page.locator("textarea[name=q]").fill("Ohne einen tieferen Hafen verlieren die Inseln ihre letzte Hoffnung")
    one.follow(one.page.locator("main form button").first)
    text = one.text
    assert LOST in text and one.path.startswith("/check?q=")
    one.page.locator("textarea[name=q]").fill("Der Quastenflosser wird Hafenmeister von Brakersiel")
    one.follow(one.page.locator("main form button").first)
    assert "Quastenflosser" in one.text
    one.expected.add(400)
    one.page.locator("textarea[name=q]").fill("!!!")
    one.follow(one.page.locator("main form button").first)
    assert one.page.locator("[aria-invalid=true]").count() == 1, "what cannot be checked is said where it was entered"


@SCRIPT
def test_language_and_colours_are_chosen(script: bool, visit: Opened, there: Places) -> None:
    one = visit(there.first, script=script)
    one.page.locator("select[name=language]").select_option("en")
    one.page.locator("select[name=theme]").select_option("dark")
    one.follow(one.page.locator(".preferences button"))
    html = one.page.locator("html")
    assert (one.path, html.get_attribute("lang"), html.get_attribute("data-theme")) == (there.first, "en", "dark")
    assert one.page.locator("main [lang=de]").count() >= 1, "German words are marked as such on an English page"


def test_addresses_are_copied(visit: Opened, there: Places) -> None:
    one = visit(there.first)
    one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one.page.locator("[data-copy]").first.click()
    copied = one.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(one.served.url + there.first)
