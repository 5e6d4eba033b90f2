"""`wortlaut accounts`: who may work with an archive in the app, and as what."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from wortlaut.consoles import OK, Console, positive
from wortlaut.errors import AccountError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wortlaut.desk.accounts import Account
    from wortlaut.desk.tokens import Token

# A copy of the names in `desk`, so that `--help` imports nothing more; a test holds them together.
ROLES = ("reader", "reviewer", "editor", "admin")
SCOPES = ("read", "analyze", "review", "write")

DESCRIPTION = "Looks after the accounts of an archive: who may log in to `wortlaut serve`, and as what."


def add_commands(command: argparse.ArgumentParser, held: argparse.ArgumentParser) -> None:
    """The commands below `wortlaut accounts`; `held` says which archive."""
    commands = command.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def add(name: str, help_: str) -> argparse.ArgumentParser:
        told = f"{help_[:1].upper()}{help_[1:]}."
        return commands.add_parser(name, help=help_, description=told, parents=[held])

    new = add("add", "make an account; its password is asked for")
    _name(new, "of the account; letters, digits and . - _ @ +")
    new.add_argument("--role", choices=ROLES, default="reader", help="each may do what those before it may")
    _from_stdin(new)
    new.set_defaults(archived=_add)
    listed = add("list", "print all accounts")
    listed.add_argument("--format", choices=("terminal", "json"), default="terminal")
    listed.set_defaults(archived=_list)
    role = add("role", "give an account another role")
    _name(role)
    role.add_argument("role", choices=ROLES, metavar="ROLE", help=f"one of {', '.join(ROLES)}")
    role.set_defaults(archived=_role)
    password = add("password", "give an account another password, end its sessions and its waiting")
    _name(password)
    _from_stdin(password)
    password.set_defaults(archived=_password)
    for what, help_ in (
        ("disable", "let an account in no more; its sessions end"),
        ("enable", "let an account in again"),
        ("remove", "take an account out, with its tokens; what it did keeps its name"),
    ):
        one = add(what, help_)
        _name(one)
        one.set_defaults(archived=_do, what=what)
    _add_token(add("token", "make a token of an account for programs, and print it once"))
    tokens = add("tokens", "print what tokens an account has")
    _name(tokens)
    tokens.add_argument("--format", choices=("terminal", "json"), default="terminal")
    tokens.set_defaults(archived=_tokens)
    revoke = add("revoke", "take a token back")
    _name(revoke)
    revoke.add_argument("token", type=positive, metavar="NUMBER", help="as `wortlaut accounts tokens` prints it")
    revoke.set_defaults(archived=_revoke)


def _name(command: argparse.ArgumentParser, help_: str = "of the account") -> None:
    command.add_argument("name", metavar="NAME", help=help_)


def _from_stdin(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--password-stdin", action="store_true", help="read it from standard input, instead of asking twice"
    )


def _add_token(command: argparse.ArgumentParser) -> None:
    _name(command)
    command.add_argument("--name", required=True, dest="called", metavar="WORDS", help="what the token is for")
    command.add_argument("--scopes", nargs="+", choices=SCOPES, default=["read"], help="what it may do (default: read)")
    command.add_argument("--days", type=positive, metavar="N", help="days that it is good (default: until revoked)")
    command.set_defaults(archived=_token)


def _add(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.desk.accounts import Accounts, account_name

    name = account_name(given.name)
    password = _asked(given, console, name)
    with Archive.open(given.archive, create=True) as archive:
        made = Accounts(archive).add(name, given.role, password)
        console.say(f"{archive.url}: {made.name} may log in as {made.role}")
    return OK


def _list(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.desk.accounts import Accounts

    with Archive.open(given.archive) as archive:
        found = Accounts(archive).all()
        if given.format == "json":
            console.write(json.dumps([asdict(one) for one in found], default=datetime.isoformat) + "\n")
        elif found:
            console.write(_table([("name", "role", "made", "state", "sessions", "tokens"), *map(_row, found)]))
        else:
            console.say(f"{archive.url}: no account yet; make one with: wortlaut accounts add NAME --role admin")
    return OK


def _row(one: Account) -> tuple[str, ...]:
    state = "disabled" if one.disabled else "may log in"
    return one.name, one.role, one.created.date().isoformat(), state, str(one.sessions), str(one.tokens)


def _role(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.desk.accounts import Accounts

    with Archive.open(given.archive) as archive:
        Accounts(archive).set_role(given.name, given.role)
        console.say(f"{archive.url}: {given.name} is {given.role} now")
    return OK


def _password(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.desk.accounts import Accounts

    with Archive.open(given.archive) as archive:
        name = Accounts(archive).find(given.name).name
        Accounts(archive).set_password(name, _asked(given, console, name))
        console.say(f"{archive.url}: {name} has another password; its sessions have ended")
    return OK


def _do(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.desk.accounts import Accounts

    with Archive.open(given.archive) as archive:
        accounts = Accounts(archive)
        {"disable": accounts.disable, "enable": accounts.enable, "remove": accounts.remove}[given.what](given.name)
        console.say(f"{archive.url}: {given.name} was {given.what.rstrip('e')}ed")
    return OK


def _token(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.desk.accounts import LOCAL, Accounts
    from wortlaut.desk.tokens import Tokens

    with Archive.open(given.archive) as archive:
        name = Accounts(archive).find(given.name).name
        key = Tokens(archive).make(name, given.called, given.scopes, days=given.days, by=LOCAL)
    console.write(f"{key}\n")
    console.say("this is the only time that it is shown; give it as: Authorization: Bearer …")
    return OK


def _tokens(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.desk.accounts import Accounts
    from wortlaut.desk.tokens import Tokens

    with Archive.open(given.archive) as archive:
        name = Accounts(archive).find(given.name).name
        found = Tokens(archive).of(name)
    if given.format == "json":
        told = [{**asdict(one), "scopes": sorted(one.scopes)} for one in found]
        console.write(json.dumps(told, default=datetime.isoformat) + "\n")
    elif found:
        console.write(_table([("number", "name", "scopes", "made", "used", "until"), *map(_token_row, found)]))
    else:
        console.say(f"{name} has no token")
    return OK


def _token_row(one: Token) -> tuple[str, ...]:
    used, until = (moment.date().isoformat() if moment else "never" for moment in (one.used, one.expires))
    return str(one.id), one.name, " ".join(sorted(one.scopes)), one.created.date().isoformat(), used, until


def _revoke(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.desk.accounts import LOCAL, Accounts
    from wortlaut.desk.tokens import Tokens

    with Archive.open(given.archive) as archive:
        name = Accounts(archive).find(given.name).name
        if not Tokens(archive).revoke(given.token, name, by=LOCAL):
            raise AccountError(f"{name} has no token {given.token}; see all with: wortlaut accounts tokens", "unknown")
    console.say(f"token {given.token} of {name} was revoked")
    return OK


def _asked(given: argparse.Namespace, console: Console, name: str) -> str:
    """The new password, from standard input or asked for twice. Raises AccountError."""
    from wortlaut.desk.passwords import checked

    if given.password_stdin:
        return console.stdin().decode("utf-8", "replace").rstrip("\r\n")
    password = console.secret(f"New password of {name}: ")
    if not password:
        raise AccountError("no password was given; type it at a terminal, or use --password-stdin", "password-short")
    checked(password, name)
    if console.secret("The same again: ") != password:
        raise AccountError("the two passwords differ; nothing was changed", "password-differs")
    return password


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    from wortlaut.surfaces.characters import columns, visible

    shown = [tuple(map(visible, row)) for row in rows]
    widths = [max(map(columns, column)) for column in zip(*shown, strict=True)]
    return "".join(
        "  ".join(cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in shown
    )
