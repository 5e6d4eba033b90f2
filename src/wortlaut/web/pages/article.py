"""/articles/17: an article with its statements marked in place, of which each has its entry beside it."""

from __future__ import annotations

import re
from functools import partial

from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.archive.browsing import version_of, versions_of
from wortlaut.archive.prints import prints
from wortlaut.copies import agency
from wortlaut.kept import Kept
from wortlaut.persons import Person
from wortlaut.statements import Statement
from wortlaut.surfaces import html
from wortlaut.surfaces.legend import Legend
from wortlaut.surfaces.marks import Links, View, safe
from wortlaut.text import Span
from wortlaut.web.frame import NotFoundError, archive, guest, reads, render, say, url
from wortlaut.web.hits import ANCHORS, PART, article_path, name_of, statement_path
from wortlaut.web.links import absolute, page_address
from wortlaut.web.words import Say

_NAME = re.compile(r"(\d{1,18})(?:\.(\d{1,9}))?", re.ASCII)


@reads()
def show(request: Request) -> Response:
    """GET /articles/17 (the latest version) and /articles/17.2."""
    kept = version(request, *numbers(request))
    held, words = archive(request), say(request)
    part, parts = _part(request, kept)
    view = View(
        kept.analysis, Legend(kept.analysis), ANCHORS, words.table,
        links=Links(partial(_of_statement, request, kept, words), partial(_of_person, request, kept)),
        window=Span((part - 1) * PART, part * PART) if parts > 1 else None,
    )  # fmt: skip
    return render(
        request, "article.html", kept=kept, title=name_of(kept, words.table),
        source=page_address(kept.analysis.article.source),
        versions=versions_of(held, kept.article), prints=prints(held, kept.story), path=article_path(kept),
        permanent=absolute(request, article_path(kept, version=True)), agency=agency(kept.analysis.article.text),
        part=part, parts=parts, article=Markup(html.article(view, 1, level=1, about=_about(kept, words))),
    )  # fmt: skip


def _part(request: Request, kept: Kept) -> tuple[int, int]:
    """Which part of a very long text is asked for, and how many there are."""
    parts = max(1, -(-len(kept.analysis.article.text) // PART))
    given = request.query_params.get("part", "")
    return min(max(int(given), 1), parts) if re.fullmatch("[0-9]{1,6}", given) else 1, parts


def numbers(request: Request) -> tuple[int, int | None]:
    """Article and version of the path. Raises NotFoundError."""
    match = _NAME.fullmatch(request.path_params["name"])
    if match is None:
        raise NotFoundError("")
    return int(match[1]), int(match[2]) if match[2] else None


def version(request: Request, article: int, number: int | None) -> Kept:
    """A version of an article, the latest where no number is given. Raises NotFoundError."""
    found = version_of(archive(request), article, number)
    if found is None:
        raise NotFoundError(say(request)("article.none", article=article))
    return found


def _about(kept: Kept, words: Say) -> str:
    """Outlet and day, and where the original is."""
    article, source = kept.analysis.article, page_address(kept.analysis.article.source)
    facts = [f"<strong><bdi>{safe(article.outlet)}</bdi></strong>"] if article.outlet else []
    if article.published:
        facts.append(f'<time datetime="{safe(article.published)}">{safe(words.date(article.published))}</time>')
    if source:
        link = f'<a href="{safe(source)}" rel="noreferrer noopener nofollow">{words("article.original")}</a>'
        facts.append(f"<span>{link}</span>")
    elif article.source:
        facts.append(f"<bdi>{safe(article.source)}</bdi>")
    return f'<p class="ui about">{"".join(facts)}</p>\n'


def _of_statement(request: Request, kept: Kept, words: Say, statement: Statement) -> str:
    where = escape(url(request, statement_path(kept, statement)))
    address = f'<span class="away"> {kept.address(statement)}</span>'
    links = [f'<a href="{where}">{words("article.statement")}{address}</a>']
    if guest(request).may("reviewer") and kept.latest:
        correct = escape(url(request, "/review", statement=kept.address(statement)))
        links.append(f'<a href="{correct}">{words("article.correct")}{address}</a>')
    return " · ".join(links)


def _of_person(request: Request, kept: Kept, person: Person, name: str) -> str:
    number = kept.people.get(person.id)
    return name if number is None else f'<a href="{escape(url(request, f"/people/{number}"))}">{name}</a>'


ROUTES = [Route("/articles/{name}", show)]
