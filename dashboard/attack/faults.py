"""What an application tells its log alone: a page that could not be made still answers."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class Faults(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


@contextmanager
def listening() -> Iterator[Faults]:
    faults, root = Faults(), logging.getLogger()
    root.addHandler(faults)
    try:
        yield faults
    finally:
        root.removeHandler(faults)
