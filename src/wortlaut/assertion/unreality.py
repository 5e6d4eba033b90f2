"""Whether a clause makes a saying something to come, to be wished for, or imagined."""

from __future__ import annotations

from wortlaut.assertion.clauses import Clause, Setting, is_saying
from wortlaut.assertion.negation import has_infinitive
from wortlaut.languages import de_assertion as german


def unreal(clause: Clause) -> bool:
    """A verb of future, possibility or hearsay with an infinitive of speech; "hätte gesagt", "vielleicht"."""
    verbs = [clause.words[i] for i in clause.saying]
    if clause.has(german.UNREAL) and (any(map(_is_infinitive, verbs)) or _is_perfect(clause)):
        return True
    if clause.first in german.BEFORE and any(map(_is_infinitive, verbs)):
        return True
    would = clause.has(german.WOULD) or (clause.has(german.WOULD_OR_REPORTED) and _wishes(clause))
    if would and (verbs or (not clause.trails and clause.begins(german.ANSWERS))):
        return True
    return bool(verbs) and (clause.has(german.ALLEGED) or _perhaps(clause))


def _wishes(clause: Clause) -> bool:
    return clause.has(german.GLADLY) or clause.first in german.WOULD_OR_REPORTED


def _is_infinitive(verb: str) -> bool:
    if verb in german.SPEECH_INFINITIVES:
        return True
    participle = verb in german.PARTICIPLES or verb.startswith(("ge", *(f"{one}ge" for one in german.PARTICLES)))
    return is_saying(verb) and verb.endswith(("en", "ern", "eln")) and not participle


def _is_perfect(clause: Clause) -> bool:
    """ "Gesagt haben", also "gesagt haben soll"."""
    pairs = zip(clause.words, clause.words[1:], strict=False)
    return any(is_saying(one) and two in german.PERFECT for one, two in pairs)


def _perhaps(clause: Clause) -> bool:
    """ "Vielleicht sagt sie", "was sie vielleicht sagt", but not "sagte sie vielleicht etwas zu laut"."""
    places = [i for i, word in enumerate(clause.words) if word in german.PERHAPS]
    return any(i == 0 or all(j in clause.saying for j in range(i + 1, len(clause.words))) for i in places)


def conditional(clause: Clause) -> bool:
    """ "Wenn sie sagt", "hätte sie gesagt", "ob sie sagte", "wer sagt"; not "auch wenn sie sagt"."""
    if not clause.saying:
        return False
    for i, word in enumerate(clause.words[:3]):
        if word in german.CONDITIONAL_WORDS:
            return not (i and clause.words[i - 1] in german.CONCESSIVE)
    return not clause.trails and clause.first in german.CONDITIONS | german.WHOEVER


def asked(setting: Setting) -> bool:
    """ "Hat sie „…“ gesagt?": a question that begins with its verb."""
    clause = setting.clause
    begins = not setting.before and not clause.leads and not clause.trails
    return (
        setting.question
        and begins
        and bool(clause.saying)
        and (clause.first in german.AUXILIARIES or 0 in clause.saying)
    )


def refused(setting: Setting) -> bool:
    """ "Weigerte sich zu sagen", "bat ihn, … zu sagen": an infinitive that was not done, or only asked for."""
    clause = setting.clause
    if not has_infinitive(clause) or clause.first == german.PURPOSE:
        return False
    refusing = any(_refuses(one) for one in (clause, *setting.beside))
    finite = any(word in german.AUXILIARIES for word in clause.words[:-1])
    return refusing or (not finite and any(_not_done(one) for one in setting.before[-1:]))


def _refuses(clause: Clause) -> bool:
    """ "Weigerte sich", "lehnte ab", not negated."""
    refusing = clause.begins(german.REFUSING) or clause.has_pair(german.REFUSING_PAIRS)
    return refusing and not clause.has(german.NEGATIONS)


def _not_done(clause: Clause) -> bool:
    """ "Bat ihn", "nahm sich vor", "traute sich nicht"; not "zögerte nicht", "bestritt nicht"."""
    if clause.has(german.NEGATIONS):
        return not clause.begins((*german.NEGATED_YET_SAID, *german.DENYING))
    return clause.begins((*german.ASKING, *german.INTENDING))
