"""The words of time in German. Data only; all words lower-cased, without endings where the name says stem."""

WEEKDAYS = {"montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonnabend": 6,
            "sonntag": 7}  # fmt: skip
# Abbreviations count only before a comma or a date: "Di., 18. Juni".
WEEKDAYS_SHORT = {"mo": 1, "di": 2, "mi": 3, "do": 4, "fr": 5, "sa": 6, "so": 7}
MONTHS = {
    "januar": 1, "jänner": 1, "februar": 2, "feber": 2, "märz": 3, "maerz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7,
    "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12,
}  # fmt: skip
# Abbreviations count only after a day or before a year: "18. Okt.", "Sept. 2024".
MONTHS_SHORT = {"jan": 1, "feb": 2, "febr": 2, "mär": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10,
                "nov": 11, "dez": 12}  # fmt: skip
SEASONS = {"frühling": "SP", "frühjahr": "SP", "sommer": "SU", "herbst": "FA", "winter": "WI", "frühsommer": "SU",
           "spätsommer": "SU", "hochsommer": "SU", "spätherbst": "FA"}  # fmt: skip
DAYPARTS = {"morgen": "MO", "früh": "MO", "vormittag": "MO", "mittag": "MI", "nachmittag": "AF", "abend": "EV", "nacht": "NI",
            "vorabend": "EV", "spätabend": "EV", "spätnachmittag": "AF", "frühmorgen": "MO"}  # fmt: skip
DAYPARTS_USUAL = {"morgens": "MO", "frühmorgens": "MO", "vormittags": "MO", "mittags": "MI", "nachmittags": "AF",
                  "abends": "EV", "nachts": "NI"}  # fmt: skip

# Stems of units -> ISO 8601, "T" before units of the clock; DE and CE are TimeML's decade and century.
UNITS = {
    "sekunde": "TS", "minute": "TM", "stunde": "TH", "tag": "D", "woche": "W", "wochenende": "WE", "monat": "M",
    "quartal": "Q", "halbjahr": "H", "jahr": "Y", "jahrzehnt": "DE", "jahrhundert": "CE", "jahrtausend": "ML",
}  # fmt: skip
# Forms of adverbs and adjectives -> how often: "täglich", "wöchentlich".
FREQUENCIES = {
    "stündlich": "PT1H", "täglich": "P1D", "alltäglich": "P1D", "wöchentlich": "P1W", "monatlich": "P1M",
    "vierteljährlich": "P3M", "halbjährlich": "P6M", "jährlich": "P1Y", "alljährlich": "P1Y", "allabendlich": "P1D",
}  # fmt: skip

# Stems of adjectives -> how many units away from the anchor.
TURNS = {
    "vergangen": -1, "letzt": -1, "vorig": -1, "zurückliegend": -1, "abgelaufen": -1, "verflossen": -1, "vorletzt": -2,
    "vorvergangen": -2, "vorvorig": -2, "dies": 0, "laufend": 0, "heurig": 0, "heutig": 0, "gegenwärtig": 0, "kommend": 1,
    "nächst": 1, "bevorstehend": 1, "folgend": 1, "übernächst": 2,
}  # fmt: skip
DAYS_AWAY = {"vorvorgestern": -3, "vorgestern": -2, "gestern": -1, "heute": 0, "heut": 0, "morgen": 1, "übermorgen": 2}
DAYS_AWAY_STEMS = {"gestrig": -1, "vorgestrig": -2, "heutig": 0, "morgig": 1}
YEARS_AWAY_STEMS = {"diesjährig": 0, "heurig": 0, "vorjährig": -1, "letztjährig": -1, "nächstjährig": 1}
# One word for a unit beside the anchor's: "im Vorjahr"; "T" marks days counted from the day last named.
NEIGHBOURS = {
    "vorjahr": ("Y", -1), "vorvorjahr": ("Y", -2), "folgejahr": ("Y", 1), "vormonat": ("M", -1), "folgemonat": ("M", 1),
    "vorwoche": ("W", -1), "folgewoche": ("W", 1), "vortag": ("D", -1), "folgetag": ("D", 1), "vorjahreszeitraum": ("Y", -1),
    "vorjahresmonat": ("Y", -1), "vorquartal": ("Q", -1), "vorjahresquartal": ("Y", -1),
}  # fmt: skip
THIS_YEAR = frozenset(("heuer",))
# A unit whose beginning or end is meant -> the unit.
EDGES = {"jahresende": "Y", "jahresbeginn": "Y", "jahresanfang": "Y", "jahresmitte": "Y", "monatsende": "M", "monatsanfang": "M",
         "monatsbeginn": "M", "wochenbeginn": "W", "wochenanfang": "W", "wochenmitte": "W"}  # fmt: skip
