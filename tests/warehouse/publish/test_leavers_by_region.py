"""A table of early school leavers per Doorstroompunt region holds the regions as they were in each school year."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import pytest
from sqlalchemy import func, select

from tests.areas import Areas
from warehouse.demo.build import SCHOOL_LEAVERS
from warehouse.publish.indicator_values import load_file
from warehouse.publish.school_leavers import IndicatorFileError, read
from warehouse.schema.intake import indicator_value

OF_CBS, BY_REGION = SCHOOL_LEAVERS
TABLE = BY_REGION.read_text()
LOADED_AT = datetime.fromisoformat("2026-08-19T09:00")


def test_there_were_39_regions_until_arnhem_nijmegen_was_split_and_40_since() -> None:
    found = read(TABLE.encode(), BY_REGION.name)
    regions = Counter(row.period for row in found if row.division)
    assert list(regions.values()) == [39, 39, 39, 40, 40, 40, 40]
    codes = {period: {row.code for row in found if row.period == period} for period in ("2019/'20", "2020/'21")}
    assert codes["2019/'20"] - codes["2020/'21"] == {"MC14"}
    assert codes["2020/'21"] - codes["2019/'20"] == {"MC40", "MC41"}


def test_the_country_stays_as_cbs_counts_it(areas: Areas) -> None:
    with areas.intake.begin() as connection:
        for file, source in SCHOOL_LEAVERS.items():
            load_file(connection, file.read_bytes(), file.name, loaded_by="bureau", loaded_at=LOADED_AT, source=source)
        of_country = select(indicator_value.c.source, func.count()).where(indicator_value.c.region_code == "NL01")
        counted = connection.execute(of_country.group_by(indicator_value.c.source)).all()
    assert [tuple(row) for row in counted] == [("CBS StatLine, 84780NED", 3)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "2021/'22,definitief,MC40",
            "2021/'22,definitief,MC14",
            "2021/'22: MC14 is not in the division of that school",
        ),
        (
            "2018/'19,definitief,MC14",
            "2018/'19,definitief,MC41",
            "2018/'19: MC41 is not in the division of that school",
        ),
        ("2021/'22,definitief,MC41", "2021/'22,definitief,MC39", "MC39, MC41 must stand in it exactly once"),
        ("1351780,30200,1321580", "1351780,32200,1319580", "the Doorstroompunt regions together"),
    ],
)
def test_a_region_of_another_year_is_refused(old: str, new: str, message: str) -> None:
    assert old in TABLE
    with pytest.raises(IndicatorFileError) as refused:
        read(TABLE.replace(old, new).encode(), BY_REGION.name)
    assert message in refused.value.message("en")


def test_the_tables_say_where_they_come_from(areas: Areas) -> None:
    with areas.intake.begin() as connection:
        load_file(connection, TABLE.encode(), BY_REGION.name, loaded_by="bureau", loaded_at=LOADED_AT)
        assert set(connection.scalars(select(indicator_value.c.source))) == {"DUO, vsv per RMC-regio"}
