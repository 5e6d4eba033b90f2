"""Whom, and which versions of articles, what was said at once of who is whom can change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Select, select

from wortlaut.archive.identities import Rule, Rules
from wortlaut.archive.matching import chunks
from wortlaut.archive.schema import appearances, articles, people, versions


def concerned(connection: Connection, rules: Sequence[Rule]) -> set[str]:
    """The keys of all whom rules are about, undone or not, and of whom others make of them."""
    ends = {key for rule in rules for key in (rule.from_key, rule.into.key)}
    return Rules([*Rules.of(connection).all, *rules]).after(ends)


def places(connection: Connection, rules: Sequence[Rule]) -> list[int]:
    """The versions whose rows rules can change, in order of their days: what can be the same stands together."""
    found: dict[int, int] = {}
    for query in _asked(connection, rules):
        found |= {number: day for number, day in connection.execute(query)}
    return sorted(found, key=lambda number: (found[number], number))


def _asked(connection: Connection, rules: Sequence[Rule]) -> Iterator[Select[int, int]]:
    query = select(versions.c.id, versions.c.day)
    for some in chunks(sorted({rule.article for rule in rules if rule.article is not None})):
        yield query.join(articles, articles.c.id == versions.c.article_id).where(articles.c.key.in_(some))
    merged = [rule for rule in rules if rule.article is None]
    # who was merged still has the rows; when that is taken back, some of those who got them may have to give them
    keys = concerned(connection, merged) if any(rule.undone for rule in merged) else {one.from_key for one in merged}
    for few in chunks(sorted(keys)):
        own = select(people.c.id).where(people.c.key.in_(few))
        part = select(appearances.c.version_id).where(appearances.c.person_id.in_(own))
        yield query.where(versions.c.id.in_(part))
