"""German words that tell whether something was said, or only denied, asked for, expected or imagined. Data only.

Tuples hold stems, the beginnings of lower-cased words, but for pairs; sets hold whole lower-cased words.
"""

# Verbs of speech in all their forms, participles and infinitives with zu included.
SAYING = (
    "sag", "gesag", "ruf", "rief", "geruf", "zuruf", "zurief", "zuzuruf", "zugeruf", "ausruf", "ausrief", "auszuruf",
    "ausgeruf", "schrei", "schrie", "geschrie", "zuschrei", "zugeschrie", "brüll", "gebrüll", "frag", "gefragt",
    "antwort", "geantwort", "beantwort", "erklär", "meint", "gemeint", "behaupt", "erwähn", "äußer", "geäußer",
    "sprech", "sprach", "spricht", "gesproch", "auszusprech", "redet", "geredet", "reden", "forder", "geforder",
    "befehl", "befiehl", "befahl", "befohl", "droh", "gedroh", "versprech", "versprach", "versproch", "nenn", "nannt",
    "genannt", "bezeichn", "betone", "betont", "warn", "gewarn", "mahn", "gemahn", "flüster", "geflüster",
    "zugeflüster", "zuflüster", "murmel", "gemurmel", "schimpf", "geschimpf", "twitter", "getwitter", "postet",
    "gepostet", "posten", "formulier", "zitier", "verwend", "benutz", "gebrauch", "skandier", "entgegn", "erwider",
    "beteuer", "versicher", "verkünd", "angekündigt", "ankündig", "mitgeteilt", "mitteil", "mitzuteil", "bemerk",
    "eingeräumt", "einräum", "einzuräum", "zugegeben", "zugeb", "zuzugeb", "bestätig", "bekräftig", "kommentier",
    "erzähl", "bericht", "schilder", "dacht", "gedacht", "denk", "einwend", "eingewandt", "diktier", "gestehe",
    "gestand", "heißen", "lautet", "lauten", "zugäb", "plakatier", "gelobt", "schwör", "schwor", "scherz", "gescherz", "spott", "witzel", "raun", "geraun",
)  # fmt: skip
# Words that begin like one of them and are none.
NOT_SAYING = ("sagenhaft", "fragwürdig", "fraglich", "fragil", "nennenswert", "denkbar", "denkwürdig", "bemerkenswert",
              "benutzerfreundlich", "spottbillig", "brüllend")  # fmt: skip
# Forms of the past that look like participles before a noun.
PLURALS = frozenset("gelobte gelobten gebrauchte gebrauchten".split())
# Cues that are no verbs: their clause is that of the content. And other words of cues that are none.
SOURCES = frozenset("laut zufolge wonach nach gemäß demnach danach demzufolge so aus von".split())
CUES_WITHOUT_VERB = SOURCES | frozenset(
    """auch etwa gegenüber zurück offen daran darauf darüber davon dazu dafür dagegen darum damit dabei""".split()
)
# Infinitives of speech, also the second parts of "bekannt geben" and the like: as words of a cue.
SPEECH_INFINITIVES = frozenset(
    """sagen mitteilen erklären bekanntgeben geben ankündigen berichten bestätigen verkünden äußern beantworten antworten
    versichern versprechen behaupten betonen fordern verlangen bitten schreiben sprechen reden erzählen schildern nennen
    verraten zugeben einräumen offenlegen vorlegen vorstellen machen lassen informieren begründen darlegen aussagen
    entschuldigen warnen aufrufen zusagen zusichern kommentieren kritisieren loben verteidigen einwenden entgegnen
    erwidern rufen zurufen fragen schreien beteuern""".split()
)
# Participles that end like infinitives; others by "ge" behind these particles.
PARTICIPLES = frozenset("befohlen versprochen ausgesprochen angesprochen widersprochen".split())
PARTICLES = ("zu", "aus", "ein", "vor", "mit", "ab", "auf", "nach", "an", "hin")
INFINITIVE_SIGN, PERFECT = "zu", frozenset(("haben", "sein"))
WITH_SIGN = frozenset("zuzurufen auszurufen auszusprechen zuzugeben einzuräumen mitzuteilen anzukündigen".split())
AUXILIARIES = frozenset(
    """hat haben habe hatte hatten hätte hätten ist sind sei seien war waren wäre wären wird werden werde wurde wurden
    kann können könne konnte soll sollen solle will wollen wolle muss müssen müsse""".split()
)

