"""Operations that change the archive: adding texts, judging; and the jobs that go on after their answer."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from wortlaut.api import shapes
from wortlaut.api.gate import guest_of
from wortlaut.api.operations import get, post, router
from wortlaut.api.parameters import Number
from wortlaut.api.problems import Problem, invalid
from wortlaut.api.questions import Judging, Text
from wortlaut.api.replies import here, reply
from wortlaut.api.state import archive
from wortlaut.archive import Archive, Hit
from wortlaut.desk import tasks
from wortlaut.desk.audit import note, now
from wortlaut.desk.jobs import Job, Jobs
from wortlaut.errors import ArchiveError, InputError, RegisterError
from wortlaut.judgements import Judgement
from wortlaut.surfaces.answers import hit_answer

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
    except ArchiveError as error:
        if error.__cause__ is not None:
            raise
        raise Problem(404, f"{str(error)[:1].upper()}{str(error)[1:]}.") from error


@post(working, "/judgements", shapes.Judged, scope="review")
def judge(request: Request, given: Judging) -> Response:
    """Judge a statement.

    What is said holds at once and for all later readings; the later judgement wins.
    """
    held, guest = archive(request), guest_of(request)
    hit = _hit(held, given.statement)
    new = held.judge([_judgement(hit, given)])
    with held.writing() as connection:
        note(connection, guest.name, "judge", given.statement, about=given.about)
    try:
        now_is = hit_answer(_hit(held, given.statement))
    except Problem:
        now_is = None
    return reply(request, {"new": bool(new), "statement": now_is})


def _hit(held: Archive, address: str) -> Hit:
    try:
        forms = held.variants(address)
    except ArchiveError as error:
        if error.__cause__ is not None:
            raise
        raise invalid("body", "statement", str(error)) from error
    return next(one for one in forms if one.kept.address(one.statement) == address)


def _judgement(hit: Hit, given: Judging) -> Judgement:
    article, content = hit.kept.analysis.article, hit.statement.content[0]
    about_person = given.about == "person"
    if about_person and given.kind is not None:
        raise invalid("body", "kind", "this is about the person; send about: statement to say the kind")
    if not about_person and given.person is not None:
        raise invalid("body", "person", "this is about the statement; send about: person to say who said it")
    try:
        return Judgement(
            article.id, content.start, content.end, content.cut(article.text), given.person, now()[:10],
            kind=given.person_kind, about=given.about, statement_kind=given.kind,
        )  # fmt: skip
    except RegisterError as error:
        raise invalid("body", "person", str(error)) from error


def _job(job: Job) -> dict[str, Any]:
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state,
        "name": job.name,
        "done": job.done,
        "total": job.total,
        "result": {**asdict(job.result), "messages": list(job.result.messages)},
        "error": job.error,
        "created": job.created,
        "started": job.started,
        "ended": job.ended,
    }
