"""/add: a text is pasted, files are uploaded, an address is fetched; the article is shown as soon as it is read."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.desk.jobs import Job, Jobs
from wortlaut.desk.tasks import MAX_FILES, Address, Files, Task, Text, Upload
from wortlaut.errors import FetchError, InputError
from wortlaut.web.errands import landing
from wortlaut.web.frame import Form, archive, changes, guest, reads, redirect, render, say, settings
from wortlaut.web.troubles import line

PATIENCE = 8.0  # seconds in which a job may be done while its asker waits
_TICK = 0.1
_SUFFIXES = ".txt,.md,.html,.htm,.xhtml,.csv,.jsonl,.ndjson,.zip,.tar,.tgz,.gz,.bz2,.xz,.warc,.xml,.rss,.atom"
_SHOWN = 2_000_000  # characters of a pasted text that are given back after a mistake
# Who waits holds one of the few threads; when more than this wait, the others look at the page of their job.
_WAITERS = threading.BoundedSemaphore(3)


@reads("editor")
def show(request: Request) -> Response:
    """GET /add."""
    return _page(request, Form())


@changes("editor")
def add(request: Request, form: Form) -> Response:
    """POST /add."""
    what = form["what"] if form["what"] in _TASKS else "text"
    try:
        task = _TASKS[what](form)
    except _MissingError as error:
        return _page(request, form, {what: say(request)(error.key)})
    except FetchError as error:
        key = "add.wrong.address" if what == "address" else "add.wrong"
        return _page(request, form, {what: line(error, say(request), otherwise=say(request)(key))})
    except InputError as error:
        return _page(request, form, {what: line(error, say(request))})
    jobs = Jobs(archive(request))
    job = _awaited(jobs, jobs.ask(task, account=guest(request).name))
    if there := landing(job):
        return redirect(request, there.path, notice=there.notice)
    return redirect(request, f"/jobs/{job.id}?go=1" if job.active else f"/jobs/{job.id}")


class _MissingError(InputError):
    """A field is empty; `key` says so in words."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _text(form: Form) -> Task:
    if not form["words"]:
        raise _MissingError("add.wrong.empty")
    return Text(
        form["words"], form["title"], form["outlet"], form["published"], form["source"], force=bool(form["force"])
    )  # fmt: skip


def _files(form: Form) -> Task:
    sent = tuple(Upload.of(one.name, one.data) for one in form.files.get("upload", ()))
    if not sent:
        raise _MissingError("add.wrong.file")
    return Files(sent, form["outlet"], form["published"], force=bool(form["force"]))


def _address(form: Form) -> Task:
    if not form["address"]:
        raise _MissingError("add.wrong.where")
    return Address(form["address"], form["outlet"], force=bool(form["force"]))


_TASKS: Mapping[str, Callable[[Form], Task]] = {"text": _text, "files": _files, "address": _address}


def _awaited(jobs: Jobs, number: int) -> Job:
    """The job when it has ended, or as it is when nobody should wait any longer."""
    end = time.monotonic() + PATIENCE
    if _WAITERS.acquire(blocking=False):
        try:
            while (job := jobs.get(number)).active and time.monotonic() < end:
                time.sleep(_TICK)
            return job
        finally:
            _WAITERS.release()
    return jobs.get(number)


def _page(request: Request, form: Form, wrong: Mapping[str, str] | None = None) -> Response:
    """The page with what was entered before, in the form that it was entered in, and what is wrong with it."""
    names = ("words", "title", "outlet", "published", "source", "address", "force")
    given = {name: form[name][:_SHOWN] for name in names}
    return render(
        request, "add.html", status=400 if wrong else 200, wrong=wrong or {}, given=given, what=form["what"] or "text",
        files=MAX_FILES, size=settings(request).upload // 1_000_000, bytes=settings(request).upload, accept=_SUFFIXES,
    )  # fmt: skip


ROUTES = [Route("/add", show), Route("/add", add, methods=["POST"])]
