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
    "”": '”“',
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
