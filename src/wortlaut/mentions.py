"""mentions(): the words of an article that mean somebody or something that can speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from wortlaut.entities import Name
from wortlaut.languages import de, de_names
from wortlaut.languages import de_people as grammar
from wortlaut.nouns import noun, possible_gender
from wortlaut.persons import PersonKind
from wortlaut.reading import Reading

MAX_ADJECTIVES = 4  # words between a determiner and its noun
MAX_ATTRIBUTE = 8  # words between a role and the name that it belongs to: "Sprecher des Hohen Hauses Karl Weber"
MAX_NAME = 8  # words of a name; what is longer is no name


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase: token indices `first` <= `head` < `after`.

    `first` is its determiner or first word, `head` its noun or the first word of its name. `name` are the words of a
    proper name, `noun` the head of its noun ("minister"), both may be there. `gender` holds the letters of what it can be:
    f, m, n, p for plural; "" is unknown. `determiner` is "definite", "indefinite", "possessive" or "". An `attribute`
    depends on another noun ("der Polizei" in "die Sprecherin der Polizei"), an `object` is in an oblique case or behind a
    preposition. `roles` are words that tell a function.
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


def mentions(words: Words, names: Iterable[Name]) -> list[Mention]:
    """All mentions of the running text, in order."""
    named = _sharing_surnames(list(_names(words, names)), words)
    quoted = list(_quoted_names(words, named))
    inside = {i for m in quoted for i in range(m.first - 1, m.after)}
    found = sorted([*quoted, *(m for m in [*named, *_nouns_and_pronouns(words)] if m.head not in inside)], key=_place)
    plain: list[Mention] = []
    for mention in found:
        if not plain or mention.head >= plain[-1].after:
            plain.append(mention)
    known = {word for m in named if m.kind == "person" for word in m.name}
    return _joined([_as_genitive(_placed(mention, words), known) for mention in plain], words)


def _as_genitive(mention: Mention, known: set[str]) -> Mention:
    """ "die Anwältin Samanis" is not Samani but his: a surname with the ending of the genitive depends on a noun."""
    last = mention.name[-1] if mention.name else ""
    if mention.kind != "person" or mention.roles or not last.endswith("s") or last[:-1] not in known:
        return mention
    return replace(mention, name=(*mention.name[:-1], last[:-1]), attribute=True, object=True)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.head, -mention.after


def _sharing_surnames(named: list[Mention], words: Words) -> list[Mention]:
    """ "Elfriede und Josef Wachtel": the surname belongs to both."""
    found = []
    for index, mention in enumerate(named):
        following = named[index + 1] if index + 1 < len(named) else None
        if (
            following and mention.kind == following.kind == "person" and len(mention.name) == 1 < len(following.name)
            and following.first == mention.after + 1 and words.low(mention.after) in grammar.CONJUNCTIONS
            and (mention.name[0] in de_names.FEMALE_NAMES or mention.name[0] in de_names.MALE_NAMES)
        ):  # fmt: skip
            name = (mention.name[0], *following.name[1:])
            mention = replace(mention, name=name, gender=mention.gender or given_gender(name))
        found.append(mention)
    return found


_KINDS: dict[str, PersonKind] = {"PER": "person", "ORG": "organization", "LOC": "place"}


def _names(words: Words, names: Iterable[Name]) -> Iterable[Mention]:
    """Proper names, without titles before and signs after them."""
    starts = words.reading.token_starts
    names = list(names)
    surnames = {name.span.cut(words.reading.text).split()[-1] for name in names
                if name.label == "PER" and " " in name.span.cut(words.reading.text)}  # fmt: skip
    for name in names:
        if name.label not in _KINDS or name.derived or name.part:
            continue
        first, after = bisect_left(starts, name.span.start), bisect_left(starts, name.span.end)
        roles: list[str] = []
        gender = ""
        if words.word(after - 1) == "." and after - 1 > first and len(words.word(after - 2)) > 1:
            after -= 1  # "Jens Ott." but "Carsten W."
        after = _extended(words, first, after, name.label)
        if name.label != "PER" and after - first == 1 and (meant := noun(words.word(first))) and meant.sort == "role":
            continue  # "CSU-Politiker"
        while first < after - 1 and name.label == "PER":
            title, role = _title(words.word(first)), noun(words.word(first))
            if not title and not (role and role.sort == "role"):
                break
            if role and role.sort == "role" and not title:
                roles.append(words.word(first))
            gender = gender or title.strip("t") or (role.gender if role else "")
            first += 1 + (words.word(first + 1) == ".")
        if first >= after:
            continue
        parts = tuple(w for w in words.words[first:after][:MAX_NAME] if w[0].isalnum())
        parts = _to_last_capital(_from_given_name(parts))
        if len(parts) == 1 and (not parts[0][0].isupper() or _is_no_name(parts[0], surnames, bool(gender))):
            continue
        if not parts or (len(parts) == 1 and (len(parts[0]) < 2 or _title(parts[0]))):
            continue
        while len(parts) > 1 and name.label != "PER" and parts[0].lower() in grammar.BEFORE_NAMES:
            parts, first = parts[1:], first + 1
        kind = "person" if len(parts) == 1 and parts[0] in surnames else _KINDS[name.label]
        if kind == "person":
            gender = gender if gender in ("f", "m") else given_gender(parts)
            yield Mention(first, first, after, kind, parts, "", gender, roles=tuple(roles))
        else:
            yield _body(words, first, after, kind, parts)


def _from_given_name(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Without what stands before "von" and a given name: "T. von Sabine Krüger" is two people."""
    for place in range(1, len(parts) - 1):
        if parts[place] == "von" and (
            parts[place + 1] in de_names.FEMALE_NAMES or parts[place + 1] in de_names.MALE_NAMES
        ):
            return parts[place + 1 :]
    return parts


