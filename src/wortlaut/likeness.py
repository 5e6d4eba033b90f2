"""When two names or nouns can mean the same, and how a phrase is called in the nominative."""

from __future__ import annotations

from wortlaut.languages import de_people as grammar
from wortlaut.nouns import noun

_ALIKE = 4  # letters from which on a short form can be the end of a longer word


def same_name(known: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether both names can be of one person: the surname is the same, and no given name differs."""
    if not known or bare(known[-1]) != bare(given[-1]):
        return (
            len(given) == 1 < len(known)
            and len(known[0]) > 2
            and bare(given[0]) == known[0]
            and given[0] not in known[-1]
        )
    if len(known) == 1 or len(given) == 1:
        return True
    one, other = known[0].rstrip("."), given[0].rstrip(".")
    return one == other or one.startswith(other) or other.startswith(one) or one in given[:-1] or other in known[:-1]


def same_body(known: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether both names can be of one body: the same, or one ends or begins with the other."""
    one, other = ([bare(w).lower() for w in name] for name in (known, given))
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    # "Stadtwerke" and "Stadtwerke Wendelheim"; but "Tesla Roadster" is not Tesla
    telling = any(noun(word) for name in (known, given) for word in name)
    return telling and (long[: len(short)] == short or long[-len(short) :] == short)


def alike(short: str, long: str) -> bool:
    """ "minister" and "innenminister": the same, or one is the end of the other."""
    if short == long:
        return True
    short, long = sorted((short, long), key=len)
    return len(short) >= _ALIKE and long.endswith(short)


def agree(one: str, other: str) -> bool:
    """Whether two sets of possible genders have one in common; an empty set is unknown and agrees with all."""
    return not one or not other or bool(set(one) & set(other))


def narrowed(known: str, given: str) -> str:
    """What both leave open; what is known stays where they contradict each other."""
    if not known:
        return given
    return "".join(letter for letter in known if letter in given) or known


def one_class(nouns: set[str], given: str) -> bool:
    """Whether a body with these nouns can be meant by the one given: a union is no company."""
    own = {n for n, words in enumerate(grammar.BODY_CLASSES) if nouns & words}
    wanted = {n for n, words in enumerate(grammar.BODY_CLASSES) if given in words}
    return not own or not wanted or bool(own & wanted)


def bare(word: str) -> str:
    """A name without the ending of a genitive."""
    return word[:-1] if len(word) > 3 and word[-1] in "s’'" else word


def nominative(words: str, determiner: str) -> str:
    """Without the ending of the genitive that the determiner shows: "des Mietervereins"."""
    if not determiner:
        words = _without_dative(words)
    if determiner in ("des", "eines"):
        return " ".join(_without_genitive(words.split(" ")))
    return words


def _without_genitive(words: list[str]) -> list[str]:
    """ "Kasseler Instituts": the first noun that is known loses its ending, else the first word."""
    capitals = [i for i, word in enumerate(words) if word[:1].isupper()]
    place = next((i for i in capitals if noun(words[i])), capitals[0] if capitals else 0)
    head = words[place]
    if head.endswith("s") and not head.endswith(("ss", "us", "is")):
        shorter = head[:-2] if head.endswith("es") and noun(head[:-2]) else head[:-1]
        return [*words[:place], shorter, *words[place + 1 :]]
    return words


def _without_dative(words: str) -> str:
    """ "westlichen Erkenntnissen" and "Beobachtern" without the ending of the dative plural."""
    *before, last = words.split(" ") or [""]
    shorter = last[:-1]
    meant = noun(last)
    if not last.endswith("n") or meant is None or "p" not in meant.gender or any(w[:1].isupper() for w in before):
        return words
    plural = noun(shorter)
    if not last.endswith("ern") and (plural is None or plural.sort not in ("source", "group")):
        return words
    return " ".join([*(w[:-1] if w.endswith("en") else w for w in before), shorter])


def without_tail(words: list[str]) -> list[str]:
    """Without prepositions, articles and adjectives at the end, of which a noun was cut off."""
    while len(words) > 1 and words[-1][:1].islower():
        words = words[:-1]
    return words
