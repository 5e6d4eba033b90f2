"""judge(): did they really say that. A verdict on a claim, with its evidence; see docs/design/check.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from wortlaut.alterations import altered, compared
from wortlaut.claims import readings
from wortlaut.differences import Change
from wortlaut.matching import Match, Missing, Wording, matched
from wortlaut.reports import reported
from wortlaut.statements import Kind
from wortlaut.text import Span
from wortlaut.wording import Plain, interrupted, plain

Verdict = Literal["verbatim", "cut", "altered", "reported", "other_speaker", "not_asserted", "not_found"]
VERDICTS: tuple[Verdict, ...] = (
    "verbatim", "cut", "altered", "reported", "other_speaker", "not_asserted", "not_found",
)  # fmt: skip
STRONG = 0.75  # score of a report from which on it comes before the same words of somebody else


@dataclass(frozen=True)
class Candidate:
    """A statement of an archive that may be what was quoted.

    `address` is unique; what stands before its "/" is that of the article's version. `text` is the whole article. Give
    all statements of an article of which one is given: words that lie in a statement within another one are those of
    the inner speaker. `asked`: whether the person is the one asked for, None where nobody was asked for or the speaker
    is unknown. `date` is the ISO 8601 day of saying or publication.
    """

    address: str
    text: str
    content: tuple[Span, ...]
    kind: Kind
    asserted: bool = True
    person: str | None = None
    asked: bool | None = None
    date: str | None = None
    outlet: str | None = None
    source: str | None = None
    title: str | None = None

    @property
    def article(self) -> str:
        """The address of the article's version."""
        return self.address.partition("/")[0]


@dataclass(frozen=True)
class Evidence:
    """One candidate that the claim's words, or its meaning, stand in.

    `verdict` is that on this candidate alone; `wording` how the words stand there, whoever said them and whether they
    are asserted. `spans` are places in the article; `missing` is what the claim leaves out; `changes` is the diff from
    the words there to the claim's. `negation`: a negation stands among what is missing or different. `joined` are the
    addresses of further statements that the claim's words run on into. `score`, 0..1, ranks evidence of one verdict.
    """

    candidate: Candidate
    verdict: Verdict
    wording: Wording | Literal["reported"]
    spans: tuple[Span, ...]
    missing: tuple[Missing, ...] = ()
    changes: tuple[Change, ...] = ()
    score: float = 0.0
    negation: bool = False
    joined: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """The verdict on a claim and its evidence, best first.

    `compared` are the words that were compared: the claim without marks and cue. Without evidence the verdict is
    `not_found`: nothing in what was searched, never "he did not say it".
    """

    claim: str
    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    compared: str = ""

    @property
    def contested(self) -> bool:
        """Whether other evidence says that the same words were not said."""
        return self.verdict != "not_asserted" and any(one.verdict == "not_asserted" for one in self.evidence)


@dataclass(frozen=True)
class _Passage:
    """What one person said in one go: the content of a statement, or of several that only cues part."""

    candidates: tuple[Candidate, ...]
    content: Plain

    @property
    def first(self) -> Candidate:
        return self.candidates[0]


def judge(claim: str, candidates: Sequence[Candidate], *, person: str | None = None) -> Finding:
    """Whether what was claimed was said, by the person asked for if one was.

    `person` is the name asked for; it is needed only where no candidate tells whether it is theirs. Raises InputError
    where the claim has no word or more than `claims.LONGEST` code points.
    """
    read = readings(claim)
    asked = person is not None or any(one.asked is not None for one in candidates)
    passages = list(_passages(candidates))
    best: Finding | None = None
    best_rank = 0.0
    for reading in read:
        evidence = sorted(_evidence(reading, passages, asked), key=lambda one: (*_rank(one), one.candidate.address))
        verdict: Verdict = evidence[0].verdict if evidence else "not_found"
        rank = _rank(evidence[0])[0] if evidence else 99.0
        if best is None or rank < best_rank:
            best, best_rank = Finding(claim, verdict, tuple(evidence), reading.text), rank
    assert best is not None  # a claim has one reading at least
    return best


def _passages(candidates: Sequence[Candidate]) -> Iterator[_Passage]:
    ordered = sorted(candidates, key=lambda one: (one.article, one.kind != "direct", one.content[0]))
    for _, group in groupby(ordered, key=lambda one: (one.article, one.kind == "direct")):
        chain: list[Candidate] = []
        for one in group:
            if chain and not _goes_on(chain[-1], one):
                yield _passage(chain)
                chain = []
            chain.append(one)
        yield _passage(chain)


def _passage(chain: Sequence[Candidate]) -> _Passage:
    return _Passage(tuple(chain), plain(chain[0].text, [span for one in chain for span in one.content]))


