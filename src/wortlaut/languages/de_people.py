"""What the resolution of people must know of German grammar. Data only."""

# Determiner, lower-cased -> how it determines.
DETERMINERS = {
    **dict.fromkeys("der die das den dem des dieser diese dieses diesen diesem jener jene jenes jenen jenem".split(), "definite"),
    **dict.fromkeys("beim vom zum zur im am ins ans beiden beide".split(), "definite"),
    **dict.fromkeys("ein eine einen einem einer eines kein keine keinen keinem keiner mehrere mehreren mehrerer viele vielen "
                    "vieler einige einigen einiger zahlreiche zahlreichen zahlreicher manche manchen zwei drei vier fünf "
                    "weitere weiteren weiterer andere anderen anderer etliche verschiedene verschiedenen jeder jede".split(),
                    "indefinite"),
    "dessen": "possessive", "deren": "possessive",
    **{stem + ending: "possessive" for stem in ("sein", "ihr", "mein", "unser", "dein", "eur")
       for ending in ("", "e", "er", "en", "em", "es")},
}  # fmt: skip

# Personal, relative, demonstrative pronouns in the third person, lower-cased -> gender or number: f, m, n, p (plural).
PRONOUNS = {
    "er": "m", "ihn": "m", "ihm": "mn", "sie": "fp", "ihr": "f", "ihnen": "p", "dieser": "m", "letzterer": "m",
    "letztere": "f",
}  # fmt: skip
RELATIVE = {"der": "m", "die": "fp", "das": "n", "dem": "mn", "den": "m", "denen": "p", "deren": "fp", "dessen": "mn",
            "welcher": "m", "welche": "fp"}  # fmt: skip
# Pronouns that mean nobody in particular.
NOBODY = frozenset(
    "man wer jemand niemand alle viele manche einige keiner jeder es einer andere anderen was dies das".split()
)
# Those of whom a plural says that they are two.
BOTH = frozenset(("beide", "beiden"))
REFERRING_BACK = frozenset("demnach danach demzufolge man".split())
# Further words that are no names though they stand where a speaker does.
NO_NAMES = frozenset(
    "darunter darin daneben zudem dazu wonach damit daraus deshalb demnach danach demzufolge sie ihnen ihr ihm er ich wir dort darin hier dies das".split()
)
OWN = frozenset(
    "eigen eigene eigenen eigenem eigener eigenes".split()
)  # "nach eigenen Angaben": of whom the sentence tells

# Determiners that no subject has.
OBLIQUE = frozenset("den dem des einen einem vom zum zur beim im am seinem ihrem seinen ihren".split())
PREPOSITIONS = frozenset(
    """an auf aus bei durch für gegen hinter in mit nach neben ohne seit über um unter von vor während wegen zu zwischen
    gegenüber trotz statt innerhalb außerhalb bis beim vom zum zur im am ins ans aufs fürs""".split()
)
# Prepositions and articles that make what follows an attribute of the noun before.
ATTRIBUTIVE = frozenset("von vom des der für beim bei im in am an zur zum über um gegen mit aus eines einer".split())
COPULAS = frozenset("ist war wird wurde bleibt blieb sind waren".split())
# Prepositions that open no attribute of who speaks.
NO_COMPLEMENTS = frozenset("auf gegen über nach wegen mit unter vor seit während".split())
JOINING = frozenset(("und", "sowie", "&"))
CONJUNCTIONS = frozenset(("und", "sowie", "oder", "&"))

