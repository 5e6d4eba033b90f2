"""extract(): who said what. The model scores tags and roles; what the scores mean is decided here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from wortlaut.assertion import asserted
from wortlaut.decoding import best_path, marginals
from wortlaut.encoding import Encoded, encode
from wortlaut.grammar import Shown, is_hearsay, labelled, shown, without_indicative
from wortlaut.model import Linked, Model, Segment, Tagged
from wortlaut.reading import Reading
from wortlaut.statements import MEDIA, ROLES, Kind, Statement, nested, outer_first
from wortlaut.text import Span

OTHER_KINDS: tuple[Kind, ...] = ("indirect", "indirect_free_indirect", "free_indirect", "reported")
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class _Found:
    """Segments of one statement; the logits of its roles for the running tokens from `begin` on; its medium."""

    segments: tuple[Segment, ...]
    begin: int
    roles: Floats
    medium: int


def extract(reading: Reading, model: Model) -> tuple[Statement, ...]:
    """The statements of a reading, in order of the text."""
    encoded = encode(reading, model.pieces)
    return statements_of(reading, encoded, model.tag(encoded), model)


def statements_of(reading: Reading, encoded: Encoded, tagged: Tagged, model: Model) -> tuple[Statement, ...]:
    """The statements of one reading that the encoder has already run over."""
    segments = _segments(reading, encoded, tagged, model)
    if not segments:
        return ()
    linked = model.link(encoded, tagged, segments)
    found = [_found(group, segments, linked) for group in _groups(segments, linked, reading, encoded, model)]
    drafts = [_statement(one, reading, encoded, model) for one in found]
    drafts = sorted((draft for draft in drafts if not _only_attributes(draft, drafts)), key=outer_first)
    numbered = nested(tuple(replace(draft, id=f"s{number}") for number, draft in enumerate(drafts, 1)))
    by_id = {statement.id: statement for statement in numbered}
    return tuple(replace(s, asserted=asserted(s, by_id, reading)) for s in numbered)


def _only_attributes(draft: Statement, drafts: Sequence[Statement]) -> bool:
    """Whether an act of speech is but the attribution of another statement: "Das kündigte sie an"."""
    return draft.kind == "reported" and any(
        other.cue and all(draft.content[0].covers(cue) for cue in other.cue)
        for other in drafts
        if other is not draft and not draft.content[0].covers(other.content[0])
    )


def _segments(reading: Reading, encoded: Encoded, tagged: Tagged, model: Model) -> list[Segment]:
    labels = [_shown_segment(one, model) for one in labelled(reading, encoded)]
    direct = _direct(reading, encoded, tagged, model)
    direct = [s for s in direct if not any(_same(s, label) for label in labels)] + labels
    found = direct + [
        s if s.kind != "indirect_free_indirect" else _trimmed(s, reading, encoded)
        for s in _other(tagged, model)
        if not any(_is_quoted(s, quoted) for quoted in direct)
    ]
    taken = np.zeros(len(encoded.tokens), bool)
    for segment in found:
        taken[segment.first : segment.after] = True
    found += [_shown_segment(one, model) for one in shown(reading, encoded, taken)]
    return sorted(found, key=_segment_place)


def _shown_segment(one: Shown, model: Model) -> Segment:
    """What grammar shows, with the share of such sentences that is right on dev."""
    probability = float(model.card["grammar"][one.kind])
    return Segment(one.first, one.after, 0 if one.kind == "direct" else 1, one.kind, probability, one.speaker)


def _is_quoted(other: Segment, quoted: Segment) -> bool:
    """Whether they differ by the quotation marks at most: one statement, not two."""
    return abs(other.first - quoted.first) + abs(other.after - quoted.after) <= 2


def _trimmed(segment: Segment, reading: Reading, encoded: Encoded) -> Segment:
    after = without_indicative(reading, encoded, segment.first, segment.after)
    kind = "free_indirect" if is_hearsay(reading, encoded, segment.first, after) else segment.kind
    return replace(segment, after=after, kind=kind)


def _same(left: Segment, right: Segment) -> bool:
    """Whether they are the same stretch but for a few tokens: one statement, not two."""
    common = min(left.after, right.after) - max(left.first, right.first)
    return common >= 0.8 * (max(left.after, right.after) - min(left.first, right.first))


def _segment_place(segment: Segment) -> tuple[int, int, int]:
    return segment.first, -segment.after, segment.layer


def _direct(reading: Reading, encoded: Encoded, tagged: Tagged, model: Model) -> list[Segment]:
    """Quotations whose tokens are direct speech on average; and direct speech without quotation marks, as in
    interviews.

    In the corpus 597 of 602 direct contents in one piece are exactly a quotation with its marks, so the marks, not
    the tags, say where a quotation begins and ends.
    """
    likely = marginals(tagged.tags[:, :3], model.transitions.direct)
    inside = 1.0 - likely[:, 0]
    threshold = model.card["thresholds"]["direct"]
    starts = [reading.tokens[i].start for i in encoded.tokens]
    found: list[Segment] = []
    taken = np.zeros(len(inside), bool)
    for quotation in reading.quotations:
        first, after = bisect_left(starts, quotation.span.start), bisect_left(starts, quotation.span.end)
        if after - first < 2 or taken[first:after].any():
            continue
        probability = float(inside[first:after].mean())
        if probability >= threshold:
            found.append(Segment(first, after, 0, "direct", probability))
            taken[first:after] = True
        elif quotation.closed:
            taken[first:after] = True  # judged: its tags alone make no statement
    for first, after in _runs(inside >= 0.5, likely[:, 1] >= 0.5):
        if not taken[first:after].any() and after - first >= 3:
            found.append(Segment(first, after, 0, "direct", float(inside[first:after].mean())))
    return found


def _other(tagged: Tagged, model: Model) -> list[Segment]:
    """The runs of the likeliest path."""
    scores = tagged.tags[:, 3:].copy()
    scores[:, 7] += model.card["thresholds"]["reported"]  # rare in the corpus, so the model is shy of it
    inside = 1.0 - marginals(scores, model.transitions.other)[:, 0]
    path = best_path(scores, model.transitions.other)
    found = []
    for first, after in _runs(path > 0, path % 2 == 1):
        probability = float(inside[first:after].mean())
        if probability >= model.card["thresholds"]["other"]:
            found.append(Segment(first, after, 1, OTHER_KINDS[(int(path[first]) - 1) // 2], probability))
    return found


def _runs(inside: NDArray[np.bool_], begins: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The runs of tokens inside, cut before each token at which something begins."""
    starts = inside & (begins | ~np.concatenate([[False], inside[:-1]]))
    stops = np.append(np.flatnonzero(~inside), len(inside))
    heads = np.flatnonzero(starts)
    found = []
    for number, first in enumerate(heads):
        following = heads[number + 1] if number + 1 < len(heads) else len(inside)
        found.append((int(first), int(min(following, stops[np.searchsorted(stops, first)]))))
    return found


