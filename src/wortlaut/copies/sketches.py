"""sketch(): few numbers of a text by which its copies are found among many texts."""

from __future__ import annotations

import numpy as np

from wortlaut.copies.wordage import keys, shingles

SHARED_LEAST = 2  # numbers that two sketches must have in common
RUN = 5  # words of a shingle
_ONE_IN = 8  # shingles of which one is kept
_FEWEST, _MOST = 12, 40  # numbers of a sketch, where the text has as many shingles


def sketch(text: str) -> tuple[int, ...]:
    """Signed 64-bit numbers, in order, of which two copies share at least `SHARED_LEAST`.

    A number stands for five words in a row, as stems. Those whose number is lowest are kept, one in eight but never
    more than 40, so a part of a text keeps its share of the numbers of the whole, however short it is. A text has 12
    to 40 of them; fewer only where it has fewer than 16 words, and none below five. Numbers that very many texts have
    belong to a phrase that is no text's own ("Mit Material der ..."): leave them out when you count.

    >>> one, two = sketch("Der Rat der Stadt tagt am Montag."), sketch("»Der Rat der Stadt« tagt am Montag")
    >>> one == two, len(one)
    (True, 3)
    """
    found = np.unique(shingles(keys(text), RUN))
    low = int(np.searchsorted(found, np.uint64(2**64 // _ONE_IN)))
    kept = found[: min(max(low, _FEWEST), _MOST)]
    return tuple(np.sort(kept.view(np.int64)).tolist())
