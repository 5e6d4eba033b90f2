import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from lxml import html as lxml_html

from tests.test_surfaces_layers import BRIDGE, analyses, bridge, peopled
from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.surfaces import html
from wortlaut.surfaces.characters import visible
from wortlaut.surfaces.style import DARK, LIGHT, PEOPLE, TINT
from wortlaut.text import Article, Span

VOID = {"meta"}
PERSON_COLOURS = tuple(f"person-{number}" for number in range(PEOPLE))


class Page(HTMLParser):
    """The page as the standard library parses it: the article's text, ids, links and tags; badly nested tags fail."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.attributes.update(given)
        if tag not in VOID:
            self.open.append((tag, given))
        if given.get("class") == "text":
            self.texts.append("")
        self.ids += [given["id"]] if given.get("id") else []
        self.targets += [given["href"]] if given.get("href") else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [given.get("class") for _, given in self.open]
        if "text" in classes and "ref" not in classes:
            self.texts[-1] += data


def check(page: str, *shown: Analysis) -> Page:
    """What holds of every page, whatever the article says."""
    parsed = Page(page)
    assert parsed.texts == [visible(analysis.article.text) for analysis in shown]
    assert not parsed.tags & {"script", "img", "link", "iframe", "object", "base", "form"}
    assert not {name for name in parsed.attributes if name.startswith("on") or name == "src"}
    assert len(parsed.ids) == len(set(parsed.ids))
    assert {target.removeprefix("#") for target in parsed.targets} <= set(parsed.ids)
    assert all(target.startswith("#") for target in parsed.targets)
    page.encode()
    return parsed


@given(analyses())
@settings(max_examples=150, deadline=None)
def test_no_article_can_break_the_page(analysis: Analysis) -> None:
    check(html.render([analysis, bridge()], language="de"), analysis, bridge())
    check(html.render([analysis], language="en", by="person", reasons=True), analysis)
    check(html.fragment(analysis, language="en"), analysis)


@given(analyses())
@settings(max_examples=50, deadline=None)
def test_a_second_parser_reads_the_same_text(analysis: Analysis) -> None:
    tree = lxml_html.document_fromstring(html.render([analysis], language="de").encode())
    (text,) = tree.find_class("text")
    for reference in text.find_class("ref"):
        reference.drop_tree()
    # libxml2 turns some white space into other white space; that is exact in the parser of the standard library above
    assert text.text_content().split() == visible(analysis.article.text).split()


def test_a_page_of_one_article() -> None:
    page = html.render([bridge(outlet="Wupper-Bote", published="2026-03-04")], language="de")
    parsed = check(page, bridge())
    assert page.startswith('<!doctype html>\n<html lang="de">')
    assert "default-src &#x27;none&#x27;" not in page
    assert (
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">"""
        in page
    )
    assert "<title>Neue Brücke über die Wupper – Wortlaut</title>" in page
    assert '<h1 class="title" dir="auto">Neue Brücke über die Wupper' in page
    assert page.count("<h1") == 1
    assert '<time datetime="2026-03-04">4. März 2026</time>' in page
    assert {f"a1-s{number}" for number in range(1, 6)} | {f"a1-t{number}" for number in range(1, 6)} <= set(parsed.ids)
    assert {"#a1-s1", "#a1-t1"} <= set(parsed.targets)


def test_nothing_comes_from_elsewhere() -> None:
    page = html.render([bridge()], language="de")
    assert not re.search(r"https?:|url\(|@import|//", page)


def test_marks_are_nested_and_carry_kind_and_role() -> None:
    page = html.render([bridge()], language="de")
    (outer,) = lxml_html.document_fromstring(page).xpath('//mark[@id="a1-t2"]')
    (inner,) = outer.xpath('./mark[@id="a1-t3"]')
    assert (outer.get("class"), inner.get("class")) == ("indirect-free-indirect nobody", "direct nobody")
    assert inner.text == "„ein Fest für alle“"
    assert '<b class="speaker nobody">Bürgermeisterin Ute Kamp</b>' in page
    assert '<i class="cue">teilte</i>' in page
    assert '<span class="addressee">dem Rat</span>' in page
    assert '<mark class="indirect nobody unasserted" id="a1-t5">' in page
    assert '<span class="dateline">Solingen.</span>' in page