def _groups(
    segments: Sequence[Segment], linked: Sequence[Linked], reading: Reading, encoded: Encoded, model: Model
) -> list[list[int]]:
    """Indices of segments by statement: neighbours of one kind that the model or the grammar joins."""
    head = list(range(len(segments)))
    threshold = model.card["thresholds"]["joined"]
    for part in linked:
        for (left, right), logit in zip(part.pairs, part.joined, strict=True):
            one, other = segments[left], segments[right]
            if one.kind == other.kind and (logit >= threshold or _goes_on(one, other, reading, encoded)):
                head[right] = head[left]  # pairs come in order of the left one, so its head is known
    members: dict[int, list[int]] = {}
    for index, first in enumerate(head):
        members.setdefault(first, []).append(index)
    return list(members.values())


def _goes_on(left: Segment, right: Segment, reading: Reading, encoded: Encoded) -> bool:
    """Whether the right quotation goes on with the left one's sentence: „Wir“, sagte er, „gehen“."""
    between = right.first - left.after
    if left.layer != 0 or not 0 < between <= 25 or encoded.sentence[left.after - 1] != encoded.sentence[right.first]:
        return False
    comma = reading.tokens[encoded.tokens[left.after]].cut(reading.text) == ","
    last, first = (reading.tokens[encoded.tokens[i]].cut(reading.text) for i in (left.after - 2, right.first + 1))
    return comma and last not in (".", "!", "?", "…") and first[:1].islower()


