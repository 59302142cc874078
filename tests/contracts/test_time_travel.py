"""A page as of a publication stays what it was, whatever is published later."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, delete, insert, select

import callbacks.region
from dashboard.address import Filters
from queries.reader import open_reader
from tests.areas import Areas, in_folder
from tests.asking import MINISTRY
from tests.contracts.every_page import PATHS, Pages, every_page, in_bytes
from tests.dashboard.components.rendered import of_class, words
from tests.serving import Demonstration
from tests.warehouse.publish.deliveries import deliver, published
from warehouse.demo.build import DEMONSTRATION_KEY, PUBLISHED_BY
from warehouse.demo.calendar import rounds
from warehouse.publish.publication import publish
from warehouse.schema import intake

LATER = datetime(2026, 12, 18, 12)  # noqa: DTZ001  # stored without a zone


@pytest.fixture(scope="module")
def history(
    demonstration: Demonstration, migrated_files: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[list[Pages], Engine]]:
    """The pages of each publication right after it, and the warehouse after two more.

    The intake of the demonstration is published once more, approval by approval as they were given.
    """
    folder = tmp_path_factory.mktemp("history")
    for file in migrated_files.iterdir():
        shutil.copy(file, folder)
    shutil.copy(demonstration.folder / "intake.db", folder)
    areas = in_folder(folder)
    seen = [_after(areas, number) for number in range(1, len(rounds()) + 1)]
    _publish_more(areas)
    yield seen, areas.warehouse
    areas.intake.dispose()
    areas.warehouse.dispose()


def _after(areas: Areas, number: int) -> Pages:
    moment = rounds()[number - 1].published_at
    given = _given(areas.intake)
    with areas.intake.execution_options(writing=True).begin() as connection:
        connection.execute(delete(intake.approval))
        connection.execute(insert(intake.approval), [one for one in given if one["approved_at"] <= moment])
    result = publish(
        areas.intake,
        areas.warehouse,
        key=DEMONSTRATION_KEY,
        published_by=PUBLISHED_BY,
        published_at=moment,
        demonstration=True,
    )
    with areas.intake.execution_options(writing=True).begin() as connection:
        connection.execute(delete(intake.approval))
        connection.execute(insert(intake.approval), given)
    assert result is not None
    assert result.number == number
    return every_page(areas.warehouse, number)


def _publish_more(areas: Areas) -> None:
    """A correction of an old date, which changes figures of every publication; then a new delivery.

    The new one tells of no pilot at all, so that everything of that region's pilots is withdrawn.
    """
    deliver(areas, "AM05", date(2026, 8, 1), months=3, reason="Verkeerd geteld.", received_on=date(2026, 12, 2))
    published(areas, key=DEMONSTRATION_KEY, published_at=LATER - timedelta(days=7))
    deliver(areas, "AM05", date(2026, 12, 1))
    published(areas, key=DEMONSTRATION_KEY, published_at=LATER)


def _given(engine: Engine) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(select(intake.approval)).mappings()]


@pytest.mark.parametrize("address", PATHS)
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_publication_stays_what_it_was_byte_for_byte(
    history: tuple[list[Pages], Engine], number: int, address: str
) -> None:
    pages, warehouse = history
    assert in_bytes(_replayed(warehouse, number)[address]) == in_bytes(pages[number - 1][address])


@cache
def _replayed(warehouse: Engine, number: int) -> Pages:
    return every_page(warehouse, number)


def test_what_was_published_since_is_something_else(history: tuple[list[Pages], Engine]) -> None:
    """So that the test above says something: figures of old dates, milestones and corrections did change."""
    pages, warehouse = history
    newest = every_page(warehouse, 6)
    of_values = ("K01?peildatum=2026-07-01", "mijlpaal-AM05-TOM-4", "experiment-AM05-E1")
    histories = [f"/regio/AM05/geschiedenis/{value}" for value in of_values]
    for address in ("/", "/regio/AM05", "/uitkomsten", "/wijzigingen", "/regio/AM05/wijzigingen?sinds=1", *histories):
        assert in_bytes(newest[address]) != in_bytes(pages[3][address])
    said = words(newest["/regio/AM05/wijzigingen?sinds=1"])
    assert "Verkeerd geteld." in said
    assert "Verwijderd" in said
    assert "Verkeerd geteld." not in words(pages[3]["/regio/AM05/wijzigingen?sinds=1"])
    corrected, withdrawn, *_ = (words(newest[address]) for address in histories)
    assert "Reden: “Verkeerd geteld.”" in corrected
    assert "ingetrokken" in withdrawn


@pytest.mark.parametrize("address", [path for path in PATHS if path != "/definities"])
def test_a_page_of_the_past_is_marked(history: tuple[list[Pages], Engine], address: str) -> None:
    pages, warehouse = history
    for number in (1, 4):
        (mark,) = of_class(_replayed(warehouse, number)[address], "older")
        assert words(mark).startswith(f"U ziet publicatie {number}, de stand van ")
    (mark,) = of_class(pages[3][address], "older")
    assert words(mark) == ""


def test_each_publication_shows_something_else(history: tuple[list[Pages], Engine]) -> None:
    said = [words(pages["/"]) for pages in history[0]]
    assert len(set(said)) == 4


def test_the_correction_shows_from_the_publication_that_brought_it(history: tuple[list[Pages], Engine]) -> None:
    """Groningen counted young people twice in June and July 2026, and mended it before the last publication."""
    _, warehouse = history
    july = Filters(reference_date=date(2026, 7, 1))
    shown = []
    for number in (2, 3, 4):
        with warehouse.connect() as connection:
            page = callbacks.region.show(open_reader(connection, MINISTRY, number), july, "/regio/AM01")
            shown.append(page.tiles[0].value)
    assert shown[0] == shown[1] != shown[2]


def test_publishing_once_more_gives_the_same_pages(
    history: tuple[list[Pages], Engine], demonstration: Demonstration
) -> None:
    """But for histories: they show the hash of a publication, which holds the journal of intake as it stood then."""
    asked = [address for address in PATHS if "/geschiedenis/" not in address]
    again = every_page(demonstration.warehouse, 4, asked)
    assert again == {address: history[0][3][address] for address in asked}
