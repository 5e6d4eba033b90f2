"""`wortlaut archive`, `export` and `import`: looking after an archive, giving it out, taking corrections back."""

from __future__ import annotations

import argparse
import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wortlaut.consoles import OK, SOME_FAILED, Console, add_seconds, counted, positive

if TYPE_CHECKING:
    from wortlaut.archive import Archive, Forgotten, Old, Reread
    from wortlaut.batch import How
    from wortlaut.kept import Kept
    from wortlaut.text import Article

# A copy of the names in `exports`, so that `--help` imports nothing more; a test holds them together.
FORMATS = (
    "jsonl", "csv", "excel-csv", "xlsx", "parquet", "corpus", "annotation", "schema.org", "cas", "dna", "graphml",
)  # fmt: skip

SHOWN = 20  # articles or names that are listed
_TOLD = 50  # articles between two reports of progress

ARCHIVE = "Looks after an archive: what it holds, whether it is whole, copies of it, what is to be forgotten."
EXPORT = "Writes all statements of an archive in a format that other tools read."
IMPORT = (
    "Takes back what people corrected in an export (CSV, XLSX, CAS) or judged (JSON Lines): who said it, of which kind "
    "it is, or that it is no statement. It holds at once and for all later readings."
)


def add_commands(
    command: argparse.ArgumentParser, held: argparse.ArgumentParser, spoken: argparse.ArgumentParser
) -> None:
    """The commands below `wortlaut archive`; `held` says which one, `spoken` how what is for readers looks."""
    commands = command.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def add(name: str, help_: str, *further: argparse.ArgumentParser) -> argparse.ArgumentParser:
        told = f"{help_[:1].upper()}{help_[1:]}."
        return commands.add_parser(name, help=help_, description=told, parents=[held, *further])

    info = add("info", "what it holds", spoken)
    _add_format(info)
    info.set_defaults(archived=_info)
    add("tidy", "give room back, and leave nothing on disk of what was taken out").set_defaults(archived=_tidy)
    add("verify", "prove that nothing is damaged: hashes, spans, indexes").set_defaults(archived=_verify)
    backup = add("backup", "write a copy: an SQLite file, whatever the archive is kept in")
    backup.add_argument("target", type=Path, metavar="FILE", help="must not exist yet")
    backup.set_defaults(archived=_backup)
    restore = add("restore", "fill an empty archive from a backup, in SQLite or PostgreSQL")
    restore.add_argument("backup", type=Path, metavar="FILE")
    restore.set_defaults(archived=_restore)
    _add_forget(add("forget", "take out an article, or all articles that name a person, for good"))
    _add_reread(add("reread", "read all articles again with this version; judgements stay"))
    copies = add("copies", "the articles that carry the same agency copy, and where they differ", spoken)
    copies.add_argument("article", metavar="ARTICLE", help="its source, or its number as 17")
    _add_format(copies)
    copies.set_defaults(archived=_copies)
    variants = add("variants", "all forms of a statement in order of publication, with their differences", spoken)
    variants.add_argument("statement", metavar="STATEMENT", help="its address, as 17.2/s4")
    _add_format(variants)
    variants.set_defaults(archived=_variants)


def _add_format(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=("terminal", "json"), default="terminal", help="default: terminal")


def _add_forget(command: argparse.ArgumentParser) -> None:
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("--article", metavar="SOURCE", help="address, path, or number as 17")
    what.add_argument("--person", metavar="NAME", help="a full name, or an id of the register")
    command.add_argument("--reason", metavar="WORDS", help="is noted; name nobody in it")
    command.add_argument("--yes", action="store_true", help="do it; without this it is only shown")
    _add_format(command)
    command.set_defaults(archived=_forget)


def _add_reread(command: argparse.ArgumentParser) -> None:
    command.add_argument("-j", "--jobs", type=positive, default=1, metavar="N", help="processes that read (default 1)")
    add_seconds(command)
    command.add_argument("--register", type=Path, metavar="FILE", help="who is who")
    command.add_argument("--all", action="store_true", help="also what this model has read before")
    command.set_defaults(archived=_reread)


