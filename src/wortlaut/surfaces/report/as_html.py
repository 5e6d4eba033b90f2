"""html(): the report as one web page that needs nothing from elsewhere, under the same policy as the page of `read`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from wortlaut.archive.checking import Checked, Passage
from wortlaut.differences import Change
from wortlaut.surfaces.evidence import Shown
from wortlaut.surfaces.excerpt import Bit, excerpt
from wortlaut.surfaces.html import LANGUAGE_TAG, head
from wortlaut.surfaces.marks import css_class, safe
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
from wortlaut.surfaces.style import PEOPLE, REPORT_STYLE
from wortlaut.surfaces.wordings import differ, stretches
from wortlaut.surfaces.words import Language
from wortlaut.verdicts import Missing

# Only what can be nothing but the address of a page becomes a link.
_PAGE = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[\x21\x23-\x3b\x3d\x3f-\x7e]*)?")
_HEADING = re.compile(r"(</?h)([1-3])(?=[ >])")  # text of articles has no "<"
# The marks are there for those who do not see the line, and for who copies the text.
_MARKED = {
    "same": "{}",
    "gone": '<del><span class="away">[-</span>{}<span class="away">-]</span></del>',
    "new": '<ins><span class="away">{{+</span>{}<span class="away">+}}</span></ins>',
}
_ROLES = {"speaker": "b", "cue": "i", "addressee": "span"}


def html(checked: Checked, *, archive: str, made: datetime, language: Language = "de", model: str | None = None) -> str:
    """The report as a page; see `markdown()` for what it is given.

    There is no script, all article text is escaped, and its control characters are made visible. The address of a
    source is a link where it is that of a web page.
    """
    return page(Report(checked, archive, made, language, model))


def page(report: Report) -> str:
    """The same of a report that is made."""
    return (
        f"{head(report.language, f'{report.title} – {report.name} – Wortlaut', REPORT_STYLE)}"
        f'<body class="wl">\n<main class="report">\n{fragment(report)}{_citation(report)}</main>\n</body>\n</html>\n'
    )


def fragment(report: Report) -> str:
    """The verdict, the evidence and how it was found, as a part of a page with the report's own heading as its first.

    What is around it needs the class "wl", and in that "report".
    """
    return _top(report, folded=False) + support(report)


def banner(report: Report, *, level: int = 1) -> str:
    """The verdict alone, with what was searched; `level` is that of its heading."""
    return _lowered(_top(report, folded=True), level)


def support(report: Report, *, level: int = 1, folded: bool = False) -> str:
    """What the verdict rests on. With `folded` it is an answer rather than a document: where exactly the evidence
    stands, and how it was compared, is there to be opened. `level` is that of the verdict's heading.
    """
    return _lowered("".join(part(report, folded) for part in (_evidence, _passages, _method)), level)


def _lowered(parts: str, level: int) -> str:
    return parts if level == 1 else _HEADING.sub(lambda one: f"{one[1]}{int(one[2]) + level - 1}", parts)


def _top(report: Report, *, folded: bool) -> str:
    say, finding = report.say, report.checked.finding
    warnings = "".join(f'<p class="warning"><strong>{safe(told)}</strong></p>\n' for told in report.warnings)
    facts = [*report.summary, *([Fact(say["searched"], report.extent)] if folded else [])]
    about = (
        f'<p class="ui about"><span>Wortlaut</span><span>{report.name}</span>'
        f'<time datetime="{safe(report.made.isoformat())}">{safe(report.time)}</time></p>\n'
    )
    return (
        f'<header class="verdict {_mood(finding.verdict)}">\n{"" if folded else about}'
        f'<h1 class="title">{safe(report.title)}</h1>\n'
        f'<blockquote class="claim" aria-label="{say["claim"]}" dir="auto">{safe(finding.claim)}</blockquote>\n'
        f"<p>{safe(report.meaning)}</p>\n{warnings}{_facts(facts)}</header>\n"
    )


def _mood(verdict: str) -> str:
    """The class of a verdict's colour."""
    good = {"verbatim": "yes", "cut": "partly", "altered": "partly", "reported": "partly", "not_found": "nothing"}
    return good.get(verdict, "no")


def _facts(facts: Iterable[Fact]) -> str:
    items = "".join(f"<div><dt>{safe(fact.name)}</dt><dd>{_value(fact)}</dd></div>\n" for fact in facts)
    return f'<dl class="ui facts">\n{items}</dl>\n' if items else ""


def _value(fact: Fact) -> str:
    if not fact.code:
        return f"<bdi>{safe(fact.value)}</bdi>"
    shown = f"<code><bdi>{safe(fact.value)}</bdi></code>"
    if fact.link:
        return f'<a href="{safe(fact.link)}">{shown}</a>'
    if not _PAGE.fullmatch(fact.value):
        return shown
    return f'<a href="{safe(fact.value)}" rel="noreferrer noopener nofollow">{shown}</a>'


def _evidence(report: Report, folded: bool) -> str:
    items = "".join(_piece(report, one, folded) for one in report.full)
    rest = "".join(
        f'<li value="{one.number}"><bdi>{safe(brief(report, one))}</bdi>{_source(one)}</li>\n' for one in report.rest
    )
    more = f'<h3>{report.say["evidence.more"]}</h3>\n<ol class="ui rest">\n{rest}</ol>\n' if rest else ""
    return f"<section>\n<h2>{safe(title_of_evidence(report))}</h2>\n{items}{more}</section>\n"


