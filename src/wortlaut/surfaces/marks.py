"""The text of a web page with its statements marked; what is shown is the article's text, character by character."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from wortlaut.record import Analysis
from wortlaut.surfaces.characters import visible
from wortlaut.surfaces.layers import Block, Closing, Layer, Opening, Run, steps
from wortlaut.text import Span

_TAGS = {"speaker": "b", "cue": "i", "addressee": "span"}


def safe(text: str) -> str:
    """Text for any place of a page: escaped, with control characters made visible."""
    return html.escape(visible(text))


def css_class(kind: str) -> str:
    """The name of a kind in the style."""
    return kind.replace("_", "-")


def marked(analysis: Analysis, block: Block, prefix: str, say: Mapping[str, str]) -> Iterator[str]:
    """The inside of a paragraph. Numbers at the ends of statements link to `PREFIX-sNUMBER`."""
    text = analysis.article.text
    for step in steps(block.runs, ("content", *_TAGS)):
        match step:
            case Opening():
                yield _opening(analysis, step, prefix)
            case Closing(layer=Layer(role="content")):
                yield (_reference(analysis, step.layer, prefix, say) if step.last else "") + "</mark>"
            case Closing():
                yield f"</{_TAGS[step.layer.role]}>"
            case Run():
                yield _run(step, safe(step.span.cut(text)), block)


def anchor(analysis: Analysis, statement: int) -> Span | None:
    """The piece of a statement's content to which its entry links; None where all of it is white space."""
    spans = analysis.statements[statement].content
    return next((span for span in spans if span.cut(analysis.article.text).strip()), None)


def _opening(analysis: Analysis, step: Opening, prefix: str) -> str:
    layer = step.layer
    if layer.role != "content":
        return f'<{_TAGS[layer.role]} class="{layer.role}">'
    statement = analysis.statements[layer.statement]
    piece = anchor(analysis, layer.statement)
    place = f' id="{prefix}-t{layer.statement + 1}"' if step.first and piece and piece.covers(layer.span) else ""
    return f'<mark class="{css_class(statement.kind)}{"" if statement.asserted else " unasserted"}"{place}>'


def _reference(analysis: Analysis, layer: Layer, prefix: str, say: Mapping[str, str]) -> str:
    number = layer.statement + 1
    kind = say[f"kind.{analysis.statements[layer.statement].kind}"]
    name = f"{say['statement']} {number}, {kind}: {say['to_statement']}"
    return f'<a class="ref" href="#{prefix}-s{number}" aria-label="{name}"><span>{number}</span></a>'


def _run(run: Run, words: str, block: Block) -> str:
    """The words, set apart where they are of another part than their paragraph, such as a dateline."""
    if run.gap or run.part in (block.kind, "paragraph"):
        return words
    return f'<span class="{run.part}">{words}</span>'
