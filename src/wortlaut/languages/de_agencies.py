"""News agencies by their signs and their names. Data only."""

from wortlaut.languages.de import AGENCIES

# A sign, lower-cased, that is not the agency's own name -> the agency.
SIGNS = {
    **{sign.lower(): sign for sign in AGENCIES},
    "dpa": "dpa", "dpa-infocom": "dpa", "dpa-afx": "dpa", "dpa-tmn": "dpa", "dpa-video": "dpa",
    "afp": "AFP", "afx": "AFX", "ap": "AP", "rtr": "Reuters", "reuters": "Reuters", "kna": "KNA", "sid": "SID",
    "apa": "APA", "sda": "sda", "keystone-sda": "sda", "epd": "epd", "dts": "dts",
    # regional services that also sign alone
    **dict.fromkeys("lno lni lnw lby lsw lhe lrs lth lbn".split(), "dpa"),
}  # fmt: skip

# A name in full, lower-cased -> the agency.
NAMES = {
    "deutsche presse-agentur": "dpa", "deutschen presse-agentur": "dpa",
    "agence france-presse": "AFP", "associated press": "AP", "thomson reuters": "Reuters",
    "evangelischer pressedienst": "epd", "evangelischen pressedienst": "epd", "evangelischen pressedienstes": "epd",
    "katholische nachrichten-agentur": "KNA", "katholischen nachrichten-agentur": "KNA",
    "sport-informations-dienst": "SID", "sport-informations-dienstes": "SID",
    "austria presse agentur": "APA", "schweizerische depeschenagentur": "sda", "keystone-sda": "sda",
    "dts nachrichtenagentur": "dts",
}  # fmt: skip

# What is written before the agency in a line that says whose copy it is, lower-cased.
SOURCE_WORDS = ("quelle:", "mit material", "material von", "material der", "© dpa-infocom", "von der agentur",
                "veröffentlichung der", "newskanal der", "meldung der", "mit informationen")  # fmt: skip
