"""`python -m wortlaut.training.register`: makes the register that ships with Wortlaut from the gazetteer.

Sources, in the order of their weight: officeholders.tsv (facts written down here), world leaders of 2026-08-22 and of
2022-10, speakers of the Bundestag. One entry for each Wikidata id, or for each name where a source has no ids.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from wortlaut.entries import Entry, Gender, Role, slug
from wortlaut.languages.de_countries import COUNTRIES, STATES
from wortlaut.names import folded, office
from wortlaut.register import STARTER, Register, write_register

HERE = Path(__file__).parent
TERMS = {"19": ("2017-10-24", "2021-10-26"), "20": ("2021-10-26", "2025-03-25")}  # of the Bundestag
PARTIES = {
    "AfD": "AfD", "BSW": "BSW", "BÜNDNIS 90/DIE GRÜNEN": "Grünen", "CDU/CSU": "CDU/CSU", "DIE LINKE": "Linken",
    "Die Linke": "Linken", "FDP": "FDP", "SPD": "SPD",
}  # fmt: skip
SNAPSHOT = "2022"  # the older list of leaders tells nothing about later years
LEADERS_ENGLISH = {
    "People's Republic of China": "CN", "Kingdom of Denmark": "DK", "Kingdom of the Netherlands": "NL", "Denmark": "DK",
    "Republic of Ireland": "IE", "United States of America": "US", "Federated States of Micronesia": "FM",
    "Republic of Abkhazia": "GE-AB", "Republic of Artsakh": "AZ-NK", "Turkish Republic of Northern Cyprus": "CY-NC",
    "South Korea (Republic of Korea)": "KR", "China (People's Republic of China)": "CN",
}  # fmt: skip
PREMIERS = frozenset("GB AU NZ CA IN PK BD MY SG JM BS FJ PG BB BZ AG DM GD KN LC VC TT LK NP MU MT".split())
# English office -> a man's and a woman's title
TITLES = (
    (r"^president of (?!the (executive yuan|pontifical|syrian|national))", "Präsident", "Präsidentin"),
    (r"^president$", "Präsident", "Präsidentin"),
    (r"^(prime minister|premier)\b(?! of the syrian)|^taoiseach|^chairman of the council of ministers",
     "Ministerpräsident", "Ministerpräsidentin"),
    (r"^federal chancellor of", "Bundeskanzler", "Bundeskanzlerin"),
    (r"^(king|monarch)\b", "König", "Königin"),
    (r"^emperor\b", "Kaiser", "Kaiserin"),
    (r"^emir of", "Emir", "Emirin"),
    (r"^sultan\b", "Sultan", "Sultanin"),
    (r"^prince of", "Fürst", "Fürstin"),
    (r"^grand duke of", "Großherzog", "Großherzogin"),
    (r"^governor-general of|^governor general of", "Generalgouverneur", "Generalgouverneurin"),
    (r"^yang di-pertuan agong", "König", "Königin"),
)  # fmt: skip
MONARCHS = ("Q9682", "Q43274")  # of fifteen countries; theirs are in officeholders.tsv
WOMEN = frozenset(
    """Sandra Mason|Mia Mottley|Sheikh Hasina|Paula-Mae Weekes|Bidya Devi Bhandari|Droupadi Murmu|Fiamē Naomi Mataʻafa|
    Samia Suluhu|Robinah Nabbanja|Victoire Dogbé Tomegah|Rose Christiane Raponda|Saara Kuugongelwa|Katalin Novák|
    Katrín Jakobsdóttir|Vjosa Osmani|Maia Sandu|Natalia Gavrilița|Ana Brnabić|Zuzana Čaputová|Halimah Yacob|Sanna Marin|
    Kaja Kallas|Magdalena Andersson|Mette Frederiksen|Margrethe II of Denmark|Jacinda Ardern|Liz Truss|Élisabeth Borne|
    Tsai Ing-wen|Najla Bouden|Sahle-Work Zewde|Salome Zurabishvili|Katerina Sakellaropoulou|Xiomara Castro|
    Ingrida Šimonytė|Željka Cvijanović|Mirtha Vásquez|Cindy Kiro|Mary Simon|Froyla Tzalam|Susan Dougan|
    Cécile La Grenade|Giorgia Meloni|Claudia Sheinbaum|Sanae Takaichi""".replace("\n    ", "").split("|")
)
# First names of women among these speakers of the Bundestag; all others there are men's.
WOMENS_NAMES = frozenset(
    """Agnieszka Alice Amira Ana-Maria Andrea Anette Angela Angelika Anikó Anita Anja Anke Ann-Veruschka Anna Annalena
    Anne Annegret Annette Annika Antje Ariane Astrid Awet Aydan Barbara Beate Beatrix Bela Bettina Birgit Birke
    Brigitte Britta Bärbel Canan Cansel Caren Carina Carmen Carolin Catarina Chantal Charlotte Christiane Christina
    Christina-Johanne Christine Clara Claudia Corinna Cornelia Dagmar Daniela Deborah Denise Derya Diana Dietlind
    Doris Dorothee Dunja Ekin Elisabeth Elke Elvan Emilia Emily Emmi Esra Esther Eva Eva-Maria Felor Filiz Franziska
    Frauke Gabi Gabriela Gabriele Gesine Gisela Gitta Gyde Gökay Gülistan Hanna Heidi Heidrun Heike Helin Hilde Ina
    Ingeborg Ingrid Irene Isabel Jamila Jana Janine Jasmina Jessica Joana Josephine Judith Julia Jutta Karin
    Karoline Katarina Katharina Kathrin Katja Katrin Kersten Kerstin Kirsten Klara Kordula Kristina Kristine Lamya
    Laura Lena Leni Lina Linda Lisa Lucia Luise Luiza Maika Maja Malu Manja Manuela Mareike Margarete Margit Maria
    Maria-Lena Mariana Marianne Marie-Agnes Marie-Luise Marion Marja-Liisa Marlene Martina Mechthild Mechthilde
    Melanie Melis Merle Michaela Michelle Misbah Monika Nadine Nadja Nancy Natalie Nezahat Nicola Nicole Nina Nyke
    Ophelia Ottilie Patricia Paula Peggy Petra Pia Rasha Rebecca Reem Renata Renate Ria Ricarda Rita Ronja Sabine
    Sahra Sanae Sandra Sara Sarah Saskia Schahina Serap Sevim Siemtje Silke Silvia Simona Simone Sonja Steffi
    Stephanie Susann Susanne Svenja Swantje Sybille Sylvia Tabea Tanja Tessa Tina Ulla Ulle Ulli Ulrike Ursula Ute
    Verena Veronika Wiebke Yasmin Ye-One Yvonne Zaklin Zanda Zoe""".split()
)
# What officeholders.tsv tells with exact dates is not taken from the speakers' list.
KNOWN_BETTER = re.compile(
    r"B ?undes(minister|kanzler)|Ministerpräsident|Regierende|Präsident|Erster Bürger|Bürgermeister|Alters|Wehrbeauf"
)
_STATE = re.compile(r"(.+) \((.+)\)")


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m wortlaut.training.register", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with the gazetteer")
    parser.add_argument("--output", type=Path, default=STARTER, help="register to write (default: the shipped one)")
    given = parser.parse_args(arguments)
    register = build(given.data / "gazetteer")
    write_register(register, given.output)
    print(f"{len(register)} entries, {sum(len(e.roles) for e in register.entries)} roles: {given.output}")


def build(gazetteer: Path) -> Register:
    """The register, in the order of the names."""
    leaders = gazetteer / "world_leaders"
    found = Gathered()
    for entry in officeholders(HERE / "officeholders.tsv"):
        found.add(entry)
    before = list(past(leaders))
    for entry in (*current(leaders / "current_2026-08-22.jsonl", before), *before):
        found.add(entry)
    for entry in speakers(gazetteer / "speakers.tsv"):
        found.add(entry)
    whole = [tidied(entry) for entry in found.entries]
    return Register(tuple(sorted(whole, key=lambda entry: (folded(entry.name), entry.id))))


class Gathered:
    """Entries so far; one that is added is united with the one that it is."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.places: dict[str, list[int]] = {}  # Wikidata id or folded name -> indices of entries

    def add(self, new: Entry) -> None:
        """What came first knows better: an office that it has is not taken from the later source."""
        near = sorted({index for key in keys(new) for index in self.places.get(key, [])})
        index = next((index for index in near if same(self.entries[index], new)), len(self.entries))
        if index == len(self.entries):
            taken = any(entry.id == new.id for entry in self.entries)  # a slip of the protocol: two with one number
            self.entries.append(replace(new, id=slug(new.name)) if taken else new)
        else:
            self.entries[index] = united(self.entries[index], new)
        for key in keys(new):
            self.places.setdefault(key, []).append(index)


