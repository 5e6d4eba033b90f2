import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from lxml import html as lxml_html

from tests.test_surfaces_layers import BRIDGE, analyses, bridge
from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.surfaces import html
from wortlaut.surfaces.characters import visible
from wortlaut.surfaces.style import DARK, LIGHT, TINT
from wortlaut.text import Article, Span

VOID = {"meta"}
KIND_COLOURS = ("direct", "indirect", "indirect-free-indirect", "free-indirect", "reported")


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
    assert (outer.get("class"), inner.get("class")) == ("indirect-free-indirect", "direct")
    assert inner.text == "„ein Fest für alle“"
    assert '<b class="speaker">Bürgermeisterin Ute Kamp</b>' in page
    assert '<i class="cue">teilte</i>' in page
    assert '<span class="addressee">dem Rat</span>' in page
    assert '<mark class="indirect unasserted" id="a1-t5">' in page
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
    assert tree.get_element_by_id("a1-s3").get("class") == "card direct depth-1"
    assert "nicht behauptet" in fifth


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
    for words in ("ink", "soft", "link", *KIND_COLOURS):
        assert _contrast(colours[words], colours["paper"]) >= 4.5
        assert _contrast(colours[words], colours["card"]) >= 4.5
    for kind in KIND_COLOURS:
        ground = _tinted(colours["paper"], colours[kind], layers=2)
        assert _contrast(colours[kind], ground) >= 4.5
        assert _contrast(colours["ink"], ground) >= 7
