"""keys(): numbers that sayings of one utterance are likely to share, for the index of a database."""

from __future__ import annotations

from hashlib import blake2b
from itertools import combinations, pairwise

from wortlaut.sameness import lexicon
from wortlaut.sameness.gist import Gist, gist_of
from wortlaut.sameness.saying import Saying

_OF_PERSON = 5  # keys of a known person and a rare word
_NEIGHBOURS = 2, 4  # keys of neighbouring words, where the person is known and where not
_RAREST = 2, 4  # words of which each two make a key, likewise
_PREFIX = 5  # letters of a root: "krankenhausreform" meets "krankenhaus"
_WHOLE = 8  # words of a text without telling ones that make its key
_OWN = 3  # words from which on such a text is compared whoever spoke
_SMALL = 9  # numbers up to here are too frequent for a key


def keys(saying: Saying) -> tuple[int, ...]:
    """Blocking keys, about eight and at most eleven, signed numbers of 64 bits: the same on each machine, in each run.

    A saying of a known person has keys of the person with its rarest words. Every saying has keys of pairs of words, so
    that a quotation is found again whoever is said to have spoken; more of them where nobody is known. One or two words
    that tell nothing, of nobody, have none.
    """
    gist = gist_of(saying.text)
    rare = _rare(gist)
    nobody = saying.person is None
    found = [_key("p", str(saying.person), one) for one in rare[:_OF_PERSON] if not nobody]
    found += [_key("n", *pair) for pair in _neighbours(gist)[: _NEIGHBOURS[nobody]]]
    found += [_key("w", *sorted(pair)) for pair in combinations(rare[: _RAREST[nobody]], 2)]
    if len(rare) < 2:
        found += _of_whole(saying, gist)
    return tuple(dict.fromkeys(found))


def _of_whole(saying: Saying, gist: Gist) -> list[int]:
    """The key of a text without telling words: "Ja" is one of its speaker alone, "So ist das" of everybody."""
    words = " ".join(gist.sequence[:_WHOLE])
    if len(gist.sequence) >= _OWN:
        return [_key("s", words)]
    return [] if saying.person is None else [_key("s", words, str(saying.person))]


def _rare(gist: Gist) -> list[str]:
    """The rarest words, one for all of a meaning or a beginning, and the numbers; the rarest first."""
    names: dict[str, float] = {f"={number:g}": 0.85 for number in gist.numbers if number > _SMALL}
    for root, weight in gist.roots.items():
        name = _name(root)
        names[name] = max(weight, names.get(name, 0.0))
    return sorted(names, key=lambda name: (-names[name], name))


def _name(root: str) -> str:
    group = lexicon.concepts().get(root)
    return f"#{min(group)}" if group else root[:_PREFIX]


def _neighbours(gist: Gist) -> list[tuple[str, str]]:
    weights = gist.roots
    pairs = set(pairwise(weights))
    return sorted(pairs, key=lambda pair: (-weights[pair[0]] - weights[pair[1]], pair))


def _key(*parts: str) -> int:
    digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
