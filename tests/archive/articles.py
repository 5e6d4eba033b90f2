"""Small articles of invented outlets and people, marked by hand, as analyses without the model."""

from __future__ import annotations

from dataclasses import replace

from wortlaut.archive import New, Original
from wortlaut.golden import parse
from wortlaut.record import Analysis
from wortlaut.text import Article

HARBOUR = """\
Lohbrunn (nda) – Der Hafen von Lohbrunn soll bis zum Herbst vertieft werden, teilte die Verwaltung am Montag mit.
⟦content1:„Ohne tieferes Wasser verlieren wir die Werft“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Hafenmeisterin Eva Brandt⟧⟧. \
Fischer aus dem ganzen Landkreis hatten zuvor vor dem Rathaus gegen den Lärm der Bagger demonstriert.
⟦frame2:⟦speaker2:Der Reeder Jonas Quast⟧ ⟦cue2:kündigte⟧ an⟧, ⟦content2:er wolle zwei Schlepper kaufen⟧.
---
1 direct speech by=p1 time=-
2 indirect speech by=p2 time=-
person p1: Eva Brandt
person p2: Jonas Quast
published: 2026-03-02
"""

SCHOOL = """\
In Tannried bleibt die Grundschule am Mühlbach noch ein Jahr geöffnet, obwohl nur vierzig Kinder angemeldet sind.
⟦content1:„Wir lassen kein Dorf ohne Schule“⟧⟦frame1:, ⟦cue1:versprach⟧ ⟦speaker1:Schulrätin Mira Olbrich⟧⟧.
⟦frame2:⟦cue2:Nach Angaben⟧ ⟦speaker2:des Landratsamts⟧⟧ ⟦content2:kostet der Bus im Jahr 90.000 Euro⟧.
---
1 direct speech by=p1 time=-
2 indirect by=p2 time=-
person p1: Mira Olbrich
organization p2: Landratsamt
published: 2026-03-04
"""

SHIPYARD = """\
Die Werft in Lohbrunn sucht dreißig Lehrlinge und findet nur neun; das Arbeitsamt spricht von einem Rekord.
⟦frame1:Am Rande ⟦cue1:sagte⟧ ⟦speaker1:Eva Brandt⟧⟧, ⟦content1:„Ohne tieferes Wasser verlieren wir die Werft“⟧.
⟦content2:„Die Jugend geht nach Hamburg“⟧⟦frame2:, ⟦cue2:klagte⟧ ⟦speaker2:Meister Olaf Reimann⟧⟧.
---
1 direct speech by=p1 time=-
2 direct speech by=p2 time=-
person p1: Eva Brandt
person p2: Olaf Reimann
published: 2026-03-03
"""


def analysis(marked: str, *, source: str, outlet: str = "Lohbrunner Bote", title: str | None = None) -> Analysis:
    """The analysis of a golden text, as of a page."""
    made = parse(marked).analysis
    return replace(made, article=replace(made.article, source=source, outlet=outlet, title=title))


def new(marked: str, key: str, *, outlet: str = "Lohbrunner Bote", title: str | None = None, model: str = "m1") -> New:
    """The same as a page with its original bytes, read by a model."""
    made = analysis(marked, source=key, outlet=outlet, title=title)
    return New(made, key, Original(f"<p>{made.article.text}</p>".encode(), "text/html; charset=utf-8"), model=model)


def harbour() -> New:
    return new(HARBOUR, "https://bote.example/hafen", title="Hafen wird tiefer")


def harbour_copy() -> New:
    """The same agency copy in another outlet, with a paragraph of its own."""
    body, _, below = HARBOUR.partition("\n---\n")
    marked = f"{body}\nDer Kreistag berät am Donnerstag.\n---\n{below}"
    return new(marked, "https://kurier.example/hafen", outlet="Tannrieder Kurier", title="Bagger im Hafen")


def shipyard() -> New:
    """Another article, with a statement of the same utterance."""
    return new(SHIPYARD, "https://kurier.example/werft", outlet="Tannrieder Kurier", title="Lehrlinge fehlen")


def school() -> New:
    """An article that has nothing in common with the others."""
    return new(SCHOOL, "https://bote.example/schule", title="Schule bleibt")


def changed(one: New) -> New:
    """A later version of an article: one sentence more, the statements are where they were."""
    article = one.analysis.article
    text = article.text + "\nDer Artikel wurde am Abend ergänzt."
    fresh = Article(
        text, source=article.source, title=article.title, outlet=article.outlet, language="de",
        published=article.published,
    )  # fmt: skip
    return replace(one, analysis=replace(one.analysis, article=fresh), original=Original(f"<p>{text}</p>".encode()))


def several() -> list[New]:
    """Five articles: a copy and a same utterance among them; and a second version of the first."""
    return [harbour(), school(), shipyard(), harbour_copy(), changed(harbour())]
