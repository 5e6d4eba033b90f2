"""The vocabulary: the pieces of multilingual-e5-small that German news, speeches and prose use."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from wortlaut.gold import json_lines
from wortlaut.pieces import Pieces
from wortlaut.tokens import tokens
from wortlaut.training import corpora
from wortlaut.training.e5 import Pretrained

SIZE = 32_000
_LETTERS = re.compile(r"^▁?[\u0020-\u024f\u1e9e\u2010-\u203a€™]+$")


def choose(pretrained: Pretrained, data: Path, size: int = SIZE) -> list[int]:
    """Indices into `pretrained.pieces`: <s>, </s>, <unk>, all single Latin characters, then the most frequent
    pieces.
    """
    whole = _whole(pretrained)
    counts: Counter[int] = Counter()
    for (word, starts), number in _words(data).items():
        for piece in whole.of_word(word, starts):
            counts[piece] += number
    wanted = [
        index
        for index, piece in enumerate(pretrained.pieces[:250_000])
        if index > 3 and len(piece.lstrip("▁")) <= 1 and _LETTERS.match(piece)
    ]
    chosen = dict.fromkeys([0, 2, 3, *wanted])
    for piece, _ in counts.most_common():
        if len(chosen) >= size:
            break
        if piece > 2:
            chosen.setdefault(piece + 1)  # `_whole` left out <pad>
    return list(chosen)


def vocabulary(pretrained: Pretrained, kept: list[int]) -> list[tuple[str, float]]:
    """(piece, score) of the kept pieces, in the order that `Pieces` wants."""
    return [(pretrained.pieces[index], float(pretrained.scores[index])) for index in kept]


def _whole(pretrained: Pretrained) -> Pieces:
    kept = [0, 2, 3, *range(4, len(pretrained.pieces))]
    return Pieces(vocabulary(pretrained, kept))


def _words(data: Path) -> Counter[tuple[str, bool]]:
    counts: Counter[tuple[str, bool]] = Counter()
    for document in (
        corpora.quotes(data / "quotes-de/train.jsonl.gz")
        + corpora.redewiedergabe(data / "stwr-de/main.jsonl.gz")
        + corpora.speeches(data / "spkatt-de/train.jsonl.gz")
    ):
        _count(document.text, counts, 10)
    for line in (data / "ner-de/smartdata_v1/train.jsonl").read_text("utf-8").splitlines():
        _count(json.loads(line)["text"], counts, 10)
    for path in sorted((data / "bundestag").glob("*.jsonl.gz"))[::4]:
        for row in json_lines(path):
            for turn in row["turns"]:
                _count("\n".join(p for p in turn["text"] if isinstance(p, str)), counts, 1)
    return counts


def _count(text: str, counts: Counter[tuple[str, bool]], weight: int) -> None:
    end = -1
    for span in tokens(text):
        counts[text[span.start : span.end], span.start != end] += weight
        end = span.end
