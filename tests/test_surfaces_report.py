import hashlib
import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from tests.test_surfaces_checked import CLAIM, SEARCHED, checked, every_verdict, outside
from tests.test_surfaces_found import archived, hits_of
from tests.test_surfaces_html import Page
from tests.test_surfaces_layers import HOSTILE, analyses, texts
from wortlaut import __version__
from wortlaut.archive.checking import Checked
from wortlaut.record import Analysis
from wortlaut.surfaces import report
from wortlaut.surfaces.characters import visible
from wortlaut.surfaces.report.as_markdown import code, escaped, opening
from wortlaut.surfaces.style import REPORT_STYLE

markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py, which reads the reports back, is missing")

MADE = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)
PARSER = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
MINE = {"heading", "paragraph", "blockquote", "bullet_list", "ordered_list", "list_item", "strong"}
HOSTILE_MARKDOWN = (
    "![x](http://x.example/p.png)", "[x](javascript:alert(1))", "<img src=x onerror=y>", "# Titel", "\n# Titel\n",
    "---", "===", "    code", "```", "`", "&lt;b&gt;", "&#60;", "<http://x.example>", "[a]: http://x.example",
    "1. eins", "- zwei", "+ drei", "| a | b |\n|---|---|", "~~weg~~", "**fett**", "__x__", "\\", "\\<b>", "$x$",
    "www.x.example", "a@x.example", "> Zitat", "* * *", "1)", "12345678. x",
)  # fmt: skip


def written(one: Checked, **asked: str) -> str:
    return report.markdown(one, archive="/home/eva/wortlaut.db", made=MADE, **asked)


def page(one: Checked, **asked: str) -> str:
    return report.html(one, archive="/home/eva/wortlaut.db", made=MADE, **asked)


def check_markdown(text: str) -> list[str]:
    """What holds of every report; its headings."""
    headings = []
    tokens = PARSER.parse(text)
    for place, token in enumerate(tokens):
        assert re.sub("_(open|close)$", "", token.type) in MINE | {"inline"}, token
        for inner in token.children or ():
            assert re.sub("_(open|close)$", "", inner.type) in {"text", "strong", "code_inline", "text_special"}, inner
        if token.type == "heading_open":
            headings.append("".join(inner.content for inner in tokens[place + 1].children))
    text.encode()
    return headings


def check_page(text: str) -> Page:
    """What holds of every page."""
    parsed = Page(text.replace("<br>", ""))
    assert not parsed.tags & {"script", "img", "link", "iframe", "object", "base", "form"}
    assert not {name for name in parsed.attributes if name.startswith("on") or name in ("src", "style")}
    assert all(re.fullmatch(r"https?://[!-~]+", target) for target in parsed.targets)
    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    text.encode()
    return parsed


def words_of(text: str) -> str:
    return " ".join(lxml_html.document_fromstring(text.encode()).find("body").text_content().split())


@pytest.mark.parametrize("name", list(every_verdict()))
@pytest.mark.parametrize("language", ["de", "en"])
def test_both_formats_say_the_same(name: str, language: str) -> None:
    one = every_verdict()[name]
    page_, markdown = page(one, language=language), written(one, language=language)
    check_page(page_)
    headings = check_markdown(markdown)
    tree = lxml_html.document_fromstring(page_.encode())
    assert [" ".join(node.text_content().split()) for node in tree.iter("h1", "h2", "h3")] == headings
    for fact in tree.iter("dd"):
        value = fact.text_content()
        assert escaped(value) in markdown or code(value) in markdown, value


def test_the_evidence_can_be_found_again() -> None:
    one = checked(CLAIM, [archived(5, f"„{CLAIM}“, so Brandt.", f"„{CLAIM}“")])
    text = one.finding.evidence[0].candidate.text
    shown = written(one, model="2026.2")
    for told in (
        f"# Wörtlich belegt\n\n> {CLAIM}\n",
        "### 1\\. Lohener Bote · Di., 3. März 2026\n",
        "- Titel: Schulen in Lohe 5\n- Medium: Lohener Bote\n- Erschienen: 3. März 2026\n",
        "- Quelle: `https://bote.example/5`\n",
        f"- Stelle: Zeichen 1–{1 + len(CLAIM)} von {len(text)}\n",
        "- Fassung: 1, ins Archiv aufgenommen am 1. April 2026\n- Adresse im Archiv: `5.1/s1`\n",
        "- SHA-256: `" + hashlib.sha256(text.encode()).hexdigest() + "`\n",
        f"- Geprüft mit: Wortlaut {__version__}, Modell 2026.2\n",
        "- Durchsucht: 1.204 Artikel aus 17 Medien, Do., 2. Januar 2025 bis Mi., 1. April 2026\n",
        "- Erstellt: 24. November 2026, 10:15 Uhr UTC\n",
    ):
        assert told in shown
    assert shown.endswith(
        f"## Zitierweise\n\n> Wortlaut {__version__}: Prüfung des Zitats „{CLAIM}“. Urteil: wörtlich. Durchsucht: "
        "1.204 Artikel aus 17 Medien, Do., 2. Januar 2025 bis Mi., 1. April 2026, Archiv /home/eva/wortlaut\\.db. "
        "24. November 2026, 10:15 Uhr UTC.\n"
    )


