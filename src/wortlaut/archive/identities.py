"""Who is whom, said by people: rules that hold for all articles that are kept, and for all that will be.

A rule is about a person's key (see persons.py). Rules are applied in the order in which they were said, each to what
those before it made: "A is B", then "B in article 7 is another one" is about A in article 7, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from sqlalchemy import Connection, Row, func, select

from wortlaut.archive.desk_schema import identities
from wortlaut.archive.persons import Known
from wortlaut.archive.preparing import Prepared
from wortlaut.archive.schema import people
from wortlaut.names import folded

Action = Literal["merge", "split"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A person with the key `from_key` is the person `into`, in the article with a key or, where it is None, in all."""

    id: int
    batch: int
    at: str
    account: str
    action: Action
    from_key: str
    from_name: str
    article: str | None
    into: Known
    undone: str | None = None
    undone_by: str | None = None


class Rules:
    """Those rules that count, in their order."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.all = tuple(rules)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, rule in enumerate(self.all):
            self._places[rule.from_key].append(place)
        self._targets = {rule.into.key: replace(rule.into, bound=False) for rule in self.all}

    @classmethod
    def of(cls, connection: Connection) -> Rules:
        """Those of an archive."""
        query = select(identities).where(identities.c.undone.is_(None)).order_by(identities.c.id)
        return cls([rule_of(row) for row in connection.execute(query)])

    def known(self, who: Known, article: str) -> Known:
        """Who somebody is in the article with a key. Whom people identified is bound to no article any more.

        >>> eva = Known("k1", "Eva Brandt", "person", None, False)
        >>> brandt = Known("k2@a", "Brandt", "person", None, True)
        >>> rules = Rules([Rule(1, 1, "", "local", "merge", brandt.key, brandt.name, None, eva)])
        >>> rules.known(brandt, "a").name, rules.known(Known("k3", "Eva", "person", None, False), "a").name
        ('Eva Brandt', 'Eva')
        """
        return self._targets.get(self.followed(who.key, article), who)

    def followed(self, key: str, article: str | None, start: int = 0) -> str:
        """The key that a key has become, in an article or (None) in those that no rule names; from a rule on."""
        place = self._next(key, article, start)
        while place is not None:
            key = self.all[place].into.key
            place = self._next(key, article, place + 1)
        return key

    def _next(self, key: str, article: str | None, start: int) -> int | None:
        for place in self._places.get(key, ()):
            if place >= start and self.all[place].article in (None, article):
                return place
        return None

    def resolved(self, one: Prepared) -> Prepared:
        """A new analysis with the people that its people are."""
        if not self.all or not one.people:
            return one
        return replace(one, people=tuple(self.known(who, one.key) for who in one.people))

    def gone(self, key: str) -> int | None:
        """The rule by which a person is another one everywhere, as a place in `all`; None where there is none."""
        return next((place for place in self._places.get(key, ()) if self.all[place].article is None), None)

    def targets(self, key: str) -> bool:
        """Whether any rule makes somebody else this person."""
        return key in self._targets

    def concern(self, key: str) -> bool:
        """Whether any rule is about somebody."""
        return key in self._places or key in self._targets

    def names(self, key: str) -> tuple[str, ...]:
        """The names of those who were merged into somebody, without their own."""
        return self._names.get(key, ())

    def sources(self, key: str) -> frozenset[str]:
        """The keys of those who were merged into somebody."""
        return frozenset(
            rule.from_key
            for place, rule in enumerate(self.all)
            if rule.action == "merge" and self.followed(rule.into.key, None, place + 1) == key
        )

    def words(self, key: str) -> tuple[str, ...]:
        """The words of these names, folded, in order."""
        return tuple(sorted({word for name in self.names(key) for word in folded(name).split()}))

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for place, rule in enumerate(self.all):
            if rule.action == "merge":
                found[self.followed(rule.into.key, None, place + 1)].append(rule.from_name)
        return {key: tuple(dict.fromkeys(names)) for key, names in found.items()}

    def after(self, keys: Iterable[str]) -> set[str]:
        """Some keys, and all that rules make of them."""
        found, waiting = set(keys), list(keys)
        while waiting:
            for place in self._places.get(waiting.pop(), ()):
                if (key := self.all[place].into.key) not in found:
                    found.add(key)
                    waiting.append(key)
        return found


def rule_of(row: Row[Any]) -> Rule:
    """A row of `identities`."""
    into = Known(row.into_key, row.into_name, row.into_kind, row.into_entry, row.into_bound)
    return Rule(
        row.id,
        row.batch,
        row.at,
        row.account,
        row.action,
        row.from_key,
        row.from_name,
        row.article,
        into,
        row.undone,
        row.undone_by,
    )


def merged_away(connection: Connection) -> int:
    """How many people are kept only to be brought back: rules say that they are others everywhere."""
    query = select(func.count(people.c.id.distinct())).join(identities, identities.c.from_key == people.c.key)
    query = query.where(identities.c.article.is_(None), identities.c.undone.is_(None))
    return connection.execute(query).scalar_one()


def put_rules(connection: Connection, rules: Sequence[Rule]) -> int:
    """Keep rules that were said at once, with numbers of their own; returns the number of their batch."""
    first = (connection.execute(select(func.max(identities.c.id))).scalar() or 0) + 1
    rows = [
        {
            "id": first + place, "batch": first, "at": rule.at, "account": rule.account, "action": rule.action,
            "from_key": rule.from_key, "from_name": rule.from_name, "article": rule.article,
            "into_key": rule.into.key, "into_name": rule.into.name, "into_kind": rule.into.kind,
            "into_entry": rule.into.entry, "into_bound": rule.into.bound,
        }
        for place, rule in enumerate(rules)
    ]  # fmt: skip
    connection.execute(identities.insert(), rows)
    return first


def batch_of(connection: Connection, batch: int) -> list[Rule]:
    """The rules that were said at once, undone or not."""
    query = select(identities).where(identities.c.batch == batch).order_by(identities.c.id)
    return [rule_of(row) for row in connection.execute(query)]
