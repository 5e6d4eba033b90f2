"""The example archive: invented articles that a newsroom could keep; for tests in a browser, screenshots and weights.

The articles in `tests/browser/articles` tell one dispute and some smaller ones, with agency copies, a changed version, the
same statement in several forms, and quotations within quotations. Those in `tests/articles/de` make it fuller. All are
read by the model, as a user's would be; so what is shown is what it found, with its mistakes.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from wortlaut.archive import Archive, New, Original
from wortlaut.text import Article

TESTS = Path(__file__).parents[1] / "tests"
OWN = TESTS / "browser" / "articles"
MORE = TESTS / "articles" / "de"
OUTLETS = ("Küstenkurier", "Lüchower Anzeiger", "Morgenecho", "Hansische Rundschau", "Tannauer Volksblatt")
TODAY = "2026-11-23"  # of the newest articles; some of the tests' lie behind it, and are left out
_HEADS = ("title", "outlet", "published", "source")


def own() -> Iterator[Article]:
    """The articles of this archive, in the order of their files; the later version of a source comes behind."""
    for path in sorted(OWN.glob("*.txt")):
        head, _, text = path.read_text("utf-8").partition("\n\n")
        told = dict(line.split(": ", 1) for line in head.splitlines())
        assert set(told) <= set(_HEADS), f"{path}: a head is one of {', '.join(_HEADS)}"
        yield Article(text.strip(), language="de", **told)


def more() -> Iterator[Article]:
    """Articles of the tests, as of the outlets here."""
    from wortlaut.golden import parse

    for number, path in enumerate(sorted(MORE.glob("*.txt"))):
        article = parse(path.read_text("utf-8"), name=path.name).analysis.article
        if (article.published or "") > TODAY:
            continue
        outlet = OUTLETS[number % len(OUTLETS)]
        title = article.text.split("\n", 1)[0][:120].strip()
        slug = path.stem.split("-", 1)[1]
        source = f"https://{outlet.split()[-1].lower().replace('ü', 'ue')}.example/{slug}"
        yield replace(article, source=source, outlet=outlet, title=title, language="de")


def fill(url: str, *, small: bool = False) -> None:
    """Make the archive at an address; `small` leaves out the articles of the tests."""
    from wortlaut.analysis import analyze
    from wortlaut.model import card

    model = str(card()["version"])
    articles = [*([] if small else more()), *own()]
    with Archive.open(url, create=True) as archive:
        news = (New(analyze(one), str(one.source), page(one), model=model) for one in articles)
        for _ in archive.add_all(news):
            pass


def page(article: Article) -> Original:
    """The page that an article came as."""
    paragraphs = "".join(f"<p>{html.escape(line)}</p>\n" for line in article.text.split("\n\n"))
    title = html.escape(article.title or "")
    whole = (
        f'<!doctype html>\n<html lang="de"><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><article><h1>{title}</h1>\n{paragraphs}</article></body></html>\n"
    )
    return Original(whole.encode(), "text/html; charset=utf-8")
