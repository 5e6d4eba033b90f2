"""How frequent German words are, as far as the comparison of statements must know. Data only.

Counted in plenary protocols of the Bundestag (19th term, official works): 2.5 million words, function words left out; the
most frequent form stands for all forms of its word.
"""

# The 150 most frequent words that are no function words, the 350 behind them, and the 1,000 behind those.
MOST_FREQUENT = frozenset(
    """herr kollegen gibt jahren dank menschen gut sagen land damen liebe deutschland frau kolleginnen stellen europa
    euro geht brauchen fraktion weiter machen deutschen antrag wichtig tun frage erst kommen große recht wissen gesetz
    neue präsident politik letzten richtig geehrte gemacht arbeit afd bundesregierung stärken finde klar sehen
    milliarden gesagt möglich zeit glaube grünen dr beispiel stehen genau prozent sprechen entscheidung wort reden
    redner thema linke kinder millionen förderung unterstützen deutlich lange spd gehen geld fdp zukunft weniger
    bürger debatte nehmen wirtschaft unternehmen gemeinsam cdu nämlich bitte bringen führen kollegin gehört bleiben
    besser ende leben staat bereich höhe gesetzentwurf lage gesellschaft csu minister haushalt endlich eu leider
    präsidentin sozialen punkt kommt tag schutz besonders herzlichen zweitens maßnahmen haus schaffen gilt regeln
    zahlen bundestag union vorschlag zwei teil verantwortung steht eigenen schulen bekommen sorgen krise kleinen
    familien wochen notwendig fordern zeigt handeln helfen ziel stimmt gleich grund regierung heißt überhaupt bund
    verehrten""".split()
)
FREQUENT = frozenset(
    """dinge welt gerne denken koalition allein problem leisten bedeutet monaten schnell mittel situation entsprechend
    beitrag öffentlichen aufgabe führt nennen drei parlament junge beraten unterschied grundgesetz angesprochen
    bundeswehr kurz persönlich blick schluss setzen tragen liegt schritt internationalen betroffenen nein falsch
    soldaten statt damals werte sagt insbesondere lösung erhalten entwicklung alter ausdrücklich zustimmen kommunen
    freiheit antwort verfügung treffen verbunden schließe völlig demokratie konkret interesse nationalen zusätzlich
    umsetzung folgen demokraten wünsche erfolg drittens oft nutzen beschäftigten probleme zuständig richten
    hingewiesen vergangenen steigen pandemie ergebnis investitionen abgeordnete fast kosten digitale sogenannten
    erklären einsatz chance bündnis ort sinne freue schlecht kampf steuern sicht herausforderungen weiterhin läuft
    vorliegenden schwierigen bildung ausschuss verbesserung dringend region erwarten erreichen bisschen klimaschutz
    beispielsweise erleben insgesamt diskutieren schreiben anfang beschlossen mieter hören bisher offen einzelnen
    sache beruf rahmen berlin nachhaltig schauen bauen genug mitarbeiter hilfe hoch zusammenarbeit einzige beginn
    betriebe leute weise rechtsstaat partei ernst aufmerksamkeit hand diskussion erhöhen projekt digitalisierung
    wissenschaft grundsätzlich ehrlich finanzielle finanzierung bericht fest menschenrechte bekämpfen china
    selbstverständlich enthalten passiert verfahren bestimmte besten gewalt parlamentarischen raum lesen gleichzeitig
    leistungen gesundheit eltern rente corona zentrale ausbildung genauso bietet vorstellen geschichte arbeitnehmer
    idee setzt zusammen größte meisten stadt zeigen später grundlage überzeugt meinung arbeitsplätze durchaus
    aussprache abstimmung verlassen wahl schwer weltweit forschung anspruch ausland programm dienst verpflichtet
    bevölkerung funktioniert massiv zurück erinnern entlasten bezahlen vorgelegt männer wesentlichen kraft außen
    system verloren globalen entwickeln richtung spielen pflege müller soldatinnen versuchen verstehen gelungen
    grundrente herrn zitiere usa paar investieren vier angebot zusammenhang gesamten kommission staatliche bzw polizei
    einführung gegenteil schafft früher ansatz bundesländer bekannt schulden lösen vertrauen hoffe vertreten kennen
    ddr form opfer positiv erfahren art beschäftigen erhebliche fehler verbraucher sinnvoll israel zehn frieden
    vertrag instrument hart bild rolle bestehen hinaus krieg ziehen erreicht reform vernünftig unabhängig vereinbart
    angesichts entwurf grenzen mehrheit eingebracht verfolgt zulassen erfolgreich artikel heutigen verbot voll
    anhörung erfüllen energien satz schaden löhne zumindest zwischenfrage bundesverfassungsgericht straße miteinander
    wohnungen tätig jahrzehnten maß belastung handwerk begriff fünf schwarz zugang wahrheit verabschiedet vorgesehen
    gestalten aufgenommen verbessern landwirtschaft feststellen behaupten start partner offensichtlich bewegung
    gewinnen einrichtungen nachfrage besteht insofern augen eingehen verhindern innovation wahrscheinlich coronakrise
    initiative achten urteil bewusst bundesrepublik mitglied""".split()
)
LESS_FREQUENT = frozenset(
    """beteiligt einsetzen druck themen moment zunächst verstanden gespräche sicherung diskutiert genutzt infrastruktur
    bundeskanzlerin russland angehörigen umgesetzt häufig egal nötig jedenfalls bedanken ausbau jugendlichen faire
    froh ausreichend fehlt betrifft verschiedenen auftrag selbstständige wald kritik warten angst jemand absolut
    erhöht signal voraussetzungen echte nato behörden strukturen vergleich reicht begründung schlimmer intensiv
    realität ausgeben erwähnt rechtlichen abschließend breite mindestlohn bezug daten vergessen reihe direkt
    generation stück osten abschaffen einkommen nahen dankbar verdient militärische reichen koalitionsvertrag beenden
    beteiligung rentner eher verfassung inhaltlich kontrolle strategie gesorgt eingesetzt konzept gruppen umfassende
    volk gering erlauben gewissen platz markt bedingungen ordnung legen private ermöglichen komplett lehrer
    beschließen michael einschränkungen aktiv perspektive empfiehlt sofort verlängern mitte eindruck freiwillig
    niedrige branche überall stattfinden modernen vielfalt co2 formuliert opposition kommenden nationen preis prozess
    arm studie namen einhaltung gefragt angriff vorgenommen treten solidarität mitgliedstaaten versorgung iran
    personal einheit thomas auswirkungen peter eingeführt teilweise angemessen medizinischen inneren un wahlkreis rein
    scholz schuldenbremse organspende dauerhaft zusammenhalt ratspräsidentschaft verhältnis pflicht erteile übernehmen
    redezeit januar arbeitsmarkt ähnlich anerkennung engagement freien mandat schlagen kosovo gedanken ministerium
    allgemeinen erkennen angenommen juni coronapandemie manchmal technische sechs ankommen wettbewerb rot beziehen
    bevor organisationen zunehmend bedarf bemerkung konflikt lehnen sitzen gezahlt gefährdet wasser konsequent
    betrachten krankenhäusern versucht bahn fortschritt stärkung ablehnen respekt überlegen mut zeichen null
    historischen kultur kritisch grundsicherung amt technologien hintergrund begrüßen bundeshaushalt tisch fakten
    vereinten wirksam mittelstand europas argument ausschließlich steuerzahler drucksache kopf wahr klug ernsthaft
    plan freie wiederholen ebenfalls konsequenzen ländlichen industrie grundrechte geplant erneuerbaren geschätzte
    titel klimawandel leicht minderheiten folgendes legislaturperiode schwächen knapp betreiben anteil elterngeld
    sodass amerikanischen kaufen klima erkenntnisse lernen abgelehnt verteidigen stattdessen sozialstaat bewährt
    ermöglicht mindestens mütter gewünscht rahmenbedingungen stolz job frei merkel frankreich kenntnis irak
    langfristig friedlichen suchen umgehen zitat umgang verteilt martin eng ebenso gesetzgeber rufen qualität
    bezeichnet anliegen betreuung beantragt kurzarbeit beschluss sozusagen angehen christian de informationen befinden
    eingestellt alternative begleiten rechtsextremismus vorne vorhin verhalten medien ziemlich modell verlängerung
    prüfen netz ehemaligen transparenz ökologische hisbollah armut vorher sozialdemokraten aussage bewerten minuten
    weihnachten heil arbeitslosigkeit flüchtlinge geäußert verhandlungen finanzieren hinsichtlich gewährleisten
    gemeint position auseinandersetzung straftaten anpassung vorgehen hass herzen versprechen jährlich nord angeblich
    treiben greifen profitieren mehrfach zerstört flucht rentenversicherung humanitäre stichwort vollständig eindeutig
    erforderlich hoffnung freunde erinnerung streiten not behandelt festgestellt johannes botschaft halbe bafög
    zweifel toten erneut aufbau co aufgestellt ausführungen verwenden märz afrika spenden virus außenpolitik alexander
    diskriminierung geraten nachdenken mobilität möglicherweise ausgaben umwelt interessant zahlreiche regionale
    verhindert tausende zuletzt französischen zuhören nachdem weiterbildung begrenzt hälfte kommunalen basis gehabt
    andreas ständig jüdischen internet bundesrat künstliche bundesminister arbeitgeber belegen beantworten patienten
    eingriff matthias finanzminister rassismus konstruktiv marktwirtschaft verwaltung kümmern praxis stabilität
    libanon einzelplan hergestellt letztendlich vorhanden impfstoff kurzarbeitergeld wächst schlicht
    sicherheitspolitik prinzip aspekt irgendwie gezielt institut vollkommen angewiesen tagesordnungspunkt sanktionen
    angekündigt altmaier sicherheitsbehörden funktionieren landwirte väter tarifverträge institutionen stecken
    verständnis doppelt retten etat offenbar vorlegen anstehenden beschlussempfehlung stoppen werfen richtlinie
    anwendung wohlstand tief passt immerhin entstehen einnahmen post täglich ökonomische november wissenschaftler
    angeht selbstbestimmung gezwungen ordentlich tagesordnung lockdown schließlich boden denjenigen anschauen heraus
    ursachen regelmäßig produkte gewählt vorsitzende intelligenz missbrauch abhängig polizisten ehrenamt jeweils
    solidarisch stiftung mangel mittleren auffassung paket vorhaben statistik hetze ausnahme standards beweis
    organisierte ukraine unbedingt durchsetzen wirkung verletzt anlass linie vorgetragen aufklärung außenminister rat
    umso kanzlerin gucken investiert akzeptanz gebieten scheuer bezahlbaren tolle bedrohung beschränkt effektiv
    kritisieren haltung iv zeitpunkt bedenken bislang baden verstärkt widerspruchslösung infrage erwähnen erzählen
    kassen wirkt us frank betonen passieren darstellen hartz jetzigen luft prüfung hinblick sicherheitsrat erarbeitet
    verordnung vorlage rechnung vorbereitet markus aufarbeitung viertens praktisch souveränität wohnen bewältigen
    menge gemeinschaft sachverständigen gelingt uhr olaf truppe sexuelle reagieren pauschal fachkräfte usw
    koalitionsfraktionen kredite sterben heimat zuschauer vorbei vereine westfalen relativ ärzte wandel attraktiver
    unmittelbar dramatisch verdienen scheint reisen wundern nordrhein it syrien zuge sommer schmidt folgt dezember
    qualifizierung rücken vermieter umzusetzen draußen bayern oben digitalpakt kriterien enorm verzichten schwerpunkt
    verbreiten jahrhundert wertschätzung umfang gott letztlich strafrecht anstatt rücklagen spahn anlage ergreifen
    bewaffnete mittelpunkt mai teilhabe brandenburg ergänzen behinderungen schicken absurd gemeinden walter
    chinesischen bafin glück abschluss innovative akzeptieren türkei diktatur integration kompromiss summe wenden
    irgendwann überweisung vorredner september anreize minijobs beträgt zoll schulz staatsanwaltschaft dialog
    konjunkturpaket republik arbeitsbedingungen körperliche meinungsfreiheit koalitionspartner bisherigen normalen
    novelle bald kern ersetzen vorbild einfluss freut kompetenzen entwicklungsländern wasserstoff rassistische
    geltendes bundesweit tod eeg covid dauer gescheitert eintreten wohnraum individuelle migration geschehen
    energiewende sed mutig alltag füßen absicherung mord berücksichtigen ausstattung vermeiden lesung beschrieben
    ansehen wenigstens rechnen widerstand skandal ungerecht dient ausweitung protokoll abgegeben ezb verkehr absatz
    entspricht billig risiko handlungsfähigkeit berücksichtigt drittel hoffentlich brüssel durchschnitt anstrengungen
    selten engagiert unglaublich bedroht teurer bürokratie quasi stefan gegenwärtig hamburg versicherten dahin
    verkaufen entschuldigung transparent abschiebungen änderungsantrag mission waffen wirecard licht reduzieren
    unterwegs zeitung experten terroristen stream kriminalität hongkong fortsetzen großartige irgendeiner illegale
    umständen überfällig papier staatssekretär solide verlust eröffnen kunden abkommen sauber widerspruch versagen
    debattieren organe aussehen entsteht verstöße stephan wachstum zuschüsse befürchten kohle entschließungsantrag
    fähigkeiten hans oktober akten dauert anschließen sieben streitkräfte wirtschaftspolitik geprägt besuchen gäste
    circa wettbewerbsfähigkeit verschärfung anzahl hinzu komplex zuerst würdigen ideologischen kriminellen württemberg
    april werben zugleich voran gelernt chemnitz loben sozialpolitik reduziert steigende vorgang mali
    berichterstattung kritisiert paris masken stabil schiene weitergehen fehlende motto verhandeln italien kompliziert
    geprüft gewerkschaften geliefert herbst strategische haushaltsausschuss geschäft menschlichen gefühl verbieten
    grundlegend klingt seehofer justiz zügig wirken priorität wolfgang bundestagsfraktion tiere wölfe wahrnehmen
    zivilgesellschaft heißen zweck juli geeignet unterhalten schweigen austausch nachvollziehbar beschreiben jürgen
    krankheit völkerrecht jährige kinderrechte gleichwertige unrecht berechtigt aufgehoben trump strukturelle ki
    nachricht bestätigt wiederum dargestellt weiterentwickeln verurteilt christoph entwicklungszusammenarbeit
    entstanden erweiterung konsens merken kontakt verankert sicherstellen westen plötzlich plenum kennt droht anschlag
    drin kündigung erzielen nachweisen riesige existenz staatsangehörigkeit zivilen abend schiffe ausgehen
    orientierung beobachten maas bestand gegensatz ungefähr kurzfristig interessiert europarat fühlen fließen merkt
    pflegekräfte hunderte haushaltsberatungen irgendwelche ansonsten hervorragende familienpolitik hört entschlossen
    behalten ideologie verfassungsschutz liste ursprünglich schuldig gesundheitssystem ausgesetzt karl fokus
    russischen who wehrbeauftragten geist überprüfen unsicherheit brechen unsinn befristet plus kooperation vorgaben
    potenzial sitzung rechtssicherheit app netzwerke negativen verbraucherschutz bank anforderungen versprochen
    ausgeführt namentlich altersarmut gutachten is wehrpflicht professor lohnt sachlich aufgefordert volkswirtschaft
    beschaffung bundesfinanzminister ausgerichtet verbrechen automatisch ministerpräsidenten darunter krankenkassen
    aufwuchs antisemitismus afrikanischen agenda ausgleich durchgeführt juristischen parlamentarier extrem sinken
    begegnen überwiegend real drohnen wohnungslosigkeit führung verfassungsrechtlich regime sparen""".split()
)
