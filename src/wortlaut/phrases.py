"""Noun phrases: what a mention is made of, and the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from wortlaut.languages import de_names
from wortlaut.languages import de_people as grammar
from wortlaut.languages.de_countries import COUNTRIES, STATES
from wortlaut.nouns import noun
from wortlaut.persons import PersonKind
from wortlaut.reading import Reading

MAX_ATTRIBUTE = 8  # words between a role and the name that it belongs to: "Sprecher des Hohen Hauses Karl Weber"
MAX_ADJECTIVES = 4  # words between a determiner and its noun


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase: token indices `first` <= `head` < `after`.

    `first` is its determiner or first word, `head` its noun or the first word of its name. `name` are the words of a
    proper name, `noun` the head of its noun ("minister"), both may be there. `gender` holds the letters of what it can
    be: f, m, n, p for plural; "" is unknown. `determiner` is "definite", "indefinite", "possessive" or "". An
    `attribute` depends on another noun ("der Polizei" in "die Sprecherin der Polizei"), an `object` is in an oblique
    case or behind a preposition. `roles` are words that tell a function.
    """

    first: int
    head: int
    after: int
    kind: PersonKind
    name: tuple[str, ...] = ()
    noun: str = ""
    gender: str = ""
    determiner: str = ""
    attribute: bool = False
    object: bool = False
    media: bool = False
    pronoun: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """The tokens of a reading as words, and which of them are running text."""

    reading: Reading
    running: frozenset[int]

    @cached_property
    def words(self) -> list[str]:
        """Each token's words."""
        text = self.reading.text
        return [span.cut(text) for span in self.reading.tokens]

    def low(self, index: int) -> str:
        """The token in lower case, "" outside the running text."""
        return self.words[index].lower() if index in self.running else ""

    def word(self, index: int) -> str:
        """The token as it stands, "" outside the running text."""
        return self.words[index] if index in self.running else ""

    def phrase(self, first: int, after: int) -> str:
        """The text from one token to another."""
        tokens = self.reading.tokens
        return self.reading.text[tokens[first].start : tokens[after - 1].end]


def given_gender(parts: Sequence[str]) -> str:
    """ "f" or "m" by the first given name, or "" where it is not known; other names in -a are women's.

    >>> given_gender(("Klara", "Brandt")), given_gender(("Hans-Peter", "Kern")), given_gender(("Putin",))
    ('f', 'm', '')
    """
    if len(parts) < 2:
        return ""
    listed = listed_gender(parts[0]) or listed_gender(parts[0].split("-")[0])
    return listed or ("f" if len(parts[0]) > 3 and parts[0].endswith("a") else "")


def listed_gender(given: str) -> str:
    """ "f" or "m" of a given name that is listed as it stands, or ""."""
    if given in de_names.FEMALE_NAMES:
        return "f"
    return "m" if given in de_names.MALE_NAMES else ""


def is_title(word: str) -> bool:
    """Whether a word is a title or an address before a name."""
    return bool(title_gender(word))


def title_gender(word: str) -> str:
    """Nothing, or the gender that a title before a name tells, "t" where it tells none."""
    lowered = word.lower().rstrip(".")
    if lowered in de_names.HONORIFICS_FEMALE:
        return "f"
    if lowered in de_names.HONORIFICS_MALE:
        return "m"
    return "t" if lowered in de_names.TITLES or word.lower() in de_names.TITLES else ""


@cache
def country_names() -> frozenset[str]:
    """Countries, as they are called and in the genitive."""
    return frozenset(name for c in (*COUNTRIES, *STATES) for name in (c.german, c.genitive))


def sentence_start(words: Words, index: int) -> int:
    """The first token of the sentence that holds the token."""
    return words.reading.sentence_of(index).start


def determiner_of(words: Words, head: int) -> tuple[int, str]:
    """(index, word) of the determiner of the noun at `head`, over adjectives; (head, "") where there is none."""
    index = head - 1
    while index >= max(0, head - 1 - MAX_ADJECTIVES) and _may_be_before_noun(words, index):
        index -= 1
    if words.low(index) in grammar.DETERMINERS:
        return index, words.low(index)
    return head, ""


def _may_be_before_noun(words: Words, index: int) -> bool:
    """Adjectives, "Jahre" in "27 Jahre alte Fahrerin", and "Auswärtige" in "das Auswärtige Amt"."""
    word, low = words.word(index), words.low(index)
    age = low in ("jahre", "monate") and words.low(index + 1).startswith("alt")
    name = word[:1].isupper() and low.endswith(("e", "en", "es", "em")) and words.low(index - 1) in grammar.DETERMINERS
    return is_adjective(word) or age or (name and noun(word) is None)


def is_adjective(word: str) -> bool:
    """Whether a word may be an adjective before a noun, by its ending."""
    lowered = word.lower()
    if lowered in grammar.DETERMINERS or lowered in grammar.PREPOSITIONS or lowered in grammar.CONJUNCTIONS:
        return False
    if word[:1].isupper():
        return lowered.endswith("er") and noun(word) is None
    return word[:1].isdigit() or lowered.endswith(("e", "en", "er", "es", "em")) or lowered in ("erst", "sehr", "früh")


def _declined(word: str) -> bool:
    """Whether a word may be an adjective in an oblique case."""
    return word[:1].islower() and word.endswith(("en", "er", "es", "em")) and word not in grammar.PREPOSITIONS


def complement_end(words: Words, after: int) -> int:
    """Where the attribute of a noun ends that begins at `after`, as "des Ministeriums für Arbeit"; `after` if none."""
    end = index = after
    while words.low(index) in grammar.COMPLEMENTS and index < after + 10:
        index += 1
        while index < after + 14 and _declined(words.word(index)):
            index += 1
        if not words.word(index)[:1].isupper():
            break
        while words.word(index)[:1].isupper() and index < after + 14:
            index += 2 if words.word(index).endswith("-") and words.low(index + 1) in grammar.CONJUNCTIONS else 1
        end = index
    return end
