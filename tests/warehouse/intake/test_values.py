from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.intake.dates import MONTH_NAMES, is_longer_period, read_date, read_month
from warehouse.intake.sheet import SheetColumn
from warehouse.intake.values import CellError, value_of

COUNT = SheetColumn("youths", "jongeren", "count")
AMOUNT = SheetColumn("amount", "streefwaarde", "amount")
DATE = SheetColumn("done_on", "bereikt op", "date")
MONTH = SheetColumn("period", "maand", "month")
TEXT = SheetColumn("title", "titel", "text")
STEP = SheetColumn("step_code", "stap", "code", "step")
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (12, 12),
        (12.0, 12),
        ("12", 12),
        (" 12 ", 12),
        ("1.234", 1234),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("12,0", 12),
        ("12.0", 12),
        ("1.234,0", 1234),
        ("1,234.0", 1234),
        ("0", 0),
    ],
)
def test_counts_as_regions_write_them(cell: object, expected: int) -> None:
    assert value_of(COUNT, cell) == expected


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        *((sign, "number_withheld") for sign in ("x", "X", ".", "-", "–", "n.v.t.", "nvt", "<5", "< 5", "≤ 10", "?")),
        ("1,766", "number_ambiguous"),
        ("12,5", "not_whole"),
        (12.5, "not_whole"),
        (-1, "negative"),
        ("-1", "negative"),
        ("−1", "negative"),
        ("twaalf", "not_a_number"),
        (True, "not_a_number"),
        ("12 à 15", "not_a_number"),
        ("1.23.4", "not_a_number"),
        ("9" * 5000, "number_too_large"),
        (float("inf"), "number_too_large"),
        (float("nan"), "not_whole"),
        ("#N/B", "cell_error"),
    ],
)
def test_counts_that_nobody_can_be_sure_of(cell: object, code: str) -> None:
    with pytest.raises(CellError) as problem:
        value_of(COUNT, cell)
    assert problem.value.code == code


@pytest.mark.parametrize(("cell", "expected"), [("62,5", 62.5), ("62.5", 62.5), ("62,5%", 62.5), (62, 62.0)])
def test_amounts(cell: object, expected: float) -> None:
    assert value_of(AMOUNT, cell) == expected


@pytest.mark.parametrize("cell", ["1.234", "1,234", "62,125"])
def test_an_amount_with_three_digits_behind_a_sign_is_ambiguous(cell: str) -> None:
    with pytest.raises(CellError) as problem:
        value_of(AMOUNT, cell)
    assert problem.value.code == "number_ambiguous"


@given(st.integers(0, 1_000_000))
def test_every_dutch_way_to_write_a_count_is_the_same_count(number: int) -> None:
    dutch = f"{number:,}".replace(",", ".")
    for written in (number, float(number), str(number), dutch, dutch.replace(".", " "), f"{dutch},0"):
        assert value_of(COUNT, written) == number


@given(DAYS)
def test_every_notation_of_a_day_is_the_same_day(day: date) -> None:
    name = MONTH_NAMES[day.month - 1][0]
    written = (
        day,
        datetime(day.year, day.month, day.day),  # noqa: DTZ001
        day.isoformat(),
        f"{day.isoformat()} 00:00:00",
        f"{day.day}-{day.month}-{day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day} {name} {day.year}",
        f"{day.day} {name[:3]}. {day.year}",
        f"{day.day} {name.upper()} {day.year}",
    )
    assert {value_of(DATE, cell) for cell in written} == {day}


@given(DAYS)
def test_every_notation_of_a_month_is_its_first_day(day: date) -> None:
    first, name = day.replace(day=1), MONTH_NAMES[day.month - 1][0]
    written = (first, f"{name} {day.year}", f"{name[:3]}. {day.year}", f"{day.month}-{day.year}", f"{first:%Y-%m}")
    assert {value_of(MONTH, cell) for cell in written} == {first}


def test_the_dutch_order_is_day_then_month() -> None:
    assert read_date("03-04-2026") == date(2026, 4, 3)


@pytest.mark.parametrize("cell", ["31-2-2026", "1-11-26", "vandaag", "2026-13-01", "1 brumaire 2026", "11-2026"])
def test_what_is_not_a_day(cell: str) -> None:
    assert read_date(cell) is None


@pytest.mark.parametrize("cell", ["2026", "2025-2026", "2025/'26", "2023/'24", "4e kwartaal 2026", "Q3 2026"])
def test_a_longer_period_is_not_a_month(cell: str) -> None:
    assert read_month(cell) is None
    assert is_longer_period(cell)
    with pytest.raises(CellError) as problem:
        value_of(MONTH, cell)
    assert problem.value.code == "period_too_long"


def test_a_text_loses_what_no_table_can_hold() -> None:
    assert value_of(TEXT, "  een\x00 twee\x07 ") == "een twee"
    assert value_of(TEXT, 12.0) == "12"


def test_a_code_may_come_as_a_number() -> None:
    assert value_of(STEP, 3) == value_of(STEP, 3.0) == value_of(STEP, "stap 3".removeprefix("stap ")) == "3"
