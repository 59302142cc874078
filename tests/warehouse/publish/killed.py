"""Publishes and kills itself without warning: before statement number N, or for N = 0 before the commit."""

from __future__ import annotations

import os
import signal
import sys
from itertools import count

from sqlalchemy import event

from tests.areas import Areas
from tests.warehouse.publish.deliveries import publish_now
from warehouse.areas import open_engine


def publish_until(intake_url: str, warehouse_url: str, fatal_statement: int) -> None:
    areas = Areas(open_engine(intake_url), open_engine(warehouse_url))
    numbers = count(1)

    def before_statement(*_: object) -> None:
        if next(numbers) == fatal_statement:
            die()

    event.listen(areas.warehouse, "before_cursor_execute", before_statement)
    if fatal_statement == 0:
        event.listen(areas.warehouse, "commit", die)
    publish_now(areas)


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    publish_until(sys.argv[1], sys.argv[2], int(sys.argv[3]))
