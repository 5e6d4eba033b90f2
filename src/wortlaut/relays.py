"""relays(): who passes a statement on: the medium that reports it, or somebody in whose own words it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from wortlaut.languages import de_people as grammar
from wortlaut.speakers import Speakers
from wortlaut.statements import Statement, outer_first


def relays(speakers: Speakers) -> dict[str, list[int]]:
    """For each statement's id the numbers of its relays in the cast."""
    passed_on: dict[int, list[int]] = {}
    return {s.id: _relays(s, speakers, passed_on) for s in sorted(speakers.statements, key=outer_first)}


def _relays(statement: Statement, speakers: Speakers, passed_on: dict[int, list[int]]) -> list[int]:
    """`passed_on` holds the relays of each person's last statement with a cue, which those that carry it on share."""
    own, phrase = speakers.found.get(statement.id), speakers.phrases[statement.id]
    found = _told_to(phrase, speakers)
    if speakers.relaying(statement) is not None or speakers.cites(statement):
        found += _media_of(phrase, speakers)
    found += _media_of(speakers.reading.tokens_of(statement.addressee), speakers)
    # "im Interview mit der Zeitung", "im ZDF": in the frame, beside the speaker
    found += _media_of((i for i in speakers.reading.tokens_of(statement.frame) if i not in phrase), speakers)
    outer = speakers.by_id.get(statement.within or "")
    if outer is not None and phrase and (link := speakers.found.get(outer.id)):
        found.append(link.number)  # told by somebody within his own words
    if own and not statement.cue:
        found += passed_on.get(own.number, [])
    elif own:
        passed_on[own.number] = found
    return [n for n in dict.fromkeys(found) if not own or n != own.number]


def _told_to(phrase: Sequence[int], speakers: Speakers) -> list[int]:
    """The medium behind a name: "sagte Brandt dem „Boten“", where the speaker's words hold both."""
    inside = [speakers.at[i] for i in phrase if i in speakers.at]
    return [
        link.number
        for name, medium in pairwise(inside)
        if name.kind in ("person", "unnamed") and medium.media and medium.determiner
        and (name.name or speakers.words.low(medium.first) == "dem")
        and 0 <= medium.first - name.after <= 1 and (link := speakers.links[medium.head])
    ]  # fmt: skip


def _media_of(tokens: Iterable[int], speakers: Speakers) -> list[int]:
    """The media that are mentioned at the tokens and have a name; platforms on which people write are none."""
    links = [speakers.links.get(index) for index in tokens if index in speakers.at]
    known = [speakers.cast.known[link.number] for link in links if link]
    named = [k for k in known if k.media and k.name and k.name[0].lower() not in grammar.PLATFORMS]
    return [k.number for k in named if not k.nouns & grammar.PLATFORM_NOUNS]
