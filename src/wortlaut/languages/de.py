"""What the reading must know of German. Data only."""

# Abbreviations after which a full stop ends no sentence, lower-cased, without the stop.
ABBREVIATIONS = frozenset(
    """abg abs abt adm alexanderpl allg anm apr art aug az bd begr best betr bez bld bspw bzgl bzw ca chr cie co corp
    ders dez dgl dipl dir dr ebd ehem eigtl einschl engl etc ev evtl exkl feb febr fr frl frz gb geb gegr geh gem gen
    gest gez ggf ggü hbf hg hist hl hr hrn hrsg hst inc ing inh inkl insb jan jg jh jr jul jun kap kath kgl kl konst
    korr kath ltd ltn lfd lt mag max med mdb mdl min mio mr mrd mrs ms mtl nachf nds nov nr nrn nom obb oberstlt okt
    op orig p phil pf pfd pol priv prof prov rd red rel resp rev s sen sept sep sog sr st std stdn str stv svw tel tsd
    u usw v verf verh verw vgl vizepräs vol vs wg zb ziff zt zus zz z d h i e o a m b n k r t w l c f g j x y""".split()
)

# Months and nouns of order that follow an ordinal number: "18. Juni", "20. Jahrhundert".
AFTER_ORDINAL = frozenset(
    """januar februar märz april mai juni juli august september oktober november dezember jänner feber jahrhundert
    jahrhunderts jahrestag geburtstag lebensjahr legislaturperiode wahlperiode minute spieltag runde etage stock
    platz klasse jahrgang auflage weltkrieg weltkriegs bezirk armee division staffel folge kalenderwoche mal
    tag woche tagung sitzung senat zivilsenat strafsenat strafkammer stunde kilometer bundesliga liga fc akt kapitel
    advent""".split()
)

# Words that an ordinal number may follow, and words that begin a sentence but follow no ordinal; lower-cased.
BEFORE_ORDINAL = frozenset(
    """der die das dem den des am im zum zur beim vom ans ins mein dein sein ihr unser euer seine ihre unsere seinen
    ihren unseren seinem ihrem unserem seiner ihrer unserer jeder jede jedes jeden jedem dieser diese dieses diesen
    diesem ein eine einen einem einer""".split()
)
SENTENCE_OPENERS = frozenset(
    """der die das dem den des ein eine einen einem einer er sie es wir ich ihr man wer was wo wie dann danach dort da
    doch aber und auch so nun jetzt heute gestern morgen im am in an auf aus bei beim mit nach seit von vom zu zum zur
    für gegen ohne durch über unter vor als wenn weil obwohl während dies diese dieser dieses dabei damit darauf darum
    dafür daher deshalb trotzdem dennoch denn nur noch schon zuvor zudem außerdem inzwischen später mehr nicht ja nein
    insgesamt alle viele einige kein keine seine ihre sein ihm ihn ihnen""".split()
)

# Opening and closing quotation marks by their shape alone; reading.py decides by context where a mark is both.
OPENING = frozenset("„‚")
MARKS = frozenset("„“”\"»«›‹‚‘’'")
# A mark -> the marks that can close it, the likeliest first.
CLOSERS = {
    "„": '“”"',
    "“": '”“"',
    "”": "”“",
    '"': '"”“',
    "»": "«»",
    "«": "»«",
    "‚": "‘’'",
    "‘": "’‘",
    "’": "’",
    "'": "'’",
    "›": "‹›",
    "‹": "›‹",
}

# Words without their head, after an apostrophe: "’ne Idee", "’s ist kalt", "Rock ’n’ Roll".
ELISIONS = ("n", "N", "ne", "Ne", "nem", "nen", "ner", "nes", "s", "S", "nauf", "naus", "rauf", "raus", "rein",
            "runter")  # fmt: skip
# Letters after which a name forms its genitive with an apostrophe: "Hans’ Haus".
SIBILANTS = frozenset("sßxzSXZ")

# News agencies, as they sign.
AGENCIES = (
    "dpa-infocom dpa-AFX dpa-tmn dpa afp AFP ap AP rtr Reuters REUTERS reuters epd KNA kna sid SID APA apa sda SDA ddp dapd "
    "DJ Interfax TASS KCNA PA ANSA EFE MTI Xinhua AFX dts"
).split()