EDGE_WORDS = ("anfang", "beginn", "mitte", "ende")

NUMBERS = {
    "null": 0, "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "eins": 1, "zwei": 2, "zweier": 2, "zwo": 2,
    "drei": 3, "dreier": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18,
    "neunzehn": 19,
}  # fmt: skip
TENS = {"zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
        "neunzig": 90}  # fmt: skip
HUNDREDS = {"hundert": 100, "tausend": 1000}
FRACTIONS = {"halb": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "viereinhalb": 4.5,
             "fünfeinhalb": 5.5, "sechseinhalb": 6.5}  # fmt: skip
# Ordinal stems that are not the number and "t" or "st".
ORDINALS = {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8}
# Words for a number that is not said.
UNTOLD = ("ein paar", "einige", "einiger", "einigen", "mehrere", "mehreren", "mehrerer", "wenige", "wenigen", "weniger", "viele",
          "vielen", "etliche", "etlichen", "dutzende", "unzählige", "unzähligen", "zahlreiche", "zahlreichen", "etlicher",
          "vieler", "hunderte", "tausende", "hunderten", "tausenden")  # fmt: skip
# What stands before a number and belongs to it: "fast zehn Jahre".
ABOUT = ("fast", "rund", "etwa", "gut", "knapp", "genau", "ungefähr", "circa", "ca.", "mehr als", "weniger als", "mindestens",
         "höchstens", "maximal", "exakt", "zirka", "annähernd", "nahezu", "bis zu", "insgesamt")  # fmt: skip
# Adjectives between a number and its unit: "17 lange Jahre".
QUALITIES = ("lange", "langen", "volle", "vollen", "ganze", "ganzen", "ganzes", "gute", "guten", "knappe", "knappes", "knappen",
             "weitere", "weiteren", "weiteres", "halbe", "halben", "halbes", "schwere", "harte", "wertvolles", "aufeinanderfolgende",
             "aufeinanderfolgenden", "turbulente", "turbulenten")  # fmt: skip
DETERMINERS = ("der", "die", "das", "den", "dem", "des", "all diese", "diese", "dieser", "diesen", "diesem", "dieses", "jener",
               "jene", "jenen", "jenem", "jenes")  # fmt: skip

# Words and phrases that name no date.
PAST_WORDS = frozenset(
    """damals seinerzeit einst einstmals früher kürzlich unlängst neulich jüngst ehedem vormals zuvor ehemals""".split()
)
PRESENT_WORDS = frozenset("""jetzt derzeit zurzeit momentan gegenwärtig heutzutage augenblicklich""".split())
FUTURE_WORDS = frozenset("bald demnächst künftig zukünftig fortan".split())
PHRASES = {
    "PAST_REF": ("letzter zeit", "jüngster zeit", "der letzten zeit", "der jüngsten zeit", "der vergangenen zeit", "dieser zeit",
                 "die vergangenheit", "der vergangenheit", "vergangenheit", "jener zeit", "jenen tagen", "vergangener zeiten",
                 "vergangenen zeiten", "früheren zeiten", "früheren jahren", "der ersten zeit"),
    "PRESENT_REF": ("der gegenwart", "die gegenwart", "zur zeit", "im moment", "im augenblick", "zur stunde", "der heutigen zeit"),
    "FUTURE_REF": ("die zukunft", "der zukunft", "zukunft", "nächster zeit", "naher zukunft", "der nächsten zeit", "absehbarer zeit"),
}  # fmt: skip
# Words beside which "heute" is an age, not a day.
NOWADAYS_BESIDE = frozenset("noch".split())
NOWADAYS_AFTER = frozenset("von schon".split())
# Words that show a text to tell of single days.
DAILY = frozenset(("gestern", "vorgestern", "übermorgen", "uhr", "heutigen", "gestrigen", "morgigen", *WEEKDAYS,
                   *(day + part for day in WEEKDAYS for part in DAYPARTS)))  # fmt: skip
