"""A command that does the same thing again and again, until it is told to stop."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from time import sleep

import click

from dashboard.cli.frame import TroubleError, this_moment

MINUTE = 60.0


def every(minutes: int, act: Callable[[], object]) -> None:
    """Ends with status 0 on SIGTERM, also half-way an act. A database that is away, or a full disk, is told, and tried
    again later."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    while True:
        try:
            act()
        except TroubleError as problem:
            click.echo(f"{this_moment():%Y-%m-%d %H:%M:%S} {problem.format_message()}", err=True)
        sleep(minutes * MINUTE)
