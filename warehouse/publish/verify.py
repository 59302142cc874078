"""Whether the chain of publications is whole, and whether each still holds what it held."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, case, func, select

from warehouse import chain
from warehouse.chain import Break, Checked
from warehouse.publish.contents import VERSIONED, hashed, hashed_row
from warehouse.publish.versions import Row, content_names
from warehouse.schema import published

Link = Mapping[str, Any]


@dataclass(frozen=True)
class Standing:
    """One row, from its first publication to its last."""

    key: Row
    first: int
    last: int | None
    text: bytes


def verify(connection: Connection, journal: Set[str] | None) -> Checked:
    """`journal` are the hashes of the entries of the intake; None where that cannot be reached."""
    links = chain.links(connection, published.publication)
    broken = (
        *chain.breaks(links),
        *_contents(connection, links),
        *_restored(links),
        *(() if journal is None else _without_entry(links, journal)),
        *_beyond(connection, links),
    )
    return Checked(tuple(link["hash"] for link in links), broken)


def _contents(connection: Connection, links: Sequence[Link]) -> Iterator[Break]:
    numbers = [link["number"] for link in links]
    digests = {number: hashlib.sha256() for number in numbers}
    for table in sorted(VERSIONED, key=lambda table: table.name):
        for number, text in _texts(table, _rows(connection, table), numbers):
            digests[number].update(text)
    for link in links:
        if digests[link["number"]].hexdigest() != link["content_hash"]:
            yield Break(link["number"], "content")


def _rows(connection: Connection, table: Table) -> list[Standing]:
    """By their first publication."""
    width = len(table.info["keys"])
    columns = (table.c[name] for name in ("first_publication", "last_publication", *content_names(table)))
    return [
        Standing(tuple(row[:width]), first, last, hashed_row(tuple(row)))
        for first, last, *row in connection.execute(select(*columns).order_by(table.c.first_publication))
    ]


def _texts(table: Table, rows: Sequence[Standing], numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """What this table adds to the hash of each publication; written anew only when it changed."""
    waiting, standing, text = deque(rows), list[Standing](), hashed(table, [])
    for number in numbers:
        stays = [row for row in standing if row.last is None or row.last >= number]
        came = list(_first_of(waiting, number))
        if came or len(stays) < len(standing):
            standing = sorted([*stays, *came], key=lambda row: row.key)
            text = hashed(table, [row.text for row in standing])
        yield number, text


def _first_of(waiting: deque[Standing], number: int) -> Iterator[Standing]:
    while waiting and waiting[0].first <= number:
        row = waiting.popleft()
        if row.last is None or row.last >= number:
            yield row


def _restored(links: Sequence[Link]) -> Iterator[Break]:
    contents = {link["number"]: link["content_hash"] for link in links}
    for link in links:
        if link["restores"] is not None and contents.get(link["restores"]) != link["content_hash"]:
            yield Break(link["number"], "restored", {"restores": link["restores"]})


def _without_entry(links: Sequence[Link], journal: Set[str]) -> Iterator[Break]:
    """Only publications from before the journal, which are the first, may name no entry of it."""
    kept = False
    for link in links:
        kept = kept or link["journal_hash"] != ""
        if kept and link["journal_hash"] not in journal | {chain.START}:
            yield Break(link["number"], "journal")


def _beyond(connection: Connection, links: Sequence[Link]) -> Iterator[Break]:
    """Rows came or went with a publication that is not there any more: the end of the chain was cut off."""
    newest = links[-1]["number"] if links else 0
    named = max(connection.scalar(select(_newest_named(table))) or 0 for table in VERSIONED)
    if named > newest:
        yield Break(None, "beyond", {"number": named})


def _newest_named(table: Table) -> ColumnElement[int]:
    came, went = func.max(table.c.first_publication), func.max(table.c.last_publication) + 1
    return case((went > came, went), else_=came)
