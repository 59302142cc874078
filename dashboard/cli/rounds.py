"""A command that does the same thing again and again, until it is told to stop."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from datetime import date
from time import sleep

import click

from dashboard.cli.frame import TroubleError, this_moment

MINUTE = 60.0


def every(minutes: int, act: Callable[[], object], *, daily: Callable[[], object]) -> None:
    """`daily` is done at once and then on the first round of each day.

    Ends with status 0 on SIGTERM, also half-way an act. A database that is away, or a full disk, is told, and tried
    again later.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    done_on: date | None = None
    while True:
        today = this_moment().date()
        if done_on != today and _came_through(daily):
            done_on = today
        _came_through(act)
        sleep(minutes * MINUTE)


def _came_through(act: Callable[[], object]) -> bool:
    try:
        act()
    except TroubleError as problem:
        click.echo(f"{this_moment():%Y-%m-%d %H:%M:%S} {problem.format_message()}", err=True)
        return False
    return True
