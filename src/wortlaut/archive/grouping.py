"""What holds groups together when rows come and go: stories of articles, utterances of statements, what is a copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from wortlaut.archive.matching import chunks
from wortlaut.archive.schema import statements, versions


def mark_copies(connection: Connection, stories: Iterable[int]) -> None:
    """Mark the statements of some stories that stand in an earlier article of the same story, too.

    A version that was replaced is no place where something stands; so of each utterance one article always counts.
    """
    first: dict[tuple[int, int], int] = {}
    rows = []
    for some in chunks(sorted(set(stories))):
        query = (
            select(
                statements.c.id, statements.c.utterance, statements.c.latest, statements.c.copy, versions.c.story,
                versions.c.article_id,
            )
            .join(versions, versions.c.id == statements.c.version_id)
            .where(versions.c.story.in_(some))
        )  # fmt: skip
        for row in connection.execute(query):
            rows.append(row)
            if row.latest:
                place = (row.story, row.utterance)
                first[place] = min(first.get(place, row.article_id), row.article_id)
    changed: dict[bool, list[int]] = {True: [], False: []}
    for row in rows:
        copied = first.get((row.story, row.utterance), row.article_id) < row.article_id
        if copied != bool(row.copy):
            changed[copied].append(row.id)
    for copied, ids in changed.items():
        for few in chunks(sorted(ids)):
            connection.execute(update(statements).where(statements.c.id.in_(few)).values(copy=copied))


def release_utterances(connection: Connection, gone: Iterable[int]) -> None:
    """Give utterances whose first statement is gone the number of the first that is left."""
    left: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for some in chunks(sorted(set(gone))):
        query = select(statements.c.utterance, statements.c.version_id, statements.c.number, statements.c.id)
        for utterance, version, number, own in connection.execute(query.where(statements.c.utterance.in_(some))):
            left[utterance].append((version, number, own))
    for utterance, members in left.items():
        first = min(members)[2]
        connection.execute(update(statements).where(statements.c.utterance == utterance).values(utterance=first))


def release_stories(connection: Connection, stories: Iterable[int]) -> None:
    """The same of stories: the first version that is left gives the number; where one article is left, it has none."""
    left: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for some in chunks(sorted(set(stories))):
        query = select(versions.c.story, versions.c.id, versions.c.article_id).where(versions.c.story.in_(some))
        for story, version, article in connection.execute(query):
            left[story].append((version, article))
    told = []
    for story, members in left.items():
        first = min(members)[0] if len({article for _, article in members}) > 1 else None
        connection.execute(update(versions).where(versions.c.story == story).values(story=first))
        if first is None:
            own = [version for version, _ in members]
            connection.execute(update(statements).where(statements.c.version_id.in_(own)).values(copy=False))
        else:
            told.append(first)
    mark_copies(connection, told)
