"""The command for what waits in the inbox."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from dashboard.cli.frame import in_language, opened, settings, this_moment
from dashboard.cli.telling import tell_acceptance, tell_screening
from dashboard.i18n import _, table_day

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from warehouse.intake.arrival import Arrival
    from warehouse.intake.inbox import Waiting


@click.command()
@in_language
def inbox() -> None:
    """Neem aan wat in het postvak wacht / take in what waits in the inbox."""
    with opened(settings().intake_url) as engine:
        outcomes = [_tell(*taken) for taken in _taken_in(engine)]
    if not outcomes:
        click.echo(_("cli.inbox.nothing"))
    if not all(outcomes):
        sys.exit(1)


def _taken_in(engine: Engine) -> Iterator[tuple[Waiting, Arrival]]:
    """A file on which the program breaks keeps waiting, and no other file waits for it: it is told at the end."""
    from warehouse.intake.arrival import receive_waiting
    from warehouse.intake.inbox import waiting

    with engine.connect() as connection:
        numbers = waiting(connection)
    broken: list[Exception] = []
    for number in numbers:
        try:
            with engine.execution_options(writing=True).begin() as connection:
                taken = receive_waiting(connection, number, this_moment())
        except Exception as problem:
            broken.append(problem)
            continue
        if taken is not None:
            yield taken
    if broken:
        raise broken[0]


def _tell(sent: Waiting, arrival: Arrival) -> bool:
    click.echo(_("cli.inbox.sent", file=sent.file_name, by=sent.sent_by, day=table_day(sent.sent_at)))
    tell_screening(sent.file_name, arrival.screening)
    if arrival.acceptance is not None:
        tell_acceptance(arrival.screening, arrival.acceptance)
    elif not arrival.screening.failed:
        click.echo(_("cli.inbox.unconfirmed", n=len(arrival.screening.to_confirm), file=sent.file_name))
    return arrival.acceptance is not None
