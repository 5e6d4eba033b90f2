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
    tag woche tagung sitzung senat zivilsenat strafsenat strafkammer stunde kilometer""".split()
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

# News agencies, as they sign.
AGENCIES = (
    "dpa-infocom dpa-AFX dpa-tmn dpa afp AFP ap AP rtr Reuters REUTERS reuters epd KNA kna sid SID APA apa sda SDA ddp dapd "
    "DJ Interfax TASS KCNA PA ANSA EFE MTI Xinhua AFX dts"
).split()

# Lines that belong to the page, not to the article, by how they begin; lower-cased.
BOILERPLATE = (
    "lesen sie", "lesen sie auch", "lesen sie hier", "mehr zum thema", "mehr dazu", "was denken sie?", "auch interessant", "das könnte sie",
    "newsletter", "unser newsletter", "abonnieren sie", "jetzt abonnieren", "melden sie sich", "hier anmelden",
    "jetzt anmelden", "zur startseite", "anzeige", "werbung", "empfohlener redaktioneller inhalt", "empfohlener externer",
    "alle rechte vorbehalten", "weiterlesen", "weitere artikel", "weitere nachrichten", "weitere themen", "zum thema:",
    "themen:", "schlagworte:", "stichworte:", "kommentare", "kommentar schreiben", "artikel teilen", "auf facebook teilen",
    "folgen sie uns", "teilen sie", "diesen artikel", "kein abo", "jetzt testen", "bitte aktivieren sie", "wir verwenden cookies",
    "mehr aus ", "mehr nachrichten", "hier geht es zu", "hier gibt es mehr", "noch mehr nachrichten", "nichts verpassen",
    "keine nachricht verpassen", "mit unserem newsletter", "lies auch", "sehen sie auch", "im video:", "video:", "podcast:",
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

# Stems of verbs whose speaker denies the content; "wies ... zurück" is a pair of words.
DENYING = ("bestreit", "bestritt", "dementier", "leugn", "verneint", "verneinte", "verneinen", "abgestritten")
DENYING_PAIRS = (("wies", "zurück"), ("weist", "zurück"), ("wiesen", "zurück"), ("weisen", "zurück"), ("streitet", "ab"),
                 ("stritt", "ab"), ("stritten", "ab"))  # fmt: skip
DENYING_WORDS = frozenset(("zurückgewiesen", "zurückwies", "zurückweist", "zurückzuweisen", "zurückweisen"))

NEGATIONS = frozenset("nicht nie niemals niemand niemandem keiner keine kein keinen keinem weder nirgends ohne".split())
NOT_NEGATING_AFTER = frozenset(("nur", "zuletzt", "mehr", "weniger", "allein", "ohne"))
# "nicht ganz leise" negates how something is said, unless the cue itself follows: "nicht ganz gesagt".
DEGREES = frozenset(("ganz", "gerade", "sehr", "besonders", "sonderlich", "eben"))
# "kein Geringerer als Kamp", "niemand anderes als Kamp": it was Kamp.
NONE_OTHER, NONE_OTHER_THAN = ("gering", "ander"), "als"
WITHOUT = frozenset(("ohne",))
CONJUNCTIONS = frozenset(("dass", "daß"))
INFINITIVE_SIGN = "zu"

# Finite verbs that make an infinitive of speech something to come or something imagined.
UNREAL = frozenset(
    """wird werden würde würden dürfte dürften könnte könnten sollte sollten müsste müssten soll sollen möge mögen
    will wollen""".split()
)
CONDITIONS = frozenset(
    ("wenn", "falls", "sofern", "ob", "hätte", "hätten", "würde", "würden", "sollte", "sollten", "wäre")
)

# Infinitives of speech, also the second parts of "bekannt geben" and the like.
SPEECH_INFINITIVES = frozenset(
    """sagen mitteilen erklären bekanntgeben geben ankündigen berichten bestätigen verkünden äußern beantworten antworten
    versichern versprechen behaupten betonen fordern verlangen bitten schreiben sprechen reden erzählen schildern nennen
    verraten zugeben einräumen offenlegen vorlegen vorstellen machen lassen informieren begründen darlegen aussagen
    entschuldigen warnen aufrufen zusagen zusichern kommentieren kritisieren loben verteidigen""".split()
)

# Stems of verbs and nouns that ask for a statement or expect one.
ASKING = ("forder", "bitte", "bat", "gebeten", "verlang", "appell", "dräng", "erwart", "hoff", "rechne", "wünsch", "rief",
          "aufgefordert", "aufruf")  # fmt: skip
