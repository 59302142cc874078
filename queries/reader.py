"""Who is asking, and as of which publication: the required first argument of every query."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, or_, select

NATIONAL_CODE = "NL01"


@dataclass(frozen=True)
class Access:
    """A role and the regions whose rows it may see; `regions` is None for a role that sees every region."""

    role: str
    regions: frozenset[str] | None


@dataclass(frozen=True)
class Publication:
    """`published_on` is the day on which milestones are judged late, so that a replayed page keeps its figures."""

    number: int
    published_on: date
    reference_date: date
    demonstration: bool


@dataclass(frozen=True)
class Reader:
    connection: Connection
    access: Access
    publication: Publication

    def visible(self, table: Table) -> Select[Any]:
        """Rows of a published table that this user may see, as of this publication."""
        statement = select(table)
        if table.info.get("versioned"):
            number = self.publication.number
            statement = statement.where(
                table.c.first_publication <= number,
                or_(table.c.last_publication.is_(None), table.c.last_publication >= number),
            )
        if self.access.regions is not None and "region_code" in table.c:
            statement = statement.where(table.c.region_code.in_({*self.access.regions, NATIONAL_CODE}))
        return statement

    def rows(self, statement: Select[Any]) -> list[Row[Any]]:
        return list(self.connection.execute(statement))

    def at(self, publication: Publication) -> Reader:
        """The same person, looking at another publication."""
        return replace(self, publication=publication)