# Negations

NEGATIONS = frozenset(
    """nicht nie niemals niemand niemandem niemanden keiner keine kein keinen keinem keines keinerlei weder nirgends
    nirgendwo ohne""".split()
)
NOT_VERBS = AUXILIARIES | CUES_WITHOUT_VERB | NEGATIONS  # of a cue
NOT, NEITHER, NOTHING = "nicht", "weder", frozenset(("nichts",))
NO = frozenset("kein keine keinen keinem keiner".split())
NOBODY = frozenset("niemand niemandem niemanden keiner keinen".split())
# "Nicht alle sagen", "nicht selten sagt er": somebody says it.
NOT_NEGATING_AFTER = frozenset(
    """nur zuletzt allein ohne näher weiter alle allen jeder jede jedem selten wenige wenigen zwei drei vier fünf zehn zwanzig
    hundert""".split()
)
INDEFINITE = frozenset("ein eine einen einem einer".split())  # "ein nicht genannter Mann"
# "Nicht ganz leise" negates how something is said, unless the verb itself follows: "nicht ganz gesagt".
DEGREES = frozenset("ganz gerade sehr besonders sonderlich eben".split())
# "Nicht mehr als das", "kein Geringerer als Kamp", "nie etwas anderes als": it was Kamp, it was that.
MORE, THAN = frozenset(("mehr", "weniger")), "als"
NONE_OTHER = ("gering", "ander")
# "Nicht müde zu sagen", "kam nicht umhin zu sagen", "zögerte nicht zu sagen": it was said.
NEGATED_YET_SAID = ("müde", "umhin", "scheu", "zöger", "lumpen", "nehmen", "versäum", "vergaß", "vergess", "aufgehört")
# "Ließ keinen Zweifel", "machte kein Geheimnis daraus".
NO_DOUBT = frozenset("zweifel hehl geheimnis blatt".split())
# What may stand behind a finite verb and "nicht" that negates it: "sagte das nicht wörtlich".
LIGHT = frozenset("etwa einmal mehr so wörtlich öffentlich direkt einfach mal je jemals auch selbst".split())
# "Nie so laut" compares; behind "so" these words do not: "so etwas hat sie nie gesagt".
SO = "so"
COMPARED = frozenset("etwas was ein eine einen einem einer das es sie er ich wir".split())
CONTRAST = "sondern"
HEARING = frozenset("hören hört hörte hörten gehört".split())
# "Ein „Danke“ blieb aus".
ABSENT = (("blieb", "aus"), ("bleibt", "aus"), ("blieben", "aus"))
THAT = frozenset("das dies diesen dieses diese so".split())
BUT = frozenset(("doch", "aber", "nur"))
THERE = HEARING | frozenset(("rede",))  # "…, das hat er nie gesagt"
JOINING = frozenset(("und", "aber", "doch", "denn", "oder"))  # join a second verb to a clause
INSTEAD, CONJUNCTIONS = frozenset(("ohne", "statt", "anstatt")), frozenset(("dass", "daß"))
# Verbs that say that words are there, or are not: "der Satz ist nie gefallen", "nirgends steht das Wort".
EXISTING = frozenset(
    """fällt fiel fielen fallen gefallen hören hört hörte gehört lesen liest las gelesen steht stand stehen gestanden
    findet finden fand gefunden gibt gab stammt stammte stammen kommt kam vorkommt vorkam entdecken
    nahm nimmt genommen rede""".split()
)

# What is to come, or imagined