def add_export(command: argparse.ArgumentParser) -> None:
    """The options of `wortlaut export`."""
    command.add_argument("-f", "--format", choices=FORMATS, help="default: by the suffix of FILE, or else jsonl")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="needed for xlsx, parquet and cas")
    command.add_argument("--versions", action="store_true", help="also articles that were changed later")
    command.set_defaults(archived=_export)


def add_import(command: argparse.ArgumentParser) -> None:
    """The options of `wortlaut import`."""
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help=".csv, .xlsx, .zip or .xmi, .jsonl")
    command.add_argument("--register", type=Path, metavar="FILE", help="who is who, of those who are named")
    command.set_defaults(archived=_import)


def _info(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive

    with Archive.open(given.archive) as archive:
        info = archive.info()
    if given.format == "json":
        console.write(json.dumps(asdict(info), default=date.isoformat) + "\n")
    else:
        from wortlaut.surfaces import holdings

        console.write(holdings.render(info, language=console.language))
    return OK


def _verify(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.surfaces.characters import visible

    with Archive.open(given.archive) as archive:
        found = 0
        for problem in archive.verify(progress=console.progress):
            found += 1
            console.progress("")
            console.write(f"{visible(str(problem))}\n")
        console.progress("")
        console.say(f"{archive.url}: {counted(found, 'problem') if found else 'nothing is damaged'}")
    return SOME_FAILED if found else OK


def _tidy(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive

    with Archive.open(given.archive) as archive:
        archive.tidy()
        console.say(f"{archive.url}: tidied")
    return OK


def _backup(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive

    with Archive.open(given.archive) as archive:
        archive.backup(given.target, progress=console.progress)
        console.progress("")
        console.say(f"{given.target}: a whole copy of {archive.url}; restore it with: wortlaut archive restore")
    return OK


def _restore(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive, restore
    from wortlaut.archive.opening import address, shown
    from wortlaut.desk.tokens import Tokens

    restore(given.backup, given.archive, progress=console.progress)
    console.progress("")
    console.say(f"{shown(address(given.archive))}: restored from {given.backup}; its sessions have ended")
    with Archive.open(given.archive) as archive:
        valid = Tokens(archive).valid()
    if valid:
        names = list(dict.fromkeys(token.account for token in valid))
        more = f" and {len(names) - SHOWN} others" if len(names) > SHOWN else ""
        console.say(
            f"{counted(len(valid), 'API token')} of {', '.join(names[:SHOWN])}{more} can be used, also those that were "
            "revoked since the backup; look at them with: wortlaut accounts tokens NAME"
        )
    return OK


def _forget(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive

    with Archive.open(given.archive) as archive:
        forgotten = archive.forget(
            article=given.article, person=given.person, reason=given.reason, dry_run=not given.yes
        )
        if given.format == "json":
            console.write(_json({"done": given.yes, **asdict(forgotten)}))
        for line in _told(forgotten, archive, done=given.yes):
            console.say(line)
    return OK


def _told(forgotten: Forgotten, archive: Archive, *, done: bool) -> Iterator[str]:
    articles, statements = counted(len(forgotten.articles), "article"), counted(forgotten.statements, "statement")
    was = "was" if len(forgotten.articles) == 1 else "were"
    yield f"{archive.url}: {articles} with {statements} {was if done else 'would be'} forgotten"
    if forgotten.originals:
        pages = counted(forgotten.originals, "further article")
        yield f"of {pages} the original pages, which name the person, {'were' if done else 'would be'} deleted"
    for number, noun in (
        (forgotten.reports, "report"), (forgotten.reviews, "review"), (forgotten.identities, "word on who is whom"),
    ):  # fmt: skip
        if number:
            yield f"{counted(number, noun)} about them {'went' if done else 'would go'}, too"
    if forgotten.surname:
        yield f"articles that stay and have the last name alone: {forgotten.surname}; see them with: wortlaut find"
    if forgotten.similar:
        yield f"not meant were {', '.join(forgotten.similar[:SHOWN])}; forget them by their whole names"
    if not done:
        yield from (f"  {article}" for article in forgotten.articles[:SHOWN])
        yield "nothing was done yet; add --yes to do it"
    for backup in forgotten.backups:
        yield f"a backup of {backup.date} still has them: {backup.target}; delete it, too"


def _reread(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.batch import How
    from wortlaut.cli_add import knowledge_of
    from wortlaut.model import card
    from wortlaut.register import read_register

    model = str(card()["version"])
    register = read_register(given.register) if given.register else None
    with Archive.open(given.archive) as archive:
        how = How(force=True, knowledge=knowledge_of(register, archive), seconds=given.seconds)
        rereading = _Rereading(archive.to_reread(model, everything=given.all), console)
        read = rereading.read(jobs=given.jobs, how=how)
        number = sum(1 for _ in archive.replace_all(read, model=model, progress=console.progress))
        console.progress("")
        console.say(f"{archive.url}: {counted(number, 'article')} read again, {rereading.failed} failed")
    return SOME_FAILED if rereading.failed else OK


@dataclass(frozen=True)
class _Held:
    """An article that the archive holds, as something to be read."""

    name: str
    article: Article

    def load(self) -> Article:
        return self.article


class _Rereading:
    """Articles of an archive, read by workers; those that fail keep what they had."""

    def __init__(self, olds: Iterable[Old], console: Console) -> None:
        self._olds = iter(olds)
        self._console = console
        self._waiting: deque[int] = deque()
        self.failed = 0

    def read(self, *, jobs: int, how: How) -> Iterator[Reread]:
        from wortlaut.archive import Reread
        from wortlaut.batch import Failure, analyses
        from wortlaut.record import Analysis

        for result in analyses(self._sources(), jobs=jobs, how=how):
            version = self._waiting.popleft()
            if isinstance(result, Analysis):
                yield Reread(version, result)
            elif isinstance(result, Failure):
                self.failed += 1
                self._console.progress("")
                self._console.say(result.message)

    def _sources(self) -> Iterator[_Held]:
        for old in self._olds:
            self._waiting.append(old.version)
            yield _Held(old.article.source or old.article.id, old.article)


def _copies(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.surfaces import stories

    with Archive.open(given.archive) as archive:
        found = archive.story(given.article)
    if given.format == "json":
        console.write(_json(stories.to_dict(found)))
        return OK
    console.write(stories.render(found, width=console.width, color=console.color, language=console.language))
    return OK


def _variants(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.surfaces import variants

    with Archive.open(given.archive) as archive:
        found = archive.variants(given.statement)
    if given.format == "json":
        console.write(_json(variants.to_dict(found)))
        return OK
    console.write(variants.render(found, width=console.width, color=console.color, language=console.language))
    return OK


def _json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False) + "\n"


def _export(given: argparse.Namespace, console: Console) -> int:
    from wortlaut import exports
    from wortlaut.archive import Archive

    with Archive.open(given.archive) as archive:
        kept = archive.kept(versions_too=given.versions)
        kept = _counted(kept, console) if given.output is not None else kept
        name = given.format or (exports.format_of(given.output).name if given.output else "jsonl")
        exports.write(kept, name, given.output, console.write, remedy="choose another folder with -o")
    return OK


def _counted(kept: Iterator[Kept], console: Console) -> Iterator[Kept]:
    """The same articles, with progress and a closing line."""
    number = 0
    for number, one in enumerate(kept, 1):
        if number % _TOLD == 0:
            console.progress(f"{number:,} articles")
        yield one
    console.progress("")
    console.say(f"{counted(number, 'article')} written")


def _import(given: argparse.Namespace, console: Console) -> int:
    from wortlaut.archive import Archive
    from wortlaut.exports import judgements_from
    from wortlaut.register import read_register

    with Archive.open(given.archive) as archive:
        for path in given.files:
            found = judgements_from(path)
            new = archive.judge(found, register=read_register(given.register) if given.register else None)
            console.say(f"{path}: {counted(len(found), 'judgement')}, {new} of them new")
    return OK
