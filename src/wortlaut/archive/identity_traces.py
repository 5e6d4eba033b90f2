"""What people said of who is whom, where it names somebody who is forgotten: found, and taken out with the names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, or_, select

from wortlaut.archive.desk_schema import identities
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.dropping import drop_unused
from wortlaut.archive.identities import Rule, Rules, rule_of
from wortlaut.archive.matching import chunks
from wortlaut.archive.progress import Progress
from wortlaut.archive.relinking import relink
from wortlaut.archive.schema import appearances, articles, people
from wortlaut.archive.spelled import in_a_row
from wortlaut.names import folded
from wortlaut.stems import stems


@dataclass(frozen=True, slots=True)
class Alias:
    """A person who was merged into another one, as they came in."""

    key: str
    name: str
    kind: str
    entry: str | None

    @property
    def full(self) -> bool:
        """Whether the name alone says who it is: that of a person, in more than one word."""
        return self.kind == "person" and len(folded(self.name).split()) > 1


def aliases(connection: Connection, rules: Rules, key: str) -> tuple[Alias, ...]:
    """Those who were merged into somebody."""
    found = []
    for some in chunks(sorted(rules.sources(key))):
        query = select(people.c.key, people.c.name, people.c.kind, people.c.entry).where(people.c.key.in_(some))
        found += [Alias(*row) for row in connection.execute(query.order_by(people.c.id))]
    return tuple(found)


def parted(connection: Connection, keys: Iterable[str]) -> set[int]:
    """The articles in which somebody was said to be another one: their records have the name they came with."""
    found: set[int] = set()
    for some in chunks(sorted(keys)):
        query = select(articles.c.id).join(identities, identities.c.article == articles.c.key)
        found |= set(connection.execute(query.where(identities.c.from_key.in_(some))).scalars())
    return found


def naming_rules(connection: Connection, keys: Iterable[str], names: Sequence[str]) -> tuple[int, ...]:
    """The rules about somebody, or with a name, also those that were taken back; by their ids."""
    wanted, own = [words for words in map(stems, names) if words], set(keys)

    def named(rule: Rule) -> bool:
        there = [stems(one) for one in (rule.from_name, rule.into.name, rule.from_key, rule.into.key)]
        return any(in_a_row(words, one) for words in wanted for one in there)

    every = map(rule_of, connection.execute(select(identities).order_by(identities.c.id)))
    return tuple(rule.id for rule in every if own & {rule.from_key, rule.into.key} or named(rule))


def rules_in(connection: Connection, keys: Sequence[str]) -> tuple[int, ...]:
    """The rules about articles with some keys."""
    found: list[int] = []
    for some in chunks(keys):
        query = select(identities.c.id).where(identities.c.article.in_(some))
        found += connection.execute(query.order_by(identities.c.id)).scalars()
    return tuple(found)


def take_rules(connection: Connection, dialect: Dialect, gone: Iterable[int], progress: Progress) -> None:
    """Take rules out, and those about people of whom nothing is left; who stays is linked anew."""
    before = Rules.of(connection)
    for some in chunks(sorted(gone)):
        connection.execute(delete(identities).where(identities.c.id.in_(some)))
    _take_dead(connection)
    now = {rule.id for rule in Rules.of(connection).all}
    lost = [rule for rule in before.all if rule.id not in now]
    if not lost:
        return
    concerned = before.after(key for rule in lost for key in (rule.from_key, rule.into.key))
    relink(connection, dialect, Rules.of(connection), concerned, progress)
    held = select(people.c.id).where(people.c.key.in_(sorted(concerned)))
    drop_unused(connection, set(connection.execute(held).scalars()))


def _take_dead(connection: Connection) -> None:
    """Rules whose people appear nowhere keep names that nothing else has any more."""
    rules = Rules.of(connection)
    ends = {rule.id: rules.followed(rule.into.key, rule.article, place + 1) for place, rule in enumerate(rules.all)}
    for row in connection.execute(select(identities).order_by(identities.c.id)).all():
        keys = {ends[row.id]} if row.id in ends else {row.from_key, row.into_key}
        alive = select(people.c.id).where(
            or_(*(people.c.key == key for key in sorted(keys))), exists().where(appearances.c.person_id == people.c.id)
        )
        if connection.execute(alive.limit(1)).first() is None:
            connection.execute(delete(identities).where(identities.c.id == row.id))
