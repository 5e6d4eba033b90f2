"""`wortlaut find` and `wortlaut check`: what an archive holds, and whether something was said."""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.consoles import OK, SOME_FAILED, Console
from wortlaut.errors import InputError

if TYPE_CHECKING:
    from wortlaut.archive import Archive, Checked, Group, Hit, Query
    from wortlaut.kept import Kept

KINDS = ("direct", "indirect", "free_indirect", "indirect_free_indirect", "reported")
GROUPS = ("person", "outlet", "month", "kind")
ORDERS = ("newest", "oldest", "score")
# By the verdict; 1, 2 and 130 keep their meanings. A test holds them together with the verdicts.
CODES = {
    "verbatim": 0, "cut": 10, "altered": 11, "reported": 12, "other_speaker": 13, "not_asserted": 14, "not_found": 15,
}  # fmt: skip

FIND = "Finds statements in an archive by their words, whatever their endings, and by person, outlet, time and kind."
CHECK = (
    "Says whether a quotation is in the archive: verbatim, cut, altered, reported in other words, said by someone "
    "else, only denied or hypothetical, or not found. Exit codes in this order: 0, 10, 11, 12, 13, 14, 15."
)


def add_find(command: argparse.ArgumentParser) -> None:
    """The options of `wortlaut find`."""
    command.add_argument(
        "words", nargs="*", metavar="WORDS",
        help='all must be there; "mehr Geld" as a phrase; without words: all statements',
    )  # fmt: skip
    command.add_argument("--not", dest="excluded", action="append", default=[], metavar="WORD", help="none of these")
    add_filters(command)
    command.add_argument("--order", choices=ORDERS, default="newest", help="default: newest")
    command.add_argument("-n", "--limit", type=int, default=20, metavar="N", help="statements on a page (default 20)")
    command.add_argument("--after", metavar="PLACE", help="go on behind a page, with what it calls its next")
    command.add_argument("--count-by", choices=GROUPS, help="count instead of listing")
    command.add_argument("-f", "--format", choices=("terminal", "json", "csv"), help="default: as `read`")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to FILE, whole or not at all")
    command.set_defaults(archived=_find)


def add_filters(command: argparse.ArgumentParser) -> None:
    """The options that narrow down which statements are meant."""
    command.add_argument("--person", metavar="NAME", help="who said it: a name, a last name, or an id of the register")
    command.add_argument("--outlet", metavar="NAME", help="where it stands")
    command.add_argument("--from", dest="since", type=_day, metavar="DATE", help="first day, YYYY-MM-DD")
    command.add_argument("--to", dest="until", type=_day, metavar="DATE", help="last day, YYYY-MM-DD")
    command.add_argument("--kind", dest="kinds", action="append", choices=KINDS, default=[], help="may be given again")
    command.add_argument("--about", metavar="NAME", help="whom or what the statement names")
    command.add_argument("--versions", action="store_true", help="also in articles that were changed later")
    command.add_argument("--copies", action="store_true", help="also in other prints of the same agency copy")


def add_check(command: argparse.ArgumentParser) -> None:
    """The options of `wortlaut check`."""
    command.add_argument("claim", metavar="QUOTATION", help="the words that are said to have been said, or -")
    command.add_argument("--person", metavar="NAME", help="who is said to have said it")
    command.add_argument(
        "-f", "--format", choices=("terminal", "json", "markdown", "html"), help="default: as `read`; two are reports"
    )
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to FILE, whole or not at all")
    command.set_defaults(archived=_check)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{words!r} is no date; write YYYY-MM-DD") from error


def query_of(given: argparse.Namespace) -> Query:
    """What the options ask for. Raises ArchiveError."""
    from wortlaut.archive import Query

    words = [*map(_term, getattr(given, "words", ())), *(f"-{_term(word)}" for word in getattr(given, "excluded", ()))]
    return Query(
        words=" ".join(words), person=given.person, outlet=given.outlet, since=given.since, until=given.until,
        kinds=tuple(given.kinds), about=given.about, versions=given.versions, copies=given.copies,
        order=getattr(given, "order", "newest"), limit=getattr(given, "limit", 20), after=getattr(given, "after", None),
    )  # fmt: skip


