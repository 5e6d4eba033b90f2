"""The command line: composes the surfaces; the only file that prints or reads the environment.

Exit codes: 0 all was read; 1 some sources failed, all others were printed; 2 wrong use or nothing could be done;
130 interrupted.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from wortlaut.consoles import INTERRUPTED, OK, SOME_FAILED, WRONG_USE, Console, add_seconds, positive
from wortlaut.errors import WortlautError

if TYPE_CHECKING:
    from wortlaut.analysis import Knowledge
    from wortlaut.batch import Result
    from wortlaut.crediting import Crediting
    from wortlaut.evaluation import Evaluation
    from wortlaut.record import Analysis

FORMATS = ("terminal", "json", "html", "marked", "csv")
HANDFUL = 5  # sources; for more, progress is shown
LISTED = 1_000  # sources that are listed before the first is read; a dump may have millions


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    _unicode_out()
    given = parser().parse_args(arguments)
    try:
        code: int = given.run(given)
        sys.stdout.flush()
    except WortlautError as error:
        _say(f"wortlaut: {error}")
        return WRONG_USE
    except OSError as error:
        # what Python flushes at exit must not complain again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # who read our output has gone
            return SOME_FAILED
        _say(f"wortlaut: the output cannot be written ({error.strerror}); make room or write elsewhere")
        return WRONG_USE
    except KeyboardInterrupt:
        unwritten = getattr(given, "output", None) is not None
        kept = "nothing was written" if unwritten else getattr(given, "kept", "what was done is printed")
        _say(f"wortlaut: interrupted; {kept}")
        return INTERRUPTED
    return code


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    from wortlaut import __version__, cli_accounts, cli_add, cli_archive, cli_people, cli_search, cli_serve

    top = argparse.ArgumentParser(
        prog="wortlaut", description="Reads German news and keeps the record of who said what.",
        epilog="Example: wortlaut read article.txt --format html -o article.html",
    )  # fmt: skip
    top.add_argument("--version", action="version", version=f"wortlaut {__version__}")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_read(commands.add_parser("read", help="print every statement in articles", description=_READ))
    held, spoken = _archive_option(), _saying_options()
    for name, told, help_, add, parents in (
        ("add", cli_add.DESCRIPTION, "read articles and keep them in an archive", cli_add.add_arguments, [held]),
        ("find", cli_search.FIND, "find statements in an archive", cli_search.add_find, [held, spoken]),
        ("check", cli_search.CHECK, "say whether a quotation is in an archive", cli_search.add_check, [held, spoken]),
        (
            "export",
            cli_archive.EXPORT,
            "write an archive in the formats of other tools",
            cli_archive.add_export,
            [held],
        ),
        ("serve", cli_serve.SERVE, "open an archive in the browser, with its API", cli_serve.add_arguments, [held]),
        ("import", cli_archive.IMPORT, "take back what people corrected in an export", cli_archive.add_import, [held]),
    ):
        command = commands.add_parser(name, help=help_, description=told, parents=parents)
        add(command)
        command.set_defaults(run=_archived)
        if name == "serve":
            command.set_defaults(share=os.environ.__setitem__)
    accounts = commands.add_parser("accounts", help="say who may log in", description=cli_accounts.DESCRIPTION)
    cli_accounts.add_commands(accounts, held)
    accounts.set_defaults(run=_archived)
    archive = commands.add_parser("archive", help="look after an archive", description=cli_archive.ARCHIVE)
    cli_archive.add_commands(archive, held, spoken)
    archive.set_defaults(run=_archived)
    _add_evaluate(commands.add_parser("evaluate", help="score statements against gold", description=_EVALUATE))
    people = commands.add_parser("people", help="keep registers of people and judgements", description=_PEOPLE)
    cli_people.add_arguments(people, Path(os.environ.get("WORTLAUT_REGISTER") or "people.jsonl"))
    people.set_defaults(run=_people)
    model = commands.add_parser("model", help="print what the model is and where it comes from", description=_MODEL)
    model.add_argument("--format", choices=("terminal", "json"), default="terminal")
    model.set_defaults(run=_model)
    return top


_READ = "Reads articles and prints every statement in them: speaker, attributing words, kind, medium and exact place."
_EVALUATE = "Scores statements against gold: the quotation corpus's format (.jsonl, .jsonl.gz) or golden texts (.txt)."
_PEOPLE = "Keeps registers of people, organisations and groups, and judgements of who said what."
_MODEL = "Prints version, training data, licences and scores of the model."


def _add_read(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "sources", nargs="+", metavar="SOURCE",
        help="text or HTML file, folder, pattern, http(s) address, WARC, JSON Lines, CSV, zip, tar, or -",
    )  # fmt: skip
    command.add_argument(
        "--columns", metavar="NAME=COLUMN,...", help="what JSON Lines and CSV call theirs, as text=body,published=date"
    )
    command.add_argument(
        "-f", "--format", choices=FORMATS,
        help="default: terminal on a terminal, json otherwise (JSON Lines for several)",
    )  # fmt: skip
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to FILE, whole or not at all")
    command.add_argument(
        "-l", "--language", choices=("de", "en"), help="of labels in terminal and html (default: LANG)"
    )
    command.add_argument(
        "--by", choices=("text", "person"), default="text",
        help="order of statements in terminal, html and csv: that of the text (default) or grouped by who made them",
    )  # fmt: skip
    command.add_argument("--reasons", action="store_true", help="say in terminal and html why each person is the one")
    register = os.environ.get("WORTLAUT_REGISTER")
    command.add_argument(
        "--register", type=Path, metavar="FILE", default=Path(register) if register else None,
        help="who is who (default: WORTLAUT_REGISTER, or else the register that ships)",
    )  # fmt: skip
    command.add_argument("--judgements", type=Path, metavar="FILE", help="what users judged, which overrules all links")
    command.add_argument("-j", "--jobs", type=positive, default=1, metavar="N", help="processes that read (default 1)")
    add_seconds(command)
    command.add_argument("--force", action="store_true", help="read articles that are not in German, too")
    command.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="in the terminal format")
    command.add_argument(
        "--width", type=positive, metavar="COLUMNS", help="of the terminal format (default: as wide as it is)"
    )
    command.add_argument("-q", "--quiet", action="store_true", help="no progress")
    command.set_defaults(run=_read)


def _add_evaluate(command: argparse.ArgumentParser) -> None:
    command.add_argument("gold", type=Path, metavar="GOLD", help="corpus file, golden text, or folder of golden texts")
    command.add_argument("--predictions", type=Path, metavar="FILE", help="records (JSON Lines) instead of reading now")
    command.add_argument(
        "--errors", action="store_true", help="show missed, false and wrong statements in context, and wrong people"
    )
    command.add_argument("--format", choices=("terminal", "json"), default="terminal")
    command.set_defaults(run=_evaluate)


ARCHIVE = "wortlaut.db"


def _archive_option() -> argparse.ArgumentParser:
    named = os.environ.get("WORTLAUT_ARCHIVE") or None
    option = argparse.ArgumentParser(add_help=False)
    option.add_argument(
        "-a", "--archive", metavar="URL", default=named,
        help=f"file, sqlite:///FILE or postgresql://… (default: $WORTLAUT_ARCHIVE, or else {ARCHIVE})",
    )  # fmt: skip
    return option


def _saying_options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("-l", "--language", choices=("de", "en"), help="of labels (default: LANG)")
    options.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="in the terminal format")
    options.add_argument("--width", type=positive, metavar="COLUMNS", help="of the terminal format")
    return options


def _archived(given: argparse.Namespace) -> int:
    given.kept = "what was confirmed is kept; the same command goes on"
    if given.archive is None:
        given.archive = ARCHIVE
        _say(f"wortlaut: the archive is {Path(ARCHIVE).resolve()}; another one: --archive, or WORTLAUT_ARCHIVE")
    if getattr(given, "register", given) is None and os.environ.get("WORTLAUT_REGISTER"):
        given.register = Path(os.environ["WORTLAUT_REGISTER"])
    code: int = given.archived(given, _console(given))
    return code


def _console(given: argparse.Namespace) -> Console:
    unset = {"output": None, "width": None, "color": "auto", "language": None}  # of commands that do not take them
    given.__dict__.update({name: value for name, value in unset.items() if name not in given})
    return Console(
        write=_write, say=lambda line: _say(f"wortlaut: {line}"), progress=_progress, stdin=sys.stdin.buffer.read,
        secret=_secret,
        shown=sys.stdout.isatty(), width=given.width or min(shutil.get_terminal_size((80, 24)).columns, 100),
        color=_wants_color(given), language=_language(given.language),
    )  # fmt: skip


def _write(piece: str) -> None:
    sys.stdout.write(piece)
    sys.stdout.flush()


def _secret(question: str) -> str:
    """What is typed without being shown; nothing without a terminal."""
    import getpass

    return getpass.getpass(question) if sys.stdin.isatty() else ""


def _progress(line: str) -> None:
    """A line on standard error that the next one overwrites; without a terminal, none."""
    if sys.stderr.isatty():
        columns = shutil.get_terminal_size((80, 24)).columns
        plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in line)
        sys.stderr.write(f"\r\x1b[K{plain[: columns - 1]}")
        sys.stderr.flush()


def _read(given: argparse.Namespace) -> int:
    from wortlaut.batch import Failure, How, analyses
    from wortlaut.files import write_whole
    from wortlaut.intake import Columns, sources
    from wortlaut.record import Analysis

    knowledge = _knowledge(given)
    columns = Columns.parse(given.columns) if given.columns else None
    named = sources(given.sources, stdin=sys.stdin.buffer.read, columns=columns)
    first = list(itertools.islice(named, LISTED))
    total = len(first) if len(first) < LISTED else None
    shown = given.format or ("terminal" if given.output is None and sys.stdout.isatty() else "json")
    counted: Counter[str] = Counter()

    def read_ones() -> Iterator[Analysis]:
        jobs = min(given.jobs, len(first))
        how = How(given.force, knowledge, given.seconds)
        results = analyses(itertools.chain(first, named), jobs=jobs, how=how)
        for result in _with_progress(results, total, given.quiet):
            counted["all"] += 1
            if isinstance(result, Failure):
                counted["failed"] += 1
                _say(f"wortlaut: {result.message}")
            elif isinstance(result, Analysis):
                yield result

    pieces = _printed(read_ones(), shown, given)
    if given.output is not None:
        write_whole(
            given.output, pieces, worth_it=lambda: counted["failed"] < counted["all"],
            remedy="choose another folder with -o",
        )  # fmt: skip
    else:
        for piece in pieces:
            _write(piece)
    return _exit_code(counted["failed"], counted["all"])


def _knowledge(given: argparse.Namespace) -> Knowledge:
    """The register and judgements that were named; without them the register that ships."""
    from wortlaut.analysis import Knowledge

    register = judgements = None
    if given.register is not None:
        from wortlaut.register import read_register

        register = read_register(given.register)
    if given.judgements is not None:
        from wortlaut.judgements import read_judgements

        judgements = read_judgements(given.judgements)
    return Knowledge(register, judgements)


def _exit_code(failed: int, total: int) -> int:
    if not failed:
        return OK
    if total > 1:
        _say(f"wortlaut: {failed} of {total} sources could not be read")
    return SOME_FAILED


def _printed(found: Iterator[Analysis], shown: str, given: argparse.Namespace) -> Iterator[str]:
    """The output in pieces, each as soon as its article is read; a page of HTML has all its articles at once."""
    if shown == "html":
        from wortlaut.surfaces import html

        yield html.render(list(found), language=_language(given.language), by=given.by, reasons=given.reasons)
        return
    print_one = _printer(shown, given)
    for number, analysis in enumerate(found):
        yield print_one(analysis, number)


def _printer(shown: str, given: argparse.Namespace) -> Callable[[Analysis, int], str]:
    if shown == "json":
        import json

        return lambda analysis, _: json.dumps(analysis.to_dict(), ensure_ascii=False) + "\n"
    if shown == "marked":
        from wortlaut import golden

        return lambda analysis, number: ("\n" if number else "") + golden.render(analysis)
    if shown == "csv":
        from wortlaut.surfaces import table

        return lambda analysis, number: table.render([analysis], header=number == 0, by=given.by)
    from wortlaut.surfaces import terminal

    width = given.width or min(shutil.get_terminal_size((80, 24)).columns, 100)
    show = partial(
        terminal.render, width=width, color=_wants_color(given), language=_language(given.language),
        by=given.by, reasons=given.reasons,
    )  # fmt: skip
    return lambda analysis, number: ("\n" if number else "") + show(analysis)


def _wants_color(given: argparse.Namespace) -> bool:
    if given.color != "auto":
        return bool(given.color == "always")
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"  # https://no-color.org
    return given.output is None and sys.stdout.isatty() and not plain


def _language(asked: str | None) -> Literal["de", "en"]:
    """What is asked for, or else the language of the environment, or else English."""
    if asked:
        return "de" if asked == "de" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "de" if os.environ[name].lower().startswith("de") else "en"
    return "en"


def _with_progress(results: Iterable[Result], total: int | None, quiet: bool) -> Iterator[Result]:
    """The same results; a bar on standard error for more than a handful, or their number where there is no end yet."""
    show = (total is None or total > HANDFUL) and not quiet and sys.stderr.isatty()
    for number, result in enumerate(results, 1):
        if show and total is None:
            _progress(f"{number} read")
        elif show and total is not None:
            done = 30 * number // total
            sys.stderr.write(f"\r\x1b[K[{'#' * done}{'.' * (30 - done)}] {number}/{total}")
            sys.stderr.write("\r\x1b[K" if number == total else "")
            sys.stderr.flush()
        yield result


def _evaluate(given: argparse.Namespace) -> int:
    import json

    from wortlaut.analysis import analyze
    from wortlaut.crediting import Crediting
    from wortlaut.evaluation import Evaluation
    from wortlaut.gold import predictions, read_gold

    evaluation, crediting = Evaluation(), Crediting()
    known = predictions(given.predictions) if given.predictions else None
    for gold in read_gold(given.gold):
        found = known(gold.article) if known else analyze(gold.article)
        pairs = evaluation.add(gold, found.statements)
        if gold.golden:
            crediting.add(gold.golden, found, pairs)
        if given.errors:
            from wortlaut.surfaces import errors

            stream = sys.stderr if given.format == "json" else sys.stdout
            stream.write(errors.render(gold, pairs))
            stream.write("".join(f"{line}\n" for line in crediting.wrong))
        crediting.wrong.clear()
    if given.format == "json":
        people = {"people": crediting.summary()} if crediting.counts["gold"] else {}
        sys.stdout.write(json.dumps({**evaluation.to_dict(), **people}) + "\n")
    else:
        sys.stdout.write(_scores(evaluation) + _credits(crediting))
    return OK


def _scores(evaluation: Evaluation) -> str:
    """The scores as a table."""
    from wortlaut.evaluation import PARTS
    from wortlaut.statements import ROLES

    predicted, gold = evaluation.statements
    lines = [f"{evaluation.articles} articles, {gold} statements in gold, {predicted} predicted", ""]
    lines.append(f"{'':26}{'precision':>10}{'recall':>10}{'F1':>10}")
    for name, parts in (("messages", ("content",)), ("roles", ROLES), ("joint", PARTS), *((r, (r,)) for r in ROLES)):
        score = evaluation.score(parts)
        indent = "  " if name in ROLES else ""
        lines.append(f"{indent + name:26}{score.precision:10.3f}{score.recall:10.3f}{score.f1:10.3f}")
    lines += ["", f"kind, of pairs whose content overlaps: {evaluation.kind_accuracy:.3f}", ""]
    for kind, (score, number) in evaluation.by_kind().items():
        lines.append(f"{kind:26}{score.precision:10.3f}{score.recall:10.3f}{score.f1:10.3f}{number:8} in gold")
    return "\n".join(lines) + "\n"


def _credits(crediting: Crediting) -> str:
    """The scores of people and times as a table; empty where gold judges none."""
    if not crediting.counts["gold"]:
        return ""
    counts, shares = crediting.counts, crediting.summary()
    rows = (
        ("person", shares["person"], f"{counts['person_right']} of {counts['statements']} statements that were found"),
        ("links made that are right", shares["links"], f"{counts['links_right']} of {counts['links']}"),
        ("relays found", shares["relay_recall"], f"{counts['relays_right']} of {counts['relays']}"),
        ("relays that are right", shares["relay_precision"], f"{counts['relays_right']} of {counts['relays_found']}"),
        ("time", shares["time"], f"{counts['times_right']} of {counts['times']}, where the text gives one"),
        ("times that are right", shares["time_precision"], f"{counts['times_right']} of {counts['times_found']}"),
    )
    lines = (f"{name:26}{share:10.3f}  {of}" for name, share, of in rows)
    return "\n" + "\n".join(lines) + "\n"


def _model(given: argparse.Namespace) -> int:
    import json

    from wortlaut.model import card

    inner = ("transitions", "thresholds", "calibration")
    found = {name: value for name, value in card().items() if name not in inner}
    if given.format == "json":
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(_card_text(found))
    return OK


def _people(given: argparse.Namespace) -> int:
    said = given.people(given)
    sys.stdout.write(said.result)
    if said.message:
        _say(f"wortlaut: {said.message}")
    return OK


def _card_text(found: dict[str, object], indent: str = "") -> str:
    lines = []
    for name, value in found.items():
        if isinstance(value, dict):
            lines.append(f"{indent}{name.replace('_', ' ')}:\n" + _card_text(value, indent + "  "))
        elif isinstance(value, list):
            lines.append(f"{indent}{name.replace('_', ' ')}:\n" + "".join(f"{indent}  - {item}\n" for item in value))
        else:
            lines.append(f"{indent}{name.replace('_', ' ')}: {value}\n")
    return "".join(lines)


def _say(message: str) -> None:
    from wortlaut.surfaces.characters import visible

    sys.stderr.write(visible(message) + "\n")  # names of files, pages and people come from others
    sys.stderr.flush()


def _unicode_out() -> None:
    """Print UTF-8 whatever the locale says: German cannot be printed in ASCII."""
    streams: tuple[TextIO, ...] = (sys.stdout, sys.stderr)
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, _terminated)


def _terminated(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
