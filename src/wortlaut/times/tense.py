"""Whether a clause looks back or ahead, by its finite verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from wortlaut.languages import de_times as words

_BORDERS = frozenset(',;:()–—„“»«"')
_PREFIXES = "|".join(words.VERB_PREFIXES)
_PARTICIPLE = re.compile(r"\w{0,8}ge\w{2,16}(?:t|en)|\w{2,16}iert")
_LIKE_PARTICIPLE = re.compile(r"(?:be|ver|er|ent|zer|über|unter|miss|wider)\w{2,14}(?P<ending>t|en)")
_WEAK = re.compile(r"[a-zäöüß]{2,20}te(?P<plural>n)?")
_PRESENT_TEN = re.compile(rf"(?:\w{{0,12}}zu)?(?:{_PREFIXES})?(?:{_PREFIXES})?(?:{'|'.join(words.VERBS_IN_TEN)})")
_STRONG = re.compile(rf"(?P<prefix>{_PREFIXES})?(?:{'|'.join(words.STRONG_PRETERITES)})(?P<plural>en)?")
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
    sign = _sign(sentence[begin:end]) or _sign(sentence)
    return 0 if sure and sign == _PRESENT_TENSE else max(-1, min(sign, 1))


def is_plural_verb(word: str) -> bool:
    """Whether a word beside a date is a verb in the present, by its ending: "feiern", not "gegen" or "neuen".

    >>> is_plural_verb("feiern"), is_plural_verb("gegen")
    (True, False)
    """
    return word.islower() and len(word) > 4 and word.endswith(("en", "ern", "eln")) and word not in words.NO_PLURAL_VERB


_PRESENT_TENSE = 1


def _sign(clause: Sequence[str]) -> int:
    """-1 past, 1 present, 2 future, 0 not shown."""
    # A noun is written with a capital; the first word of a clause may be a verb with one.
    small = [word.lower() if i == 0 else word for i, word in enumerate(clause)]
    known = set(small)
    shapes = {_shape(word) for word in small}
    ahead = bool(known & words.FUTURE_VERBS)
    if known & words.BACK or any(_is_preterite(small, i, ahead) for i in range(len(small))):
        return -1
    perfect = bool(shapes & {"participle", "either", "finite"})
    if ahead:
        return -1 if perfect and known & words.PERFECT_INFINITIVES else 2
    if (perfect and known & words.PERFECT) or "either" in shapes or _is_headline(small, shapes, known):
        return -1
    return _PRESENT_TENSE if known & words.AHEAD or shapes & {"present", "finite"} else 0


def _is_headline(clause: list[str], shapes: set[str], known: set[str]) -> bool:
    """A participle without a verb: "Mann am Montag gestorben"."""
    last = _shape(clause[-1]) if clause else ""
    return not known & words.AHEAD and ("participle" in shapes or last == "finite") and "present" not in shapes


def _is_preterite(clause: list[str], i: int, ahead: bool) -> bool:
    """ "kam", "verließ", "sagte", but not "die geplante Sitzung", nor "will auftreten"."""
    shape = _shape(clause[i])
    if shape.startswith("weak"):
        between = i > 0 and clause[i - 1].lower() in words.BEFORE_ADJECTIVE
        attribute = between and i + 1 < len(clause) and clause[i + 1][:1].isupper()
        return not attribute and not (ahead and shape == "weak plural")
    return shape == "strong"


@lru_cache(maxsize=8192)
def _shape(word: str) -> str:
    """What form a word may be: "weak", "weak plural" or "strong" preterite, "either" (a strong one or a participle,
    "beschlossen"), "participle", "finite" (present or participle, "erwartet"), "present", or "".
    """
    weak, strong, like = _WEAK.fullmatch(word), _STRONG.fullmatch(word), _LIKE_PARTICIPLE.fullmatch(word)
    if weak and word not in words.NO_PRETERITE and not _PRESENT_TEN.fullmatch(word):
        return "weak plural" if weak["plural"] else "weak"
    if strong:
        return "either" if strong["plural"] and strong["prefix"] else "strong"
    if word in words.NO_PRETERITE or word in words.NO_PARTICIPLE or word in words.NO_PRESENT:
        return ""
    if _PARTICIPLE.fullmatch(word):
        return "participle"
    if like:
        return "finite" if like["ending"] == "t" else ""
    return "present" if _PRESENT.fullmatch(word) else ""
