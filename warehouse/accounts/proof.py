"""Whether the log of what was done is what was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from warehouse import chain
from warehouse.accounts.audit import CONTENT, TABLE, Event, digest_of
from warehouse.chain import Break, Checked
from warehouse.reference.terms import first_kept

DOWNLOADS = "download"
Row = Mapping[str, Any]


def check(connection: Connection, *, at: datetime, number: int = 0, previous: str = chain.START) -> Checked:
    """Of the entries after `number`, of which `previous` is the hash: the links, and what they say they hold."""
    links = chain.links(connection, TABLE, after=number)
    contents: dict[int, Row] = {row["number"]: row for row in chain.links(connection, CONTENT, after=number)}
    broken = [*chain.breaks(links, number=number, previous=previous), *_breaks(links, contents, at)]
    return Checked(tuple(row["hash"] for row in links), tuple(sorted(broken, key=lambda one: one.number or 0)))


def stands(connection: Connection, number: int, head: str) -> bool:
    """The entry with this number still has this hash, so everything before it was not written anew."""
    return number == 0 or connection.scalar(select(TABLE.c.hash).where(TABLE.c.number == number)) == head


def _breaks(links: Sequence[Row], contents: dict[int, Row], at: datetime) -> Iterator[Break]:
    """Nothing but a download that is past its term may lack what it held, and nothing may hold anything else."""
    kept_since = first_kept(DOWNLOADS, at.date())
    for link in links:
        content = contents.pop(link["number"], None)
        is_over = link["event_code"] == Event.DOWNLOADED and link["written_at"] < kept_since
        if content is None and link["digest"] is not None and not is_over:
            yield Break(link["number"], "erased")
        if content is not None and _digest(content) != link["digest"]:
            yield Break(link["number"], "content")
    yield from (Break(number, "content") for number in contents)


def _digest(row: Row) -> str:
    held = {name: value for name, value in row.items() if name not in ("number", "salt")}
    return digest_of(row["salt"], held)
