"""Whether a clause looks back or ahead, by its finite verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from wortlaut.languages import de_times as words

_BORDERS = frozenset(',;:()–—„“»«"')
_PARTICIPLE = re.compile(
    r"\w{0,8}ge\w{2,16}(?:t|en)|\w{2,16}iert|(?:be|ver|er|ent|zer|über|unter|miss|wider)\w{2,14}(?:t|en)"
)
_WEAK = re.compile(r"[a-zäöüß]{2,20}ten?")
_STRONG = re.compile(
    rf"(?P<prefix>{'|'.join(words.VERB_PREFIXES)})?(?:{'|'.join(words.STRONG_PRETERITES)})(?P<plural>en)?"
)
_PRESENT = re.compile(r"[a-zäöüß]{2,20}t")


def direction(sentence: Sequence[str], index: int, sure: bool = False) -> int:
    """-1 where the clause around the word of that index is past, 1 where it is to come, 0 where no sign tells.

    Where the clause shows nothing, its sentence is asked. Where it must be `sure`, the present, "am Freitag tagt",
    shows nothing.

    >>> direction("Am Freitag tagt der Rat".split(), 1), direction("Am Freitag tagte der Rat".split(), 1)
    (1, -1)
    """
    begin = end = index
    while begin > 0 and sentence[begin - 1] not in _BORDERS:
        begin -= 1
    while end < len(sentence) and sentence[end] not in _BORDERS:
        end += 1
    return _sign(sentence[begin:end], sure) or _sign(sentence, sure)


def is_plural_verb(word: str) -> bool:
    """Whether a word beside a date is a verb in the present, by its ending: "feiern", not "gegen" or "neuen".

    >>> is_plural_verb("feiern"), is_plural_verb("gegen")
    (True, False)
    """
    return word.islower() and len(word) > 4 and word.endswith(("en", "ern", "eln")) and word not in words.NO_PLURAL_VERB


def _sign(clause: Sequence[str], sure: bool) -> int:
    # A noun is written with a capital; the first word of a clause may be a verb with one.
    small = [word.lower() if i == 0 else word for i, word in enumerate(clause)]
    known = set(small)
    shapes = {_shape(word) for word in small}
    participle = bool(shapes & {"participle", "either"})
    if known & words.BACK or shapes & {"weak", "strong"} and any(_is_preterite(small, i) for i in range(len(small))):
        return -1
    if known & words.FUTURE_VERBS:
        return -1 if participle and known & words.PERFECT_INFINITIVES else 1
    if participle and (known & words.PERFECT or not known & words.AHEAD) or "either" in shapes:
        return -1
    return 1 if not sure and (known & words.AHEAD or "present" in shapes) else 0


def _is_preterite(clause: Sequence[str], i: int) -> bool:
    """ "kam", "verließ", "sagte", but not "die geplante Sitzung"."""
    preterite = _shape(clause[i])
    if preterite == "weak":
        between = i > 0 and clause[i - 1].lower() in words.BEFORE_ADJECTIVE
        return not (between and i + 1 < len(clause) and clause[i + 1][:1].isupper())
    return preterite == "strong"


@lru_cache(maxsize=8192)
def _shape(word: str) -> str:
    """What form a word may be: "weak" or "strong" preterite, "either" (a strong one or a participle, "beschlossen"),
    "participle", "present", or "".
    """
    strong = _STRONG.fullmatch(word)
    if _WEAK.fullmatch(word) and word not in words.NO_PRETERITE:
        return "weak"
    if strong:
        return "either" if strong["plural"] and strong["prefix"] else "strong"
    if _PARTICIPLE.fullmatch(word):
        return "" if word in words.NO_PRETERITE or word in words.NO_PARTICIPLE else "participle"
    return "present" if _PRESENT.fullmatch(word) and word not in words.NO_PRESENT else ""