def _is_no_name(word: str, surnames: set[str], addressed: bool) -> bool:
    """Whether a single word is a pronoun or noun, and no surname that the article knows."""
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


def _quoted_names(words: Words, names: Sequence[Mention]) -> Iterable[Mention]:
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


def _extended(words: Words, first: int, after: int, label: str) -> int:
    """Where a name ends of which only the given name was found: "Ruprecht" of "Ruprecht von Alvensheim"."""
    given = [words.word(i) for i in range(first, after)]
    if label != "PER" or not all(w in de_names.FEMALE_NAMES or w in de_names.MALE_NAMES for w in given):
        return after
    end = after
    while words.low(end) in de_names.PARTICLES and end < after + 3:
        end += 1
    word = words.word(end)
    is_name = (
        word[:1].isupper() and len(word) > 1 and noun(word) is None and _sentence(words, end) == _sentence(words, first)
    )
    return end + 1 if is_name else after


def _body(words: Words, first: int, after: int, kind: PersonKind, parts: tuple[str, ...]) -> Mention:
    """A named organization or place; a noun in the name tells its gender: "Stadtwerke Wendelheim"."""
    known = [meant for meant in map(noun, parts) if meant and meant.sort in ("organization", "media")]
    media = " ".join(parts) in de_names.MEDIA_NAMES or any(meant.sort == "media" for meant in known)
    media = media or (len(parts) == 1 and parts[0].rstrip("s") in de_names.MEDIA_NAMES)
    head = known[0] if known else None
    end = complement_end(words, after) if words.low(after) == "für" and head else after
    parts = (*parts, *(words.word(i) for i in range(after, end)))
    return Mention(first, first, end, "organization" if media or known else kind, parts,
                   head.head if head else "", head.gender if head else "", media=media)  # fmt: skip


def given_gender(parts: Sequence[str]) -> str:
    """ "f" or "m" by the first given name, or "" where it is not known; other names in -a are women's.

    >>> given_gender(("Klara", "Brandt")), given_gender(("Hans-Peter", "Kern")), given_gender(("Putin",))
    ('f', 'm', '')
    """
    if len(parts) < 2:
        return ""
    for given in (parts[0], parts[0].split("-")[0]):
        if given in de_names.FEMALE_NAMES:
            return "f"
        if given in de_names.MALE_NAMES:
            return "m"
    return "f" if len(parts[0]) > 3 and parts[0].endswith("a") else ""


def is_title(word: str) -> bool:
    """Whether a word is a title or an address before a name."""
    return bool(_title(word))


