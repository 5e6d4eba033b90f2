"""Passwords: which will do, and how they are kept.

After NIST SP 800-63B: long, not guessable from the account, no rules of composition, no expiry. Kept with argon2id in
the low-memory profile of RFC 9106 (64 MiB, 3 passes, 4 lanes).
"""

from __future__ import annotations

import secrets
import threading
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from wortlaut.errors import AccountError, MissingExtraError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 1_000  # code points
_DISTINCT = 5  # different signs at least
_WORDS = ("wortlaut", "password", "passwort", "kennwort", "administrator", "admin", "qwertz", "qwerty", "hallo")
_KNOWN = frozenset(
    "1q2w3e4r5t6y q1w2e3r4t5y6 1qaz2wsx3edc qazwsxedcrfv 1q2w3e4r5t6z qayxswedcvfr letmein12345 changeme1234 "
    "iloveyou1234 ichliebedich willkommen123 willkommen1234 welcome12345 correcthorsebatterystaple".split()
)
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "12345678901234567890",
)
_AT_ONCE = 2  # of 64 MiB each


class Hasher(Protocol):
    """How passwords are kept."""

    def hash(self, password: str) -> str:
        """What is kept of a password, with a salt of its own."""

    def verify(self, kept: str | None, password: str) -> bool:
        """Whether it is the password; with None (no such account) always False, after the same work."""

    def is_old(self, kept: str) -> bool:
        """Whether it was made with other parameters and shall be made anew."""


def checked(password: str, name: str) -> str:
    """A new password of an account, in the form in which it is hashed. Raises AccountError where it will not do.

    >>> checked("drei Kähne im Nebel", "eva")
    'drei Kähne im Nebel'
    """
    plain = normal(password)
    if len(plain) < SHORTEST:
        raise AccountError(
            f"the password has {len(plain)} signs; take {SHORTEST} or more, a few words will do", "password-short"
        )
    if len(plain) > LONGEST:
        raise AccountError(f"the password has {len(plain)} signs; take at most {LONGEST}", "password-long")
    if _is_guessable(plain.casefold(), name.casefold()):
        raise AccountError(
            "the password is easily guessed (the name, one word with digits, a row of keys, a repetition); "
            "take a few words that do not belong together",
            "password-common",
        )
    return plain


def normal(password: str) -> str:
    """One form for what looks the same, on whatever keyboard it was typed (NFKC), without white space around it."""
    return unicodedata.normalize("NFKC", password[: 2 * LONGEST]).strip()


def _is_guessable(plain: str, name: str) -> bool:
    if len(set(plain)) < _DISTINCT or plain in _KNOWN or plain in (plain + plain)[1:-1]:
        return True
    letters = "".join(sign for sign in plain if sign.isalpha())
    for word in (*_WORDS, name, "".join(filter(str.isalpha, name))):
        if word and not letters.replace(word, ""):
            return True
    return any(plain in row or plain in row[::-1] for row in _ROWS)


class Argon2:
    """Argon2id; the parameters are argon2-cffi's unless others are given (for tests). Raises MissingExtraError."""

    def __init__(self, *, passes: int | None = None, kilobytes: int | None = None, lanes: int | None = None) -> None:
        given = {"time_cost": passes, "memory_cost": kilobytes, "parallelism": lanes}
        self._options: dict[str, Any] = {name: value for name, value in given.items() if value is not None}

    @cached_property
    def _hasher(self) -> PasswordHasher:
        try:
            from argon2 import PasswordHasher
        except ImportError as error:
            raise MissingExtraError("argon2-cffi", "web") from error
        return PasswordHasher(**self._options)

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash(secrets.token_hex())

    def hash(self, password: str) -> str:
        """Encoded, with salt and parameters."""
        with _places:
            return self._hasher.hash(password)

    def verify(self, kept: str | None, password: str) -> bool:
        """Work as long for an unknown account as for a known one."""
        hasher, nobody = self._hasher, self._nobody
        from argon2.exceptions import InvalidHashError, VerificationError

        with _places:
            try:
                return hasher.verify(nobody if kept is None else kept, password) and kept is not None
            except (VerificationError, InvalidHashError):
                return False

    def is_old(self, kept: str) -> bool:
        """By the parameters in it."""
        return self._hasher.check_needs_rehash(kept)


_places = threading.BoundedSemaphore(_AT_ONCE)