def test_cards_say_everything_about_a_statement() -> None:
    tree = lxml_html.document_fromstring(html.render([bridge()], language="de"))
    first, third, fifth = (
        " ".join(tree.get_element_by_id(f"a1-s{number}").text_content().split()) for number in (1, 3, 5)
    )
    assert first == (
        "1 direkte Rede gesprochen Sicherheit 93 % „Wir fangen im Mai an“ Wer Bürgermeisterin Ute Kamp "
        f"Redewort teilte … mit Zu wem dem Rat Zeichen {BRIDGE.index('„Wir')}–{BRIDGE.index('“, teilte') + 1}"
    )
    assert "Wer nicht genannt" in third
    assert third.endswith("in 2")
    assert tree.get_element_by_id("a1-s3").get("class") == "card direct nobody depth-1"
    assert "nicht behauptet" in fifth


def _words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_marks_and_speakers_have_the_colour_and_the_letters_of_their_person() -> None:
    page = html.render([peopled()], language="de")
    check(page, peopled())
    tree = lxml_html.document_fromstring(page)
    # who speaks comes before who only relays
    assert [tree.get_element_by_id(f"a1-t{number}").get("class").split()[1] for number in range(1, 6)] == [
        "p0", "p0", "nobody", "p1", "p0",
    ]  # fmt: skip
    assert '<b class="speaker p0">Bürgermeisterin Ute Kamp</b>' in page
    signs = [reference.xpath('string(span[@class="sign"])') for reference in tree.find_class("ref")]
    assert signs == ["A", "", "A", "B", "A"]


def test_a_legend_says_who_the_people_are() -> None:
    (legend,) = lxml_html.document_fromstring(html.render([peopled()], language="de")).find_class("people")
    assert [" ".join(item.text_content().split()) for item in legend] == [
        "A Ute Kamp3Person · Bürgermeisterin", "B Der Kämmerer1ohne Namen", "C Stadt SolingenOrganisation",
    ]  # fmt: skip


def test_a_tip_at_each_mark_says_who_and_why_and_so_does_the_name_of_its_link() -> None:
    tree = lxml_html.document_fromstring(html.render([peopled()], language="de"))
    reference = tree.get_element_by_id("a1-t1").find_class("ref")[0]
    (tip,) = reference.find_class("tip")
    assert tip.get("aria-hidden") == "true"
    assert [_words(line) for line in tip.find_class("line")] == [
        "A Ute Kamp · Bürgermeisterin Ute Kamp", "direkte Rede", "Redewort teilte … mit", "Wann Di., 3. März 2026",
        "Warum Name mit Amt oder Funktion (95\xa0%) · Bürgermeisterin Ute Kamp".replace("\xa0", " "), "Sicherheit 93 %",
    ]  # fmt: skip
    assert reference.get("aria-label") == (
        "Äußerung 1, direkte Rede, Ute Kamp, Name mit Amt oder Funktion (95\xa0%): zum Eintrag"
    )


def test_cards_name_person_relay_time_and_reason() -> None:
    tree = lxml_html.document_fromstring(html.render([peopled()], language="en"))
    first, second, fourth = (_words(tree.get_element_by_id(f"a1-s{number}")) for number in (1, 2, 4))
    assert "Who A Ute Kamp Bürgermeisterin Ute Kamp Cue" in first
    assert "Relayed by C Stadt Solingen When Tue, 3 March 2026" in first
    start = BRIDGE.index("Bürgermeisterin")
    assert (
        "Why Ute Kamp name with office or function (95%) · Evidence: Bürgermeisterin Ute Kamp "
        f"(characters {start}–{start + 24}) · in the register: Q4711" in first
    )
    assert "When nie (P2W)" in second
    assert "Who B Der Kämmerer Why" in fourth


