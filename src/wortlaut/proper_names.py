"""Proper names as mentions: without titles, with the surname that a couple shares, media by their title."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from wortlaut.entities import Name
from wortlaut.languages import de_names
from wortlaut.languages import de_people as grammar
from wortlaut.nouns import noun
from wortlaut.persons import PersonKind
from wortlaut.phrases import (
    Mention,
    Words,
    complement_end,
    country_names,
    given_gender,
    listed_gender,
    sentence_start,
    title_gender,
)

MAX_NAME = 8  # words of a name; what is longer is no name

_KINDS: dict[str, PersonKind] = {"PER": "person", "ORG": "organization", "LOC": "place"}


def proper_names(words: Words, names: Iterable[Name]) -> Iterable[Mention]:
    """Proper names, without titles before and signs after them."""
    names = [name for name in names if name.label in _KINDS and not name.derived and not name.part]
    whole = [name.span.cut(words.reading.text).split() for name in names if name.label == "PER"]
    surnames = {parts[-1] for parts in whole if len(parts) > 1}
    labels: Counter[tuple[str, str]] = Counter((name.span.cut(words.reading.text), name.label) for name in names)
    for name in names:
        mention = _proper_name(words, _as_elsewhere(name, words, labels), surnames)
        if mention:
            yield mention


def _as_elsewhere(name: Name, words: Words, labels: Counter[tuple[str, str]]) -> Name:
    """A single word with the label that it has most often in the article; "Rehna" is a town throughout."""
    word = name.span.cut(words.reading.text)
    if " " in word:
        return name
    likeliest = max(("LOC", "ORG", "PER"), key=lambda label: labels[word, label])
    return replace(name, label=likeliest) if labels[word, likeliest] >= labels[word, name.label] else name  # type: ignore[arg-type]


def _proper_name(words: Words, name: Name, surnames: set[str]) -> Mention | None:
    """The mention of one name, or None where the words are no name after all."""
    starts = words.reading.token_starts
    first, after = bisect_left(starts, name.span.start), bisect_left(starts, name.span.end)
    if words.word(after - 1) == "." and after - 1 > first and len(words.word(after - 2)) > 1:
        after -= 1  # "Jens Ott." but "Carsten W."
    after = _extended(words, first, after, name.label)
    if name.label != "PER" and after - first == 1 and (meant := noun(words.word(first))) and meant.sort == "role":
        return None  # "CSU-Politiker"
    if (
        name.label == "LOC"
        and after - first == 1
        and words.word(first).endswith("er")
        and words.word(after)[:1].isupper()
    ):
        return None  # "Brüsseler Kreise"
    roles, gender = [], ""
    while first < after - 1 and name.label == "PER" and (title := _before_name(words.word(first))):
        roles += [title.role] if title.role else []
        gender = gender or title.gender
        first += 1 + (words.word(first + 1) == ".")
    parts = tuple(w for w in words.words[first:after][:MAX_NAME] if w[0].isalnum())
    parts = _to_last_capital(_from_given_name(parts))
    if not parts or (len(parts) == 1 and _is_no_name(parts[0], surnames, bool(gender))):
        return None
    while len(parts) > 1 and name.label != "PER" and parts[0].lower() in grammar.BEFORE_NAMES:
        parts, first = parts[1:], first + 1
    kind = "person" if len(parts) == 1 and parts[0] in surnames else _KINDS[name.label]
    kind = "place" if " ".join(parts) in country_names() else kind
    sits = " ".join(parts).lower() in de_names.METONYMS  # the Kremlin is who sits there
    kind = "organization" if sits or " ".join(parts) in grammar.PARTIES else kind
    if kind != "person":
        return _body(words, first, after, kind, parts)
    gender = gender if gender in ("f", "m") else given_gender(parts)
    return Mention(first, first, after, "person", parts, "", gender, roles=tuple(roles))


def given_and_surnames(words: Words, taken: frozenset[int]) -> Iterable[Mention]:
    """Given names that are known with the surname behind them, where the head of names saw nothing or half of it.

    `taken` are the tokens of names that begin with a given name.
    """
    for index in sorted(words.running - taken):
        word = words.words[index]
        if not is_given(word) or word in de_names.NAMES_THAT_ARE_WORDS or index - 1 in taken:
            continue
        end = index + 1
        while is_given(words.word(end)) and is_given(words.word(end + 1)):
            end += 1
        end = _surname_end(words, index, end)
        before = noun(words.word(index - 1)) if words.word(index - 1)[:1].isupper() else None
        if end > index + 1 or (before and before.sort == "role"):  # "Banknachbarin Frieda"
            parts = tuple(words.words[index:end])
            yield Mention(index, index, end, "person", parts, "", given_gender(parts))


def is_given(word: str) -> bool:
    """Whether a word, or the first part of a double one, is a given name that is known."""
    return bool(listed_gender(word.split("-")[0]))


class _BeforeName(NamedTuple):
    """A word before a name: the role that it tells, if any, and the gender."""

    role: str
    gender: str


def _before_name(word: str) -> _BeforeName | None:
    title, meant = title_gender(word), noun(word)
    if title:
        return _BeforeName("", title.strip("t"))
    return _BeforeName(word, meant.gender) if meant and meant.sort == "role" else None


def sharing_surnames(named: list[Mention], words: Words) -> list[Mention]:
    """ "Elfriede und Josef Wachtel": the surname belongs to both."""
    found = []
    for index, mention in enumerate(named):
        following = named[index + 1] if index + 1 < len(named) else None
        if (
            following and mention.kind == following.kind == "person" and len(mention.name) == 1 < len(following.name)
            and following.first == mention.after + 1 and words.low(mention.after) in grammar.CONJUNCTIONS
            and listed_gender(mention.name[0])
        ):  # fmt: skip
            name = (mention.name[0], *following.name[1:])
            mention = replace(mention, name=name, gender=mention.gender or given_gender(name))
        found.append(mention)
    return found


def quoted_names(words: Words, names: Sequence[Mention]) -> Iterable[Mention]:
    """Titles in quotation marks behind a noun or determiner that tells a medium: die „Wehlinger Presse“."""
    known = {m.head for m in names if m.kind in ("organization", "place")}
    for quotation in words.reading.quotations:
        first, after = (
            bisect_left(words.reading.token_starts, place) for place in (quotation.span.start, quotation.span.end)
        )
        inside = [words.word(i) for i in range(first + 1, after - 1)]
        if not 1 <= len(inside) <= 4 or not inside[0][:1].isupper() or not inside[-1][:1].isupper():
            continue
        meant = noun(words.word(first - 1)) if words.word(first - 1)[:1].isupper() else None
        media = " ".join(inside).rstrip("s") in de_names.MEDIA_NAMES or bool(meant and meant.sort == "media")
        media = media or any((m := noun(word)) and m.sort == "media" for word in inside)
        before = words.low(first - 1)
        if media or (
            known & set(range(first, after)) and (before in grammar.DETERMINERS or before in ("laut", "sagte"))
        ):
            yield Mention(first + 1, first + 1, after, "organization", tuple(inside), media=True)


def _body(words: Words, first: int, after: int, kind: PersonKind, parts: tuple[str, ...]) -> Mention:
    """A named organization or place; a noun in the name tells its gender: "Stadtwerke Wendelheim"."""
    before = words.word(first - 1)
    if (
        before[:1].isupper()
        and before.endswith(("e", "er"))
        and noun(before) is None
        and first - 1 > sentence_start(words, first)
    ):
        parts, first = (before, *parts), first - 1  # "die Neue Wendelheimer Zeitung"
    known = [meant for meant in map(noun, parts) if meant and meant.sort in ("organization", "media")]
    media = " ".join(parts) in de_names.MEDIA_NAMES or any(meant.sort == "media" for meant in known)
    media = media or (len(parts) == 1 and parts[0].rstrip("s") in de_names.MEDIA_NAMES)
    head = known[0] if known else None
    end = complement_end(words, after) if words.low(after) == "für" and head else after
    parts = (*parts, *(words.word(i) for i in range(after, end)))
    return Mention(first, first, end, "organization" if media or known else kind, parts,
                   head.head if head else "", head.gender if head else "", media=media)  # fmt: skip


def _extended(words: Words, first: int, after: int, label: str) -> int:
    """Where a name ends of which only the given name was found: "Ruprecht" of "Ruprecht von Alvensheim"."""
    given = [words.word(i) for i in range(first, after)]
    if label != "PER" or not all(map(listed_gender, given)):
        return after
    return _surname_end(words, first, after)


def _surname_end(words: Words, first: int, after: int) -> int:
    """Where the surname behind the given names first <= i < after ends; `after` where none follows."""
    end = after
    while _is_particle(words, end) and end < after + 3:
        end += 1
    word = words.word(end)
    is_name = (
        word[:1].isupper()
        and len(word) > 1
        and noun(word) is None
        and sentence_start(words, end) == sentence_start(words, first)
    )
    return end + 1 if is_name else after


def _is_particle(words: Words, index: int) -> bool:
    """Whether a particle of a name stands there; an article is one only behind another, as in "von der"."""
    low = words.low(index)
    article = low in grammar.DETERMINERS and words.low(index - 1) not in de_names.PARTICLES
    return low in de_names.PARTICLES and low != "und" and not article


def _from_given_name(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Without what stands before "von" and a given name: "T. von Sabine Krüger" is two people."""
    for place in range(1, len(parts) - 1):
        if parts[place] == "von" and listed_gender(parts[place + 1]):
            return parts[place + 1 :]
    return parts


def _is_no_name(word: str, surnames: set[str], addressed: bool) -> bool:
    """Whether a single word is a pronoun or noun, and no surname that the article knows."""
    if len(word) < 2 or not word[0].isupper() or title_gender(word):
        return True
    if word.lower() in grammar.PRONOUNS or word.lower() in grammar.NO_NAMES:
        return True
    return noun(word) is not None and not addressed and word not in surnames and word.rstrip("s") not in surnames


def _to_last_capital(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words up to the first that no name has: "Falk Henning" of "Falk Henning im Wahlkampf"."""
    for place, word in enumerate(parts):
        if word in grammar.PREPOSITIONS and word != "von" and word != "zu":
            return parts[:place]
        if (
            word[0].islower()
            and word.lower() not in de_names.PARTICLES
            and word.lower() not in ("und", "für", "der", "des", "e.V")
        ):
            return parts[:place]
    return parts
