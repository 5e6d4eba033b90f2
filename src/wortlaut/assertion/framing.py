"""Whether the words around a saying call it denied, doubted, hoped for or made up."""

from __future__ import annotations

from wortlaut.assertion.clauses import Clause, Setting
from wortlaut.assertion.negation import has_infinitive
from wortlaut.languages import de
from wortlaut.languages import de_assertion as german

_HEAD = 4  # words between "Zitat" and the quotation


def called_untrue(setting: Setting) -> bool:
    """Whether the clause of the saying depends on one that denies or imagines it."""
    return (
        any(_imagines(one) for one in (*setting.before, setting.clause))
        or _in_satire(setting.clause)
        or _awaited(setting.clause)
        or (_depends(setting) and any(_denies(one) for one in setting.beside))
        or (_is_relative(setting) and _relative_untrue(setting))
    )


def made_up(setting: Setting) -> bool:
    """Whether a quotation is called invented, put into a mouth, or is one of an earlier version."""
    mouth = any(_put_into_a_mouth(one) for one in (setting.clause, *setting.beside))
    return mouth or _called_forged(setting) or _in_earlier_version(setting)


def _in_earlier_version(setting: Setting) -> bool:
    """ "In einer früheren Fassung hieß es, …": it was corrected since."""
    return any(
        first.startswith(german.EARLIER) and second in german.VERSIONS
        for one in (setting.clause, *setting.before)
        if one.has(german.IT_SAID)
        for first, second in zip(one.words, one.words[1:], strict=False)
    )


def _is_denial(clause: Clause) -> bool:
    """ "Bestritt", "wies zurück"; not "bestritt nicht"."""
    denying = clause.begins(german.DENYING) or clause.has_pair(german.DENYING_PAIRS)
    return denying and not clause.has(german.NEGATIONS)


def _depends(setting: Setting) -> bool:
    """Whether the clause of the saying hangs on another: "dass sie … gesagt habe", "sie habe … gesagt", "zu sagen"."""
    clause = setting.clause
    if not clause.saying:
        return False
    subjunctive = clause.has(de.KONJUNKTIV) and bool(setting.before)
    return clause.first in german.SUBORDINATING or has_infinitive(clause) or subjunctive


def _is_relative(setting: Setting) -> bool:
    """ "Der sagt", "in dem sie sagt", with a clause before."""
    clause = setting.clause
    relative = clause.first in german.RELATIVE or (
        clause.first in german.BEFORE_RELATIVE and clause.words[1:2] and clause.words[1] in german.RELATIVE
    )
    return bool(clause.saying and setting.before and relative)


def _denies(clause: Clause) -> bool:
    """ "Bestritt", "hoffte", "das Gerücht", "ist ungeklärt", "ist nicht wahr", "stimmt nicht"."""
    if clause.has(german.NEGATIONS | german.NOTHING):
        return clause.begins(german.TRUE) or clause.begins((*german.HOPING, *german.RUMOURS))
    doubting = (*german.DOUBTING, *german.HOPING, *german.RUMOURS, *german.OPEN, *german.FALSE, *german.FORGED)
    accusing = clause.begins(german.ACCUSING) or clause.has_pair(german.ACCUSING_PAIRS)
    return _is_denial(clause) or accusing or clause.begins(doubting)


def _relative_untrue(setting: Setting) -> bool:
    """ "Ein Video, in dem sie … sagt, ist gefälscht"; "niemand, der sagt"; "wünscht sich jemanden, der sagt"."""
    head = setting.before[-1]
    if head.words[-1] in german.NOBODY or head.begins(german.WISHING):
        return True
    return head.begins(german.SHOWING) and any(map(_forged, setting.beside))


def _forged(clause: Clause) -> bool:
    return clause.begins(german.FORGED) or (clause.begins(german.MACHINES) and clause.begins(german.MADE))


def _called_forged(setting: Setting) -> bool:
    """ "Das Zitat „…“ ist erfunden", "ein gefälschtes Bild mit dem Satz: …", "den Satz „…“ bestreitet sie"."""
    clause = setting.clause
    words = clause.begins(german.WORDS_SAID)
    if (words or clause.begins(german.SHOWING)) and clause.begins(german.FORGED):
        return True
    if words and clause.begins(german.ALLEGED):
        return True
    if any(one.begins(german.MADE_UP) and one.has(german.COPULAS) for one in setting.after):
        return any(one.begins((*german.SHOWING, *german.WORDS_SAID)) for one in (*setting.before, clause))
    head = Clause(clause.words[max(clause.gap - _HEAD, 0) : clause.gap])
    if clause.leads or clause.trails or not head.begins(german.WORDS_SAID):
        return False
    false = german.FORGED + (german.FALSE if head.begins(german.QUOTATION) else ())
    return _is_denial(clause) or _avoids(clause) or any(one.begins(false) for one in (clause, *setting.after))


def _avoids(clause: Clause) -> bool:
    """ "Das Wort „…“ vermied sie"."""
    return clause.begins(german.REFUSING) and not clause.has(german.NEGATIONS)


def _put_into_a_mouth(clause: Clause) -> bool:
    """ "Das ihr zugeschrieben wird", "wird ihr in den Mund gelegt"."""
    laid = clause.has(german.MOUTH) and clause.has(german.LAID)
    return (laid or clause.begins(german.ATTRIBUTED)) and not clause.has(german.NEGATIONS)


def _imagines(clause: Clause) -> bool:
    """ "Man stelle sich vor", "angenommen"."""
    return clause.first in german.IMAGINED or (clause.has_pair(german.IMAGINING) and clause.has(german.REFLEXIVE))


def _in_satire(clause: Clause) -> bool:
    """ "Auf dem Satireportal sagt sie"."""
    places = [i for i, word in enumerate(clause.words) if word.startswith(german.SATIRE)]
    places = [i for i in places if not clause.words[i].startswith(german.NO_SATIRE)]
    return any(word in german.IN_SATIRE for i in places for word in clause.words[max(i - 3, 0) : i])


def _awaited(clause: Clause) -> bool:
    """ "Der Rat erwartet von ihr einen Satz: …", "wartet auf das Wort …"."""
    return not clause.trails and clause.begins(german.HOPING) and clause.begins(german.WORDS_SAID)
