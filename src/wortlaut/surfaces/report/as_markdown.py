"""markdown(): the report as Markdown (CommonMark). No text of an article can make a link, picture, HTML or heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from wortlaut.archive.checking import Checked, Passage
from wortlaut.surfaces.characters import visible
from wortlaut.surfaces.evidence import Shown
from wortlaut.surfaces.excerpt import Bit, excerpt
from wortlaut.surfaces.passage import LEFT_OUT
from wortlaut.surfaces.report.facts import (
    Fact,
    Report,
    brief,
    heading,
    passage_places,
    places,
    remarks,
    title_of_evidence,
    who,
)
from wortlaut.surfaces.wordings import differ, legend, marked
from wortlaut.surfaces.words import Language
from wortlaut.verdicts import Missing

# Signs that have a meaning anywhere in a line, in CommonMark or in what GitHub and others add to it.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&$^=]")
_AT_START = re.compile(r"^(\d{1,9})?([-+.):])")
# What is taken for an address even without a sign of its own: "https://…", "www.…", "example.org".
_ADDRESS = re.compile(r"(?<=\w)\.(?=[^\W\d])|:(?=//)")
_TICKS = re.compile(r"`+")


def markdown(
    checked: Checked, *, archive: str, made: datetime, language: Language = "de", model: str | None = None
) -> str:
    """The report, ending in a line break. `archive` is the address of the archive, `made` when the report is made,
    `model` the version of the model that read the articles.

    Article text is escaped sign by sign and shows what it says; control characters are made visible.
    """
    return text(Report(checked, archive, made, language, model))


def text(report: Report) -> str:
    """The same of a report that is made."""
    return "\n".join(_lines(report)) + "\n"


def escaped(text: str) -> str:
    r"""Text in one line, or a part of one, that Markdown shows as it is.

    >>> escaped("[Klick](http://x.example)") == r"\[Klick\](http\://x\.example)"
    True
    >>> escaped("*jetzt* & a@b.example") == r"\*jetzt\* \& a`@`b\.example"
    True
    """
    line = " ".join(visible(text).split())
    line = _ADDRESS.sub(r"\\\g<0>", _SIGNS.sub(r"\\\g<0>", line))
    return line.replace("@", "`@`")  # an escaped one is still taken for that of a mail address


def opening(text: str) -> str:
    r"""The same at the beginning of a line, where some signs make a list.

    >>> opening("1. Mai") == r"1\. Mai", opening("- nein") == r"\- nein", opening("2026 war")
    (True, True, '2026 war')
    """
    return _AT_START.sub(r"\1\\\2", escaped(text))


def code(text: str) -> str:
    """Text in one line as code, in which nothing has a meaning.

    >>> code("a ` b")
    '``a ` b``'
    """
    line = " ".join(visible(text).split())
    fence = "`" * (1 + max((len(run) for run in _TICKS.findall(line)), default=0))
    pad = " " if line[:1] == "`" or line[-1:] == "`" else ""
    return f"{fence}{pad}{line}{pad}{fence}" if line else ""


def _lines(report: Report) -> Iterator[str]:
    say, finding = report.say, report.checked.finding
    yield from (f"# {escaped(report.title)}", "", f"> {opening(finding.claim)}", "", opening(report.meaning), "")
    for told in report.warnings:
        yield from (f"**{escaped(told)}**", "")
    yield from _facts(report.summary)
    yield from (f"## {opening(title_of_evidence(report))}", "")
    for one in report.full:
        yield from _evidence(report, one)
    if report.rest:
        yield from (f"### {escaped(say['evidence.more'])}", "")
        yield from (f"{one.number}. {opening(brief(report, one))} {_source(one)}".rstrip() for one in report.rest)
        yield ""
    if report.checked.passages:
        yield from (f"## {escaped(say['passages'])}", "")
        for passage in report.checked.passages:
            yield from _passage(report, passage)
    yield from (f"## {escaped(say['report.method'])}", "")
    yield from _facts(report.method)
    yield from (escaped(say["report.normalised"]), "", escaped(say["report.places"]), "", escaped(say["report.note"]))
    yield from ("", f"## {escaped(say['report.cite'])}", "", f"> {opening(report.citation)}")


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    told = [f"- {escaped(fact.name)}: {code(fact.value) if fact.code else escaped(fact.value)}" for fact in facts]
    if told:
        yield from (*told, "")


def _source(one: Shown) -> str:
    source = one.evidence.candidate.source
    return code(source) if source else ""


def _evidence(report: Report, one: Shown) -> Iterator[str]:
    changes = one.evidence.changes
    yield from (f"### {opening(heading(report, one))}", "")
    yield from (f"{escaped(' · '.join(remarks(report, one)))} – **{escaped(who(report, one))}**", "")
    yield from (f"> {opening(_words(one.text, one.bits()))}", "")
    told = [_left_out(report, missing) for missing in one.evidence.missing]
    if differ(changes):
        told.append(f"- {escaped(legend(report.say))}: {escaped(marked(changes))}")
    if told:
        yield from (*told, "")
    yield from _facts(places(report, one))


def _words(text: str, bits: Sequence[Bit]) -> str:
    """An excerpt, its content between ⟦ and ⟧."""
    return "".join(
        ("⟦" if bit.opens else "") + (bit.span.cut(text) if bit.span else f" {LEFT_OUT} ") + ("⟧" if bit.closes else "")
        for bit in bits
    )


def _left_out(report: Report, missing: Missing) -> str:
    words = f"[-{missing.words}-]" if missing.words else report.say["missing.unknown"]
    return f"- {escaped(report.say[f'missing.{missing.place}'])}: {escaped(words)}"


def _passage(report: Report, one: Passage) -> Iterator[str]:
    text = one.kept.analysis.article.text
    yield from (f"> {opening(_words(text, excerpt(text, [one.span])))}", "")
    yield from _facts(passage_places(report, one))
