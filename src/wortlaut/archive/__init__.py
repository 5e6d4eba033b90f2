"""An archive of many articles: kept in SQLite or PostgreSQL, found, checked."""

from __future__ import annotations

from wortlaut.archive import desk_schema as desk_schema  # so that every table is known to who copies all
from wortlaut.archive.archive import Archive, Info
from wortlaut.archive.bringing import Brought, bring, bring_by
from wortlaut.archive.checking import Checked, Passage, Searched
from wortlaut.archive.copying import restore
from wortlaut.archive.finding import Count, Hit, Page
from wortlaut.archive.forgetting import Backup, Forgotten
from wortlaut.archive.naming import Somebodies, Somebody
from wortlaut.archive.preparing import Added, New, Original
from wortlaut.archive.problems import Problem
from wortlaut.archive.profiles import Naming, Profile, Role, Speaker
from wortlaut.archive.rereading import Old, Reread
from wortlaut.archive.searching import GROUPS, ORDERS, Group, Order, Query
from wortlaut.archive.topics import Topic
from wortlaut.archive.uniting import Change, Identity

__all__ = [
    "GROUPS", "ORDERS", "Added", "Archive", "Backup", "Brought", "Change", "Checked", "Count", "Forgotten", "Group",
    "Hit", "Identity", "Info", "Naming", "New", "Old", "Order", "Original", "Page", "Passage", "Problem", "Profile",
    "Query", "Reread", "Role", "Searched", "Somebodies", "Somebody", "Speaker", "Topic", "bring", "bring_by",
    "restore",
]  # fmt: skip
