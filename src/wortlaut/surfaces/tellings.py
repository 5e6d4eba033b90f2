"""tellings(): one utterance as different articles tell it, the same words together, in order of publication."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wortlaut.archive.finding import Hit, in_order
from wortlaut.differences import MOST_WORDS, Change, token_diff
from wortlaut.wording import Plain, plain


@dataclass(frozen=True, slots=True)
class Telling:
    """The same words wherever they stand, in order of publication; all of them a quotation, or none."""

    plain: Plain
    hits: tuple[Hit, ...]

    @property
    def first(self) -> Hit:
        """Where they stood first."""
        return self.hits[0]

    @property
    def direct(self) -> bool:
        """Whether they are a quotation."""
        return self.first.statement.kind == "direct"


def tellings(hits: Iterable[Hit]) -> list[Telling]:
    """The wordings of some statements, the earliest first."""
    together: dict[tuple[bool, str], list[Hit]] = {}
    plains: dict[tuple[bool, str], Plain] = {}
    for hit in in_order(hits):
        read = plain(hit.kept.analysis.article.text, hit.statement.content)
        key = (hit.statement.kind == "direct", " ".join(read.words).lower())
        together.setdefault(key, []).append(hit)
        plains.setdefault(key, read)
    return [Telling(plains[key], tuple(group)) for key, group in together.items()]


def originals(hits: Iterable[Hit]) -> frozenset[str]:
    """The addresses of the earliest of each agency story."""
    first: dict[int, Hit] = {}
    for hit in in_order(hits):
        if hit.kept.story is not None:
            first.setdefault(hit.kept.story, hit)
    return frozenset(hit.kept.address(hit.statement) for hit in first.values())


def changes(one: Plain, two: Plain) -> Sequence[Change]:
    """What has to change in the first wording to make the second; empty where they are too long to be compared."""
    if max(len(one.tokens), len(two.tokens)) > MOST_WORDS:
        return ()
    return token_diff(one.tokens, two.tokens)
