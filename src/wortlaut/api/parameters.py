"""What may stand in a request: each kind of value with its bounds, read as strictly as the document says it."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from fastapi import Path
from pydantic import AfterValidator, BeforeValidator, Field

PAGE = 100  # statements, articles or people on a page at most
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WHOLE = re.compile(r"[1-9]\d{0,8}|0", re.ASCII)


def _day(given: Any) -> Any:
    if isinstance(given, str) and not _DAY.fullmatch(given):
        raise ValueError(f"{given!r:.40} is no date; write YYYY-MM-DD")
    return given


def _flag(given: Any) -> Any:
    if isinstance(given, str) and given not in ("true", "false"):
        raise ValueError(f"{given!r:.40} is neither true nor false")
    return given


def _whole(given: Any) -> Any:
    if isinstance(given, str) and not _WHOLE.fullmatch(given):
        raise ValueError(f"{given!r:.40} is no number; write digits")
    return given


def _no_nul(given: str) -> str:
    if "\0" in given:
        raise ValueError("U+0000 is no character of a text; take it away")
    return given


def _not_blank(given: str) -> str:
    if not given.strip():
        raise ValueError("this is empty; give a name, or leave it out")
    return given


Day = Annotated[date, BeforeValidator(_day)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Limit = Annotated[int, Field(ge=1, le=PAGE), BeforeValidator(_whole)]
# behind which place to go on, as an answer's `next` says it
After = Annotated[str, Field(pattern=r"^[0-9]{1,18}$", max_length=18)]
AfterOrdered = Annotated[str, Field(pattern=r"^[0-9][0-9.e+:-]{0,59}$", max_length=60)]  # with a score, perhaps
Words = Annotated[str, AfterValidator(_no_nul), Field(json_schema_extra={"pattern": r"^[^\u0000]*$"})]
Name = Annotated[
    str, AfterValidator(_no_nul), AfterValidator(_not_blank), Field(min_length=1, max_length=200),
    Field(json_schema_extra={"pattern": r"^[^\u0000]*[^\s\u0000][^\u0000]*$"}),
]  # fmt: skip

ArticleAddress = Annotated[
    str,
    Path(
        pattern=r"^[0-9]{1,18}(\.[0-9]{1,9})?$", max_length=28,
        description="number of the article, `17` for its latest version, or `17.2` for its second one",
    ),
]  # fmt: skip
VersionAddress = Annotated[
    str, Path(pattern=r"^[0-9]{1,18}\.[0-9]{1,9}$", max_length=28, description="article and version, as `17.2`")
]
StatementId = Annotated[
    str, Path(pattern=r"^s[0-9A-Za-z_]{1,20}$", max_length=21, description="the statement's id in its article, as `s4`")
]
Number = Annotated[str, Path(pattern=r"^[0-9]{1,18}$", max_length=18, description="its number")]
