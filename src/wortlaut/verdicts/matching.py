"""matched(): whether the words of a claim stand in somebody's words, and what is missing or different."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from wortlaut.differences import Change, token_diff, written
from wortlaut.languages import de, de_wording
from wortlaut.text import Span
from wortlaut.verdicts.placing import Run, exactly, in_order
from wortlaut.wording import EDGES, Plain, Token, bare, ends_sentence, first_letter_apart

Wording = Literal["verbatim", "cut", "altered"]


@dataclass(frozen=True, slots=True)
class Missing:
    """Words of the quotation that the claim leaves out; no words where it is not known what stood there."""

    place: Literal["before", "inside", "after"]
    words: str
    span: Span


@dataclass(frozen=True)
class Match:
    """How the words of a claim stand in a quotation.

    `spans` are their places in the article, `changes` the diff from the quotation's words there to the claim's.
    `negation`: a word that negates stands among what is missing or different. `score`, 0..1: of a verbatim claim 1, of
    a cut one the share of the quotation that it has, of an altered one the likeness of both.
    """

    wording: Wording
    spans: tuple[Span, ...]
    missing: tuple[Missing, ...]
    changes: tuple[Change, ...]
    score: float
    negation: bool = False


def matched(claim: Plain, content: Plain) -> Match | None:
    """How the claim's words stand in the content, or None where they are others: verbatim, cut, or altered in signs
    and cases alone or by what is missing.

    >>> from wortlaut.wording import plain
    >>> matched(plain("Wir brauchen Geld."), plain("„Wir brauchen Geld und Personal.“")).missing[0].words
    'und Personal'
    """
    exact = exactly(claim, content)
    if exact and (match := _stands(claim, content, exact)):
        return match
    ordered = in_order(claim, content)
    return _stands_in_order(claim, content, ordered) if ordered else None


def _stands(claim: Plain, content: Plain, runs: list[Run]) -> Match | None:
    """Verbatim or cut, or altered where only what is missing or the last sign turns the meaning."""
    tokens = content.tokens
    between = [tokens[one.end : two.start] for one, two in pairwise(runs)]
    if any(not _telling(gap) and all(token.kind == "sign" for token in gap) for gap in between):
        return None  # the claim marks an omission where none is
    missing = () if _is_whole_piece(content, runs) else tuple(_missing(content, runs, shown=True))
    wording: Wording = "cut" if missing else "verbatim"
    if (missing and _turned(content, runs)) or not _ends_alike(claim, content, runs[-1].end):
        wording = "altered"
    changes = () if wording == "verbatim" else token_diff(_used(tokens, runs), claim.tokens)
    return Match(
        wording, _spans(tokens, runs), missing, changes, _share(tokens, runs, missing), _hides_negation(missing)
    )


def _stands_in_order(claim: Plain, content: Plain, runs: list[Run]) -> Match:
    """All words stand there in order: cut where some are missing, altered where only signs and cases differ."""
    tokens = content.tokens
    missing = tuple(_missing(content, runs, shown=False))
    same = _same_signs(claim, tokens, runs)
    cut = missing and same and not _turned(content, runs) and _ends_alike(claim, content, runs[-1].end)
    changes = token_diff(_used(tokens, runs), claim.tokens)
    share = _share(tokens, runs, missing)
    return Match("cut" if cut else "altered", _spans(tokens, runs), missing, changes, share, _hides_negation(missing))


def _same_signs(claim: Plain, tokens: Sequence[Token], runs: list[Run]) -> bool:
    """Whether the words have their case, but for first letters where a run or piece begins, and questions are such."""
    there = [(token.text, free) for run_ in runs for token, free in _with_freedom(tokens, run_)]
    same_case = all(
        one == two or (free and first_letter_apart(one, two))
        for (one, free), two in zip(there, claim.words, strict=True)
    )
    asked = [token.text for token in _used(tokens, runs)].count("?")
    return same_case and asked == [token.text for token in bare(claim.tokens)].count("?")


def _with_freedom(tokens: Sequence[Token], run_: Run) -> Iterator[tuple[Token, bool]]:
    """The words of a run, and whether their first letter's case is free."""
    free = True
    for token in tokens[run_.start : run_.end]:
        if token.kind == "word":
            yield token, free
        free = token.kind == "interruption" or (free and token.kind != "word")


