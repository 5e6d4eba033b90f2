"""Statements that the grammar of a sentence shows by itself; they are added where the model is silent.

Hearsay: "soll" or "will" with a perfect infinitive ("Er soll Geld genommen haben"). Speech carried on: a main clause in
Konjunktiv I right behind another statement. Speaker labels: paragraphs that begin "Kabelitz: ...", as in interviews.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.encoding import Encoded
from wortlaut.languages import de
from wortlaut.reading import Reading
from wortlaut.text import Span

CARRIED = 2  # sentences back in which the statement that is carried on must end
MAX_LABEL = 4  # words of a speaker label
_LABEL = re.compile(r"(?:[A-ZÄÖÜ][\w.’'-]*[ \t]+){0,3}[A-ZÄÖÜ][\w.’'-]*(?=:[ \t]+\S)")
_PARTICIPLE = re.compile(
    r"(?:\w*ge\w+(?:t|en)|(?:be|ver|er|ent|zer|miss|emp|über|unter|wider)\w+(?:t|en)|\w+iert|worden)$"
)
_STOPS = frozenset((".", "!", "?", "…"))


@dataclass(frozen=True)
class Shown:
    """Content that the grammar shows: running tokens first <= t < after; `speaker` is those of a speaker label."""

    first: int
    after: int
    kind: str
    speaker: range


def labelled(reading: Reading, encoded: Encoded) -> list[Shown]:
    """Paragraphs with speaker labels of which one comes back: an interview or a dialogue, not a list of topics."""
    starts = [reading.tokens[i].start for i in encoded.tokens]
    found: list[Shown] = []
    labels: list[str] = []
    for span in reading.running:
        label = _LABEL.match(reading.text, span.start, span.end)
        if label:
            tokens = _between(starts, span)
            colon = next((i for i in tokens if starts[i] >= label.end()), None)
            if colon is not None and colon + 1 < tokens.stop and colon - tokens.start <= MAX_LABEL:
                found.append(Shown(colon + 1, tokens.stop, "direct", range(tokens.start, colon)))
                labels.append(label.group())
    return found if len(set(labels)) < len(labels) else []


def shown(reading: Reading, encoded: Encoded, taken: NDArray[np.bool_]) -> Iterator[Shown]:
    """Sentences that are hearsay or carry speech on; those of which a token is `taken` are left alone.

    `taken` says for each running token whether it belongs to a statement already.
    """
    said = [number for number, sentence in _sentences(encoded) if any(taken[i] for i in sentence)]
    last = -CARRIED - 1
    for number, sentence in _sentences(encoded):
        words = [reading.tokens[encoded.tokens[i]].cut(reading.text) for i in sentence]
        if number in said:
            last = number
        elif words[-1] not in _STOPS or any(word in de.MARKS for word in words):
            continue
        elif _is_hearsay(words):
            yield Shown(sentence.start, sentence.stop, "free_indirect", _who_claims(sentence, words))
        elif _is_act_of_speech(words):
            yield Shown(sentence.start, sentence.stop, "reported", range(0))
            last = number
        elif number - last <= CARRIED and _is_carried(words, number - last == 1):
            yield Shown(sentence.start, sentence.stop, "indirect_free_indirect", range(0))
            last = number


def _sentences(encoded: Encoded) -> Iterator[tuple[int, range]]:
    """(number of the sentence, its running tokens)."""
    begin = 0
    numbers = encoded.sentence
    for i in range(1, len(numbers) + 1):
        if i == len(numbers) or numbers[i] != numbers[begin]:
            yield int(numbers[begin]), range(begin, i)
            begin = i


def _between(starts: Sequence[int], span: Span) -> range:
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _is_hearsay(words: Sequence[str]) -> bool:
    """ "soll ... gestohlen haben": the infinitive may stand before a subordinate clause, too."""
    if not any(word in de.HEARSAY for word in words):
        return False
    for place in range(2, len(words)):
        closes = place + 1 == len(words) or words[place + 1] in (",", *_STOPS)
        if words[place] in de.PERFECT and closes and _PARTICIPLE.match(words[place - 1]):
            return True
    return False


def is_hearsay(reading: Reading, encoded: Encoded, first: int, after: int) -> bool:
    """Whether a piece of content is hearsay by its grammar, and not in Konjunktiv."""
    words = [reading.tokens[i].cut(reading.text) for i in encoded.tokens[first:after]]
    return _is_hearsay(words) and not set(words) & de.KONJUNKTIV


def _who_claims(sentence: range, words: Sequence[str]) -> range:
    """The subject before "will" or "wollen", who claims it of himself; with "soll" somebody else does."""
    verb = next((place for place, word in enumerate(words) if word in ("will", "wollen")), 0)
    return sentence[:verb] if verb and "," not in words[:verb] else range(0)


def without_indicative(reading: Reading, encoded: Encoded, first: int, after: int) -> int:
    """Where speech carried on ends: before its last sentences where these are plainly in the indicative."""
    for number in range(after - 1, first, -1):
        if encoded.sentence[number] == encoded.sentence[number - 1]:
            continue
        words = {reading.tokens[i].cut(reading.text) for i in encoded.tokens[number:after]}
        if not words & de.INDICATIVE or words & (de.KONJUNKTIV | de.KONJUNKTIV_2 | de.MARKS):
            break
        after = number
    return after


def _is_act_of_speech(words: Sequence[str]) -> bool:
    """A main clause whose verb tells an act of speech; the verb stands in the second place, before any comma."""
    clause = words[: words.index(",")] if "," in words else words
    if any(word in de.NOTHING_SAID for word in clause):
        return False
    return any(
        word in de.SPEECH_ACTS or de.SPEECH_ACT_PAIRS.get(word) in clause[place + 1 :]
        for place, word in enumerate(clause)
        if place
    )


def _is_carried(words: Sequence[str], follows: bool) -> bool:
    """A main clause in Konjunktiv; that of the second kind counts only right behind a statement."""
    lowered = [word.lower() for word in words]
    if any(word in de.NOT_REPORTED for word in lowered):
        return False
    clause = words[: words.index(",")] if "," in words else words
    return any(word in de.KONJUNKTIV for word in clause) or (
        follows and any(word in de.KONJUNKTIV_2 for word in clause)
    )
