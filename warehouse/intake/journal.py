"""What was done with deliveries, by whom and when: entries that are only added, each tied to the one before it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, select

from warehouse import chain
from warehouse.intake.sheets import SHEETS
from warehouse.schema import intake
from warehouse.schema.levels import DELIVERED
from warehouse.turns import one_at_a_time

LOADED = "bron"
ROWS_AT_A_TIME = 5_000
DELIVERY = ("region_code", "reference_date", "version")
HEAD = (
    *DELIVERY,
    *("sha256", "rhythm_code", "filled_by", "correction_reason", "file_name"),
    *("received_at", "received_by", "texts_confirmed_by"),
)
SUBJECTS = tuple(intake.metadata.tables[f"{intake.AREA}.{sheet.subject}"] for sheet in SHEETS[1:])


def turn(connection: Connection) -> None:
    """Whoever will write an entry waits here, before anything else, for whoever is writing one."""
    one_at_a_time(connection, intake.journal)


def delivered(connection: Connection, delivery_id: int) -> None:
    """Writes down that this delivery came in, with what it holds."""
    table = intake.delivery.c
    head = _mapping(connection, select(*(table[name] for name in HEAD)).where(table.delivery_id == delivery_id))
    signed = {"written_at": head["received_at"], "written_by": head["received_by"], "reason": head["correction_reason"]}
    content = content_hashes(connection, delivery_id=delivery_id)[delivery_id]
    place = {name: head[name] for name in DELIVERY}
    chain.add(connection, intake.journal, [{**place, **signed, "act_code": DELIVERED, "content_hash": content}])


def done(
    connection: Connection,
    delivery_id: int,
    act_codes: Iterable[str],
    *,
    by: str,
    at: datetime,
    reason: str | None = None,
) -> None:
    """Writes down what was done with what came in: levels approved it, or it went at the end of its term."""
    table, delivery = intake.journal.c, intake.delivery.c
    same = and_(*(table[name] == delivery[name] for name in DELIVERY), table.act_code == DELIVERED)
    columns = (table[name] for name in (*DELIVERY, "content_hash"))
    came_in = select(*columns).join(intake.delivery, same).where(delivery.delivery_id == delivery_id)
    entry = {**_mapping(connection, came_in), "written_at": at, "written_by": by, "reason": reason}
    chain.add(connection, intake.journal, [{**entry, "act_code": code} for code in act_codes])


def _mapping(connection: Connection, statement: Select[Any]) -> dict[str, Any]:
    return dict(connection.execute(statement).mappings().one())


def content_hashes(
    connection: Connection,
    delivery: Table = intake.delivery,
    subjects: Iterable[Table] = SUBJECTS,
    delivery_id: int | None = None,
) -> dict[int, str]:
    """By delivery, over its head and all rows of it; of one delivery when that is asked for."""
    digests = {number: hashlib.sha256(head) for number, head in _written(connection, delivery, HEAD, delivery_id)}
    for table in sorted(subjects, key=lambda table: table.name):
        names = [column.name for column in table.c if column.name != "delivery_id"]
        for number, rows in groupby(_written(connection, table, names, delivery_id), itemgetter(0)):
            if number in digests:
                digests[number].update(b"\n".join([b"\n", table.name.encode(), *sorted(row for _, row in rows)]))
    return {number: digest.hexdigest() for number, digest in digests.items()}


def source_hash(connection: Connection, table: Table = intake.indicator_value) -> str:
    """Over all figures of national sources that stand."""
    rows = sorted(chain.canonical(dict(row)) for row in connection.execute(select(table)).mappings())
    return hashlib.sha256(b"\n".join(rows)).hexdigest()


def _written(
    connection: Connection, table: Table, names: Sequence[str], delivery_id: int | None
) -> Iterator[tuple[int, bytes]]:
    """Row by row, of one delivery after the other."""
    found = select(table.c.delivery_id, *(table.c[name] for name in names)).order_by(table.c.delivery_id)
    if delivery_id is not None:
        found = found.where(table.c.delivery_id == delivery_id)
    for number, *values in connection.execute(found.execution_options(yield_per=ROWS_AT_A_TIME)):
        yield number, chain.canonical(dict(zip(names, values, strict=True)))