# ... and to tell of other ages.
ERAS_TOLD = frozenset(
    "damals einst seinerzeit jahrhundert jahrhunderts jahrhunderte jahrzehnte jahrzehnten früher".split()
)
# Words that count something after a number that might be a year: "2000 Menschen".
COUNTED = frozenset(
    """euro mark dollar franken pfund yen kronen schilling lire menschen personen leute männer frauen kinder mitarbeiter beschäftigte
    arbeitsplätze stellen einwohner mitglieder zuschauer besucher teilnehmer demonstranten soldaten flüchtlinge tote opfer meter metern
    kilometer kilometern quadratmeter hektar tonnen kilo kilogramm gramm liter stück seiten exemplare watt kilowatt megawatt volt ps prozent
    stunden tage jahre jahren wohnungen häuser fahrzeuge autos firmen unternehmen betriebe fälle stimmen punkte schüler studenten
    lehrer gäste arbeiter tiere bäume höhenmeter grad kubikmeter""".split()
)
# Prepositions and the like before a number that make it a year.
BEFORE_YEAR = frozenset(
    "in seit von bis ab vor nach um anno jahr jahre jahres jahrgang sommer winter herbst frühjahr für".split()
)

# Holidays -> "month-day", or days from Easter Sunday.
HOLIDAYS: dict[str, str | int] = {
    "neujahr": "01-01", "neujahrstag": "01-01", "dreikönigstag": "01-06", "valentinstag": "02-14", "frauentag": "03-08",
    "tag der arbeit": "05-01", "maifeiertag": "05-01", "mariä himmelfahrt": "08-15", "weltkindertag": "09-20",
    "tag der deutschen einheit": "10-03", "tages der deutschen einheit": "10-03", "reformationstag": "10-31", "halloween": "10-31",
    "allerheiligen": "11-01", "allerseelen": "11-02", "martinstag": "11-11", "nikolaustag": "12-06", "nikolaus": "12-06",
    "heiligabend": "12-24", "heiliger abend": "12-24", "heiligen abend": "12-24", "weihnachten": "12-25",
    "erster weihnachtstag": "12-25", "ersten weihnachtstag": "12-25", "erster weihnachtsfeiertag": "12-25",
    "ersten weihnachtsfeiertag": "12-25", "zweiter weihnachtstag": "12-26", "zweiten weihnachtstag": "12-26",
    "zweiter weihnachtsfeiertag": "12-26", "zweiten weihnachtsfeiertag": "12-26", "stephanstag": "12-26", "stefanitag": "12-26",
    "silvester": "12-31", "jahreswechsel": "12-31", "silvesterabend": "12-31", "weiberfastnacht": -52, "rosenmontag": -48, "faschingsdienstag": -47,
    "aschermittwoch": -46, "palmsonntag": -7, "gründonnerstag": -3, "karfreitag": -2, "karsamstag": -1, "ostersonntag": 0,
    "ostern": 0, "ostermontag": 1, "christi himmelfahrt": 39, "vatertag": 39, "pfingsten": 49, "pfingstsonntag": 49,
    "pfingstmontag": 50, "fronleichnam": 60, "osterfest": 0, "weihnachtsfest": "12-25",
}  # fmt: skip
# The name of a man or a book as well: only after a preposition of time.
HOLIDAYS_AFTER_PREPOSITION = frozenset(("nikolaus", "silvester", "halloween", "martinstag"))

# Signs of what is to come, in the clause of a bare "am Freitag"; FUTURE_VERBS are sure ones.
AHEAD = frozenset(
    """beginnen starten finden stattfinden tagen entscheiden kommen treffen reisen stehen folgen spielen enden planen laden
    voraussichtlich spätestens künftig muss müssen kann können darf dürfen dürfte dürften müsste müssten könnte könnten bleiben
    fahren gehen fliegen laufen setzen treten geben ist sind hat haben öffnen kandidieren erwarten wählen sollte sollten""".split()
)
FUTURE_VERBS = frozenset("wird werden werde soll sollen solle will wollen wolle".split())
BACK = frozenset("war waren wurde wurden hatte hatten worden gewesen wusste wussten".split())
PERFECT = frozenset("hat haben ist sind habe sei seien habt bin".split())
PERFECT_INFINITIVES = frozenset(("haben", "sein"))
VERB_PREFIXES = """be ver er ent emp zer ge über unter wider miss an ab auf aus ein vor zu nach zurück statt bei mit los fort weg hin her heraus
    hinaus herein hinein teil fest statt um durch hervor bereit gegenüber""".split()
