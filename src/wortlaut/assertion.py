"""Whether words are said to have been said: not so where they are denied, asked for, expected or imagined."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wortlaut.languages import de
from wortlaut.reading import Reading
from wortlaut.statements import Statement

NEAR = 4  # tokens between a negation and the cue that it negates
_WORD = re.compile(r"\w")


def asserted(statement: Statement, by_id: Mapping[str, Statement], reading: Reading) -> bool:
    """Whether the article says that the statement was made."""
    cue = reading.tokens_of(statement.cue)
    if not cue:
        return True
    words = [reading.tokens[i].cut(reading.text).lower() for i in cue]
    if statement.kind != "direct" and _denies(words):
        return False
    clause = _clause(cue, reading)
    lowered = {i: reading.tokens[i].cut(reading.text).lower() for i in clause}
    return not (
        _negated(cue, clause, lowered)
        or _unreal(words, lowered)
        or _conditional(cue, clause, lowered)
        or _asked_for(statement, words, lowered, by_id, reading)
    )


def _clause(cue: list[int], reading: Reading) -> list[int]:
    """The tokens of the cue's sentence from comma to comma around the cue, without commas."""
    sentence = reading.sentence_of(cue[0])
    begin, end = cue[0], cue[-1] + 1
    while begin > sentence.start and _inside(begin - 1, reading):
        begin -= 1
    while end < sentence.stop and _inside(end, reading):
        end += 1
    return [i for i in range(begin, end) if _WORD.match(reading.tokens[i].cut(reading.text))]


def _inside(index: int, reading: Reading) -> bool:
    return reading.tokens[index].cut(reading.text) not in (",", ";", ":", "–", "—", "(", ")", "„", "“", "»", "«", '"')


def _denies(words: list[str]) -> bool:
    return any(word.startswith(de.DENYING) or word in de.DENYING_WORDS for word in words) or any(
        first in words and second in words for first, second in de.DENYING_PAIRS
    )


def _negated(cue: list[int], clause: list[int], lowered: Mapping[int, str]) -> bool:
    for i in clause:
        negates = lowered[i] in de.NEGATIONS and not _negates_else(i, cue, lowered)
        if negates and (min(abs(i - c) for c in cue) <= NEAR or lowered[i].startswith("niemand")):
            return True
    return False


def _negates_else(i: int, cue: list[int], lowered: Mapping[int, str]) -> bool:
    """Whether the negation at token `i` negates how or by whom something was said: "ohne Zögern", "kein anderer
    als".
    """
    following = lowered.get(i + 1, "")
    if lowered[i] in de.WITHOUT:  # negates the cue only in "ohne zu sagen", "ohne dass er sagt"
        between = [word for place, word in lowered.items() if i < place < cue[-1]]
        return following not in de.CONJUNCTIONS and de.INFINITIVE_SIGN not in between
    if following in de.DEGREES:
        return i + 2 in lowered and i + 2 not in cue
    return following in de.NOT_NEGATING_AFTER or (
        following.startswith(de.NONE_OTHER) and lowered.get(i + 2) == de.NONE_OTHER_THAN
    )


def _unreal(words: list[str], lowered: Mapping[int, str]) -> bool:
    """A finite verb of future or possibility with an infinitive of speech as cue."""
    return words[-1] in de.SPEECH_INFINITIVES and any(word in de.UNREAL for word in lowered.values())


def _conditional(cue: list[int], clause: list[int], lowered: Mapping[int, str]) -> bool:
    return bool(clause) and clause[0] <= cue[0] and lowered[clause[0]] in de.CONDITIONS


def _asked_for(
    statement: Statement, words: list[str], lowered: Mapping[int, str], by_id: Mapping[str, Statement], reading: Reading
) -> bool:
    """ "forderte ihn auf zu erklären": an infinitive with zu within a statement that asks for or expects it."""
    infinitive = words[-1] in de.SPEECH_INFINITIVES and de.INFINITIVE_SIGN in lowered.values()
    outer = by_id.get(statement.within or "")
    if outer is None or not (infinitive or (outer.kind != "direct" and _expects(outer, reading))):
        return False
    return any(reading.tokens[i].cut(reading.text).lower().startswith(de.ASKING) for i in reading.tokens_of(outer.cue))


def _expects(outer: Statement, reading: Reading) -> bool:
    cue = [reading.tokens[i].cut(reading.text).lower() for i in reading.tokens_of(outer.cue)]
    return any(word.startswith(("erwart", "hoff", "rechne")) for word in cue)
