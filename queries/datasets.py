"""Which data are kept, why, on what ground, by whom and for how long."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from queries.reader import Reader
from warehouse.schema import lists


@dataclass(frozen=True)
class Dataset:
    """`retention_days` is None where no number of days ends it, `dpia` until the controller has filled it in."""

    code: str
    name_nl: str
    name_en: str
    purpose_nl: str
    purpose_en: str
    holds_nl: str
    holds_en: str
    ground_nl: str
    ground_en: str
    keeper_nl: str
    keeper_en: str
    counted_nl: str
    counted_en: str
    afterwards_nl: str
    afterwards_en: str
    retention_days: int | None
    dpia: str | None


def datasets(reader: Reader) -> list[Dataset]:
    columns = [lists.dataset.c[name] for name in Dataset.__dataclass_fields__]
    return [Dataset(*row) for row in reader.rows(select(*columns).order_by(lists.dataset.c.position))]
