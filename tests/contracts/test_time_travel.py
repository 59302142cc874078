"""A page as of a publication stays what it was, whatever is published later."""

import json
import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, delete, insert, select

import callbacks.changes
import callbacks.experiments
import callbacks.history
import callbacks.national
import callbacks.outcomes
import callbacks.region
import callbacks.trajectories
from dashboard.address import Filters, parse, place_and_subject
from dashboard.pages import changes, experiment, experiments, national, outcomes, region, trajectories
from dashboard.pages import history as history_page
from dashboard.sought import key_of
from dashboard.traced import traced
from queries.reader import Reader, open_reader
from tests.areas import Areas, in_folder
from tests.asking import MINISTRY, REGIONS_THAT_ARE_READ, reading
from tests.dashboard.components.rendered import of_class, sent, words
from tests.serving import Demonstration
from tests.warehouse.publish.deliveries import deliver, published
from warehouse.demo.build import DEMONSTRATION_KEY, PUBLISHED_BY
from warehouse.demo.calendar import rounds
from warehouse.publish.publication import publish
from warehouse.schema import intake

PATHS = [
    "/",
    *(f"/regio/{code}" for code in (*REGIONS_THAT_ARE_READ, "AM01", "AM33")),
    "/trajecten",
    "/regio/AM05/trajecten?periode=12",
    "/uitkomsten",
    "/regio/AM05/uitkomsten?leeftijd=18-20",
    "/experimenten",
    "/experimenten?toestand=geleerd&blad=2",
    "/regio/AM05/experimenten?zoek=koffie",
    "/experimenten/AM05-AM05-E1",
    "/wijzigingen",
    "/wijzigingen?sinds=1",
    "/regio/AM01/wijzigingen",
    "/regio/AM05/wijzigingen?sinds=1",
    "/geschiedenis/K01?peildatum=2026-07-01",
    "/regio/AM01/geschiedenis/K01?peildatum=2026-07-01",
    "/regio/AM05/geschiedenis/K01?peildatum=2026-07-01",
    "/regio/AM05/geschiedenis/K19",
    "/regio/AM05/geschiedenis/mijlpaal-AM05-TOM-4",
    "/regio/AM05/geschiedenis/experiment-AM05-E1",
]
OF_LATER_TIMES = ("context-stand", "oudere-stand", "keuzes-wissen")
LATER = datetime(2026, 12, 18, 12)  # noqa: DTZ001  # stored without a zone
Pages = dict[str, Any]


def _page(reader: Reader, path: str, filters: Filters) -> Any:
    _place, subject = place_and_subject(path)
    if traced(subject):
        return sent(history_page.layout(callbacks.history.show(reader, filters, path)))
    if path == "/":
        return sent(national.layout(callbacks.national.show(reader, filters, path)))
    if key_of(path):
        return sent(experiment.layout(callbacks.experiments.show_one(reader, filters, path)))
    if subject == experiments.PATH:
        return sent(experiments.layout(callbacks.experiments.show(reader, filters, path)))
    if subject == outcomes.PATH:
        return sent(outcomes.layout(callbacks.outcomes.show(reader, filters, path)))
    if subject == changes.PATH:
        return sent(changes.layout(callbacks.changes.show(reader, filters, path)))
    if subject == trajectories.PATH:
        return sent(trajectories.layout(callbacks.trajectories.show(reader, filters, path)))
    return sent(region.layout(callbacks.region.show(reader, filters, path)))


def _pages(warehouse: Engine, number: int) -> Pages:
    """As someone sees them who asked for that publication."""
    with warehouse.connect() as connection:
        reader = open_reader(connection, MINISTRY, number)
        asked = {address: parse(address) for address in PATHS}
        return {
            address: _page(reader, path, filters.but(publication=number)) for address, (path, filters) in asked.items()
        }


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
    return _pages(areas.warehouse, number)


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


def _without_later_times(page: Any) -> Any:
    """Without what must tell of later publications: the choice of publications and the way to the newest."""
    if isinstance(page, list):
        return [_without_later_times(part) for part in page]
    if not isinstance(page, dict):
        return page
    if page.get("props", {}).get("id") in OF_LATER_TIMES:
        return None
    return {key: _without_later_times(value) for key, value in page.items()}


def _bytes(page: Any) -> bytes:
    return json.dumps(_without_later_times(page)).encode()


@pytest.mark.parametrize("address", PATHS)
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_publication_stays_what_it_was_byte_for_byte(
    history: tuple[list[Pages], Engine], number: int, address: str
) -> None:
    pages, warehouse = history
    assert _bytes(_replayed(warehouse, number)[address]) == _bytes(pages[number - 1][address])


@cache
def _replayed(warehouse: Engine, number: int) -> Pages:
    return _pages(warehouse, number)


def test_what_was_published_since_is_something_else(history: tuple[list[Pages], Engine]) -> None:
    """So that the test above says something: figures of old dates, milestones and corrections did change."""
    pages, warehouse = history
    newest = _pages(warehouse, 6)
    of_values = ("K01?peildatum=2026-07-01", "mijlpaal-AM05-TOM-4", "experiment-AM05-E1")
    histories = [f"/regio/AM05/geschiedenis/{value}" for value in of_values]
    for address in ("/", "/regio/AM05", "/uitkomsten", "/wijzigingen", "/regio/AM05/wijzigingen?sinds=1", *histories):
        assert _bytes(newest[address]) != _bytes(pages[3][address])
    said = words(newest["/regio/AM05/wijzigingen?sinds=1"])
    assert "Verkeerd geteld." in said
    assert "Verwijderd" in said
    assert "Verkeerd geteld." not in words(pages[3]["/regio/AM05/wijzigingen?sinds=1"])
    corrected, withdrawn, *_ = (words(newest[address]) for address in histories)
    assert "Reden: “Verkeerd geteld.”" in corrected
    assert "ingetrokken" in withdrawn


@pytest.mark.parametrize("address", PATHS)
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
    asked = {address: parse(address) for address in PATHS if "/geschiedenis/" not in address}
    with reading(demonstration, number=4) as reader:
        again = {address: _page(reader, path, filters.but(publication=4)) for address, (path, filters) in asked.items()}
    assert again == {address: history[0][3][address] for address in asked}
