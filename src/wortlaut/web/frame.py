"""The frame of every page: who asks, in which language, with which rights; templates, forms, links, errors."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from wortlaut.errors import DatabaseError, MissingError, ServingError, WortlautError
from wortlaut.serving.guests import Guest, csrf_ok, csrf_token, remember, who
from wortlaut.serving.state import archive as archive
from wortlaut.serving.state import settings as settings
from wortlaut.surfaces.characters import visible
from wortlaut.surfaces.words import Language
from wortlaut.web.assets import assets
from wortlaut.web.words import LANGUAGES, Say

FIELDS = 1_000  # of one form
FILES = 50
THEMES = ("auto", "light", "dark")
_LANGUAGE, _THEME, _NOTICE = "wortlaut_language", "wortlaut_theme", "wortlaut_notice"
_YEAR = 31_536_000  # seconds


class NotFoundError(ServingError):
    """What was asked for is not there."""


class RefusedError(ServingError):
    """The guest may not do that; `role` is the one that is needed."""

    def __init__(self, role: str) -> None:
        super().__init__(f"this needs the role {role!r}; ask an administrator for it")
        self.role = role


class ForgedError(ServingError):
    """A form did not come from a page that this guest was shown."""


def guest(request: Request) -> Guest:
    """Who asks; only in pages that were reached through `reads()` or `changes()`."""
    found: Guest = request.state.guest
    return found


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent: the name that it had there, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Form:
    """What was sent: `fields` in their order, white space around values taken away; `files` by their field."""

    fields: Sequence[tuple[str, str]] = ()
    files: Mapping[str, Sequence[Upload]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """The value of a field, empty where it was not sent."""
        return self.get(name)

    def get(self, name: str, default: str = "") -> str:
        """The last value of a field."""
        return next((value for key, value in reversed(self.fields) if key == name), default)

    def all(self, name: str) -> list[str]:
        """All values of a field."""
        return [value for key, value in self.fields if key == name]


Shows = Callable[[Request], Response]
Changes = Callable[[Request, Form], Response]


def reads(role: str = "reader") -> Callable[[Shows], Shows]:
    """A page that is looked at, by who has at least a role. Others are led to the login."""

    def wrap(show: Shows) -> Shows:
        @functools.wraps(show)
        def page(request: Request) -> Response:
            refused = _admit(request, role)
            return refused or show(request)

        return page

    return wrap


def changes(role: str) -> Callable[[Changes], Callable[[Request], Any]]:
    """A form that changes something: only with a page's own token, by who has at least a role."""

    def wrap(change: Changes) -> Callable[[Request], Any]:
        @functools.wraps(change)
        async def page(request: Request) -> Response:
            # who may not come in shall not make us take megabytes of a form
            if refused := await run_in_threadpool(_admit, request, role):
                return refused
            form = await read_form(request)

            def run() -> Response:
                if not csrf_ok(request, form.get("csrf")):
                    raise ForgedError("the form is too old or came from elsewhere; reload the page and try again")
                return change(request, form)

            return await run_in_threadpool(run)

        return page

    return wrap


def _admit(request: Request, role: str) -> Response | None:
    """Note who asks; where to send who may not come in."""
    found = who(request)
    if found is None:
        back = here(request) if request.method == "GET" else "/"
        return RedirectResponse(url(request, "/login", to=back), 303)
    request.state.guest = found
    request.scope["state"]["account"] = found.name
    if not found.may(role):
        raise RefusedError(role)
    return None


async def read_form(request: Request) -> Form:
    """What was sent with a request, within the bounds of a form."""
    sent = await request.form(
        max_files=FILES, max_fields=FIELDS, max_part_size=settings(request).upload
    )  # fmt: skip
    try:
        return await _taken(sent)
    finally:
        await sent.close()


async def _taken(sent: FormData) -> Form:
    fields: list[tuple[str, str]] = []
    files: dict[str, list[Upload]] = {}
    for name, value in sent.multi_items():
        if isinstance(value, UploadFile):
            if value.filename:
                files.setdefault(name, []).append(Upload(value.filename, await value.read()))
        else:
            # browsers send line breaks as CRLF; the text of an article has "\n"
            fields.append((name, value.replace("\r\n", "\n").strip()))
    return Form(tuple(fields), files)


# Addresses


def url(request: Request, path: str, /, **query: object) -> str:
    """The address of a page of the app, with the prefix, see `within()`."""
    return settings(request).prefix + within(path, **query)


def within(path: str, /, **query: object) -> str:
    """A path with a query, without the prefix, for `redirect()`; queries that are None or empty are left out, lists
    repeat. Where `path` has a query already, more is appended.
    """
    pairs = [
        (name.rstrip("_"), one)
        for name, value in query.items()
        for one in (value if isinstance(value, (list, tuple)) else [value])
        if one is not None and one is not False and one != ""
    ]
    said = urlencode([(name, "1" if one is True else str(one)) for name, one in pairs], errors="replace")
    join = "&" if "?" in path else "?"
    return f"{quote(path, safe='/:?&=%;,+~@', errors='replace')}{join + said if said else ''}"


def here(request: Request) -> str:
    """The path and query of this page, without the prefix."""
    query = request.url.query
    return request.url.path + (f"?{query}" if query else "")


def local(path: str) -> str:
    r"""The path if it leads to a page of the app, else that of the start page: a link must not lead elsewhere.

    >>> local("/search?q=a"), local("//evil.example"), local("/\\evil"), local("https://evil.example")
    ('/search?q=a', '/', '/', '/')
    """
    safe = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and "\\" not in path
    return path if safe else "/"


