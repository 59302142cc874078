"""A page as of a publication stays what it was, whatever is published later."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, delete, insert, select

import callbacks.national
import callbacks.region
from dashboard.address import Filters
from dashboard.pages import national, region
from queries.reader import open_reader
from tests.areas import Areas, in_folder
from tests.asking import MINISTRY, REGIONS_THAT_ARE_READ, reading
from tests.dashboard.components.rendered import sent, words
from tests.serving import Demonstration
from warehouse.demo.build import DEMONSTRATION_KEY
from warehouse.demo.calendar import rounds
from warehouse.publish.publication import publish
from warehouse.schema import intake

PATHS = ["/", *(f"/regio/{code}" for code in (*REGIONS_THAT_ARE_READ, "AM01", "AM33"))]
Pages = dict[str, Any]


def _page(reader: Any, path: str, filters: Filters) -> Any:
    if path == "/":
        return sent(national.layout(callbacks.national.show(reader, filters, path)))
    return sent(region.layout(callbacks.region.show(reader, filters, path)))


def _pages(warehouse: Engine, number: int) -> Pages:
    """As someone sees them who asked for that publication."""
    with warehouse.connect() as connection:
        reader = open_reader(connection, MINISTRY, number)
        return {path: _page(reader, path, Filters(publication=number)) for path in PATHS}


@pytest.fixture(scope="module")
def history(
    demonstration: Demonstration, migrated_files: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[list[Pages], Engine]]:
    """The pages of each publication right after it, and the warehouse after the last one.

    The intake of the demonstration is published once more, approval by approval as they were given.
    """
    folder = tmp_path_factory.mktemp("history")
    for file in migrated_files.iterdir():
        shutil.copy(file, folder)
    shutil.copy(demonstration.folder / "intake.db", folder)
    areas = in_folder(folder)
    yield [_after(areas, number) for number in range(1, len(rounds()) + 1)], areas.warehouse
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
        published_by="test",
        published_at=moment,
        demonstration=True,
    )
    with areas.intake.execution_options(writing=True).begin() as connection:
        connection.execute(delete(intake.approval))
        connection.execute(insert(intake.approval), given)
    assert result is not None
    assert result.number == number
    return _pages(areas.warehouse, number)


def _given(engine: Engine) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(select(intake.approval)).mappings()]


def _body(page: Any) -> Any:
    """Without what must tell of later publications: the choice of publications and the way to the newest."""
    if isinstance(page, list):
        return [_body(part) for part in page]
    if not isinstance(page, dict):
        return page
    if page.get("props", {}).get("id") in ("context-stand", "oudere-stand", "keuzes-wissen"):
        return None
    return {key: _body(value) for key, value in page.items()}


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_publication_stays_what_it_was(history: tuple[list[Pages], Engine], number: int) -> None:
    pages, warehouse = history
    later = _pages(warehouse, number)
    for path in PATHS:
        assert _body(later[path]) == _body(pages[number - 1][path]), path


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
    with reading(demonstration, number=4) as reader:
        again = {path: _page(reader, path, Filters(publication=4)) for path in PATHS}
    assert again == history[0][3]
