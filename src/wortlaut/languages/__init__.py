"""Languages are data: a second one is another module beside `de`, and changes no code."""

READ = ("de",)  # languages that the model reads

# Frequent words that hardly occur in the other languages.
FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "de": frozenset(
        """der die das und ist nicht mit ein eine einen einem einer auf für von dem den des sich auch als wird wurde haben
        hat sie er es wir ich zu im am zum zur bei nach über aus noch sei werden sind war waren dass oder um aber""".split()
    ),
    "en": frozenset(
        """the of and to that is was for with on as by at from it his her he she be are were have has had this not but they
        which you we their would will said there been when who what""".split()
    ),
    "fr": frozenset("""le la les des et est une dans que pour qui sur pas plus avec par au aux ce cette ont été son ses
        nous vous ils elle mais sont""".split()),
    "nl": frozenset("""het een van en dat niet te zijn met voor op aan er maar om hij ook als bij nog uit naar heeft wordt
        werd hebben deze door""".split()),
    "es": frozenset("""el los las del que una por con para su sus es al lo como más pero se ha fue son este esta entre
        cuando muy sin""".split()),
    "it": frozenset("""il lo gli della delle dei che una per con non del al nel sono più anche come ma si ha è stato alla
        dalla questo""".split()),
}  # fmt: skip