# Lines that belong to the page, not to the article, by how they begin, unless they are sentences; lower-cased.
BOILERPLATE = (
    "mehr zum thema", "mehr dazu", "auch interessant", "newsletter", "anzeige", "werbung", "weiterlesen",
    "weitere artikel", "weitere nachrichten", "weitere themen", "zum thema:", "themen:", "schlagworte:", "stichworte:",
    "kommentare", "kommentar schreiben", "diesen artikel", "kein abo", "mehr aus ", "mehr nachrichten",
    "hier geht es zu", "hier gibt es mehr", "noch mehr nachrichten", "im video:", "video:", "podcast:",
)  # fmt: skip

# What invites the reader even where it is a sentence, lower-cased.
INVITATIONS = (
    "lesen sie", "lesen sie auch", "lesen sie hier", "was denken sie?", "das könnte sie", "unser newsletter",
    "abonnieren sie", "jetzt abonnieren", "melden sie sich", "hier anmelden", "jetzt anmelden", "zur startseite",
    "empfohlener redaktioneller inhalt", "empfohlener externer", "alle rechte vorbehalten", "artikel teilen",
    "auf facebook teilen", "folgen sie uns", "teilen sie", "jetzt testen", "bitte aktivieren sie",
    "wir verwenden cookies", "nichts verpassen", "keine nachricht verpassen", "mit unserem newsletter", "lies auch",
    "sehen sie auch",
)  # fmt: skip

# What a line of credit begins with, lower-cased; "©" anywhere does as well.
CREDITS = (
    "foto:", "fotos:", "bild:", "bilder:", "bildquelle:", "bildnachweis:", "archivfoto:", "symbolfoto:", "symbolbild:",
    "foto/", "credit:", "quelle: dpa", "quelle: imago", "grafik:", "illustration:", "(foto:", "(bild:", "(archivfoto:",
    "(symbolbild", "(symbolfoto", "[foto:", "archivbild:",
)  # fmt: skip

# Signs of a picture's caption inside a sentence: "der Minister (r)".
CAPTION_SIGNS = ("(r)", "(l)", "(m)", "(r.)", "(l.)", "(m.)", "(links)", "(rechts)", "(mitte)", "(archivbild)",
                 "(archivfoto)", "(symbolbild)", "(symbolfoto)", "(vorne)", "(hinten)", "im bild:", "unser bild zeigt",
                 "unser foto zeigt", "(2.v.l.)", "(2.v.r.)", "(v.l.)", "v. l. n. r.")  # fmt: skip

# How a line of authors begins.
BYLINES = ("Von ", "Text: ", "Interview: ", "Aus ", "Autor: ", "Autorin: ", "Protokoll: ", "Ein Kommentar von ",
           "Kommentar von ", "Eine Analyse von ", "Ein Gastbeitrag von ", "Interview von ")  # fmt: skip

# Places that open a report with a full stop alone: "Berlin. Die Regierung ...".
DATELINES = frozenset(
    """Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden Hannover Nürnberg
    Duisburg Bochum Wuppertal Bielefeld Bonn Münster Mannheim Karlsruhe Augsburg Wiesbaden Mainz Kiel Lübeck Rostock Schwerin
    Potsdam Magdeburg Halle Erfurt Jena Weimar Kassel Saarbrücken Freiburg Heidelberg Ulm Regensburg Würzburg Braunschweig
    Wolfsburg Göttingen Oldenburg Osnabrück Cottbus Chemnitz Wien Graz Linz Salzburg Innsbruck Bern Zürich Basel Genf Brüssel
    Straßburg Luxemburg Paris London Madrid Rom Mailand Lissabon Athen Warschau Prag Budapest Bukarest Sofia Belgrad Zagreb
    Kiew Kyjiw Moskau Minsk Riga Vilnius Tallinn Helsinki Stockholm Oslo Kopenhagen Den-Haag Amsterdam Dublin Washington
    Peking Tokio Seoul Pjöngjang Neu-Delhi Islamabad Kabul Teheran Bagdad Damaskus Beirut Jerusalem Tel-Aviv Gaza Kairo
    Ankara Istanbul Nairobi Johannesburg Kapstadt Brasília Caracas Bogotá Ottawa Canberra Sydney""".split()
)