# Nouns that stand for the saying: whose "Angaben" they are is the speaker; lower-cased.
SAYING_NOUNS = frozenset(
    """angabe angaben aussage aussagen worte worten wort ansicht ansichten meinung einschätzung einschätzungen auffassung
    darstellung darstellungen überzeugung information informationen erkenntnis erkenntnisse erkenntnissen schilderung
    schilderungen äußerung äußerungen vorwurf vorwürfe warnung warnungen forderung forderungen sicht urteil logik lesart
    behauptung behauptungen bekunden eindruck kritik ankündigung ankündigungen mitteilung mitteilungen auskunft berechnungen
    schätzung schätzungen prognose prognosen zählung recherchen beteuerung beteuerungen versprechen bericht berichten
    berichte berichts zufolge darlegung argumentation gefühl hinweis hinweise hinweisen ermittlungen beobachtungen beobachtung
    appell aufruf bitte zusage vermutung vermutungen frage fragen antwort antworten rat wunsch befürchtung sorge""".split()
)
# Of these the noun itself may be the source where it has no complement that speaks.
DOCUMENTS_OF = frozenset("bericht berichten berichte berichts prognose urteil antwort antworten mitteilung".split())

# Nouns before a surname that make it a family; lower-cased.
FAMILIES = frozenset("familie ehepaar eheleute eheleuten geschwister brüder schwestern zwillinge paar".split())

# Nouns of an office or function that one person at a time has: whoever was named last need not be meant.
OFFICES = frozenset(
    """minister ministerpräsident präsident kanzler premier premierminister regierungschef sprecher chef vorsitzender
    parteivorsitzender direktor leiter bürgermeister oberbürgermeister landrat richter staatsanwalt oberstaatsanwalt anwalt
    rechtsanwalt verteidiger sekretär generalsekretär staatssekretär intendant rektor schulleiter trainer kapitän manager
    geschäftsführer vorstand bischof pfarrer könig papst botschafter gouverneur senator dezernent inhaber eigentümer
    vermieter zeuge nachbar kollege freund besitzer betreiber gutachter veranstalter einsatzleiter""".split()
)
# What the press also calls those who have an office or profession, without the feminine ending -> its nouns.
_HEADS_OF_GOVERNMENT = frozenset("kanzler ministerpräsident premier premierminister regierungschef präsident".split())
_HEADS_OF_TOWNS = frozenset(("bürgermeister", "oberbürgermeister"))
_CHURCHMEN = frozenset("bischof pfarrer pastor priester papst kardinal superintendent".split())
ALSO_CALLED = {
    "rathauschef": _HEADS_OF_TOWNS, "stadtoberhaupt": _HEADS_OF_TOWNS, "stadtchef": _HEADS_OF_TOWNS,
    "verwaltungschef": _HEADS_OF_TOWNS | {"landrat"}, "kommunalpolitiker": _HEADS_OF_TOWNS | {"landrat"},
    "kreischef": frozenset(("landrat",)), "regierungschef": _HEADS_OF_GOVERNMENT, "landesvater": _HEADS_OF_GOVERNMENT,
    "staatschef": frozenset(("präsident", "könig")), "staatsoberhaupt": frozenset(("präsident", "könig")),
    "kremlchef": frozenset(("präsident",)), "ressortchef": frozenset(("minister", "senator")),
    "parteichef": frozenset(("vorsitzender", "parteivorsitzender")), "oberhirte": _CHURCHMEN, "geistlicher": _CHURCHMEN,
    "geistliche": _CHURCHMEN, "theologe": _CHURCHMEN, "coach": frozenset(("trainer", "chefcoach", "cheftrainer")),
    "übungsleiter": frozenset(("trainer",)), "schlussmann": frozenset(("torwart", "torhüter")),
    "keeper": frozenset(("torwart", "torhüter")), "jurist": frozenset("anwalt rechtsanwalt verteidiger richter".split()),
    "mediziner": frozenset("arzt chefarzt oberarzt professor".split()), "behördenchef": frozenset(("präsident", "leiter")),
    "anklagevertreter": frozenset(("staatsanwalt", "oberstaatsanwalt")), "pädagoge": frozenset(("lehrer", "schulleiter")),
    "vorstandschef": frozenset(("vorstandsvorsitzender",)), "schulleiter": frozenset(("rektor", "direktor")),
}  # fmt: skip
# Nouns of kinship: the one of fitting gender with the same surname.
KINSHIP = frozenset("schwester bruder mann frau ehefrau ehemann tochter sohn mutter vater gatte gattin".split())
# Members of a party -> how it is called beside a name.
PARTY_MEMBERS = {
    "christdemokrat": frozenset(("cdu",)), "christdemokratin": frozenset(("cdu",)), "christsozialer": frozenset(("csu",)),
    "christsoziale": frozenset(("csu",)), "sozialdemokrat": frozenset(("spd", "spö")),
    "sozialdemokratin": frozenset(("spd", "spö")), "liberaler": frozenset(("fdp",)), "liberale": frozenset(("fdp",)),
    "freidemokrat": frozenset(("fdp",)), "freidemokratin": frozenset(("fdp",)),
    "grüner": frozenset(("grüne", "grünen")), "grüne": frozenset(("grüne", "grünen")),
    "grünen-politikerin": frozenset(("grüne", "grünen")), "linken-politikerin": frozenset(("linke", "linken")),
    "unionspolitiker": frozenset(("cdu", "csu")), "unionspolitikerin": frozenset(("cdu", "csu")),
}  # fmt: skip
COMPANIES = frozenset(
    """unternehmen firma konzern hersteller betreiber anbieter zulieferer produzent maschinenbauer autobauer werft
    bank brauerei bäckerei versorger reederei kette handelsgruppe airline fluggesellschaft verlag betrieb fabrik
    stadtwerk stadtwerke start-up startup gruppe gesellschaft""".split()
)
# Bodies of one class: a company is never meant by "die Gewerkschaft".
BODY_CLASSES = (
    frozenset("liga bundesliga meisterschaft europameisterschaft weltmeisterschaft turnier olympiade".split()),
    COMPANIES,
    frozenset("universität hochschule institut schule krankenhaus klinik".split()),
    frozenset(
        "ministerium behörde amt landesamt bundesamt regierung gericht polizei staatsanwaltschaft verwaltung".split()
    ),
    frozenset("gewerkschaft partei fraktion verband verein klub club organisation initiative".split()),
    frozenset(
        "blatt zeitung sender magazin agentur nachrichtenagentur anzeiger kurier bote tageblatt rundfunk".split()
    ),
)

