"""What reviews tell: how much of the archive is right, how far readers agree, who has done what."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from wortlaut.archive import Archive
from wortlaut.desk.agreement import Agreement, Share, agreement, share
from wortlaut.desk.items import Place
from wortlaut.desk.reviews import Review, all_reviews
from wortlaut.desk.samples import Sample

Aspect = Literal["all", "statement", "span", "kind", "person"]
ASPECTS: tuple[Aspect, ...] = ("all", "statement", "span", "kind", "person")


@dataclass(frozen=True, slots=True)
class Measured:
    """How much is right: of `aspect`, the share of the judged statements in which it is.

    "all": nothing is wrong. "statement": it is one. "span", "kind", "person": of those that are one.
    """

    aspect: Aspect
    share: Share


@dataclass(frozen=True, slots=True)
class Precision:
    """What a random sample tells. `judged` of its statements have a verdict, `skipped` were skipped by all."""

    sample: Sample
    judged: int
    skipped: int
    measured: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """What a reader has done; `seconds` is the median of a statement."""

    account: str
    judged: int
    corrected: int
    skipped: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A statement of which two or more readers say different things now."""

    place: Place
    reviews: tuple[Review, ...]


@dataclass(frozen=True)
class Quality:
    """All of it. `correct` is the agreement on whether a statement is right, `kind` on what it is."""

    precisions: tuple[Precision, ...]
    correct: Agreement
    kind: Agreement
    readers: tuple[Progress, ...]
    disagreements: tuple[Disagreement, ...]


def quality(archive: Archive, samples: Sequence[Sample]) -> Quality:
    """What the reviews of an archive tell."""
    every = list(all_reviews(archive))
    holding = [one for one in every if one.undone is None]
    first = _independent(every)
    return Quality(
        tuple(_precision(sample, holding) for sample in samples),
        agreement([[one.is_correct for one in some] for some in first]),
        agreement([[one.said.kind if one.said else "none" for one in some] for some in first]),
        tuple(_progress(account, some) for account, some in _by_account(holding)),
        tuple(Disagreement(some[0].place, tuple(some)) for some in _by_place(holding) if _is_open(some)),
    )


def _precision(sample: Sample, holding: Iterable[Review]) -> Precision:
    """Each statement counts once, as it was judged last; who chose it, and in which queue, makes no difference."""
    drawn = set(sample.places)
    last = {one.place: one for one in holding if one.place in drawn and one.is_judged}
    skipped = {one.place for one in holding if one.place in drawn and not one.is_judged} - last.keys()
    measured = tuple(Measured(aspect, _share(aspect, list(last.values()))) for aspect in ASPECTS)
    return Precision(sample, len(last), len(skipped), measured)


def _share(aspect: Aspect, judged: Sequence[Review]) -> Share:
    if aspect == "all":
        return share(sum(one.is_correct for one in judged), len(judged))
    real = [one for one in judged if one.said is not None]
    if aspect == "statement":
        return share(len(real), len(judged))
    return share(sum(f"wrong_{aspect}" not in one.verdicts for one in real), len(real))


def _independent(every: Sequence[Review]) -> list[list[Review]]:
    """For each statement what each reader said first, without knowing the others: who decided again had seen them."""
    known = {one.id: one for one in every}
    found: list[Review] = []
    for one in every:
        if one.undone is None and one.is_judged:
            while one.replaces is not None:
                one = known[one.replaces]
            found.append(one)
    return _by_place(found)


def _by_place(some: Iterable[Review]) -> list[list[Review]]:
    found: defaultdict[Place, list[Review]] = defaultdict(list)
    for one in some:
        if one.is_judged:
            found[one.place].append(one)
    return list(found.values())


def _by_account(some: Iterable[Review]) -> list[tuple[str, list[Review]]]:
    found: defaultdict[str, list[Review]] = defaultdict(list)
    for one in some:
        found[one.account].append(one)
    return sorted(found.items())


def _progress(account: str, some: Sequence[Review]) -> Progress:
    judged = [one for one in some if one.is_judged]
    times = [one.seconds for one in judged if one.seconds is not None]
    return Progress(
        account, len(judged), sum(not one.is_correct for one in judged), len(some) - len(judged),
        statistics.median(times) if times else None,
    )  # fmt: skip


def _is_open(some: Sequence[Review]) -> bool:
    return len({(one.verdicts, one.said) for one in some}) > 1
