"""Sub-word pieces: SentencePiece Unigram over single words, with the vocabulary that the model was trained on.

Words are cut one by one, so the offsets of tokens stay ours; a word is looked up once and remembered.
Source: Kudo 2018, "Subword Regularization" (Unigram); the pieces and scores are multilingual-e5-small's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

WORD_START = "▁"
BEGIN, END, UNKNOWN = 0, 1, 2  # positions of <s>, </s> and <unk> in every vocabulary of ours
_REMEMBERED = 200_000  # words; about 40 MB
_LONGEST_WORD = 64  # code points; what is longer is cut off, no word of any language needs more


class Pieces:
    """Cuts words into pieces of a vocabulary.

    `vocabulary` holds (piece, score) with the log-probability of the piece; its first three are <s>, </s> and <unk>.

    >>> Pieces([("<s>", 0), ("</s>", 0), ("<unk>", 0), ("▁ja", -3.0), ("ja", -5.0)]).of_word("Ja".lower(), True)
    (3,)
    """

    def __init__(self, vocabulary: Sequence[tuple[str, float]]) -> None:
        self.ids: Mapping[str, int] = {piece: index for index, (piece, _) in enumerate(vocabulary) if index > UNKNOWN}
        self.scores = [score for _, score in vocabulary]
        self.longest = max((len(piece) for piece, _ in vocabulary[UNKNOWN + 1 :]), default=1)
        self.unknown_score = min(self.scores, default=0.0) - 10.0
        self._remembered: dict[tuple[str, bool], tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self.scores)

    def of_word(self, word: str, starts: bool) -> tuple[int, ...]:
        """The piece ids of `word`, never empty; `starts` says whether white space stands before it."""
        key = (word, starts)
        known = self._remembered.get(key)
        if known is None:
            text = unicodedata.normalize("NFKC", word[:_LONGEST_WORD]).replace(" ", "")
            known = self._best(WORD_START + text if starts else text) or (UNKNOWN,)
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = known
        return known

    def _best(self, text: str) -> tuple[int, ...]:
        """The likeliest cut of `text` by Viterbi."""
        size = len(text)
        best = [0.0] + [float("-inf")] * size
        back = [(0, UNKNOWN)] * (size + 1)
        for start in range(size):
            for end in range(start + 1, min(size, start + self.longest) + 1):
                piece = self.ids.get(text[start:end])
                if piece is None:
                    if end > start + 1:
                        continue
                    score = best[start] + self.unknown_score
                else:
                    score = best[start] + self.scores[piece]
                if score > best[end]:
                    best[end] = score
                    back[end] = (start, UNKNOWN if piece is None else piece)
        found: list[int] = []
        end = size
        while end:
            end, piece = back[end]
            found.append(piece)
        return tuple(reversed(found))
