"""What German editors write in two ways without a difference. Data only."""

from wortlaut.languages.de_times import NUMBERS

# Signs and short forms of units, and numbers in words, lower-cased -> as they are compared. "Ein" may be an article.
SAME = {
    "%": "prozent", "€": "euro", "$": "dollar", "us-dollar": "dollar", "km": "kilometer", "kg": "kilogramm", "kilo": "kilogramm",
    "mio": "millionen", "mrd": "milliarden", "m": "meter", "cm": "zentimeter", "lkw": "lastwagen", "pkw": "auto",
    "sonnabend": "samstag", "jänner": "januar", "feber": "februar",
    **{word: str(number) for word, number in NUMBERS.items() if number > 1},
}  # fmt: skip
