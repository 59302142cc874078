"""Figures of a national source pass through a publication, also when no region has delivered yet."""

from __future__ import annotations

from datetime import datetime

from tests.areas import Areas
from tests.warehouse.publish.deliveries import AUGUST, SEPTEMBER, deliver, publish_now, published
from tests.warehouse.publish.shown import shown_rows
from warehouse.publish.indicator_values import load_file
from warehouse.reference import FOLDER
from warehouse.schema import published as area

LOADED_AT = datetime.fromisoformat("2026-08-19T09:00")


def load_school_leavers(areas: Areas) -> None:
    table = FOLDER / "cbs_84780NED_vsv_provincie.csv"
    with areas.intake.begin() as connection:
        load_file(connection, table.read_bytes(), table.name, loaded_by="bureau", loaded_at=LOADED_AT)


def test_figures_from_elsewhere_are_published_before_any_region_delivered(areas: Areas) -> None:
    load_school_leavers(areas)
    result = published(areas)
    assert (result.number, result.reference_date, result.regions) == (1, AUGUST, 0)
    assert result.added.keys() == {"indicator_value"}
    assert publish_now(areas) is None
    deliver(areas, "AM01", SEPTEMBER)
    assert published(areas).reference_date == SEPTEMBER


def test_figures_of_a_national_source_pass_through(areas: Areas) -> None:
    load_school_leavers(areas)
    deliver(areas, "AM01", AUGUST)
    published(areas)
    country = shown_rows(areas, area.indicator_value, 1, region_code="NL01", period="2023/'24")
    assert [(row["numerator"], row["denominator"], row["rounding_base"]) for row in country] == [(34210, 1271820, 10)]
