# ruff: noqa: E501
"""`python -m tests.pairs.copies.make`: writes texts.jsonl and pairs.jsonl from the stories written by hand.

A story in stories/0.txt … 7.txt has a base ("=== base"), an article by another author on the same event ("=== second"),
for some one that takes over sentences of a press release ("=== press") or a report of the next day by the same agency
("=== next"), and copies edited by hand ("=== copy", "=== copy heavy"). In copies and in reports of the next day a line
"@3" is the third paragraph of the base, "old => new" replaces words of the result, and "..." in the old words stands
for any. stories/templates.txt holds reports of one template; "{a|b|c}" are its days. Whole articles of tests/articles are
further bases. Copies edited by program have fixed seeds.

Bases of even number are for development, those of odd number are held out. 50 to 57 were written later and scored once
before they were used for development too; 80 to 83 were written last and scored once. See docs/design/copies.md.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from wortlaut.golden import parse

HERE = Path(__file__).parent
ARTICLES = HERE.parents[1] / "articles"
_OPENING_SIGN = re.compile(r"^[A-ZÄÖÜ][\w/ -]{2,40}? ?[(/](?:[\w/-]+)\)?(?: -|\.)? ")
_CLOSING_SIGN = re.compile(r"\s*(?:\((?:dpa|KNA|epd|APA|sda|dpa-tmn)[^)]*\)|(?:dpa|epd) ?[/\w ]*|© dpa-infocom.*)$")


@dataclass(frozen=True)
class Pair:
    """Two texts by their ids; `kind` is the edit, or why they are no copy."""

    base: int
    one: str
    two: str
    same: bool
    kind: str


@dataclass(frozen=True)
class Story:
    number: int
    sections: list[tuple[str, str]]  # kind, text

    def of(self, kind: str) -> list[str]:
        return [text for name, text in self.sections if name == kind]


def stories() -> list[Story]:
    bodies: dict[str, str] = {}
    for path in sorted((HERE / "stories").glob("[0-9].txt")):
        for block in re.split(r"^#### ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            head, _, body = block.partition("\n")
            bodies[head] = bodies.get(head, "") + body
    return [Story(int(head.split()[0]), list(_sections(body, head))) for head, body in sorted(bodies.items())]


def _sections(body: str, name: str) -> Iterator[tuple[str, str]]:
    base: list[str] = []
    for block in re.split(r"^=== ", body, flags=re.MULTILINE)[1:]:
        kind, _, text = block.partition("\n")
        if kind == "base":
            base = text.strip().split("\n\n")
        yield kind, _edited(text, base, f"{name}, {kind}") if kind.startswith(("copy", "next")) else text.strip()


def _edited(text: str, base: list[str], name: str) -> str:
    lines = text.rstrip("\n").splitlines()
    changes = [line for line in lines if " => " in line + " "]
    kept = [re.sub(r"@(\d)", lambda m: base[int(m[1]) - 1], line) for line in lines if line not in changes]
    result = re.sub(r"\n+", "\n\n", "\n".join(kept)).strip()
    for change in changes:
        old, _, new = (change + ("" if " => " in change else " ")).partition(" => ")
        pattern = re.escape(old).replace(r"\ \.\.\.\ ", r"\ .*?\ ").replace(r"\ \.\.\.", r"\ .*")
        result, count = re.subn(pattern, lambda _, new=new: new, result)
        if not count:
            raise ValueError(f"{name}: {old!r} does not stand in the text")
    return result.strip()


def templates() -> Iterator[tuple[int, list[str]]]:
    text = (HERE / "stories" / "templates.txt").read_text("utf-8")
    for block in re.split(r"^#### ", text, flags=re.MULTILINE)[1:]:
        head, _, body = block.partition("\n")
        days = [re.sub(r"\{([^}]*)\}", lambda m, day=day: m[1].split("|")[day], body).strip() for day in range(3)]
        yield int(head.split()[0]), days


def articles() -> Iterator[tuple[int, str, str]]:
    """Golden texts of whole articles as further bases: number from 100 on, id, text."""
    paths = [*sorted((ARTICLES / "de").glob("*.txt")), *sorted((ARTICLES / "more").glob("*.txt"))]
    for number, path in enumerate(paths, 100):
        yield number, f"{path.parent.name}/{path.stem}", parse(path.read_text("utf-8")).analysis.article.text


# Edits by program; each takes paragraphs, the heading first, and gives paragraphs.
Paragraphs = list[str]
_ADVERTS = (
    "Anzeige", "Lesen Sie auch: Was die Nachbarn dazu sagen", "Mehr zum Thema", "Newsletter: Jeden Morgen das Wichtigste",
    "Das könnte Sie auch interessieren", "Empfohlener redaktioneller Inhalt", "Video: Die Bilder des Tages",
)  # fmt: skip
_LOCAL = (
    "Auch in unserer Region ist das ein Thema. Auf Anfrage der Redaktion hieß es aus dem Kreishaus, man beobachte die Lage "
    "genau und werde sich im zuständigen Ausschuss damit befassen. Konkrete Pläne gebe es aber noch nicht.",
    "Im Verbreitungsgebiet dieser Zeitung sorgt die Nachricht für Gespräche. Beim Wochenmarkt in Havelstedt war sie am Vormittag "
    "das Thema Nummer eins. Viele sagten, sie hätten damit gerechnet, andere zeigten sich überrascht.",
    "Wie berichtet, hatte sich der Gemeinderat von Mutzlingen schon im Frühjahr mit einem ähnlichen Fall beschäftigt. Damals "
    "war ein Antrag der Freien Wähler knapp gescheitert. Nun will die Fraktion einen neuen Anlauf nehmen.",
)
_HEADINGS = (
    "Das ist der Stand der Dinge", "Was bisher bekannt ist", "Aktuelle Meldung aus der Region", "Nachrichten am Mittag",
    "Neues vom Tage", "Kurz gemeldet",
)  # fmt: skip
_SWAPS = (
    ("teilte mit", "gab bekannt"), (" mitteilte", " bekanntgab"), (" sagte ", " erklärte "), ("am Montag", "zu Wochenbeginn"),
    (" etwa ", " rund "), (" rund ", " etwa "), ("mehr als", "über"), (" jedoch ", " aber "), ("bereits", "schon"),
    (" müssen ", " sollen "), ("derzeit", "zurzeit"), (" außerdem ", " zudem "), ("Prozent", "%"), ("Euro", "€"),
    (" hieß es", " war zu hören"), ("vergangenen Jahr", "Vorjahr"), (" zwei ", " 2 "), (" drei ", " 3 "), ("mindestens", "wenigstens"),
    (" nun ", " jetzt "), (" nur ", " lediglich "), ("voraussichtlich", "wohl"), (" dort ", " da "), (" auch ", " ebenfalls "),
)  # fmt: skip


def cut(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    """One or two paragraphs fall out, not the first of the body."""
    kept = list(paragraphs)
    for _ in range(dice.randint(1, 2)):
        if len(kept) > 3:
            del kept[dice.randrange(2, len(kept))]
    return kept


def third(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    """Shortened from the end to about a third of the words, as a brief."""
    words = sum(len(p.split()) for p in paragraphs[1:])
    kept, count = [dice.choice(_HEADINGS)], 0
    for sentence in re.split(r"(?<=[^\d][.!?“»\"])\s+(?=[A-ZÄÖÜ«„\"])", " ".join(paragraphs[1:])):
        if count >= words / 3:
            break
        kept.append(sentence)
        count += len(sentence.split())
    return [kept[0], " ".join(kept[1:])]


def sign(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    """The agency's sign moves to the end, or falls away."""
    body = [_OPENING_SIGN.sub("", paragraph) for paragraph in paragraphs[1:]]
    body[-1] = _CLOSING_SIGN.sub("", body[-1])
    ends = [*body, "dpa"] if dice.random() < 0.5 else [*body[:-1], body[-1] + " (dpa/red)"]
    return [paragraphs[0], *dice.choice([body, ends])]


