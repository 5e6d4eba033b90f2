"""What somebody claims that was said: the words to compare, without marks and cue around them."""

from __future__ import annotations

import re

from wortlaut.differences import written
from wortlaut.errors import InputError
from wortlaut.languages import de_wording
from wortlaut.quotations import quotations
from wortlaut.text import Span
from wortlaut.wording import Plain, plain

LONGEST = 5_000  # code points of a claim
MOST_FRAME = 15  # words around a quotation that can be its cue
_WORD = re.compile(r"\w+")
_CUES = "|".join(sorted(de_wording.CUES))
_TAIL = re.compile(
    rf"[,–-]\s*(?:{_CUES})\s+[^\W\d_a-zäöüß][^,.;:!?„“\"»«]{{1,60}}\.?\s*$"
    r"|\s\(\s*[^\W\d_a-zäöüß][\w. -]{1,60}\)\s*$"
)
_HEAD = re.compile(rf"^\s*[^\W\d_a-zäöüß][^,.;:!?„“\"»«]{{1,60}}\s(?:{_CUES})(?:\s[^,.;:!?„“\"»«]{{1,40}})?:\s*")


def readings(claim: str) -> tuple[Plain, ...]:
    """The ways to read a claim, the plainest first: as a whole; what stands in its quotation marks, beside a cue; and
    without a cue at its beginning or end. Places are those of the claim as it was given.

    Raises InputError where it is longer than LONGEST or has no word.

    >>> [one.text for one in readings("„Das ist gut“, sagte Klara Brandt, „aber teuer.“")]
    ['Das ist gut , sagte Klara Brandt , aber teuer .', 'Das ist gut aber teuer .']
    """
    if len(claim) > LONGEST:
        raise InputError(
            f"the claim has {len(claim)} characters, and at most {LONGEST} are compared; give a part of it"
        )
    whole = plain(claim)
    if not whole.words:
        raise InputError(f"the claim {claim[:40]!r} has no word; give the words that are said to have been said")
    found = [whole]
    found += [plain(claim, spans) for spans in (_quoted(claim), _unframed(claim)) if spans]
    return tuple(reading for reading in found if reading.words)


def unchecked(reading: Plain) -> str:
    """The words of the claim that a reading leaves aside.

    >>> unchecked(readings("„Das ist gut“, sagte Klara Brandt")[1])
    'sagte Klara Brandt'
    """
    tokens = reading.tokens
    aside = [Span(0, tokens[0].span.start), Span(tokens[-1].span.end, len(reading.source))]
    aside[1:1] = [token.span for token in tokens if token.kind in ("interruption", "gap")]
    words = [plain(reading.source, (span,)) for span in aside]
    return " … ".join(written(one.tokens).strip(" ,;:.!?–…") for one in words if one.words)


def _quoted(claim: str) -> tuple[Span, ...]:
    """What stands between quotation marks, if what stands around them is a cue."""
    spans = tuple(q.inner for q in quotations(claim, [Span(0, len(claim))]) if q.depth == 0 and len(q.inner))
    if not spans:
        return ()
    borders = [0, *(place for span in spans for place in (span.start, span.end)), len(claim)]
    around = [claim[borders[i] : borders[i + 1]] for i in range(0, len(borders), 2)]
    words = _WORD.findall(" ".join(around).lower())
    opens = around[0].rstrip("„“”\"»«‚‘›‹' \n\t").endswith(":") and len(around[0].split()) <= 6
    cue = opens or not de_wording.CUES.isdisjoint(words)
    return spans if words and len(words) <= MOST_FRAME and cue else ()


def _unframed(claim: str) -> tuple[Span, ...]:
    """The claim without a cue that opens or ends it."""
    head, tail = _HEAD.match(claim), _TAIL.search(claim)
    start, end = head.end() if head else 0, tail.start() if tail else len(claim)
    return (Span(start, end),) if start < end and (head or tail) else ()
