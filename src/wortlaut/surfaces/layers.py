"""An article's text in layers: what is said, by whom, in which part; shared by the surfaces that show the text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wortlaut.parts import PartKind
from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.text import Span
from wortlaut.tokens import paragraphs

_ROLES = ("frame", "content", "speaker", "addressee", "cue")  # of layers with the same place: from the outside in


@dataclass(frozen=True, slots=True)
class Layer:
    """One stretch of one role of one statement; `statement` is an index into the analysis' statements."""

    statement: int
    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is covered by the same layers, the outermost first, from its start to its end.

    A gap is the white space around paragraphs. No layer covers it, nor the white space at a layer's ends.
    """

    span: Span
    part: PartKind
    layers: tuple[Layer, ...]
    gap: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with the gap after it; of the first one, also with the gap before it.

    `kind` is that of the part that covers the whole paragraph, else "paragraph".
    """

    kind: PartKind
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """A layer begins, or goes on (not `first`) after it was closed for a paragraph's end or a layer that crosses it."""

    layer: Layer
    first: bool


@dataclass(frozen=True, slots=True)
class Closing:
    """A layer ends, or (not `last`) is interrupted."""

    layer: Layer
    last: bool


Step = Opening | Closing | Run


def runs(analysis: Analysis) -> Iterator[Run]:
    """The whole text cut into consecutive runs. Raises SpanError where a span ends after the text."""
    text = analysis.article.text
    layers = sorted(set(_layers(analysis)), key=_outside_in)
    parts = sorted(analysis.parts, key=lambda part: (part.span.start, -part.span.end))
    kinds = {part.span: part.kind for part in parts}
    cover = _Cover([layer.span for layer in layers])
    part_cover = _Cover([part.span for part in parts])
    paragraph_spans = paragraphs(text)
    paragraph_cover = _Cover(paragraph_spans)
    edges = {0, len(text)}
    for spans in (cover.spans, part_cover.spans, paragraph_spans):
        edges.update(edge for span in spans for edge in (span.start, span.end) if span.end <= len(text))
    for start, end in pairwise(sorted(edges)):
        gap = not paragraph_cover.at(start)
        covering = [layers[index] for index in cover.at(start)]
        part = [kinds[parts[index].span] for index in part_cover.at(start)]
        yield Run(Span(start, end), part[-1] if part else "paragraph", () if gap else tuple(covering), gap)


def blocks(analysis: Analysis) -> Iterator[Block]:
    """The runs of the text, paragraph by paragraph."""
    held: list[Run] = []
    for run in runs(analysis):
        if held and held[-1].gap and not run.gap and not all(before.gap for before in held):
            yield _block(held)
            held = []
        held.append(run)
    if held:
        yield _block(held)


def steps(some_runs: Sequence[Run], roles: Collection[str]) -> Iterator[Step]:
    """The runs with well-nested openings and closings of the layers that have one of these roles.

    A stretch that has a role other than content for several statements is opened once only.
    """
    open_layers: list[Layer] = []
    position = 0
    for run in some_runs:
        position = run.span.start
        wanted = _wanted(run, roles)
        kept = next((i for i, (a, b) in enumerate(zip(open_layers, wanted, strict=False)) if a != b), None)
        kept = min(len(open_layers), len(wanted)) if kept is None else kept
        while len(open_layers) > kept:
            layer = open_layers.pop()
            yield Closing(layer, layer.span.end <= position)
        for layer in wanted[kept:]:
            open_layers.append(layer)
            yield Opening(layer, layer.span.start == position)
        yield run
        position = run.span.end
    for layer in reversed(open_layers):
        yield Closing(layer, layer.span.end <= position)


def depths(statements: Sequence[Statement]) -> list[int]:
    """How deep each statement is nested, 0 for the outermost; an unknown parent or a circle counts as none."""
    parents = {statement.id: statement.within for statement in statements}
    return [_depth(statement.id, parents) for statement in statements]


def _depth(name: str, parents: dict[str, str | None]) -> int:
    seen = {name}
    parent = parents[name]
    while parent is not None and parent in parents and len(seen) <= 8:  # deeper is no news, and 8 bounds the work
        if parent in seen:
            return 0
        seen.add(parent)
        parent = parents[parent]
    return len(seen) - 1


class _Cover:
    """Which of some spans, sorted from the outside in, cover a position; asked for positions that only rise."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = spans
        self._next = 0
        self._active: list[int] = []

    def at(self, position: int) -> list[int]:
        """Indices of the spans that cover the code point at `position`, the outermost first."""
        while self._next < len(self.spans) and self.spans[self._next].start <= position:
            self._active.append(self._next)
            self._next += 1
        self._active = [index for index in self._active if self.spans[index].end > position]
        return self._active


def _layers(analysis: Analysis) -> Iterator[Layer]:
    text = analysis.article.text
    for index, statement in enumerate(analysis.statements):
        for role in _ROLES:
            for span in statement.spans(role):
                words = span.cut(text)
                start = span.start + len(words) - len(words.lstrip())
                end = span.start + len(words.rstrip())
                if start < end:
                    yield Layer(index, role, Span(start, end))


def _outside_in(layer: Layer) -> tuple[int, int, int, int]:
    return layer.span.start, -layer.span.end, _ROLES.index(layer.role), layer.statement


def _block(held: list[Run]) -> Block:
    kinds = {run.part for run in held if not run.gap}
    return Block(kinds.pop() if len(kinds) == 1 else "paragraph", tuple(held))


def _wanted(run: Run, roles: Collection[str]) -> list[Layer]:
    found: list[Layer] = []
    seen: set[str] = set()
    for layer in run.layers:
        if layer.role in roles and (layer.role == "content" or layer.role not in seen):
            seen.add(layer.role)
            found.append(layer)
    return found