# Who is named as having held an interview, lower-cased.
INTERVIEWERS = (
    "das interview führte",
    "interview führte",
    "die fragen stellte",
    "das gespräch führte",
    "aufgezeichnet von",
)

# Phrases that make a line without a quotation an invitation of the page, lower-cased.
BOILERPLATE_PHRASES = ("postfach", "kostenlos anmelden", "newsletter abonnieren", "schreiben sie uns", "jetzt anmelden",
                       "leserbriefe@", "hier klicken", "zum newsletter", "app herunterladen")  # fmt: skip

# Endings of German place names, for a dateline that is one unknown word: "Wendelheim. Die Feuerwehr ...".
TOWN_ENDINGS = ("heim", "hausen", "büttel", "hofen", "burg", "dorf", "stadt", "stedt", "berg", "ingen", "feld", "bach",
                "furt", "brück", "ow", "itz", "rode", "kirchen", "walde", "münde", "haven", "leben", "born", "bronn",
                "beck", "loh", "horst", "scheid", "weiler", "reuth", "sund", "moor", "brunn", "zell")  # fmt: skip

# Words that end so and are no towns, lower-cased.
NO_TOWN_ENDINGS = ("geheim", "besitz", "entscheid", "bescheid", "überleben", "umfeld", "vorfeld", "hauptstadt",
                   "innenstadt", "altstadt", "großstadt", "kleinstadt", "kernstadt", "gesund", "blitz", "show", "zusammenleben",
                   "privatleben", "familienleben", "erleben", "spielfeld", "mittelfeld")  # fmt: skip
NO_TOWNS = frozenset(
    """abspringen adlerhorst alltagsleben altenheim anfingen arbeitsleben aufleben bergdorf berufsleben
    blocksberg bringen cashflow daheim dorfbach dringen eheleben eigenheim einspringen eisberg feld
    feriendorf fingen fischerdorf flachmoor fliegerhorst floh gebirgsbach gefühlsleben gelingen gingen
    handlungsfeld hansestadt hausberg hausburg heimatdorf hingen hochmoor hochsitz kinderheim klingen know
    knowhow kornfeld kreisstadt lichterloh low minenfeld misslingen modellstadt müllberg nachbardorf
    nachtleben neustadt nordstadt oberstadt oststadt partnerstadt ringen ritterburg rücksitz sandburg
    schlachtfeld schlingen schlitz schuldenberg schwingen singen sitz slow spannungsfeld spitz sportfeld
    springen stadtbach stillleben südstadt tierheim torfmoor tätigkeitsfeld ungeborn unterscheid unterstadt
    vereinsheim vorleben vorsitz vorstadt weinberg weltdorf weltstadt weststadt wildbach witz wohnheim
    wohnstadt zwingen""".split()
)

# Words before a dash, a stop or the name of an agency that are no places, lower-cased.
NO_PLACES = frozenset(
    """der die das den dem des ein eine einen einem einer eines kein keine keinen laut nach von vom aus bei beim mit seit
    zu zum zur im in am an auf für gegen ohne durch über unter vor hinter neben zwischen wegen trotz während wie als ob
    wenn weil dass denn und oder aber sondern doch noch nur auch so nun jetzt dann danach dort da hier heute gestern
    morgen immer nie niemals nichts niemand jemand jeder jede jedes alle alles viele vieles manche manches er sie es wir
    ihr ich du man wer was wo wann warum weshalb wieso wozu welche welcher welches dies diese dieser dieses diesen jene
    jener mein dein sein unser euer ja nein jein okay gut schlecht richtig falsch klar genau stimmt wahnsinn schade
    danke bitte schluss ende aus vorbei stopp halt achtung wichtig kurz kurzum fazit ergebnis folge frage antwort
    problem ziel grund fakt tatsache einerseits andererseits erstens zweitens drittens mehr weniger viel wenig zwei drei
    vier fünf sechs sieben acht neun zehn elf zwölf endlich vielleicht natürlich sicher sogar selbst egal unmöglich
    deutsche amerikanische französische britische russische geheim überleben""".split()
)

# Words behind "nicht" with which it does not negate the verb: "nicht nur", "nicht ohne".
NOT_NEGATING_AFTER = frozenset(("nur", "zuletzt", "mehr", "weniger", "allein", "ohne"))

