"""sketch(): few numbers of a text by which its copies are found among many texts; winnowing (Schleimer et al. 2003)."""

from __future__ import annotations

import numpy as np

from wortlaut.copies.wordage import keys, shingles

SHARED_LEAST = 2  # numbers that two sketches must have in common
_RUN = 4  # words of a shingle
_WINDOW = 10  # shingles in a row of which the lowest is kept
_MOST = 40  # numbers of a sketch


def sketch(text: str) -> tuple[int, ...]:
    """Signed 64-bit numbers, in order, of which two copies share at least `SHARED_LEAST`.

    A number stands for four words in a row, as stems. Of ten in a row the lowest is kept: about one in six, some 30 of
    an article of 250 words. So two texts that have 13 words in a row in common share a number, wherever they stand,
    and a part of a text keeps its share of the numbers of the whole. Of a longer text the 40 lowest are kept. A text of
    fewer than four words has none.

    Numbers that very many texts have belong to a phrase that is no text's own ("Mit Material der ..."): leave them out
    when you count. They are the same in every process, on every platform.

    >>> one, two = sketch("Der Rat der Stadt tagt am Montag."), sketch("»Der Rat der Stadt« tagt am Montag")
    >>> one == two, len(one)
    (True, 2)
    """
    found = shingles(keys(text), _RUN)
    if not len(found):
        return ()
    window = min(_WINDOW, max(1, len(found) // 2))
    lowest = np.unique(np.lib.stride_tricks.sliding_window_view(found, window).min(axis=1))[:_MOST]
    return tuple(np.sort(lowest.view(np.int64)).tolist())
