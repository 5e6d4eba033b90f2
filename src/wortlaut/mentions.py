"""mentions(): the words of an article that mean somebody or something that can speak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wortlaut.appositions import joined_with_roles
from wortlaut.entities import Name
from wortlaut.languages import de
from wortlaut.languages import de_people as grammar
from wortlaut.nouns import agrees, noun, possible_gender
from wortlaut.persons import PersonKind
from wortlaut.phrases import MAX_ATTRIBUTE, Mention, Words, determiner_of, is_adjective, sentence_start, title_gender
from wortlaut.proper_names import given_and_surnames, proper_names, quoted_names, sharing_surnames


def mentions(words: Words, names: Iterable[Name]) -> list[Mention]:
    """All mentions of the running text, in order."""
    named = list(proper_names(words, names))
    whole = frozenset(i for m in named if m.kind == "person" and len(m.name) > 1 for i in range(m.first, m.after))
    named = sorted([*named, *given_and_surnames(words, whole)], key=_place)
    named = sharing_surnames(_without_overlaps(named), words)
    quoted = list(quoted_names(words, named))
    inside = {i for m in quoted for i in range(m.first - 1, m.after)}
    found = sorted([*quoted, *(m for m in [*named, *_nouns_and_pronouns(words)] if m.head not in inside)], key=_place)
    plain = _without_overlaps(found)
    known = {word for m in named if m.kind == "person" for word in m.name}
    return joined_with_roles([_as_genitive(_placed(mention, words), known) for mention in plain], words)


def _without_overlaps(found: list[Mention]) -> list[Mention]:
    """Of mentions in order those that begin behind the one before."""
    plain: list[Mention] = []
    for mention in found:
        if not plain or mention.head >= plain[-1].after:
            plain.append(mention)
    return plain


def _as_genitive(mention: Mention, known: set[str]) -> Mention:
    """ "die Anwältin Samanis" is not Samani but his: a surname with the ending of the genitive depends on a noun."""
    last = mention.name[-1] if mention.name else ""
    if mention.kind != "person" or mention.roles or not last.endswith("s") or last[:-1] not in known:
        return mention
    return replace(mention, name=(*mention.name[:-1], last[:-1]), attribute=True, object=True)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.head, -mention.after


_NOUN_KINDS: dict[str, PersonKind] = {"role": "unnamed", "organization": "organization", "media": "organization",
                                      "document": "document", "group": "group", "source": "unnamed"}  # fmt: skip


def _nouns_and_pronouns(words: Words) -> Iterable[Mention]:
    for index in sorted(words.running):
        word = words.words[index]
        meant = noun(word) if word[0].isupper() or word[0].isdigit() else None
        if meant and meant.sort == "role" and (_is_predicate(words, index) or _is_origin(words, index, meant.head)):
            continue
        if word in grammar.PARTIES:
            yield Mention(index, index, index + 1, "organization", (word,), "partei", "f")
        elif meant:
            gender = possible_gender(meant.gender, determiner_of(words, index)[1])
            yield Mention(index, index, index + 1, _NOUN_KINDS[meant.sort], (), meant.head, gender,
                          media=meant.sort == "media")  # fmt: skip
        elif word.lower() in grammar.PRONOUNS and not _is_address(words, index):
            yield Mention(
                index, index, index + 1, "unnamed", pronoun=word.lower(), gender=grammar.PRONOUNS[word.lower()]
            )


def _is_origin(words: Words, index: int, head: str) -> bool:
    """ "das Berliner Wetter": an adjective that looks like an inhabitant."""
    following = words.word(index + 1)
    return head == "einwohner" and words.low(index).endswith("er") and following[:1].isupper()


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
            bool(before)
            and before not in (".", "!", "?", ":", "„", "“", "»", '"')
            and index != sentence_start(words, index)
        )
    return False


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
        mention = replace(mention, gender=mention.gender or title_gender(words.word(at)).strip("t"))
        first, index = at, at - 1
    at, determiner = determiner_of(words, first)
    if not determiner and words.word(first - 1) in de.OPENING and words.low(first - 2) in grammar.DETERMINERS:
        at, determiner = first - 2, words.low(first - 2)  # die „Bild“
    if determiner and at < first - 1 and mention.gender and not agrees(mention.gender, determiner):
        at, determiner = first, ""  # "Das kündigte Bürgermeisterin Brandt an"
    first = at
    before, two_before = words.word(first - 1), words.word(first - 2)
    genitive = determiner in ("des", "eines") or (determiner in ("der", "einer") and "m" not in mention.gender[:1])
    follows_noun = before[:1].isupper() or before in ("“", "«", '"', ")")
    attribute = (genitive and follows_noun and sentence_start(words, first) < first - 1) or (
        before.lower() in grammar.ATTRIBUTIVE and two_before[:1].isupper() and first - 2 >= sentence_start(words, first)
    )
    attribute = attribute or (determiner in ("vom", "zum", "zur", "beim", "im", "am") and before[:1].isupper())
    attribute = attribute or before == "("
    # "der Vertreter Libyens", "die Spitze Wendelheims"
    attribute = attribute or (mention.kind == "place" and not determiner and follows_noun and before.isalpha()
                              and words.word(mention.after - 1).endswith("s") and noun(before) is not None)  # fmt: skip
    is_object = attribute or before.lower() in grammar.PREPOSITIONS or determiner in grammar.OBLIQUE
    return replace(
        mention, first=first, determiner=grammar.DETERMINERS.get(determiner, ""), attribute=attribute, object=is_object
    )


def _title_before(words: Words, index: int) -> int | None:
    """Where a title stands that ends with the token: "Frau", "Dr." """
    at = index - 1 if words.word(index) == "." else index
    word = words.word(at)
    return at if word and title_gender(word) and (noun(word) is None or word in ("Frau", "Herr", "Herrn")) else None