# Forms of Konjunktiv I that are no other form of their verb in the third person: grammar alone shows reported speech.
KONJUNKTIV = frozenset(
    """sei seien habe werde könne müsse dürfe solle wolle möge gebe gehe stehe komme lasse mache bleibe liege brauche fehle
    handle bestehe gelte zeige führe wisse sehe nehme halte finde trage biete bringe rechne erwarte hoffe gehöre arbeite
    bekomme benötige bedeute beginne betrage drohe entstehe erfolge erhalte folge freue fürchte glaube heiße helfe kenne
    koste laufe leide lebe leiste löse prüfe reiche scheine schaffe setze spiele spreche steige stelle stimme suche treffe
    verdiene verfüge verliere verstoße versuche vertraue wachse warte wirke wünsche zahle ziehe belaste erinnere fordere
    sinke falle fahre verlange bestätige verstehe""".split()
)
# Forms of Konjunktiv II that stand for Konjunktiv I where that would look like the indicative.
KONJUNKTIV_2 = frozenset(
    """hätten würden könnten müssten dürften sollten wollten kämen gingen stünden lägen gäbe gäben blieben wären hätte wäre
    reichten bräuchten""".split()
)
# Words that make Konjunktiv II a wish or a condition, or the Konjunktiv a subordinate clause of something else.
NOT_REPORTED = frozenset(
    "wenn falls ob dass damit gern gerne lieber fast beinahe ich wir mir uns mich obwohl als sofern".split()
)
HEARSAY = frozenset(("soll", "sollen", "will", "wollen"))
PERFECT = frozenset(("haben", "sein"))

# Finite forms of verbs whose meaning is an act of speech, whatever follows: "lobte", "warf ... vor" (the second part in PARTICLES).
SPEECH_ACTS = frozenset(
    """kritisierte kritisierten kritisiert lobte lobten lobt forderte forderten fordert verlangte verlangten verlangt dankte
    dankten dankt gratulierte gratulierten gratuliert warnte warnten warnt verurteilte verurteilten begrüßte begrüßten begrüßt
    verteidigte verteidigten verteidigt entschuldigte entschuldigten bedankte bedankten plädierte plädierten plädiert
    appellierte appellierten appelliert dementierte dementierten dementiert beklagte beklagten beklagt bedauerte bedauerten
    bedauert würdigte würdigten würdigt beschuldigte beschuldigten beschuldigt mahnte mahnten mahnt beantragte beantragten
    beschwerte beschwerten drohte drohten versprach versprachen bemängelte bemängelten rügte rügten
    verspottete beleidigte kondolierte kondolierten befürwortete befürworteten bekräftigte bekräftigten""".split()
)
# Verbs that are an act of speech together with a particle later in the clause.
SPEECH_ACT_PAIRS = {
    "warf": "vor", "warfen": "vor", "wirft": "vor", "werfen": "vor", "kündigte": "an", "kündigten": "an", "kündigt": "an",
    "kündigen": "an", "sprach": "aus", "sprachen": "aus", "spricht": "aus", "sprechen": "aus", "lehnte": "ab", "lehnten": "ab",
    "lehnt": "ab", "lehnen": "ab", "wies": "zurück", "wiesen": "zurück", "weist": "zurück", "weisen": "zurück", "rief": "auf",
    "riefen": "auf", "ruft": "auf", "rufen": "auf", "räumte": "ein", "räumten": "ein", "sagte": "zu", "sagten": "zu",
    "prangerte": "an", "prangerten": "an",
}  # fmt: skip

# Objects with which "fordern" and the like say nothing: "Das Erdbeben forderte 23 Menschenleben".
NOTHING_SAID = frozenset("Menschenleben Todesopfer Opfer Tote Verletzte Tribut Leben".split())

# Finite forms that are no Konjunktiv: a sentence with one of them, and without Konjunktiv, is not carried on.
INDICATIVE = frozenset(
    """ist sind war waren hat hatte hatten wird wurde wurden kann konnte konnten muss musste mussten darf durfte soll will
    wollte kostet kostete liegt lag lagen steht stand standen gibt gab gilt galt kommt kam kamen geht ging gingen bleibt
    blieb blieben zählt stammt beträgt betrug begann begannen endete fand fanden""".split()
)