def _goes_on(one: Candidate, two: Candidate) -> bool:
    """Whether the second statement is the first one's speech after an interruption by a cue."""
    if one.kind != "direct" or (one.person, one.asserted, one.asked) != (two.person, two.asserted, two.asked):
        return False
    end, start = one.content[-1].end, two.content[0].start
    between = Span(end, max(end, start))
    return start > end and bool(between.cut(one.text).strip()) and interrupted(one.text, between)


def _evidence(claim: Plain, passages: Sequence[_Passage], asked: bool) -> Iterator[Evidence]:
    found = [one for passage in passages if (one := _compare(claim, passage))]
    everyone = [candidate for passage in passages for candidate in passage.candidates]
    for one in found:
        if not _is_inner(one, everyone) and not _told_better(one, claim, found):
            yield replace(one, verdict=_verdict(one, asked))


def _compare(claim: Plain, passage: _Passage) -> Evidence | None:
    match = matched(claim, passage.content)
    if passage.first.kind == "direct":
        match = match or altered(claim, passage.content)
        return _of_match(match, passage) if match else _reported(claim, passage)
    if match and match.wording != "altered":
        return replace(_of_match(match, passage), wording="reported", score=max(match.score, STRONG))
    return _reported(claim, passage)


def _of_match(match: Match, passage: _Passage) -> Evidence:
    """The evidence of a match; its candidate is the first whose words the claim has."""
    reached = [
        one for one in passage.candidates if any(span.overlaps(own) for span in match.spans for own in one.content)
    ] or [passage.first]
    return Evidence(
        reached[0], "not_found", match.wording, match.spans, match.missing, match.changes, match.score, match.negation,
        tuple(one.address for one in reached[1:]),
    )  # fmt: skip


def _reported(claim: Plain, passage: _Passage) -> Evidence | None:
    """The meaning of the claim in other words."""
    best: Evidence | None = None
    for one in passage.candidates:
        words = " … ".join(span.cut(one.text) for span in one.content)
        score = reported(claim.text, words, one.kind)
        if score and (best is None or score > best.score):
            best = Evidence(one, "not_found", "reported", one.content, score=score)
    return best


def _is_inner(one: Evidence, everyone: Sequence[Candidate]) -> bool:
    """Whether the words lie in a smaller statement within this one, and so are that one's."""
    own = one.candidate
    return any(
        other.article == own.article
        and other.address not in (own.address, *one.joined)
        and _size(other) < _size(own)
        and (other.kind == "direct" or not other.asserted or other.person != own.person)
        and all(any(outer.covers(span) for outer in other.content) for span in one.spans)
        for other in everyone
    )


def _told_better(one: Evidence, claim: Plain, found: Sequence[Evidence]) -> bool:
    """Whether a statement within this one, or around it, has more of the claim; of two that have as much, the inner."""
    for other in found:
        exact = {one.wording, other.wording} & {"verbatim", "cut"}
        if exact or other.candidate.article != one.candidate.article:
            continue
        inner, outer = sorted((one, other), key=lambda evidence: _size(evidence.candidate))
        if inner is not outer and _within(inner.candidate, outer.candidate):
            less, more = (compared(claim, plain(e.candidate.text, e.candidate.content)) for e in (inner, outer))
            better = outer if more.equal > less.equal else inner
            return one is not better
    return False


def _within(inner: Candidate, outer: Candidate) -> bool:
    return _size(inner) < _size(outer) and all(any(o.covers(i) for o in outer.content) for i in inner.content)


def _size(candidate: Candidate) -> int:
    return sum(map(len, candidate.content))


def _verdict(one: Evidence, asked: bool) -> Verdict:
    if not one.candidate.asserted:
        return "not_asserted"
    if asked and not one.candidate.asked:
        return "other_speaker"
    return one.wording


_ORDER = {"verbatim": 0.0, "cut": 1.0, "altered": 2.0, "reported": 3.0}


def _rank(one: Evidence) -> tuple[float, float, float]:
    """What comes first is smaller: see "Which evidence decides" in docs/design/check.md."""
    order = _ORDER[one.wording]
    weak = one.wording == "reported" and one.score < STRONG
    unknown = 0.1 if one.candidate.asked is None else 0.0
    if one.verdict == "not_asserted":
        about_them = one.candidate.asked is not False
        first = 6.0 if not about_them else 4.0 if order else 1.4
    elif one.verdict == "other_speaker":
        first = (5.0 if order else 1.5) + unknown + (2.0 if weak else 0.0)
    else:
        first = order + (2.5 if weak else 0.0)
    return first, order, -one.score
