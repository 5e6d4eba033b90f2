"""What a verdict rests on, ready to be shown: the evidence with its articles and statements, and who made these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from wortlaut.archive.checking import Checked
from wortlaut.kept import Kept
from wortlaut.statements import Statement
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.chronology import before, day_in_words, published, published_on
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
    """A piece of evidence; `kept` and `statement` are None where the verdict came without its articles."""

    number: int
    evidence: Evidence
    kept: Kept | None
    statement: Statement | None
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

    @property
    def version(self) -> int | None:
        """Which version of the article it is, from 1 on."""
        return self.kept.version if self.kept else None

    def bits(self, around: int = AROUND) -> tuple[Bit, ...]:
        """The statement in its context; the words of the claim are "sought" where they are a part of it."""
        own = self.statement
        roles = {role: own.spans(role) for role in _ROLES} if own else {}
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


def earliest(evidence: Sequence[Shown]) -> Shown | None:
    """The earliest evidence for the verdict, None where none has a date. Of one day, who tells the hour comes first."""
    own = [one for one in evidence if one.evidence.verdict == evidence[0].evidence.verdict]
    dated = [one for one in own if one.evidence.candidate.date]
    return min(dated, key=lambda one: (one.evidence.candidate.date or "", _hour(one)), default=None)


def earlier_otherwise(evidence: Sequence[Shown], verdict: Verdict) -> list[Shown]:
    """The evidence that has the words of the same person cut, altered or denied, and was published before all that
    carries the verdict, the earliest first. None of verdicts that do not say that the words are right.
    """
    proof = [one for one in evidence if one.evidence.verdict == verdict]
    dated = [one.kept for one in proof if one.kept and published_on(one.kept)]
    if verdict not in ("verbatim", "cut") or not dated:
        return []
    said_by, first = {one.voice.place for one in proof} - {None}, min(dated, key=published)
    others = [one for one in evidence if one.evidence.verdict in _OTHERWISE - {verdict} and one.voice.place in said_by]
    return sorted((one for one in others if one.kept and before(one.kept, first)), key=_published)


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


def day(say: Mapping[str, str], written: str | None) -> str:
    """The ISO 8601 day of a candidate in words; what is none is shown as it is."""
    if not written:
        return say["undated"]
    try:
        return day_in_words(say, date.fromisoformat(written))
    except ValueError:
        return written


def share(say: Mapping[str, str], verdicts: Sequence[Verdict]) -> str:
    """How many articles there are of each verdict, in one line."""
    counts = {verdict: verdicts.count(verdict) for verdict in dict.fromkeys(verdicts)}
    return ", ".join(f"{number(say, count)} {say[f'verdict.{verdict}']}" for verdict, count in counts.items())


def _shown(held: Mapping[str, Kept], voices: Voices, one: Evidence, place: int) -> Shown:
    kept = held.get(one.candidate.article)
    name = one.candidate.address.partition("/")[2]
    statement = next((own for own in kept.analysis.statements if own.id == name), None) if kept else None
    voice = voices.of(kept, statement) if kept and statement else voices.named(one.candidate.person)
    return Shown(place, one, kept, statement, voice)


def _otherwise(say: Mapping[str, str], evidence: Sequence[Shown]) -> str:
    """Told with the day of publication, for a later article may quote what was said before."""
    first, key = evidence[0], "warning.otherwise.one" if len(evidence) == 1 else "warning.otherwise.many"
    outlet = first.evidence.candidate.outlet
    return say[key].format(
        count=number(say, len(evidence)), day=day_in_words(say, published_on(first.kept) if first.kept else None),
        outlet=shortened(outlet, _NAMES) if outlet else say["outlet.none"],
    )  # fmt: skip


def _published(one: Shown) -> tuple[date, datetime]:
    return published(one.kept) if one.kept else (date.max, datetime.max.replace(tzinfo=UTC))


def _hour(one: Shown) -> datetime:
    return _published(one)[1]


def _is_all(spans: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether the words are the whole content, but for quotation marks."""
    return sum(map(len, content)) - sum(map(len, spans)) <= 2 * len(content)
