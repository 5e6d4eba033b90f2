"""wortlaut accounts, run as its users run it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.desk.clocks import QUICK
from wortlaut import cli
from wortlaut.archive import Archive
from wortlaut.cli import OK, WRONG_USE, main
from wortlaut.desk import accounts, logins
from wortlaut.desk.logins import Logins
from wortlaut.desk.tokens import Tokens

KAHN, NEBEL = "drei Kähne im Nebel", "zwei Möwen auf dem Steg"


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive that is meant, which is not made yet."""
    for module in (accounts, logins):
        monkeypatch.setattr(module, "argon2", lambda: QUICK)
    found = tmp_path / "zeitung.db"
    monkeypatch.setenv("WORTLAUT_ARCHIVE", str(found))
    return found


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What a person types when asked for a password."""

    def answer(*words: str) -> None:
        left = list(words)
        monkeypatch.setattr(cli, "_secret", lambda _: left.pop(0) if left else "")

    return answer


@pytest.fixture
def eva(typed: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    typed(KAHN, KAHN)
    assert main(["accounts", "add", "Eva", "--role", "admin"]) == OK
    capsys.readouterr()


def may_log_in(path: Path, password: str) -> bool:
    with Archive.open(str(path)) as archive:
        return bool(Logins(archive, hasher=QUICK).log_in("eva", password))


def test_an_account_is_made_with_an_archive_if_there_is_none(
    path: Path, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed(KAHN, KAHN)
    assert main(["accounts", "add", "Eva", "--role", "admin"]) == OK
    said = capsys.readouterr()
    assert "eva may log in as admin" in said.err and said.out == ""
    assert KAHN not in said.err and may_log_in(path, KAHN)


@pytest.mark.parametrize(
    "words, told",
    [
        ((KAHN, NEBEL), "the two passwords differ"),
        (("kurz",), "the password has 4 signs"),
        (("evaevaevaeva",), "easily guessed"),
        ((), "no password was given; type it at a terminal, or use --password-stdin"),
    ],
)
def test_what_will_not_do_makes_nothing(
    path: Path, typed: Callable[..., None], capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    typed(*words)
    assert main(["accounts", "add", "eva"]) == WRONG_USE
    assert told in capsys.readouterr().err and not path.exists()


def test_a_password_comes_from_standard_input(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(f"{KAHN}\r\n".encode()), isatty=lambda: False))
    assert main(["accounts", "add", "eva", "--password-stdin"]) == OK
    assert may_log_in(path, KAHN)


@pytest.mark.usefixtures("eva")
def test_accounts_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accounts", "list"]) == OK
    head, line = capsys.readouterr().out.splitlines()
    assert head.split() == ["name", "role", "made", "state", "sessions", "tokens"]
    assert line.split()[:2] == ["eva", "admin"] and line.endswith("may log in  0         0")
    assert main(["accounts", "list", "--format", "json"]) == OK
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["name"], told["role"], told["disabled"]) == ("eva", "admin", False)


@pytest.mark.usefixtures("eva")
def test_an_account_is_changed(path: Path, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    typed(NEBEL, NEBEL, NEBEL, NEBEL)
    for arguments, told in (
        (["password", "eva"], "eva has another password"),
        (["add", "olaf", "--role", "admin"], "olaf may log in as admin"),
        (["role", "eva", "reader"], "eva is reader now"),
        (["disable", "eva"], "eva was disabled"),
        (["enable", "eva"], "eva was enabled"),
    ):
        assert main(["accounts", *arguments]) == OK
        assert told in capsys.readouterr().err
    assert may_log_in(path, NEBEL)
    assert main(["accounts", "remove", "eva"]) == OK
    assert main(["accounts", "disable", "eva"]) == WRONG_USE
    assert "there is no account 'eva'; see all with: wortlaut accounts list" in capsys.readouterr().err


@pytest.mark.usefixtures("eva")
def test_the_last_administrator_stays(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["role", "eva", "editor"], ["disable", "eva"], ["remove", "eva"]):
        assert main(["accounts", *arguments]) == WRONG_USE
        assert "eva is the last administrator" in capsys.readouterr().err


@pytest.mark.usefixtures("eva")
def test_a_token_is_made_listed_and_revoked(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["accounts", "token", "eva", "--name", "Wochenbericht", "--scopes", "read", "write", "--days", "30"]
    assert main(asked) == OK
    said = capsys.readouterr()
    key = said.out.strip()
    assert "only time that it is shown" in said.err
    with Archive.open(str(path)) as archive:
        found = Tokens(archive).find(key)
        assert found is not None and found.scopes == {"read", "write"}
        assert main(["accounts", "tokens", "eva"]) == OK
        told = capsys.readouterr().out
        assert "Wochenbericht" in told and "read write" in told and key not in told
        assert main(["accounts", "revoke", "eva", str(found.id)]) == OK
        assert Tokens(archive).find(key) is None
    assert main(["accounts", "revoke", "eva", str(found.id)]) == WRONG_USE
    assert main(["accounts", "token", "eva", "--name", " "]) == WRONG_USE


def test_where_nobody_is_it_says_how_to_begin(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Archive.open(str(path), create=True).close()
    assert main(["accounts", "list"]) == OK
    assert "no account yet; make one with: wortlaut accounts add NAME --role admin" in capsys.readouterr().err
    path.unlink()
    assert main(["accounts", "list"]) == WRONG_USE
    assert not path.exists()