def redirect(request: Request, path: str, *, notice: str | None = None) -> Response:
    """To another page of the app; `notice` is a key of words that it shows once."""
    answer = RedirectResponse(f"{settings(request).prefix}{local(path)}", 303)
    if notice:
        _set(request, answer, _NOTICE, notice, seconds=60)
    return answer


def _set(request: Request, answer: Response, name: str, value: str, *, seconds: int) -> None:
    answer.set_cookie(
        name, value, max_age=seconds, path=settings(request).prefix or "/", secure=settings(request).secure,
        httponly=True, samesite="lax",
    )  # fmt: skip


# Language and pages


def say(request: Request) -> Say:
    """The words of the language that the reader chose, or the browser asks for, or the app is set to."""
    return Say(_language(request))


def _language(request: Request) -> Language:
    asked = [request.query_params.get("lang"), request.cookies.get(_LANGUAGE), settings(request).language]
    asked += [part.strip()[:2].lower() for part in request.headers.get("accept-language", "").split(",")[:8]]
    known: dict[str | None, Language] = {one: one for one in LANGUAGES}
    return next((known[one] for one in asked if one in known), "en")


def prefer(request: Request, form: Form) -> Response:
    """Remember language and colours; needs no login."""
    answer = redirect(request, form.get("to", "/"))
    if form["language"] in LANGUAGES:
        _set(request, answer, _LANGUAGE, form["language"], seconds=_YEAR)
    if form["theme"] in THEMES:
        _set(request, answer, _THEME, form["theme"], seconds=_YEAR)
    return answer


async def preferences(request: Request) -> Response:
    """POST /preferences."""
    return prefer(request, await read_form(request))


def render(request: Request, template: str, /, *, status: int = 200, **context: object) -> HTMLResponse:
    """A page. Its template is given `context` and what `_around()` has."""
    body = _environment().get_template(template).render(_around(request) | context)
    answer = HTMLResponse(body, status, headers=_caching(request))
    if request.cookies.get(_NOTICE):
        answer.delete_cookie(_NOTICE, path=settings(request).prefix or "/")
    remember(request, answer)
    return answer


def _caching(request: Request) -> dict[str, str]:
    # after a logout, "back" must not show what was there
    kept = "no-store" if settings(request).accounts else "private, no-cache"
    return {"cache-control": kept, "vary": "cookie, accept-language"}


def _around(request: Request) -> dict[str, object]:
    words = say(request)
    theme = request.cookies.get(_THEME, "auto")
    notice = request.cookies.get(_NOTICE, "")
    found: Guest | None = getattr(request.state, "guest", None)
    return {
        "say": words, "lang": words.language, "theme": theme if theme in THEMES else "auto",
        "notice": notice if words.knows(notice) else "", "guest": found, "accounts": settings(request).accounts,
        "url": functools.partial(url, request), "here": here(request),
        "csrf": lambda: Markup('<input type="hidden" name="csrf" value="{}">').format(csrf_token(request)),
        "asset": lambda name: settings(request).prefix + assets()[name].path,
        "root": settings(request).root, "archive_name": archive(request).url.rpartition("/")[2],
        "sections": [one for one in _SECTIONS if found and found.may(one[1])],
    }  # fmt: skip


_SECTIONS = (  # name, role, path
    ("search", "reader", "/search"),
    ("people", "reader", "/people"),
    ("check", "reader", "/check"),
    ("review", "reviewer", "/review"),
    ("add", "editor", "/add"),
    ("sources", "editor", "/sources"),
)


@functools.cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("wortlaut.web", "templates"), autoescape=True, undefined=StrictUndefined,
        finalize=_shown, trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.filters.update(number=_number, date=_date, percent=_percent)
    return made


def _shown(value: object) -> object:
    """Whatever is printed has its control characters and bidi overrides made visible; what is markup already, had."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@pass_context
def _number(context: Context, value: int) -> str:
    found: Say = context["say"]
    return found.number(value)


@pass_context
def _date(context: Context, value: object) -> str:
    found: Say = context["say"]
    return found.date(value)


@pass_context
def _percent(context: Context, value: float) -> str:
    found: Say = context["say"]
    return found.percent(value)


# Errors


def failure(request: Request, error: Exception) -> Response:
    """The page that says what went wrong and what to do."""
    status, title, told = _told(request, error)
    return render(request, "error.html", status=status, title=title, told=told, code=status)


def _told(request: Request, error: Exception) -> tuple[int, str, str]:  # status, title, what to do
    words, number = say(request), getattr(error, "status_code", None)
    if isinstance(error, NotFoundError | MissingError):
        return 404, words("error.404"), str(error) or words("error.404.help")
    if isinstance(error, RefusedError):
        return 403, words("error.403"), words("error.403.help", role=words(f"role.{error.role}"))
    if isinstance(error, ForgedError):
        return 403, words("error.csrf"), words("error.csrf.help")
    if isinstance(error, DatabaseError):
        return 503, words("error.503"), words("error.503.help", request=getattr(request.state, "request", "–"))
    if isinstance(error, WortlautError):
        return 400, words("error.400"), str(error)
    if number in (404, 405):
        return number, words(f"error.{number}"), words(f"error.{number}.help")
    if number == 413:
        return 413, words("error.413"), words("error.413.help", bytes=words.number(settings(request).upload))
    if number is not None and number < 500:
        return number, words("error.400"), str(getattr(error, "detail", ""))
    return 500, words("error.500"), words("error.500.help", request=getattr(request.state, "request", "–"))