STRONG_PRETERITES = """kam ging stand fand gab traf gann sah sprach schrieb rief blieb nahm hielt fiel starb schlug zog trat wies lag ließ
    liess wann lor trug schloss schloß bot stieg schien flog fuhr lief hieß griff brach warf half sank saß schob schied schwieg sang
    sprang trank zwang wuchs wusch bat aß las maß gaß barg band bog biss biß blies briet floh floss fraß fror galt noss goss grub hing
    hob klang kroch lud litt lieh log mied pries riet rang rann roch rieb riss riß ritt schlich schliff schnitt schrie schritt
    schwamm schwang schwor schwand spann stach stahl stieß strich stritt tat trieb trog darb wand warb wich wog fing lang schoss
    schoß""".split()
BEFORE_ADJECTIVE = frozenset(
    """der die das den dem des ein eine einen einem einer eines seine ihre seinen ihren seiner ihrer im am zur zum vom beim keine
    diese dieser diesen für mit als und sehr viele mehrere""".split()
)
NO_PARTICIPLE = frozenset(
    "gegen gesamten genau ersten erst verschiedenen berlin erneut gestern genug geben gehen gelten".split()
)
NO_PRESENT = frozenset(
    """nicht mit seit jetzt erst fast sonst selbst statt oft weit damit somit zuletzt heut gut laut samt meist insgesamt bekannt direkt
    rot alt dort sofort ist hat zunächst möglichst jüngst längst unlängst bereit sogleich rat nächst höchst mindest gesamt stadt
    echt recht schlecht leicht vielleicht seltsamt dicht konkret exakt perfekt spät konsequent bunt hart zart kalt
    nebst derzeit jederzeit zurzeit gesamt insgeheim anfangs samt umsonst tot""".split()
)
# Words in -te that are no preterite.
NO_PRETERITE = frozenset(
    """heute erste letzte zweite dritte vierte fünfte sechste siebte achte neunte zehnte könnte könnten sollte sollten müsste müssten
    dürfte dürften möchte möchten beste nächste meiste größte rechte gute leichte alte älteste bitte mitte hätte hätten bekannte
    gesamte seite weite hunderte tausende leute heute seiten zeiten daten karten bitten monaten minuten zweiten unten hinten mitten punkten erhöhte geplante letzten ersten zweiten dritten besten nächsten meisten größten alten guten rechten""".split()
)

# Words that begin an expression but belong to no group above.
POINT_OPENERS = ("kalenderwoche", "kw", "mitternacht", "viertel", "dreiviertel", "halb", "punkt", "kurz")
SET_OPENERS = ("jede", "jeder", "jedes", "jeden", "jedem", "alle", "pro", "je", "tag", "jahr", "woche", "mal", "einmal")
# Ends of words that tell how long something lasts: "jahrelang", "zweitägig".
LASTING = ("sekundenlang", "minutenlang", "stundenlang", "tagelang", "wochenlang", "monatelang", "jahrelang", "jahrzehntelang",
           "jahrhundertelang", "sekündig", "minütig", "stündig", "tägig", "wöchig", "monatig", "jährig", "nächtelang")  # fmt: skip
LASTING_UNITS = {"sekünd": "TS", "minüt": "TM", "stünd": "TH", "täg": "D", "wöch": "W", "monat": "M", "jähr": "Y",
                 "sekunden": "TS", "minuten": "TM", "stunden": "TH", "tage": "D", "wochen": "W", "monate": "M", "jahre": "Y",
                 "jahrzehnte": "DE", "jahrhunderte": "CE", "nächte": "D"}  # fmt: skip
DAYPART_QUALITIES = ("frühen", "früher", "späten", "später", "späteren", "hohen")
# Parts of compounds that leave a unit a unit: "Sonnentage".
UNIT_FORMS = ("arbeits", "kalender", "werk", "sonnen", "regen", "ferien", "urlaubs", "verhandlungs", "sitzungs", "lebens", "schul",
              "dienst", "amts", "haft", "spiel", "feier", "unterrichts", "überstunden", "reise", "projekt", "studien", "lehr")  # fmt: skip
