"""The mistakes of an evaluation, in context, for a terminal: missed, false and wrong statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wortlaut.evaluation import OVERLAP, Pair
from wortlaut.gold import GoldArticle
from wortlaut.statements import Statement
from wortlaut.text import Span

CONTEXT = 60  # code points shown before and after a content
LONGEST = 160  # code points of a content that are shown


def render(gold: GoldArticle, pairs: Sequence[Pair]) -> str:
    """One block for each mistake of an article; empty where there is none."""
    lines = list(_mistakes(gold, pairs))
    name = " ".join(_printable(gold.article.source or gold.article.id).split())
    return f"== {name}\n" + "".join(line + "\n" for line in lines) + "\n" if lines else ""


def _mistakes(gold: GoldArticle, pairs: Sequence[Pair]) -> Iterator[str]:
    text = gold.article.text
    for pair in sorted(pairs, key=_place):
        if pair.predicted and pair.gold and pair.overlap >= OVERLAP:
            wrong = list(_differences(pair.predicted, pair.gold, text))
            if wrong:
                yield f"WRONG  {pair.gold.kind}: {_shown(pair.gold, text)}"
                yield from (f"       {line}" for line in wrong)
            continue
        if pair.gold:
            yield f"MISSED {pair.gold.kind}: {_shown(pair.gold, text)}"
        if pair.predicted:
            yield f"FALSE  {pair.predicted.kind} ({pair.predicted.score:.2f}): {_shown(pair.predicted, text)}"


def _differences(predicted: Statement, gold: Statement, text: str) -> Iterator[str]:
    if predicted.kind != gold.kind:
        yield f"kind: {predicted.kind}, not {gold.kind}"
    for role in ("content", "speaker", "cue", "addressee", "frame"):
        if predicted.spans(role) != gold.spans(role):
            yield f"{role}: {_words(predicted.spans(role), text)!r}, not {_words(gold.spans(role), text)!r}"
    if predicted.asserted != gold.asserted:
        yield f"asserted: {predicted.asserted}, not {gold.asserted}"


def _place(pair: Pair) -> int:
    statement = pair.gold or pair.predicted
    return statement.content[0].start if statement else 0


def _shown(statement: Statement, text: str) -> str:
    start, end = statement.content[0].start, statement.content[-1].end
    words = text[start:end] if end - start <= LONGEST else text[start : start + LONGEST] + " …"
    shown = f"{text[max(0, start - CONTEXT) : start]}[[{words}]]{text[end : end + CONTEXT]}"
    return " ".join(_printable(shown).split())


def _words(spans: Sequence[Span], text: str) -> str:
    return _printable(" … ".join(span.cut(text) for span in spans))


def _printable(words: str) -> str:
    """Without what could steer a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in words)
