"""Whether the chain of publications is whole, and whether each still holds what it held."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import inf
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, case, func, select

from warehouse import chain
from warehouse.chain import Break, Checked
from warehouse.publish.contents import VERSIONED, hashed, hashed_row
from warehouse.publish.versions import content_names
from warehouse.schema import published

Link = Mapping[str, Any]


@dataclass(frozen=True)
class History:
    """All rows that a table ever held, in the order of their keys: the text of each, its first and last publication."""

    table: Table
    texts: Sequence[bytes]
    firsts: Sequence[int]
    lasts: Sequence[float]


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
        for number, text in _texts(_history(connection, table), numbers):
            digests[number].update(text)
    for link in links:
        if digests[link["number"]].hexdigest() != link["content_hash"]:
            yield Break(link["number"], "content")


def _history(connection: Connection, table: Table) -> History:
    width, around = len(table.info["keys"]), (table.c.first_publication, table.c.last_publication)
    columns = (table.c[name] for name in content_names(table))
    found = sorted(connection.execute(select(*columns, *around)), key=lambda row: (row[:width], row[-2]))
    return History(
        table,
        [hashed_row(table, tuple(row[:-2])) for row in found],
        [row[-2] for row in found],
        [inf if row[-1] is None else row[-1] for row in found],
    )


def _texts(history: History, numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """What this table adds to the hash of each publication; put together anew only when the table changed."""
    coming = deque(sorted(range(len(history.texts)), key=history.firsts.__getitem__))
    standing, text = list[int](), hashed(history.table, [])
    for number in numbers:
        came = list(_until(number, coming, history.firsts))
        now = [place for place in (*standing, *came) if history.lasts[place] >= number]
        if came or len(now) < len(standing):
            standing = sorted(now)
            text = hashed(history.table, [history.texts[place] for place in standing])
        yield number, text


def _until(number: int, coming: deque[int], firsts: Sequence[int]) -> Iterator[int]:
    while coming and firsts[coming[0]] <= number:
        yield coming.popleft()


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
