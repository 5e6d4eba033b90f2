"""The list of statements beside the text of a web page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.layers import depths
from wortlaut.surfaces.marks import anchor, css_class, safe
from wortlaut.surfaces.words import counted, hundredths, percent

_DEEPEST = 3
_WORDS = 360  # columns of a statement's words; the text beside has them all
_NAMES = 200  # columns of a speaker's


def cards(analysis: Analysis, prefix: str, say: Mapping[str, str], *, level: int) -> str:
    """A section with a card per statement, its heading of that level. Cards link to `PREFIX-tNUMBER` in the text."""
    statements = analysis.statements
    if not statements:
        return f'<section class="cards"><p>{say["statements.none"]}</p></section>\n'
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    items = "".join(
        _card(analysis, index, depth, prefix, say, numbers) for index, depth in enumerate(depths(statements))
    )
    title = counted(say, "statements", len(statements))
    return (
        f'<section class="cards" aria-label="{title}" tabindex="0">\n<h{level}>{title}</h{level}>\n'
        f"<ol>\n{items}</ol>\n</section>\n"
    )


def _card(
    analysis: Analysis, index: int, depth: int, prefix: str, say: Mapping[str, str], numbers: Mapping[str, int]
) -> str:
    statement = analysis.statements[index]
    css = f"card {css_class(statement.kind)} depth-{min(depth, _DEEPEST)}"
    said = safe(shortened(analysis.words(statement.content), _WORDS))
    return (
        f'<li class="{css}" id="{prefix}-s{index + 1}">\n'
        f'<div class="top">{" ".join(_top(analysis, index, prefix, say))}</div>\n'
        f'<p class="words" dir="auto">{said}</p>\n'
        f'<div class="foot"><dl>{" ".join(_roles(analysis, statement, say))}</dl>\n'
        f'<p class="place">{_place(statement, prefix, say, numbers)}</p></div>\n</li>\n'
    )


def _top(analysis: Analysis, index: int, prefix: str, say: Mapping[str, str]) -> Iterator[str]:
    statement = analysis.statements[index]
    number = index + 1
    if anchor(analysis, index):
        name = f"{say['statement']} {number}: {say['to_text']}"
        yield f'<a class="number" href="#{prefix}-t{number}" aria-label="{name}">{number}</a>'
    else:
        yield f'<span class="number">{number}</span>'
    kind, meaning = say[f"kind.{statement.kind}"], safe(say[f"meaning.{statement.kind}"])
    yield f'<span class="kind {css_class(statement.kind)}" title="{meaning}">{kind}</span>'
    if say[f"medium.{statement.medium}"]:
        yield f'<span class="medium">{say[f"medium.{statement.medium}"]}</span>'
    if not statement.asserted:
        yield f'<span class="flag" title="{say["asserted.meaning"]}">{say["asserted.no"]}</span>'
    yield (
        f'<span class="score"><span class="bar" aria-hidden="true"><i style="width:{hundredths(statement.score)}%"></i>'
        f'</span><span class="away">{say["score"]} </span>{percent(say, statement.score)}</span>'
    )


def _roles(analysis: Analysis, statement: Statement, say: Mapping[str, str]) -> Iterator[str]:
    for role in ("speaker", "cue", "addressee"):
        named = safe(shortened(analysis.words(statement.spans(role)), _NAMES)) if statement.spans(role) else ""
        if named:
            yield f'<div><dt>{say[f"role.{role}"]}</dt> <dd class="{role}"><bdi>{named}</bdi></dd></div>'
        elif role == "speaker":
            yield f'<div><dt>{say["role.speaker"]}</dt> <dd class="none">{say["unnamed"]}</dd></div>'


def _place(statement: Statement, prefix: str, say: Mapping[str, str], numbers: Mapping[str, int]) -> str:
    place = say["place.at"].format(start=statement.content[0].start, end=statement.content[-1].end)
    if statement.within is None:
        return place
    number = numbers.get(statement.within)
    parent = f'<a href="#{prefix}-s{number}">{number}</a>' if number else f"<bdi>{safe(statement.within)}</bdi>"
    return f"{place} · {say['within'].format(parent=parent)}"
