"""keys(): numbers that sayings of one utterance are likely to share, for the index of a database."""

from __future__ import annotations

from hashlib import blake2b
from itertools import pairwise

from wortlaut.sameness import lexicon
from wortlaut.sameness.gist import Gist, gist_of
from wortlaut.sameness.saying import Saying

_OF_PERSON = 5  # keys of a person and a root
_OF_WORDS = 3  # keys of neighbouring roots, whoever spoke
_PREFIX = 7  # letters of a root: "krankenhausreform" meets "krankenhaus"


def keys(saying: Saying) -> tuple[int, ...]:
    """Blocking keys, at most eight, each a signed number of 64 bits: the same on every machine and in every run.

    A saying of a known person has keys of the person with its rarest words. Every saying has keys of its rarest
    neighbouring words, so that a quotation is found again whoever is said to have spoken.
    """
    gist = gist_of(saying.text)
    found = [_key("w", *pair) for pair in _rare_pairs(gist)]
    if saying.person is not None:
        found += [_key("p", str(saying.person), one) for one in _rare_roots(gist)]
    return tuple(dict.fromkeys(found))


def _rare_roots(gist: Gist) -> list[str]:
    concepts = lexicon.concepts()
    ranked = sorted(gist.roots.items(), key=lambda item: (-item[1], item[0]))
    names = dict.fromkeys(f"#{concepts[one]}" if one in concepts else one[:_PREFIX] for one, _ in ranked)
    return list(names)[:_OF_PERSON] or [" ".join(gist.sequence[:8])]


def _rare_pairs(gist: Gist) -> list[tuple[str, str]]:
    roots = list(gist.roots)
    pairs = [(one, two) if one < two else (two, one) for one, two in pairwise(roots)]
    weights = gist.roots
    ranked = sorted(dict.fromkeys(pairs), key=lambda pair: (-weights[pair[0]] - weights[pair[1]], pair))
    return ranked[:_OF_WORDS] or [("", " ".join(gist.sequence[:8]))]


def _key(*parts: str) -> int:
    digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
