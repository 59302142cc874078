"""Takes the demonstration's workbooks in by the ordinary way: written, screened, accepted, approved, published."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from sqlalchemy import Engine
from tqdm import tqdm

from warehouse import reference
from warehouse.demo.calendar import Round, rounds
from warehouse.demo.deliveries import RECEIVED_BY, Arrival, approvals, arrivals
from warehouse.demo.workbooks import rows_of
from warehouse.intake.accept import accept
from warehouse.intake.approve import approve
from warehouse.intake.findings import FAIL, message, place
from warehouse.intake.history import history
from warehouse.intake.screening import Screening, screen
from warehouse.intake.template import filled
from warehouse.publish.indicator_values import load_file
from warehouse.publish.publication import publish

# Not a secret: all figures of the demonstration are invented.
DEMONSTRATION_KEY = hashlib.sha256(b"Trajectmonitor 16-27, demonstratie").digest()
PUBLISHED_BY = "demonstratie"
# The first is as CBS publishes it, the second is invented.
SCHOOL_LEAVERS = {
    reference.FOLDER / "cbs_84780NED_vsv_provincie.csv": "",
    Path(__file__).parent / "data" / "school_leavers.csv": "Demonstratie (verzonnen / invented)",
}

Report = Callable[[str], None]


class RefusedWorkbookError(Exception):
    """A workbook of the demonstration itself does not pass the screening."""


def build(intake: Engine, warehouse: Engine, directory: Path, report: Report | None) -> None:
    """Fills two migrated, empty databases and leaves the workbooks in `directory`."""
    earlier: Round | None = None
    for round_ in rounds():
        if earlier is None:
            _load_school_leavers(intake, round_)
        found = arrivals(round_, earlier)
        for arrival in _with_bar(found, round_, report):
            _deliver(intake, directory, arrival, round_)
        _publish(intake, warehouse, round_)
        _tell(report, f"Stand van {round_.reference_date:%d-%m-%Y}: {len(found)} werkboeken gepubliceerd.")
        earlier = round_


def _load_school_leavers(intake: Engine, round_: Round) -> None:
    at = round_.published_at
    with intake.execution_options(writing=True).begin() as connection:
        for file, source in SCHOOL_LEAVERS.items():
            load_file(connection, file.read_bytes(), file.name, loaded_by=RECEIVED_BY, loaded_at=at, source=source)


def _with_bar(found: Iterable[Arrival], round_: Round, report: Report | None) -> Iterable[Arrival]:
    """`disable=None` hides the bar where there is no terminal."""
    title = f"Werkboeken {round_.reference_date:%d-%m-%Y}"
    return tqdm(found, desc=title, unit="werkboek", disable=None if report else True)


def _deliver(intake: Engine, directory: Path, arrival: Arrival, round_: Round) -> None:
    path = write(directory, arrival)
    content = path.read_bytes()
    with intake.execution_options(writing=True).begin() as connection:
        found = screen(content, path.name, today=arrival.received_on, history=history(connection))
        acceptance = accept(
            connection,
            _passed(found, path),
            file_name=path.name,
            content=content,
            received_by=RECEIVED_BY,
            received_at=arrival.received_at,
        )
        for approval in approvals(arrival, round_):
            approve(
                connection,
                acceptance.delivery_id,
                through=approval.level,
                approved_by=approval.approved_by,
                approved_at=approval.approved_at,
            )


def write(directory: Path, arrival: Arrival) -> Path:
    """Writes one workbook to `<directory>/<reference date>/<file name>` and says where."""
    folder = directory / arrival.reference_date.isoformat()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / arrival.file_name
    path.write_bytes(filled(rows_of(arrival.region_code, arrival.reference_date, arrival.version)))
    return path


def _passed(screening: Screening, path: Path) -> Screening:
    """Nobody is asked to confirm a text of the demonstration."""
    if first := next(iter((*screening.of_level(FAIL), *screening.to_confirm)), None):
        raise RefusedWorkbookError(f"{path}: {place(first, 'nl')}: {message(first, 'nl')}")
    return screening


def _publish(intake: Engine, warehouse: Engine, round_: Round) -> None:
    publish(
        intake,
        warehouse,
        key=DEMONSTRATION_KEY,
        published_by=PUBLISHED_BY,
        published_at=round_.published_at,
        demonstration=True,
    )


def _tell(report: Report | None, text: str) -> None:
    if report is not None:
        report(text)
