"""exports/cas.py, annotators.py: CAS XMI as cassis reads it, and what annotators corrected."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import cassis
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.test_exports_rows import archives, each_hostile, hostile, kept
from wortlaut.errors import MissingExtraError, RegisterError
from wortlaut.exports.annotators import judgements_from_cas
from wortlaut.exports.cas import write_cas
from wortlaut.exports.cas_types import EXPORT, META, RELATION, SENTENCE, STATEMENT, TOKEN, type_system
from wortlaut.exports.cells import in_xml
from wortlaut.identities import judged
from wortlaut.judgements import Judgement, Judgements
from wortlaut.kept import Kept
from wortlaut.people import Resolved
from wortlaut.register import Register
from wortlaut.statements import ROLES

DAY = "2026-03-06"


def opened(path: Path) -> list[Any]:
    """The documents of a zip, with the type system in it."""
    with zipfile.ZipFile(path) as archive:
        types = cassis.load_typesystem(io.BytesIO(archive.read("TypeSystem.xml")))
        names = [name for name in archive.namelist() if name.endswith(".xmi")]
        return [cassis.load_cas_from_xmi(io.BytesIO(archive.read(name)), typesystem=types) for name in names]


def exported(folder: Path, *archive: Kept) -> list[Any]:
    write_cas(archive, folder / "a.zip")
    return opened(folder / "a.zip")


def test_cassis_reads_statements_with_their_roles(tmp_path: Path) -> None:
    (cas,) = exported(tmp_path, kept())
    analysis = kept().analysis
    assert cas.sofa_string == analysis.article.text
    first = next(a for a in cas.select(STATEMENT) if a.statement == "s1" and a.part == "content")
    assert first.get_covered_text() == "„Wir fangen im Mai an“"
    assert (first.kind, first.medium, first.person, first.personKind) == ("direct", "speech", "Ute Kamp", "person")
    assert (first.asserted, first.score, first.time, first.utterance) == (
        True,
        pytest.approx(0.934),
        "2026-03-03",
        "11",
    )
    found = {(r.role, r.Dependent.get_covered_text()) for r in cas.select(RELATION) if r.Governor is first}
    assert found == {
        ("speaker", "Bürgermeisterin Ute Kamp"), ("cue", "teilte"), ("cue", "mit"), ("addressee", "dem Rat"),
    }  # fmt: skip
    assert all((r.begin, r.end) == (r.Dependent.begin, r.Dependent.end) for r in cas.select(RELATION))
    pieces = sum(len(s.spans(role)) for s in analysis.statements for role in ("content", *ROLES))
    assert len(cas.select(STATEMENT)) == pieces


def test_a_document_has_what_inception_needs(tmp_path: Path) -> None:
    (cas,) = exported(tmp_path, kept())
    (meta,) = cas.select(META)
    assert (meta.documentTitle, meta.language, meta.begin) == ("Brücke", "de", 0)
    assert meta.end == len(cas.sofa_string)
    sentences, tokens = cas.select(SENTENCE), cas.select(TOKEN)
    assert sentences and all(s.begin < s.end for s in sentences)
    assert all(any(s.begin <= t.begin and t.end <= s.end for s in sentences) for t in tokens)
    names = {type_.name for type_ in cas.typesystem.get_types()}
    assert names - {"uima.tcas.DocumentAnnotation"} == {META, SENTENCE, TOKEN, STATEMENT, RELATION, EXPORT}


def test_relations_join_annotations_of_one_layer() -> None:
    """INCEpTION knows relations between annotations of the same layer."""
    relation = cassis.load_typesystem(type_system()).get_type(RELATION)
    ranges = {feature.name: feature.rangeType.name for feature in relation.features}
    assert ranges == {"Governor": STATEMENT, "Dependent": STATEMENT, "role": "uima.cas.String"}


def test_offsets_are_utf_16_units(tmp_path: Path) -> None:
    one = hostile("🙂 Ja")
    (cas,) = exported(tmp_path, one)
    contents = [a for a in cas.select(STATEMENT) if a.part == "content"]
    assert [a.get_covered_text() for a in contents] == ["🙂 Ja"] * 2
    assert [(a.begin, a.end) for a in contents] == [(0, 4), (10, 14)]
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        tree = etree.fromstring(archive.read("000001-article-1.1.xmi"))
    units = [(e.get("begin"), e.get("end")) for e in tree.iter("{http:///webanno/custom.ecore}Statement")
             if e.get("part") == "content"]  # fmt: skip
    assert units == [("0", "5"), ("11", "16")]


def test_every_article_is_a_file_and_two_exports_are_the_same(tmp_path: Path) -> None:
    write_cas([kept(), kept(18), kept(18)], tmp_path / "a.zip")
    write_cas([kept(), kept(18), kept(18)], tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "a.zip").namelist() == [
        "TypeSystem.xml", "000001-article-17.2.xmi", "000002-article-18.2.xmi", "000003-article-18.2.xmi",
    ]  # fmt: skip
    write_cas([], tmp_path / "empty.zip")
    assert opened(tmp_path / "empty.zip") == []


@each_hostile
def test_hostile_words_come_back(tmp_path: Path, words: str) -> None:
    one = hostile(words)
    (cas,) = exported(tmp_path, one)
    assert cas.sofa_string == in_xml(one.analysis.article.text)
    contents = [a.get_covered_text() for a in cas.select(STATEMENT) if a.part == "content"]
    assert contents == [in_xml(words)] * 2
    assert judgements_from_cas(tmp_path / "a.zip") == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(archive=archives())
def test_any_archive_is_read(tmp_path: Path, archive: list[Kept]) -> None:
    found = exported(tmp_path, *archive)
    assert [cas.sofa_string or "" for cas in found] == [in_xml(one.analysis.article.text) for one in archive]


# --- corrections

Change = Callable[[Any], None]


def corrected(folder: Path, change: Change, one: Kept | None = None) -> Path:
    """What comes out of INCEpTION: the documents, changed by an annotator, with their type system."""
    (cas,) = exported(folder, one or kept())
    change(cas)
    path = folder / "back.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("TypeSystem.xml", cas.typesystem.to_xml())
        archive.writestr("article.xmi", cas.to_xmi())
    return path


def content(cas: Any, id: str) -> Any:
    return next(a for a in cas.select(STATEMENT) if a.statement == id and a.part == "content")


def first_judgement(**change: object) -> Judgement:
    article = kept().analysis.article
    start = article.text.index("„Wir")
    return replace(Judgement(article.id, start, start + 22, "„Wir fangen im Mai an“", None, DAY), **change)


def deleted(cas: Any, id: str) -> None:
    """As INCEpTION deletes: with its relations, the roles stay."""
    statement = content(cas, id)
    for relation in [r for r in cas.select(RELATION) if statement in (r.Governor, r.Dependent)]:
        cas.remove(relation)
    cas.remove(statement)


@pytest.mark.parametrize(
    "features, wanted",
    [
        ({}, []),
        ({"person": "Jörg Ohm"}, [first_judgement(person="Jörg Ohm")]),
        ({"person": None}, [first_judgement()]),
        ({"person": "Rat", "personKind": "group"}, [first_judgement(person="Rat", kind="group")]),
        ({"kind": "reported"}, [first_judgement(about="statement", statement_kind="reported")]),
        ({"kind": None}, []),
        ({"statement": None}, []),
    ],
)
def test_what_differs_is_judged(tmp_path: Path, features: dict[str, str | None], wanted: list[Judgement]) -> None:
    def change(cas: Any) -> None:
        for name, value in features.items():
            setattr(content(cas, "s1"), name, value)

    assert judgements_from_cas(corrected(tmp_path, change), date=DAY) == wanted


def test_a_statement_that_was_deleted_is_none(tmp_path: Path) -> None:
    path = corrected(tmp_path, lambda cas: deleted(cas, "s1"))
    found = judgements_from_cas(path, date=DAY)
    assert found == [first_judgement(about="statement")]
    analysis = kept().analysis
    after = judged(
        Resolved(analysis.statements, analysis.people), analysis.article, Judgements(tuple(found)), Register()
    )
    assert [s.id for s in after.statements] == ["s2", "s3", "s4", "s5"]


def test_words_that_xml_cannot_hold_are_judged_as_they_are(tmp_path: Path) -> None:
    one = hostile("\0 Ja 🙂 \ud800")
    path = corrected(tmp_path, lambda cas: setattr(content(cas, "s1"), "person", "Ute Ohm"), one)
    assert judgements_from_cas(path, date=DAY) == [
        Judgement(one.analysis.article.id, 0, 8, "\0 Ja 🙂 \ud800", "Ute Ohm", DAY)
    ]


def test_a_single_file_and_a_whole_project_are_read(tmp_path: Path) -> None:
    path = corrected(tmp_path, lambda cas: setattr(content(cas, "s1"), "person", "Jörg Ohm"))
    wanted = [first_judgement(person="Jörg Ohm")]
    with zipfile.ZipFile(path) as archive:
        archive.extract("article.xmi", tmp_path)
    assert judgements_from_cas(tmp_path / "article.xmi", date=DAY) == wanted
    with zipfile.ZipFile(tmp_path / "project.zip", "w") as project:
        project.write(tmp_path / "a.zip", "annotation/article.xmi/INITIAL_CAS.zip")
        project.write(path, "annotation/article.xmi/ute.zip")
        project.writestr("exportedproject.json", "{}")
    assert judgements_from_cas(tmp_path / "project.zip", date=DAY) == wanted


def test_a_correction_that_is_wrong_is_named(tmp_path: Path) -> None:
    path = corrected(tmp_path, lambda cas: setattr(content(cas, "s1"), "kind", "alien"))
    with pytest.raises(RegisterError, match=r"back\.zip/article\.xmi, statement 's1'.*'alien'; it is one of direct"):
        judgements_from_cas(path)


def without_the_record(cas: Any) -> None:
    cas.remove(cas.select(EXPORT)[0])


def with_another_record(record: str | None) -> Change:
    return lambda cas: setattr(cas.select(EXPORT)[0], "record", record)


@pytest.mark.parametrize(
    "change, words",
    [
        (without_the_record, "has no annotation webanno.custom.WortlautExport"),
        (with_another_record(None), "was changed"),
        (with_another_record("{"), "was changed"),
        (with_another_record("[1]"), "was changed"),
        (with_another_record(json.dumps({"article": "a", "statements": [{"id": "s1"}]})), "was changed"),
    ],
)
def test_a_record_that_is_gone_is_named(tmp_path: Path, change: Change, words: str) -> None:
    with pytest.raises(RegisterError, match=r"TypeSystem\.xml before") as raised:
        judgements_from_cas(corrected(tmp_path, change))
    assert words in str(raised.value)


def test_files_that_are_no_cas_are_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="is no file"):
        judgements_from_cas(tmp_path / "missing.zip")
    (tmp_path / "a.zip").write_bytes(b"no zip")
    with pytest.raises(RegisterError, match="cannot be read"):
        judgements_from_cas(tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(RegisterError, match=r"holds no \.xmi"):
        judgements_from_cas(tmp_path / "b.zip")
    (tmp_path / "a.xmi").write_bytes(b"<broken")
    with pytest.raises(RegisterError, match=r"a\.xmi is no CAS"):
        judgements_from_cas(tmp_path / "a.xmi")


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wortlaut.exports.annotators.MEMBER", 1000)
    write_cas([kept()], tmp_path / "a.zip")
    with pytest.raises(RegisterError, match="more than 1000"):
        judgements_from_cas(tmp_path / "a.zip")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(MissingExtraError, match=r"wortlaut\[cas\]"):
        judgements_from_cas(tmp_path / "a.zip")
