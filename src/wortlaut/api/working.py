"""Operations that change the archive: adding texts, judging; and the jobs that go on after their answer."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from wortlaut.api import shapes
from wortlaut.api.gate import guest_of
from wortlaut.api.operations import get, post, router
from wortlaut.api.parameters import Number
from wortlaut.api.problems import Problem, invalid, sentence
from wortlaut.api.questions import Judging, Stretch, Text
from wortlaut.api.replies import here, reply
from wortlaut.api.state import archive
from wortlaut.archive import Archive
from wortlaut.desk import tasks
from wortlaut.desk.items import Item, item_at
from wortlaut.desk.jobs import Job, Jobs
from wortlaut.desk.reviews import Given, review
from wortlaut.desk.troubles import trouble
from wortlaut.desk.views import View, as_kept, as_read
from wortlaut.errors import InputError, MissingError, RegisterError
from wortlaut.surfaces.answers import hit_answer
from wortlaut.text import Span

working = router("work")


@post(working, "/articles", shapes.Job, scope="write", status=202)
def add_article(request: Request, given: Text) -> Response:
    """Add a text.

    It is read in the background: the answer is a job, and Location says where it can be asked for.
    """
    try:
        task = tasks.Text(
            given.text, title=given.title or "", outlet=given.outlet or "", published=given.published or "",
            source=given.source or "", force=given.force,
        )  # fmt: skip
    except InputError as error:
        about_source = given.source is not None and given.source in str(error)
        raise invalid("body", "source" if about_source else "text", str(error)) from error
    jobs = Jobs(archive(request))
    job = jobs.get(jobs.ask(task, account=guest_of(request).name))
    return reply(request, _job(job), status=202, headers={"location": here(request, f"/jobs/{job.id}")})


@get(working, "/jobs/{number}", shapes.Job)
def read_job(request: Request, number: Number) -> Response:
    """Ask how far a job is.

    Ask every few seconds until `state` is `done`, `failed` or `stopped`. Jobs are forgotten some weeks after their end.
    """
    try:
        return reply(request, _job(Jobs(archive(request)).get(int(number))))
    except MissingError as error:
        raise Problem(404, sentence(str(error))) from error


@post(working, "/judgements", shapes.Judged, scope="review")
def judge(request: Request, given: Judging) -> Response:
    """Judge a statement.

    Say what is right of it. It holds at once and for all later readings; what is said last wins. It is the same as a
    review on the page, and counts as one.
    """
    held = archive(request)
    item = _item(held, given.statement)
    said = _said(held, item, given)
    try:
        made = review(held, guest_of(request).name, item, Given(said))
    except RegisterError as error:
        raise invalid("body", "person", str(error)) from error
    told = {"review": made.id, "verdicts": list(made.verdicts), "statement": _now(held, given.statement)}
    return reply(request, told)


def _item(held: Archive, address: str) -> Item:
    try:
        return item_at(held, address)
    except MissingError as error:
        raise invalid("body", "statement", str(error)) from error


def _said(held: Archive, item: Item, given: Judging) -> View | None:
    """What is right: as it is now, but for what is given. Raises Problem."""
    more = [name for name in ("kind", "span", "person") if name in given.model_fields_set]
    if not given.is_statement:
        if more:
            raise invalid("body", more[0], "what is no statement has none; leave it out, or `is_statement`")
        return None
    with held.reading() as connection:
        is_now = as_kept(connection, item) or as_read(item)
    if given.span:
        is_now = replace(is_now, content=_content(item, given.span))
    if "person" in given.model_fields_set:
        is_now = replace(is_now, person=given.person, person_kind=given.person_kind)
    return replace(is_now, kind=given.kind or is_now.kind)


def _content(item: Item, given: Stretch) -> Span:
    text = item.kept.analysis.article.text
    if not given.start < given.end <= len(text) or not text[given.start : given.end].strip():
        raise invalid("body", "span", f"it must hold words of the text, which has {len(text)} code points")
    return Span(given.start, given.end)


def _now(held: Archive, address: str) -> dict[str, Any] | None:
    """The statement as it is; None where it is none any more."""
    try:
        forms = held.variants(address)
    except MissingError:
        return None
    return next((hit_answer(one) for one in forms if one.kept.address(one.statement) == address), None)


def _job(job: Job) -> dict[str, Any]:
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state,
        "name": job.name,
        "done": job.done,
        "total": job.total,
        "result": {**asdict(job.result), "messages": [trouble(one).message for one in job.result.messages]},
        "error": trouble(job.error).message if job.error else None,
        "created": job.created,
        "started": job.started,
        "ended": job.ended,
    }
