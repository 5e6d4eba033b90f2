from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from wortlaut.archive import Count
from wortlaut.surfaces.words import LANGUAGES, Language
from wortlaut.web.charts import months, share
from wortlaut.web.words import charts as own


def counts(**numbers: int) -> list[Count]:
    return [Count(name.strip("m").replace("_", "-"), number, number) for name, number in numbers.items()]


def parsed(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(markup.replace("&nbsp;", " "))


def test_each_month_that_has_any_has_a_bar_and_a_cell() -> None:
    figure = parsed(months(counts(m2025_11=1200, m2026_02=300), language="de", caption="Aussagen nach Monat"))
    titles = [title.text for title in figure.iter("title")]
    assert titles == ["November 2025: 1.200", "Februar 2026: 300"]
    rows = ["".join(row.itertext()).strip() for row in figure.iter("tr")]
    assert rows[1].startswith("2025") and rows[1].endswith("1.200–1.200")
    assert rows[2].startswith("2026–300")


def test_the_highest_bar_is_full_and_heights_are_in_proportion() -> None:
    figure = parsed(months(counts(m2025_01=100, m2025_02=50), language="de", caption="x"))
    first, second = (float(bar.attrib["height"]) for bar in figure.iter("rect"))
    assert first == pytest.approx(2 * second, abs=0.1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_told_in_a_sentence_that_names_it(language: Language) -> None:
    markup = months(counts(m2026_01=2, m2026_03=5), language=language, caption="Was <gesagt> wurde", name="said")
    svg = next(parsed(markup).iter("svg"))
    assert svg.attrib["aria-labelledby"] == "said-title said-told"
    assert "5" in (svg.findtext("desc") or "") and "Was &lt;gesagt&gt; wurde" in markup


def test_numbers_link_to_their_days() -> None:
    def link(since: date, until: date) -> str:
        return f"/search?since={since}&until={until}"

    markup = months(counts(m2024_02=7), language="de", caption="x", link=link)
    assert '<a href="/search?since=2024-02-01&amp;until=2024-02-29">7</a>' in markup
    assert '<a href="/search?since=2024-01-01&amp;until=2024-12-31">7</a>' in markup


def test_many_years_are_drawn_by_the_year_and_far_ones_are_only_told() -> None:
    some = [Count(f"{year}-05", 2, 2) for year in (1990, 2026)] + [Count(None, 4, 4)]
    some += [Count("0003-01", 1, 1), Count("9999-12", 1, 1)]
    figure = parsed(months(some, language="de", caption="x"))
    assert [title.text for title in figure.iter("title")] == ["1990: 2", "2026: 2"]
    assert [p.text for p in figure.iter("p")] == ["Ohne Datum: 4", "Vor 1990 oder nach 2026: 2"]


def test_nothing_dated_is_no_picture() -> None:
    assert months([Count(None, 3, 3)], language="de", caption="x") == ""
    assert months([], language="en", caption="x") == ""


def test_no_style_and_no_script_stand_in_it() -> None:
    markup = months(counts(m2026_01=2), language="de", caption='"><script>') + share(1, 2)
    assert not re.search(r"style=|<script|<style|\son\w+=", markup)


def test_a_share_is_never_more_than_whole_and_never_lost() -> None:
    assert 'width="50%"' in share(1, 2).split("rect", 1)[1]
    assert 'width="1%"' in share(1, 100_000).split("rect", 1)[1]
    assert 'width="100%"' in share(5, 2).split("rect", 1)[1]
    assert 'width="0%"' in share(0, 0).split("rect", 1)[1]


def test_both_languages_have_the_same_words() -> None:
    assert own.GERMAN.keys() == own.ENGLISH.keys()
