"""`wortlaut people`: registers and judgements. Its commands return what there is to say; `cli` prints it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.errors import RegisterError

if TYPE_CHECKING:
    from wortlaut.entries import Entry, Role
    from wortlaut.register import Register

KINDS = ("person", "organization", "place", "group", "document", "unnamed")
SHOWN_ROLES = 3  # of an entry, in a table


@dataclass(frozen=True)
class Said:
    """What goes to standard output, and the message on standard error."""

    result: str = ""
    message: str = ""


def add_arguments(command: argparse.ArgumentParser, register: Path) -> None:
    """The commands below `wortlaut people`; `register` is the file that is meant where none is given."""
    commands = command.add_subparsers(title="commands", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "-r", "--register", type=Path, default=register, metavar="REGISTER",
        help="register, .jsonl or .csv (default: $WORTLAUT_REGISTER, or else people.jsonl)",
    )  # fmt: skip
    _add_import(commands.add_parser("import", parents=[common], help="add entries of other files to a register"))
    _add_list(commands.add_parser("list", parents=[common], help="print entries"))
    merge = commands.add_parser("merge", parents=[common], help="unite entries that are the same; the first id stays")
    merge.add_argument("ids", nargs="+", metavar="ID", help="ids of two or more entries")
    merge.set_defaults(people=_merge)
    _add_split(commands.add_parser("split", parents=[common], help="take a new entry out of one that holds two"))
    export = commands.add_parser("export", parents=[common], help="write a register in another format")
    export.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help=".csv or .jsonl, by its suffix"
    )
    export.set_defaults(people=_export)
    _add_judge(commands.add_parser("judge", help="say who said a statement, for this and all later readings"))


def _add_import(command: argparse.ArgumentParser) -> None:
    command.add_argument("sources", nargs="*", type=Path, metavar="SOURCE", help="register, .jsonl or .csv")
    command.add_argument("--starter", action="store_true", help="add the register that ships with Wortlaut")
    command.set_defaults(people=_import)


def _add_list(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "words", nargs="*", metavar="WORDS", help="only entries with these words in id, names or roles"
    )
    command.add_argument("--kind", choices=KINDS, help="only entries of this kind")
    command.add_argument("--format", choices=("table", "json", "csv"), default="table")
    command.set_defaults(people=_list)


def _add_split(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", help="of the entry that holds two")
    command.add_argument("--name", required=True, metavar="NAME", help="of the new entry")
    command.add_argument("--variants", nargs="+", default=[], metavar="VARIANT", help="names that go to the new entry")
    command.add_argument("--roles", nargs="+", default=[], metavar="ROLE", help="titles, or title@since/until, that go")
    command.add_argument("--id", dest="new_id", metavar="NEW", help="of the new entry (default: made of its name)")
    command.set_defaults(people=_split)


def _add_judge(command: argparse.ArgumentParser) -> None:
    command.add_argument("judgements", type=Path, metavar="JUDGEMENTS", help="file of judgements; made if missing")
    command.add_argument("article", metavar="ARTICLE-ID", help="as in the record")
    command.add_argument("start", type=int, metavar="START", help="first code point of the statement's content")
    command.add_argument("end", type=int, metavar="END", help="the code point after its last one")
    person = command.add_mutually_exclusive_group(required=True)
    person.add_argument("person", nargs="?", metavar="NAME", help="name, or id in the register")
    person.add_argument("--nobody", action="store_true", help="it is nobody known")
    words = command.add_mutually_exclusive_group(required=True)
    words.add_argument("--text", metavar="WORDS", help="the words from START to END")
    words.add_argument("--records", type=Path, metavar="FILE", help="records (JSON Lines) to take the words from")
    command.add_argument("--kind", choices=KINDS, default="person", help="of who said it (default: person)")
    command.set_defaults(people=_judge)


def _opened(path: Path, *, new: bool = False) -> Register:
    from wortlaut.register import Register, read_register

    return Register() if new and not path.exists() else read_register(path)


def _import(given: argparse.Namespace) -> Said:
    from wortlaut.register import read_register, starter, write_register

    if not given.sources and not given.starter:
        raise RegisterError("there is nothing to import; name files, or add --starter")
    before = whole = _opened(given.register, new=True)
    if given.starter:
        whole = whole.added(starter().entries)
    for source in given.sources:
        more = read_register(source)
        try:
            whole = whole.added(more.entries)
        except RegisterError as error:
            raise RegisterError(f"{source} does not fit {given.register}, nothing was imported: {error}") from error
    write_register(whole, given.register)
    return Said(message=f"{given.register}: {len(whole) - len(before)} entries added, {len(whole)} in all")


def _list(given: argparse.Namespace) -> Said:
    from wortlaut.register import csv_text, json_text

    found = [
        entry for entry in _opened(given.register).entries
        if (given.kind is None or entry.kind == given.kind) and _holds(entry, given.words)
    ]  # fmt: skip
    render = {"json": json_text, "csv": csv_text, "table": _table}[given.format]
    return Said(render(found), "" if found else f"{given.register}: no entry is like that")


def _holds(entry: Entry, words: Iterable[str]) -> bool:
    from wortlaut.names import folded

    held = folded(" ".join((entry.id, *entry.names, *(role.title for role in entry.roles))))
    return all(folded(word) in held for word in words)


def _table(entries: Iterable[Entry]) -> str:
    rows = [("id", "name", "kind", "roles"), *((e.id, e.name, e.kind, _roles(e.roles)) for e in entries)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "".join("  ".join((*map(str.ljust, row[:3], widths), row[3])).rstrip() + "\n" for row in rows)


def _roles(roles: tuple[Role, ...]) -> str:
    shown = [f"{r.title} ({r.since or '?'} to {r.until or 'now'})" for r in roles[:SHOWN_ROLES]]
    return "; ".join(shown) + (f"; {len(roles) - SHOWN_ROLES} more" if len(roles) > SHOWN_ROLES else "")


def _merge(given: argparse.Namespace) -> Said:
    from wortlaut.register import write_register

    write_register(_opened(given.register).merged(given.ids), given.register)
    return Said(message=f"{given.register}: {', '.join(given.ids[1:])} merged into {given.ids[0]}")


def _split(given: argparse.Namespace) -> Said:
    from wortlaut.register import write_register

    register = _opened(given.register)
    entry = register.by_id(given.id)
    roles = [role for words in given.roles for role in (_named(entry, words) if entry else ())]
    whole = register.split(given.id, name=given.name, variants=given.variants, roles=roles, new_id=given.new_id)
    write_register(whole, given.register)
    new = whole.entries[-1].id
    return Said(f"{new}\n", f"{given.register}: {new} taken out of {given.id}")


def _named(entry: Entry, words: str) -> list[Role]:
    """The roles with this title, or the one with this title and dates."""
    from wortlaut.register import role_text

    found = [role for role in entry.roles if words in (role.title, role_text(role))]
    if not found:
        raise RegisterError(
            f"{entry.id!r} has no role {words!r}; it has {', '.join(map(role_text, entry.roles)) or 'none'}"
        )
    return found


def _export(given: argparse.Namespace) -> Said:
    from wortlaut.register import write_register

    register = _opened(given.register)
    write_register(register, given.output)
    return Said(message=f"{given.output}: {len(register)} entries")


def _judge(given: argparse.Namespace) -> Said:
    from datetime import UTC, datetime

    from wortlaut.judgements import Judgement, append_judgement

    words = given.text if given.records is None else _words(given)
    today = datetime.now(UTC).date().isoformat()
    judgement = Judgement(given.article, given.start, given.end, words, given.person, today, given.kind)
    append_judgement(given.judgements, judgement)
    return Said(message=f"{given.judgements}: {words[:60]!r} was said by {given.person or 'nobody known'}")


def _words(given: argparse.Namespace) -> str:
    """The words of the span in the record of the article."""
    from wortlaut.text import Span

    for number, line in enumerate(given.records.read_text("utf-8").splitlines() if given.records.is_file() else (), 1):
        try:
            article = json.loads(line)["article"]
            if article["id"] == given.article:
                return Span(given.start, given.end).cut(article["text"])
        except (ValueError, KeyError, TypeError) as error:
            raise RegisterError(
                f"{given.records}, line {number}: no record ({error!r:.60}); give JSON Lines"
            ) from error
    raise RegisterError(f"{given.records} has no article {given.article!r}; make it with: wortlaut read --format json")
