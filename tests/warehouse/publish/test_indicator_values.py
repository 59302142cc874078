"""The real table of early school leavers goes in whole; a spoiled one says where and how to mend it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import func, select

from tests.areas import Areas
from warehouse.publish.indicator_values import load_file
from warehouse.publish.school_leavers import IndicatorFileError, read
from warehouse.reference import FOLDER
from warehouse.schema.intake import indicator_value

NAME = "cbs_84780NED_vsv_provincie.csv"
TABLE = (FOLDER / NAME).read_bytes()
LOADED_AT = datetime.fromisoformat("2026-08-19T09:00")
OTHER_SIGNS = TABLE.decode().replace(",", ";").replace("1271820", "1 271 820").encode("utf-8-sig")


def load(areas: Areas, content: bytes = TABLE) -> int:
    with areas.intake.begin() as connection:
        return load_file(connection, content, NAME, loaded_by="bureau", loaded_at=LOADED_AT)


def test_every_line_becomes_a_figure_with_its_rounding_base(areas: Areas) -> None:
    assert load(areas) == 39
    with areas.intake.connect() as connection:
        is_limburg = indicator_value.c.region_code == "PV31", indicator_value.c.period == "2023/'24"
        row = connection.execute(select(indicator_value).where(*is_limburg)).one()
    assert (row.indicator_code, row.version, row.numerator, row.denominator) == ("K13", 1, 1910, 66060)
    assert (row.period_from, row.rounding_base, row.status) == (date(2023, 8, 1), 10, "voorlopig")


def test_the_provinces_differ_from_the_country_by_ten_and_that_is_right(areas: Areas) -> None:
    load(areas)
    is_country = indicator_value.c.region_code == "NL01"
    summed = (
        select(func.sum(indicator_value.c.numerator))
        .where(indicator_value.c.period == "2023/'24")
        .group_by(is_country)
        .order_by(is_country)
    )
    with areas.intake.connect() as connection:
        assert list(connection.scalars(summed)) == [34220, 34210]


def test_loading_again_replaces_and_leaves_other_figures_alone(areas: Areas) -> None:
    load(areas)
    final = b"\n".join(line for line in TABLE.splitlines() if b"2022" not in line).replace(b"voorlopig", b"definitief")
    assert load(areas, final) == 26
    with areas.intake.connect() as connection:
        counted = select(indicator_value.c.status, func.count()).group_by(indicator_value.c.status)
        assert {tuple(row) for row in connection.execute(counted)} == {("definitief", 26), ("voorlopig", 13)}


def test_semicolons_a_byte_order_mark_and_spaced_thousands_are_read() -> None:
    assert [vars(row) for row in read(OTHER_SIGNS, NAME)] == [vars(row) for row in read(TABLE, NAME)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("leerlingen", "pupils", "line 1: the columns leerlingen are missing"),
        ("1280,38630", "1.280,38630", "line 29, column vsv: '1.280' is not a number in tens"),
        ("1280,38630", "1283,38630", "line 29, column vsv: '1283' is not a number in tens"),
        ("1280,38630", ",38630", "line 29, column vsv: '' is not a number"),
        ("1280,38630", "1280,28630", "line 29: vsv and niet_vsv do not add up"),
        ("2023/'24,voorlopig,PV31", "2023-2024,voorlopig,PV31", "line 40, column schooljaar: '2023-2024'"),
        ("2023/'24,voorlopig,PV31", "2023/'25,voorlopig,PV31", "line 40, column schooljaar: '2023/'25'"),
        ("2023/'24,voorlopig,PV31", "2023/'24,geschat,PV31", "line 40, column status: 'geschat' is unknown"),
        ("2023/'24,voorlopig,PV31", "2023/'24,voorlopig,PV99", "line 40, column code: 'PV99' is unknown"),
        ("2023/'24,voorlopig,PV31", "2023/'24,voorlopig,PV30", "PV30, PV31 must stand in it exactly once"),
        ("1271820,34210,1237610", "1271820,33210,1238610", "the country has 33210, the provinces together 34220"),
        ("2022/'23", "2026/'27", "line 15: school year 2026/'27 falls under a new definition of K13"),
    ],
)
def test_a_mistake_is_named_with_its_place(areas: Areas, old: str, new: str, message: str) -> None:
    with pytest.raises(IndicatorFileError) as refused:
        load(areas, TABLE.decode().replace(old, new).encode())
    assert message in refused.value.message("en")
    assert refused.value.message("en").startswith(f"{NAME}: ")
    assert str(refused.value) == refused.value.message("nl") != refused.value.message("en")
    with areas.intake.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(indicator_value)) == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "line 1: the columns schooljaar, status, code, leerlingen, vsv, niet_vsv are missing"),
        (TABLE.splitlines()[0], "it holds no figures"),
        (b"PK\x03\x04\xff\xfe", "this is not a text file"),
        (TABLE.splitlines()[0] + b"\n" + b"x" * 200_000, "this is not a text file"),
        ("schooljaar,é".encode("cp1252"), "this is not a text file"),
    ],
)
def test_another_file_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(IndicatorFileError) as refused:
        read(content, NAME)
    assert message in refused.value.message("en")
