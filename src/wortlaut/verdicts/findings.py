"""Candidates, the evidence that they give, and what is found; which evidence decides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from wortlaut.differences import Change
from wortlaut.statements import Kind
from wortlaut.text import Span
from wortlaut.verdicts.matching import Missing, Wording

Verdict = Literal["verbatim", "cut", "altered", "reported", "other_speaker", "not_asserted", "not_found"]
VERDICTS: tuple[Verdict, ...] = (
    "verbatim", "cut", "altered", "reported", "other_speaker", "not_asserted", "not_found",
)  # fmt: skip


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

    @cached_property
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

    `compared` are the words that were compared: the claim without marks and cue. `unchecked` is what was left aside, as
    "sagte Klara Brandt": whether she did is checked only where she is the person asked for. Without evidence the
    verdict is `not_found`: nothing in what was searched, never "he did not say it".
    """

    claim: str
    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    compared: str = ""
    unchecked: str = ""

    @property
    def contested(self) -> bool:
        """Whether other evidence says that the same person did not say it."""
        said_by = self.evidence[0].candidate.person if self.evidence else None
        denials = [one for one in self.evidence if one.verdict == "not_asserted" and one.candidate.person == said_by]
        return self.verdict != "not_asserted" and bool(denials)


def verdict_on(one: Evidence, asked: bool) -> Verdict:
    """The verdict on one candidate alone; `asked`: whether a person was asked for."""
    if not one.candidate.asserted:
        return "not_asserted"
    if asked and not one.candidate.asked:
        return "other_speaker"
    return one.wording


LAST = 99.0  # the place of no evidence
STRONG = 0.75  # score of a report from which on it comes before the same words of somebody else
_ORDER = {"verbatim": 0.0, "cut": 1.0, "altered": 2.0, "reported": 3.0}


def rank(one: Evidence) -> tuple[float, float, float]:
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
