from pathlib import Path

import pytest

from wortlaut.errors import InputError
from wortlaut.intake import Given, decode, page, pages, sources
from wortlaut.intake.pages import MAX_PAGE_CHARACTERS, looks_like_html

FOLDER = Path(__file__).parent / "intake"
PAGES = sorted(path.with_suffix(".html") for path in FOLDER.glob("*.txt"))
SENTENCE = "<p>Der Minister sagte am Montag, er wolle das Gesetz ändern.</p>"


def load(path: Path):
    (source,) = sources([str(path)], stdin=bytes)
    return source.load()


def test_there_are_pages() -> None:
    assert len(PAGES) >= 4


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_main_text(path: Path) -> None:
    assert load(path).text == path.with_suffix(".txt").read_text("utf-8").removesuffix("\n")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_walk_for_vast_pages_loses_no_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MAX_ELEMENTS", 0)
    expected = path.with_suffix(".txt").read_text("utf-8").splitlines()
    assert set(expected) <= set(load(path).text.splitlines()) | {""}


def test_what_a_page_says_about_itself() -> None:
    article = load(FOLDER / "news.html")
    assert (article.title, article.outlet) == ("Streit um das Freibad", "Tagblatt Sonnfeld")
    assert (article.language, article.published) == ("de", "2024-06-03T07:15:00+02:00")
    assert article.source == str(FOLDER / "news.html")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2021-02-03T04:05:06Z">', "2021-02-03T04:05:06Z"),
        ('<meta name="date" content="2021-02-03">', "2021-02-03"),
        ('<script type="application/ld+json">{"@type": ["NewsArticle"], "datePublished": "gestern"}</script>', None),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", None),
        (
            '<script type="application/ld+json">[[{"@type":"Article","datePublished":"2020-01-02"}]]</script>',
            "2020-01-02",
        ),
    ],
)
def test_published(head: str, published: str | None) -> None:
    assert page(f"<html><head>{head}</head><body>{SENTENCE}</body></html>", source=None).published == published


def test_outlet_of_an_address_without_a_name_is_its_domain() -> None:
    article = page(f"<html><body>{SENTENCE}</body></html>", source="https://www.tagblatt.example/freibad")
    assert article.outlet == "tagblatt.example"


def test_a_given_outlet_goes_before_a_mere_domain() -> None:
    given = Given(outlet="Tagblatt Sonnfeld")
    for host in ("www.tagblatt.example", "Tagblatt.example", "tagblatt.example:8080"):
        article = page(f"<html><body>{SENTENCE}</body></html>", source=f"https://{host}/freibad")
        assert given.fill(article).outlet == "Tagblatt Sonnfeld"
        assert Given(title="x").fill(article).outlet == article.outlet
    named = page(
        f'<html><head><meta property="og:site_name" content="Seeblick"></head><body>{SENTENCE}</body></html>',
        source="https://tagblatt.example/freibad",
    )
    assert given.fill(named).outlet == "Seeblick"


def test_language_from_open_graph() -> None:
    html = f'<html><head><meta property="og:locale" content="de_AT"></head><body>{SENTENCE}</body></html>'
    assert page(html, source=None).language == "de"


@pytest.mark.parametrize("html", ["", " ", "<!-- -->", "<html></html>", "<html><body><script>1</script></body></html>"])
def test_a_page_without_text(html: str) -> None:
    with pytest.raises(InputError, match=r"leer\.html: this page holds no article text"):
        page(html, source="leer.html")


def test_a_page_that_is_no_article() -> None:
    with pytest.raises(InputError, match="holds no article text"):
        load(FOLDER / "section-front.html")


@pytest.mark.parametrize("tag", ["div", "span", "blockquote"])
def test_deep_nesting_is_an_error_not_a_crash(tag: str) -> None:
    html = f"<html><body>{f'<{tag}>' * 10_000}{SENTENCE}{f'</{tag}>' * 10_000}</body></html>"
    with pytest.raises(InputError, match="cannot be read whole"):
        page(html, source=None)


@pytest.mark.parametrize("tag", ["div", "blockquote", "b"])
def test_moderate_nesting_is_read(tag: str) -> None:
    html = f"<html><body>{f'<{tag}>' * 200}{SENTENCE}{f'</{tag}>' * 200}</body></html>"
    assert "er wolle das Gesetz ändern." in page(html, source=None).text


@pytest.mark.parametrize("tag", ("body", "p"))
def test_a_tag_with_very_many_attributes(tag: str) -> None:
    attributes = " ".join(f"a{number}='x'" for number in range(2_000))
    with pytest.raises(InputError, match="attributes"):
        page(f"<html><{tag} {attributes}>{SENTENCE}</{tag}></html>", source=None)


def test_a_page_that_is_too_long() -> None:
    with pytest.raises(InputError, match="at most 10,000,000 are read"):
        page("<p>" + "x" * MAX_PAGE_CHARACTERS, source=None)


def test_a_vast_page_is_read_whole() -> None:
    html = "<html><body>" + "".join(f"<div><div>Er sagte am Montag Satz {i}.</div></div>" for i in range(9_000))
    lines = page(html, source=None).text.split("\n\n")
    assert lines[0] == "Er sagte am Montag Satz 0." and len(lines) == 9_000


def test_entities_of_the_page_itself_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("streng geheim")
    doctype = f'<!DOCTYPE html [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = page(f'<?xml version="1.0"?>{doctype}<html><body>{SENTENCE}<p>&b; &x;</p></body></html>', source=None).text
    assert "er wolle" in text and "geheim" not in text and "haha" not in text


def test_nul_and_byte_order_mark_in_a_page() -> None:
    assert "er wolle das Gesetz" in page(f"\ufeff<html><body>\0{SENTENCE}</body></html>", source=None).text


@pytest.mark.parametrize(
    "start",
    [
        "<!doctype HTML>",
        "<?xml version='1.0'?>\n<html>",
        "<?xml version='1.0'?><!-- x -->\n<?xml-stylesheet?><!DOCTYPE html>",
        "\n <!-- x -->\n<head>",
        "<p>",
    ],
)
def test_html_is_recognised(start: str) -> None:
    assert looks_like_html(start)


@pytest.mark.parametrize("start", ["<dpa> Berlin", "Er schrieb <html>", "", "< p>", "<pre-dpa>"])
def test_text_is_not_taken_for_html(start: str) -> None:
    assert not looks_like_html(start)


def test_utf8_page_that_declares_latin1() -> None:
    html = f'<html><meta charset="iso-8859-1"><body>{SENTENCE}</body></html>'
    assert "ändern" in page(decode(html.encode(), "iso-8859-1"), source=None).text


def test_the_libraries_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError):
        page("<html><body></body></html>", source=None)
    assert capfd.readouterr() == ("", "")