# Finite verbs that make an infinitive of speech something to come, something imagined, or hearsay.
UNREAL = frozenset(
    """wird werden werde würde würden dürfte dürften könnte könnten sollte sollten müsste müssten soll sollen solle möge
    mögen möchte möchten will wollen wolle wollte wollten""".split()
)
# With a participle of speech; the plural may also report ("sie hätten gesagt"), unless it wishes or opens a condition.
WOULD, WOULD_OR_REPORTED = frozenset(("hätte", "wäre")), frozenset(("hätten", "wären"))
GLADLY = frozenset("gern gerne lieber liebsten beinahe fast".split())
CONDITIONS = frozenset("hätte hätten würde würden sollte sollten wäre".split())  # open a clause without "wenn"
CONDITIONAL_WORDS = frozenset("wenn falls sofern ob".split())
CONCESSIVE = frozenset(("auch",))  # "auch wenn sie immer wieder sagt"
BEFORE = frozenset(("bevor", "ehe"))  # with "konnte" and an infinitive
WHOEVER = frozenset(("wer", "wem", "wen"))
PERHAPS = frozenset("vielleicht womöglich möglicherweise vermutlich wahrscheinlich".split())
ALLEGED = ("angeblich", "vermeintlich", "mutmaßlich")
# "Man stelle sich vor": an imperative or a wish, not "er stellte sich vor".
IMAGINING = (("stelle", "vor"), ("stell", "vor"), ("stellen", "vor"), ("gesetzt", "fall"), ("nehmen", "an"))
REFLEXIVE = frozenset("sich mir dir euch uns wir den".split())
IMAGINED = frozenset(("angenommen",))

# What the clause of the saying depends on

SUBORDINATING = frozenset("dass daß ob wonach".split())
RELATIVE = frozenset("der die das den dem denen deren dessen welcher welche welches".split())
INSERTED = RELATIVE | frozenset(("wie",))
BEFORE_RELATIVE = frozenset("in mit auf von aus nach zu bei über".split())
PURPOSE = "um"  # "stand auf, um … zu sagen"
# Verbs whose speaker denies the content, or leaves it open.
DENYING = (
    "bestreit", "bestritt", "dementier", "leugne", "geleugnet", "verneint", "verneinen", "abgestritten", "abstreite",
    "abstritt", "abzustreiten", "verschweig", "verschwieg", "zurückgewiesen", "zurückwies", "zurückweis",
    "zurückzuweisen",
)  # fmt: skip
DENYING_PAIRS = (
    ("wies", "zurück"), ("weist", "zurück"), ("wiesen", "zurück"), ("weisen", "zurück"), ("streitet", "ab"),
    ("stritt", "ab"), ("stritten", "ab"), ("stellt", "abrede"), ("stellte", "abrede"), ("stellten", "abrede"),
    ("ließ", "offen"), ("ließen", "offen"), ("lässt", "offen"), ("lassen", "offen"), ("gelassen", "offen"),
)  # fmt: skip
DOUBTING = ("bezweif", "zweifelt", "zweifelhaft", "angezweif", "anzweif", "widerleg", "entkräft", "unterstell")
RUMOURS = ("gerücht", "legende", "märchen", "falschmeldung", "lüge", "unterstellung", "hörensagen")
OPEN = ("ungeklärt", "unklar", "fraglich", "umstritten", "strittig", "unbewiesen", "unbestätigt", "ungewiss")
# With a negation: "es ist nicht wahr, dass sie … gesagt habe".
TRUE = ("wahr", "stimm", "zutreff", "trifft", "richtig", "bewies", "beweis", "beleg", "bestätig", "erinner", "bekannt",
        "nachweis", "glaub", "erwiesen", "hinweis", "deutet", "anhalt", "anzeichen", "indiz")  # fmt: skip
# What is hoped or waited for has not been said yet.
WISHING = ("wünsch", "gewünscht", "träum", "geträumt", "sehn", "ersehn")
HOPING = (
    *WISHING,
    "hoff",
    "gehofft",
    "erwart",
    "warte",
    "gewartet",
    "verlang",
    "erhofft",
    "befürcht",
    "fehlt",
    "vermiss",
)
# Verbs and nouns that ask for a statement or expect one.
ASKING = ("forder", "bitte", "bat", "gebeten", "verlang", "appell", "dräng", "erwart", "hoff", "rechne", "wünsch",
          "rief", "aufgefordert", "aufruf")  # fmt: skip
