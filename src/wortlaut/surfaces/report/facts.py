"""What every report says, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from urllib.parse import quote

from wortlaut import __version__
from wortlaut.archive.checking import Checked, Passage
from wortlaut.kept import Kept
from wortlaut.surfaces.characters import shortened, visible
from wortlaut.surfaces.evidence import Shown, chosen, days, earliest, extent, headline, shown, warnings
from wortlaut.surfaces.words import Language, counted, date, words
from wortlaut.text import Span, text_hash

FULL = 12  # pieces of evidence that are shown with their words
_CITED = 120  # columns of the quotation in the line to cite
_NAMES = 400  # columns of a title, name or address


@dataclass(frozen=True, slots=True)
class Fact:
    """Something with a name; `code` says that it is to be copied rather than read, `link` where it is to be seen."""

    name: str
    value: str
    code: bool = False
    link: str | None = None


@dataclass(frozen=True)
class Report:
    """A verdict with all that a report says about it. `made` is when the report was made, by which `version` of
    Wortlaut; `link` is where it is kept, `app` where the pages of the app begin to which evidence is linked.
    """

    checked: Checked
    archive: str
    made: datetime
    language: Language
    model: str | None = None
    version: str = __version__
    link: str | None = None
    app: str | None = None

    def told_in(self, language: Language) -> Report:
        """The same in a language of the interface."""
        return self if language == self.language else replace(self, language=language)

    @cached_property
    def say(self) -> Mapping[str, str]:
        """The words of the interface."""
        return words(self.language)

    @property
    def name(self) -> str:
        """What the page is called beside its verdict."""
        return self.say["report"]

    @cached_property
    def evidence(self) -> Sequence[Shown]:
        """All evidence, best first."""
        return shown(self.checked)

    @cached_property
    def full(self) -> Sequence[Shown]:
        """The evidence that is shown with its words."""
        return chosen(self.evidence, FULL)

    @cached_property
    def rest(self) -> Sequence[Shown]:
        """The evidence of which the place alone is told."""
        told = {one.number for one in self.full}
        return [one for one in self.evidence if one.number not in told]

    @property
    def title(self) -> str:
        """The verdict in a few words."""
        return self.say[f"verdict.{self.checked.finding.verdict}.long"]

    @property
    def meaning(self) -> str:
        """The verdict in a sentence."""
        return headline(self.say, self.checked)

    @property
    def warnings(self) -> Sequence[str]:
        """What must not be overlooked; of nothing found, that it is no denial."""
        found = warnings(self.say, self.checked)
        return [*found, self.say["not_found.caution"]] if self.checked.finding.verdict == "not_found" else found

    @property
    def time(self) -> str:
        """When the report was made, in words."""
        made = self.made.astimezone(UTC) if self.made.tzinfo else self.made
        told = date(self.say, made.isoformat(timespec="minutes"))
        return f"{told} UTC" if self.made.tzinfo else told

    @property
    def summary(self) -> Iterator[Fact]:
        """Who was asked for, what was published first, and the outlets."""
        say, first = self.say, earliest(self.evidence, self.checked)
        if self.checked.person:
            yield Fact(say["person.asked"], shortened(self.checked.person, _NAMES))
        verdict = self.checked.finding.verdict
        own = [one.evidence.candidate for one in self.evidence if one.evidence.verdict == verdict]
        if first is not None:
            candidate = first.evidence.candidate
            known = (*days(say, first), candidate.outlet, candidate.title)
            told = " · ".join(shortened(given, _NAMES) for given in known if given)
            yield Fact(say["first"], f"{told} ({say['evidence']} {first.number})")
        outlets = list(dict.fromkeys(one.outlet for one in own if one.outlet))
        if len(outlets) > 1:
            yield Fact(say["outlets"], ", ".join(shortened(name, _NAMES) for name in outlets))

    @property
    def extent(self) -> str:
        """What was searched."""
        return extent(self.say, self.checked)

    @property
    def method(self) -> Iterator[Fact]:
        """By what, where, and how the quotation was compared."""
        say = self.say
        by = f"Wortlaut {self.version}"
        yield Fact(say["report.by"], f"{by}, {say['report.model']} {self.model}" if self.model else by)
        yield Fact(say["report.archive"], visible(self.archive), code=True)
        yield Fact(say["searched"], self.extent)
        if self.checked.finding.compared:
            yield Fact(say["report.compared"], visible(self.checked.finding.compared), code=True)
        yield Fact(say["report.time"], self.time)

    @property
    def citation(self) -> str:
        """The line to cite the report by."""
        cited = self.say["report.citation"].format(
            version=self.version, claim=self.quoted, person=self._asked, verdict=self._verdict,
            extent=self.extent, archive=visible(self.archive), time=self.time,
        )  # fmt: skip
        return f"{cited} {visible(self.link)}" if self.link else cited

    @property
    def quoted(self) -> str:
        """The quotation in one line, without its marks."""
        return shortened(visible(self.checked.finding.claim), _CITED).strip("„“”»«\"' ")

    @property
    def judged(self) -> str:
        """The verdict, on whom, and what was searched, in one line."""
        return f"{self.title}{self._asked}. {self.say['searched']}: {self.extent}."

    @property
    def _verdict(self) -> str:
        return self.say[f"verdict.{self.checked.finding.verdict}"]

    @property
    def _asked(self) -> str:
        return f" ({shortened(visible(self.checked.person), _CITED)})" if self.checked.person else ""


def places(report: Report, one: Shown) -> Iterator[Fact]:
    """Where exactly a piece of evidence stands."""
    yield from _places(report, one.kept, one.text, one.place, one.evidence.candidate.address)


def passage_places(report: Report, one: Passage) -> Iterator[Fact]:
    """The same of words that stand outside of a statement."""
    address = f"{one.kept.article}.{one.kept.version}"
    yield from _places(report, one.kept, one.kept.analysis.article.text, one.span, address)


def _places(report: Report, kept: Kept, text: str, span: Span, address: str) -> Iterator[Fact]:
    say, article = report.say, kept.analysis.article
    if article.title:
        yield Fact(say["report.title"], shortened(article.title, _NAMES))
    if article.outlet:
        yield Fact(say["asked.outlet"], shortened(article.outlet, _NAMES))
    if article.published:
        yield Fact(say["report.published"], shortened(date(say, article.published), _NAMES))
    if article.source:
        yield Fact(say["report.source"], shortened(article.source, _NAMES), code=True)
    place = say["place.at"].format(start=span.start, end=span.end)
    yield Fact(say["report.place"], say["report.of"].format(place=place, length=len(text)))
    added = f", {say['report.added']} {date(say, kept.added.date().isoformat())}" if kept.added else ""
    yield Fact(say["report.version"], f"{kept.version}{added}")
    yield Fact(say["report.address"], visible(address), code=True, link=_page(report, address))
    yield Fact("SHA-256", text_hash(text).hex(), code=True)


def _page(report: Report, address: str) -> str | None:
    """Where the app shows a statement or, of an address such as "17.2", an article."""
    if report.app is None:
        return None
    return f"{report.app}/{'statements' if '/' in address else 'articles'}/{quote(address)}"


def brief(report: Report, one: Shown) -> str:
    """A piece of evidence in a line: verdict, days, outlet, place."""
    say, candidate = report.say, one.evidence.candidate
    known = (
        say[f"verdict.{one.evidence.verdict}"], *days(say, one), candidate.outlet,
        say["place.at"].format(start=one.place.start, end=one.place.end), candidate.address,
    )  # fmt: skip
    return " · ".join(shortened(given, _NAMES) for given in known if given)


def heading(report: Report, one: Shown) -> str:
    """What stands above a piece of evidence: its number, outlet and days."""
    known = (one.evidence.candidate.outlet, *days(report.say, one))
    return f"{one.number}. " + " · ".join(shortened(given, _NAMES) for given in known if given)


def who(report: Report, one: Shown) -> str:
    """Who is said to have said it, with functions."""
    return ", ".join(filter(None, (one.voice.name or report.say["unnamed"], one.voice.roles)))


def remarks(report: Report, one: Shown) -> Sequence[str]:
    """The verdict on this evidence alone, how the words stand there, and of which kind the statement is."""
    say, evidence = report.say, one.evidence
    told = [say[f"verdict.{evidence.verdict}"]]
    if evidence.wording != evidence.verdict:
        told.append(say[f"verdict.{evidence.wording}"])
    return [*told, say[f"kind.{evidence.candidate.kind}"]]


def title_of_evidence(report: Report) -> str:
    """The heading above all evidence."""
    return counted(report.say, "evidence", len(report.evidence)) if report.evidence else report.say["evidence.none"]
