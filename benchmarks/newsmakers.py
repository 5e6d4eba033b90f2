"""Invented people, organisations and outlets, drawn by Zipf's law."""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, product

from benchmarks.german import NAMES_OF_PLACES
from wortlaut.persons import PersonKind

PEOPLE = 40_000
ORGANISATIONS = 3_000
KNOWN = 2_000  # the people in front have an entry in a register
# With 40,000 people this gives the first about 1 % of what people say.
EXPONENT = 0.66
WOMEN = (
    "Anna Beate Clara Doris Elif Frieda Greta Hanna Ines Judith Karin Lena Mira Nora Olga Petra Ruth Sonja Tamara Ute Vera Wiebke "
    "Xenia Yasmin Zora Almut Birte Corinna Dörte Emine Fatma Gesa Hilke Ilka Jana Katja Levke Marlene Nadja Oda Pia Rieke Silke "
    "Theda Ulla Viola Wencke Ylva Ayla Britta Carla Dagmar Edda Femke Gönül Hedwig Imke Jule Kerstin Lotte"
).split()
MEN = (
    "Arne Bernd Cem Dieter Enno Frank Gregor Hakan Ingo Jonas Karl Lars Malte Nils Ole Peter Ralf Sven Tom Udo Volker Wolf Xaver "
    "Yannick Zoran Anton Benno Claas Detlef Eike Falk Gerd Hauke Igor Jens Kai Lutz Marek Niko Oskar Paul Rolf Silvio Till Uwe Viktor "
    "Wim Yusuf Amir Bastian Christof Dirk Emil Fiete Götz Holger Ivo Jost Knut Lorenz"
).split()
_HEADS = (
    "Alb Berg Brand Brink Dahl Dorn Eck Eich Fels Fisch Garb Grün Hag Hass Holl Horn Kamp Kern Klein Klett Korn Kreuz Lind Loh Mar "
    "Meer Mohr Nagel Neu Nied Ober Oster Pfaff Quell Rab Reich Ried Ros Sand Schell Schön Schwarz Seid Stein Stroh Tann Thal Uhl Volk "
    "Wald Wein Weiß West Wies Wind Winter Wolf Zell Zieg Zimmer"
).split()
_TAILS = "ner mann er meier bauer hoff feld stein brecht ke bach ling hardt sen berger huber müller wald horst ow inger eder".split()
ROLES = [
    (role, role + "in")
    for role in (
        "Bürgermeister Kämmerer Stadtsprecher Vorstandssprecher Geschäftsführer Polizeisprecher Trainer Schulleiter Minister "
        "Gewerkschafter Forscher Intendant Richter Oberbürgermeister Parlamentarier Dezernent Professor Staatssekretär Bauleiter "
        "Betriebsleiter Kritiker Wetterforscher Historiker Strafverteidiger Unternehmer Präsident Verbandsleiter Klinikleiter "
        "Wirtschaftsprüfer Fraktionsführer Sprecher Bezirksleiter"
    ).split()
]
SOURCES = [
    "die Polizei", "die Stadt", "das Ministerium", "die Feuerwehr", "die Staatsanwaltschaft", "der Verband", "die Verwaltung",
]  # fmt: skip
BODIES = (
    "Stadtwerke Institut Verkehrsbetriebe Klinikum Hochschule Bürgerverein Baugesellschaft Handwerkskammer Sparkasse Theater"
).split()
AGENCIES = ("nor", "wtl", "süp")
_KINDS_OF_PAPER = "Bote Anzeiger Tageblatt Kurier Rundschau Post".split()


@dataclass(frozen=True, slots=True, eq=False)
class Newsmaker:
    """Somebody or something that speaks in the news; `surname` is empty where it is no person."""

    name: str
    kind: PersonKind
    surname: str = ""
    role: str = ""
    pronoun: str = ""
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper and the host of its pages."""

    name: str
    host: str


class Newsmakers:
    """Draws who speaks."""

    def __init__(self, seed: int) -> None:
        self._choose = random.Random(seed).random

    def speaker(self) -> Newsmaker:
        """A person in three of four draws, else an organisation, or a source without a name."""
        drawn = self._choose()
        if drawn < 0.76:
            return person(bisect_right(_law(PEOPLE), self._choose()))
        if drawn < 0.9:
            return organisation(bisect_right(_law(ORGANISATIONS), self._choose()))
        return _sources()[int((drawn - 0.9) * 10 * len(SOURCES))]


@cache
def outlets() -> list[Outlet]:
    """Sixty of them."""
    pairs = [(place, kind) for place, kind in product(NAMES_OF_PLACES[::5], _KINDS_OF_PAPER)]
    return [
        Outlet(f"{place}er {kind}", f"www.{place.lower().replace('ü', 'ue')}er-{kind.lower()}.example")
        for place, kind in pairs[::6]
    ]


@cache
def person(rank: int) -> Newsmaker:
    """The person of a rank from 0 on; each has another name."""
    women, men, surnames = len(WOMEN), len(MEN), _surnames()
    place = rank * 48_271 % ((women + men) * len(surnames))
    first, surname = place % (women + men), surnames[place // (women + men)]
    woman = first < women
    name = WOMEN[first] if woman else MEN[first - women]
    role = ROLES[rank * 7 % len(ROLES)][woman]
    entry = f"n{rank}" if rank < KNOWN else None
    return Newsmaker(f"{name} {surname}", "person", surname, role, "sie" if woman else "er", entry)


@cache
def organisation(rank: int) -> Newsmaker:
    """The organisation of a rank from 0 on."""
    place = rank * 7_919 % (len(BODIES) * len(NAMES_OF_PLACES))
    return Newsmaker(f"{BODIES[place % len(BODIES)]} {NAMES_OF_PLACES[place // len(BODIES)]}", "organization")


@cache
def _surnames() -> list[str]:
    return [head + tail for head, tail in product(_HEADS, _TAILS)]


@cache
def _sources() -> list[Newsmaker]:
    return [Newsmaker(words, "organization") for words in SOURCES]


@cache
def _law(size: int) -> list[float]:
    weights = list(accumulate((rank + 1) ** -EXPONENT for rank in range(size)))
    return [sums / weights[-1] for sums in weights[:-1]]
