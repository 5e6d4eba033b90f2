"""The words of /login."""

from __future__ import annotations

GERMAN = {
    "login.title": "Anmelden",
    "login.failed": "Anmelden ging nicht",
    "login.lead": "Dieses Archiv ist nur für die, die ein Konto haben.",
    "login.name": "Name",
    "login.password": "Passwort",
    "login.go": "Anmelden",
    "login.help": "Kein Konto oder Passwort vergessen? Wer das Archiv verwaltet, legt eines an oder setzt ein neues "
    "Passwort.",
    "login.out": "Sie sind abgemeldet.",
}

ENGLISH = {
    "login.title": "Log in",
    "login.failed": "Could not log in",
    "login.lead": "This archive is only for those who have an account.",
    "login.name": "Name",
    "login.password": "Password",
    "login.go": "Log in",
    "login.help": "No account, or password forgotten? Who looks after the archive makes one, or sets a new password.",
    "login.out": "You are logged out.",
}
