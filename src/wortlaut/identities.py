"""Who the people of an article are beyond it: entries of a register, and what users judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wortlaut.entries import Entry
from wortlaut.judgements import Judgement, Judgements
from wortlaut.languages import de_people
from wortlaut.names import folded
from wortlaut.nouns import noun
from wortlaut.people import Resolved
from wortlaut.persons import Person
from wortlaut.register import Register
from wortlaut.statements import Attribution, Statement, nested
from wortlaut.text import Article


def identified(resolved: Resolved, register: Register, day: str | None) -> Resolved:
    """The same with `entry` where the register knows a person by name, or by office on the day of the article.

    A surname alone is never enough: it needs the office beside it.
    """
    people = tuple(_identified(person, register, day) for person in resolved.people)
    return replace(resolved, people=people)


def _identified(person: Person, register: Register, day: str | None) -> Person:
    entry = _by_name(person, register, day) or _by_office(person, register, day)
    if entry is None:
        return person
    if person.kind == "person" and " " in person.name:
        return replace(person, entry=entry.id)
    if person.kind in ("person", "unnamed"):
        roles = person.roles if person.kind == "person" else (person.name,)
        return replace(person, entry=entry.id, name=entry.name, kind=entry.kind, roles=roles)
    return replace(person, entry=entry.id)


def _by_name(person: Person, register: Register, day: str | None) -> Entry | None:
    """The entry of that full name; of several the one that holds one of the person's offices."""
    if person.kind == "unnamed" or person.members:
        return None
    found = [entry for entry in register.by_name(person.name) if (entry.kind == "person") == (person.kind == "person")]
    found = [entry for entry in found if _may_hold(person.roles, entry)]
    if len(found) > 1:
        holders = {entry.id for role in person.roles for entry in register.by_role(role, day)}
        found = [entry for entry in found if entry.id in holders]
    return found[0] if len(found) == 1 else None


def _may_hold(roles: tuple[str, ...], entry: Entry) -> bool:
    """Whether what the article calls somebody fits the register: the chairman of a swimming club is not the member of
    parliament who bears his name.
    """
    if not roles or not entry.roles:
        return True
    nouns = {meant.head for role in roles for word in role.split() if (meant := noun(word))}
    titles = {meant.head for role in entry.roles for word in role.title.split() if (meant := noun(word))}
    prefixes = {word.split("-")[0] for role in roles for word in role.split() if "-" in word}
    return bool(nouns & (titles | de_people.POLITICAL) or prefixes & de_people.PARTIES)


def _by_office(person: Person, register: Register, day: str | None) -> Entry | None:
    """Who held the office that the article names; a name beside it must be that holder's."""
    if day is None or person.kind not in ("person", "unnamed") or (person.kind == "person" and " " in person.name):
        return None
    offices = person.roles if person.kind == "person" else (person.name,)
    found = {entry.id: entry for office in offices for entry in register.by_role(office, day)}
    if person.kind == "person":
        found = {id: e for id, e in found.items() if folded(e.name).split(" ")[-1] == folded(person.name)}
    return next(iter(found.values())) if len(found) == 1 else None


def judged(resolved: Resolved, article: Article, judgements: Judgements, register: Register) -> Resolved:
    """The same with every link, kind, content and statement that a user overruled; ids of statements stay.

    A corrected content is one stretch of the text, and what lies in what is found anew. The other spans of its
    statement stay where they are. What lay in one that is none lies in the one around that.
    """
    contents = [statement.content[0] for statement in resolved.statements]
    who = judgements.of(article.id, contents, article.text)
    what = judgements.of(article.id, contents, article.text, about="statement")
    where = judgements.places(article.id, contents, article.text)
    people = list(resolved.people)
    found: list[Statement] = []
    around: dict[str, str | None] = {}  # of what is no statement
    for statement, name, said, place in zip(resolved.statements, who, what, where, strict=True):
        if said and said.statement_kind is None:
            around[statement.id] = statement.within
            continue
        one = replace(statement, kind=said.statement_kind) if said and said.statement_kind else statement
        one = replace(one, content=(place,)) if place else one
        found.append(_named(one, name, people, register) if name else one)
    statements = [replace(s, within=_outside(s.within, around)) if s.within in around else s for s in found]
    if any(where):
        statements = list(nested(tuple(statements)))
    used = {id for s in statements for id in (s.person, *s.relayed_by) if id}
    used |= {member for person in people if person.id in used for member in person.members}
    return Resolved(tuple(statements), tuple(person for person in people if person.id in used))


def _outside(id: str | None, around: Mapping[str, str | None]) -> str | None:
    """The nearest of those around that is a statement. Records of others may hold rings; nothing is around those."""
    seen: set[str] = set()
    while id is not None and id in around and id not in seen:
        seen.add(id)
        id = around[id]
    return None if id in seen else id


def _named(statement: Statement, judgement: Judgement, people: list[Person], register: Register) -> Statement:
    if judgement.person is None:
        return replace(statement, attribution=None)
    entry = register.by_id(judgement.person)
    name = entry.name if entry else judgement.person
    id = entry.id if entry else None
    known = next((p for p in people if (id and p.entry == id) or folded(p.name) == folded(name)), None)
    if known is None:
        known = Person(_free(people), name, entry.kind if entry else judgement.kind, entry=id)
        people.append(known)
    return replace(statement, attribution=Attribution(known.id, "judgement", 1.0))


def _free(people: Sequence[Person]) -> str:
    """An id that no person has."""
    return f"p{1 + max((int(p.id[1:]) for p in people if p.id[1:].isdigit()), default=0)}"
