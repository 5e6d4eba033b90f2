"""Expressions of time: what is one, where it begins and ends, and its TIMEX3 value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.reading import read
from wortlaut.text import Article
from wortlaut.times import anchor_of, expressions
from wortlaut.times.almanac import easter

THURSDAY = date(2024, 6, 20)


def found(text: str, anchor: date | None = THURSDAY) -> list[tuple[str, str, str]]:
    return [(e.span.cut(text), e.type, e.value) for e in expressions(read(Article(text)), anchor)]


TABLE = [
    # Weekdays look back, unless the clause looks ahead.
    ("Der Rat entschied am Montag.", [("Montag", "DATE", "2024-06-17")]),
    ("Der Rat entschied am Donnerstag.", [("Donnerstag", "DATE", "2024-06-20")]),
    ("Der Rat wird am Montag entscheiden.", [("Montag", "DATE", "2024-06-24")]),
    ("Die Ministerin will am Freitag zurücktreten.", [("Freitag", "DATE", "2024-06-21")]),
    ("Der Minister soll am Freitag betrunken gewesen sein.", [("Freitag", "DATE", "2024-06-14")]),
    ("Mann am Montag gestorben", [("Montag", "DATE", "2024-06-17")]),
    ("Am Samstag feiern die Bürger.", [("Samstag", "DATE", "2024-06-22")]),
    ("Der Streik beginnt am Montag um 4 Uhr.", [("Montag", "DATE", "2024-06-24"),
                                                ("4 Uhr", "TIME", "2024-06-24T04:00")]),
    ("Seit Montag streiken sie.", [("Montag", "DATE", "2024-06-17")]),
    ("Er sagte es am Montagabend.", [("Montagabend", "TIME", "2024-06-17TEV")]),
    ("Am Dienstagmorgen brach das Feuer aus.", [("Dienstagmorgen", "TIME", "2024-06-18TMO")]),
    ("In der Nacht zum Mittwoch brannte es.", [("der Nacht zum Mittwoch", "TIME", "2024-06-18TNI")]),
    ("In der Nacht auf Sonntag kam es zum Streit.", [("der Nacht auf Sonntag", "TIME", "2024-06-15TNI")]),
    ("Das geschah am Mittwoch vergangener Woche.", [("Mittwoch vergangener Woche", "DATE", "2024-06-12")]),
    ("Am kommenden Freitag wird gewählt.", [("kommenden Freitag", "DATE", "2024-06-21")]),
    ("Letzten Donnerstag kam er.", [("Letzten Donnerstag", "DATE", "2024-06-13")]),
    # Days counted from the article's.
    ("Heute früh regnete es.", [("Heute früh", "TIME", "2024-06-20TMO")]),
    ("Gestern Abend schneite es.", [("Gestern Abend", "TIME", "2024-06-19TEV")]),
    ("Morgen beginnt der Prozess.", [("Morgen", "DATE", "2024-06-21")]),
    ("Am Morgen fuhr er los.", [("Morgen", "TIME", "2024-06-20TMO")]),
    ("Bis übermorgen soll es fertig sein.", [("übermorgen", "DATE", "2024-06-22")]),
    ("Vorgestern kam er.", [("Vorgestern", "DATE", "2024-06-18")]),
    ("Er lebt heute noch dort.", [("heute", "DATE", "PRESENT_REF")]),
    # Dates.
    ("Am 18. Juni 2023 traf er sie.", [("18. Juni 2023", "DATE", "2023-06-18")]),
    ("Am 3. Juli wird er gehen.", [("3. Juli", "DATE", "2024-07-03")]),
    ("Am 3. Juli ging er.", [("3. Juli", "DATE", "2023-07-03")]),
    ("Er wurde am 18.6.2024 gewählt.", [("18.6.2024", "DATE", "2024-06-18")]),
    ("Die Frist endete am 18.06. um Mitternacht.", [("18.06.", "DATE", "2024-06-18"),
                                                    ("Mitternacht", "TIME", "2024-06-18T24:00")]),
    ("Am Dienstag, 18. Juni, kam er.", [("Dienstag, 18. Juni", "DATE", "2024-06-18")]),
    ("Vom 3. bis 5. Mai war er da.", [("3.", "DATE", "2024-05-03"), ("5. Mai", "DATE", "2024-05-05")]),
    ("Am achtzehnten Juni ging er.", [("achtzehnten Juni", "DATE", "2024-06-18")]),
    ("Er kam am 2024-06-18.", [("2024-06-18", "DATE", "2024-06-18")]),
    ("Der 31. Februar kommt nie.", []),
    ("Anfang Mai kam er.", [("Anfang Mai", "DATE", "2024-05")]),
    ("Ende August wird er kommen.", [("Ende August", "DATE", "2024-08")]),
    ("Im Juni 2019 kam er.", [("Juni 2019", "DATE", "2019-06")]),
    ("Im März 1992 zog er um. Am 5. März starb sie.", [("März 1992", "DATE", "1992-03"),
                                                       ("5. März", "DATE", "1992-03-05")]),
    ("Minister August Müller kam.", []),
    # Years and longer.
    ("Er wurde 1998 in Köln geboren.", [("1998", "DATE", "1998")]),
    ("Im Jahr 2019 kamen 2000 Menschen mit 1500 Euro.", [("Jahr 2019", "DATE", "2019")]),
    ("Von 2019 bis 2022 war er krank.", [("2019", "DATE", "2019"), ("2022", "DATE", "2022")]),
    ("Das Werk (1991-1995) ist alt.", [("1991", "DATE", "1991"), ("1995", "DATE", "1995")]),
    ("Er starb 44 v. Chr. in Rom.", [("44 v. Chr.", "DATE", "BC0044")]),
    ("In den 1990er Jahren zog er um.", [("den 1990er Jahren", "DATE", "199")]),
    ("Seit den achtziger Jahren", [("den achtziger Jahren", "DATE", "198")]),
    ("Mitte der Zwanzigerjahre", [("Mitte der Zwanzigerjahre", "DATE", "192")]),
    ("Im zwanzigsten Jahrhundert", [("zwanzigsten Jahrhundert", "DATE", "19")]),
    ("Im Sommer 2023 war es heiß.", [("Sommer 2023", "DATE", "2023-SU")]),
    ("Im Herbst wird es kalt.", [("Herbst", "DATE", "2024-FA")]),
    ("Im ersten Quartal sank der Umsatz.", [("ersten Quartal", "DATE", "2024-Q1")]),
    ("Im zweiten Halbjahr 2023", [("zweiten Halbjahr 2023", "DATE", "2023-H2")]),
    ("In Kalenderwoche 12 fehlte er.", [("Kalenderwoche 12", "DATE", "2024-W12")]),
    # Counted from now.
    ("Das war im vergangenen Monat.", [("vergangenen Monat", "DATE", "2024-05")]),
    ("Nächstes Jahr kommt er.", [("Nächstes Jahr", "DATE", "2025")]),
    ("Ende dieser Woche", [("Ende dieser Woche", "DATE", "2024-W25")]),
    ("Im Vorjahr waren es mehr.", [("Vorjahr", "DATE", "2023")]),
    ("Am Montag kam er. Am Tag zuvor war er krank.", [("Montag", "DATE", "2024-06-17"),
                                                      ("Tag zuvor", "DATE", "2024-06-16")]),
    ("Am Montag kam er. Frist ist bis Freitag. Um 20 Uhr ging er.", [("Montag", "DATE", "2024-06-17"),
                                                                     ("Freitag", "DATE", "2024-06-21"),
                                                                     ("20 Uhr", "TIME", "2024-06-17T20:00")]),
    ("Frist ist bis Freitag um 12 Uhr.", [("Freitag", "DATE", "2024-06-21"), ("12 Uhr", "TIME", "2024-06-21T12:00")]),
    ("Am Wochenende gewann sie.", [("Wochenende", "DATE", "2024-W24-WE")]),
    ("Am kommenden Wochenende wird gefeiert.", [("kommenden Wochenende", "DATE", "2024-W25-WE")]),
    ("Vergangene Nacht brannte es.", [("Vergangene Nacht", "TIME", "2024-06-19TNI")]),
    ("Der gestrige Beschluss gilt.", [("gestrige", "DATE", "2024-06-19")]),
    # The clock.
    ("Gegen halb acht kam er.", [("halb acht", "TIME", "2024-06-20T07:30")]),
    ("Um 14.30 Uhr kam er.", [("14.30 Uhr", "TIME", "2024-06-20T14:30")]),
    ("Er kam um acht Uhr abends.", [("acht Uhr abends", "TIME", "2024-06-20T20:00")]),
    ("Geöffnet von 9 bis 12 Uhr.", [("9", "TIME", "2024-06-20T09:00"), ("12 Uhr", "TIME", "2024-06-20T12:00")]),
    ("Beginn 14:30.", [("14:30", "TIME", "2024-06-20T14:30")]),
    ("Sie siegten 2:1 nach 21:15 Sätzen.", []),
    ("Das kostet 14.30 Euro.", []),
    ("Jeden Montag um 20 Uhr wird geübt.", [("Jeden Montag", "SET", "XXXX-WXX-1"),
                                            ("20 Uhr", "TIME", "XXXX-WXX-1T20:00")]),
    # Durations and repetitions.
    ("Er blieb drei Jahre.", [("drei Jahre", "DURATION", "P3Y")]),
    ("Er blieb ein halbes Jahr.", [("ein halbes Jahr", "DURATION", "P6M")]),
    ("Er blieb eineinhalb Stunden.", [("eineinhalb Stunden", "DURATION", "PT1.5H")]),
    ("Er bekam zwei Jahre und drei Monate.", [("zwei Jahre und drei Monate", "DURATION", "P2Y3M")]),
    ("Das zweitägige Treffen dauerte.", [("zweitägige", "DURATION", "P2D")]),
    ("Es dauerte monatelang.", [("monatelang", "DURATION", "PXM")]),
    ("In den vergangenen zehn Jahren", [("den vergangenen zehn Jahren", "DURATION", "P10Y")]),
    ("Es waren fünfundzwanzig Jahre, daß er fort war.", [("fünfundzwanzig Jahre", "DURATION", "P25Y")]),
    ("Seit Jahren ist das so.", [("Jahren", "DURATION", "PXY")]),
    ("Die 37-Jährige und ihre 14-jährige Tochter sind 45 Jahre alt.", []),
    ("Der Bundestag nahm den Antrag an.", []),
    ("Er kommt täglich.", [("täglich", "SET", "P1D")]),
    ("Er kommt zweimal pro Woche.", [("zweimal pro Woche", "SET", "P1W")]),
    ("Gewählt wird alle vier Jahre.", [("alle vier Jahre", "SET", "P4Y")]),
    ("Geschlossen ist dienstags.", [("dienstags", "SET", "XXXX-WXX-2")]),
    # Without a date.
    ("Damals war das so.", [("Damals", "DATE", "PAST_REF")]),
    ("Derzeit ist das so.", [("Derzeit", "DATE", "PRESENT_REF")]),
    ("Künftig ist das so.", [("Künftig", "DATE", "FUTURE_REF")]),
    ("Er war zur Zeit der Besatzung in Paris.", []),
    # Holidays.
    ("Ostern 2025", [("Ostern 2025", "DATE", "2025-04-20")]),
    ("Am Tag der Deutschen Einheit wird gefeiert.", [("Tag der Deutschen Einheit", "DATE", "2024-10-03")]),
    ("An Weihnachten war er da.", [("Weihnachten", "DATE", "2023-12-25")]),
    ("Zu Pfingsten kam er.", [("Pfingsten", "DATE", "2024-05-19")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_expressions(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Er kam am Dienstag.", "XXXX-WXX-2"),
        ("Er kam am 18. Juni.", "XXXX-06-18"),
        ("Er kam gestern.", "XXXX-XX-XX"),
        ("Er kam im Mai.", "XXXX-05"),
        ("Er kam am Montagabend.", "XXXX-WXX-1TEV"),
        ("Er kam um 14.30 Uhr.", "XXXX-XX-XXT14:30"),
        ("Er kam im vergangenen Jahr.", "XXXX"),
        ("Er kam im Herbst.", "XXXX-FA"),
        ("Er kam im Herbst 2019.", "2019-FA"),
        ("Er kam an Ostern.", "XXXX-XX-XX"),
        ("Er kam vor drei Tagen.", "P3D"),
    ],
)
def test_without_an_anchor(text: str, value: str) -> None:
    assert [e[2] for e in found(text, None)] == [value]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Er kam vor zwei Tagen.", "2024-06-18"),
        ("Er kommt in drei Wochen.", "2024-W28"),
        ("Vor einem Jahr ging er.", "2023"),
        ("In den letzten zehn Jahren", "2014"),
        ("Er schlief zwei Tage.", None),
        ("Am Montag kam er. Zwei Tage später ging er.", "2024-06-19"),
    ],
)
def test_the_point_that_a_duration_counts_to(text: str, point: str | None) -> None:
    assert expressions(read(Article(text)), THURSDAY)[-1].point == point


def test_headings_are_read_and_a_weekday_above_a_programme_is_to_come() -> None:
    text = "Freitag\n\n20 Uhr: Lesung.\n\nSamstag\n\nUm 14.30 Uhr Wanderung."
    assert [e[2] for e in found(text)] == ["2024-06-21", "2024-06-21T20:00", "2024-06-22", "2024-06-22T14:30"]


def test_a_programme_is_under_its_date_however_long_it_is() -> None:
    entries = "\n\n".join(f"Halle {i}: Konzert um {9 + i % 12} Uhr." for i in range(40))
    days = {e[2][:10] for e in found(f"Samstag, 22. Juni\n\n{entries}")}
    assert days == {"2024-06-22"}


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-06-18", date(2024, 6, 18)),
        ("2024-06-18T23:30:00+02:00", date(2024, 6, 18)),
        ("2024-02-31", None),
        ("gestern", None),
        ("", None),
        (None, None),
    ],
)
def test_the_anchor_is_the_day_of_publication(published: str | None, day: date | None) -> None:
    assert anchor_of(read(Article("Er kam.", published=published))) == day


def test_else_the_anchor_is_in_the_dateline() -> None:
    text = "Berlin, 18. Juni 2024 (dpa) - Die Regierung hat am Montag getagt. Sie sprach lange."
    reading = read(Article(text))
    assert any(part.kind == "dateline" for part in reading.parts)
    assert anchor_of(reading) == date(2024, 6, 18)


@pytest.mark.parametrize("anchor", [date(9999, 12, 31), date(1, 1, 1), date(2024, 2, 29)])
def test_the_ends_of_the_calendar(anchor: date) -> None:
    texts = [text for text, _ in TABLE]
    more = "Übermorgen, vorgestern, vor 5000 Jahren, in 9999 Jahrhunderten, nächste Woche, am Montag, in 800000 Tagen."
    for text in (*texts, more, more.lower()):
        for expression in expressions(read(Article(text)), anchor):
            assert expression.value


def test_easter() -> None:
    assert [easter(year) for year in (1818, 1943, 2008, 2285)] == [
        date(1818, 3, 22), date(1943, 4, 25), date(2008, 3, 23), date(2285, 3, 22),
    ]  # fmt: skip


PIECES = st.sampled_from(
    """am der den vergangenen kommenden Montag Dienstagabend 18. Juni 2024 18.6. 31. Februar Jahre Jahren zwei fast
    und bis von - / , . : 14.30 14:30 Uhr halb Viertel vor nach Woche Ende Anfang des Quartal 1990er 9999 0
    99999999999 heute Morgen Ostern Weihnachten im Jahr jeden alle später zuvor lang mal pro ² ٣ v. Chr. KW Nacht zum
    Sommer 2023/24 „ “ ( ) XX. ersten Jahrhundert""".split()
)


def check(text: str, anchor: date | None) -> None:
    reading = read(Article(text))
    end = 0
    for expression in expressions(reading, anchor):
        assert end <= expression.span.start < expression.span.end <= len(text)
        assert expression.type in ("DATE", "TIME", "DURATION", "SET") and expression.value
        assert not expression.span.cut(text)[0].isspace() and not expression.span.cut(text)[-1].isspace()
        end = expression.span.end
    anchor_of(reading)


@settings(deadline=None)
@given(st.text(max_size=300), st.none() | st.dates())
def test_any_text(text: str, anchor: date | None) -> None:
    check(text, anchor)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60), st.sampled_from((" ", "", "\u00a0", "\n")), st.none() | st.dates())
def test_any_words_of_time(pieces: list[str], gap: str, anchor: date | None) -> None:
    check(gap.join(pieces), anchor)


@pytest.mark.parametrize(
    "hostile",
    [
        "1" * 50_000, "1." * 25_000, "am Montag " * 5_000, "den vergangenen " * 4_000, "drei" + " " * 50_000 + "Jahre",
        "zwei Jahre und " * 4_000, "vergangen" * 6_000, "der fast " * 6_000, "1990-" * 10_000, "9 Uhr " * 8_000,
        "12. bis " * 6_000, "Anfang der " * 5_000, "heute " * 8_000, "18.\n" * 10_000, "1.000." * 10_000,
        "jahrelang" * 6_000,
    ],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_hostile_text_comes_to_an_end(hostile: str) -> None:
    check(hostile, THURSDAY)  # with a quadratic step each would take minutes
