"""/admin: accounts, and the audit of all changes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from wortlaut.desk.accounts import Accounts
from wortlaut.desk.audit import Noted, Sought, actions, every_note, noted
from wortlaut.desk.roles import ROLES
from wortlaut.desk.tokens import Tokens
from wortlaut.errors import AccountError
from wortlaut.exports.cells import defused
from wortlaut.web.frame import Form, NotFoundError, archive, changes, guest, reads, redirect, render
from wortlaut.web.refusals import told

PATH = "/admin"
PAGE = 50  # notes


@reads("admin")
def show(request: Request) -> Response:
    """GET /admin: all accounts."""
    return _page(request)


@changes("admin")
def add(request: Request, form: Form) -> Response:
    """POST /admin: a new account, by `name`, `role`, `password`."""
    try:
        made = Accounts(archive(request)).add(form["name"], form["role"], form["password"], by=guest(request).name)
    except AccountError as error:
        return _page(request, wrong=error, given=form)
    return redirect(request, _path(made.name), notice="admin.added")


def _page(request: Request, *, wrong: AccountError | None = None, given: Form | None = None) -> Response:
    held = Accounts(archive(request)).all()
    return render(
        request, "admin.html", status=400 if wrong else 200, accounts_held=held, roles=ROLES,
        wrong=told(request, wrong) if wrong else "", given=given or Form((("role", ROLES[0]),)),
    )  # fmt: skip


@reads("admin")
def show_one(request: Request) -> Response:
    """GET /admin/account?name=: one account, and what can be done with it."""
    return _one(request, request.query_params.get("name", ""))


@changes("admin")
def change(request: Request, form: Form) -> Response:
    """POST /admin/account: `do` one of role, password, disable, enable, tokens, remove with the account `name`."""
    try:
        notice = _done(request, form)
    except AccountError as error:
        return _one(request, form["name"], wrong=error)
    return redirect(request, PATH if form["do"] == "remove" else _path(form["name"]), notice=notice)


def _done(request: Request, form: Form) -> str:
    """Do it; the key of the notice that tells so."""
    accounts, name, by = Accounts(archive(request)), form["name"], guest(request).name
    match form["do"]:
        case "role":
            accounts.set_role(name, form["role"], by=by)
        case "password":
            if accounts.find(name).name == by:  # who finds an open browser shall not keep its owner out
                raise AccountError("change your own password with the one that you have now", "own")
            accounts.set_password(name, form["password"], by=by)
        case "disable":
            accounts.disable(name, by=by)
        case "enable":
            accounts.enable(name, by=by)
        case "tokens":
            tokens, owner = Tokens(archive(request)), accounts.find(name).name
            for one in tokens.of(owner):
                tokens.revoke(one.id, owner, by=by)
        case "remove":
            if not form["sure"]:
                raise AccountError("confirm it", "unsure")
            accounts.remove(name, by=by)
        case _:
            raise NotFoundError("there is no such form")
    return f"admin.{form['do']}.done"


def _one(request: Request, name: str, *, wrong: AccountError | None = None) -> Response:
    held = archive(request)
    try:
        found = Accounts(held).find(name)
    except AccountError as error:
        raise NotFoundError(str(error)) from error
    return render(
        request, "admin_account.html", status=400 if wrong else 200, account=found, roles=ROLES,
        tokens=Tokens(held).of(found.name), notes=noted(held, of=Sought(account=found.name), limit=5),
        wrong=told(request, wrong) if wrong else "",
    )  # fmt: skip


def _path(name: str) -> str:
    return f"{PATH}/account?name={quote(name, safe='')}"


# Audit


@dataclass(frozen=True, slots=True)
class Filter:
    """What the audit is asked for, as it was written, and what that means."""

    given: dict[str, str]
    sought: Sought
    before: int | None


@reads("admin")
def audit(request: Request) -> Response:
    """GET /admin/audit?account=&action=&since=&until=&before=: changes, the newest first."""
    asked, held = _asked(request), archive(request)
    notes = noted(held, of=asked.sought, before=asked.before, limit=PAGE + 1)
    return render(
        request, "audit.html", notes=notes[:PAGE], asked=asked.given, actions=actions(held), details=_details,
        older=notes[PAGE - 1].id if len(notes) > PAGE else None, first=asked.before is None,
    )  # fmt: skip


@reads("admin")
def export(request: Request) -> Response:
    """GET /admin/audit.csv: the same, all of it."""
    pieces = _rows(every_note(archive(request), _asked(request).sought))
    headers = {"content-disposition": 'attachment; filename="audit.csv"', "cache-control": "no-store"}
    return StreamingResponse(pieces, media_type="text/csv; charset=utf-8", headers=headers)


def _rows(notes: Iterator[Noted]) -> Iterator[str]:
    yield "at,account,action,target,detail\r\n"
    for one in notes:
        line = io.StringIO()
        cells = (one.at.isoformat(), one.account, one.action, one.target or "", one.detail or "")
        csv.writer(line).writerow([defused(cell) for cell in cells])
        yield line.getvalue()


def _asked(request: Request) -> Filter:
    given = {name: request.query_params.get(name, "").strip() for name in ("account", "action", "since", "until")}
    before = request.query_params.get("before", "")
    sought = Sought(
        given["account"].casefold() or None, given["action"] or None, _day(given["since"]), _day(given["until"])
    )
    return Filter(given, sought, int(before) if before.isdecimal() and len(before) < 16 else None)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _details(one: Noted) -> list[tuple[str, str]]:
    """What else was noted, as names and values."""
    try:
        found = json.loads(one.detail or "{}")
    except ValueError:
        return [("", one.detail or "")]
    items = found.items() if isinstance(found, dict) else [("", found)]
    return [(name, _said(value)) for name, value in items if value not in (None, "", [])]


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_said, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


ROUTES = [
    Route(PATH, show),
    Route(PATH, add, methods=["POST"]),
    Route(f"{PATH}/account", show_one),
    Route(f"{PATH}/account", change, methods=["POST"]),
    Route(f"{PATH}/audit", audit),
    Route(f"{PATH}/audit.csv", export),
]
