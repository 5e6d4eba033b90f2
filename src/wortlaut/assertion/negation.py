"""Whether a clause says that something was not said."""

from __future__ import annotations

from dataclasses import replace

from wortlaut.assertion.clauses import Clause, Setting
from wortlaut.languages import de
from wortlaut.languages import de_assertion as german

NEAR = 5  # words from "nicht" to the verb behind it


def negated(clause: Clause) -> bool:
    """Whether the clause negates its verb of speech, or that the words are there: "der Satz ist nie gefallen".

    Of clauses that "und" joins only the one with the verb counts, but for a subject that is nobody: "niemand stand auf
    und sagte".
    """
    clause = _own(clause)
    places = [i for i, word in enumerate(clause.words) if word in german.NEGATIONS]
    if clause.saying:
        return any(_negates(i, clause) for i in places)
    there = clause.begins(german.WORDS_SAID) or clause.has(german.THERE)
    return there and clause.has(german.EXISTING) and any(not _negates_else(i, clause) for i in places)


def unuttered(setting: Setting) -> bool:
    """ "Kein „Danke“ war zu hören"; "ein „Danke“ blieb aus"; "„Danke“ – das hat sie nie gesagt"."""
    clause = setting.clause
    none = not clause.leads and not clause.trails and clause.words[max(clause.gap - 1, 0) : clause.gap]
    if any(one.has_pair(german.ABSENT) for one in (clause, *setting.after[:1])):
        return True
    return bool(none and none[0] in german.NO) or any(map(_takes_back, (*setting.after, *setting.following)))


def _takes_back(clause: Clause) -> bool:
    """ "Das hat sie nie gesagt", "doch gesagt hat sie es nie": of the words before, in the article's own voice."""
    first = 1 if clause.first in german.BUT else 0
    refers = clause.words[first : first + 1]
    if not refers or clause.has(de.KONJUNKTIV) or clause.has(german.NOBODY):
        return False
    return (refers[0] in german.THAT or first in clause.saying) and negated(clause)


def _own(clause: Clause) -> Clause:
    """The clause without another verb's words: before "und" where the quotation precedes, else behind it."""
    words = clause.words
    joints = [i for i, word in enumerate(words) if word in german.JOINING and i]
    if not joints or words[0] in german.NOBODY or german.NEITHER in words:
        return clause
    if clause.leads and any(i > joints[-1] for i in clause.saying):
        first = joints[-1] + 1
        return replace(clause, words=words[first:], saying=tuple(i - first for i in clause.saying if i >= first))
    if clause.trails and any(i < joints[0] for i in clause.saying):
        return replace(clause, words=words[: joints[0]], saying=tuple(i for i in clause.saying if i < joints[0]))
    return clause


def _negates(i: int, clause: Clause) -> bool:
    """Whether the negation at place `i` negates a verb of speech, and not how, or by whom, something was said."""
    words = clause.words
    if words[i] in german.INSTEAD:
        return without_saying(clause, i)
    if _negates_else(i, clause):
        return False
    if words[i] != german.NOT:
        return True
    behind = [place for place in clause.saying if place > i]
    return behind[0] - i <= NEAR if behind else all(word in german.LIGHT for word in words[i + 1 :])


def without_saying(clause: Clause, place: int = 0) -> bool:
    """ "Ohne zu sagen", "ohne dass sie sagt", "statt danke zu sagen", from that place in the clause on."""
    words = clause.words
    verb = next((i for i in clause.saying if i > place), None)
    if verb is None or words[place] not in german.INSTEAD:
        return False
    return words[place + 1] in german.CONJUNCTIONS or has_infinitive(clause)


def has_infinitive(clause: Clause) -> bool:
    """Whether the clause has an infinitive with zu of a verb of speech: "zu sagen", "zuzurufen", "gesagt zu haben"."""
    words = clause.words
    return (
        any(i and words[i - 1] == german.INFINITIVE_SIGN for i in clause.saying)
        or clause.has(german.WITH_SIGN)
        or (bool(clause.saying) and words[-2:-1] == (german.INFINITIVE_SIGN,) and words[-1] in german.PERFECT)
    )


def _negates_else(i: int, clause: Clause) -> bool:
    """ "Nicht nur", "kein anderer als", "nicht ganz leise", "nicht müde zu sagen", "nie so laut"."""
    rest = clause.words[i + 1 :]
    following = rest[0] if rest else ""
    if following in german.MORE:
        return german.THAN in rest
    if following in german.DEGREES:
        return len(rest) > 1 and i + 2 not in clause.saying
    return (
        following in german.NOT_NEGATING_AFTER | german.NO_DOUBT
        or (i > 0 and clause.words[i - 1] in german.INDEFINITE)
        or german.CONTRAST in rest
        or (any(word.startswith(german.NONE_OTHER) for word in rest[:3]) and german.THAN in rest)
        or any(word.startswith(german.NEGATED_YET_SAID) for word in rest)
        or (clause.words[i] != german.NOT and _compares(clause))
    )


def _compares(clause: Clause) -> bool:
    """ "Nie hatte sie so laut gesagt", "niemand sagte es so deutlich wie Kamp"; not "so habe sie das nie gesagt"."""
    no_degree = german.COMPARED | german.AUXILIARIES | german.NEGATIONS
    return any(
        word == german.SO and clause.words[i + 1] not in no_degree and i + 1 not in clause.saying
        for i, word in enumerate(clause.words[:-1])
    )
