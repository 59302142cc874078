"""What was expected of a region, and what came."""

from __future__ import annotations

from datetime import date

from tests.areas import Areas
from warehouse.publish.approved import Delivery, Receipt
from warehouse.publish.delivery_status import Rhythm, participation, rhythms, rows

RHYTHMS = {"maand": Rhythm(1, 14), "kwartaal": Rhythm(3, 21)}
UNTIL = date(2026, 11, 1)


def delivery(
    month: int, *, version: int = 1, rhythm: str = "maand", approved: int = 11, region: str = "AM01"
) -> Delivery:
    return Delivery(
        delivery_id=month * 10 + version,
        region_code=region,
        reference_date=date(2026, month, 1),
        version=version,
        rhythm_code=rhythm,
        approved_on=date(2026, month, approved),
        correction_reason=None if version == 1 else "telfout",
    )


def receipt(month: int, day: int = 9, region: str = "AM01") -> Receipt:
    return Receipt(region, date(2026, month, 1), date(2026, month, day))


def months(*deliveries: Delivery) -> list[int]:
    return [row["reference_date"].month for row in rows(deliveries, [], RHYTHMS, UNTIL)]


def test_every_month_from_the_first_delivery_until_the_publication() -> None:
    assert months(delivery(8), delivery(9)) == [8, 9, 10, 11]


def test_every_quarter_for_who_delivers_a_quarter() -> None:
    assert months(delivery(4, rhythm="kwartaal")) == [4, 7, 10]


def test_a_new_rhythm_counts_from_the_delivery_that_names_it() -> None:
    assert months(delivery(4, rhythm="kwartaal"), delivery(7), delivery(8)) == [4, 7, 8, 9, 10, 11]


def test_an_extra_delivery_between_two_quarters_is_shown_too() -> None:
    assert months(delivery(4, rhythm="kwartaal"), delivery(5, rhythm="kwartaal")) == [4, 5, 8, 11]


def test_a_missing_delivery_has_a_due_date_and_nothing_else() -> None:
    *_, row = rows([delivery(10)], [receipt(10)], RHYTHMS, UNTIL)
    assert row == {
        "region_code": "AM01",
        "reference_date": UNTIL,
        "due_on": date(2026, 11, 15),
        "received_on": None,
        "approved_on": None,
        "version": None,
        "correction_reason": None,
    }


def test_what_came_and_waits_for_approval_is_not_missing() -> None:
    *_, row = rows([delivery(10)], [receipt(10), receipt(11, 8)], RHYTHMS, UNTIL)
    assert (row["received_on"], row["approved_on"], row["version"]) == (date(2026, 11, 8), None, None)


def test_a_workbook_of_a_wrong_date_that_nobody_approved_makes_nothing_late() -> None:
    found = [row["reference_date"].month for row in rows([delivery(10)], [receipt(2), receipt(10)], RHYTHMS, UNTIL)]
    assert found == [10, 11]


def test_a_region_is_followed_from_its_first_approved_delivery() -> None:
    assert list(rows([], [receipt(10)], RHYTHMS, UNTIL)) == []


def test_a_correction_keeps_the_day_of_the_first_version() -> None:
    (row,) = rows([delivery(11, version=2, approved=22), delivery(11)], [receipt(11)], RHYTHMS, UNTIL)
    assert (row["received_on"], row["approved_on"]) == (date(2026, 11, 9), date(2026, 11, 22))
    assert (row["version"], row["correction_reason"]) == (2, "telfout")


def test_regions_are_counted_apart() -> None:
    assert months(delivery(10), delivery(9, region="AM02")) == [10, 11, 9, 10, 11]


def test_a_region_takes_part_from_the_first_date_of_its_history() -> None:
    newest = {"AM01": delivery(9, rhythm="kwartaal")}
    assert list(participation(newest, {"AM01": date(2024, 12, 1)})) == [
        {"region_code": "AM01", "rhythm_code": "kwartaal", "since_on": date(2024, 12, 1)}
    ]


def test_rhythms_come_from_the_reference_list(areas: Areas) -> None:
    with areas.warehouse.connect() as connection:
        assert rhythms(connection).items() >= RHYTHMS.items()
