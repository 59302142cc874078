"""Everything that any part of the program logs, down to the least."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

LOUD = ("", "sqlalchemy")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "everything.log"
    handler, loggers = logging.FileHandler(file), [logging.getLogger(name) for name in LOUD]
    before = [logger.level for logger in loggers]
    loggers[0].addHandler(handler)
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    yield file
    for logger, level in zip(loggers, before, strict=True):
        logger.setLevel(level)
    loggers[0].removeHandler(handler)
    handler.close()
