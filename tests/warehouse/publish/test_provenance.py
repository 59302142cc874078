"""Of every published count it is known which delivery tells it, and of that delivery who stands for it."""

from __future__ import annotations

from datetime import date, datetime

from tests.areas import Areas
from tests.warehouse.publish.deliveries import AUGUST, OCTOBER, SEPTEMBER, deliver, published
from tests.warehouse.publish.shown import shown_rows
from warehouse.publish.facts import EXIT_COUNT
from warehouse.schema import published as area
from warehouse.schema.levels import LEVELS

MONTHS = 13


def sources(areas: Areas, number: int, fact: str, **wanted: object) -> dict[tuple[str, date], tuple[date, int]]:
    return {
        (row["region_code"], row["day"]): (row["reference_date"], row["version"])
        for row in shown_rows(areas, area.fact_source, number, fact=fact, **wanted)
    }


def test_every_published_count_has_its_delivery(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST, months=MONTHS)
    deliver(areas, "AM02", SEPTEMBER)
    number = published(areas).number
    for table, day in ((area.phase_count, "reference_date"), (area.phase_flow, "period")):
        told = {(row["region_code"], row[day]) for row in shown_rows(areas, table, number)}
        assert sources(areas, number, table.name).keys() == told
    exits = {(row["region_code"], row["reference_date"]) for row in shown_rows(areas, area.exit_count, number)}
    months = {(region, month) for region, day in exits for month in EXIT_COUNT.days_behind(day)}
    assert exits
    assert months <= sources(areas, number, "exit_count").keys()


def test_the_delivery_that_speaks_last_of_a_day_tells_it(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST, months=3)
    deliver(areas, "AM01", OCTOBER)
    first = published(areas).number
    deliver(areas, "AM01", AUGUST, reason="telfout")
    deliver(areas, "AM01", SEPTEMBER, months=2, levels=LEVELS[:-1])
    second = published(areas).number
    before, after = (sources(areas, number, "phase_count") for number in (first, second))
    assert before["AM01", AUGUST] == (AUGUST, 1)
    assert after == {**before, ("AM01", AUGUST): (AUGUST, 2)}


def test_who_delivered_and_who_approved(areas: Areas) -> None:
    received = date(2026, 9, 14)
    deliver(areas, "AM01", AUGUST, received_on=received, reason="telfout")
    deliver(areas, "AM02", AUGUST, levels=LEVELS[:-1])
    acts = shown_rows(areas, area.delivery_act, published(areas).number)
    at = datetime(2026, 9, 14, 9)  # noqa: DTZ001
    assert {(act["region_code"], act["reference_date"], act["version"], act["acted_at"]) for act in acts} == {
        ("AM01", AUGUST, 1, at)
    }
    assert {act["act_code"]: (act["acted_by"], act["reason"]) for act in acts} == {
        "levering": ("beleidsmedewerker", "telfout"),
        **dict.fromkeys(LEVELS, ("coordinator", None)),
    }


def test_an_act_that_was_published_stays_when_a_newer_version_comes(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST)
    first = shown_rows(areas, area.delivery_act, published(areas).number)
    deliver(areas, "AM01", AUGUST, reason="telfout")
    second = shown_rows(areas, area.delivery_act, published(areas).number)
    assert [row for row in second if row["version"] == 1] == first
    assert len(second) == 2 * len(first)
