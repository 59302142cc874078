from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import Engine, select

from tests.areas import Areas
from tests.warehouse.intake.region import content
from tests.warehouse.intake.test_accept import taken
from warehouse.intake.approve import approve, approved_levels
from warehouse.schema import intake
from warehouse.schema.levels import LEVELS

APPROVED_AT = datetime(2026, 11, 10, 9)  # noqa: DTZ001


def approved(engine: Engine, delivery_id: int, through: str, by: str = "manager") -> tuple[str, ...]:
    with engine.execution_options(writing=True).begin() as connection:
        return approve(connection, delivery_id, through=through, approved_by=by, approved_at=APPROVED_AT)


def test_levels_open_from_low_to_high_and_stay(areas: Areas) -> None:
    number = taken(areas.intake, content()).delivery_id
    assert approved(areas.intake, number, "regio", "stuurgroep") == ("pilot", "regio")
    assert approved(areas.intake, number, "regio") == ()
    assert approved(areas.intake, number, "ministerie") == ("bureau", "ministerie")
    with areas.intake.begin() as connection:
        assert approved_levels(connection, number) == LEVELS
        who = dict(connection.execute(select(intake.approval.c.level_code, intake.approval.c.approved_by)).all())
    assert who == {"pilot": "stuurgroep", "regio": "stuurgroep", "bureau": "manager", "ministerie": "manager"}


def test_two_who_approve_at_once_take_turns(areas: Areas) -> None:
    number = taken(areas.intake, content()).delivery_id
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: approved(areas.intake, number, "ministerie"), range(4)))
    assert sorted(opened) == [(), (), (), LEVELS]


def test_a_delivery_that_is_not_there_cannot_be_approved(sqlite_areas: Areas) -> None:
    with pytest.raises(LookupError):
        approved(sqlite_areas.intake, 99, "pilot")


def test_a_level_that_is_not_there_cannot_approve(sqlite_areas: Areas) -> None:
    number = taken(sqlite_areas.intake, content()).delivery_id
    with pytest.raises(ValueError, match="minister"):
        approved(sqlite_areas.intake, number, "minister")
