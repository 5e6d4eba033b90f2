"""render(): an article with its statements marked, and a list of them beneath it, for a terminal.

Everything can be read without colour: a statement stands between ⟦3B and ⟧, where 3 is its number in the list and B
stands for the person who made it. Colour tells persons apart, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.surfaces.characters import shortened, visible
from wortlaut.surfaces.layers import Block, Closing, Layer, Opening, Run, blocks, depths, steps
from wortlaut.surfaces.layout import (
    DIM,
    MINIMUM_WIDTH,
    ROLE_STYLES,
    apart,
    label,
    person_bold,
    person_color,
    printed,
    rule,
)
from wortlaut.surfaces.legend import Legend, Order, Shown, roles, words_beside
from wortlaut.surfaces.moments import told
from wortlaut.surfaces.words import Language, counted, date, percent, words
from wortlaut.surfaces.wrapping import Line, Piece, wrap
from wortlaut.text import Span

_APART = frozenset(("heading", "caption", "credit", "byline", "agency", "boilerplate", "dateline"))
_INDENT = 5
_WORD_LINES = 3  # of a statement's words in the list
_NAMES = 160  # columns of a name, or of the words of a role


@dataclass(frozen=True, slots=True)
class _View:
    """What all of one output share."""

    analysis: Analysis
    legend: Legend
    numbers: Mapping[str, int]
    say: Mapping[str, str]
    reasons: bool

    def words(self, spans: tuple[Span, ...], limit: int = _NAMES) -> str:
        return shortened(self.analysis.words(spans), limit) if spans else ""


def render(
    analysis: Analysis,
    *,
    width: int = 80,
    color: bool = False,
    language: Language = "de",
    by: Order = "text",
    reasons: bool = False,
) -> str:
    """The article and its statements as text for a terminal of `width` columns, ending in a line break.

    The list is in order of the text, or grouped `by` person; with `reasons` it says why each person is the one.
    Control characters and bidi overrides of the article are made visible, so that no article can move the cursor or
    recolour the terminal. Raises SpanError where a span ends after the text.
    """
    say = words(language)
    width = max(width, MINIMUM_WIDTH)
    numbers = {statement.id: number for number, statement in enumerate(analysis.statements, 1)}
    view = _View(analysis, Legend(analysis), numbers, say, reasons)
    lines = chain(_header(analysis, say, width), _text(view, width), _list(view, by, width))
    return printed(lines, color=color)


def _header(analysis: Analysis, say: Mapping[str, str], width: int) -> Iterator[Line]:
    article = analysis.article
    known = (article.outlet, article.published and date(say, article.published), article.source)
    about = " · ".join(part for part in known if part)
    if article.title and not article.text.lstrip().startswith(article.title.strip()):
        yield from wrap([Piece(article.title, "1")], width)
    yield from wrap([Piece(about, DIM)], width)
    if article.title or about:
        yield from ([rule(width)], [])


def _text(view: _View, width: int) -> Iterator[Line]:
    for block in blocks(view.analysis):
        if all(run.gap for run in block.runs):
            continue
        yield from wrap(_pieces(view, block), width)
        after = block.runs[-1]
        if after.gap and visible(after.span.cut(view.analysis.article.text)).count("\n") > 1:
            yield []
    yield []


def _pieces(view: _View, block: Block) -> Iterator[Piece]:
    text = view.analysis.article.text
    for step in steps([run for run in block.runs if not run.gap], ("content",)):
        match step:
            case Opening():
                shown = _speaker(view, step.layer)
                sign = shown.sign if shown else ""
                yield Piece(f"⟦{step.layer.statement + 1}{sign}\xa0", _bold(shown))
            case Closing():
                yield Piece("⟧", _bold(_speaker(view, step.layer)))
            case Run():
                yield Piece(step.span.cut(text), _style(view, step))


def _speaker(view: _View, layer: Layer) -> Shown | None:
    return view.legend.of(view.analysis.statements[layer.statement])


def _color(shown: Shown | None) -> str:
    return person_color(shown.place if shown else None)


def _bold(shown: Shown | None) -> str:
    return person_bold(shown.place if shown else None)


def _style(view: _View, run: Run) -> str:
    """Colour for the person who says or is named as speaker; bold, underline and italics for the roles."""
    codes = [ROLE_STYLES[role] for role in ROLE_STYLES if any(layer.role == role for layer in run.layers)]
    inner = [layer for layer in run.layers if layer.role == "content"]
    inner = inner or [layer for layer in run.layers if layer.role == "speaker"][:1]
    if inner:
        codes.append(_color(_speaker(view, inner[-1])))
    elif run.part in _APART:
        codes.append(DIM)
    return ";".join(filter(None, codes))


def _list(view: _View, by: Order, width: int) -> Iterator[Line]:
    """The key to the people, unless they head their statements, and the statements."""
    statements, say = view.analysis.statements, view.say
    yield [rule(width)]
    if not statements:
        yield from wrap([Piece(say["statements.none"])], width)
        return
    if view.legend.people and by == "text":
        yield from wrap([Piece(say["people"], "1")], width)
        for one in view.legend.people:
            yield from _person(view, one, width)
        yield []
    title = Piece(counted(say, "statements", len(statements)), "1")
    yield from apart([title], f"{say['score']} · {say['place']}", width)
    for shown, indices in view.legend.groups(by):
        if by == "person":
            yield []
            yield from _person(view, shown, width) if shown else _nobody(view, len(indices), width)
        yield from _entries(view, indices, width)


def _person(view: _View, shown: Shown, width: int) -> Iterator[Line]:
    """One line about a person: letters, name, kind, functions, number of statements."""
    person, say = shown.person, view.say
    about = [say[f"person.{person.kind}"], roles(person)]
    members = " + ".join(member.sign for member in view.legend.named(person.members))
    if members:
        about.append(say["members"].format(members=members))
    named = [
        Piece(f"{shown.sign}\xa0\xa0", _bold(shown)),
        Piece(shortened(person.name, _NAMES), _bold(shown)),
        Piece(" · " + shortened(" · ".join(filter(None, about)), _NAMES), DIM),
    ]
    if shown.statements:
        yield from apart(named, counted(say, "statements", len(shown.statements)), width)
    else:
        yield from wrap(named, width)


def _nobody(view: _View, count: int, width: int) -> Iterator[Line]:
    yield from apart([Piece(view.say["nobody"], "1")], counted(view.say, "statements", count), width)


def _entries(view: _View, indices: Sequence[int], width: int) -> Iterator[Line]:
    chosen = [view.analysis.statements[index] for index in indices]
    for index, statement, depth in zip(indices, chosen, depths(chosen), strict=True):
        indent = min(_INDENT + 2 * depth, width - MINIMUM_WIDTH // 2)
        margin = Piece(f"{index + 1:>{indent - 2}}  ", "1")
        yield []
        for line in _entry(view, statement, width - indent):
            yield [margin, *line]
            margin = Piece(" " * indent)


def _entry(view: _View, statement: Statement, width: int) -> Iterator[Line]:
    facts = f"{percent(view.say, statement.score)} · {statement.content[0].start}–{statement.content[-1].end}"
    kind = Piece(view.say[f"kind.{statement.kind}"], "1")
    yield from apart([kind, *_remarks(statement, view.numbers, view.say)], facts, width)
    yield from wrap(_who(view, statement), width)
    if view.reasons:
        yield from wrap(_why(view, statement), width)
    said = view.words(statement.content, _WORD_LINES * width - width // 4)
    yield from wrap([Piece(said, _color(view.legend.of(statement)))], width)


def _remarks(statement: Statement, numbers: Mapping[str, int], say: Mapping[str, str]) -> Iterator[Piece]:
    if say[f"medium.{statement.medium}"]:
        yield Piece(f" · {say[f'medium.{statement.medium}']}")
    if statement.within is not None:
        yield Piece(" · " + say["within"].format(parent=numbers.get(statement.within, statement.within)))
    if not statement.asserted:
        yield Piece(" · ")
        yield Piece(say["asserted.no"], "1")


def _who(view: _View, statement: Statement) -> Iterator[Piece]:
    yield label(view.say["role.speaker"])
    yield from _named(view, statement)
    for role, style in ROLE_STYLES.items():
        named = view.words(statement.spans(role)) if role != "speaker" else ""
        if named:
            yield from (Piece(" ·\xa0"), label(view.say[f"role.{role}"]), Piece(named, style))
    for number, relay in enumerate(view.legend.named(statement.relayed_by)):
        yield from (Piece(", "),) if number else (Piece(" ·\xa0"), label(view.say["role.relayed_by"]))
        yield from _signed(relay)
    if statement.time:
        written = view.words((statement.time.span,))
        when = shortened(told(view.say, statement.time.value, written), _NAMES).replace(" ", "\xa0")
        yield from (Piece(" ·\xa0"), label(view.say["role.time"]), Piece(when))


def _named(view: _View, statement: Statement) -> Iterator[Piece]:
    """The person with the words that mean it; without a person the words alone."""
    shown = view.legend.of(statement)
    if shown is None:
        named = view.words(statement.speaker)
        yield Piece(named, ROLE_STYLES["speaker"]) if named else Piece(view.say["unnamed"], DIM)
        return
    yield from _signed(shown)
    beside = shortened(words_beside(view.analysis, statement.speaker, shown.person.name), _NAMES)
    if beside:
        yield Piece(f" · {beside}", DIM)


def _signed(shown: Shown) -> Iterator[Piece]:
    yield Piece(f"{shown.sign}\xa0{shortened(shown.person.name, _NAMES)}", _bold(shown))


def _why(view: _View, statement: Statement) -> Iterator[Piece]:
    """Why it is that person: the reason, how certain it is, and the words that show it."""
    say, why = view.say, statement.attribution
    if why is None:
        return
    yield label(say["why"])
    yield Piece(f"{say[f'reason.{why.reason}']} ({percent(say, why.score)})")
    if why.evidence:
        yield from (Piece(" ·\xa0"), label(say["evidence"]), Piece(view.words((why.evidence,))))
        yield Piece(f" ({why.evidence.start}–{why.evidence.end})", DIM)
    if statement.time:
        yield from (Piece(" ·\xa0"), label(say["role.time"]), Piece(view.words((statement.time.span,))))
