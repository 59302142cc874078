"""Sign-ins that failed: whoever fails often waits, by login and by network.

Five of one login from one network: who lives elsewhere cannot keep somebody out with them. From everywhere together a
login has more, for whoever has many networks.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from warehouse.accounts.people import plain
from warehouse.schema import accounts
from warehouse.turns import one_at_a_time

MOST_HERE, MOST_OF_LOGIN, MOST_OF_NETWORK, WITHIN = 5, 20, 30, timedelta(minutes=15)
# What one address has of IPv6, as a rule: whoever has one of these addresses has them all.
ONE_PLACE = 64
TABLE = accounts.attempt


@dataclass(frozen=True)
class Attempt:
    """`was_last_of` is what must wait when it fails: the login or the network."""

    was_last_of: str | None = None


def begin(connection: Connection, login: str, address: str, *, at: datetime) -> Attempt | None:
    """None for who must wait. Counts as failed until it succeeded: many that are made at once are no more than these.

    What is past is cleared away.
    """
    one_at_a_time(connection, TABLE)
    connection.execute(delete(TABLE).where(TABLE.c.tried_at <= at - WITHIN))
    login_hash, address_hash = _hash(plain(login)), _hash(network_of(address))
    of_login, of_network = TABLE.c.login_hash == login_hash, TABLE.c.address_hash == address_hash
    left_here = MOST_HERE - _count(connection, of_login, of_network)
    left_of_login = min(left_here, MOST_OF_LOGIN - _count(connection, of_login))
    left_of_network = MOST_OF_NETWORK - _count(connection, of_network)
    if min(left_of_login, left_of_network) <= 0:
        return None
    values = {"login_hash": login_hash, "address_hash": address_hash, "tried_at": at}
    connection.execute(insert(TABLE).values(**values))
    return Attempt("login" if left_of_login == 1 else "network" if left_of_network == 1 else None)


def succeeded(connection: Connection, login: str, address: str) -> None:
    """Failures of this login from here count no more; those of others from here do, and of this login elsewhere."""
    here = TABLE.c.address_hash == _hash(network_of(address))
    connection.execute(delete(TABLE).where(TABLE.c.login_hash == _hash(plain(login)), here))


def network_of(address: str) -> str:
    """An address itself, but for IPv6: there it is what it shares with the other addresses of one place."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or ip_network((int(found), ONE_PLACE), strict=False))


def _count(connection: Connection, *wanted: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(TABLE).where(*wanted)) or 0


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
