"""The text of a web page with its statements marked; what is shown is the article's text, character by character."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from wortlaut.persons import Person
from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.surfaces.characters import shortened, visible
from wortlaut.surfaces.layers import Block, Closing, Layer, Opening, Run, steps
from wortlaut.surfaces.legend import Legend, Order, Shown, words_beside
from wortlaut.surfaces.moments import told
from wortlaut.surfaces.style import PEOPLE
from wortlaut.surfaces.words import percent
from wortlaut.text import Span

_TAGS = {"speaker": "b", "cue": "i", "addressee": "span"}
_NAMES = 200  # columns of a name, or of the words of a role


@dataclass(frozen=True, slots=True)
class Links:
    """Where an article's page leads, as safe markup: what belongs to a statement, and a person's name as a link."""

    statement: Callable[[Statement], str]
    person: Callable[[Person, str], str]


@dataclass(frozen=True, slots=True)
class View:
    """An article on a page: its people, the prefix of its anchors, the words of the interface, what is asked for."""

    analysis: Analysis
    legend: Legend
    prefix: str
    say: Mapping[str, str]
    by: Order = "text"
    reasons: bool = False
    links: Links | None = None
    window: Span | None = None  # of a very long text: only the stretches and statements that begin in it are shown

    def shows(self, place: int) -> bool:
        """Whether what begins at a place in the text is shown."""
        return self.window is None or self.window.start <= place < self.window.end

    def words(self, spans: tuple[Span, ...]) -> str:
        """The words of a role, shortened and safe."""
        return safe(shortened(self.analysis.words(spans), _NAMES)) if spans else ""


def safe(text: str) -> str:
    """Text for any place of a page: escaped, with control characters made visible."""
    return html.escape(visible(text))


def css_class(kind: str) -> str:
    """The name of a kind in the style."""
    return kind.replace("_", "-")


def person_class(shown: Shown | None) -> str:
    """The class that gives a person's colour."""
    return f"p{shown.place % PEOPLE}" if shown else "nobody"


def signed(shown: Shown) -> str:
    """The letters and the name of a person."""
    name = safe(shortened(shown.person.name, _NAMES))
    return f'<span class="sign">{shown.sign}</span> <bdi>{name}</bdi>'


def linked(view: View, shown: Shown) -> str:
    """The same, its name a link where the page knows more of the person."""
    if view.links is None:
        return signed(shown)
    name = f"<bdi>{safe(shortened(shown.person.name, _NAMES))}</bdi>"
    return f'<span class="sign">{shown.sign}</span> {view.links.person(shown.person, name)}'


def beside(view: View, statement: Statement) -> str:
    """The words of the text that mean the person, where they are others than the name."""
    shown = view.legend.of(statement)
    return safe(shortened(words_beside(view.analysis, statement.speaker, shown.person.name), _NAMES)) if shown else ""


def when(view: View, statement: Statement) -> str:
    """The time of a statement in words; empty where it has none."""
    if statement.time is None:
        return ""
    written = view.analysis.words((statement.time.span,))
    return safe(shortened(told(view.say, statement.time.value, written), _NAMES))


def why(view: View, statement: Statement) -> str:
    """Why the person is the one: the reason and how certain it is; empty where there is no person."""
    attribution = statement.attribution
    if attribution is None:
        return ""
    return f"{view.say[f'reason.{attribution.reason}']} ({percent(view.say, attribution.score)})"


def evidence(view: View, statement: Statement) -> str:
    """The words that name the person."""
    given = statement.attribution.evidence if statement.attribution else None
    return view.words((given,)) if given else ""


def marked(view: View, block: Block) -> Iterator[str]:
    """The inside of a paragraph. Numbers at the ends of statements link to `PREFIX-sNUMBER`."""
    text = view.analysis.article.text
    for step in steps(block.runs, ("content", *_TAGS)):
        match step:
            case Opening():
                yield _opening(view, step)
            case Closing(layer=Layer(role="content")):
                yield (_reference(view, step.layer) if step.last else "") + "</mark>"
            case Closing():
                yield f"</{_TAGS[step.layer.role]}>"
            case Run():
                yield _run(step, safe(step.span.cut(text)), block)


def anchor(analysis: Analysis, statement: int) -> Span | None:
    """The piece of a statement's content to which its entry links; None where all of it is white space."""
    spans = analysis.statements[statement].content
    return next((span for span in spans if span.cut(analysis.article.text).strip()), None)


def _opening(view: View, step: Opening) -> str:
    layer = step.layer
    statement = view.analysis.statements[layer.statement]
    person = person_class(view.legend.of(statement))
    if layer.role != "content":
        return f'<{_TAGS[layer.role]} class="{layer.role}{f" {person}" if layer.role == "speaker" else ""}">'
    piece = anchor(view.analysis, layer.statement)
    place = f' id="{view.prefix}-t{layer.statement + 1}"' if step.first and piece and piece.covers(layer.span) else ""
    return f'<mark class="{css_class(statement.kind)} {person}{"" if statement.asserted else " unasserted"}"{place}>'


def _reference(view: View, layer: Layer) -> str:
    """The number at the end of a piece, with the letters of the person; hover and focus show the tip in it."""
    statement, say = view.analysis.statements[layer.statement], view.say
    shown = view.legend.of(statement)
    number = layer.statement + 1
    facts = [f"{say['statement']} {number}", say[f"kind.{statement.kind}"]]
    if shown:
        facts += [safe(shortened(shown.person.name, _NAMES)), why(view, statement)]
    sign = f'<span class="sign">{shown.sign}</span>' if shown else ""
    return (
        f'<a class="ref" href="#{view.prefix}-s{number}" aria-label="{", ".join(facts)}: {say["to_statement"]}">'
        f'{sign}<span class="n">{number}</span>{_tip(view, statement)}</a>'
    )


def _tip(view: View, statement: Statement) -> str:
    """Kind, person, cue, why and how certain, for the eye; the link's name and the entry tell others."""
    say, shown = view.say, view.legend.of(statement)
    who = signed(shown) if shown else f"<bdi>{view.words(statement.speaker) or say['unnamed']}</bdi>"
    words = beside(view, statement)
    because = why(view, statement)
    shown_by = evidence(view, statement)
    facts = {
        "role.cue": view.words(statement.cue),
        "role.time": when(view, statement),
        "why": because and because + (f" · <bdi>{shown_by}</bdi>" if shown_by else ""),
        "score": percent(say, statement.score),
    }
    lines = "".join(
        f'<span class="line"><span class="label">{say[key]}</span> {fact}</span>' for key, fact in facts.items() if fact
    )
    return (
        '<span class="tip" aria-hidden="true"><span class="line">'
        f'<span class="named">{who}</span>{f" · <bdi>{words}</bdi>" if words else ""}</span>'
        f'<span class="line"><span class="kind {css_class(statement.kind)}">{say[f"kind.{statement.kind}"]}</span>'
        f"{'' if statement.asserted else ' · ' + say['asserted.no']}</span>{lines}</span>"
    )


def _run(run: Run, words: str, block: Block) -> str:
    """The words, set apart where they are of another part than their paragraph, such as a dateline."""
    if run.gap or run.part in (block.kind, "paragraph"):
        return words
    return f'<span class="{run.part}">{words}</span>'
