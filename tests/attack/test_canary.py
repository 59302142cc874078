"""Counts that stand out: they are delivered, and never seen again anywhere that the dashboard can read or answer."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest
from sqlalchemy import select

from dashboard.attack.browser import Browser
from dashboard.attack.known import EVERYTHING
from tests.areas import Areas
from tests.attack.asking import REGIONS, answers_on, asked_of, deliver_years, settings_of
from tests.warehouse.publish.deliveries import AUGUST, published, usual
from warehouse.publish.facts import BASES, EXIT_COUNT, PHASE_COUNT, PHASE_FLOW
from warehouse.publish.protect import Node
from warehouse.schema import published as area
from warehouse.schema.calendar import months_before

LAST_MONTH = months_before(AUGUST, 1)
# By table: the leaf, the only month in which anyone stands in it, and how many.
CANARIES: Mapping[str, tuple[Node, date, int]] = {
    PHASE_COUNT.name: (("F4", "21-22"), AUGUST, 7003),
    PHASE_FLOW.name: (("F2", "F3"), LAST_MONTH, 6007),
    EXIT_COUNT.name: (("werk", "23-26"), LAST_MONTH, 8011),
}


def figures(table: str, region: str, month: date) -> Mapping[Node, int]:
    leaf, day, count = CANARIES[table]
    rare = count if (region, month) == (REGIONS[0], day) else 0
    return {**usual(table, region, month), leaf: rare}


@cache
def exact_sums() -> set[int]:
    """The canaries, and every exact total that one of them is part of; a multiple of a base may be seen."""
    found = {count for _leaf, _day, count in CANARIES.values()}
    for table, (leaf, day, _count) in CANARIES.items():
        months = [months_before(day, back) for back in range(12)] if table == EXIT_COUNT.name else [day]
        for depth in range(len(leaf)):
            nodes = [each for month in months for each in figures(table, REGIONS[0], month).items()]
            found.add(sum(count for node, count in nodes if node[:depth] == leaf[:depth]))
    return {one for one in found if all(one % base for base in BASES.values())}


def holds(said: str, count: int) -> bool:
    """As a number by itself, in any notation."""
    thousands, rest = divmod(count, 1000)
    return bool(re.search(rf"(?<![\w.,]){thousands}[.,\s]?{rest:03}(?!\w)", said))


def words(content: bytes) -> str:
    """What is escaped in JSON as it reads."""
    text = content.decode("utf-8", errors="replace")
    return json.dumps(json.loads(text), ensure_ascii=False) if text.startswith("{") else text


def seen_in(said: str) -> list[int]:
    return sorted(count for count in exact_sums() if holds(said, count))


@pytest.fixture
def areas_with_canaries(sqlite_areas: Areas, caplog: pytest.LogCaptureFixture) -> Areas:
    caplog.set_level(logging.DEBUG)
    deliver_years(sqlite_areas, figures)
    published(sqlite_areas)
    return sqlite_areas


def test_a_number_is_found_in_every_notation_and_not_in_another_number() -> None:
    for said in ("7003", "7.003 jongeren", '"7,003"', "(7\u202f003)", "7003.0"):
        assert holds(said, 7003)
    for said in ("17003", "70030", "0.7003", "a7003f", "7000"):
        assert not holds(said, 7003)
    assert len(exact_sums()) > 6


def test_no_row_that_the_dashboard_can_read_holds_it(areas_with_canaries: Areas) -> None:
    with areas_with_canaries.warehouse.connect() as connection:
        for table in area.metadata.sorted_tables:
            values = [value for row in connection.execute(select(table)) for value in row]
            assert exact_sums().isdisjoint(value for value in values if isinstance(value, int | float))
            assert seen_in(" | ".join(value for value in values if isinstance(value, str))) == []


def test_no_answer_and_no_line_in_a_log_holds_it(areas_with_canaries: Areas, caplog: pytest.LogCaptureFixture) -> None:
    told = {where: words(content) for where, content in answers_on(areas_with_canaries).items()}
    assert {where: found for where, said in told.items() if (found := seen_in(said))} == {}
    assert seen_in(caplog.text) == []
    total = area.phase_total
    wanted = select(total.c.youths).filter_by(region_code=REGIONS[0], phase_code="F4", reference_date=AUGUST)
    with areas_with_canaries.warehouse.connect() as connection:
        protected = connection.execute(wanted).scalar_one()
    assert len([where for where, said in told.items() if holds(said, protected)]) > 10


def test_no_error_holds_it(areas_with_canaries: Areas, caplog: pytest.LogCaptureFixture) -> None:
    with areas_with_canaries.warehouse.execution_options(writing=True).begin() as connection:
        area.phase_total.drop(connection)
    with asked_of(settings_of(areas_with_canaries)) as asked:
        asked.watch.access = EVERYTHING
        said = [answer for path in ("/", f"/regio/{REGIONS[0]}") for answer in Browser(asked.app).visit(path)]
    assert seen_in("\n".join(words(answer.content) for answer in said)) == []
    assert "no such table" in caplog.text
    assert seen_in(caplog.text) == []