def keys(entry: Entry) -> list[str]:
    """What an entry is found by."""
    return [*map(folded, entry.names), *filter(None, [entry.wikidata])]


def same(old: Entry, new: Entry) -> bool:
    """The same Wikidata id; or the same name, unless both have a number of the Bundestag and they differ."""
    if old.wikidata and new.wikidata:
        return old.wikidata == new.wikidata
    numbers = {entry.id for entry in (old, new) if entry.id.startswith("mdb-")}
    return len(numbers) < 2 and not {*map(folded, old.names)}.isdisjoint(map(folded, new.names))


def united(old: Entry, new: Entry) -> Entry:
    """Both in one, with the better id: Wikidata, else the Bundestag's number."""
    roles = list(old.roles)
    for role in new.roles:
        held = [index for index, known in enumerate(roles) if office(known.title) == office(role.title)]
        if not held:
            roles.append(role)
        elif roles[held[-1]].until == role.since:  # the next term of the Bundestag
            roles[held[-1]] = replace(roles[held[-1]], until=role.until)
    id = next((e.id for e in (old, new) if e.wikidata), None) or next(
        (e.id for e in (old, new) if e.id.startswith("mdb-")), old.id
    )
    return replace(
        old, id=id, variants=(*old.variants, *new.names), roles=tuple(roles), wikidata=old.wikidata or new.wikidata,
        gender=old.gender or new.gender,
    )  # fmt: skip


