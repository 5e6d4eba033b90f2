"""When two names, or two titles of office, are the same whatever their spelling and case ending."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from wortlaut.languages.de_countries import (
    COUNTRIES,
    GERMAN_OFFICES,
    OFFICES,
    OTHER_ADJECTIVES,
    OTHER_NAMES,
    PREFIXES,
    STATES,
    Country,
)

# Letters that Unicode does not decompose into a plain one and a mark.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"})
_APOSTROPHES = re.compile("['’‘`´ʻʼʿ]")
_GAP = re.compile(r"[\W_]+")
_ARTICLES = frozenset("der die das des dem den ein eine einer eines einem einen".split())
_CASE = re.compile(r"(?<=\w{4})(?:ern|e[nrm]?)?s?$")
_ADJECTIVE_ENDINGS = ("e", "er", "en", "es", "em")
_LONGEST_PLACE = 6  # words: "von st vincent und den grenadinen"


def folded(words: str) -> str:
    """The words without case, diacritics, apostrophes, hyphens and other signs.

    >>> folded("Recep Tayyip ERDOĞAN"), folded("Jean-Luc Groß’")
    ('recep tayyip erdogan', 'jean luc gross')
    """
    words = words.casefold()
    if not words.isascii():
        marked = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", words.translate(_LETTERS)))
        words = "".join(c for c in marked if not unicodedata.combining(c))
    return _GAP.sub(" ", words.replace("'", "")).strip()


def forms(key: str) -> tuple[str, ...]:
    """What a folded name may be: itself, or else the name that it is the genitive of.

    >>> forms("angela merkels")
    ('angela merkels', 'angela merkel')
    """
    return (key, key[:-1]) if key.endswith("s") and len(key) > 3 else (key,)


@lru_cache(4096)
def office(title: str) -> str:
    """A key that is the same for each way to name an office: country as a noun or an adjective, any case ending.

    >>> office("Präsident von Frankreich") == office("des französischen Staatspräsidenten") == "prasident|FR"
    True
    >>> office("deutsche Kanzlerin") == office("Bundeskanzlerin")
    True
    """
    words = folded(title).split()
    while len(words) > 1 and words[0] in _ARTICLES:
        del words[0]
    place, rest = _place(words)
    key = " ".join(map(_stem, rest))
    if place == "DE" and "bundes" in key:
        return key
    if place == "DE" and len(rest) == 1:
        return _german_offices().get(key) or ("bundes" + key if "minist" in key else key)
    if place and len(rest) == 1:
        plain = key.removeprefix("bundes")  # Austria's Bundeskanzler is its Kanzler
        key = _offices().get(plain, plain)
    return f"{key}|{place}" if place else key


def _place(words: list[str]) -> tuple[str, list[str]]:
    """The code of the first country that is named, and the other words; no code where it would be all of them."""
    places = _places()
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST_PLACE), start, -1):
            code = places.get(" ".join(words[start:end]))
            if code and end - start < len(words):
                return code, words[:start] + words[end:]
    return "", words


@cache
def _places() -> dict[str, str]:
    """The folded words that name a country beside a title -> its code; what two countries share names none."""
    found = {folded(prefix): code for prefix, code in PREFIXES.items()}
    shared = set()
    for country in (*COUNTRIES, *STATES):
        for form in set(_place_forms(country)):
            if found.setdefault(form, country.code) != country.code:
                shared.add(form)
    return {form: code for form, code in found.items() if form not in shared}


def _place_forms(country: Country) -> Iterator[str]:
    names = [country.genitive, f"von {country.german}", *OTHER_NAMES.get(country.code, ())]
    yield from map(folded, names)
    for name in map(folded, names):
        article, _, bare = name.partition(" ")
        if article == "der":
            yield f"von der {bare}"
            yield f"von den {bare}"
        elif article == "des":
            yield f"vom {bare}"
    for stem in map(folded, filter(None, (country.adjective, *OTHER_ADJECTIVES.get(country.code, ())))):
        if stem.endswith("er"):
            yield stem
        else:
            yield from (stem + ending for ending in _ADJECTIVE_ENDINGS)


def _stem(word: str) -> str:
    """A folded word without what may be a case ending; what else is cut off is cut off everywhere."""
    return _CASE.sub("", word)


@cache
def _offices() -> dict[str, str]:
    return {_stem(folded(title)): _stem(folded(row[0])) for row in OFFICES for title in row[1:]}


@cache
def _german_offices() -> dict[str, str]:
    return {_stem(folded(title)): _stem(folded(of)) for title, of in GERMAN_OFFICES.items()}