def _found(indices: list[int], segments: Sequence[Segment], linked: Sequence[Linked]) -> _Found:
    """The pieces of one statement; the role logits of its segments are averaged where several saw a token."""
    places = [(part, i - part.here.start) for i in indices for part in [_part(linked, i)]]
    begin = min(part.windows[row].start for part, row in places)
    end = max(part.windows[row].stop for part, row in places)
    sums = np.zeros((end - begin, len(ROLES)), np.float32)
    counts = np.zeros((end - begin, 1), np.float32)
    for part, row in places:
        window = part.windows[row]
        sums[window.start - begin : window.stop - begin] += part.roles[row, : len(window)]
        counts[window.start - begin : window.stop - begin] += 1
    roles = np.where(counts > 0, sums / np.maximum(counts, 1), np.float32(-99))
    media = np.mean([part.media[row] for part, row in places], axis=0)
    return _Found(tuple(segments[i] for i in indices), begin, roles.astype(np.float32), int(media.argmax()))


def _part(linked: Sequence[Linked], index: int) -> Linked:
    """The pass that a segment was linked in."""
    return linked[bisect_right(linked, index, key=lambda part: part.here.start) - 1]


def _statement(found: _Found, reading: Reading, encoded: Encoded, model: Model) -> Statement:
    content = [i for s in found.segments for i in range(s.first, s.after)]
    thresholds = model.card["thresholds"]
    roles = {role: _spans(_role(found, role, thresholds[role], encoded), reading, encoded) for role in ROLES}
    label = found.segments[0].speaker
    if label:
        roles = {**dict.fromkeys(ROLES, ()), "speaker": _spans(label, reading, encoded)}
    weights = np.array([s.after - s.first for s in found.segments], np.float64)
    probability = float(np.dot(weights, [s.probability for s in found.segments]) / weights.sum())
    kind = found.segments[0].kind
    return Statement(
        id="",
        kind=kind,  # type: ignore[arg-type]  # one of OTHER_KINDS or "direct"
        medium=MEDIA[found.medium],
        content=_spans(content, reading, encoded),
        speaker=roles["speaker"],
        cue=roles["cue"],
        addressee=roles["addressee"],
        frame=roles["frame"],
        score=_calibrated(probability, kind, model),
    )


def _role(found: _Found, role: str, threshold: float, encoded: Encoded) -> list[int]:
    """The tokens of a role: above the threshold, and in the sentence of the likeliest one."""
    logits = found.roles[:, ROLES.index(role)]
    sentence = encoded.sentence[found.begin + int(logits.argmax())]
    places = [found.begin + i for i in _above(logits, threshold)]
    return [place for place in places if encoded.sentence[place] == sentence]


def _above(logits: Floats, threshold: float) -> list[int]:
    """Tokens above the threshold; a gap of one token is closed where it is nearly above it."""
    chosen = logits >= threshold
    gaps = ~chosen[1:-1] & chosen[:-2] & chosen[2:] & (logits[1:-1] >= threshold - 2.0)
    chosen[1:-1] |= gaps
    return [int(i) for i in np.flatnonzero(chosen)]


def _spans(places: Iterable[int], reading: Reading, encoded: Encoded) -> tuple[Span, ...]:
    """Spans of running tokens; what is no running text between two tokens parts them."""
    spans: list[Span] = []
    last = -2
    for place in places:
        index = int(encoded.tokens[place])
        token = reading.tokens[index]
        if index == last + 1:
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(token)
        last = index
    return tuple(spans)


def _calibrated(probability: float, kind: str, model: Model) -> float:
    """The score: a logistic regression on the logit of the mean token probability (Platt 1999)."""
    slope, offset = model.card["calibration"]["direct" if kind == "direct" else "other"]
    clipped = min(max(probability, 1e-4), 1 - 1e-4)
    logit = np.log(clipped / (1 - clipped))
    return float(1 / (1 + np.exp(-(slope * logit + offset))))