def tidied(entry: Entry) -> Entry:
    """Variants that differ from the name and each other by more than their case and marks; no role twice."""
    by_key = {folded(name): name for name in reversed(entry.names)}
    variants = tuple(name for name in entry.variants if name in by_key.values() and name != entry.name)
    return replace(entry, variants=tuple(dict.fromkeys(variants)), roles=tuple(dict.fromkeys(entry.roles)))


def rows_of(path: Path) -> Iterator[list[str]]:
    """The rows of a table with comments."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def officeholders(path: Path) -> Iterator[Entry]:
    """The facts written down here; leaders of parties and parliamentary groups under all their titles."""
    for name, gender, roles, *variants in rows_of(path):
        found = [role for words in filter(None, roles.split("|")) for role in spelled_out(words)]
        yield person(slug(name), name, (variants or [""])[0].split("|"), found, gender)


def spelled_out(words: str) -> Iterator[Role]:
    """Of "title=other title@since/until" one role a title."""
    titles, _, days = words.partition("@")
    since, _, until = days.partition("/")
    for title in titles.split("="):
        for each in (title, *party_titles(title)):
            yield Role(each, since or None, until or None)


def party_titles(title: str) -> Iterator[str]:
    """The other titles of the leader of a party or of its group in parliament."""
    match = re.fullmatch(r"(Grünen|Linken|Unions|\w+)-?(fraktions|Fraktions|)[cC]hef(in)?", title)
    if not match or not re.match(r"(CDU|CSU|SPD|FDP|AfD|BSW|Grünen|Linken|Union)", title):
        return
    party, group, woman = match[1].removesuffix("fraktions"), match[2] or "fraktion" in title.lower(), match[3]
    leader, ending = ("Vorsitzende", "in") if woman else ("Vorsitzender", "")
    low = leader.lower()
    if group:
        yield f"{party}fraktionsvorsitzende{'' if woman else 'r'}" if party == "Unions" else f"{party}-Fraktions{low}"
        yield f"{leader} der {'CDU/CSU' if party == 'Unions' else party}-Bundestagsfraktion"
        yield f"{leader} der {'Unionsfraktion' if party == 'Unions' else party + '-Fraktion'}"
    else:
        yield f"{party}-{leader}"
        yield f"{party}-Parteichef{ending}"
        yield f"{party}-Bundes{low}"
        yield f"{leader} {'des' if party == 'BSW' else 'der'} {party}"


def current(path: Path, known: list[Entry]) -> Iterator[Entry]:
    """The leaders of 2026-08-22, with the Wikidata ids that the list of 2022 has for their names.

    Their own ids are not taken: three are somebody else's (von der Leyen has Orbán's). Saudi Arabia's head of state
    there is its head of government, and is left out.
    """
    ids = {folded(name): entry.wikidata for entry in known for name in entry.names}
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        code = record["country"]["iso_code"]
        for position, of in record["positions"].items():
            holder = of["current_holder"] or {}
            both = position == "head_of_government" and of["title_en"] == "President"
            if not holder.get("name_en") or both or (code, position) == ("SA", "head_of_state"):
                continue
            name = holder["name_en"]
            office_held = None if name == "Charles III" else role(of["title_en"], code, name, holder["since"], None)
            yield leader(ids.get(folded(name)), name, office_held)


def past(folder: Path) -> Iterator[Entry]:
    """The leaders of 2022-10: first by Wikidata, then who is on Wikipedia's list only."""
    columns = ("positionLabel", "officeholderLabel"), ("positionlabel", "officeholderlabel")
    for file, (title, name) in zip(("wikidata_2022-10.csv", "wikipedia_2022-10.csv"), columns, strict=True):
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        for row in rows:
            code = country_code(row["country"])
            named = re.sub(r" \(.*\)", "", row[name])
            if not code or re.match(r"Q\d+$|Prime Minister|Pope$", named) or row["officeholder"] in MONARCHS:
                continue
            until = row["end_year"] or successor(row, rows, title) or SNAPSHOT
            found = role(row[title], code, named, row["start_year"] or until, until)
            if found:
                yield leader(row["officeholder"], named, found)


