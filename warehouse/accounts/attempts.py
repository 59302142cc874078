"""Sign-ins that failed: whoever fails often waits, by login and by network address."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from warehouse.schema import accounts

MOST_OF_LOGIN, MOST_OF_ADDRESS, WITHIN = 5, 30, timedelta(minutes=15)
TABLE = accounts.attempt


def may_try(connection: Connection, login: str, address: str, *, at: datetime) -> bool:
    lately = TABLE.c.tried_at > at - WITHIN
    of_login = select(func.count()).where(lately, TABLE.c.login_hash == _hash(login))
    of_address = select(func.count()).where(lately, TABLE.c.address_hash == _hash(address))
    tried, from_there = connection.execute(select(of_login.scalar_subquery(), of_address.scalar_subquery())).one()
    return bool(tried < MOST_OF_LOGIN and from_there < MOST_OF_ADDRESS)


def failed(connection: Connection, login: str, address: str, *, at: datetime) -> None:
    """What is past is cleared away."""
    connection.execute(delete(TABLE).where(TABLE.c.tried_at <= at - WITHIN))
    values = {"login_hash": _hash(login), "address_hash": _hash(address), "tried_at": at}
    connection.execute(insert(TABLE).values(**values))


def succeeded(connection: Connection, login: str) -> None:
    """Earlier failures of this login count no more; those of its address do, for others may sit there."""
    connection.execute(delete(TABLE).where(TABLE.c.login_hash == _hash(login)))


def _hash(text: str) -> str:
    return hashlib.sha256(text.strip().lower().encode()).hexdigest()
