"""Figures of a national source: kept as the source rounded them, in the version of the definition that it used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert

from warehouse import chain
from warehouse.intake import journal
from warehouse.publish import school_leavers
from warehouse.publish.school_leavers import DOORSTROOMPUNT, PROVINCE, IndicatorFileError, Leavers
from warehouse.reference import rows
from warehouse.schema import intake
from warehouse.schema.intake import indicator_value
from warehouse.schema.lists import NATIONAL_CODE

INDICATOR = "K13"
VERSION = 1
SOURCES = {PROVINCE: "CBS StatLine, 84780NED", DOORSTROOMPUNT: "DUO, vsv per RMC-regio"}
KEYS = ("indicator_code", "version", "region_code", "period")


def load_file(
    connection: Connection, content: bytes, file_name: str, *, loaded_by: str, loaded_at: datetime, source: str = ""
) -> int:
    """Replaces the figures of the same place and period and returns how many there are. IndicatorFileError when the
    file is no table of early school leavers, or has a mistake in it. `source` is told in place of the usual one."""
    found = _kept(school_leavers.read(content, file_name))
    _check_definition(found, file_name)
    values = [_value(row, loaded_at, source) for row in found]
    journal.turn(connection)
    is_same = (indicator_value.c[key] == bindparam(f"same_{key}") for key in KEYS)
    connection.execute(delete(indicator_value).where(*is_same), [{f"same_{k}": row[k] for k in KEYS} for row in values])
    connection.execute(insert(indicator_value), values)
    chain.add(connection, intake.journal, [_entry(connection, values, loaded_by, loaded_at)])
    return len(values)


def _kept(found: Sequence[Leavers]) -> list[Leavers]:
    """The country stands as CBS counts it: beside other divisions it is there to be checked with."""
    of_provinces = {row.period for row in found if row.division == PROVINCE}
    return [row for row in found if row.division or row.period in of_provinces]


def _entry(connection: Connection, values: Sequence[dict[str, Any]], by: str, at: datetime) -> dict[str, Any]:
    """Its hash is over all figures that stand now; a figure that no file brought gives another one."""
    return {
        "written_at": at,
        "written_by": by,
        "act_code": journal.LOADED,
        "region_code": NATIONAL_CODE,
        "reference_date": max(row["period_from"] for row in values),
        "version": VERSION,
        "reason": "; ".join(sorted({row["source"] for row in values})),
        "content_hash": journal.source_hash(connection),
    }


def _check_definition(found: Sequence[Leavers], file_name: str) -> None:
    """The age limit changed with the law; a line may not run on across two definitions."""
    last = next(
        date.fromisoformat(row["valid_to"])
        for row in rows("indicator_version")
        if (row["indicator_code"], row["version"]) == (INDICATOR, str(VERSION))
    )
    for row in found:
        if row.period_from > last:
            raise IndicatorFileError(
                f"{file_name}: regel {row.line}: schooljaar {row.period} valt onder een nieuwe definitie van "
                f"{INDICATOR}. Laat regels met een begin na {last.isoformat()} weg.",
                f"{file_name}: line {row.line}: school year {row.period} falls under a new definition of "
                f"{INDICATOR}. Leave out lines that begin after {last.isoformat()}.",
            )


def _value(row: Leavers, loaded_at: datetime, source: str) -> dict[str, Any]:
    return {
        "indicator_code": INDICATOR,
        "version": VERSION,
        "region_code": row.code,
        "period": row.period,
        "period_from": row.period_from,
        "numerator": row.leavers,
        "denominator": row.pupils,
        "rounding_base": school_leavers.ROUNDING_BASE,
        "status": row.status,
        "source": source or SOURCES[row.division or PROVINCE],
        "loaded_at": loaded_at,
    }