EXPECTING = ("erwart", "hoff", "rechne")
# What somebody means to do, or is told to, has not been done yet.
INTENDING = ("eingeschärft", "eingebläut", "angewiesen", "angehalten", "beauftragt", "gedrängt", "aufgetragen",
             "vorgenommen", "vornahm", "plant", "geplant", "beabsicht", "bereit", "versprach", "versproch", "empfahl",
             "empfiehl", "riet", "rät", "geraten", "befahl", "befohlen", "verbot", "verbiet", "erlaub")  # fmt: skip
# Somebody is charged with having said it: hearsay.
ACCUSING = ("vorgeworfen", "beschuldig", "bezichtig", "angelastet")
ACCUSING_PAIRS = (("wirft", "vor"), ("warf", "vor"), ("werfen", "vor"), ("warfen", "vor"))
# Verbs with which somebody does not come to say it: "weigerte sich zu sagen".
REFUSING = ("weiger", "geweigert", "vermied", "vermeid", "hüte", "gehütet", "verzicht", "vergaß", "vergess", "versäum",
            "unterließ", "unterlass", "scheut", "gescheut", "entfernt", "entlocken", "ablehn", "abgelehnt")  # fmt: skip
REFUSING_PAIRS = (("lehnt", "ab"), ("lehnte", "ab"), ("lehnten", "ab"), ("lehnen", "ab"))

# Words that are called made up

WORDS_SAID = ("satz", "sätze", "zitat", "wort", "ausspruch", "äußerung", "aussage", "formulierung", "begriff",
              "bezeichnung", "ausdruck", "parole", "spruch", "vorwurf")  # fmt: skip
QUOTATION = ("zitat",)
ANSWERS = ("antwort", "satz", "formulierung", "reaktion")  # "die ehrliche Antwort wäre"
SHOWING = ("video", "bild", "foto", "aufnahme", "mitschnitt", "tonspur", "post", "tweet", "beitrag", "screenshot",
           "sharepic", "kachel", "clip", "montage", "mail", "e-mail", "brief", "schreiben", "nachricht")  # fmt: skip
FORGED = ("erfunden", "gefälscht", "fälschung", "fingiert", "manipuliert", "montiert", "fake", "deepfake",
          "falschmeldung", "falschzitat", "erdichtet", "untergeschoben", "ausgedacht", "erlogen")  # fmt: skip
MADE_UP = (*FORGED, "montage")
COPULAS = frozenset(("ist", "war", "sind", "waren"))
FALSE = ("falsch", "fälschlich", "irrtümlich", "unwahr", "gelogen")
MACHINES = ("künstliche", "ki-", "computer")
MADE = ("erzeugt", "generiert", "hergestellt", "erstellt", "entstand")
# "Das Zitat, das ihr zugeschrieben wird", "wurde ihr in den Mund gelegt".
ATTRIBUTED = ("zugeschrieben", "zuschreib", "zuschrieb", "angedichtet", "andichte", "nachgesagt", "untergeschoben",
              "unterstellt")  # fmt: skip
MOUTH, LAID = frozenset(("mund",)), frozenset("gelegt legt legte legten legen schob geschoben".split())
# "In einer früheren Fassung hieß es": what was corrected since.
EARLIER, VERSIONS = ("früher", "ursprünglich", "erst", "vorherig", "vorig"), ("fassung", "version")
IT_SAID = frozenset("hieß heißt stand schrieben berichteten berichtet geschrieben zitiert".split())
# Satire as the place where something is said; "Satiriker" are people, and guests of a show speak for themselves.
SATIRE = ("satire", "satirisch", "parodi")
NO_SATIRE = ("satiresendung", "satiremagazin", "satirezeitschrift", "satireshow")
IN_SATIRE = frozenset("auf in im beim bei als".split())