def successor(row: dict[str, str], rows: list[dict[str, str]], title: str) -> str | None:
    """The year in which the next holder of an office began, where the list has no end; a council has no next holder."""
    same = [r for r in rows if (r["country"], r[title]) == (row["country"], row[title]) and r is not row]
    later = [r["start_year"] for r in same if r["start_year"] > row["start_year"] > ""]
    return min(later) if later and "Member" not in row[title] else None


def country_code(english: str) -> str:
    """The code of a country by its name in the lists, empty where there is none."""
    known = {country.english: country.code for country in COUNTRIES}
    return LEADERS_ENGLISH.get(english) or known.get(english, "")


def role(english: str, code: str, name: str, since: str | None, until: str | None) -> Role | None:
    """The office in German, None for one that has no German title here."""
    for pattern, man, woman in TITLES:
        if re.match(pattern, english, re.IGNORECASE):
            title = woman if name in WOMEN else man
            if title.startswith("Ministerpräsident") and code in PREMIERS:
                title = title.replace("Ministerpräsident", "Premierminister")
            if code == "DE":
                return Role(title.replace("Präsident", "Bundespräsident"), since, until)
            return Role(f"{title} {of_country(code)}", since, until) if code not in ("EU", "AU_AF") else None
    return Role("Bundeskanzler", since, until) if (english, code) == ("Chancellor", "DE") else None