def _term(word: str) -> str:
    """What the shell passes as one word with blanks in it was in quotation marks."""
    plain = " " in word.strip() and not re.search(r'["„“”»«]|(^|\s)-\w', word)
    return f'"{word}"' if plain else word


def _find(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive

    query = query_of(given)
    shown = given.format or ("terminal" if console.shown and given.output is None else "json")
    with Archive.open(given.archive) as archive:
        if given.count_by:
            found, text = _counted(archive, query, given.count_by, shown, console)
        else:
            found, text = _listed(archive, query, shown, console)
    console.put([text], given.output)
    return OK if found else SOME_FAILED


def _counted(archive: Archive, query: Query, by: Group, shown: str, console: Console) -> tuple[bool, str]:
    counts = archive.count(query, by)
    if shown == "terminal":
        from wortlaut.surfaces import counts as surface

        text = surface.render(counts, by, width=console.width, color=console.color, language=console.language)
        return bool(counts), text
    rows: list[dict[str, object]] = [
        {by: one.name, "statements": one.statements, "utterances": one.utterances} for one in counts
    ]
    if shown == "json":
        return bool(counts), "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return bool(counts), _csv(rows, [by, "statements", "utterances"])


def _csv(rows: list[dict[str, object]], columns: list[str]) -> str:
    import csv
    import io

    from wortlaut.exports.cells import defused

    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: defused(value) if isinstance(value, str) else value for name, value in row.items()}
                     for row in rows)  # fmt: skip
    return text.getvalue()


def _listed(archive: Archive, query: Query, shown: str, console: Console) -> tuple[bool, str]:
    from wortlaut.surfaces import found

    page = archive.find(query)
    if shown == "terminal":
        text = found.render(page, query=query, total=archive.total(query), width=console.width, color=console.color,
                            language=console.language)  # fmt: skip
    elif shown == "json":
        text = json.dumps(found.to_dict(page), ensure_ascii=False) + "\n"
    else:
        from wortlaut.exports.sheets import csv_pieces

        text = "".join(csv_pieces(_alone(hit) for hit in page.hits))
    return bool(page.hits), text


def _alone(hit: Hit) -> Kept:
    """The article with this statement alone: one row of a table."""
    return replace(hit.kept, analysis=replace(hit.kept.analysis, statements=(hit.statement,)))


def _check(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive

    claim = _claim(given, console)
    with Archive.open(given.archive) as archive:
        checked = archive.check(claim, person=given.person)
        url = _called(archive.url)
    shown = given.format or ("terminal" if console.shown and given.output is None else "json")
    console.put([_verdict(checked, shown, url, console)], given.output)
    return CODES[checked.finding.verdict]


def _called(url: str) -> str:
    """The archive as a report names it: of a file not the folders above, which are nobody's business."""
    return url if "://" in url else Path(url).name


def _claim(given: argparse.Namespace, console: Console) -> str:
    if given.claim != "-":
        return str(given.claim)
    from wortlaut.intake import decode

    words = decode(console.stdin(), None, "standard input").strip()
    if not words:
        raise InputError("standard input: it is empty; give the words of the quotation")
    return words


def _verdict(checked: Checked, shown: str, url: str, console: Console) -> str:
    from wortlaut.surfaces import checked as surface
    from wortlaut.surfaces import report

    if shown == "terminal":
        return surface.render(checked, width=console.width, color=console.color, language=console.language)
    if shown == "json":
        return json.dumps(surface.to_dict(checked), ensure_ascii=False) + "\n"
    write = report.markdown if shown == "markdown" else report.html
    return write(
        checked, archive=url, made=datetime.now(UTC), language=console.language, model=_model(checked)
    )  # fmt: skip


def _model(checked: Checked) -> str:
    """The version of the model that read the evidence; without evidence, that of this program."""
    from wortlaut.model import card

    return ", ".join(sorted({kept.model for kept in checked.kept.values()})) or str(card()["version"])
