"""A link for one meeting: one region, one publication, until a moment, and gone when it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from warehouse.accounts import tokens
from warehouse.refused import Gathered, RefusedError
from warehouse.schema import accounts

LONGEST = timedelta(days=31)
TABLE = accounts.guest_link


@dataclass(frozen=True)
class Guest:
    """`name` is what stands across every page: for whom, or for which meeting."""

    guest_id: int
    name: str
    region_code: str
    publication: int
    ends_at: datetime
    made_by: str
    revoked_at: datetime | None = None

    def holds_at(self, moment: datetime) -> bool:
        return self.revoked_at is None and moment < self.ends_at


def make(
    connection: Connection, name: str, region_code: str, publication: int, ends_at: datetime, *, by: str, at: datetime
) -> tuple[Guest, str]:
    """The guest and the token of the link. That the region and the publication exist, the caller knows."""
    name = " ".join(name.split())
    wrong = Gathered()
    wrong.add(_wrong(name, ends_at, at))
    wrong.stop()
    token = tokens.fresh()
    values = {"name": name, "region_code": region_code, "publication": publication, "ends_at": ends_at}
    made = insert(TABLE).values(**values, token_hash=tokens.hash_of(token), made_at=at, made_by=by)
    guest_id = connection.scalars(made.returning(TABLE.c.guest_id)).one()
    return Guest(guest_id, name, region_code, publication, ends_at, by), token


def _wrong(name: str, ends_at: datetime, at: datetime) -> Iterator[RefusedError]:
    if not name or not name.isprintable() or len(name) > accounts.LONGEST_NAME:
        yield RefusedError(
            f"Geef een naam van ten hoogste {accounts.LONGEST_NAME} tekens: voor wie, of voor welk overleg.",
            f"Give a name of at most {accounts.LONGEST_NAME} characters: for whom, or for which meeting.",
            "name",
        )
    if not at < ends_at <= at + LONGEST:
        yield RefusedError(
            f"Een gastlink eindigt in de toekomst, binnen {LONGEST.days} dagen.",
            f"A guest link ends in the future, within {LONGEST.days} days.",
            "ends_at",
        )


def revoke(connection: Connection, guest: Guest, *, at: datetime) -> None:
    connection.execute(update(TABLE).where(TABLE.c.guest_id == guest.guest_id).values(revoked_at=at))


def everyone(connection: Connection) -> list[Guest]:
    """The newest first."""
    return [_guest(row) for row in connection.execute(select(TABLE).order_by(TABLE.c.guest_id.desc()))]


def by_id(connection: Connection, guest_id: int) -> Guest | None:
    return _one(connection, TABLE.c.guest_id == guest_id)


def by_token(connection: Connection, token: str) -> Guest | None:
    """Also when it holds no more."""
    return _one(connection, TABLE.c.token_hash == tokens.hash_of(token))


def _one(connection: Connection, wanted: Any) -> Guest | None:
    row = connection.execute(select(TABLE).where(wanted)).one_or_none()
    return _guest(row) if row else None


def _guest(row: Any) -> Guest:
    return Guest(**{name: getattr(row, name) for name in Guest.__dataclass_fields__})
