"""Roles and scopes."""

from __future__ import annotations

import pytest

from wortlaut import cli_accounts
from wortlaut.desk.roles import ROLES, SCOPES, covers, role_of, scopes_of
from wortlaut.errors import AccountError


def test_each_role_may_do_what_those_before_it_may() -> None:
    for mine, role in enumerate(ROLES):
        assert [covers(role, needed) for needed in ROLES] == [other <= mine for other in range(len(ROLES))]


def test_what_is_copied_for_a_quick_help_is_what_it_copies() -> None:
    assert (ROLES, tuple(SCOPES)) == (cli_accounts.ROLES, cli_accounts.SCOPES)


@pytest.mark.parametrize("word", ["", "Admin", "root", "admin "])
def test_what_is_no_role_is_told(word: str) -> None:
    with pytest.raises(AccountError, match="is no role; choose one of reader, reviewer, editor, admin"):
        role_of(word)


def test_scopes_are_known_and_at_least_one() -> None:
    assert scopes_of(["read", "read", "write"]) == {"read", "write"}
    with pytest.raises(AccountError, match="'admin' is no scope; choose some of read, analyze, review, write"):
        scopes_of(["read", "admin"])
    with pytest.raises(AccountError, match="can do nothing"):
        scopes_of([])
