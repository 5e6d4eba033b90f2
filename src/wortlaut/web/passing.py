"""When something was, or will be, seen from now: "vor 5 Min.", "in 3 Std."."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from wortlaut.web.words import Say

_UNITS = (("days", 86_400), ("hours", 3_600), ("minutes", 60))


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as it is shown: `words` from now, `exact` in UTC, `iso` for machines."""

    words: str
    exact: str
    iso: str


def moment(written: str | None, say: Say, now: datetime) -> Moment | None:
    """A time in ISO 8601 as it is shown at `now`; None where there is none."""
    if written is None:
        return None
    seconds = (datetime.fromisoformat(written) - now).total_seconds()
    exact = f"{say.date(datetime.fromisoformat(written).astimezone(UTC))} UTC"
    return Moment(_from_now(seconds, say), exact, written)


def _from_now(seconds: float, say: Say) -> str:
    way = "in" if seconds > 0 else "ago"
    for unit, size in _UNITS:
        if (count := int(abs(seconds) // size)) > 0:
            return say.count(f"jobs.{way}.{unit}", count)
    return say(f"jobs.{way}.now")
