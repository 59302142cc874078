"""Whether the journal is whole, and whether everything that came in is still what its entry says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, select

from warehouse import chain
from warehouse.chain import Break, Checked
from warehouse.intake import journal
from warehouse.schema import intake
from warehouse.schema.levels import DELIVERED, EMPTIED, LEVELS, REMOVED

WORKBOOKS_AT_A_TIME = 20

Act = tuple[str, date, int, str]
Record = Mapping[str, Any]


def is_readable(engine: Engine) -> bool:
    """False where there is no intake, or where this user may not look into it."""
    return chain.is_readable(engine, intake.journal)


def verify(connection: Connection) -> Checked:
    links = chain.links(connection, intake.journal)
    deliveries = {record["delivery_id"]: record for record in _heads(connection)}
    approvals = [dict(row) for row in connection.execute(select(intake.approval)).mappings()]
    done = {**_delivered(deliveries), **_approved(deliveries, approvals)}
    broken = (
        *chain.breaks(links),
        *_entries(links, done),
        *_contents(connection, links, deliveries),
        *_figures(connection, links),
    )
    return Checked(tuple(link["hash"] for link in links), broken)


def _heads(connection: Connection) -> Iterator[Record]:
    columns = (column for column in intake.delivery.c if column.name != "workbook")
    return (dict(row) for row in connection.execute(select(*columns)).mappings())


def _delivered(deliveries: Mapping[int, Record]) -> dict[Act, tuple[Any, ...]]:
    """By act: when, by whom and why, as the delivery itself says."""
    return {
        _act(head, DELIVERED): (head["received_at"], head["received_by"], head["correction_reason"])
        for head in deliveries.values()
    }


def _approved(deliveries: Mapping[int, Record], approvals: Sequence[Record]) -> dict[Act, tuple[Any, ...]]:
    return {
        _act(deliveries[one["delivery_id"]], one["level_code"]): (one["approved_at"], one["approved_by"], None)
        for one in approvals
        if one["delivery_id"] in deliveries
    }


def _act(record: Record, act_code: str) -> Act:
    return record["region_code"], record["reference_date"], record["version"], act_code


def _entries(links: Sequence[Record], done: Mapping[Act, tuple[Any, ...]]) -> Iterator[Break]:
    """What was done has its entry, and what has an entry was done: by the same person, at the same moment.

    Of a delivery that was removed at the end of its term only entries are left.
    """
    entries = {_act(link, link["act_code"]): link for link in links if link["act_code"] in (DELIVERED, *LEVELS)}
    removed = {_act(link, DELIVERED)[:3]: link for link in links if link["act_code"] == REMOVED}
    for act, entry in entries.items():
        if act[:3] in removed:
            if act in done:
                yield Break(removed[act[:3]]["number"], "not_removed", _told(act))
            continue
        if act not in done:
            yield Break(entry["number"], "not_done", _told(act))
        elif done[act] != (entry["written_at"], entry["written_by"], entry["reason"]):
            yield Break(entry["number"], "done_otherwise", _told(act))
    for act in sorted(done.keys() - entries.keys()):
        yield Break(None, "no_entry", _told(act))


def _contents(connection: Connection, links: Sequence[Record], deliveries: Mapping[int, Record]) -> Iterator[Break]:
    entries = {_act(link, DELIVERED): link for link in links if link["act_code"] == DELIVERED}
    emptied = {_act(link, DELIVERED) for link in links if link["act_code"] == EMPTIED}
    kept_as_empty = {number for number, head in deliveries.items() if _act(head, DELIVERED) in emptied}
    contents, other_files = journal.content_hashes(connection), set(_other_files(connection, kept_as_empty))
    for delivery_id, head in deliveries.items():
        act = _act(head, DELIVERED)
        number = entries[act]["number"] if act in entries else None
        if act in entries and entries[act]["content_hash"] != contents[delivery_id]:
            yield Break(number, "rows", _told(act))
        if delivery_id in other_files:
            yield Break(number, "workbook", _told(act))


def _other_files(connection: Connection, emptied: Set[int]) -> Iterator[int]:
    """Deliveries of which the workbook is not the one that came in, and was not taken out at the end of its term."""
    table = intake.delivery.c
    columns = select(table.delivery_id, table.sha256, table.workbook)
    for number, sha256, workbook in connection.execute(columns.execution_options(yield_per=WORKBOOKS_AT_A_TIME)):
        is_right = number in emptied if not workbook else hashlib.sha256(workbook).hexdigest() == sha256
        if not is_right:
            yield number


def _figures(connection: Connection, links: Sequence[Record]) -> Iterator[Break]:
    """Figures of national sources are those that stood after the last time that some were loaded."""
    loaded = [link for link in links if link["act_code"] == journal.LOADED]
    found = connection.execute(select(intake.indicator_value).limit(1)).one_or_none()
    if loaded and loaded[-1]["content_hash"] != journal.source_hash(connection):
        yield Break(loaded[-1]["number"], "figures")
    elif found is not None and not loaded:
        yield Break(None, "figures_no_entry")


def _told(act: Act) -> dict[str, Any]:
    region_code, reference_date, version, act_code = act
    return {"region": region_code, "day": reference_date, "version": version, "act": act_code}
