"""Jobs as pages show them: words and signs for how they are, moments from now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from wortlaut.desk.jobs import Job
from wortlaut.web.passing import Moment, moment
from wortlaut.web.troubles import Told, told
from wortlaut.web.words import Say

_COUNTED = ("new", "changed", "known", "forgotten", "failed")
_SIGNS = {  # by state: what stands before the word, and how the badge looks
    "waiting": ("…", ""), "running": ("↻", "warn"), "done": ("✓", "good"), "partly": ("⚠", "warn"),
    "nothing": ("⚠", "bad"), "failed": ("✕", "bad"), "stopped": ("–", ""),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Badge:
    """A word for a state, with a sign before it, so that it is not told by colour alone."""

    sign: str
    words: str
    look: str


@dataclass(frozen=True, slots=True)
class Part:
    """One number of a result."""

    count: int
    words: str


@dataclass(frozen=True, slots=True)
class Errand:
    """A job as it is shown; `single` where it is about one article, which then has the number `job.result.article`.

    `trouble` is why it failed, `troubles` why sources did.
    """

    job: Job
    badge: Badge
    parts: tuple[Part, ...]
    asked: Moment | None
    ended: Moment | None
    single: bool
    trouble: Told | None
    troubles: tuple[Told, ...]


def errand(job: Job, say: Say, now: datetime | None = None) -> Errand:
    """A job as it is shown at a time, now by default."""
    at = now or datetime.now(UTC)
    state = state_of(job)
    sign, look = _SIGNS[state]
    return Errand(
        job, Badge(sign, say(f"jobs.state.{state}"), look), tuple(_parts(job, say)), moment(job.created, say, at),
        moment(job.ended, say, at), is_single(job), told(job.error, say) if job.error else None,
        tuple(told(message, say) for message in job.result.messages),
    )  # fmt: skip


def state_of(job: Job) -> str:
    """The state, told apart where a job is done: all well, some failed, nothing came of it."""
    if job.state != "done" or not job.result.failed:
        return job.state
    return "partly" if job.result.new + job.result.changed + job.result.known else "nothing"


def is_single(job: Job) -> bool:
    """Whether it is about one article, which is in the archive."""
    result = job.result
    return job.state == "done" and result.article is not None and result.new + result.changed + result.known == 1


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a job leads that is about one article: its page, and the key of what is said there."""

    path: str
    notice: str


def landing(job: Job) -> Landing | None:
    """The page of its article where there is one alone and nothing failed."""
    if not is_single(job) or job.result.failed:
        return None
    outcome = "new" if job.result.new else "changed" if job.result.changed else "known"
    return Landing(f"/articles/{job.result.article}", f"add.{outcome}")


def _parts(job: Job, say: Say) -> list[Part]:
    named = {"changed": "reread"} if job.kind == "reread" else {}
    return [
        Part(count, say(f"jobs.{named.get(name, name)}")) for name in _COUNTED if (count := getattr(job.result, name))
    ]
