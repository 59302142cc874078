"""Pages of each kind as they go over the wire, to be compared byte for byte."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

import callbacks.changes
import callbacks.definitions
import callbacks.experiments
import callbacks.history
import callbacks.milestones
import callbacks.national
import callbacks.outcomes
import callbacks.region
import callbacks.trajectories
from dashboard.address import Filters, parse, place_and_subject
from dashboard.pages import (
    changes,
    definitions,
    experiment,
    experiments,
    milestones,
    national,
    outcomes,
    region,
    trajectories,
)
from dashboard.pages import history as history_page
from dashboard.sought import key_of
from dashboard.traced import traced
from queries.reader import Reader, open_reader
from tests.asking import MINISTRY, REGIONS_THAT_ARE_READ
from tests.dashboard.components.rendered import sent

PATHS = [
    "/",
    *(f"/regio/{code}" for code in (*REGIONS_THAT_ARE_READ, "AM01", "AM33")),
    "/trajecten",
    "/regio/AM05/trajecten?periode=12",
    "/uitkomsten",
    "/regio/AM05/uitkomsten?leeftijd=18-20",
    "/mijlpalen",
    "/regio/AM05/mijlpalen",
    "/mijlpalen?pilot=AM05-TOM",
    "/experimenten",
    "/experimenten?toestand=geleerd&blad=2",
    "/regio/AM05/experimenten?zoek=koffie",
    "/experimenten/AM05-AM05-E1",
    "/definities",
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
Pages = dict[str, Any]


def page_at(reader: Reader, path: str, filters: Filters) -> Any:
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
    if subject == milestones.PATH:
        return sent(milestones.layout(callbacks.milestones.show(reader, filters, path)))
    if subject == definitions.PATH:
        return sent(definitions.layout(callbacks.definitions.show(reader, filters, path)))
    if subject == changes.PATH:
        return sent(changes.layout(callbacks.changes.show(reader, filters, path)))
    if subject == trajectories.PATH:
        return sent(trajectories.layout(callbacks.trajectories.show(reader, filters, path)))
    return sent(region.layout(callbacks.region.show(reader, filters, path)))


def every_page(warehouse: Engine, number: int, addresses: Sequence[str] = PATHS) -> Pages:
    """As someone sees them who asked for that publication."""
    with warehouse.connect() as connection:
        reader = open_reader(connection, MINISTRY, number)
        asked = {address: parse(address) for address in addresses}
        return {
            address: page_at(reader, path, filters.but(publication=number))
            for address, (path, filters) in asked.items()
        }


def _without_later_times(page: Any) -> Any:
    """Without what must tell of later publications: the choice of publications and the way to the newest."""
    if isinstance(page, list):
        return [_without_later_times(part) for part in page]
    if not isinstance(page, dict):
        return page
    if page.get("props", {}).get("id") in OF_LATER_TIMES:
        return None
    return {key: _without_later_times(value) for key, value in page.items()}


def in_bytes(page: Any) -> bytes:
    return json.dumps(_without_later_times(page)).encode()
