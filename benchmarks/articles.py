"""Invented German articles in any number and length, from templates and names of our own."""

from __future__ import annotations

import random
from collections.abc import Iterator

FIRST = "Anna Bernd Clara Dieter Elif Frank Greta Hakan Ines Jonas Karin Lars Mira Nils Olga Peter Ruth Sven Tom Ute".split()
LAST = (
    "Albers Brandt Clausen Demir Ehlers Friese Grothe Hansen Imhof Jansen Kessler Lindner Möller Nowak Otten Petersen Quast "
    "Rademacher Seidel Thoma Uhlig Vogt Wagner Yildiz Zander"
).split()
ROLES = (
    "Bürgermeisterin Kämmerer Stadtsprecherin Landrat Vorsitzende Geschäftsführer Polizeisprecherin Trainer Schulleiterin "
    "Ministerin Gewerkschafter Forscherin Intendant Richterin Feuerwehrchef"
).split()
PLACES = "Altenreuth Gerstrup Havelstedt Mutzlingen Warnsund Westerkoog Wendelheim Husenbüttel Elmenau Unterbruckhofen".split()
TOPICS = (
    "der Neubau der Brücke", "die Sanierung des Freibads", "der Haushalt", "der Umbau des Bahnhofs", "das neue Schulzentrum",
    "die Sperrung der Landstraße", "der Ausbau des Hafens", "die Suche nach Pflegekräften", "das Stadtfest", "der Tarifstreit",
)  # fmt: skip
CLAIMS = (
    "der Bau dauere noch zwei Jahre", "das Geld reiche nicht aus", "man habe zu lange gewartet", "die Lage sei ernst",
    "niemand müsse sich Sorgen machen", "die Kosten stiegen weiter", "eine Lösung sei in Sicht", "der Zeitplan stehe fest",
    "es gebe keinen anderen Weg", "die Arbeiten begännen im Mai", "die Zahlen seien besser als erwartet",
)  # fmt: skip
QUOTES = (
    "Wir haben lange darauf gewartet", "Das ist ein guter Tag für die Stadt", "So kann es nicht weitergehen", "Wir sind am Limit",
    "Am Ende zahlen die Bürger", "Das war kein Zufall", "Ich verstehe den Ärger", "Darüber reden wir im Herbst noch einmal",
)  # fmt: skip
NEUTRAL = (
    "Die Sitzung dauerte fast vier Stunden.", "Rund 300 Menschen waren gekommen.", "Die Straße bleibt bis zum Abend gesperrt.",
    "Im vergangenen Jahr waren es 42 Fälle.", "Der Ausschuss tagt wieder im Juni.", "Das Gebäude stammt aus dem Jahr 1962.",
    "Vor dem Rathaus standen am Nachmittag noch einige Gruppen.", "Die Stadt hat 48.000 Einwohner.",
)  # fmt: skip
PATTERNS = (
    "„{quote}“, sagte {role} {first} {last} am {day}.",
    "{role} {first} {last} sagte, {claim}. Auch {topic} stehe zur Debatte.",
    "Nach Angaben der Polizei {event}.",
    "{first} {last} zufolge ist {topic} beschlossen.",
    "Es gehe um {topic}, teilte die Verwaltung mit. Außerdem {claim2}.",
    "{role} {last} kritisierte {topic}. „{quote}“",
    "„{quote}“, betonte {last}. Man wolle {place} „nicht im Stich lassen“.",
    "{neutral}",
    "{neutral} {neutral2}",
    "Wie {role} {last} mitteilte, {claim3}.",
)
EVENTS = ("wurde niemand verletzt", "ist die Ursache noch unklar", "entstand ein Schaden von 40.000 Euro")
DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()


def article(source: random.Random, words: int) -> str:
    """An article of about `words` words: a dateline and paragraphs of a few sentences."""
    paragraphs: list[str] = []
    count = 0
    while count < words:
        sentences = [_sentence(source) for _ in range(source.randint(2, 5))]
        paragraphs.append(" ".join(sentences))
        count += len(paragraphs[-1].split())
    return f"{source.choice(PLACES)} (wtl) – " + "\n\n".join(paragraphs)


def articles(number: int, seed: int = 7) -> Iterator[str]:
    """`number` articles of 200 to 300 words."""
    source = random.Random(seed)
    for _ in range(number):
        yield article(source, source.randint(200, 290))


def _sentence(source: random.Random) -> str:
    claim = source.choice(CLAIMS)
    return source.choice(PATTERNS).format(
        quote=source.choice(QUOTES), role=source.choice(ROLES), first=source.choice(FIRST), last=source.choice(LAST),
        day=source.choice(DAYS), claim=claim, claim2=_verb_first(source.choice(CLAIMS)), claim3=_verb_first(claim),
        topic=source.choice(TOPICS), event=source.choice(EVENTS), place=source.choice(PLACES),
        neutral=source.choice(NEUTRAL), neutral2=source.choice(NEUTRAL),
    )  # fmt: skip


def _verb_first(claim: str) -> str:
    """ "der Bau dauere noch zwei Jahre" -> "dauere der Bau noch zwei Jahre", where subject and verb are plain."""
    words = claim.split()
    cut = 2 if words[0] in ("der", "das", "die", "eine") else 1
    return " ".join([words[cut], *words[:cut], *words[cut + 1 :]])
