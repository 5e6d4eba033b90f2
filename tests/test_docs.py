"""The documents are complete, their examples run, their links lead somewhere."""

from __future__ import annotations

import argparse
import doctest
import re
import shlex
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

import wortlaut
from tests.conftest import ROOT
from tests.test_import_layers import APART, LAYERS
from wortlaut import cli, errors
from wortlaut.model import FOLDER
from wortlaut.parts import PART_KINDS, Part
from wortlaut.record import to_dict
from wortlaut.statements import KINDS, MEDIA
from wortlaut.surfaces.table import COLUMNS

REFERENCE = ROOT / "docs" / "reference"
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
ANALYSIS = wortlaut.Analysis(
    wortlaut.Article("„Ja“, sagte Ute Kamp."),
    (Part("paragraph", wortlaut.Span(0, 21)),),
    (wortlaut.Statement("s1", "direct", (wortlaut.Span(0, 4),), (wortlaut.Span(12, 20),)),),
)
has_weights = (FOLDER / "encoder.onnx").exists()

_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_COMMAND = re.compile(
    r"(?:^|[|&;]\s*|do )(wortlaut [^|&;<>\n]*|python -m (?:wortlaut|benchmarks)[^|&;\n]*)", re.MULTILINE
)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)

each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def blocks(path: Path, *languages: str) -> list[str]:
    """The code blocks of some languages, without their indent."""
    return [
        re.sub(f"^{indent}", "", code, flags=re.MULTILINE)
        for indent, language, code in _FENCE.findall(text_of(path))
        if language in languages
    ]


def prose(path: Path) -> str:
    return _FENCE.sub("", text_of(path))


def named(path: Path) -> set[str]:
    """What stands in backquotes outside of code blocks, also in the cells of a table."""
    return set(re.findall(r"`([^`\n]+)`", prose(path)))


def section(path: Path, title: str) -> str:
    """The text from a heading to the next one of its level or above."""
    level, rest = re.search(rf"^(#+) {re.escape(title)}\n(.*)", text_of(path), re.MULTILINE | re.DOTALL).groups()
    return re.split(rf"^#{{1,{len(level)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def anchors(path: Path) -> set[str]:
    """The anchors of headings, as GitHub makes them."""
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in _HEADING.findall(prose(path))}


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    top = cli.parser()
    yield "wortlaut", top
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from ((f"wortlaut {name}", command) for name, command in action.choices.items())


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    if isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def error_classes() -> list[str]:
    found = [value for value in vars(errors).values() if isinstance(value, type)]
    return [value.__name__ for value in found if issubclass(value, errors.WortlautError)]


def lacking(wanted: Iterator[str] | list[str] | tuple[str, ...], given: set[str]) -> set[str]:
    """What is not named, neither alone nor as the beginning of a call such as `cut(text)`."""
    heads = {name.partition("(")[0] for name in given}
    return {name for name in wanted if name not in heads}


def test_every_public_name_is_in_the_reference() -> None:
    assert not lacking([*wortlaut.__all__, *error_classes()], named(REFERENCE / "library.md"))


@pytest.mark.parametrize("name", ["Analysis", "Article", "Span", "Statement"])
def test_every_field_and_method_is_in_the_reference(name: str) -> None:
    known = getattr(wortlaut, name)
    methods = [member for member, value in vars(known).items() if callable(value) or isinstance(value, classmethod)]
    public = [member for member in methods if not member.startswith("_")]
    told = set(re.findall(r"`([^`\n]+)`", section(REFERENCE / "library.md", f"`{name}`")))
    if name == "Span":
        told |= {"start", "end"} & set(re.findall(r"\w+", " ".join(told)))  # in the call: Span(start, end)
    assert not lacking([field.name for field in fields(known)] + public, told)