# What follows a party's name in "CDU-Politiker", and nouns that describe rather than name a function, lower-cased.
DESCRIPTIVE = frozenset(
    """mann frau politiker politikerin junge mädchen kind senior seniorin rentner rentnerin jugendliche jugendlicher
    sozialdemokrat sozialdemokratin christdemokrat christdemokratin liberale liberaler grüne grüner linke linker
    konservative konservativer unternehmer unternehmerin manager managerin jurist juristin künstler künstlerin musiker
    musikerin autor autorin sportler sportlerin athlet athletin stürmer torwart verteidiger routinier rückkehrer
    beschuldigte beschuldigter angeklagte angeklagter täter opfer vater mutter familienvater gründer gründerin
    verstorbener verstorbene amtsinhaber amtsinhaberin titelverteidiger herausforderer herausforderin""".split()
)

# What the press calls politicians whatever their office is.
POLITICAL = frozenset(
    """politiker abgeordneter parlamentarier minister kanzler präsident premier premierminister ministerpräsident senator
    staatssekretär machthaber staatschef regierungschef kremlchef parteichef fraktionschef staatsoberhaupt spitzenkandidat
    kandidat oppositionsführer autokrat diktator politikerin""".split()
)
PARTIES = frozenset(
    "CDU CSU SPD FDP AfD Grünen Grüne Linken Linke Linkspartei BSW Union Unions SSW ÖVP FPÖ SPÖ SVP".split()
)
# A relay passes on what somebody else said: words around that somebody.
RELAYING = (
    ("unter", "berufung", "auf"), ("unter", "verweis", "auf"), ("mit", "verweis", "auf"), ("unter", "hinweis", "auf"),
    ("mit", "bezug", "auf"), ("unter", "bezug", "auf"), ("unter", "bezugnahme", "auf"), ("mit", "hinweis", "auf"),
    ("beruft", "sich", "auf"), ("berief", "sich", "auf"), ("berufen", "sich", "auf"), ("beriefen", "sich", "auf"),
    ("beruft", "sich", "dabei", "auf"), ("berief", "sich", "dabei", "auf"), ("zitiert",), ("zitierte",), ("zitieren",),
)  # fmt: skip
# Where people write themselves: no relays.
PLATFORM_NOUNS = frozenset("kurznachrichtendienst netzwerk plattform dienst messenger onlinedienst".split())
PLATFORMS = frozenset(
    """x twitter facebook instagram tiktok telegram youtube mastodon bluesky threads linkedin whatsapp radio
    plattform post internet netz""".split()
)
# Nouns before the name of a body that do not belong to it.
BEFORE_NAMES = frozenset(
    """sender magazin zeitung blatt unternehmen konzern firma betreiber hersteller nachrichtenagentur
    agentur plattform portal dienst kurznachrichtendienst zeitschrift wochenzeitung tageszeitung fachblatt fachzeitschrift
    nachrichtenmagazin nachrichtenportal netzwerk fernsehsender radiosender onlineportal wochenblatt""".split()
)