DECADES = {"zwanziger": 192, "dreißiger": 193, "dreissiger": 193, "vierziger": 194, "fünfziger": 195, "sechziger": 196,
           "siebziger": 197, "achtziger": 198, "neunziger": 199, "zehner": 191}  # fmt: skip
DECADE_QUALITIES = ("frühen", "späten", "goldenen", "wilden")
VAGUE = {"PAST_REF": PAST_WORDS, "PRESENT_REF": PRESENT_WORDS, "FUTURE_REF": FUTURE_WORDS}
COMPARED = frozenset(("früher",))  # no expression before "als"
SHARES = {"quartal": "Q", "vierteljahr": "Q", "halbjahr": "H", "kalenderwoche": "W", "kw": "W", "q": "Q"}
EARLIER = ("zuvor", "davor", "vorher")
LATER = ("danach", "darauf", "später")
# Prepositions that make a day the bound of something, not the day that is told of.
BOUNDS = frozenset("bis seit ab vor zum".split())
# Words before an expression that show it to be one.
BEFORE_DATE = frozenset(
    "am vom bis zum den der dem seit ab ( und zwischen dienstag montag mittwoch donnerstag freitag".split()
)
BEFORE_MONTH = frozenset(
    "im ab bis seit zum vom in und oder zwischen von beim kommenden letzten vergangenen diesen gegen".split()
)
BEFORE_WEEKEND = frozenset("am vom zum übers bis ums ab beim".split())
BEFORE_HOLIDAY = frozenset("an zu bis vor nach seit am zum ab".split())
MONTHS_LIKE_NAMES = frozenset(("august", "mai", "april"))
NO_YEAR_AFTER = frozenset("rund knapp über nr § ca circa nummer artikel seite tel telefon plz".split())
BEFORE_CLOCK_ONLY = frozenset(("um", "gegen"))
BEFORE_CLOCK = frozenset("um gegen ab bis von seit nach vor zwischen und".split())
BEFORE_DAYPART = frozenset("am vom zum gegen bis im seit ab".split())
EARLIER_BY = ("zuvor", "früher", "vorher", "davor")
LATER_BY = ("später", "danach", "darauf")
# What has no meaning of time before some words: "zur Zeit der Besatzung"; or by itself: "keine Zukunft".
ERAS = frozenset(("zur zeit", "dieser zeit"))
BARE_ERAS = frozenset(("vergangenheit", "zukunft"))
BEFORE_ERA = frozenset(("in", "zur"))
GENITIVES = frozenset("der des von eines einer dieser seiner ihrer".split())
NONE = frozenset("kein keine keinen".split())
# Nouns of those whose age "vierjährig" tells.
AGED = ("sohn", "tochter", "kind", "junge", "mädchen", "bub", "enkel", "bruder", "schwester", "mann", "frau", "hund", "pferd",
        "schüler")  # fmt: skip
OLDEST_TERM = 12  # years; a greater number before "-jährig" is the age of a person
OLD = frozenset("alt alte alten alter altes altem jung".split())
CLOCK = "uhr"
NO_PLURAL_VERB = frozenset(
    """gegen neben wegen zwischen oben unten hinten außen innen eben seinen ihren einen keinen diesen jeden meinen unseren deinen
    vergangenen letzten vorigen kommenden nächsten ersten zweiten dritten gestern extern intern sondern selten mitten
    heutigen darunten allen vielen anderen beiden euren jenen welchen manchen einigen wenigen""".split()
)
# Verbs whose infinitive ends in -ten, which looks like a preterite.
VERBS_IN_TEN = """treten bieten halten arbeiten warten bitten gelten leiten leisten raten deuten starten retten testen kosten streiten
    schreiten gleiten reiten achten richten tasten lasten rüsten fürchten beten töten bluten berichten antworten falten schalten walten
    spalten gestalten mieten werten orten schichten dichten pflichten leuchten beachten beobachten
    betrachten verzichten stiften haften haupten heiraten lauten lüften ausstatten
    statten breiten flüchten vermuten vermieten verhaften behaupten braten""".split()
WHOLE = ("ganz",)
