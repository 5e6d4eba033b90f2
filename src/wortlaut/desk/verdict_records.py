"""A verdict with its evidence as plain values, so that a report says in years what it said when it was made."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from wortlaut import record
from wortlaut.archive.checking import Checked, Passage, Searched
from wortlaut.differences import Change
from wortlaut.errors import ArchiveError, WortlautError
from wortlaut.kept import Kept
from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.text import Span
from wortlaut.verdicts import Candidate, Evidence, Finding, Missing, Verdict

FORM = 1  # of the record
_EVIDENCE = b',"evidence":['  # behind the head of a record; no string has it, for its quotation marks are escaped there
_PIECE = 2048  # bytes that are unpacked at once


@dataclass(frozen=True)
class Made:
    """A verdict, and what made it: the archive's name, the model that read its articles, the version of Wortlaut."""

    checked: Checked
    archive: str
    model: str
    version: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a list tells of a verdict. `person` is who was asked for."""

    claim: str
    person: str | None
    verdict: Verdict


def pack(made: Made) -> bytes:
    """All that a report needs, packed. Of each article its whole text is kept, and the statements that are evidence.

    What `head()` tells stands before all evidence, so that a list need not unpack the rest.
    """
    held = _articles(made.checked)
    values = {
        "form": FORM,
        "archive": made.archive,
        "model": made.model,
        "version": made.version,
        "person": made.checked.person,
        "finding": _finding(made.checked.finding),
        "searched": _searched(made.checked.searched),
        "articles": {address: _kept(kept) for address, kept in held.items()},
        "evidence_of": list(made.checked.kept),
        "passages": [[_address(one.kept), one.span.start, one.span.end] for one in made.checked.passages],
    }
    return zlib.compress(json.dumps(values, separators=(",", ":")).encode("ascii"), 9)


def unpack(data: bytes) -> Made:
    """The verdict. Raises ArchiveError where it is damaged."""
    try:
        values: dict[str, Any] = json.loads(zlib.decompress(data))
        if values["form"] != FORM:
            raise ArchiveError(f"a report has form {values['form']!r}; it was made by a newer Wortlaut")
        return Made(_checked(values), values["archive"], values["model"], values["version"])
    except (WortlautError, zlib.error, KeyError, TypeError, ValueError, StopIteration) as error:
        raise _damaged(error) from error


def head(data: bytes) -> Head:
    """The head of a packed record; what stands behind it is not unpacked. Raises ArchiveError where it is damaged."""
    try:
        values = json.loads(_beginning(data) + b"}}")
        return Head(values["finding"]["claim"], values["person"], values["finding"]["verdict"])
    except (zlib.error, KeyError, TypeError, ValueError) as error:
        raise _damaged(error) from error


def _beginning(data: bytes) -> bytes:
    unpacker, read = zlib.decompressobj(), b""
    while _EVIDENCE not in read:
        some = unpacker.decompress(data, _PIECE)
        if not some:
            raise ValueError("it ends before its evidence")
        read, data = read + some, unpacker.unconsumed_tail
    return read.partition(_EVIDENCE)[0]


def _damaged(error: Exception) -> ArchiveError:
    return ArchiveError(f"a report is damaged ({error!r}); remove it, or restore a backup")


def addresses(checked: Checked) -> list[str]:
    """The versions of articles that a verdict quotes, as "17.2"."""
    return list(_articles(checked))


# Into plain values


def _articles(checked: Checked) -> dict[str, Kept]:
    """All articles by their addresses, with the statements alone that are shown."""
    used = {one.candidate.address for one in checked.finding.evidence}
    held = {_address(one.kept): one.kept for one in checked.passages} | dict(checked.kept)
    return {address: _pruned(kept, used) for address, kept in held.items()}


def _pruned(kept: Kept, used: Collection[str]) -> Kept:
    analysis = kept.analysis
    chosen = tuple(one for one in analysis.statements if kept.address(one) in used)
    wanted = {id for one in chosen for id in (one.person, *one.relayed_by)}
    wanted |= {id for one in analysis.people if one.id in wanted for id in one.members}
    people = tuple(one for one in analysis.people if one.id in wanted)
    return replace(
        kept,
        analysis=Analysis(analysis.article, (), chosen, people),
        people={one.id: kept.people[one.id] for one in people if one.id in kept.people},
        utterances={one.id: kept.utterances[one.id] for one in chosen if one.id in kept.utterances},
    )


def _address(kept: Kept) -> str:
    return f"{kept.article}.{kept.version}"


def _kept(kept: Kept) -> dict[str, Any]:
    return {
        "article": kept.article,
        "version": kept.version,
        "added": kept.added.isoformat() if kept.added else None,
        "people": dict(kept.people),
        "utterances": dict(kept.utterances),
        "story": kept.story,
        "model": kept.model,
        "latest": kept.latest,
        "record": record.to_dict(kept.analysis, words=False),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "claim": finding.claim,
        "verdict": finding.verdict,
        "compared": finding.compared,
        "unchecked": finding.unchecked,
        "evidence": [_evidence(one) for one in finding.evidence],
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    candidate = one.candidate
    return {
        "address": candidate.address,
        "person": candidate.person,
        "asked": candidate.asked,
        "date": candidate.date,
        "verdict": one.verdict,
        "wording": one.wording,
        "spans": _pairs(one.spans),
        "missing": [asdict(missing) for missing in one.missing],
        "changes": [asdict(change) for change in one.changes],
        "score": one.score,
        "negation": one.negation,
        "joined": list(one.joined),
    }


def _searched(searched: Searched) -> dict[str, Any]:
    return {
        "articles": searched.articles,
        "outlets": searched.outlets,
        "since": searched.since.isoformat() if searched.since else None,
        "until": searched.until.isoformat() if searched.until else None,
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


# And back


def _checked(values: Mapping[str, Any]) -> Checked:
    held = {address: _kept_again(one) for address, one in values["articles"].items()}
    given = values["finding"]
    finding = Finding(
        given["claim"], given["verdict"], tuple(_evidence_again(one, held) for one in given["evidence"]),
        given["compared"], given["unchecked"],
    )  # fmt: skip
    searched = values["searched"]
    return Checked(
        finding, values["person"],
        Searched(searched["articles"], searched["outlets"], _day(searched["since"]), _day(searched["until"])),
        {address: held[address] for address in values["evidence_of"]},
        tuple(Passage(held[address], Span(start, end)) for address, start, end in values["passages"]),
    )  # fmt: skip


def _kept_again(given: Mapping[str, Any]) -> Kept:
    return Kept(
        record.from_dict(given["record"]), given["article"], given["version"],
        datetime.fromisoformat(given["added"]) if given["added"] else None, people=given["people"],
        utterances=given["utterances"], story=given["story"], model=given["model"], latest=given["latest"],
    )  # fmt: skip


def _evidence_again(given: Mapping[str, Any], held: Mapping[str, Kept]) -> Evidence:
    address, _, name = given["address"].partition("/")
    kept = held[address]
    candidate = _candidate(given, kept, next(one for one in kept.analysis.statements if one.id == name))
    return Evidence(
        candidate, given["verdict"], given["wording"], tuple(Span(*pair) for pair in given["spans"]),
        tuple(Missing(one["place"], one["words"], Span(**one["span"])) for one in given["missing"]),
        tuple(_changes_again(given["changes"])), given["score"], given["negation"], tuple(given["joined"]),
    )  # fmt: skip


def _candidate(given: Mapping[str, Any], kept: Kept, statement: Statement) -> Candidate:
    article = kept.analysis.article
    return Candidate(
        given["address"], article.text, statement.content, statement.kind, statement.asserted, given["person"],
        given["asked"], given["date"], article.outlet, article.source, article.title,
    )  # fmt: skip


def _changes_again(given: Iterable[Mapping[str, Any]]) -> Iterator[Change]:
    for one in given:
        yield Change(one["kind"], one["old"], one["new"], Span(**one["old_span"]), Span(**one["new_span"]))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