# Labels of those who ask in an interview, lower-cased.
QUESTIONERS = frozenset("frage f redaktion interviewer interviewerin reporter moderator moderatorin".split())
ANSWERERS = frozenset("antwort a".split())

# What may be left of two forms of a word behind what they share: "Beobachtern" and "Beobachter", "letzten" and "letzter".
ENDINGS_LEFT = frozenset(("", "e", "n", "en", "r", "er", "m", "em", "s", "es"))

# Determiner -> the genders that agree with it, the likelier first: "der" is masculine, or else a feminine dative.
AGREEMENT = {
    "der": ("m", "f", "p"), "die": ("fp",), "das": ("n",), "den": ("mp",), "dem": ("mn",), "des": ("mn",), "ein": ("mn",),
    "eine": ("f",), "einen": ("m",), "einem": ("mn",), "einer": ("f", "m"), "eines": ("mn",), "dieser": ("m", "f"),
    "diese": ("fp",), "dieses": ("n",), "diesen": ("mp",), "diesem": ("mn",), "sein": ("mn",), "ihr": ("mn",),
    "seine": ("fp",), "ihre": ("fp",), "seinen": ("mp",), "ihren": ("mp",), "seinem": ("mn",), "ihrem": ("mn",),
    "seiner": ("f", "p"), "ihrer": ("f", "p"), "beim": ("mn",), "vom": ("mn",), "zum": ("mn",), "zur": ("f",), "im": ("mn",),
    "am": ("mn",), "kein": ("mn",), "keine": ("fp",), "mein": ("mn",), "meine": ("fp",), "unser": ("mn",), "unsere": ("fp",),
    **dict.fromkeys("mehrere mehreren viele vielen einige einigen zahlreiche zahlreichen manche zwei drei vier fünf beide "
                    "beiden weitere andere etliche verschiedene".split(), ("p",)),
}  # fmt: skip

# Bodies that stand for whichever was named last, lower-cased: "Das Unternehmen teilte mit".
GENERIC_BODIES = frozenset(
    """unternehmen firma konzern behörde verein verband partei amt klub club organisation institut hersteller betreiber haus
    gesellschaft gruppe institution einrichtung ministerium gericht kammer gremium blatt zeitung sender magazin agentur
    nachrichtenagentur""".split()
)
# What opens the attribute of a noun: "die Sprecherin des Hauses", "der Chef von Siemens".
COMPLEMENTS = frozenset("des der von vom eines einer für bei beim".split())

# "Hieß es in einem Schreiben": the source stands behind a preposition, there is no subject.
IT_IS_SAID = frozenset("heißt hieß".split())
BEFORE_SOURCES = frozenset("in im aus bei beim von vom seitens".split())
