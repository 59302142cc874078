"""Who is asking, and as of which publication: the required first argument of every query."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, or_, select

from warehouse.schema import published
from warehouse.schema.lists import NATIONAL_CODE as NATIONAL_CODE
from warehouse.schema.second_lock import tell_regions

# What a region keeps to itself says so.
INTERNAL = "ja"
# A sum of fewer regions is the row of a region.
FEWEST = 2
# Asked with every request, so made once.
PUBLICATIONS = select(published.publication).order_by(published.publication.c.number.desc())


class NoPublicationError(LookupError):
    """Nothing was published yet, or the publication that was asked for does not exist."""


@dataclass(frozen=True)
class Access:
    """A role and the regions whose rows it may see; `regions` is None for a role that sees every region.

    With a `publication` that one is seen and what came before it, whatever is asked for.
    """

    role: str
    regions: frozenset[str] | None
    publication: int | None = None

    @property
    def visible_codes(self) -> frozenset[str] | None:
        """The regions and the country, which everyone with access may see; None for every region."""
        return None if self.regions is None else self.regions | {NATIONAL_CODE}

    def may_tell(self, codes: Collection[str]) -> bool:
        """A sum of these regions is not the row of a region that may not be seen."""
        return len(codes) >= FEWEST or all(map(self.sees, codes))

    @property
    def sees_everything(self) -> bool:
        return self.regions is None

    def sees(self, region_code: str) -> bool:
        """The rows of a region, of the country, or of a province; not whether it takes part, which is public."""
        return self.visible_codes is None or region_code in self.visible_codes


@dataclass(frozen=True)
class Publication:
    """`published_on` is the day on which milestones are judged late, so that a replayed page keeps its figures.

    `restores` is the publication of which it shows the state again; `hash` ties it to all publications before it.
    """

    number: int
    published_on: date
    reference_date: date
    demonstration: bool
    published_by: str = ""
    note: str = ""
    restores: int | None = None
    hash: str = ""

    def holds(self, row: Any) -> bool:
        """A versioned row stood in this publication."""
        return bool(row.first_publication <= self.number <= (row.last_publication or self.number))


@dataclass(frozen=True)
class Reader:
    """`publications` are all that this user may look at, the newest first; `publication` is the one that is looked at.

    `last` is the number of the newest that exists, which may be a later one.
    """

    connection: Connection
    access: Access
    publication: Publication
    publications: tuple[Publication, ...]
    last: int

    @property
    def previous(self) -> Publication | None:
        return next((other for other in self.publications if other.number < self.publication.number), None)

    @property
    def so_far(self) -> tuple[Publication, ...]:
        """Up to the publication that is looked at, the oldest first."""
        return tuple(one for one in reversed(self.publications) if one.number <= self.publication.number)

    @property
    def is_newest(self) -> bool:
        return self.publication == self.publications[0]

    def visible(self, table: Table, since: Publication | None = None) -> Select[Any]:
        """Rows of a published table that this user may see, shared ones of other regions too, as of this publication.

        With `since`, also the rows that stood in that earlier publication and were changed or withdrawn after it.
        """
        return self._seen(self._of_publication(table, since), table, shared=True)

    def own(self, table: Table, since: Publication | None = None) -> Select[Any]:
        """As `visible`, but for what other regions share."""
        return self._seen(self._of_publication(table, since), table, shared=False)

    def of_any_publication(self, table: Table) -> Select[Any]:
        """As `own`, also rows that are not of this publication."""
        return self._seen(select(table), table, shared=False)

    def _of_publication(self, table: Table, since: Publication | None) -> Select[Any]:
        return select(table).where(self.stood(table, since)) if table.info.get("versioned") else select(table)

    def _seen(self, statement: Select[Any], table: Table, *, shared: bool) -> Select[Any]:
        """What is not internal is shared on purpose."""
        codes = self.access.visible_codes
        if codes is None or "region_code" not in table.c:
            return statement
        is_own = table.c.region_code.in_(codes)
        if shared and "internal" in table.c:
            return statement.where(or_(is_own, table.c.internal.is_distinct_from(INTERNAL)))
        return statement.where(is_own)

    @contextmanager
    def everywhere(self) -> Iterator[Reader]:
        """One who sees every region, for as long as this lasts. Only queries open this door, and only to make sums of
        what they find behind it, or to tell what is public: no row of a region goes out.
        """
        if self.access.sees_everything:
            yield self
            return
        tell_regions(self.connection, None)
        try:
            yield replace(self, access=replace(self.access, regions=None))
        finally:
            tell_regions(self.connection, self.access.visible_codes)

    def stood(self, table: Table, since: Publication | None = None) -> ColumnElement[bool]:
        """A row of a versioned table stood in this publication; with `since`, or was replaced after that one.

        In the newest publication that is what stands: the index holds these rows apart, and none is passed over that
        was replaced. No publication comes between, as this connection reads all as it was at one moment.
        For an older one every publication is named that can be the last of a row: so many places in the index.
        """
        stands = table.c.last_publication.is_(None)
        if self.publication.number == self.last and since is None:
            return stands
        last_ones = range((since or self.publication).number, self.last + 1)
        lasted = or_(stands, table.c.last_publication.in_(last_ones))
        return and_(table.c.first_publication <= self.publication.number, lasted)

    def rows(self, statement: Select[Any]) -> list[Any]:
        return list(self.connection.execute(statement))


def publications(connection: Connection) -> tuple[Publication, ...]:
    """All that there are, the newest first."""
    return tuple(_publication(row) for row in connection.execute(PUBLICATIONS))


def _publication(row: Any) -> Publication:
    return Publication(
        row.number,
        row.published_at.date(),
        row.reference_date,
        row.demonstration,
        row.published_by,
        row.note,
        row.restores,
        row.hash,
    )


def open_reader(
    connection: Connection,
    access: Access,
    number: int | None = None,
    known: tuple[Publication, ...] | None = None,
) -> Reader:
    """A reader of the newest publication, or of publication `number`; NoPublicationError when there is none.

    The connection reads all as it was at one moment, as that of an engine does that is opened to read only. `known` are
    the publications, when they were read before in the same transaction.
    """
    existing = publications(connection) if known is None else known
    every = tuple(one for one in existing if access.publication is None or one.number <= access.publication)
    number = access.publication or number
    wanted = next((one for one in every if number in (None, one.number)), None)
    if wanted is None:
        raise NoPublicationError(f"publication {number}" if number else "no publication")
    tell_regions(connection, access.visible_codes)
    return Reader(connection, access, wanted, every, existing[0].number)
