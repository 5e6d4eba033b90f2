"""/people: who is in the archive, and what it knows of each; who is whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from wortlaut.archive import Archive, Identity, Profile, Query
from wortlaut.archive.profiles import HEARD
from wortlaut.archive.searching import people_named
from wortlaut.archive.topics import LOOKED_AT
from wortlaut.desk import people as desk
from wortlaut.desk.jobs import MAX_WAITING, Jobs
from wortlaut.web.charts import months, share
from wortlaut.web.frame import Form, NotFoundError, archive, changes, guest, reads, redirect, render, say, url
from wortlaut.web.hits import colour_of, listed

PATH = "/people"
_NEWEST = 8  # statements
_LINES = 50  # people on a page
_LONGEST = 500  # code points of what is looked for


@dataclass(frozen=True, slots=True)
class Bar:
    """A name with a number, a bar, and where it leads."""

    name: str
    count: int
    bar: Markup
    address: str


@reads()
def people(request: Request) -> Response:
    """GET /people: those who are most quoted, or whose names begin with `q`."""
    words = request.query_params.get("q", "").strip()[:_LONGEST]
    after = number_in(request.query_params.get("after", ""))
    found = archive(request).people(words, limit=_LINES, after=after or 0)
    most = max((one.prints for one in found.people), default=0)
    return render(
        request, "people.html", words=words, found=found.people, later=bool(after),
        bars={one.number: share(one.prints, most) for one in found.people}, colour=colour_of,
        next=url(request, PATH, q=words, after=found.next) if found.next else None,
    )  # fmt: skip


@reads()
def show(request: Request) -> Response:
    """GET /people/{id}."""
    number, held = request.path_params["id"], archive(request)
    one = held.person(number)
    if one.number != number:
        return RedirectResponse(url(request, f"{PATH}/{one.number}", merged=number), 303)
    words, sought = say(request), _sought(held, one)
    query, told = Query(person=f"#{one.number}", limit=_NEWEST), held.identities(one.number)
    return render(
        request, "person.html", one=one, colour=colour_of(one.number), sought=sought,
        picture=_picture(request, one, sought),
        hits=listed(held.find(query).hits, query, words.table), outlets=_outlets(request, one, sought),
        about=_about(request, one), said=told, heard=HEARD, looked=LOOKED_AT, moving=_moving(held, number, told),
        merged=number_in(request.query_params.get("merged", "")),
    )  # fmt: skip


@changes("editor")
def undo(request: Request, form: Form) -> Response:
    """POST /people/{id}/undo."""
    batch = number_in(form["batch"])
    if batch is None:
        raise NotFoundError(f"number {form['batch']!r:.40} of what was said of people")
    return said(request, desk.undo(archive(request), batch, account=guest(request).name), "undo")


def said(request: Request, done: desk.Said, what: str) -> Response:
    """To the page of whom something was said of, or to that of the job that does it."""
    if done.job is not None:
        return redirect(request, f"/jobs/{done.job}", notice="person.later")
    return redirect(request, PATH if done.person is None else f"{PATH}/{done.person}", notice=f"person.done.{what}")


def number_in(given: str) -> int | None:
    """A number that an address or a form gives, None where it is none."""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 18 else None


def _sought(held: Archive, one: Profile) -> str:
    """How the search finds this person and nobody else: by the name, where that will do."""
    with held.reading() as connection:
        return one.name if people_named(connection, one.name) == [one.number] else f"#{one.number}"


def _moving(held: Archive, number: int, said: Sequence[Identity]) -> int | None:
    """The job that still does to the statements what was said of a person; None where there is none."""
    if not said:
        return None
    active = Jobs(held).latest(active=True, limit=MAX_WAITING)
    return next((job.id for job in active if job.kind == "relink" and job.name == f"#{number}"), None)


def _picture(request: Request, one: Profile, sought: str) -> Markup:
    if len(one.by_month) < 2:
        return Markup("")

    def link(since: date, until: date) -> str:
        return url(request, "/search", person=sought, since=since, until=until)

    words = say(request)
    return months(one.by_month, language=words.language, caption=words("person.months"), link=link)


def _outlets(request: Request, one: Profile, sought: str) -> Sequence[Bar]:
    most = max((count.statements for count in one.by_outlet), default=0)
    return [
        Bar(
            count.name, count.statements, share(count.statements, most),
            url(request, "/search", person=sought, outlet=count.name),
        )
        for count in one.by_outlet
        if count.name
    ]  # fmt: skip


def _about(request: Request, one: Profile) -> Sequence[Bar]:
    most = max((who.statements for who in one.about), default=0)
    return [
        Bar(
            who.name, who.statements, share(who.statements, most),
            url(request, "/search", person=f"#{who.number}", about=one.name),
        )
        for who in one.about
    ]  # fmt: skip


ROUTES = [
    Route(PATH, people),
    Route(PATH + "/{id:int}", show),
    Route(PATH + "/{id:int}/undo", undo, methods=["POST"]),
]
