"""What the comparison of wordings and the check of claims must know of German. Data only."""

# A hyphen before one of these is no hyphenation: "Ost- und Westdeutschland", "vom Links- zum Rechtsverkehr".
AFTER_SUSPENDED_HYPHEN = frozenset(
    """und oder bzw beziehungsweise sowie wie als statt noch bis zu zum zur auf in im an aus nach von vom mit gegen aber
    sondern""".split()
)

# What editors put in round brackets into somebody's words: what the speaker does, in at most two words more, and how
# a note of theirs begins.
REMARKS = (
    "lacht",
    "lachend",
    "lachen",
    "lächelt",
    "schmunzelt",
    "seufzt",
    "grinst",
    "überlegt",
    "denkt",
    "zögert",
    "pause",
    "sic",
)
NOTES = ("anm", "d. red", "red.")

# Words that turn a sentence round. One that comes or goes is never a small change.
NEGATIONS = frozenset(
    """nicht nichts nie niemals niemand niemanden niemandem niemandes kein keine keinen keinem keiner keines keins weder
    nirgends nirgendwo keinesfalls keineswegs mitnichten nein ohne kaum""".split()
)
# They part clauses as a comma does.
CLAUSE_WORDS = frozenset("und oder aber sondern doch denn dass daß weil".split())

# Words in a cue that interrupts a quotation after which another occasion begins.
OTHER_OCCASIONS = frozenset("später danach daraufhin zuvor anschließend hinzu weiter außerdem zudem andernorts".split())
# Before a full stop they end no sentence.
TITLES = ("Dr", "Prof", "St", "h", "c", "jun", "sen", "Ing", "Dipl", "med", "jur", "phil")

# Finite verbs and other words by which a line is seen to be a cue: "„…“, sagte Klara Brandt".
CUES = frozenset(
    """sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont betonten meinte meint meinten schrieb schreibt
    schrieben laut so twitterte postete rief ruft antwortete antwortet antworteten fügte kritisierte kritisiert forderte
    fordert forderten warnte warnt warnten behauptete behauptet äußerte äußert teilte teilten verkündete verkündet versprach
    verspricht erzählte erzählt erzählten berichtete berichtet berichteten mahnte mahnt klagte klagt lobte lobt fragte fragt
    wörtlich zufolge heißt hieß polterte schimpfte schwärmte versicherte versichert beteuerte beteuert unterstrich bekräftigte
    bekräftigt urteilte urteilt resümierte bilanzierte kommentierte begründete erläuterte erläutert erinnerte entgegnete
    entgegnet konterte kontert räumte gestand gab scherzte witzelte frotzelte spottete stöhnte seufzte jubelte freute ärgerte
    wetterte appellierte prophezeite prognostizierte lautete lautet schilderte schildert beschrieb beschreibt nannte stellte
    bemerkte notierte beklagte bedauerte hob findet fand glaubt glaubte hofft hoffte denkt dachte sprach spricht rechtfertigte
    verteidigte führte zeigte ergänzte ergänzt erzählen erklären versichern bestätigte bestätigt verriet verrät schimpft
    schimpfen murmelte murmelt knurrte knurrt brummte brummt postet predigte formulierte formuliert fasste lachte grinste
    brüllte flüsterte raunte schnaubte sinnierte feixte rechnete warb merkte beschied befand befindet stichelte ätzte
    höhnte triumphierte warnten gibt""".split()
)
# One of these beside a cue, and the pieces may not belong together: "„…“, sagte er, nicht aber „…“".
PARTING = frozenset("aber sondern statt anstatt jedoch hingegen dagegen beziehungsweise oder".split())

# Words that carry little of what is said; forms of "sein", "haben", "werden" and of what goes with other verbs.
LIGHT = frozenset(
    """der die das den dem des ein eine einen einem einer eines und oder aber auch als wie zu zum zur im in am an auf aus
    bei beim mit nach von vom für um über unter durch vor gegen ich du er sie es wir ihr mich dich ihn uns euch mir dir
    ihm ihnen sich mein meine meinen meinem meiner unser unsere unseren unserem unserer sein seine seinen seinem seiner
    ihre ihren ihrem ihrer dein deine euer eure man dieser diese dieses diesen diesem das dass daß ob wenn weil denn
    doch noch nur schon ja da so sehr hier dort dann nun jetzt
    bin bist ist sind seid war waren wäre wären sei seien gewesen habe hast hat haben hatte hatten hätte hätten gehabt
    werde wirst wird werden wurde wurden würde würden worden geworden
    kann können könne konnte konnten könnte könnten muss müssen müsse musste müsste müssten soll sollen solle sollte
    sollten will wollen wolle wollte wollten darf dürfen dürfe durfte dürfte dürften mag mögen möge möchte möchten""".split()
)
