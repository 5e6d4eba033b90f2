"""Whether words are said to have been said: not so where they are denied, asked for, expected or imagined."""

from __future__ import annotations

from collections.abc import Mapping

from wortlaut.assertion.clauses import Clause, Setting, around, of_cue
from wortlaut.assertion.framing import called_untrue, made_up
from wortlaut.assertion.negation import negated, unuttered, without_saying
from wortlaut.assertion.unreality import asked, conditional, refused, unreal
from wortlaut.languages import de_assertion as german
from wortlaut.reading import Reading
from wortlaut.statements import Statement

__all__ = ["asserted"]


def asserted(statement: Statement, by_id: Mapping[str, Statement], reading: Reading) -> bool:
    """Whether the article says that the statement was made.

    A quotation is judged by the clause around it, whether or not it has a cue, anything else by the clause of its cue;
    and both by the clauses beside that one. What lies in another statement that is itself only denied or imagined is
    not asserted either. `by_id` are the article's statements.
    """
    outer = by_id.get(statement.within or "")
    if outer is not None and not asserted(outer, by_id, reading):
        return False
    if statement.kind == "direct":
        setting = around(statement.content, statement.cue, reading)
        if unuttered(setting) or made_up(setting):
            return False
        if setting.clause.words:
            return not _is_unsaid(setting)
    if _words(statement, reading) <= german.SOURCES:
        return True  # no cue, or "laut", whose clause is that of the content
    setting = of_cue(statement.cue, statement.content, reading)
    if statement.kind != "direct" and _is_denied(statement, setting.clause, reading):
        return False
    return not (_is_unsaid(setting) or _is_asked_for(statement, setting.clause, outer, reading))


def _is_unsaid(setting: Setting) -> bool:
    clause = setting.clause
    return (
        negated(clause)
        or without_saying(clause)
        or unreal(clause)
        or conditional(clause)
        or refused(setting)
        or asked(setting)
        or called_untrue(setting)
    )


def _is_denied(statement: Statement, clause: Clause, reading: Reading) -> bool:
    """Whether the cue denies the content; not in "sie dementierte das: Ein Verkauf stehe nicht an"."""
    cue = _words(statement, reading)
    pairs = [pair for pair in german.DENYING_PAIRS if cue & set(pair)]
    denying = any(word.startswith(german.DENYING) for word in cue) or clause.has_pair(pairs)
    places = reading.tokens_of(statement.content[:1])
    leads = bool(places) and places[0] > 0 and reading.tokens[places[0] - 1].cut(reading.text) == ":"
    return denying and not leads and not clause.has(german.NEGATIONS)


def _is_asked_for(statement: Statement, clause: Clause, outer: Statement | None, reading: Reading) -> bool:
    """ "Forderte ihn auf zu erklären": an infinitive with zu beside, or within, what asks for it or expects it."""
    cue = _words(statement, reading)
    infinitive = bool(cue & german.SPEECH_INFINITIVES) and clause.has((german.INFINITIVE_SIGN,))
    if infinitive and any(word.startswith(german.ASKING) for word in cue):
        return True
    if outer is None:
        return False
    stems = german.ASKING if infinitive else german.EXPECTING
    asks = any(word.startswith(stems) for word in _words(outer, reading))
    return asks and (infinitive or outer.kind != "direct")


def _words(statement: Statement, reading: Reading) -> frozenset[str]:
    """The lower-cased words of the cue."""
    return frozenset(reading.tokens[i].cut(reading.text).lower() for i in reading.tokens_of(statement.cue))
