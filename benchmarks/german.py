"""Words with German statistics: an open vocabulary of our own stems, compounds and endings, drawn by Zipf's law.

The law is P(rank) ~ 1 / (rank + SHIFT) ** EXPONENT for each class of words. Its two numbers were set so that the growth of
the vocabulary is that of German news: docs/design/archive-figures.md has both curves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import product

import numpy as np

EXPONENT = 0.96
SHIFT = 4.0
RANKS = 1_000_000  # of nouns of one class; a word of a high rank is composed when it is drawn
TOPICAL = 0.3  # share of the nouns of an article that come from its topic: words of an article come back
TOPIC_WORDS = 7  # nouns of each class that a topic has
_BLOCK = 4096

# Singular | plural | as the first part of a compound, by gender.
MASCULINE = """
Antrag|Anträge|Antrags Ausschuss|Ausschüsse|Ausschuss Bahnhof|Bahnhöfe|Bahnhofs Bedarf|Bedarfe|Bedarfs Beitrag|Beiträge|Beitrags
Bericht|Berichte|Berichts Betrieb|Betriebe|Betriebs Bezirk|Bezirke|Bezirks Brand|Brände|Brand Damm|Dämme|Damm Dienst|Dienste|Dienst
Entwurf|Entwürfe|Entwurfs Erfolg|Erfolge|Erfolgs Flug|Flüge|Flug Fonds|Fonds|Fonds Gipfel|Gipfel|Gipfel Hafen|Häfen|Hafen
Handel|Händel|Handels Haushalt|Haushalte|Haushalts Hinweis|Hinweise|Hinweis Hof|Höfe|Hof Kampf|Kämpfe|Kampf Kanal|Kanäle|Kanal
Konflikt|Konflikte|Konflikt Konzern|Konzerne|Konzern Kredit|Kredite|Kredit Kreis|Kreise|Kreis Kurs|Kurse|Kurs Lehrer|Lehrer|Lehrer
Lohn|Löhne|Lohn Mangel|Mängel|Mangel Markt|Märkte|Markt Monat|Monate|Monats Park|Parks|Park Plan|Pläne|Plan Platz|Plätze|Platz
Preis|Preise|Preis Prozess|Prozesse|Prozess Rat|Räte|Rats Raum|Räume|Raum Rekord|Rekorde|Rekord Saal|Säle|Saal Schaden|Schäden|Schadens
Schutz|Schutze|Schutz See|Seen|See Sport|Sporte|Sport Staat|Staaten|Staats Standort|Standorte|Standort Strand|Strände|Strand
Streit|Streite|Streit Strom|Ströme|Strom Tag|Tage|Tages Tarif|Tarife|Tarif Umbau|Umbauten|Umbau Unfall|Unfälle|Unfall
Unterricht|Unterrichte|Unterrichts Verband|Verbände|Verbands Verein|Vereine|Vereins Verkehr|Verkehre|Verkehrs Verlust|Verluste|Verlust
Vertrag|Verträge|Vertrags Vorschlag|Vorschläge|Vorschlags Wald|Wälder|Wald Weg|Wege|Wege Wert|Werte|Wert Wettbewerb|Wettbewerbe|Wettbewerbs
Zaun|Zäune|Zaun Zuschuss|Zuschüsse|Zuschuss Zweifel|Zweifel|Zweifels
"""
FEMININE = """
Abgabe|Abgaben|Abgaben Anlage|Anlagen|Anlagen Arbeit|Arbeiten|Arbeits Armee|Armeen|Armee Aufgabe|Aufgaben|Aufgaben Bank|Banken|Banken
Behörde|Behörden|Behörden Bildung|Bildungen|Bildungs Brücke|Brücken|Brücken Debatte|Debatten|Debatten Energie|Energien|Energie
Ernte|Ernten|Ernte Fabrik|Fabriken|Fabrik Feier|Feiern|Feier Firma|Firmen|Firmen Fläche|Flächen|Flächen Förderung|Förderungen|Förderungs
Forschung|Forschungen|Forschungs Frist|Fristen|Fristen Gebühr|Gebühren|Gebühren Gefahr|Gefahren|Gefahren Gemeinde|Gemeinden|Gemeinde
Genehmigung|Genehmigungen|Genehmigungs Gesellschaft|Gesellschaften|Gesellschafts Gewalt|Gewalten|Gewalt Grenze|Grenzen|Grenz
Gruppe|Gruppen|Gruppen Halle|Hallen|Hallen Heizung|Heizungen|Heizungs Hilfe|Hilfen|Hilfs Industrie|Industrien|Industrie
Insel|Inseln|Insel Kasse|Kassen|Kassen Kirche|Kirchen|Kirchen Klage|Klagen|Klage Klinik|Kliniken|Klinik Kosten|Kosten|Kosten
Küste|Küsten|Küsten Landschaft|Landschaften|Landschafts Leitung|Leitungen|Leitungs Lösung|Lösungen|Lösungs Messe|Messen|Messe
Mehrheit|Mehrheiten|Mehrheits Miete|Mieten|Miet Partei|Parteien|Partei Pflege|Pflegen|Pflege Prüfung|Prüfungen|Prüfungs Quote|Quoten|Quoten
Reform|Reformen|Reform Rente|Renten|Renten Saison|Saisons|Saison Schule|Schulen|Schul Sicherheit|Sicherheiten|Sicherheits
Sitzung|Sitzungen|Sitzungs Steuer|Steuern|Steuer Straße|Straßen|Straßen Studie|Studien|Studien Technik|Techniken|Technik
Umwelt|Umwelten|Umwelt Untersuchung|Untersuchungen|Untersuchungs Verwaltung|Verwaltungen|Verwaltungs Wache|Wachen|Wach Wahl|Wahlen|Wahl
Wirtschaft|Wirtschaften|Wirtschafts Wohnung|Wohnungen|Wohnungs Zahl|Zahlen|Zahlen Zeitung|Zeitungen|Zeitungs
"""
NEUTER = """
Abkommen|Abkommen|Abkommens Amt|Ämter|Amts Angebot|Angebote|Angebots Archiv|Archive|Archiv Auto|Autos|Auto Bad|Bäder|Bad Boot|Boote|Boots
Bündnis|Bündnisse|Bündnis Büro|Büros|Büro Dach|Dächer|Dach Dorf|Dörfer|Dorf Ende|Enden|End Ereignis|Ereignisse|Ereignis
Ergebnis|Ergebnisse|Ergebnis Fahrzeug|Fahrzeuge|Fahrzeug Feld|Felder|Feld Fest|Feste|Fest Feuer|Feuer|Feuer Gas|Gase|Gas Gebäude|Gebäude|Gebäude
Gebiet|Gebiete|Gebiets Geld|Gelder|Geld Gericht|Gerichte|Gerichts Gerät|Geräte|Geräte Geschäft|Geschäfte|Geschäfts Gesetz|Gesetze|Gesetzes
Gespräch|Gespräche|Gesprächs Gewerbe|Gewerbe|Gewerbe Glas|Gläser|Glas Grundstück|Grundstücke|Grundstücks Gutachten|Gutachten|Gutachten
Haus|Häuser|Haus Heim|Heime|Heim Holz|Hölzer|Holz Jahr|Jahre|Jahres Kapital|Kapitale|Kapital Kind|Kinder|Kinder Klima|Klimata|Klima
Konzept|Konzepte|Konzept Kraftwerk|Kraftwerke|Kraftwerks Lager|Lager|Lager Land|Länder|Landes Leben|Leben|Lebens Material|Materialien|Material
Ministerium|Ministerien|Ministeriums Mitglied|Mitglieder|Mitglieder Modell|Modelle|Modell Museum|Museen|Museums Netz|Netze|Netz
Opfer|Opfer|Opfer Papier|Papiere|Papier Personal|Personale|Personal Programm|Programme|Programm Projekt|Projekte|Projekt
Recht|Rechte|Rechts Signal|Signale|Signal Spiel|Spiele|Spiel System|Systeme|System Tal|Täler|Tal Team|Teams|Team Theater|Theater|Theater
Tier|Tiere|Tier Ufer|Ufer|Ufer Unternehmen|Unternehmen|Unternehmens Urteil|Urteile|Urteils Verbot|Verbote|Verbots Verfahren|Verfahren|Verfahrens
Viertel|Viertel|Viertel Volk|Völker|Volks Wasser|Wässer|Wasser Werk|Werke|Werks Wetter|Wetter|Wetter Zentrum|Zentren|Zentrums
Ziel|Ziele|Ziel Zimmer|Zimmer|Zimmer
"""
ADJECTIVES = (
    "neu groß deutsch weit hoch gut alt klein lang erst stark politisch eigen europäisch schwer öffentlich jung kommunal sozial frei "
    "wirtschaftlich schnell regional international klar wichtig schwierig offen gemeinsam breit technisch rechtlich finanziell teuer "
    "privat jährlich ländlich städtisch staatlich kurz tief knapp fest schwach billig grün zentral nördlich südlich östlich westlich "
    "sicher gefährlich einfach leer voll warm kalt ruhig laut still hell modern früh spät nah fremd künftig ehemalig heutig mehrfach "
    "umstritten geplant verletzt betroffen zuständig verantwortlich notwendig dringend ernst ehrlich mutig streng mild dicht dünn"
).split()
_SUFFIXES = (
    "frei",
    "arm",
    "reich",
    "nah",
    "fest",
    "bezogen",
    "fremd",
    "weit",
    "tauglich",
    "bedingt",
    "abhängig",
    "orientiert",
)
ROOTS = (
    "plan bau prüf setz teil kauf kürz zahl stell lager kling fehl hör mess fass lös deck dräng drück fälsch folg führ füll fürcht "
    "grab greif gründ handel hand heb hol jag kämpf kenn klär kleb koch kratz kühl lenk lern lob mach merk misch nutz öffn ordn "
    "pack pfleg pflanz press rechn regel reg schaff schalt schärf schick schlag schließ schütz send siegel sorg spann sperr stärk steuer "
    "stopp stör streck stütz such tausch trag trenn urteil wag wähl wander warn wart wechsel wend werb wert wirk zieh zögl"
).split()
_ROOTS = [root for root in ROOTS if not root.endswith(("el", "er", "n"))]
_PREFIXES = ("ver", "be", "er", "ent", "über", "zer", "unter", "miss", "um", "wider", "durch", "hinter")
ADVERBS = (
    "auch nicht noch bereits nur zudem derzeit weiter mehr wieder bisher allerdings jedoch sehr zuletzt erneut vor allem bald weiterhin "
    "damals dort hier inzwischen künftig gemeinsam schnell kaum offenbar zunächst heute morgen gestern später früher sofort dauerhaft "
    "schließlich außerdem deshalb dennoch teilweise vollständig rechtzeitig ausdrücklich vorläufig einstimmig überraschend besonders "
    "mehrfach öffentlich nachts tagsüber andernorts landesweit probeweise mittelfristig unverändert erheblich deutlich leicht"
).split()
NAMES_OF_PLACES = [
    head + tail
    for head, tail in product(
        "Alten Gers Havel Mutz Warn Wester Wendel Husen Elm Unter Rabe Kling Stein Birken Ober Neu Lauter Eschen Krumm Sanders".split(),
        "reuth trup stedt lingen sund koog heim büttel au bruck hausen rode walde tal kirch".split(),
    )
]
_GENDERS = {"m": MASCULINE, "f": FEMININE, "n": NEUTER}
_STRIDE = 2_654_435_761  # prime: steps through the compounds so that like ones do not stand together


@cache
def _nouns(gender: str) -> list[list[str]]:
    return [entry.split("|") for entry in _GENDERS[gender].split()]


@cache
def _heads(kind: str) -> list[str]:
    """The simple nouns of a class: "m", "f", "n" in the singular, "p" in the plural."""
    if kind == "p":
        return [noun[1] for triple in zip(*map(_nouns, _GENDERS), strict=False) for noun in triple]
    return [noun[0] for noun in _nouns(kind)]


@cache
def _parts() -> list[str]:
    """What all nouns are as the first part of a compound."""
    return [noun[2] for gender in _GENDERS for noun in _nouns(gender)]


@cache
def _lower(kind: str) -> list[str]:
    """The heads, or with "" the parts, as they stand within a compound."""
    return [word.lower() for word in (_heads(kind) if kind else _parts())]


@lru_cache(300_000)
def noun(kind: str, rank: int) -> str:
    """The noun of a class ("m", "f", "n", "p") and a rank from 0 on: simple ones, compounds of two parts, then of three.

    >>> noun("f", 0), noun("m", 30_000)
    ('Abgabe', 'Seeratsschaden')
    """
    heads, parts = _heads(kind), _parts()
    if rank < len(heads):
        return heads[rank]
    rank -= len(heads)
    tails = _lower(kind)
    two = len(heads) * len(parts)
    if rank < two:
        place = rank * _STRIDE % two
        return parts[place // len(heads)] + tails[place % len(heads)]
    place = (rank - two) * _STRIDE % (two * len(parts))
    first, second = divmod(place // len(heads), len(parts))
    return parts[first] + _lower("")[second] + tails[place % len(heads)]


@cache
def adjectives() -> list[str]:
    """Stems of adjectives that take the endings -e, -en, -er, -es, -em."""
    made = [part.lower() + suffix for part, suffix in product(_parts(), _SUFFIXES)]
    return [word for word in ADJECTIVES if word not in ("hoch", "teuer")] + _shuffled(made)


@cache
def verbs() -> list[str]:
    """Stems of weak verbs that do not part: infinitive in -en, participle and third person in -t, past in -te."""
    made = [prefix + root for root, prefix in product(_ROOTS, _PREFIXES)]
    return [stem for stem in _shuffled(made) if not stem.endswith(("t", "d"))]


def _shuffled(words: list[str]) -> list[str]:
    return [words[index * _STRIDE % len(words)] for index in range(len(words))]


class Words:
    """Endless words by class, each drawn by Zipf's law.

    Classes: "m", "f", "n", "p" (nouns, see `noun`), "a" (stems of adjectives), "v" (stems of verbs), "d" (adverbs),
    "o" (names of places), "z" (numbers). `turn_to` sets the topic, whose nouns come back.
    """

    def __init__(self, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        self._topic: dict[str, list[str]] = {}
        self.turn_to(0)
        self.next: dict[str, Callable[[], str]] = {kind: self._noun(kind).__next__ for kind in "mfnp"}
        places = sorted(NAMES_OF_PLACES)
        for kind, listed in (("a", adjectives()), ("v", verbs()), ("d", ADVERBS), ("o", _shuffled(places))):
            self.next[kind] = self._listed(listed).__next__
        self.next["z"] = self._number().__next__

    def turn_to(self, topic: int) -> None:
        """From here on the nouns are about a topic, 0 or above."""
        self._topic = {kind: _topic(kind, topic) for kind in "mfnp"}

    def _noun(self, kind: str) -> Iterator[str]:
        law = _law(RANKS)
        while True:
            ranks = np.searchsorted(law, self._random.random(_BLOCK))
            topical = self._random.random(_BLOCK) < TOPICAL
            ranks[topical] = -1 - self._random.integers(TOPIC_WORDS, size=int(topical.sum()))
            for rank in ranks.tolist():
                yield noun(kind, rank) if rank >= 0 else self._topic[kind][rank]

    def _listed(self, words: list[str]) -> Iterator[str]:
        law = _law(len(words))
        while True:
            yield from map(words.__getitem__, np.searchsorted(law, self._random.random(_BLOCK)).tolist())

    def _number(self) -> Iterator[str]:
        """Small numbers, years, and large ones by Benford's law."""
        while True:
            sizes = 10 ** (self._random.random(_BLOCK) * 5)
            kinds = self._random.random(_BLOCK)
            for size, kind in zip(sizes.tolist(), kinds.tolist(), strict=True):
                if kind < 0.3:
                    yield str(1950 + int(kind * 250))
                else:
                    yield f"{int(size) if size < 100 else round(size, -2 if size > 10_000 else 0):,.0f}".replace(
                        ",", "."
                    )


@cache
def _law(size: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The sums of the probabilities of the ranks; float64 (size)."""
    weights = (np.arange(size) + SHIFT) ** -EXPONENT
    sums: np.ndarray[tuple[int], np.dtype[np.float64]] = np.cumsum(weights / weights.sum())
    sums[-1] = 1.0
    return sums


@lru_cache(4096)
def _topic(kind: str, topic: int) -> list[str]:
    source = np.random.default_rng([topic, ord(kind)])
    ranks = 10 ** (source.random(TOPIC_WORDS) * 3 + 1.2)  # 16 to 16,000
    return [noun(kind, int(rank)) for rank in ranks]
