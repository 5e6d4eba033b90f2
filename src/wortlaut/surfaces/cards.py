"""The list of statements beside the text of a web page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wortlaut.statements import Statement
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.layers import depths
from wortlaut.surfaces.legend import Shown, roles
from wortlaut.surfaces.marks import (
    View,
    anchor,
    beside,
    css_class,
    evidence,
    linked,
    person_class,
    safe,
    signed,
    when,
    why,
)
from wortlaut.surfaces.words import counted, hundredths, percent

_DEEPEST = 3
_WORDS = 360  # columns of a statement's words; the text beside has them all
_FACTS = 120  # columns of a person's functions


def cards(view: View, *, level: int) -> str:
    """A section with a card per statement, its heading of that level. Cards link to `PREFIX-tNUMBER` in the text."""
    statements, say = view.analysis.statements, view.say
    shown = sum(_begins(view, index) for index in range(len(statements)))
    if not shown:
        return f'<section class="cards"><p>{say["statements.none"]}</p></section>\n'
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    groups = "".join(
        (_head(view, who, len(indices), level + 1) if view.by == "person" else "")
        + f"<ol>\n{_items(view, indices, numbers)}</ol>\n"
        for who, indices in view.legend.groups(view.by)
    )
    title = counted(say, "statements", shown)
    return (
        f'<section class="cards" aria-label="{title}" tabindex="0">\n<h{level}>{title}</h{level}>\n{groups}</section>\n'
    )


def people(view: View) -> str:
    """The legend: the letters and the colour of each person, who it is, and how many statements it made."""
    items = "".join(
        f'<li class="{person_class(shown)}"><span class="named">{linked(view, shown)}</span>{_count(shown)}'
        f'<span class="facts">{facts(view, shown)}</span></li>\n'
        for shown in view.legend.people
        if view.window is None or any(_begins(view, index) for index in shown.statements)
    )
    return f'<ul class="key people" aria-label="{view.say["people"]}">\n{items}</ul>\n' if items else ""


def facts(view: View, shown: Shown) -> str:
    """Kind, functions and members of a person."""
    members = " + ".join(member.sign for member in view.legend.named(shown.person.members))
    told = [
        view.say[f"person.{shown.person.kind}"],
        f"<bdi>{safe(shortened(roles(shown.person), _FACTS))}</bdi>" if shown.person.roles else "",
        view.say["members"].format(members=members) if members else "",
    ]
    return " · ".join(filter(None, told))


def _count(shown: Shown) -> str:
    return f'<span class="count">{len(shown.statements)}</span>' if shown.statements else ""


def _head(view: View, shown: Shown | None, count: int, level: int) -> str:
    """What stands above the statements of a person."""
    name = f'<span class="named">{signed(shown)}</span>' if shown else f"<span>{view.say['nobody']}</span>"
    about = f'<span class="facts">{facts(view, shown)}</span>' if shown else ""
    number = f'<span class="count">{counted(view.say, "statements", count)}</span>'
    return f'<h{level} class="who {person_class(shown)}">{name} {about} {number}</h{level}>\n'


def _items(view: View, indices: Sequence[int], numbers: dict[str, int]) -> str:
    nesting = depths([view.analysis.statements[index] for index in indices])
    return "".join(
        _card(view, index, depth, numbers)
        for index, depth in zip(indices, nesting, strict=True)
        if _begins(view, index)
    )


def _begins(view: View, index: int) -> bool:
    """Whether a statement begins in what is shown."""
    return view.shows(view.analysis.statements[index].content[0].start)


def _card(view: View, index: int, depth: int, numbers: dict[str, int]) -> str:
    statement = view.analysis.statements[index]
    person = person_class(view.legend.of(statement))
    css = f"card {css_class(statement.kind)} {person} depth-{min(depth, _DEEPEST)}"
    said = safe(shortened(view.analysis.words(statement.content), _WORDS))
    return (
        f'<li class="{css}" id="{view.prefix}-s{index + 1}">\n'
        f'<div class="top">{" ".join(_top(view, index))}</div>\n'
        f'<p class="words" dir="auto">{said}</p>\n'
        f'<div class="foot"><dl>{" ".join(_roles(view, statement))}</dl>\n'
        f'{_reason(view, statement)}<p class="place">{_place(view, statement, numbers)}</p>{_links(view, statement)}'
        "</div>\n</li>\n"
    )


def _top(view: View, index: int) -> Iterator[str]:
    statement, say = view.analysis.statements[index], view.say
    number = index + 1
    if anchor(view.analysis, index):
        name = f"{say['statement']} {number}: {say['to_text']}"
        yield f'<a class="number" href="#{view.prefix}-t{number}" aria-label="{name}">{number}</a>'
    else:
        yield f'<span class="number">{number}</span>'
    kind, meaning = say[f"kind.{statement.kind}"], safe(say[f"meaning.{statement.kind}"])
    yield f'<span class="kind {css_class(statement.kind)}" title="{meaning}">{kind}</span>'
    if say[f"medium.{statement.medium}"]:
        yield f'<span class="medium">{say[f"medium.{statement.medium}"]}</span>'
    if not statement.asserted:
        yield f'<span class="flag" title="{say["asserted.meaning"]}">{say["asserted.no"]}</span>'
    yield (
        '<span class="score"><svg class="bar" aria-hidden="true" focusable="false">'
        f'<rect width="{hundredths(statement.score)}%" height="100%"/></svg><span class="away">'
        f"{say['score']} </span>{percent(say, statement.score)}</span>"
    )


def _roles(view: View, statement: Statement) -> Iterator[str]:
    say = view.say
    yield f"<div><dt>{say['role.speaker']}</dt> {_speaker(view, statement)}</div>"
    for role in ("cue", "addressee"):
        named = view.words(statement.spans(role))
        if named:
            yield f'<div><dt>{say[f"role.{role}"]}</dt> <dd class="{role}"><bdi>{named}</bdi></dd></div>'
    relays = view.legend.named(statement.relayed_by)
    if relays:
        named = " ".join(f'<dd class="named {person_class(relay)}">{signed(relay)}</dd>' for relay in relays)
        yield f"<div><dt>{say['role.relayed_by']}</dt> {named}</div>"
    if statement.time:
        written = view.words((statement.time.span,))
        yield f'<div><dt>{say["role.time"]}</dt> <dd title="{written}"><bdi>{when(view, statement)}</bdi></dd></div>'


def _speaker(view: View, statement: Statement) -> str:
    """The person with the words that mean it; without a person the words alone."""
    shown = view.legend.of(statement)
    if shown is None:
        named = view.words(statement.speaker)
        return (
            f'<dd class="speaker"><bdi>{named}</bdi></dd>' if named else f'<dd class="none">{view.say["unnamed"]}</dd>'
        )
    words = beside(view, statement)
    return f'<dd class="named">{linked(view, shown)}</dd>' + (
        f' <dd class="none"><bdi>{words}</bdi></dd>' if words else ""
    )


def _reason(view: View, statement: Statement) -> str:
    """Why the person is the one, to be opened."""
    shown, say = view.legend.of(statement), view.say
    if shown is None:
        return ""
    told = [why(view, statement)]
    given = statement.attribution.evidence if statement.attribution else None
    if given:
        place = f'<span class="at">({say["place.at"].format(start=given.start, end=given.end)})</span>'
        told.append(f"{say['evidence']}: <bdi>{evidence(view, statement)}</bdi> {place}")
    if shown.person.entry:
        told.append(f"{say['entry']}: <bdi>{safe(shortened(shown.person.entry, _FACTS))}</bdi>")
    name = f'<span class="away"> {safe(shortened(shown.person.name, _FACTS))}</span>'
    return (
        f'<details class="why"{" open" if view.reasons else ""}><summary>{say["why"]}{name}</summary>\n'
        f"<p>{' · '.join(told)}</p></details>\n"
    )


def _links(view: View, statement: Statement) -> str:
    """What else there is of the statement, where the page knows."""
    return f'<p class="links">{view.links.statement(statement)}</p>' if view.links else ""


def _place(view: View, statement: Statement, numbers: dict[str, int]) -> str:
    place = view.say["place.at"].format(start=statement.content[0].start, end=statement.content[-1].end)
    if statement.within is None:
        return place
    number = numbers.get(statement.within)
    parent = f'<a href="#{view.prefix}-s{number}">{number}</a>' if number else f"<bdi>{safe(statement.within)}</bdi>"
    return f"{place} · {view.say['within'].format(parent=parent)}"
