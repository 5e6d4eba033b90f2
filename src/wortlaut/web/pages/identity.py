"""/people/{id}/merge and /split: say who is whom, after a look at what that changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.archive import Archive, Change, Profile, Query
from wortlaut.archive.profiles import articles_of, articles_with, bound_of
from wortlaut.archive.uniting import EXAMPLES
from wortlaut.desk import people as desk
from wortlaut.errors import ArchiveError
from wortlaut.persons import Person
from wortlaut.web.frame import Form, archive, changes, guest, reads, render, say
from wortlaut.web.hits import article_path, listed, name_of
from wortlaut.web.pages.person import PATH, number_in, said

_LINES = 20  # people to choose from
_ARTICLES = 50  # on a page
_PLAIN = Query()


@reads("editor")
def merge(request: Request) -> Response:
    """GET /people/{id}/merge: with `q` people to choose from, with `into` what it would change."""
    one = archive(request).person(request.path_params["id"])
    into = number_in(request.query_params.get("into", ""))
    if into is not None:
        change = archive(request).merge(one.number, into, account="", dry_run=True)
        query = Query(person=f"#{into}", limit=EXAMPLES)
        others = listed(archive(request).find(query).hits, _PLAIN, say(request).table)
        return _preview(request, "person_merge.html", one, change, found=(), words="", asked=True, others=others)
    words = request.query_params.get("q", "").strip()[:500]
    near = words or " ".join(one.name.split()[-1:])  # who shares the last name is shown first
    found = archive(request).people(near, limit=_LINES).people if near else ()
    with archive(request).reading() as connection:
        bound = bound_of(connection, [other.number for other in found])
    own = _told(one.kind, bound=one.bound)
    return render(
        request, "person_merge.html", one=one, change=None, words=words, asked=bool(words),
        found=[
            (other, own > _told(other.kind, bound=other.number in bound))
            for other in found
            if other.number != one.number
        ],
    )  # fmt: skip


def _told(kind: str, *, bound: bool) -> int:
    """How well it is told who somebody is: by a role, by a surname, by a full name. Who is told better is kept."""
    return 0 if kind == "unnamed" else 1 if bound else 2


@changes("editor")
def merged(request: Request, form: Form) -> Response:
    """POST /people/{id}/merge."""
    into = number_in(form["into"])
    if into is None:
        raise ArchiveError("say with whom to merge; choose a person on the page")
    done = desk.merge(archive(request), request.path_params["id"], into, account=guest(request).name)
    return said(request, done, "merge")


@reads("editor")
def split(request: Request) -> Response:
    """GET /people/{id}/split: articles to choose from; with `preview` what it would change."""
    one = archive(request).person(request.path_params["id"])
    given = request.query_params
    chosen = [number for value in given.getlist("article") if (number := number_in(value)) is not None]
    name = given.get("name", one.name).strip()
    wrong = ""
    if given.get("preview"):
        wrong = _wrong(archive(request), one, chosen, name)
        if not wrong:
            change = archive(request).split(one.number, chosen, name, account="", dry_run=True)
            return _preview(request, "person_split.html", one, change, chosen=chosen, rows=(), next=None, wrong="")
    return _choose(request, one, chosen, wrong)


def _choose(request: Request, one: Profile, chosen: list[int], wrong: str) -> Response:
    after = number_in(request.query_params.get("after", ""))
    with archive(request).reading() as connection:
        some = articles_with(connection, one.number, _ARTICLES + 1, after)
        alone = articles_of(connection, one.number) == 1
    shown = some[:_ARTICLES]
    table = say(request).table
    rows = [
        (kept, article_path(kept), name_of(kept, table), _roles(kept.analysis.people, kept.people, one.number))
        for kept in shown
    ]
    return render(
        request, "person_split.html", status=400 if wrong else 200, one=one, change=None, rows=rows, chosen=chosen,
        hidden=[number for number in chosen if number not in {kept.article for kept in shown}], wrong=wrong,
        alone=alone, name=request.query_params.get("name", one.name),
        next=shown[-1].article if len(some) > _ARTICLES else None,
    )  # fmt: skip


def _wrong(held: Archive, one: Profile, chosen: list[int], name: str) -> str:
    """The words for what is missing, empty where nothing is."""
    if not chosen:
        return "person.wrong.none"
    if not any(letter.isalnum() for letter in name):
        return "person.wrong.name"
    with held.reading() as connection:
        if len(set(chosen)) >= articles_of(connection, one.number):
            return "person.wrong.all"
    return ""


def _roles(some: Sequence[Person], numbers: Mapping[str, int], own: int) -> str:
    """What an article calls a person beside the name: what tells two of one name apart."""
    return ", ".join(dict.fromkeys(role for one in some if numbers.get(one.id) == own for role in one.roles))


@changes("editor")
def parted(request: Request, form: Form) -> Response:
    """POST /people/{id}/split."""
    number = request.path_params["id"]
    chosen = [one for value in form.all("article") if (one := number_in(value)) is not None]
    done = desk.split(archive(request), number, chosen, form["name"], account=guest(request).name)
    return said(request, done, "split")


def _preview(request: Request, template: str, one: Profile, change: Change, **context: Any) -> Response:
    return render(
        request, template, one=one, change=change, hits=listed(change.examples, _PLAIN, say(request).table),
        long=change.cost > desk.AT_ONCE, **context,
    )  # fmt: skip


ROUTES = [
    Route(PATH + "/{id:int}/merge", merge),
    Route(PATH + "/{id:int}/merge", merged, methods=["POST"]),
    Route(PATH + "/{id:int}/split", split),
    Route(PATH + "/{id:int}/split", parted, methods=["POST"]),
]
