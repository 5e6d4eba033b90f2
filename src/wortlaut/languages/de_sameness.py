"""German words that the comparison of statements must know. Data only; words as written, the code takes their stems."""

# Words that say little of what a statement is about.
FUNCTION = frozenset(
    """der die das den dem des ein eine einen einem einer eines und oder aber doch sondern denn weil da dass daß ob wenn
    falls als wie wo was wer wen wem wann warum weshalb wieso womit wofür worüber woran wodurch ich du er sie es wir ihr
    man mich dich ihn uns euch sich mir dir ihm ihnen mein meine meinen meinem meiner dein sein seine seinen seinem
    seiner seines ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure dies diese dieser
    dieses diesen diesem jene jener jenes jenen jenem welche welcher welches welchen welchem solche solcher solches
    solchen solchem derjenige diejenige dasjenige derselbe dieselbe dasselbe dafür dagegen dabei damit danach daran
    darauf daraus darin darüber darum davon davor dazu hierfür hierbei hierzu hiermit daher deshalb deswegen somit also
    zwar nun nur auch noch schon sehr ganz so zu zum zur in im ins an am ans auf aufs aus bei beim bis durch für gegen
    hinter mit nach neben seit über um unter von vom vor wegen während trotz zwischen innerhalb außerhalb angesichts
    aufgrund laut zufolge hin her mal eben halt ja wohl etwa rund dort hier dann sonst jetzt bereits immer wieder
    einmal selbst sogar gar allerdings jedoch dennoch trotzdem vielmehr zudem außerdem ferner dadurch indem obwohl
    sobald solange soweit sowie sowohl entweder ist sind war waren bin bist seid sei seien wäre wären gewesen werden
    wird wirst werde wurde wurden worden geworden würde würden haben hat habe hast hatte hatten hätte hätten gehabt kann
    können könne könnte könnten konnte konnten muss müssen müsse müsste müssten musste mussten soll sollen solle sollte
    sollten will wollen wolle wollte wollten darf dürfen dürfe dürfte dürften durfte mag mögen möge möchte möchten lassen
    lässt lasse ließ viel viele vielen vieler etwas alle allem allen aller alles jeder jede jedes jeden jedem beide
    beiden andere anderen anderer anderes anderem einige einigen einiger manche mehrere gegenüber per pro je ab dessen
    deren denen wem mehr sehr eigentlich natürlich einfach wirklich tatsächlich vielleicht
    überhaupt übrigens gerade inzwischen mittlerweile derzeit momentan aktuell heute gestern morgen künftig""".split()
)

# Words that stand in many statements: they count, but less than others of their length.
COMMON = frozenset(
    """sagen sagte gesagt geben gibt gäbe machen gehen geht kommen kommt stehen stellen liegen nehmen bringen halten finden
    sehen wissen glauben denken zeigen führen bleiben heißen meinen erklären müssen neu groß gut wichtig klar richtig
    falsch schlecht hoch nächst letzt vergangen weit ganz lang kurz schnell jung alt deutsch jahr monat woche tag stunde
    zeit euro prozent million milliarde mensch leute land stadt deutschland bund staat regierung politik gesellschaft
    frage problem thema sache weg ziel teil fall grund ende anfang art weise seite stelle punkt zahl bereich rahmen
    situation lage entwicklung möglichkeit welt bürger bürgerin partei gemeinsam möglich nötig notwendig gemeinde
    unternehmen montag dienstag mittwoch donnerstag freitag samstag sonntag frau mann kind sprecher sprecherin chef chefin präsident präsidentin
    minister ministerin angabe angaben ankündigen kündigte kündigen kritisieren kritisierte fordern forderte rügen rügte
    nennen nannte bezeichnen bezeichnete beziffern bezifferte aufrufen bitten vorwerfen warf beteuern beteuerte warnen warnte
    versprechen versprach betonen betonte berichten mitteilen beklagen beklagte""".split()
)

# What denies the clause in which it stands.
NEGATIONS = frozenset(
    """nicht kein keine keinen keinem keiner keines keinerlei keineswegs keinesfalls nie niemals niemand niemandem
    niemanden nichts weder nirgends nirgendwo ohne kaum mitnichten""".split()
)
NEGATES_NOTHING_BEFORE = frozenset("nur zuletzt bloß allein".split())
# In their clause a negation sets a term and denies nothing: "solange nicht", "bevor nicht".
CONDITIONS_DENIED = frozenset("solange bevor ehe bis".split())