def test_reasons_are_closed_unless_asked_for() -> None:
    assert "<details open" not in html.render([peopled()]).replace(' class="why"', "")
    assert html.render([peopled()], reasons=True).count('<details class="why" open>') == 4


def test_cards_can_be_grouped_by_person() -> None:
    page = html.render([peopled()], language="de", by="person")
    check(page, peopled())
    (section,) = lxml_html.document_fromstring(page).find_class("cards")
    assert [_words(head) for head in section.find_class("who")] == [
        "A Ute Kamp Person · Bürgermeisterin 3 Äußerungen", "B Der Kämmerer ohne Namen 1 Äußerung",
        "Niemandem zugeordnet 1 Äußerung",
    ]  # fmt: skip
    assert [card.get("id") for card in section.find_class("card")] == ["a1-s1", "a1-s2", "a1-s5", "a1-s4", "a1-s3"]


def test_a_page_of_several_articles_lists_them() -> None:
    page = html.render([bridge(), Analysis(Article("Es regnet.", source="regen.txt"), (), ())], language="en")
    check(page, bridge(), Analysis(Article("Es regnet."), (), ()))
    assert "<h1>2 articles, 5 statements</h1>" in page
    assert '<a href="#a2"><bdi>regen.txt</bdi></a><span>0 statements</span>' in page
    assert "No statement was found in this text." in page


def test_no_article_at_all_is_still_a_page() -> None:
    assert "0 Artikel" in html.render([], language="de")


def test_fragments_keep_their_style_and_anchors_to_themselves() -> None:
    first, second = html.fragment(bridge(), language="de"), html.fragment(bridge(outlet="x", id="other"), language="de")
    assert not set(Page(first).ids) & set(Page(second).ids)
    assert "<html" not in first
    style = first.partition("<style>")[2].partition("</style>")[0]
    selectors = re.findall(r"([^{}]+)\{", re.sub(r"@(media|container)[^{]+\{", "", style))
    assert selectors
    assert all(part.strip().startswith(".wl") for selector in selectors for part in selector.split(","))


def test_a_statement_of_white_space_has_a_card_without_link() -> None:
    analysis = Analysis(Article("a \n b"), (), (Statement("s1", "direct", (Span(1, 3),)),))
    assert check(html.render([analysis], language="de"), analysis).targets == []


def test_a_language_tag_that_is_none_is_left_out() -> None:
    assert 'lang="de"' in html.fragment(bridge(), language="en")
    assert "onload" not in html.fragment(bridge(language='de" onload="x'), language="en")


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _tinted(paper: str, kind: str, layers: int) -> str:
    for _ in range(layers):
        mixed = (
            round(int(kind[at : at + 2], 16) * TINT / 100 + int(paper[at : at + 2], 16) * (1 - TINT / 100))
            for at in (1, 3, 5)
        )
        paper = "#" + "".join(f"{channel:02x}" for channel in mixed)
    return paper


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast_reaches_level_aa(colours: dict[str, str]) -> None:
    for words in ("ink", "soft", "link", *PERSON_COLOURS):
        assert _contrast(colours[words], colours["paper"]) >= 4.5
        assert _contrast(colours[words], colours["card"]) >= 4.5
    for person in (*PERSON_COLOURS, "soft"):
        ground = _tinted(colours["paper"], colours[person], layers=2)
        assert _contrast(colours[person], ground) >= 4.5
        assert _contrast(colours["ink"], ground) >= 7


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_speaker_can_be_read_in_the_words_of_another(colours: dict[str, str]) -> None:
    for outer in PERSON_COLOURS:
        ground = _tinted(colours["paper"], colours[outer], layers=1)
        assert all(_contrast(colours[inner], ground) >= 4.5 for inner in PERSON_COLOURS)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_no_two_people_share_a_colour(colours: dict[str, str]) -> None:
    assert len({colours[person] for person in PERSON_COLOURS}) == PEOPLE
