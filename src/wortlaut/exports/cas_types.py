"""The types of an exported CAS: the layers of an INCEpTION project, and what it needs in each document."""

from __future__ import annotations

from collections.abc import Mapping

TYPE_SYSTEM = "TypeSystem.xml"
# INCEpTION takes types of this package for the layers of a project.
STATEMENT = "webanno.custom.Statement"
RELATION = "webanno.custom.StatementRelation"
EXPORT = "webanno.custom.WortlautExport"
_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
META = _DKPRO + "metadata.type.DocumentMetaData"
SENTENCE = _DKPRO + "segmentation.type.Sentence"
TOKEN = _DKPRO + "segmentation.type.Token"

_ANNOTATION, _STRING = "uima.tcas.Annotation", "uima.cas.String"
_DESCRIBED = ("part", "statement", "kind", "medium", "person", "personKind", "within", "time", "utterance")
# Relations join annotations of one layer in INCEpTION, so contents and roles are of one type.
_FEATURES: Mapping[str, Mapping[str, str]] = {
    META: dict.fromkeys(("documentTitle", "documentId", "documentUri"), _STRING),
    SENTENCE: {},
    TOKEN: {},
    STATEMENT: {**dict.fromkeys(_DESCRIBED, _STRING), "asserted": "uima.cas.Boolean", "score": "uima.cas.Float"},
    RELATION: {"Governor": STATEMENT, "Dependent": STATEMENT, "role": _STRING},
    EXPORT: {"record": _STRING},
}


def type_system() -> str:
    """The type system as XML."""
    types = "".join(_type(name, features) for name, features in _FEATURES.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">'
        f"\n<name>Wortlaut</name>\n<types>\n{types}</types>\n</typeSystemDescription>\n"
    )


def _type(name: str, features: Mapping[str, str]) -> str:
    above = "uima.tcas.DocumentAnnotation" if name == META else _ANNOTATION
    described = "".join(
        f"<featureDescription><name>{feature}</name><description/><rangeTypeName>{kind}</rangeTypeName>"
        "</featureDescription>\n"
        for feature, kind in features.items()
    )
    return (
        f"<typeDescription><name>{name}</name><description/><supertypeName>{above}</supertypeName>"
        f"<features>\n{described}</features></typeDescription>\n"
    )