# Words that make a number a rough one.
ROUGH = frozenset("rund etwa fast knapp ungefähr circa ca beinahe nahezu annähernd zirka".split())
# Words for numbers and what they multiply; the other cardinals are those of `de_times`.
MULTIPLIERS = {
    "tausend": 1e3, "mio": 1e6, "million": 1e6, "millionen": 1e6, "mrd": 1e9, "milliarde": 1e9, "milliarden": 1e9,
    "billion": 1e12, "billionen": 1e12, "jahrzehnt": 10.0, "jahrzehnte": 10.0, "jahrzehnten": 10.0,
}  # fmt: skip
# Fractions as their share; "ein Drittel", "drei Viertel".
SHARES = {"hälfte": 0.5, "halbe": 0.5, "halben": 0.5, "drittel": 1 / 3, "viertel": 0.25, "fünftel": 0.2, "zehntel": 0.1}
FACTORS = {"doppelt": 2.0, "doppelte": 2.0, "verdoppeln": 2.0, "verdoppelt": 2.0, "dreifache": 3.0, "verdreifachen": 3.0,
           "halbieren": 0.5, "halbiert": 0.5, "verdreifacht": 3.0, "dutzend": 12.0}  # fmt: skip

# Forms of strong and irregular verbs and nouns that the stemmer keeps apart: the first is the word of all.
FORMS = """
steigen stieg stiegen gestiegen steigt stiege; sinken sank sanken gesunken; nehmen nimmt nahm nahmen genommen nehme nähme;
geben gibt gab gaben gegeben gebe gäbe; gehen ging gingen gegangen ginge; stehen stand standen gestanden stünde stehe;
kommen kam kamen gekommen käme komme; finden fand fanden gefunden fände; brauchen bräuchte brauchte gebraucht bräuchten;
halten hielt hielten gehalten hält hielte; lassen ließ ließen gelassen; liegen lag lagen gelegen läge;
sprechen spricht sprach sprachen gesprochen spräche; treffen trifft traf trafen getroffen; helfen hilft half halfen
geholfen hülfe; bringen brachte brachten gebracht brächte; denken dachte dachten gedacht; wissen weiß wusste wussten
gewusst wisse wüsste; tun tut tat taten getan täte; werfen wirft warf warfen geworfen; sterben stirbt starb starben
gestorben; verlieren verlor verloren; gewinnen gewann gewannen gewonnen; beginnen begann begannen begonnen; schließen
schloss schlossen geschlossen schließt; ziehen zog zogen gezogen; fallen fällt fiel fielen gefallen; fahren fährt fuhr
fuhren gefahren; tragen trägt trug trugen getragen trüge; schlagen schlägt schlug schlugen geschlagen; laufen läuft lief
liefen gelaufen; rufen rief riefen gerufen; schreiben schrieb schrieben geschrieben; bleiben blieb blieben geblieben;
treiben trieb trieben getrieben; steigern gesteigert; greifen griff griffen gegriffen; streiten stritt stritten
gestritten; leiden litt litten gelitten; scheiden schied schieden geschieden; entscheiden entschied entschieden; reißen
riss rissen gerissen; bieten bot boten geboten; fliegen flog flogen geflogen; fliehen floh flohen geflohen; lügen log
logen gelogen; schieben schob schoben geschoben; frieren fror froren gefroren; sehen sieht sah sahen gesehen sähe; lesen
liest las lasen gelesen; essen isst aß aßen gegessen; messen misst maß maßen gemessen; vergessen vergisst vergaß
vergaßen; brechen bricht brach brachen gebrochen; sitzen saß saßen gesessen; bitten bat baten gebeten; springen sprang
sprangen gesprungen; singen sang sangen gesungen; trinken trank tranken getrunken; zwingen zwang zwangen gezwungen;
gelingen gelang gelungen; schwimmen schwamm schwammen geschwommen; wachsen wächst wuchs wuchsen gewachsen; waschen wäscht
wusch; laden lädt lud luden geladen; schaffen schuf geschaffen; heben hob hoben gehoben; schwören schwor geschworen;
nennen nannte nannten genannt; kennen kannte kannten gekannt; brennen brannte brannten gebrannt; rennen rannte gerannt;
senden sandte gesandt; wenden wandte gewandt; leihen lieh geliehen; weisen wies wiesen gewiesen; steigen anstieg
angestiegen; vergleichen verglich verglichen; schweigen schwieg schwiegen geschwiegen; verbinden verband verbunden;
verschwinden verschwand verschwunden; zurücktreten trat traten getreten tritt trete; verraten verriet; schlafen schlief
schlafen geschlafen; empfehlen empfiehlt empfahl empfohlen; stehlen stiehlt stahl gestohlen; befehlen befahl befohlen;
gelten gilt galt galten gegolten gälte; ziehen zug züge; fliegen flug flüge; wählen wahl wahlen gewählt; brechen bruch
brüche; schneiden schnitt schnitte geschnitten; stehen stand stände; sehen sicht; schreiben schrift; fahren fahrt fahrten;
greifen griff griffe; schießen schuss schüsse; tun tat taten; geben gabe gaben; nehmen nahme nahmen; schließen schluss
schlüsse; tragen trag träge; werfen wurf würfe; sprechen spruch sprüche; rufen ruf; laufen lauf läufe; schlagen schlag
schläge; treiben trieb; bauen bau bauten gebaut; fallen fall; gehen gang gänge; raten rat riet geraten; drücken druck
drückte; wachsen wuchs; schützen schutz schützte; setzen satz gesetzt setzte; kommen kunft; kaufen kauf käufe; binden bund
band gebunden; halten halt; teilen teil; stimmen stimmte gestimmt; beten gebet; wünschen wunsch wünsche; danken dank dankte;
hoffen hoffnung; suchen suche gesucht; liefern lieferung; fordern forderung; planen planung plan pläne; zahlen zahlung;
prüfen prüfung; warnen warnung; rechnen rechnung; retten rettung rettete; lösen lösung; führen führung; sperren sperrung;
öffnen öffnung; leiten leitung; ordnen ordnung; rüsten rüstung; senken senkung; kürzen kürzung; heizen heizung; wirken
wirkung; hängen hing hingen gehangen; frieren frost; verlieren verlust verluste; leben lebte; kosten kostete; arbeiten
arbeit gearbeitet; töten getötet tötung; enden endete; unterscheiden unterschied; beweisen bewies bewiesen; genießen genoss genossen;
schießen schoss schossen geschossen; fließen floss flossen geflossen; wiegen wog gewogen; bewegen bewog; ändern
verändern veränderte geändert verändert änderung veränderung; sicher sicherheit sichern
"""

