"""render(): an article with its statements marked, and a list of them beneath it, for a terminal.

Everything can be read without colour: a statement stands between ⟦3 and ⟧, and 3 is its number in the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.surfaces.characters import columns, shortened, visible
from wortlaut.surfaces.layers import Block, Closing, Layer, Opening, Run, blocks, depths, steps
from wortlaut.surfaces.words import Language, counted, date, percent, words
from wortlaut.surfaces.wrapping import Line, Piece, painted, wrap

MINIMUM_WIDTH = 20  # columns; in fewer, German cannot be read
# The sixteen colours of the terminal's own palette, so that they suit a light as well as a dark one.
_KIND_STYLES = {
    "direct": "32",
    "indirect": "36",
    "indirect_free_indirect": "34",
    "free_indirect": "35",
    "reported": "33",
}
_ROLE_STYLES = {"speaker": "1", "cue": "4", "addressee": "3"}
_DIM = "2"
_APART = frozenset(("heading", "caption", "credit", "byline", "agency", "boilerplate", "dateline"))
_INDENT = 5
_WORD_LINES = 3  # of a statement's words in the list


def render(analysis: Analysis, *, width: int = 80, color: bool = False, language: Language = "de") -> str:
    """The article and its statements as text for a terminal of `width` columns, ending in a line break.

    Control characters and bidi overrides of the article are made visible, so that no article can move the cursor or
    recolour the terminal. Raises SpanError where a span ends after the text.
    """
    say = words(language)
    width = max(width, MINIMUM_WIDTH)
    lines = [*_header(analysis, say, width), *_text(analysis, width), *_list(analysis, say, width)]
    return "".join(painted(line, color=color) + "\n" for line in lines)


def _header(analysis: Analysis, say: Mapping[str, str], width: int) -> Iterator[Line]:
    article = analysis.article
    known = (article.outlet, article.published and date(say, article.published), article.source)
    about = " · ".join(part for part in known if part)
    if article.title and not article.text.lstrip().startswith(article.title.strip()):
        yield from wrap([Piece(article.title, "1")], width)
    yield from wrap([Piece(about, _DIM)], width)
    if article.title or about:
        yield from ([_rule(width)], [])


def _rule(width: int) -> Piece:
    return Piece("─" * width, _DIM)


def _text(analysis: Analysis, width: int) -> Iterator[Line]:
    for block in blocks(analysis):
        if all(run.gap for run in block.runs):
            continue
        yield from wrap(_pieces(analysis, block), width)
        after = block.runs[-1]
        if after.gap and visible(after.span.cut(analysis.article.text)).count("\n") > 1:
            yield []
    yield []


def _pieces(analysis: Analysis, block: Block) -> Iterator[Piece]:
    text = analysis.article.text
    for step in steps([run for run in block.runs if not run.gap], ("content",)):
        match step:
            case Opening():
                yield Piece(f"⟦{step.layer.statement + 1}\xa0", _marker_style(analysis, step.layer))
            case Closing():
                yield Piece("⟧", _marker_style(analysis, step.layer))
            case Run():
                yield Piece(step.span.cut(text), _style(analysis, step))


def _marker_style(analysis: Analysis, layer: Layer) -> str:
    return f"1;{_KIND_STYLES[analysis.statements[layer.statement].kind]}"


def _style(analysis: Analysis, run: Run) -> str:
    """Colour for the kind of the innermost statement, bold, underline and italics for the roles."""
    codes = [_ROLE_STYLES[role] for role in _ROLE_STYLES if any(layer.role == role for layer in run.layers)]
    inner = [layer.statement for layer in run.layers if layer.role == "content"]
    if inner:
        codes.append(_KIND_STYLES[analysis.statements[inner[-1]].kind])
    elif run.part in _APART:
        codes.append(_DIM)
    return ";".join(codes)


def _list(analysis: Analysis, say: Mapping[str, str], width: int) -> Iterator[Line]:
    yield [_rule(width)]
    if not analysis.statements:
        yield from wrap([Piece(say["statements.none"])], width)
        return
    title = Piece(counted(say, "statements", len(analysis.statements)), "1")
    yield from _apart([title], f"{say['score']} · {say['place']}", width)
    numbers = {statement.id: number for number, statement in enumerate(analysis.statements, 1)}
    for number, (statement, depth) in enumerate(
        zip(analysis.statements, depths(analysis.statements), strict=True), start=1
    ):
        indent = min(_INDENT + 2 * depth, width - MINIMUM_WIDTH // 2)
        margin = Piece(f"{number:>{indent - 2}}  ", "1")
        yield []
        for line in _entry(analysis, statement, numbers, say, width - indent):
            yield [margin, *line]
            margin = Piece(" " * indent)


def _entry(
    analysis: Analysis, statement: Statement, numbers: Mapping[str, int], say: Mapping[str, str], width: int
) -> Iterator[Line]:
    color = _KIND_STYLES[statement.kind]
    facts = f"{percent(say, statement.score)} · {statement.content[0].start}–{statement.content[-1].end}"
    kind = Piece(say[f"kind.{statement.kind}"], f"1;{color}")
    yield from _apart([kind, *_remarks(statement, numbers, say)], facts, width)
    yield from wrap(_who(analysis, statement, say), width)
    said = shortened(analysis.words(statement.content), _WORD_LINES * width - width // 4)
    yield from wrap([Piece(said, color)], width)


def _remarks(statement: Statement, numbers: Mapping[str, int], say: Mapping[str, str]) -> Iterator[Piece]:
    if say[f"medium.{statement.medium}"]:
        yield Piece(f" · {say[f'medium.{statement.medium}']}")
    if statement.within is not None:
        yield Piece(" · " + say["within"].format(parent=numbers.get(statement.within, statement.within)))
    if not statement.asserted:
        yield Piece(" · ")
        yield Piece(say["asserted.no"], "1")


def _apart(left: list[Piece], right: str, width: int) -> Iterator[Line]:
    """Left and right on one line where both fit, else beneath each other."""
    lines = list(wrap(left, width))
    free = width - columns(right) - sum(columns(piece.text) for piece in lines[-1])
    if free >= 2:
        lines[-1] += [Piece(" " * free), Piece(right, _DIM)]
        yield from lines
    else:
        yield from (*lines, *wrap([Piece(right, _DIM)], width))


def _who(analysis: Analysis, statement: Statement, say: Mapping[str, str]) -> Iterator[Piece]:
    for role, style in _ROLE_STYLES.items():
        named = shortened(analysis.words(statement.spans(role)), 160) if statement.spans(role) else ""
        if role == "speaker" or named:
            yield Piece("" if role == "speaker" else " ·\xa0")
            yield Piece(f"{say[f'role.{role}']}:".replace(" ", "\xa0") + "\xa0", _DIM)
            yield Piece(named, style) if named else Piece(say["unnamed"], _DIM)
