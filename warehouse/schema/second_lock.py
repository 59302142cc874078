"""Rows by region on PostgreSQL: a transaction of the web role sees no row of a region that it did not tell."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, func, select

SETTING = "trajectmonitor.regions"
EVERY_REGION = "*"


def tell_regions(connection: Connection, codes: Collection[str] | None) -> None:
    """Forgotten when the transaction is over; None is every region. In a file there is nothing to tell."""
    if connection.dialect.name == "postgresql":
        told = EVERY_REGION if codes is None else ",".join(sorted(codes))
        connection.execute(select(func.set_config(SETTING, told, True)))
