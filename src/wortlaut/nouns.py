"""noun(): what a German noun can mean as somebody who speaks: a role, a body, a document, a group, a source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from wortlaut.languages import de_names as names
from wortlaut.languages import de_people as de
from wortlaut.languages.de_countries import COUNTRIES, STATES, Country

Sort = Literal["role", "organization", "media", "document", "group", "source"]
SHORTEST_HEAD = 4  # letters of the last part of a compound
SHORTEST_BEGIN = 2  # letters of what stands before it
_AGED = re.compile(r"(?:\d{1,3}-?[jJ]|[A-ZÄÖÜ][a-zäöü]{3,20}j)ährige([rn]?)")
_AGED_GENDER = {"": "fmp", "r": "m", "n": "fmp"}
_NO_HEADS = tuple(names.NO_HEADS)
_LONGEST = 40  # letters of a word that is looked at


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun by its head ("minister" of "Verteidigungsminister"), feminine forms as their masculine.

    `gender` holds the letters of all that the form can be: f, m, n and p for a plural.
    """

    sort: Sort
    head: str
    gender: str


@cache
def noun(word: str) -> Noun | None:
    """The noun of a word, by its longest last part that is known; None where it means nobody.

    >>> noun("Verteidigungsministerin")
    Noun(sort='role', head='minister', gender='f')
    >>> noun("Fenster") is None
    True
    """
    last = re.split(r"[-‐‑/]", word[-_LONGEST:])[-1] if not word[:1].isdigit() else word
    aged = _AGED.fullmatch(word)
    if aged:
        return Noun("role", "jähriger", _AGED_GENDER[aged[1]])
    if not last[:1].isalpha() or not word[:1].isupper():
        return None
    lowered, known = last.lower(), _heads()
    whole = known.get(lowered)
    if whole and (last[0].isupper() or last is not word):
        return whole
    if lowered.endswith(_NO_HEADS):
        return None
    for begin in range(SHORTEST_BEGIN, len(lowered) - SHORTEST_HEAD + 1):
        found = known.get(lowered[begin:])
        if found and found.head not in names.WHOLE_WORDS:
            return found
    return None


def possible_gender(gender: str, determiner: str) -> str:
    """The gender of a noun after a determiner: "die" leaves feminine and plural of it.

    >>> possible_gender("mp", "die"), possible_gender("fmp", "der"), possible_gender("f", "der")
    ('p', 'm', 'f')
    """
    for wanted in de.AGREEMENT.get(determiner.lower(), ()):
        left = "".join(letter for letter in gender if letter in wanted)
        if left:
            return left
    return gender


def agrees(gender: str, determiner: str) -> bool:
    """Whether a noun of that gender can follow the determiner; one that shows no gender goes with all.

    >>> agrees("f", "das"), agrees("f", "der"), agrees("m", "drei")
    (False, True, False)
    """
    wanted = "".join(de.AGREEMENT.get(determiner.lower(), ("fmnp",)))
    return any(letter in wanted for letter in gender)


@cache
def _heads() -> dict[str, Noun]:
    """Every inflected form of a head -> its noun; where two claim a form, the one that comes first keeps it."""
    found: dict[str, Noun] = {}
    for body, woman in names.ROLE_OR_BODY.items():  # a man who is "Stadtrat" has his name behind it
        _add(found, (body, body + "s", body + "es"), Noun("organization", body, "m"))
        _add(found, (woman,), Noun("role", body, "f"))
    for masculine, feminine in names.ROLE_HEADS.items():
        plural = "mp" if masculine.endswith(("er", "en", "el", "e")) else "m"
        _add(found, (masculine,), Noun("role", masculine, plural))
        _add(found, (masculine + "s", masculine + "es"), Noun("role", masculine, "m"))
        oblique = "p" if masculine.endswith("er") else "mp"  # "den Gegnern" are many
        _add(found, (masculine + "n", masculine + "en", masculine + "e", masculine[:-1] + "en"),
             Noun("role", masculine, oblique))  # fmt: skip
        _add(found, (feminine,), Noun("role", masculine, "f"))
        _add(found, (feminine + "nen", feminine + "n"), Noun("role", masculine, "p"))
    for country in (*COUNTRIES, *STATES):
        _inhabitants(found, country)
    for stem in names.ROLE_ADJECTIVAL:
        _add(found, (stem + "e", stem + "en"), Noun("role", stem + "er", "fmp"))
        _add(found, (stem + "er",), Noun("role", stem + "er", "m"))
    for word, gender in names.ROLE_EPICENE.items():
        either = "fm" if gender in "fm" else "fmn"
        _add(found, (word, word + "s", word + "es"), Noun("role", word, either))
        _add(found, (word + "e", word + "en", word + "n"), Noun("role", word, "p"))
    _add_bodies(found)
    return found


_GENDERS = {"zeitung": "f", "anzeiger": "m", "bote": "m", "kurier": "m", "rundschau": "f", "blatt": "n", "magazin": "n",
            "sender": "m", "agentur": "f", "portal": "n"}  # fmt: skip


def _add_bodies(found: dict[str, Noun]) -> None:
    """Media, organizations, documents, groups and sources, behind the roles."""
    for word in sorted(names.MEDIA_HEADS):
        _add(found, (word, word + "s", word + "es"), Noun("media", word, _GENDERS.get(word, "fmn")))
    for head, gender in names.ORGANIZATION_HEADS.items():
        _bodies(found, head, Noun("organization", head, gender))
    for head, gender in names.DOCUMENT_HEADS.items():
        _bodies(found, head, Noun("document", head, gender))
    for plural, head in names.IRREGULAR_PLURALS.items():
        if head in found:
            _add(found, (plural, plural + "n"), Noun(found[head].sort, head, "p"))
    for word in sorted(names.GROUP_HEADS):
        _add(found, (word, word + "n"), Noun("group", word, "p"))
    for word in sorted(names.UNNAMED_SOURCES):
        _add(found, (word, word + "n"), Noun("source", word, "p"))


def _inhabitants(found: dict[str, Noun], country: Country) -> None:
    """ "der Norweger", "die Norwegerin"; not where a form is a country's name ("Bayern")."""
    man, woman, several = (word.lower() for word in (country.man, country.woman, country.people))
    if not man or " " in man or man in ("bayer", "schweizer"):
        return
    _add(found, (man, man + "s"), Noun("role", "einwohner", "mp" if man == several else "m"))
    _add(found, (woman,), Noun("role", "einwohner", "f"))
    if several != country.german.lower():
        _add(found, (several, several + "n"), Noun("role", "einwohner", "mp"))


def _bodies(found: dict[str, Noun], head: str, body: Noun) -> None:
    """Singular and plural of a noun that inflects as most do."""
    _add(found, (head,), body)
    _add(found, (head + "s", head + "es"), body)
    plural = Noun(body.sort, head, "p")
    _add(found, tuple(head + ending for ending in ("en", "e", "n", "er", "ern", "nen")), plural)


def _add(found: dict[str, Noun], forms: tuple[str, ...], meant: Noun) -> None:
    for form in forms:
        found.setdefault(form, meant)