def _title(word: str) -> str:
    """Nothing, or the gender that a title before a name tells, "t" where it tells none."""
    lowered = word.lower().rstrip(".")
    if lowered in de_names.HONORIFICS_FEMALE:
        return "f"
    if lowered in de_names.HONORIFICS_MALE:
        return "m"
    return "t" if lowered in de_names.TITLES or word.lower() in de_names.TITLES else ""


_NOUN_KINDS: dict[str, PersonKind] = {"role": "unnamed", "organization": "organization", "media": "organization",
                                      "document": "document", "group": "group", "source": "unnamed"}  # fmt: skip


def _nouns_and_pronouns(words: Words) -> Iterable[Mention]:
    for index in sorted(words.running):
        word = words.words[index]
        meant = noun(word) if word[0].isupper() or word[0].isdigit() else None
        if meant and meant.sort == "role" and _is_predicate(words, index):
            continue
        if meant:
            gender = possible_gender(meant.gender, _determiner(words, index)[1])
            yield Mention(index, index, index + 1, _NOUN_KINDS[meant.sort], (), meant.head, gender,
                          media=meant.sort == "media")  # fmt: skip
        elif word.lower() in grammar.PRONOUNS and not _is_address(words, index):
            yield Mention(
                index, index, index + 1, "unnamed", pronoun=word.lower(), gender=grammar.PRONOUNS[word.lower()]
            )


def _is_predicate(words: Words, index: int) -> bool:
    """ "als schlecht gelaunte Hauswirtin": what somebody is, or is shown as."""
    first, index = index, index - 1
    while index > first - MAX_ATTRIBUTE and (
        is_adjective(words.word(index))
        or words.low(index) in grammar.DETERMINERS
        or words.word(index).endswith(("t", "ch", "ig"))
    ):
        index -= 1
    return words.low(index) in ("als", "zum", "zur")


def _is_address(words: Words, index: int) -> bool:
    """ "Sie" and "Ihnen" within a sentence address somebody; "ihr" is a possessive but before "zufolge"."""
    word = words.words[index]
    if word.lower() == "ihr":
        return words.low(index + 1) != "zufolge"
    before = words.word(index - 1)
    if word[0].isupper():
        return (
            bool(before) and before not in (".", "!", "?", ":", "„", "“", "»", '"') and index != _sentence(words, index)
        )
    return False


def _sentence(words: Words, index: int) -> int:
    return words.reading.sentence_of(index).start


def _determiner(words: Words, head: int) -> tuple[int, str]:
    """(index, word) of the determiner of the noun at `head`, over adjectives; (head, "") where there is none."""
    index = head - 1
    while index >= max(0, head - 1 - MAX_ADJECTIVES) and is_adjective(words.word(index)):
        index -= 1
    if words.low(index) in grammar.DETERMINERS:
        return index, words.low(index)
    return head, ""


def is_adjective(word: str) -> bool:
    """Whether a word may be an adjective before a noun, by its ending."""
    lowered = word.lower()
    if lowered in grammar.DETERMINERS or lowered in grammar.PREPOSITIONS or lowered in grammar.CONJUNCTIONS:
        return False
    if word[:1].isupper():
        return lowered.endswith("er") and noun(word) is None
    return word[:1].isdigit() or lowered.endswith(("e", "en", "er", "es", "em")) or lowered in ("erst", "sehr", "früh")


def _placed(mention: Mention, words: Words) -> Mention:
    """The mention with its determiner, and whether it depends on another noun."""
    if mention.pronoun:
        oblique = (
            mention.pronoun in ("ihm", "ihn", "ihnen", "ihr") or words.low(mention.first - 1) in grammar.PREPOSITIONS
        )
        return replace(mention, object=oblique)
    first, determiner = mention.head, ""
    index = mention.head - 1
    while mention.kind == "person" and (at := _title_before(words, index)) is not None:
        mention = replace(mention, gender=mention.gender or _title(words.word(at)).strip("t"))
        first, index = at, at - 1
    at, determiner = _determiner(words, first)
    if not determiner and words.word(first - 1) in de.OPENING and words.low(first - 2) in grammar.DETERMINERS:
        at, determiner = first - 2, words.low(first - 2)  # die „Bild“
    first = at
    before, two_before = words.word(first - 1), words.word(first - 2)
    genitive = determiner in ("des", "eines") or (determiner in ("der", "einer") and "m" not in mention.gender[:1])
    follows_noun = before[:1].isupper() or before in ("“", "«", '"', ")")
    attribute = (genitive and follows_noun and _sentence(words, first) < first - 1) or (
        before.lower() in grammar.ATTRIBUTIVE and two_before[:1].isupper() and first - 2 >= _sentence(words, first)
    )
    attribute = attribute or (determiner in ("vom", "zum", "zur", "beim", "im", "am") and before[:1].isupper())
    attribute = attribute or before == "("
    is_object = (
        attribute or before.lower() in grammar.PREPOSITIONS or determiner in ("den", "dem", "des", "einen", "einem", "vom",
        "zum", "zur", "beim", "im", "am", "seinem", "ihrem", "seinen", "ihren")
    )  # fmt: skip
    return replace(
        mention, first=first, determiner=grammar.DETERMINERS.get(determiner, ""), attribute=attribute, object=is_object
    )