def of_country(code: str) -> str:
    """What follows a title: "von Frankreich", "der Türkei"."""
    country = next(country for country in (*COUNTRIES, *STATES) if country.code == code)
    return country.genitive if country.genitive.startswith(("der ", "des ", "von ")) else f"von {country.german}"


def leader(wikidata: str | None, english: str, found: Role | None) -> Entry:
    """A leader under the name of the German press."""
    name, variants = _SPELLINGS.get(english, (english, ()))
    gender = "f" if english in WOMEN else "m"
    return person(wikidata or slug(name), name, (*variants, english), [found] if found else [], gender, wikidata)


def person(
    id: str, name: str, variants: Iterable[str], roles: Iterable[Role], gender: str | None, wikidata: str | None = None
) -> Entry:
    """An entry; a variant is never a lone surname, since none of one word is taken in."""
    kept = tuple(v for v in variants if " " in v.strip() or "-" in v)
    sex: Gender | None = "f" if gender == "f" else "m" if gender == "m" else None
    return Entry(id, name, "person", kept, tuple(roles), wikidata, sex)


def speakers(path: Path) -> Iterator[Entry]:
    """Those who spoke in the Bundestag: members with party and term, members of governments with their office."""
    known = {country.german for country in STATES}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            name = speaker_name(row)
            if not name or not row["id"].startswith(("1100", "9999", "9998")):
                continue
            first = row["vorname"].split()[0]
            gender = "f" if first in WOMENS_NAMES else "m"
            id = f"mdb-{row['id']}" if row["id"].startswith("1100") else slug(name)
            yield person(id, name, short_names(row, name), speaker_roles(row, gender, known), gender)


def speaker_name(row: dict[str, str]) -> str:
    """First name, particle and surname; empty where the row is a slip of the protocol."""
    first, particle, last = (row[key].strip() for key in ("vorname", "namenszusatz", "nachname"))
    if (
        not first
        or not last
        or "," in first
        or first.startswith(("Dr.", "Alters", "Dirk-UlrichLena", "Dirk-UlrichAlex"))
    ):
        return ""
    return " ".join(f"{first} {'' if first.endswith(particle) else particle} {last}".split())


def short_names(row: dict[str, str], name: str) -> Iterator[str]:
    """Without second first names and noble titles, as the press writes."""
    given = row["vorname"].split()
    noble = name.replace(" Graf ", " ").replace(" Freiherr ", " ")
    if noble != name:
        yield noble
    elif len(given) > 1 and given[1] not in ("von", "in", "Elsner", "Mohamed", "Taher"):
        yield f"{given[0]} {row['nachname']}"


def speaker_roles(row: dict[str, str], gender: str | None, states: set[str]) -> Iterator[Role]:
    """The seat, by its group, and the office where the protocol names one."""
    since, until = TERMS[row["wp"]]
    party = PARTIES.get(row["fraktion"])
    ending = "" if gender == "f" else "r"
    if party and row["id"].startswith("1100"):
        yield Role(f"{party}-Bundestagsabgeordnete{ending}", since, until)
    title = " ".join(row["rolle_lang"].split()).replace("Parl. ", f"Parlamentarische{'r' if gender == 'm' else ''} ")
    if not title or KNOWN_BETTER.match(title):
        return
    match = _STATE.fullmatch(title)
    yield Role(f"{match[1]} von {match[2]}" if match and match[2] in states else title, since, until)


_SPELLINGS = {
    english: (german, tuple(filter(None, variants.split("|"))))
    for english, german, variants in ((*row, "")[:3] for row in rows_of(HERE / "spellings.tsv"))
}

if __name__ == "__main__":
    main()
