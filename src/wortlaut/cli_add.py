"""`wortlaut add`: from sources to an archive."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.consoles import OK, SOME_FAILED, WRONG_USE, Console, add_seconds, counted, positive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wortlaut.analysis import Knowledge
    from wortlaut.archive import Archive, Brought
    from wortlaut.intake import Columns, Given, Polite, Source
    from wortlaut.register import Register

DESCRIPTION = (
    "Reads what the archive does not hold yet, and keeps it: articles, their versions, statements and people. "
    "What was added is on disk; the same command goes on after an interruption."
)

_LONGEST_PAUSE = 3600


def add_arguments(command: argparse.ArgumentParser) -> None:
    """The options of `wortlaut add`."""
    command.add_argument(
        "sources", nargs="+", metavar="SOURCE",
        help="file, folder, pattern, http(s) address, feed, sitemap, WARC, JSON Lines, CSV, zip, tar, or -",
    )  # fmt: skip
    command.add_argument("--outlet", metavar="NAME", help="of articles that do not say theirs")
    command.add_argument("--published", metavar="DATE", help="of articles that do not say it, YYYY-MM-DD")
    command.add_argument(
        "--columns", metavar="NAME=COLUMN,...", help="what JSON Lines and CSV call theirs, as text=body,published=date"
    )
    command.add_argument("-j", "--jobs", type=positive, default=1, metavar="N", help="processes that read (default 1)")
    add_seconds(command)
    command.add_argument("--pause", type=float, default=1.0, metavar="S", help="seconds between pages of a host (1)")
    command.add_argument("--register", type=Path, metavar="FILE", help="who is who (default: that of `read`)")
    command.add_argument("--force", action="store_true", help="keep articles that are not in German, too")
    command.add_argument("--again", action="store_true", help="keep again what was forgotten")
    command.add_argument("--format", choices=("terminal", "json"), default="terminal", help="json: a line a source")
    command.add_argument("-q", "--quiet", action="store_true", help="no progress")
    command.set_defaults(archived=_add)


@dataclass
class _Tally:
    """What became of the sources so far."""

    outcomes: Counter[str] = field(default_factory=Counter)
    statements: int = 0


def _add(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive, bring
    from wortlaut.batch import How
    from wortlaut.model import card
    from wortlaut.register import read_register

    reading = _reading(given)  # before the archive is made: its errors are wrong use
    register = read_register(given.register) if given.register else None
    told = _Tally()
    with Archive.open(given.archive, create=True) as archive:
        try:
            how = How(given.force, knowledge_of(register, archive), given.seconds)
            sources, model = _sources(given, archive, console, reading), str(card()["version"])
            brought = bring(archive, sources, jobs=given.jobs, how=how, model=model, again=given.again)
            _follow(brought, told, given, console)
        finally:
            # also after Ctrl-C and errors: what is counted here is on disk
            console.progress("")
            console.say(_summary(told, archive.url))
    if told.outcomes["failed"] == 0:
        return OK
    return SOME_FAILED if told.outcomes.total() > told.outcomes["failed"] else WRONG_USE


def _follow(brought: Iterable[Brought], told: _Tally, given: argparse.Namespace, console: Console) -> None:
    for one in brought:
        told.outcomes[one.outcome] += 1
        told.statements += one.statements
        if one.outcome == "failed":
            console.progress("")
            console.say(one.message)
        if given.format == "json":
            console.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
        if not given.quiet:
            console.progress(f"{told.outcomes.total()} sources, {told.statements} statements: {one.name}")


@dataclass(frozen=True)
class _Reading:
    """How sources are read."""

    fetcher: Polite
    columns: Columns | None
    given: Given


def _reading(given: argparse.Namespace) -> _Reading:
    """What the options ask for. Raises InputError."""
    from wortlaut.errors import InputError
    from wortlaut.intake import Columns, Given, Polite

    if given.published and not _is_date(given.published):
        raise InputError(f"--published {given.published}: this is no date; write YYYY-MM-DD")
    if not 0 <= given.pause <= _LONGEST_PAUSE:
        raise InputError(f"--pause {given.pause}: give seconds from 0 to {_LONGEST_PAUSE}")
    columns = Columns.parse(given.columns) if given.columns else None
    return _Reading(Polite(pause=given.pause), columns, Given(outlet=given.outlet, published=given.published))


def _sources(given: argparse.Namespace, archive: Archive, console: Console, how: _Reading) -> Iterable[Source]:
    from wortlaut.intake import gathered

    return gathered(
        given.sources, stdin=console.stdin, fetcher=how.fetcher, visits=archive, columns=how.columns, given=how.given
    )


def _is_date(words: str) -> bool:
    from datetime import datetime

    try:
        return datetime.fromisoformat(words).date().isoformat() == words[:10]  # not 20240619, nor a week
    except ValueError:
        return False


def knowledge_of(register: Register | None, archive: Archive) -> Knowledge:
    """What is known of people: a register, and what users judged."""
    from wortlaut.analysis import Knowledge

    return Knowledge(register, archive.judgements())


def _summary(told: _Tally, url: str) -> str:
    number = told.outcomes
    parts = [f"{counted(number['new'], 'article')} added"]
    if number["changed"]:
        parts.append(f"{number['changed']} changed")
    parts[-1] += f" ({counted(told.statements, 'statement')})"
    parts += [f"{number[name]} {words}" for name, words in _OTHERS if number[name]]
    return f"{url}: {', '.join(parts)}"


_OTHERS = (("known", "known before"), ("forgotten", "forgotten before, and left out"), ("failed", "failed"))
