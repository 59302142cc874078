"""What experiments taught, each lesson for whoever can use it: the professional, the organisation or the funder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from queries.reader import Reader
from warehouse.schema import published


@dataclass(frozen=True)
class Lesson:
    region_code: str
    lesson_code: str
    experiment_code: str
    lens_code: str
    learned: str
    learned_on: date


def lessons(reader: Reader) -> list[Lesson]:
    """The newest first."""
    table = published.lesson.c
    found = reader.visible(published.lesson).with_only_columns(*(table[name] for name in Lesson.__dataclass_fields__))
    in_order = found.order_by(table.learned_on.desc(), table.region_code, table.lesson_code)
    return [Lesson(*row) for row in reader.rows(in_order)]
