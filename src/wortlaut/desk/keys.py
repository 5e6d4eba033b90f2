"""Keys: random words that open something; only their hash is kept, so who reads the database cannot use them."""

from __future__ import annotations

import hashlib
import secrets

_BYTES = 32  # 256 bits: they cannot be guessed, and need no slow hash


def new_key(prefix: str = "") -> str:
    """A new one, of 43 signs of the base64url alphabet behind its prefix."""
    return prefix + secrets.token_urlsafe(_BYTES)


def key_hash(key: str) -> bytes:
    """Its SHA-256. Any text will do, for strangers send what they like.

    >>> len(key_hash("wl_…"))
    32
    """
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
