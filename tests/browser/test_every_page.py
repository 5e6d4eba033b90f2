"""What holds for every page: it stands without errors, at every width, in both languages, and asks nobody else."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Opened
from tests.browser.places import Places

NAMES = (
    "start", "article", "article-changed", "article-older", "statement", "statement-nested", "search", "search-words",
    "search-narrowed", "search-nothing", "people", "people-some", "person", "person-noble", "check", "check-altered",
    "review", "quality", "sources", "add",
)  # fmt: skip
WIDTHS = (1920, 1280, 768, 640, 390, 320)  # 640 is what is left of 1280 at 200 %
_LANDMARKS = """() => ({
  headings: [...document.querySelectorAll('h1')].map(one => one.textContent.trim()),
  mains: document.querySelectorAll('main').length,
  ids: [...document.querySelectorAll('[id]')].map(one => one.id),
  skip: document.querySelector('a')?.getAttribute('href') ?? '',
  title: document.title, language: document.documentElement.lang,
  inline: document.querySelectorAll('[style], style, [onclick], [onload], script:not([src]):not([type])').length,
})"""


def test_all_pages_have_a_name_here(there: Places) -> None:
    assert set(NAMES) == set(there.all())


@pytest.mark.parametrize("name", NAMES)
def test_stands_and_fits_every_width(name: str, visit: Opened, there: Places) -> None:
    one = visit(there.all()[name])
    told = one.page.evaluate(_LANDMARKS)
    assert len(told["headings"]) == 1 and told["headings"][0], told["headings"]
    assert told["mains"] == 1 and told["skip"] == "#content" and told["language"] == "de"
    assert told["title"].endswith("– Wortlaut") and not told["title"].startswith("–")
    assert not told["inline"], "the policy forbids styles and scripts within a page"
    assert len(told["ids"]) == len(set(told["ids"])), [i for i in told["ids"] if told["ids"].count(i) > 1]
    for width in WIDTHS:
        one.page.set_viewport_size({"width": width, "height": 900})
        assert not one.overflow(), f"at {width} px"


@pytest.mark.parametrize("name", NAMES)
def test_speaks_english_too(name: str, visit: Opened, there: Places) -> None:
    one = visit(there.all()[name], language="en", phone=True)
    assert one.page.locator("html").get_attribute("lang") == "en"
    own = one.page.evaluate(_INTERFACE)
    assert not re.search(r"\b(und|oder|nicht|Aussagen?|wer|eine[rsn]?|mit|Suche)\b", own), own
    assert not one.overflow()


# The interface's own words: what is of articles is marked as German, or stands in an element for foreign words.
_INTERFACE = """() => {
  const copy = document.body.cloneNode(true);
  const foreign = '[lang=de], bdi, [dir=auto], blockquote, q, mark, option[lang], script, pre, #link';
  copy.querySelectorAll(foreign).forEach(one => one.remove());
  return copy.textContent.replace(/\\s+/g, ' ').trim();
}"""


def test_words_are_large_enough_to_be_read(visit: Opened, there: Places) -> None:
    """A user's own size of text doubles all of it, and nothing is lost."""
    one = visit(there.first)
    one.page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert one.page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)") >= 24


@pytest.mark.parametrize("name", ("article", "statement", "person", "search-words", "check-altered"))
def test_prints_without_what_is_for_the_screen(name: str, visit: Opened, there: Places) -> None:
    one = visit(there.all()[name], dark=True)
    one.page.emulate_media(media="print")
    screen = ("nav.sections", "form.find", ".preferences", "a.skip")
    shown = [tag for tag in screen if one.page.locator(tag).first.is_visible()]
    assert not shown
    assert one.page.locator("h1").is_visible()
    paper = one.page.evaluate("getComputedStyle(document.body).backgroundColor")
    ink = one.page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert _light(paper) and not _light(ink), "print is dark on light, whatever the screen was"
    assert one.page.pdf().startswith(b"%PDF")


def _light(colour: str) -> bool:
    numbers = [float(one) for one in re.findall(r"[\d.]+", colour)]
    return numbers[3:] == [0.0] or sum(numbers[:3]) > 500


def test_unknown_pages_say_so(visit: Opened) -> None:
    one = visit()
    for path in (
        "/nirgends",
        "/articles/99999",
        "/articles/x",
        "/statements/1.1/s999",
        "/people/99999",
        "/reports/unbekannt",
    ):
        one.go(path, status=404)
        assert one.page.locator("h1").inner_text() and one.page.locator("main a").count() > 0, path
