"""What stands under a line over time: it coincided, which is not that it caused anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from callbacks.parts.look import Look
from dashboard.figures.xmr import Event
from dashboard.i18n import labelled
from queries.experiments import Experiment
from warehouse.schema.calendar import months_before

BACK_MONTHS = 12
MOST = 3


def started(look: Look, experiments: Sequence[Experiment]) -> list[Event]:
    """The newest experiments."""
    since = months_before(look.moment.reference_date, BACK_MONTHS)
    found = sorted((one for one in experiments if one.started_on >= since), key=lambda one: one.started_on)
    return [Event(one.started_on, one.title) for one in found[-MOST:]]


def happened(look: Look) -> list[Event]:
    """In the whole country."""
    rows = look.reference.lists["event"].values()
    return [Event(date.fromisoformat(one.extra), labelled(one)) for one in rows]