def _title_before(words: Words, index: int) -> int | None:
    """Where a title stands that ends with the token: "Frau", "Dr." """
    at = index - 1 if words.word(index) == "." else index
    word = words.word(at)
    return at if word and _title(word) and (noun(word) is None or word in ("Frau", "Herr", "Herrn")) else None


def _joined(found: list[Mention], words: Words) -> list[Mention]:
    """Roles joined with the names that they belong to: before them, or behind them in apposition."""
    joined: list[Mention] = []
    for mention in found:
        last = joined[-1] if joined else None
        if last and mention.kind == "person" and (role := _role_before(joined, mention, words)) is not None:
            joined[role:] = [_with_role(joined[role], mention, words)]
            if (role := _role_before(joined[:-1], joined[-1], words)) is not None:
                joined[role:] = [_with_role(joined[role], joined[-1], words)]
        elif last and _is_title_of(last, mention):
            joined[-1] = replace(mention, first=last.first, determiner=last.determiner, attribute=last.attribute,
                                 object=last.object)  # fmt: skip
        elif last and _is_apposition(last, mention, words):
            joined[-1] = _with_apposition(last, mention, words)
        elif last and _is_possessor(last, mention, words):
            joined[-1] = replace(last, attribute=True, object=True)
            joined.append(replace(mention, first=last.first, determiner="definite"))
        elif last and last.kind == "organization" and _is_called(last, mention, words):
            joined[-1] = _called(last, mention, words)
        else:
            joined.append(mention)
    return joined


def _role_before(joined: Sequence[Mention], name: Mention, words: Words) -> int | None:
    """Which mention is the role of a name: "Minister Karl Weber", "Sprecher des Hauses Karl Weber", and the same with
    a comma before the name.
    """
    for back in range(1, min(4, len(joined)) + 1):
        role = joined[-back]
        if name.attribute:
            return None
        distance = name.first - role.after
        if role.pronoun or distance > MAX_ATTRIBUTE or _sentence(words, role.head) != _sentence(words, name.head):
            return None
        if role.attribute and distance:
            continue
        if role.name:
            return None
        if role.kind == "unnamed" and role.noun:
            between = [words.word(i) for i in range(role.after, name.first)]
            comma = between[-1:] == [","]
            between = between[:-1] if comma else between
            if name.determiner or not all(map(_may_stand_between, between)):
                return None
            if comma and not _ends_phrase(words.word(name.after)):
                return None
            if between and not between[-1][:1].isupper():
                return None  # "der Bürgermeister von Sielhafen"
            if (
                between
                and not comma
                and between[0].lower() not in ("des", "der", "von", "vom", "für", "im", "in", "bei", "beim")
            ):
                return None
            return len(joined) - back
    return None


def _is_title_of(first: Mention, second: Mention) -> bool:
    """ "Vorsitzende Richterin": two nouns of one person side by side."""
    return (
        first.kind == second.kind == "unnamed" and bool(first.noun) and bool(second.noun) and not second.determiner
        and first.after == second.first and not first.name and not second.pronoun
    )  # fmt: skip


def _may_stand_between(word: str) -> bool:
    """Whether a word may belong to the attribute of a role: no verb, no sign, no conjunction of clauses."""
    lowered = word.lower()
    return (
        word[:1].isupper() or lowered in grammar.PREPOSITIONS or lowered in grammar.DETERMINERS
        or lowered in ("und", "&", "der") or is_adjective(word)
    )  # fmt: skip


