"""How often each kind of page is opened in a month, by everyone together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, insert, select, update

from warehouse.schema import accounts
from warehouse.turns import one_at_a_time

TABLE = accounts.page_use


def add(connection: Connection, month: date, times: Mapping[str, int]) -> None:
    """`month` is its first day; adds to what other processes counted."""
    one_at_a_time(connection, TABLE)
    for page, n in times.items():
        of_page = (TABLE.c.month == month, TABLE.c.page == page)
        if not connection.execute(update(TABLE).where(*of_page).values(times=TABLE.c.times + n)).rowcount:
            connection.execute(insert(TABLE).values(month=month, page=page, times=n))


def since(connection: Connection, first_month: date) -> Mapping[tuple[date, str], int]:
    found = connection.execute(select(TABLE).where(TABLE.c.month >= first_month))
    return {(row.month, row.page): row.times for row in found}
