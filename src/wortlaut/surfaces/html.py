"""render() and fragment(): articles with their statements marked, as one web page that needs nothing from elsewhere.

There is no script, and the page's Content-Security-Policy allows none. Whatever comes from an article is escaped, its
control characters are made visible, and its reading direction is isolated from the page's.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wortlaut.record import Analysis
from wortlaut.statements import KINDS
from wortlaut.surfaces.cards import cards, people
from wortlaut.surfaces.layers import Block, blocks
from wortlaut.surfaces.legend import Legend, Order
from wortlaut.surfaces.marks import View, css_class, marked, safe
from wortlaut.surfaces.style import FRAGMENT_STYLE, PAGE_STYLE
from wortlaut.surfaces.words import Language, counted, date, words

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_SHORT_TITLE = 90  # code points


def render(
    analyses: Iterable[Analysis], *, language: Language = "de", by: Order = "text", reasons: bool = False
) -> str:
    """One self-contained page with all the articles, its interface in `language`.

    The entries are in order of the text, or grouped `by` person; with `reasons` they say openly why each person is the
    one, which else is to be opened.
    """
    say = words(language)
    listed = list(analyses)
    single = len(listed) == 1
    title = _name(listed[0], 1, say) if single else counted(say, "articles", len(listed))
    bodies = [
        article(View(analysis, Legend(analysis), f"a{number}", say, by, reasons), number, level=1 if single else 2)
        for number, analysis in enumerate(listed, start=1)
    ]
    contents = "" if single else _contents(listed, say)
    return (
        f"{head(language, f'{title} – Wortlaut', PAGE_STYLE)}"
        f'<body class="wl">\n{contents}<main>\n{"".join(bodies)}</main>\n</body>\n</html>\n'
    )


def head(language: Language, title: str, style: str) -> str:
    """What stands before the body of every page, with a policy that allows its own style and nothing else."""
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{safe(title)}</title>\n<style>{style}</style>\n</head>\n"
    )


def fragment(analysis: Analysis, *, language: Language = "de") -> str:
    """The article for a notebook: as on the page, with a style that touches nothing outside of it."""
    # Two articles in one notebook must not share anchors.
    identity = f"{analysis.article.id}\0{analysis.article.text}".encode("utf-8", "surrogatepass")
    prefix = "w" + hashlib.sha256(identity).hexdigest()[:10]
    view = View(analysis, Legend(analysis), prefix, words(language))
    return f'<div class="wl" lang="{language}"><style>{FRAGMENT_STYLE}</style>\n{article(view, 1, level=2)}</div>\n'


def _contents(listed: Sequence[Analysis], say: Mapping[str, str]) -> str:
    """What the page holds, with a link to each article."""
    total = sum(len(analysis.statements) for analysis in listed)
    title = f"{counted(say, 'articles', len(listed))}, {counted(say, 'statements', total)}"
    items = [
        f'<li><a href="#a{number}"><bdi>{safe(_name(analysis, number, say))}</bdi></a>'
        f"<span>{counted(say, 'statements', len(analysis.statements))}</span></li>\n"
        for number, analysis in enumerate(listed, start=1)
    ]
    return (
        f'<header class="contents">\n<h1>{title}</h1>\n'
        f'<nav class="ui" aria-label="{say["articles.list"]}"><ol>\n{"".join(items)}</ol></nav>\n</header>\n'
    )


def article(view: View, number: int, *, level: int, about: str | None = None) -> str:
    """The article as one element: what it is, its text, its statements. Headings begin at `level`.

    `about` is safe markup that stands in place of the line with outlet, date and source.
    """
    analysis, say = view.analysis, view.say
    about = _about(analysis, say) if about is None else about
    found = list(_shown(view))
    headline = _headline(analysis, found)
    title = (
        f'<h{level} class="title"><bdi>{safe(_name(analysis, number, say))}</bdi></h{level}>\n' if not headline else ""
    )
    tag = analysis.article.language or ""
    lang = f' lang="{tag}"' if LANGUAGE_TAG.fullmatch(tag) else ""
    paragraphs = "".join(_block(view, block, level, block is headline) for block in found)
    return (
        f'<article class="article" id="{view.prefix}">\n<header>\n{about}{title}</header>\n'
        f"{_key(analysis, say)}{people(view)}"
        f'<div class="columns">\n<div class="text"{lang}>{paragraphs}</div>\n'
        f"{cards(view, level=level + 1)}</div>\n"
        f'<p class="ui note">{say["note"]}</p>\n</article>\n'
    )


def _shown(view: View) -> Iterator[Block]:
    """The paragraphs, or their parts, that begin in the window."""
    for block in blocks(view.analysis):
        runs = tuple(run for run in block.runs if view.shows(run.span.start))
        if runs:
            yield Block(block.kind, runs)


def _headline(analysis: Analysis, found: Sequence[Block]) -> Block | None:
    """The first paragraph, where it is the article's title, which then is not shown twice."""
    first = found[0] if found else None
    if first is None or first.kind != "heading":
        return None
    return first if analysis.article.title in (None, _words(analysis, first)) else None


def _words(analysis: Analysis, block: Block) -> str:
    return analysis.article.text[block.runs[0].span.start : block.runs[-1].span.end].strip()


def _name(analysis: Analysis, number: int, say: Mapping[str, str]) -> str:
    """What the article is called: its title, first heading, source, or number."""
    headings = (part.span.cut(analysis.article.text).strip() for part in analysis.parts if part.kind == "heading")
    name = analysis.article.title or next(headings, "") or analysis.article.source or f"{say['article']} {number}"
    return name if len(name) <= _SHORT_TITLE else name[:_SHORT_TITLE] + "…"


def _about(analysis: Analysis, say: Mapping[str, str]) -> str:
    """Outlet, date, source and the number of statements, on one line."""
    article = analysis.article
    facts = [f"<strong><bdi>{safe(article.outlet)}</bdi></strong>"] if article.outlet else []
    if article.published:
        facts.append(f'<time datetime="{safe(article.published)}">{safe(date(say, article.published))}</time>')
    if article.source:
        facts.append(f"<bdi>{safe(article.source)}</bdi>")
    facts.append(f"<span>{counted(say, 'statements', len(analysis.statements))}</span>")
    return f'<p class="ui about">{"".join(facts)}</p>\n'


def _key(analysis: Analysis, say: Mapping[str, str]) -> str:
    """The legend: how each kind that occurs is underlined and how often it does, and how the roles are set."""
    counts = Counter(statement.kind for statement in analysis.statements)
    if not counts:
        return ""
    items = [
        f'<li title="{safe(say[f"meaning.{kind}"])}"><span class="kind {css_class(kind)}">{say[f"kind.{kind}"]}</span>'
        f'<span class="count">{counts[kind]}</span></li>\n'
        for kind in KINDS
        if counts[kind]
    ]
    roles = (
        f'<li><b class="speaker">{say["role.speaker"]}</b></li>\n<li><i class="cue">{say["role.cue"]}</i></li>\n'
        f'<li><span class="addressee">{say["role.addressee"]}</span></li>\n'
    )
    return f'<ul class="key">\n{"".join(items)}{roles}</ul>\n'


def _block(view: View, block: Block, level: int, headline: bool) -> str:
    inside = "".join(marked(view, block))
    if headline:
        return f'<h{level} class="title" dir="auto">{inside}</h{level}>'
    tag = f"h{level + 1}" if block.kind == "heading" else "p"
    title = "" if block.kind == "paragraph" else f' title="{view.say[f"part.{block.kind}"]}"'
    return f'<{tag} class="{block.kind}"{title} dir="auto">{inside}</{tag}>'
