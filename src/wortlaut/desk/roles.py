"""Roles of accounts, and scopes of tokens: who may do what."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Literal, get_args

from wortlaut.errors import AccountError

Role = Literal["reader", "reviewer", "editor", "admin"]
Scope = Literal["read", "analyze", "review", "write"]

ROLES: tuple[Role, ...] = get_args(Role)  # each may do all that those before it may
# What role an account must have, so that its token can use a scope.
SCOPES: MappingProxyType[Scope, Role] = MappingProxyType(
    {"read": "reader", "analyze": "reader", "review": "reviewer", "write": "editor"}
)


def covers(role: Role, needed: str) -> bool:
    """Whether a role may do what another one may.

    >>> covers("editor", "reviewer"), covers("reader", "admin")
    (True, False)
    """
    return ROLES.index(role) >= ROLES.index(needed)


def role_of(word: str) -> Role:
    """A role by its name. Raises AccountError.

    >>> role_of("editor")
    'editor'
    """
    for role in ROLES:
        if role == word:
            return role
    raise AccountError(f"{word!r:.40} is no role; choose one of {', '.join(ROLES)}", "role")


def scopes_of(words: Iterable[str]) -> frozenset[Scope]:
    """Scopes by their names. Raises AccountError where one is unknown, or none is given.

    >>> sorted(scopes_of(["read", "write"]))
    ['read', 'write']
    """
    given = list(words)
    found = frozenset(scope for scope in SCOPES if scope in given)
    if unknown := [word for word in given if word not in SCOPES]:
        raise AccountError(f"{unknown[0]!r:.40} is no scope; choose some of {', '.join(SCOPES)}", "scopes")
    if not found:
        raise AccountError(f"a token without a scope can do nothing; choose some of {', '.join(SCOPES)}", "scopes")
    return found
