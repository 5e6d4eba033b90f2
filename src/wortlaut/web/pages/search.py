"""/search: statements by words, person, outlet, time and kind, with what they are spread over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from wortlaut.archive import ORDERS, Archive, Page
from wortlaut.archive.facets import MOST as MOST_SORTED
from wortlaut.archive.facets import Facets, facets
from wortlaut.archive.searching import outlets_named, people_named
from wortlaut.exports import FORMATS
from wortlaut.statements import KINDS
from wortlaut.surfaces.chronology import day_in_words
from wortlaut.web import spread
from wortlaut.web.asking import Asked, asked
from wortlaut.web.frame import archive, reads, render, say, url
from wortlaut.web.giving import MOST, MOST_IN_FILES
from wortlaut.web.hits import listed
from wortlaut.web.links import absolute
from wortlaut.web.words import Say

PATH = "/search"


@dataclass(frozen=True, slots=True)
class Chip:
    """A condition of the search: what it is, its value, and the address of the search without it."""

    name: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Found:
    """A page of a search, and what all of it is spread over; `unsorted`: it is too much to be put in order of score."""

    page: Page
    counted: Facets
    unsorted: bool = False


@reads()
def show(request: Request) -> Response:
    """GET /search."""
    given, words, held = asked(request.query_params), say(request), archive(request)
    if any(not value for _, value in request.query_params.multi_items()):
        # a form sends its empty fields, too; the address that is kept and shared shall not have them
        return RedirectResponse(url(request, PATH, **given.but(lang=request.query_params.get("lang"))), 303)
    found = Found(Page(()), Facets(0, 0, True)) if given.wrong else _found(held, given)
    return render(
        request, "search.html", status=400 if given.wrong else 200, asked=given, words=given.given, found=found,
        hits=listed(found.page.hits, given.query, words.table), unknown=_unknown(held, given, found),
        later=given.query.after is not None, orders=ORDERS, all_kinds=KINDS, formats=FORMATS.values(),
        most_sorted=MOST_SORTED, most=MOST, most_in_files=MOST_IN_FILES, feed=_feed(request, given),
        here_absolute=absolute(request, PATH, **given.given), fuller=bool({*given.wrong} - {"q"}),
        **_spread(given, found, words, partial(url, request, PATH)),
    )  # fmt: skip


def _found(held: Archive, given: Asked) -> Found:
    counted = facets(held, given.query)
    unsorted = given.query.order == "score" and not (counted.complete and counted.statements <= MOST_SORTED)
    query = replace(given.query, order="newest", after=None) if unsorted else given.query
    return Found(held.find(query), counted, unsorted)


def _spread(given: Asked, found: Found, words: Say, address: spread.Address) -> dict[str, object]:
    """What the template has of conditions, facets and the next page."""
    counted, after = found.counted, found.page.next
    ahead = given.but(after=after, **({"order": None} if found.unsorted else {}))
    return {
        "chips": list(_chips(given, words, address)),
        "people": spread.people(counted, given, words, address),
        "outlets": spread.outlets(counted, given, words, address),
        "kinds": spread.kinds(counted, given, words, address),
        "picture": spread.picture(counted, given, words, address),
        "next": address(**ahead) if after else None,
    }


def _feed(request: Request, given: Asked) -> str:
    return url(request, "/search.atom", **given.but(order=None))


def _chips(given: Asked, words: Say, address: spread.Address) -> Iterator[Chip]:
    """What is asked for, each to be taken away."""
    for name in ("q", "person", "about", "outlet"):
        if value := given.given.get(name):
            yield Chip(words(f"search.{name}"), str(value), address(**given.but(**{name: None})))
    for name, day in (("since", given.query.since), ("until", given.query.until)):
        if day:
            yield Chip(words(f"search.{name}"), day_in_words(words.table, day), address(**given.but(**{name: None})))
    for kind in given.query.kinds:
        others = [one for one in given.query.kinds if one != kind]
        yield Chip(words("search.kind"), words(f"kind.{kind}"), address(**given.but(kind=others)))
    for name in ("versions", "copies"):
        if name in given.given:
            yield Chip(words("search.also"), words(f"search.{name}.short"), address(**given.but(**{name: None})))


def _unknown(held: Archive, given: Asked, found: Found) -> list[str]:
    """Where nothing was found: which names the archive does not know at all."""
    if found.page.hits or given.wrong:
        return []
    with held.reading() as connection:
        return [
            name
            for name, value, known in (
                ("person", given.query.person, people_named),
                ("outlet", given.query.outlet, outlets_named),
            )
            if value and not known(connection, value)
        ]


ROUTES = [Route(PATH, show)]
