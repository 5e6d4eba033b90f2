"""judge(): did they really say that. A verdict on a claim, with its evidence; see docs/design/check.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from wortlaut.claims import readings, unchecked
from wortlaut.text import Span
from wortlaut.verdicts.alterations import altered, compared
from wortlaut.verdicts.findings import LAST, STRONG, Candidate, Evidence, Finding, Verdict, rank, verdict_on
from wortlaut.verdicts.matching import Match, matched
from wortlaut.verdicts.reports import reported
from wortlaut.wording import Plain, interrupted, plain


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
    findings = [_finding(claim, reading, passages, asked) for reading in read]
    whole = best = findings[0]
    for one in findings[1:]:
        if _place(one) < _place(best) and not _reaches_further(whole, one):
            best = one
    return best


def _finding(claim: str, reading: Plain, passages: Sequence[_Passage], asked: bool) -> Finding:
    evidence = sorted(_evidence(reading, passages, asked), key=lambda one: (*rank(one), one.candidate.address))
    verdict: Verdict = evidence[0].verdict if evidence else "not_found"
    return Finding(claim, verdict, tuple(evidence), reading.text, unchecked(reading))


def _place(finding: Finding) -> float:
    return rank(finding.evidence[0])[0] if finding.evidence else LAST


def _reaches_further(whole: Finding, framed: Finding) -> bool:
    """Whether what was taken for a cue is itself part of a quotation: „Oma hat immer gesagt: ‚Schreib das auf!‘“"""
    inner = framed.evidence[0]
    return any(
        one.wording != "reported"
        and one.candidate.article == inner.candidate.article
        and all(any(outer.covers(span) for outer in one.spans) for span in inner.spans)
        and _holds(one, framed.unchecked)
        for one in whole.evidence
    )


def _holds(one: Evidence, frame: str) -> bool:
    """Whether half of the words of the supposed cue stand in the quotation."""
    there = {word.lower() for word in plain(one.candidate.text, one.spans).words}
    words = [word.lower() for word in plain(frame).words]
    return 2 * sum(word in there for word in words) >= len(words)


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
    beside: defaultdict[str, list[Candidate]] = defaultdict(list)
    for passage in passages:
        beside[passage.first.article] += passage.candidates
    for one in found:
        if not _is_inner(one, beside[one.candidate.article]) and not _told_better(one, claim, found):
            yield replace(one, verdict=verdict_on(one, asked))


def _compare(claim: Plain, passage: _Passage) -> Evidence | None:
    match = matched(claim, passage.content)
    if passage.first.kind == "direct":
        match = match or altered(claim, passage.content)
        told = None if match else _reported(claim, passage)
        match = match or (altered(claim, passage.content, same_meaning=True) if told else None)
        return _of_match(match, passage) if match else told
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


def _is_inner(one: Evidence, beside: Sequence[Candidate]) -> bool:
    """Whether the words lie in a smaller statement of the article within this one, and so are that one's."""
    own = one.candidate
    return any(
        other.address not in (own.address, *one.joined)
        and _size(other) < _size(own)
        and (other.kind == "direct" or not other.asserted or other.person != own.person)
        and all(any(outer.covers(span) for outer in other.content) for span in one.spans)
        for other in beside
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