def _ends_phrase(word: str) -> bool:
    return word in (",", ".", "(", ")", ";", ":", "“", "") or word in de.MARKS


def _with_role(role: Mention, name: Mention, words: Words) -> Mention:
    told = words.phrase(_after_determiner(role), max(role.after, _attribute_end(role, name, words)))
    gender = name.gender or "".join(g for g in role.gender if g in "fm")
    return replace(
        name, first=role.first, noun=role.noun, gender=gender if gender in ("f", "m") else "", roles=(*name.roles, told),
        determiner=role.determiner, attribute=role.attribute, object=role.object,
    )  # fmt: skip


def _after_determiner(mention: Mention) -> int:
    return mention.first + 1 if mention.determiner and mention.first < mention.head else mention.first


def _attribute_end(role: Mention, name: Mention, words: Words) -> int:
    end = name.first
    while end > role.after and words.word(end - 1) in (",", "(", "„"):
        end -= 1
    return end


def _is_apposition(name: Mention, role: Mention, words: Words) -> bool:
    """ "Karl Weber, Sprecher des Hauses,": a role behind a comma, closed by another sign."""
    if (
        name.kind != "person"
        or not name.name
        or role.kind != "unnamed"
        or not role.noun
        or role.first != name.after + 1
    ):
        return False
    if words.word(name.after) != "," or role.determiner in ("possessive",):
        return False
    end = role.after
    while end < role.after + MAX_ATTRIBUTE and _may_stand_between(words.word(end)) and words.word(end):
        end += 1
    return _ends_phrase(words.word(end))


def _with_apposition(name: Mention, role: Mention, words: Words) -> Mention:
    end = role.after
    while end < role.after + MAX_ATTRIBUTE and words.word(end) and _may_stand_between(words.word(end)):
        end += 1
    told = words.phrase(_after_determiner(role), end)
    gender = name.gender or "".join(g for g in role.gender if g in "fm")
    return replace(name, after=role.after, noun=name.noun or role.noun, roles=(*name.roles, told),
                   gender=gender if gender in ("f", "m") else "")  # fmt: skip


def _is_possessor(name: Mention, owned: Mention, words: Words) -> bool:
    """ "Putins Sprecher": a name in the genitive right before the noun that it determines."""
    if not name.name or name.kind == "organization" or owned.pronoun or owned.determiner:
        return False
    between = [words.word(i) for i in range(name.after, owned.first)]
    return words.word(name.after - 1).endswith(("s", "’", "'")) and all(map(is_adjective, between)) and bool(owned.noun)


def _called(body: Mention, name: Mention, words: Words) -> Mention:
    """The body with its name: that alone for companies and media, else with the noun ("Staatsanwaltschaft Darmstadt")."""
    alone = name.kind != "place" and (body.noun in grammar.BODY_CLASSES[0] or body.noun in grammar.BODY_CLASSES[-1])
    full = name.name if alone else (words.word(body.head), *name.name)
    return replace(body, after=name.after, name=full, media=body.media or name.media)


def _is_called(body: Mention, name: Mention, words: Words) -> bool:
    """ "die Zeitung „Bote“", "der Betreiber Südwestbahn": a noun and the name of what it means."""
    between = [words.word(i) for i in range(body.after, name.first)]
    return (
        not body.name and bool(name.name) and not name.determiner
        and (name.kind != "person" or (len(name.name) == 1 and body.noun in grammar.BODY_CLASSES[0]))
        and all(word in de.OPENING or word in de.MARKS for word in between)
    )  # fmt: skip


def complement_end(words: Words, after: int) -> int:
    """Where the attribute of a noun ends that begins at `after`: "des Ministeriums für Arbeit"; `after` if none does."""
    end = index = after
    while words.low(index) in grammar.COMPLEMENTS and index < after + 10:
        index += 1
        while index < after + 14 and (words.word(index)[:1].islower() and words.low(index).endswith(("en", "er", "es", "em"))
                                      and words.low(index) not in grammar.PREPOSITIONS):  # fmt: skip
            index += 1
        if not words.word(index)[:1].isupper():
            break
        while words.word(index)[:1].isupper() and index < after + 14:
            index += 1
        end = index
    return end