def _where(report: Report, facts: Iterable[Fact], folded: bool) -> str:
    """Where something stands; folded, only the title, and the address in the archive."""
    held = list(facts)
    if not folded:
        return _facts(held)
    named = {fact.name: fact for fact in held}
    first = [named[name] for key in ("report.title", "report.address") if (name := report.say[key]) in named]
    told = " · ".join(map(_value, first))
    return (
        f'<p class="ui where">{told}</p>\n<details class="ui"><summary>{report.say["report.exactly"]}</summary>\n'
        f"{_facts(held)}</details>\n"
    )


def _source(one: Shown) -> str:
    source = one.evidence.candidate.source
    return f"<br>{_value(Fact('', source, code=True))}" if source else ""


def _piece(report: Report, one: Shown, folded: bool) -> str:
    person = f"p{one.voice.place % PEOPLE}" if one.voice.place is not None else "nobody"
    badges = "".join(f'<span class="flag">{safe(told)}</span> ' for told in remarks(report, one)[:-1])
    kind = f'<span class="kind {css_class(one.evidence.candidate.kind)}">{safe(remarks(report, one)[-1])}</span>'
    sign = f'<span class="sign">{one.voice.sign}</span> ' if one.voice.sign else ""
    return (
        f'<article class="card {person} {_mood(one.evidence.verdict)}">\n'
        f"<h3><bdi>{safe(heading(report, one))}</bdi></h3>\n"
        f'<p class="ui top">{badges}{kind} <span class="named">{sign}<bdi>{safe(who(report, one))}</bdi></span></p>\n'
        f"{_quoted(one, person)}{_differences(report, one)}{_where(report, places(report, one), folded)}</article>\n"
    )


def _quoted(one: Shown, person: str) -> str:
    tag = one.kept.analysis.article.language or ""
    lang = f' lang="{tag}"' if LANGUAGE_TAG.fullmatch(tag) else ""
    mark = (
        f"{css_class(one.evidence.candidate.kind)} {person}{'' if one.evidence.candidate.asserted else ' unasserted'}"
    )
    return f'<blockquote class="words"{lang} dir="auto">{_words(one.text, one.bits(), mark)}</blockquote>\n'


def _words(text: str, bits: Sequence[Bit], mark: str) -> str:
    """An excerpt with its content marked."""
    found = []
    for bit in bits:
        if bit.span is None:
            found.append(f' <span class="left-out">{LEFT_OUT}</span> ')
            continue
        words = safe(bit.span.cut(text))
        if "sought" in bit.roles:
            words = f'<span class="claimed">{words}</span>'
        for role, tag in _ROLES.items():
            words = f'<{tag} class="{role}">{words}</{tag}>' if role in bit.roles else words
        opening = f'<mark class="{mark}">' if bit.opens else ""
        found.append(f"{opening}{words}{'</mark>' if bit.closes else ''}")
    return "".join(found)


def _differences(report: Report, one: Shown) -> str:
    say = report.say
    told = [
        f"<p>{safe(say[f'missing.{gone.place}'])}: {_left_out(report, gone)}</p>\n" for gone in one.evidence.missing
    ]
    if differ(one.evidence.changes):
        key = f"{say['article']} {_MARKED['gone'].format('so')}, {say['claim']} {_MARKED['new'].format('so')}"
        told.append(f'<p>{key}: <span dir="auto">{changed(one.evidence.changes)}</span></p>\n')
    return f'<div class="ui differences">\n{"".join(told)}</div>\n' if told else ""


def _left_out(report: Report, missing: Missing) -> str:
    return _MARKED["gone"].format(safe(missing.words)) if missing.words else safe(report.say["missing.unknown"])


def changed(changes: Sequence[Change]) -> str:
    """The changes between two wordings with <del> and <ins>, and marks for those who see no line."""
    told = ((" " if one.blank else "") + _MARKED[one.kind].format(safe(one.words)) for one in stretches(changes))
    return "".join(told)


def _passages(report: Report, folded: bool) -> str:
    if not report.checked.passages:
        return ""
    items = "".join(_passage(report, one, folded) for one in report.checked.passages)
    return f"<section>\n<h2>{report.say['passages']}</h2>\n{items}</section>\n"


def _passage(report: Report, one: Passage, folded: bool) -> str:
    text = one.kept.analysis.article.text
    words = _words(text, excerpt(text, [one.span]), f"nobody {css_class('reported')}")
    return (
        f'<article class="card nobody nothing">\n<blockquote class="words" dir="auto">{words}</blockquote>\n'
        f"{_where(report, passage_places(report, one), folded)}</article>\n"
    )


def _method(report: Report, folded: bool) -> str:
    say = report.say
    told = "".join(f"<p>{safe(say[f'report.{name}'])}</p>\n" for name in ("normalised", "places", "note"))
    told = f'<details class="ui"><summary>{say["report.how"]}</summary>\n{told}</details>\n' if folded else told
    return f"<section>\n<h2>{say['report.method']}</h2>\n{_facts(report.method)}{told}</section>\n"


def _citation(report: Report) -> str:
    return (
        f"<section>\n<h2>{report.say['report.cite']}</h2>\n"
        f'<p class="cite" dir="auto">{safe(report.citation)}</p>\n</section>\n'
    )
