"""What a verdict rests on, ready to be shown: the evidence with its articles and statements, and who made these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wortlaut.archive.checking import Checked
from wortlaut.kept import Kept, before, published, published_on
from wortlaut.statements import Statement
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.chronology import day_in_words, days_in_words
from wortlaut.surfaces.excerpt import AROUND, Bit, excerpt
from wortlaut.surfaces.voices import Voice, Voices
from wortlaut.surfaces.words import counted, number
from wortlaut.text import Span
from wortlaut.verdicts import Evidence, Verdict

_ROLES = ("speaker", "cue", "addressee")
_OTHERWISE = frozenset({"cut", "altered", "not_asserted"})
_NAMES = 160  # columns of an outlet


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of evidence with its article and its statement."""

    number: int
    evidence: Evidence
    kept: Kept
    statement: Statement
    voice: Voice

    @property
    def text(self) -> str:
        """The article's text."""
        return self.evidence.candidate.text

    @property
    def place(self) -> Span:
        """From the first to the last code point of the words."""
        spans = self.evidence.spans or self.evidence.candidate.content
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def bits(self, around: int = AROUND) -> tuple[Bit, ...]:
        """The statement in its context; the words of the claim are "sought" where they are a part of it."""
        roles = {role: self.statement.spans(role) for role in _ROLES}
        content = self.evidence.candidate.content
        words = () if self.evidence.wording == "reported" or _is_all(self.evidence.spans, content) else ("sought",)
        return excerpt(self.text, content, roles | dict.fromkeys(words, self.evidence.spans), around=around)


def shown(checked: Checked) -> list[Shown]:
    """All evidence in its order, best first, numbered from 1."""
    voices = Voices()
    return [_shown(checked.kept, voices, one, place) for place, one in enumerate(checked.finding.evidence, start=1)]


def chosen(evidence: Sequence[Shown], most: int) -> list[Shown]:
    """The first `most`, and of each verdict that is not among them its first: what speaks against is not left out."""
    first = list(evidence[:most])
    told = {one.evidence.verdict for one in first}
    for one in evidence[most:]:
        if one.evidence.verdict not in told:
            told.add(one.evidence.verdict)
            first.append(one)
    return first


def earliest(evidence: Sequence[Shown], checked: Checked) -> Shown | None:
    """The evidence for the verdict that was published first, None where none has a day of publication."""
    first = checked.first
    return next((one for one in evidence if one.evidence is first), None)


def earlier_otherwise(evidence: Sequence[Shown], verdict: Verdict) -> list[Shown]:
    """The evidence that has the words of the same person cut, altered or denied, and was published before all that
    carries the verdict, the earliest first. None of verdicts that do not say that the words are right.
    """
    proof = [one for one in evidence if one.evidence.verdict == verdict]
    dated = [one.kept for one in proof if published_on(one.kept)]
    if verdict not in ("verbatim", "cut") or not dated:
        return []
    said_by, first = {one.voice.place for one in proof} - {None}, min(dated, key=published)
    others = [one for one in evidence if one.evidence.verdict in _OTHERWISE - {verdict} and one.voice.place in said_by]
    return sorted((one for one in others if before(one.kept, first)), key=lambda one: published(one.kept))


def headline(say: Mapping[str, str], checked: Checked) -> str:
    """The verdict in a sentence, with who was asked for and whom the words are ascribed to."""
    finding, person = checked.finding, checked.person
    if finding.verdict == "not_found":
        return say["means.not_found"]
    if finding.verdict == "other_speaker":
        who = next((one.candidate.person for one in finding.evidence if one.verdict == "other_speaker"), None)
        key = "means.other_speaker" if who else "means.other_speaker.nobody"
        return say[key].format(who=who, person=person)
    key = f"means.{finding.verdict}"
    return say[f"{key}.person"].format(person=person) if person else say[key]


def warnings(say: Mapping[str, str], checked: Checked) -> list[str]:
    """What a reader must not overlook."""
    found = []
    if any(one.negation for one in checked.finding.evidence if one.verdict == checked.finding.verdict):
        found.append(say["warning.negation"])
    if checked.finding.contested:
        found.append(say["warning.contested"])
    if otherwise := earlier_otherwise(shown(checked), checked.finding.verdict):
        found.append(_otherwise(say, otherwise))
    proof = [one for one in checked.finding.evidence if one.verdict == checked.finding.verdict]
    if proof and not any(checked.kept[one.candidate.article].latest for one in proof):
        found.append(say["warning.changed"])
    if checked.passages:
        found.append(say["warning.passages"])
    return found


def extent(say: Mapping[str, str], checked: Checked) -> str:
    """What was searched: how many articles, outlets, which days."""
    searched = checked.searched
    told = say["searched.extent"].format(
        articles=counted(say, "articles", searched.articles), outlets=counted(say, "outlets.of", searched.outlets)
    )
    if searched.since and searched.until:
        days = (day_in_words(say, searched.since), day_in_words(say, searched.until))
        told += ", " + (days[0] if days[0] == days[1] else say["searched.days"].format(since=days[0], until=days[1]))
    return told


def days(say: Mapping[str, str], one: Shown) -> list[str]:
    """When its article was published and, where that is another day, when the words were said; in words."""
    given = one.evidence.candidate.date
    return days_in_words(say, one.kept, date.fromisoformat(given) if given else None)


def share(say: Mapping[str, str], verdicts: Sequence[Verdict]) -> str:
    """How many articles there are of each verdict, in one line."""
    counts = {verdict: verdicts.count(verdict) for verdict in dict.fromkeys(verdicts)}
    return ", ".join(f"{number(say, count)} {say[f'verdict.{verdict}']}" for verdict, count in counts.items())


def _shown(held: Mapping[str, Kept], voices: Voices, one: Evidence, place: int) -> Shown:
    kept, name = held[one.candidate.article], one.candidate.address.partition("/")[2]
    statement = next(own for own in kept.analysis.statements if own.id == name)
    return Shown(place, one, kept, statement, voices.of(kept, statement))


def _otherwise(say: Mapping[str, str], evidence: Sequence[Shown]) -> str:
    """Told with the day of publication, for a later article may quote what was said before."""
    first, key = evidence[0], "warning.otherwise.one" if len(evidence) == 1 else "warning.otherwise.many"
    outlet = first.evidence.candidate.outlet
    return say[key].format(
        count=number(say, len(evidence)), day=day_in_words(say, published_on(first.kept)),
        outlet=shortened(outlet, _NAMES) if outlet else say["outlet.none"],
    )  # fmt: skip


def _is_all(spans: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether the words are the whole content, but for quotation marks."""
    return sum(map(len, content)) - sum(map(len, spans)) <= 2 * len(content)