# Words that one outlet may use for another's: a statement told in other words, or translated twice.
SYNONYMS = """
brauchen benötigen bedürfen bedarf erforderlich nötig notwendig unerlässlich; geld mittel finanzierung finanzmittel
finanziell finanzen finanzieren gelder; erhöhen steigern anheben aufstocken heraufsetzen erhöhung steigerung anhebung
aufstockung; steigen zunehmen wachsen zunahme anstieg wachstum ansteigen klettern; sinken abnehmen zurückgehen fallen
rückgang abnahme schrumpfen; senken reduzieren verringern mindern kürzen verkleinern senkung reduzierung verringerung
kürzung absenken herabsetzen streichen; teuer kostspielig verteuern verteuerung; billig günstig preiswert verbilligen;
kosten kostet aufwand ausgaben; wohnung wohnungen wohnraum; haus gebäude häuser; schule schulen schulisch; lehrer
lehrerin lehrkraft lehrkräfte pädagoge; arzt ärztin mediziner ärzte medizinerin; krankenhaus klinik klinikum spital
hospital; polizist polizistin beamter beamte polizeibeamter; feuerwehr feuerwehrleute brandbekämpfer einsatzkräfte;
täter angreifer verdächtiger tatverdächtiger; opfer geschädigte; tod tot tote todesopfer getötet gestorben; verletzt
verletzte verwundet; unfall unglück; brand feuer; angriff attacke überfall; krieg kampf kämpfe; frieden friedlich;
waffe waffen rüstung; streit konflikt auseinandersetzung; gespräch gespräche verhandlung verhandlungen unterredung
dialog; abkommen vertrag vereinbarung übereinkunft; einigung kompromiss verständigung einigen; gesetz gesetzentwurf;
regel regelung vorschrift vorgabe; verbot verbieten untersagen; erlauben zulassen genehmigen gestatten erlaubnis
genehmigung; ablehnen zurückweisen verwerfen ablehnung; zustimmen befürworten unterstützen gutheißen zustimmung
unterstützung; helfen hilfe beistand; schützen schutz bewahren; gefahr risiko bedrohung gefährdung gefährlich riskant
gefährden bedrohen; fehler versäumnis irrtum patzer; schuld verantwortung verantwortlich schuldig; beginnen anfangen
starten beginn start auftakt; enden aufhören beenden abschluss; schließen schließung dichtmachen zumachen; öffnen
eröffnen eröffnung aufmachen; bauen errichten bau errichtung; sanieren renovieren modernisieren sanierung renovierung
modernisierung instandsetzen; zerstören zerstörung vernichten; kaufen erwerben kauf erwerb anschaffen; verkaufen verkauf
veräußern; bezahlen zahlen zahlung begleichen; verdienen lohn gehalt verdienst einkommen löhne gehälter; arbeitsplatz
arbeitsplätze stelle stellen job jobs beschäftigung; arbeiter mitarbeiter beschäftigte angestellte arbeitnehmer belegschaft
mitarbeiterin; firma unternehmen konzern betrieb; chef leiter vorsitzender; wähler wählerin bürger bürgerin bevölkerung
einwohner einwohnerin menschen leute; wahl abstimmung votum; mehrheit großteil überwiegend; minister ministerin
ressortchef; regierung kabinett koalition; parlament bundestag landtag abgeordnete; versprechen zusage zusagen
zusicherung; entscheiden entschluss beschließen entscheidung beschluss; planen vorhaben absicht beabsichtigen plan;
versuchen bemühen versuch; schaffen gelingen erreichen; scheitern misslingen misserfolg fehlschlagen; erfolg erfolgreich
gewinn sieg gewinnen siegen; verlieren niederlage verlust; schnell rasch zügig umgehend sofort unverzüglich baldig
schleunigst; langsam allmählich schleppend; bald demnächst; spät verspätet; lange langjährig dauerhaft; groß riesig
gewaltig enorm immens massiv erheblich; klein gering winzig; viel zahlreich etliche; gut hervorragend ausgezeichnet
großartig; schlecht miserabel schlimm übel furchtbar schrecklich; wichtig bedeutend entscheidend wesentlich zentral;
schwer schwierig kompliziert mühsam; leicht einfach mühelos; klar deutlich eindeutig unmissverständlich; falsch verkehrt
unrichtig; richtig korrekt zutreffend; froh glücklich erfreut freuen zufrieden freude; traurig betroffen bestürzt trauer;
wütend zornig verärgert empört ärger wut; angst furcht fürchten sorge befürchten befürchtung besorgt sorgen; hoffen
hoffnung zuversicht zuversichtlich optimistisch; vertrauen zutrauen; beweis beleg nachweis belegen beweisen nachweisen;
ursache grund auslöser; folge auswirkung konsequenz; untersuchen ermitteln prüfen überprüfen untersuchung ermittlung
prüfung überprüfung; erkennen feststellen bemerken; zeigen verdeutlichen; kind kinder nachwuchs; jugendliche jugend
teenager; eltern familie familien; alt betagt senior senioren ältere; auto wagen fahrzeug pkw; straße fahrbahn; zug bahn
züge; flugzeug maschine flieger; wetter witterung; regen niederschlag; hitze hitzewelle; klima klimaschutz;
strom elektrizität energie; steuer steuern abgabe; schulden verschuldung kredit; haushalt etat budget; preis preise;
wirtschaft ökonomie wirtschaftlich konjunktur; markt märkte; ausländer migranten zuwanderer einwanderer; flüchtling
flüchtlinge geflüchtete schutzsuchende asylbewerber; zuwanderung migration einwanderung; bildung ausbildung; studie
untersuchung forschung; forscher wissenschaftler forscherin wissenschaftlerin; gesund gesundheit; krank krankheit
erkrankung erkrankt; spiel partie begegnung; mannschaft team elf; trainer coach; spieler profi; tor treffer; fan anhänger
zuschauer; liga meisterschaft; künstler künstlerin; film kino; buch roman; musik konzert; besucher gast gäste; ausbauen
ausbau erweitern erweiterung vergrößern; stärken festigen kräftigen stärkung; schwächen schwächung; verbessern
verbesserung besser optimieren; verschlechtern verschlechterung schlechter; verhindern vermeiden abwenden unterbinden
vorbeugen; erschweren behindern; fördern förderung subvention; investieren investition; fehlen mangeln mangel knapp
knappheit; ausreichen genügen reichen ausreichend genug; verzögern verzögerung verschieben; beschleunigen beschleunigung;
aussteigen ausstieg austritt; zurücktreten rücktritt abtreten; bleiben weitermachen; aufgeben kapitulieren; kämpfen
ringen; fordern verlangen forderung; kritisieren kritik rügen bemängeln; akzeptieren hinnehmen dulden tolerieren;
skandal affäre; lüge lügen unwahr unwahrheit; wahr wahrheit; gerecht fair gerechtigkeit; gemeinsam zusammen miteinander;
allein eigenständig; gleich identisch; neu neuartig; ständig dauernd permanent stets; manchmal gelegentlich; oft häufig;
selten kaum; heute gegenwärtig; früher einst damals; woche wochen; jahr jahre jährlich; grenze grenzen; sicherheit sicher;
freiheit frei; recht rechtlich; gericht justiz; strafe bestrafen sanktion sanktionen; gefängnis haft; dieb einbrecher;
diebstahl einbruch; betrug betrügen; lösung lösen; bedingung voraussetzung; beitrag beitragen; anteil teil; verkehr
mobilität; landwirt bauer landwirte bauern; lebensmittel nahrungsmittel nahrung; wasser gewässer; wald wälder forst;
tier tiere; warten abwarten; reden sprechen; schweigen stillschweigen; einladen einladung; besuchen besuch; abreißen
abriss; umbauen umbau; zuständig verantwortlich; einführen einführung; abschaffen abschaffung; erhalten bekommen;
verlassen weggehen; überrascht überraschung erstaunt; enttäuscht enttäuschung; stolz; entschuldigen entschuldigung
bedauern; danken dank dankbar; übernehmen übernahme; entlassen kündigen entlassung kündigung; einstellen anstellen;
verletzen verletzung; beteiligen beteiligung teilnehmen; ernst ernsthaft; rettung retten; dringend eilig; ignorieren
missachten; warnen warnung; zahl anzahl; menge umfang; vorschlag vorschlagen anregung; alternative ausweg; umsetzen
umsetzung verwirklichen realisieren; vorbereiten vorbereitung; ergebnis resultat; aufgabe pflicht; gelegenheit chance
möglichkeit; zukunft künftig zukünftig;
# Politics and administration.
wahlkampf wahlkampagne; amtsinhaber amtsinhaberin; kanzler regierungschef bundeskanzler premier premierminister
ministerpräsident; staatschef präsident staatsoberhaupt; opposition oppositionell; bündnis allianz koalition; gegner
widersacher kontrahent; anhänger unterstützer befürworter; vertreter repräsentant; sitzung tagung konferenz treffen
zusammenkunft gipfel; erklärung stellungnahme mitteilung; antrag gesuch; beschwerde klage einspruch widerspruch; frist
termin; behörde amt verwaltung ämter behörden; kommune gemeinde kommunen stadt städte; bürokratie papierkram verwaltungsaufwand; reform neuordnung umbau; gesetzlich rechtlich; ausgaben aufwendungen
etat; verteidigung militär bundeswehr truppe streitkräfte armee; soldat soldaten; wehrpflicht
wehrdienst; waffenruhe waffenstillstand; grenzschutz grenzkontrolle; abschieben abschiebung rückführung;
zusammenarbeit kooperation zusammenarbeiten; transparenz offenheit; mitsprache beteiligung mitreden;
spende spenden; volksentscheid bürgerentscheid referendum; rente altersbezüge ruhestand pension; beitrag beiträge;
subvention zuschuss beihilfe förderung; armut arm bedürftig; wohlstand reichtum; ungleichheit ungleich;
entlasten entlastung; belasten belastung; steuererhöhung; sparen einsparen einsparung sparkurs; defizit fehlbetrag
haushaltsloch; pleite zahlungsunfähig insolvent insolvenz bankrott konkurs; unverantwortlich leichtsinnig fahrlässig;
glaubwürdig glaubhaft; verfassung grundgesetz; verfassungswidrig grundgesetzwidrig; demokratie demokratisch; wiederholen
wiederholung nochmals; vorwerfen vorwurf anschuldigung beschuldigen; 
# Economy.
umsatz erlös einnahmen; ertrag erträge gewinn profit rendite; einbuße verlust rückgang minus; plus zuwachs; prognose vorhersage
voraussage ausblick schätzung; rechnen erwarten annehmen voraussagen; inflation teuerung preisanstieg teuerungsrate;
bruttoinlandsprodukt wirtschaftsleistung; rezession flaute abschwung krise; aufschwung erholung belebung; fabrik werk
produktionsstätte anlage; herstellen produzieren fertigen herstellung produktion fertigung; stellenabbau jobabbau
arbeitsplatzabbau; abbauen streichen abbau wegfallen wegfall kürzung; streik ausstand arbeitsniederlegung streiken; tarif
tarifvertrag; arbeitgeber; gründen gründung; fusion zusammenschluss verschmelzung; lieferung liefern zulieferung;
ausfuhr export exportieren ausführen; einfuhr import einführen importieren; zoll zölle einfuhrzölle; aktie wertpapier;
eigentümer besitzer inhaber inhaberin; händler verkäufer händlerin; kunde kundin verbraucher konsument käufer; rabatt
nachlass preisnachlass; werbung reklame; bargeld geldscheine; fachkraft fachkräfte; lehrling auszubildende azubi;
rohstoff rohstoffe; lager depot; mieter mieterin; vermieter hauseigentümer; miete mieten; baustelle bauarbeiten; digital
digitalisierung; ki intelligenz; rechner computer laptop; handy mobiltelefon smartphone telefon; internet netz online;
plattform netzwerk; daten information informationen; abhängig angewiesen abhängigkeit; wettbewerb konkurrenz; erlauben
dürfen; leistung;
# Police, accidents, courts.
zusammenstoß kollision zusammenprall aufprall; radfahrer radler fahrradfahrer radfahrerin radlerin; fußgänger passant
passantin; autofahrer fahrer lenker fahrerin; lkw lastwagen laster; lebensgefährlich lebensbedrohlich; schwerverletzt;
erliegen versterben sterben; erbeuten stehlen entwenden rauben mitnehmen; beute diebesgut; flüchten fliehen entkommen
flucht türmen; festnehmen festnahme verhaften verhaftung; unbekannt unbekannte; zeuge augenzeuge zeugin; verdacht
verdächtig mutmaßlich; angeklagter angeklagte beschuldigter; urteil richterspruch; freispruch freisprechen; gestehen
geständnis einräumen zugeben; bestreiten leugnen abstreiten; verteidiger anwalt rechtsanwalt jurist; mandant; staatsanwalt staatsanwaltschaft ankläger; beschlagnahmen sicherstellen; schuss schüsse; messer stichwaffe; falle
hinterhalt; absichtlich bewusst gezielt vorsätzlich; grausam brutal; sachschaden schaden; löschen bekämpfen; evakuieren
räumen; sperren sperrung gesperrt; umleitung; knall explosion detonation; flamme flammen; rauch qualm; anwohner bewohner
nachbar einwohner anrainer; suche suchen; vermisst verschwunden; bergen bergung; hilferuf notruf; damm deich;
überschwemmung hochwasser flut; sturm orkan unwetter; defekt schaden kaputt beschädigt panne störung; versagen ausfallen
ausfall versagt aussetzen; standhalten halten; anschlag attentat terrorakt;
# Science, health, environment.
erwärmen wärmer erwärmung erhitzen; abkühlen kühler; durchschnittlich durchschnitt schnitt mittel; ausstoß emission
emissionen; treibhausgas kohlendioxid co2; atomkraft kernkraft kernenergie atomenergie; atomausstieg; windrad windpark
windkraft windräder; solar photovoltaik sonnenenergie; heizung heizen; dürre trockenheit; artensterben artenschwund;
impfung impfen impfstoff; infektion ansteckung infekt infizieren; ansteckend infektiös; seuche epidemie pandemie; patient
kranke patientin; pflegekraft pfleger pflegerin krankenschwester pflegepersonal; medikament arznei arzneimittel medizin;
behandlung therapie behandeln; nebenwirkung; heilen heilung; operation eingriff operieren; symptom anzeichen hinweis;
schmerz schmerzen; seelisch psychisch; schlaganfall hirnschlag; zuckerkrankheit diabetes; entdecken finden entdeckung
fund; experiment versuch; erde planet; weltall weltraum all; entfernung abstand distanz; passieren vorbeifliegen
vorbeiziehen; messung messen; schätzen beziffern veranschlagen taxieren; ausgrabung grabung; grab grabstätte;
urzeit vorgeschichte; alter jahrhundert;
# Sport and culture.
endspiel finale; halbzeit pause; weltmeisterschaft wm; europameisterschaft em; olympia olympisch; rekord bestmarke; punkt
zähler; abstieg absteigen; aufstieg aufsteigen; vertrag kontrakt; wechsel transfer wechseln; verpflichten verpflichtung;
verletzungspause zwangspause; ausfallen fehlen; gegentor gegentreffer; zweikampf duell; schiedsrichter unparteiischer
referee; sperre spielsperre; titel meistertitel; medaille edelmetall; form verfassung; stadion arena; bühne theater;
aufführung vorstellung inszenierung; regisseur filmemacher regisseurin; schauspieler darsteller schauspielerin; schriftsteller
autor schriftstellerin autorin; leser leserschaft; lied song; album platte; tournee tour gastspielreise; auszeichnung
preis ehrung; ausstellung schau; maler künstler; kunstwerk werk; publikum zuschauer; drehen dreh; gefühl
empfindung; erinnern erinnerung gedenken gedächtnis; traum träumen; witz scherz spaß; geschenk gabe; heimat zuhause;
mädchen tochter; junge sohn; ehefrau gattin; ehemann gatte;
# Plain verbs, adjectives, adverbs.
anlass grund; wünschen wollen; mögen lieben gefallen; aussehen wirken; scheinen; erreichen schaffen bewältigen
stemmen; umgehen; nachdenken beschäftigen überlegen erwägen; merken spüren; handeln agieren; unternehmen; antworten erwidern
entgegnen; fragen; versprechen garantieren zusichern; vorhaben planen; darstellen bilden; bedeuten heißen; nutzen nützen
verwenden einsetzen gebrauchen benutzen; benachteiligen diskriminieren; schaden schädigen schädlich; zwingen nötigen;
drängen treiben; verdienen; wählen aussuchen; wechseln tauschen austauschen; ersetzen ablösen; folgen nachfolgen;
anpassen ändern; aufklären aufklärung; verstehen begreifen nachvollziehen verständnis; lernen; erklären erläutern begründen;
loben würdigen begrüßen lob; verurteilen ächten; gewährleisten garantieren sicherstellen; anziehen; teilen aufteilen;
vergeben verzeihen vergebung verzeihung; beten gebet; untergehen sterben untergang; leben wohnen; weglassen;
binnen innerhalb; damals seinerzeit; erneut wieder abermals; vorerst zunächst vorläufig; endgültig definitiv; vollständig
komplett gänzlich völlig restlos; teilweise teils; ungefähr etwa; mindestens wenigstens minimum; höchstens maximal; besonders
insbesondere; einzig allein ausschließlich; ehemalig früher einstig; kommend nächst bevorstehend; vergangen letzt vorig
zurückliegend; amerika usa; amerikanisch usamerikanisch; großbritannien england; britisch englisch; russland moskau kreml;
jeweils; notlage not elend; freiwillig ehrenamtlich; unklar ungewiss fraglich offen; sinnlos zwecklos vergeblich; sinnvoll
vernünftig; töricht dumm unklug; klug gescheit intelligent; mutig tapfer; feige; faul träge; fleißig; müde erschöpft
ausgelaugt; grenze limit; nett freundlich; ruhig still; laut lautstark; seltsam komisch merkwürdig sonderbar; berühmt
bekannt prominent; üblich gewöhnlich normal; außergewöhnlich ungewöhnlich einzigartig; stark kräftig; schwach; leer; voll;
billigend; ehrlich aufrichtig; heimlich verdeckt; öffentlich; notfalls; peinlich blamabel; unschuldig unschuld schuldlos; vergleichbar ähnlich; unterschied
differenz;
# More plain words.
abziehen zurückziehen; anbieten offerieren; ankommen eintreffen; anrufen telefonieren anruf; ansammeln anhäufen;
anstellen einstellen; aufhalten stoppen anhalten bremsen; aufhören einstellen; aufregen empören; ausliefern liefern;
ausnutzen missbrauchen; ausrichten veranstalten; ausweisen abschieben; beachten berücksichtigen; begehen verüben;
begegnen treffen; behalten bewahren; bemerken feststellen; beruhigen besänftigen; beschreiben schildern; bestimmen
festlegen; betreuen versorgen kümmern; beurteilen bewerten einschätzen; bewirken verursachen auslösen; bezweifeln
anzweifeln zweifel; dauern währen; drohen androhen; durchführen veranstalten; eingreifen einschreiten intervenieren;
einhalten befolgen; empfehlen raten anraten; entfernen beseitigen; entfallen streichen wegfallen; enthüllen aufdecken
offenlegen; entscheiden beschließen; entstehen errichten; erfinden erfindung; erleichtern vereinfachen; ermorden töten
umbringen mord; ernennen berufen; erscheinen herauskommen; ertragen aushalten; erzählen berichten; fassen ergreifen;
fortsetzen weiterführen fortführen; funktionieren klappen; geschehen passieren ereignen; glauben meinen; hassen hass;
herausfinden ermitteln; hindern abhalten; irren täuschen; jammern klagen; kontrollieren überwachen kontrolle
überwachung; kopieren nachahmen; mitmachen teilnehmen; nachgeben einlenken; nachlassen abflauen; protestieren
demonstrieren protest demonstration kundgebung; reagieren reaktion; reisen reise; reparieren instandsetzen reparatur;
ruhen ruhe; schicken senden entsenden; spalten spaltung; überreden überzeugen; übertreiben übertreibung; unterbrechen
unterbrechung; unterschreiben unterzeichnen unterschrift; verbergen verheimlichen verschweigen; verfehlen verpassen;
vermuten annehmen vermutung; verschieben vertagen; verschwenden vergeuden verschwendung; versichern beteuern;
vertreiben verdrängen; verzichten verzicht; wagen trauen; wandeln wandel verwandeln veränderung; zurückgeben
erstatten; zuschauen zusehen; absicht ziel vorsatz; anstrengung mühe bemühung; aufmerksamkeit beachtung; aufsicht
kontrolle; augenblick moment; ausmaß umfang größe; ausrede vorwand; befehl anordnung anweisung; befugnis
zuständigkeit; belastung bürde last; beziehung verhältnis; boot schiff; chaos durcheinander; debatte diskussion; dorf
ort ortschaft; ermittler fahnder; fahrgast passagier; fest feier; firmenchef vorstandschef konzernchef; gebiet region
gegend; gebühr abgabe; gefangener häftling; geheimdienst nachrichtendienst; geschäft laden; geschwindigkeit tempo;
grundlage basis; hindernis hürde; hinweis tipp; idee einfall; illegal gesetzwidrig rechtswidrig; kommission ausschuss
gremium; leiche leichnam; luftabwehr flugabwehr luftverteidigung; maßnahme schritt; meinung ansicht auffassung;
nachricht meldung; pfarrer pastor geistlicher; posten amt; rakete raketen; rede ansprache; respekt achtung;
schulleiter rektor direktor; schwierigkeit problem; sinn zweck; stadtteil viertel bezirk; stadtrat gemeinderat;
studierende studenten student; terror terrorismus; tourist urlauber tourismus; umfrage befragung; ungerechtigkeit
unrecht; universität hochschule; unsinn quatsch; urlaub ferien; verbrechen straftat; verbrecher straftäter
krimineller; verfahren prozess; vorbild beispiel; vorfall ereignis; vorgesetzter chef; vorteil nutzen; widerstand
gegenwehr; wirkung effekt; zeitung blatt; zins zinsen leitzins; zustand lage verfassung; absurd unsinnig; arbeitslos
erwerbslos; dauerhaft langfristig; entsetzt schockiert; extrem äußerst; genau exakt präzise; gewaltsam gewalttätig;
grundsätzlich prinzipiell; international weltweit global; interessant spannend; katastrophal verheerend; kostenlos
gratis umsonst; nützlich hilfreich; offenbar offensichtlich; passend geeignet; plötzlich unerwartet überraschend;
reich wohlhabend vermögend; schrittweise allmählich stufenweise; selbstverständlich natürlich; sorgfältig gründlich;
streng strikt; unmöglich ausgeschlossen; unnötig überflüssig; unvermeidlich zwangsläufig; verrückt wahnsinnig irre;
verschieden unterschiedlich; verständlich nachvollziehbar; vorsichtig behutsam; wahrscheinlich vermutlich
voraussichtlich; wertvoll kostbar; zuverlässig verlässlich; zweifelhaft fragwürdig
"""