def _missing(content: Plain, runs: list[Run], *, shown: bool) -> Iterator[Missing]:
    """What is left out; an omission of the text's own too, unless the claim shows one at each break."""
    tokens = content.tokens
    if _telling(before := tokens[: runs[0].start]):
        yield _left_out("before", before)
    for one, two in pairwise(runs):
        between = tokens[one.end : two.start]
        if _telling(between) or (between and not shown):
            yield _left_out("inside", between)
    if _telling(after := tokens[runs[-1].end :]):
        yield _left_out("after", after)


def _left_out(place: Literal["before", "inside", "after"], tokens: Sequence[Token]) -> Missing:
    shown = tokens if place == "inside" else bare(tokens)
    return Missing(place, written(shown).strip(" ,;:.–"), Span(shown[0].span.start, shown[-1].span.end))


def _telling(tokens: Sequence[Token]) -> bool:
    """Whether there are words, or signs that a reader would read aloud."""
    return any(token.kind == "word" or (token.kind == "sign" and token.text not in EDGES) for token in tokens)


def _is_whole_piece(content: Plain, runs: list[Run]) -> bool:
    """Whether the claim has whole sentences between two interruptions: „Ja“, sagte sie. „Morgen.“"""
    if len(runs) > 1:
        return False
    before = _parted(content, range(runs[0].start - 1, -1, -1))
    return before and _parted(content, range(runs[0].end, len(content.tokens)))


def _parted(content: Plain, places: range) -> bool:
    """Whether in this direction nothing telling stands before the end of the content, or of a sentence and a piece."""
    for place in places:
        token = content.tokens[place]
        if token.kind in ("interruption", "gap"):
            return ends_sentence(content, place)
        if _telling((token,)):
            return False
    return True


def _turned(content: Plain, runs: list[Run]) -> bool:
    """Whether a negation is left out of the very clause that the claim has."""
    tokens = content.tokens
    edges = [_clause(content, range(one.end, two.start)) for one, two in pairwise(runs)]
    edges += [_clause(content, range(two.start - 1, one.end - 1, -1)) for one, two in pairwise(runs)]
    edges.append(_clause(content, range(runs[0].start - 1, -1, -1)))
    edges.append(_clause(content, range(runs[-1].end, len(tokens))))
    return any(negates(words) for words in edges)


def _clause(content: Plain, places: range) -> list[str]:
    """The words in this direction up to a sign or word that parts clauses."""
    words: list[str] = []
    for place in places:
        token = content.tokens[place]
        parted = token.kind in ("interruption", "gap") and ends_sentence(content, place)
        if parted or token.kind == "omission" or token.text in EDGES or token.text.lower() in de_wording.CLAUSE_WORDS:
            break
        words.append(token.text)
    return words[:: places.step]


def negates(words: Sequence[str]) -> bool:
    """Whether one of the words negates; "nicht nur" does not.

    >>> negates(["Nicht", "nur", "wir"]), negates(["wir", "nie"])
    (False, True)
    """
    lowered = [*(word.lower() for word in words), ""]
    return any(one in de_wording.NEGATIONS and two not in de.NOT_NEGATING_AFTER for one, two in pairwise(lowered))


def _ends_alike(claim: Plain, content: Plain, end: int) -> bool:
    """Whether the claim is a question where the words are one, and calls out only where they do."""
    own, there = _last_signs(claim.tokens[::-1])[::-1], _last_signs(content.tokens[end:])
    return ("?" in own) == ("?" in there) and ("!" not in own or "!" in there)


def _last_signs(tokens: Sequence[Token]) -> list[str]:
    """The signs before the first word."""
    signs: list[str] = []
    for token in tokens:
        if token.kind == "word":
            break
        signs.append(token.text)
    return signs


def _hides_negation(missing: Sequence[Missing]) -> bool:
    return any(negates(one.words.split()) for one in missing)


def _used(tokens: Sequence[Token], runs: list[Run]) -> list[Token]:
    return [token for run_ in runs for token in tokens[run_.start : run_.end]]


def _spans(tokens: Sequence[Token], runs: list[Run]) -> tuple[Span, ...]:
    """The places of the runs, each in as many pieces as the content has there."""
    pieces: list[list[Token]] = []
    for run_ in runs:
        pieces.append([])
        for token in tokens[run_.start : run_.end]:
            if token.kind in ("interruption", "gap"):
                pieces.append([])
            else:
                pieces[-1].append(token)
    return tuple(Span(piece[0].span.start, piece[-1].span.end) for piece in pieces if piece)


def _share(tokens: Sequence[Token], runs: list[Run], missing: Sequence[Missing]) -> float:
    kept = sum(token.kind == "word" for token in _used(tokens, runs))
    return kept / (kept + sum(len(one.words.split()) for one in missing))
