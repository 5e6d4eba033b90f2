"""listed(): statements of many articles as pages list them, each with its words in context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from wortlaut.archive import Hit, Query
from wortlaut.kept import Kept
from wortlaut.persons import Person
from wortlaut.statements import Kind, Statement
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.excerpt import AROUND, Bit, excerpt
from wortlaut.surfaces.html import LANGUAGE_TAG
from wortlaut.surfaces.legend import roles
from wortlaut.surfaces.marks import css_class, safe
from wortlaut.surfaces.moments import told
from wortlaut.surfaces.sought import Phrases, phrases, sought
from wortlaut.surfaces.style import PEOPLE
from wortlaut.text import Span

_NAMES = 160  # columns of a name, title or functions
_TAGS = (("speaker", "b"), ("cue", "i"), ("sought", "mark"))  # from the outside in
_LEFT_OUT = '<span class="left-out">[…]</span>'
PART = 60_000  # code points of an article on one page; all but books have less
_MARGIN = 4_000  # code points around a content in which all lies that is shown with it
ANCHORS = "a"  # prefix of the anchors on an article's page: statement 4 is #a-s4 in the list, #a-t4 in the text


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement as a template shows it; addresses are paths within the app, for `url()`.

    `quote` are its words in context, safe markup. `person` is the number of who said it in the archive, `colour` the
    class of their colour. `more` is how many other articles have it. `time` is when it was said in the article's words,
    where that is another day than `day`.
    """

    address: str
    statement: str
    article: str
    anchor: str
    kind: Kind
    css: str
    asserted: bool
    score: float
    day: date | None
    outlet: str | None
    title: str
    language: str
    name: str
    roles: str
    person: int | None
    colour: str
    relays: str
    time: str
    quote: Markup
    more: int


def listed(hits: Iterable[Hit], query: Query, say: Mapping[str, str]) -> list[Listed]:
    """The hits of a query; the words that it asked for are marked in them."""
    wanted = phrases(query)
    return [_listed(hit, wanted, say) for hit in hits]


def article_path(kept: Kept, *, version: bool = False) -> str:
    """The path of an article's page: of its latest version or, where that is another one or wanted, of this one."""
    return f"/articles/{kept.article}" + (f".{kept.version}" if version or not kept.latest else "")


def place_path(kept: Kept, statement: Statement) -> str:
    """The path of the page of the article on which a statement stands, without the anchor."""
    return article_path(kept) + (f"?part={part_of(statement)}" if len(kept.analysis.article.text) > PART else "")


def part_of(statement: Statement) -> int:
    """In which part of a very long text a statement begins, from 1."""
    return statement.content[0].start // PART + 1


def statement_path(kept: Kept, statement: Statement) -> str:
    """The path of a statement's page."""
    return f"/statements/{kept.address(statement)}"


def name_of(kept: Kept, say: Mapping[str, str]) -> str:
    """What an article is called: its title, first heading, or number."""
    analysis = kept.analysis
    headings = (part.span.cut(analysis.article.text).strip() for part in analysis.parts if part.kind == "heading")
    return shortened(analysis.article.title or next(headings, "") or f"{say['article']} {kept.article}", _NAMES)


def language_of(kept: Kept) -> str:
    """The language of an article's words for `lang`; what a page says of itself need not be one."""
    tag = kept.analysis.article.language or ""
    return tag if LANGUAGE_TAG.fullmatch(tag) else "de"


def colour_of(number: int | None) -> str:
    """The class of the colour of a person of the archive."""
    return "nobody" if number is None else f"p{number % PEOPLE}"


def _listed(hit: Hit, wanted: Phrases, say: Mapping[str, str]) -> Listed:
    kept, statement, analysis = hit.kept, hit.statement, hit.kept.analysis
    person = analysis.person(statement)
    number = kept.people.get(person.id) if person else None
    place = next(i for i, one in enumerate(analysis.statements, 1) if one.id == statement.id)
    return Listed(
        address=kept.address(statement), statement=statement_path(kept, statement),
        article=place_path(kept, statement), anchor=f"{ANCHORS}-t{place}", kind=statement.kind,
        css=css_class(statement.kind), asserted=statement.asserted, score=statement.score, day=hit.day,
        outlet=analysis.article.outlet, title=name_of(kept, say), language=language_of(kept),
        name=_name(kept, statement, person), roles=shortened(roles(person), _NAMES) if person else "", person=number,
        colour=colour_of(number), relays=_relays(kept, statement),
        time=_time(hit, say), quote=quoted(kept, statement, wanted), more=max(hit.variants - 1, 0),
    )  # fmt: skip


def _name(kept: Kept, statement: Statement, person: Person | None) -> str:
    """The person's, or else the words of the article; empty where it has none."""
    return shortened(person.name if person else kept.analysis.words(statement.speaker), _NAMES)


def _relays(kept: Kept, statement: Statement) -> str:
    names = [one.name for one in kept.analysis.people if one.id in statement.relayed_by]
    return shortened(", ".join(names), _NAMES)


def _time(hit: Hit, say: Mapping[str, str]) -> str:
    time = hit.statement.time
    if time is None or time.value == (hit.day.isoformat() if hit.day else None):
        return ""
    return shortened(told(say, time.value, hit.kept.analysis.words((time.span,))), _NAMES)


def quoted(kept: Kept, statement: Statement, wanted: Phrases = (), *, around: int = AROUND) -> Markup:
    """The words of a statement in context: <span class="said"> with <b class="speaker">, <i class="cue">, and <mark>
    around what was asked for.
    """
    near = _near(kept.analysis.article.text, statement)
    text, content = near.text, near.spans(statement.content)
    roles = {name: near.spans(statement.spans(name)) for name in ("speaker", "cue")}
    bits = excerpt(text, content, {**roles, "sought": sought(text, content, wanted)}, around=around)
    return Markup("".join(_written(text, bits)))


@dataclass(frozen=True, slots=True)
class _Near:
    """The text around a statement, so that a long one need not be looked through; `start` is where it begins."""

    text: str
    start: int

    def spans(self, some: Iterable[Span]) -> list[Span]:
        """Those that lie in it, as places in it."""
        end = self.start + len(self.text)
        held = [span for span in some if self.start <= span.start and span.end <= end]
        return [Span(span.start - self.start, span.end - self.start) for span in held]


def _near(text: str, statement: Statement) -> _Near:
    start = max(0, statement.content[0].start - _MARGIN)
    return _Near(text[start : statement.content[-1].end + _MARGIN], start)


def _written(text: str, bits: Sequence[Bit]) -> Iterator[str]:
    for number, bit in enumerate(bits):
        if bit.span is None:
            yield (" " if number else "") + _LEFT_OUT + (" " if number + 1 < len(bits) else "")
            continue
        if bit.opens:
            yield '<span class="said">'
        words = safe(bit.span.cut(text))
        for role, tag in reversed(_TAGS):
            if role in bit.roles:
                chosen = "" if role == "sought" else f' class="{role}"'
                words = f"<{tag}{chosen}>{words}</{tag}>"
        yield words
        if bit.closes:
            yield "</span>"
