"""/articles/17/changes: what differs between two versions; /articles/17/copies: the same agency copy elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.archive.browsing import Version, version_of, versions_of
from wortlaut.archive.prints import Print, prints
from wortlaut.copies import Difference, agency, differences
from wortlaut.kept import Kept
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.marks import safe
from wortlaut.web.compared import Compared, compared
from wortlaut.web.frame import NotFoundError, archive, reads, render, say
from wortlaut.web.hits import language_of, name_of
from wortlaut.web.pages.article import numbers, version

_COMPARED = 10  # other articles with the same copy that are compared with one
_SHOWN = 12  # differences of one
_SENTENCES = 400  # columns of a sentence
_LONGEST = 100_000  # code points of a text; longer ones are not compared


@reads()
def changes(request: Request) -> Response:
    """GET /articles/17/changes?from=1&to=2: what differs between two versions; by default the last two."""
    number, words = numbers(request)[0], say(request)
    listed = versions_of(archive(request), number)
    if len(listed) < 2:
        raise NotFoundError(words("article.one_version"))
    before, after = _chosen(request, "from", listed, listed[-2]), _chosen(request, "to", listed, listed[-1])
    one, two = version(request, number, before.number), version(request, number, after.number)
    return render(
        request, "article_changes.html", article=number, title=name_of(two, words.table), versions=listed,
        before=before, after=after, told=compared(one.analysis.article.text, two.analysis.article.text),
        titles=_titles(one, two), language=language_of(two),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A difference: its kind, and its words as markup."""

    kind: str
    words: Markup


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article with the same copy, and how it differs; None where the texts are too long to be compared."""

    printed: Print
    number: int | None
    lines: Sequence[Line] = ()

    @property
    def more(self) -> int:
        """How many differences are not shown."""
        return max((self.number or 0) - len(self.lines), 0)


@reads()
def copies(request: Request) -> Response:
    """GET /articles/17/copies: the articles with the same agency copy, and how they differ from this one."""
    kept, held = version(request, *numbers(request)), archive(request)
    found = prints(held, kept.story, most=_COMPARED + 1)
    others = [one for one in found.listed if one.article != kept.article][:_COMPARED]
    loaded = [(one, version_of(held, one.article)) for one in others]
    return render(
        request, "article_copies.html", kept=kept, title=name_of(kept, say(request).table), number=found.number,
        agency=agency(kept.analysis.article.text), language=language_of(kept),
        copies=[_copy(kept, printed, other) for printed, other in loaded if other],
    )  # fmt: skip


def _chosen(request: Request, name: str, listed: Sequence[Version], default: Version) -> Version:
    given = request.query_params.get(name, "")
    return next((one for one in listed if str(one.number) == given), default)


def _titles(one: Kept, two: Kept) -> Compared | None:
    """How the title was changed; None where it was not."""
    before, after = one.analysis.article.title or "", two.analysis.article.title or ""
    return compared(before, after) if before != after else None


def _copy(kept: Kept, printed: Print, other: Kept) -> Copy:
    one, two = kept.analysis.article.text, other.analysis.article.text
    if max(len(one), len(two)) > _LONGEST:
        return Copy(printed, None)
    found = differences(one, two)
    return Copy(printed, len(found), [_line(each, one, two) for each in found[:_SHOWN]])


def _line(difference: Difference, one: str, two: str) -> Line:
    """Word by word where a sentence was changed."""
    before = difference.one.cut(one) if difference.one else ""
    after = difference.two.cut(two) if difference.two else ""
    if difference.kind == "changed":
        return Line("changed", compared(before, after).marked)
    tag = {"removed": "del", "added": "ins"}.get(difference.kind, "span")
    return Line(difference.kind, Markup(f"<{tag}>{safe(shortened(after or before, _SENTENCES))}</{tag}>"))


ROUTES = [Route("/articles/{name}/changes", changes), Route("/articles/{name}/copies", copies)]