# Opposites: what one side of a bar says, the other denies. A statement that has one is not one that has the other.
OPPOSITES = """
steigen erhöhen zunehmen wachsen | sinken senken abnehmen zurückgehen; mehr | weniger; teuer | billig; kaufen | verkaufen;
gut besser verbessern | schlecht schlechter verschlechtern; ablehnen | zustimmen; verbieten | erlauben; öffnen |
schließen; beginnen | enden; gewinnen | verlieren; erfolg | scheitern; schnell | langsam; groß | klein; früh | spät;
stärken | schwächen; einstellen | entlassen; bauen | abreißen; einführen | abschaffen; falsch | richtig; wahr | lüge;
leicht | schwer; oft | selten; jung | alt; froh | traurig; hoffen | angst; ausbauen | senken; bleiben | zurücktreten;
schuldig | unschuldig; krieg | frieden; reich | arm; beschleunigen | verzögern; vor | nach; erster | letzter; hoch |
niedrig; links | rechts; nord | süd; ost | west; fehlen | ausreichen; verschärfen | lockern; kommen | gehen; sieg |
niederlage; stabil | instabil; optimistisch | pessimistisch; legal | illegal; erhalten | verlieren; anziehen | nachlassen;
höchste | niedrigste;
loben begrüßen danken | kritisieren verurteilen rügen vorwerfen; ankündigen | absagen; chance | gefahr;
retten | opfern; gestern | heute | morgen; vergangen | kommend; früher | zukünftig; schuld | unschuldig; sperren | freigeben;
streichen | schaffen; abbauen | ausbauen; abbau | aufbau; minus | plus; gewinn | verlust; gründen | auflösen;
festnehmen | freilassen; einreisen | ausreisen; einfuhr | ausfuhr; verlassen | zurückkehren; brechen | halten;
finden | verlieren; ganz | halb; doppelt | halb; montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag;
januar | februar | märz | april | mai | juni | juli | august | september | oktober | november | dezember;
frühling | sommer | herbst | winter; erste | zweite | dritte | vierte | fünfte; norden | süden | osten | westen;
mann | frau; vater | mutter; sohn | tochter; bruder | schwester; junge | mädchen; kind | rentner | erwachsen;
bund | land | kommune; morgen | abend | mittag; lachen | weinen; leben | tot; aufstieg | abstieg; geben | nehmen;
bezahlen | erhalten; fragen | antworten; verteidigen | angreifen; vertrauen | misstrauen; anmelden | abmelden;
überdurchschnittlich | unterdurchschnittlich; zulegen | einbüßen; erwärmen | abkühlen; heiß | kalt; bekannt | unbekannt;
mieter | vermieter; arbeitgeber | arbeitnehmer; lehrer | schüler; arzt | patient; theorie | praxis; meisten | wenigsten; positiv | negativ; gesund | krank; offen | geschlossen; lang | kurz
"""

# What a separable verb may begin with, as the stemmer writes it; longer ones first.
PARTICLES = ("zusammen", "zuruck", "weiter", "hinaus", "herein", "hinein", "heraus", "vor", "auf", "aus", "ein", "nach",
             "bei", "mit", "her", "hin", "los", "weg", "ab", "an", "zu", "um")  # fmt: skip

# Words that tell of what is over.
PAST = frozenset("war waren hatte hatten wurde wurden gewesen worden gehabt".split())
