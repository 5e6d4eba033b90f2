"""Throttle: who fails to log in must wait, twice as long each time; per account and per address.

An attempt is counted before the password is looked at, and forgiven when it was right. So many attempts at once are no
way around it. It lies in the database, so that several workers count together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from sqlalchemy import Connection, delete, insert, select, update

from wortlaut.archive.desk_schema import attempts
from wortlaut.desk.audit import iso
from wortlaut.desk.keys import key_hash

_FORGOTTEN = timedelta(days=1)  # after the wait is over
_NETWORK = 64  # bits of an IPv6 address: one customer's network has all others


@dataclass(frozen=True, slots=True)
class Counter:
    """What is counted: `free` failures cost nothing, each further one a wait that doubles up to `longest`."""

    key: bytes
    free: int
    longest: timedelta

    def wait(self, count: int) -> timedelta:
        """After so many failures."""
        over = count - self.free
        return min(timedelta(seconds=2 ** min(over, 30)), self.longest) if over > 0 else timedelta()


def of_account(name: str) -> Counter:
    """Of a name, whether there is such an account or not.

    The longest wait is short, for strangers could make the owner wait; that still leaves them fewer than 300 guesses a
    day.
    """
    return Counter(key_hash(f"account:{name}"), 5, timedelta(minutes=5))


def of_address(address: str | None) -> Counter:
    """Of a client's address; a newsroom may have one for all.

    >>> of_address("2001:db8::1") == of_address("2001:db8::2"), of_address("192.0.2.1") == of_address("192.0.2.2")
    (True, False)
    """
    return Counter(key_hash(f"address:{_network(address or '')}"), 20, timedelta(hours=1))


def wait_of(connection: Connection, counters: tuple[Counter, ...], now: datetime) -> int:
    """How many seconds are left, 0 for none."""
    query = select(attempts.c.until).where(attempts.c.key.in_([one.key for one in counters]))
    left = [(datetime.fromisoformat(until) - now).total_seconds() for until in connection.execute(query).scalars()]
    return max(0, *(int(-(-seconds // 1)) for seconds in left), 0)


def count(connection: Connection, counter: Counter, now: datetime) -> None:
    """Count an attempt that may fail; what is long past is cleared meanwhile."""
    connection.execute(delete(attempts).where(attempts.c.until < iso(now - _FORGOTTEN)))
    held = connection.execute(select(attempts.c.count).where(attempts.c.key == counter.key)).scalar()
    number = (held or 0) + 1
    values = {"count": number, "until": iso(now + counter.wait(number))}
    if held is None:
        connection.execute(insert(attempts).values(key=counter.key, **values))
    else:
        connection.execute(update(attempts).where(attempts.c.key == counter.key).values(**values))


def take_back(connection: Connection, counter: Counter, now: datetime) -> None:
    """The last attempt was none that failed."""
    meant = (attempts.c.key == counter.key, attempts.c.count > 0)
    connection.execute(update(attempts).where(*meant).values(count=attempts.c.count - 1, until=iso(now)))


def forgive(connection: Connection, counter: Counter) -> None:
    """Count anew from nothing."""
    connection.execute(delete(attempts).where(attempts.c.key == counter.key))


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ip_network((found, _NETWORK), strict=False))
