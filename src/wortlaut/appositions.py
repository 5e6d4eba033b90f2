"""Roles and names of one person joined: "Minister Karl Weber", "Karl Weber, Sprecher des Hauses,"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wortlaut.languages import de, de_names
from wortlaut.languages import de_people as grammar
from wortlaut.likeness import agree
from wortlaut.phrases import MAX_ATTRIBUTE, Mention, Words, country_names, is_adjective, sentence_start


def joined_with_roles(found: list[Mention], words: Words) -> list[Mention]:
    """Roles joined with the names that they belong to: before them, or behind them in apposition."""
    joined: list[Mention] = []
    for place, mention in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        while joined and mention.name and joined[-1].head >= mention.first:
            joined.pop()  # "Frau" in "Frau Dr. Ute Kamp" is no role
        last = joined[-1] if joined else None
        if last and mention.kind == "person" and (role := _role_before(joined, mention, words)) is not None:
            joined[role:] = [_with_role(joined[role], mention, words)]
            if (role := _role_before(joined[:-1], joined[-1], words)) is not None:
                joined[role:] = [_with_role(joined[role], joined[-1], words)]
        elif last and _is_member(last, mention):
            joined[-1] = _with_role(last, mention, words)
        elif last and _is_unknown_title(last, mention):
            joined[-1] = replace(mention, first=last.first, roles=(last.name[0], *mention.roles))
        elif last and _is_title_of(last, mention):
            joined[-1] = replace(mention, first=last.first, determiner=last.determiner, attribute=last.attribute,
                                 object=last.object)  # fmt: skip
        elif last and not _names(following, mention) and _is_apposition(last, mention, words):
            joined[-1] = _with_apposition(last, mention, words)
        elif last and _is_possessor(last, mention, words):
            joined[-1] = replace(last, attribute=True, object=True)
            joined.append(replace(mention, first=last.first, determiner="possessive"))
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
        if (
            role.pronoun
            or distance > MAX_ATTRIBUTE
            or sentence_start(words, role.head) != sentence_start(words, name.head)
        ):
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


def _is_member(body: Mention, name: Mention) -> bool:
    """ "Finanzvorstand Rajesh Menon": a body that is a role before a name."""
    return (
        body.kind == "organization" and not body.name and body.noun in de_names.ROLE_OR_BODY
        and body.head + 1 == name.first and name.kind == "person" and not name.attribute
    )  # fmt: skip


def _is_unknown_title(first: Mention, second: Mention) -> bool:
    """ "Deichgraf Enno Tjarksen": one capital word before a full name is no name of its own."""
    names = first.kind == second.kind == "person" and len(first.name) == 1 and len(second.name) > 1
    return names and second.first == first.after and not first.roles


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
    return replace(
        name, first=role.first, noun=role.noun, gender=_joint_gender(name, role), roles=(*name.roles, told),
        determiner=role.determiner, attribute=role.attribute, object=role.object,
    )  # fmt: skip


def _joint_gender(name: Mention, role: Mention) -> str:
    """The gender of the name, or else of the role, where it is that of one person."""
    gender = name.gender or "".join(g for g in role.gender if g in "fm")
    return gender if gender in ("f", "m") else ""


def _after_determiner(mention: Mention) -> int:
    return mention.first + 1 if mention.determiner and mention.first < mention.head else mention.first


def _attribute_end(role: Mention, name: Mention, words: Words) -> int:
    end = name.first
    while end > role.after and words.word(end - 1) in (",", "(", "„"):
        end -= 1
    return end


def _names(following: Mention | None, role: Mention) -> bool:
    """Whether a name stands right behind the role: it is that one's, not of the name before a comma."""
    return (
        following is not None and bool(following.name) and following.kind == "person" and following.first == role.after
    )


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
    if words.word(name.after) != "," or (role.determiner == "possessive" and not agree(name.gender, role.gender)):
        return False
    return _ends_phrase(words.word(_apposition_end(role, words)))


def _with_apposition(name: Mention, role: Mention, words: Words) -> Mention:
    told = words.phrase(_after_determiner(role), _apposition_end(role, words))
    return replace(name, after=role.after, noun=name.noun or role.noun, roles=(*name.roles, told),
                   gender=_joint_gender(name, role))  # fmt: skip


def _apposition_end(role: Mention, words: Words) -> int:
    """Where the attributes of a role behind a name end."""
    end = role.after
    while end < role.after + MAX_ATTRIBUTE and words.word(end) and _may_stand_between(words.word(end)):
        end += 1
    return end


def _is_possessor(name: Mention, owned: Mention, words: Words) -> bool:
    """ "Putins Sprecher": a name in the genitive right before the noun that it determines."""
    if not name.name or name.kind == "organization" or owned.pronoun or owned.determiner:
        return False
    between = [words.word(i) for i in range(name.after, owned.first)]
    return words.word(name.after - 1).endswith(("s", "’", "'")) and all(map(is_adjective, between)) and bool(owned.noun)


def _called(body: Mention, name: Mention, words: Words) -> Mention:
    """The body with its name: that alone for companies and media, else "Staatsanwaltschaft Darmstadt" as a whole."""
    company = body.noun.endswith(tuple(grammar.COMPANIES))
    alone = name.kind != "place" and (company or body.media)
    full = name.name if alone else (words.word(body.head), *name.name)
    return replace(body, after=name.after, name=full, media=body.media or name.media)


def _is_called(body: Mention, name: Mention, words: Words) -> bool:
    """ "die Zeitung „Bote“", "der Betreiber Südwestbahn": a noun and the name of what it means."""
    between = [words.word(i) for i in range(body.after, name.first)]
    if " ".join(name.name) in country_names():
        return False
    return (
        not body.name and bool(name.name) and not name.determiner
        and (name.kind != "person" or (len(name.name) == 1 and body.noun in grammar.COMPANIES))
        and all(word in de.OPENING or word in de.MARKS for word in between)
    )  # fmt: skip