def test_the_time_is_the_one_given_in_utc() -> None:
    berlin = datetime(2026, 11, 24, 11, 15, tzinfo=timezone(timedelta(hours=1)))
    one = every_verdict()["verbatim"]
    assert report.markdown(one, archive="a.db", made=berlin) == report.markdown(one, archive="a.db", made=MADE)
    assert "10:15 Uhr\n" in report.markdown(one, archive="a.db", made=MADE.replace(tzinfo=None))


def test_what_differs_stands_in_both() -> None:
    altered = every_verdict()["altered"]
    assert r"Artikel \[-so-\], Zitat \{+so+\}: Wir werden im \[-Frühjahr-\] \{+Sommer+\} keine" in written(altered)
    assert "Artikel [-so-], Zitat {+so+}: Wir werden im [-Frühjahr-] {+Sommer+} keine" in words_of(page(altered))
    assert r"- Danach fehlt: \[-das verspreche ich-\]" in written(every_verdict()["cut"])
    assert "Danach fehlt: [-das verspreche ich-]" in words_of(page(every_verdict()["cut"]))


def test_the_words_of_the_quotation_are_told_from_those_around_them() -> None:
    shown = page(every_verdict()["cut"])
    assert f'<span class="claimed">{CLAIM}</span>, das verspreche ich“</mark>' in shown
    assert '<i class="cue">sagte</i>' in shown
    assert '<b class="speaker">Brandt</b>' in shown


def test_nothing_found_is_no_denial() -> None:
    one = every_verdict()["not_found"]
    for shown in (written(one), words_of(page(one))):
        assert "Das heißt nicht, dass es nicht gesagt wurde." in shown
        assert "1.204 Artikel aus 17 Medien" in shown
        assert "Hafenblatt" in shown
    assert f"⟦{CLAIM}⟧" in written(one)


def test_much_evidence_is_listed_and_contrary_evidence_shown() -> None:
    many = [archived(number, f"„{CLAIM}“, sagte Brandt.", f"„{CLAIM}“") for number in range(1, 30)]
    denied = archived(99, f"Brandt hat nie gesagt: „{CLAIM}“.", f"„{CLAIM}“", asserted=False)
    one = checked(CLAIM, [*many, denied])
    shown = written(one)
    assert shown.count("\n### ") == 14
    assert "### 30\\. Lohener Bote" in shown
    assert "29. wörtlich · Di., 3. März 2026 · Lohener Bote" in shown
    assert page(one).count('<li value="') == 17


def test_only_addresses_of_pages_become_links() -> None:
    sources = ["https://bote.example/a?b=c&d", "javascript:alert(1)", 'https://x.example/"onclick=', "http://ä.example/",
               "https://x.example/<b>", "/home/eva/artikel.html", "data:text/html,x"]  # fmt: skip
    found = []
    for source in sources:
        hit = archived(1, f"„{CLAIM}“, sagte Brandt.", f"„{CLAIM}“")
        article = hit.kept.analysis.article
        object.__setattr__(article, "source", source)
        found += check_page(page(checked(CLAIM, [hit]))).targets
    assert found == sources[:1]


def test_the_style_is_bound_to_the_page() -> None:
    own = REPORT_STYLE.rpartition("@media print{.wl .report")[0].rpartition(".wl .report{")[2]
    assert all(line.startswith((".wl ", " ", "@", "}")) for line in own.split("\n")[1:] if line)
    assert "url(" not in REPORT_STYLE
    assert "@import" not in REPORT_STYLE


@given(st.lists(st.sampled_from((*HOSTILE_MARKDOWN, *HOSTILE, "Wort", " ", "\n")), max_size=6).map("".join) | texts)
@example("a.b.c://d")
@settings(max_examples=300, deadline=None)
def test_escaped_text_shows_what_it_says(text: str) -> None:
    wanted = " ".join(visible(text).split())
    for shown in (opening(text), f"Name: {escaped(text)}", f"Name: {code(text)}"):
        tokens = PARSER.parse(f"> {shown}\n\n- {shown}\n")
        kinds = [re.sub("_(open|close)$", "", token.type) for token in tokens]
        assert set(kinds) <= {"blockquote", "paragraph", "bullet_list", "list_item", "inline"}, shown
        told = ["".join(inner.content for inner in token.children) for token in tokens if token.type == "inline"]
        assert {one.removeprefix("Name: ").removeprefix("Name:") for one in told} <= {wanted, ""}
        assert told or not wanted
        inside = {inner.type for token in tokens for inner in token.children or ()}
        assert inside <= {"text", "text_special", "code_inline"}


@given(analyses(), texts)
@settings(max_examples=60, deadline=None)
def test_no_article_can_break_a_report(analysis: Analysis, person: str) -> None:
    claim = "Wort " + analysis.article.text[:60]
    for words in (claim, "Etwas ganz anderes steht hier nicht"):
        one = checked(words, hits_of(analysis), person=person, searched=SEARCHED, passages=(outside(),))
        page_ = page(one, language="en")
        check_page(page_)
        assert check_markdown(written(one, language="en"))
        lxml_html.document_fromstring(page_.encode())


def test_a_hostile_quotation_is_shown_as_it_is() -> None:
    claim = '<script>alert("x")</script> # [Klick](http://x.example) \x1b[31m \u202e'
    one = checked(claim, [])
    check_markdown(written(one))
    assert " ".join(visible(claim).split()) in words_of(page(one))
    assert "<script" not in page(one)