@pytest.mark.parametrize("name, command", [*commands()], ids=lambda value: value if isinstance(value, str) else "")
def test_every_command_and_option_is_in_the_reference(name: str, command: argparse.ArgumentParser) -> None:
    told = section(REFERENCE / "command-line.md", f"`{name}`")
    for action in command._actions:
        for option in action.option_strings:
            assert re.search(rf"`{re.escape(option)}[ `]", told), f"{name} {option}"
        if not action.option_strings and isinstance(action.metavar, str) and action.choices is None:
            assert f"`{action.metavar}`" in told, f"{name} {action.metavar}"
        for choice in action.choices or ():
            assert f"`{choice}`" in told, f"{name}: {choice}"


def test_every_exit_code_is_in_the_reference() -> None:
    told = section(REFERENCE / "command-line.md", "Exit codes")
    for code in (cli.OK, cli.SOME_FAILED, cli.WRONG_USE, cli.INTERRUPTED):
        assert re.search(rf"^\| {code} \|", told, re.MULTILINE), code


def test_every_field_of_the_record_is_in_the_reference() -> None:
    told = named(REFERENCE / "record.md")
    assert not lacking(keys(to_dict(ANALYSIS)), told)
    assert not lacking([*KINDS, *MEDIA, *PART_KINDS], told)


def test_every_column_is_in_the_reference() -> None:
    told = set(re.findall(r"`([^`\n]+)`", section(REFERENCE / "record.md", "CSV")))
    assert not lacking(COLUMNS, told)


def test_every_module_is_on_the_map() -> None:
    told = {name.removesuffix("/") for name in named(ROOT / "docs/design/house.md")}
    assert not lacking([*LAYERS, *APART], told)


def test_the_map_is_in_the_order_of_the_layers() -> None:
    rows = re.findall(r"^\| `(\w+)/?` \|", section(ROOT / "docs/design/house.md", "The modules"), re.MULTILINE)
    assert rows == [*LAYERS, *APART]


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    names = [re.split(r"[^\w-]", wanted, maxsplit=1)[0] for wanted in project["dependencies"]]
    told = named(ROOT / "docs/design/dependencies.md")
    assert not lacking([*names, *(f"[{extra}]" for extra in project["optional-dependencies"])], told)


@pytest.mark.skipif(not has_weights, reason="the weights are missing: src/wortlaut/weights/de/encoder.onnx")
@each_document
def test_the_examples_run(path: Path) -> None:
    """The examples of a document are one session."""
    code = "\n".join(block for block in blocks(path, "python") if ">>>" in block)
    examples = doctest.DocTestParser().get_doctest(code, {}, path.name, str(path), 0)
    told: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=told.append)
    assert not told, "".join(told)


@each_document
def test_other_python_compiles(path: Path) -> None:
    for code in blocks(path, "python"):
        if ">>>" not in code:
            compile(code, str(path), "exec")


@each_document
def test_the_commands_are_understood(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Commands of wortlaut are parsed, not run; of python -m ... the options must exist."""
    for code in blocks(path, "sh"):
        for command in _COMMAND.findall(code):
            words = shlex.split(re.sub(r" 2$", "", command))
            if words[0] == "wortlaut":
                _parse(words[1:])
            else:
                source = text_of(_main_of(words[2]))
                unknown = [word for word in words[3:] if word.startswith("--") and f'"{word}"' not in source]
                assert not unknown, command
    capsys.readouterr()


def _parse(arguments: list[str]) -> None:
    try:
        cli.parser().parse_args(arguments)
    except SystemExit as stopped:
        assert stopped.code == 0, f"wortlaut {' '.join(arguments)}"


def _main_of(module: str) -> Path:
    above = ROOT / "src" if module.startswith("wortlaut") else ROOT
    return above.joinpath(*module.split("."), "__main__.py")


@each_document
def test_the_links_lead_somewhere(path: Path) -> None:
    for link in _LINK.findall(prose(path)):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.is_relative_to(ROOT) and target.exists(), f"{link}: no such file"
        assert not anchor or anchor in anchors(target), f"{link}: no such heading"


@each_document
def test_nothing_is_left_to_fill_in(path: Path) -> None:
    left = [line for line in text_of(path).splitlines() if "{{" in line]
    assert not left, left


def test_the_documents_are_found() -> None:
    assert len(DOCUMENTS) >= 11
