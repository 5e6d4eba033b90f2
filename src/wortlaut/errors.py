"""The exceptions of Wortlaut, one tree.

    WortlautError
    ├── InputError        a source cannot be read (file, page, address)
    │   ├── FetchError    an address was refused or did not answer
    │   └── LanguageError the article is not in a language that Wortlaut reads
    ├── RecordError       a record or golden text does not follow its format
    ├── RegisterError     a register of people or a file of judgements does not follow its format
    ├── ArchiveError      an archive cannot be opened, written to, or is damaged
    │   ├── DatabaseError its database failed or does not answer
    │   └── MissingError  it holds no such thing
    ├── AccountError      an account, password or token is refused
    ├── ReadingError      an article could not be read within its bounds of time and memory
    │   └── BusyError     too many wait to be read
    ├── SpanError         a span does not lie in its text
    ├── ModelError        the model's files are missing or damaged
    ├── OutputError       the result cannot be written
    ├── ServingError      the app cannot be run as it is told, or an answer cannot be given
    └── MissingExtraError an optional dependency is not installed

Each message says what, where, which values and what to do.
"""

from typing import Literal

# Why a source was not read, or a job or feed failed, in a word, for those who say it in another language.
Reason = Literal[
    "", "address", "bad-feed", "busy", "date", "deep", "died", "empty", "forbidden", "full", "insecure", "known",
    "language", "large", "late", "login", "long", "memory", "missing", "no-article", "no-feed", "no-text", "private",
    "redirects", "robots", "server", "stalled", "status", "timeout", "type", "unforeseen", "unreachable", "xml",
]  # fmt: skip


class WortlautError(Exception):
    """Any failure that Wortlaut foresees; catch this to catch them all."""


class InputError(WortlautError):
    """A source cannot be read; `reason` says why in a word, empty where there is none."""

    def __init__(self, message: str, reason: Reason = "") -> None:
        super().__init__(message)
        self.reason = reason


class FetchError(InputError):
    """An address was refused or did not answer."""


class LanguageError(InputError):
    """The article is not in a language that Wortlaut reads."""


class RecordError(WortlautError):
    """A record or golden text does not follow its format."""


class RegisterError(WortlautError):
    """A register of people or a file of judgements does not follow its format."""


class ArchiveError(WortlautError):
    """An archive cannot be opened or written to, or is damaged."""


class DatabaseError(ArchiveError):
    """The database of an archive failed or does not answer."""


class MissingError(ArchiveError):
    """The archive, or the desk beside it, holds no such thing."""


class AccountError(WortlautError):
    """An account, password or token is refused.

    `reason` is a word for it, for those who say it in another language; `wait` how many seconds to wait, 0 for none.
    """

    def __init__(self, message: str, reason: str, *, wait: int = 0) -> None:
        super().__init__(message)
        self.reason = reason
        self.wait = wait


class ReadingError(WortlautError):
    """An article could not be read within its bounds of time and memory."""


class BusyError(ReadingError):
    """Too many wait to be read; ask again later."""


class SpanError(WortlautError):
    """A span does not lie in its text."""


class ModelError(WortlautError):
    """The model's files are missing or damaged."""


class OutputError(WortlautError):
    """The result cannot be written."""


class ServingError(WortlautError):
    """The app cannot be run as it is told, or an answer cannot be given."""


class MissingExtraError(WortlautError):
    """An optional dependency is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed; install it with: pip install 'wortlaut[{extra}]'")