def retitle(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    return [dice.choice(_HEADINGS), *paragraphs[1:]]


def typography(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    """Other quotation marks, dashes, spaces, soft hyphens; umlauts stay."""
    opening, closing = dice.choice([("„", "“"), ("»", "«"), ("«", "»"), ('"', '"'), ("“", "”")])
    text = "\n\n".join(paragraphs)
    text = re.sub(r"[„«»]([^„“«»\"]+)[“»«]|\"([^\"]+)\"", lambda m: f"{opening}{m[1] or m[2]}{closing}", text)
    text = text.replace(" - ", dice.choice([" – ", " — "])).replace("...", "…")
    text = re.sub(r"(\d)\.(\d{3})", lambda m: m[1] + dice.choice([".", ""]) + m[2], text)
    text = re.sub(r"(\w{6})(lich|ung|schaft)\b", "\\1\u00ad\\2", text)
    return re.sub(r"(\d) (Prozent|Euro|Uhr)", "\\1\u00a0\\2", text).split("\n\n")


def added(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    place = dice.randrange(2, len(paragraphs) + 1)
    return [*paragraphs[:place], dice.choice(_LOCAL), *paragraphs[place:]]


def lead(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    return [dice.choice(_HEADINGS), dice.choice(_LOCAL), *paragraphs[1:]]


def shuffled(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    rest = paragraphs[2:]
    dice.shuffle(rest)
    return [*paragraphs[:2], *rest]


def adverts(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    found = list(paragraphs)
    for advert in dice.sample(_ADVERTS, 3):
        found.insert(dice.randrange(2, len(found) + 1), advert)
    return found


def light(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    """Words swapped for others, a sentence dropped, an adverb inserted."""
    text = "\n\n".join(paragraphs)
    for old, new in _SWAPS:
        if dice.random() < 0.7:
            text = text.replace(old, new)
    body = text.split("\n\n")
    place = dice.randrange(1, len(body))
    sentences = re.split(r"(?<=[.!?]) (?=[A-ZÄÖÜ])", body[place])
    if len(sentences) > 2:
        del sentences[dice.randrange(1, len(sentences))]
    body[place] = " ".join(sentences)
    return body


def mixed(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    """Several at once, as in real life: retitled, cut, edited, typography, adverts."""
    for edit in (retitle, cut, sign, light, typography, adverts):
        paragraphs = edit(paragraphs, dice)
    return paragraphs


def mixed_brief(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    """Cut to a third, edited, and with a local lead."""
    return lead(typography(light(third(sign(paragraphs, dice), dice), dice), dice), dice)


EDITS: tuple[Callable[[Paragraphs, random.Random], Paragraphs], ...] = (
    cut, third, sign, retitle, typography, added, lead, shuffled, adverts, light, mixed, mixed_brief,
)  # fmt: skip

HARD = (third, light, mixed, mixed_brief, lead, shuffled, added)


def made() -> tuple[dict[str, str], list[Pair]]:
    """All texts by their ids, and all pairs."""
    texts: dict[str, str] = {}
    pairs: list[Pair] = []
    for story in stories():
        _story(story, texts, pairs)
    for number, days in templates():
        names = [f"{number}-day{day}" for day in range(3)]
        texts |= dict(zip(names, days, strict=True))
        pairs += [Pair(number, names[a], names[b], False, "template") for a, b in ((0, 1), (1, 2), (0, 2))]
    for number, name, text in articles():
        texts[name] = text
        pairs.append(_by_program(number, name, texts, number // 2))
    return texts, pairs


def main() -> None:
    texts, pairs = made()
    _write("texts.jsonl", [{"id": name, "text": text} for name, text in texts.items()])
    _write("pairs.jsonl", [asdict(pair) for pair in pairs])


def _story(story: Story, texts: dict[str, str], pairs: list[Pair]) -> None:
    number = story.number
    base, second = f"{number:02}-base", f"{number:02}-second"
    texts[base], texts[second] = story.of("base")[0], story.of("second")[0]
    pairs.append(Pair(number, base, second, False, "other author"))
    copies = []
    for kind in ("copy", "copy heavy"):
        for text in story.of(kind):
            name = f"{number:02}-{kind.replace(' ', '-')}"
            texts[name] = text
            copies.append(name)
            pairs.append(Pair(number, base, name, True, "by hand" if kind == "copy" else "by hand, heavy"))
    pairs.append(_by_program(number, base, texts, number // 2))
    for text in story.of("press"):
        texts[f"{number:02}-press"] = text
        pairs.append(Pair(number, base, f"{number:02}-press", False, "press release"))
    for text in story.of("next"):
        following = f"{number:02}-next"
        texts[following] = text
        pairs.append(Pair(number, base, following, False, "next day"))
        pairs.append(Pair(number, copies[0], following, False, "next day, copy"))
        pairs.append(Pair(number, second, following, False, "next day, other author"))
    pairs.append(Pair(number, copies[-1], second, False, "other author, copy"))


def _by_program(number: int, base: str, texts: dict[str, str], which: int) -> Pair:
    edit = EDITS[which % len(EDITS)] if number < 50 else HARD[which % len(HARD)]
    name = f"{base}-{edit.__name__}"
    texts[name] = "\n\n".join(edit(paragraphs(texts[base]), random.Random(number))).strip()
    return Pair(number, base, name, True, edit.__name__.replace("_", " "))


def paragraphs(text: str) -> Paragraphs:
    """The paragraphs of a text, the heading first; an empty one where there is none."""
    found = [p.strip() for p in re.split(r"\n\s*\n", text) if p.strip()]
    return ["", *found] if found[0].endswith(".") or len(found[0].split()) > 15 else found


def _write(name: str, rows: list[dict[str, object]]) -> None:
    (HERE / name).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main()
