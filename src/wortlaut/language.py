"""Which language a text is in, by its function words: enough to refuse what the model cannot read."""

from __future__ import annotations

import re
from collections import Counter

from wortlaut.languages import FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000  # code points that are looked at
FEWEST = 12  # words; of less nothing can be said
SHARE = 0.12  # of a text's words are such function words in any of the languages; below it nothing is decided


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the likeliest language, or None where the text is too short or unlike all that are known.

    >>> language_of("Der Rat hat über den Haushalt beraten, und die Stadt wird nun an den Schulen sparen.")
    'de'
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    if len(words) < FEWEST:
        return None
    counts: Counter[str] = Counter()
    for word in words:
        for language, known in FUNCTION_WORDS.items():
            counts[language] += word in known
    language, count = counts.most_common(1)[0]
    return language if count >= SHARE * len(words) else None
