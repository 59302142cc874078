"""Whenever a publishing process dies, the old publication stands whole and the next attempt succeeds."""

from __future__ import annotations

import signal
import subprocess
import sys
from random import Random

from sqlalchemy import event

from tests.areas import Areas
from tests.warehouse.publish.deliveries import AUGUST, SEPTEMBER, deliver, published
from tests.warehouse.publish.shown import VERSIONED, entries, everything, written

REGIONS = ("AM01", "AM02", "AM03")
AT_COMMIT = 0
TIMES = 9


def test_a_killed_publication_leaves_the_old_one(areas: Areas) -> None:
    for region in REGIONS:
        deliver(areas, region, AUGUST, months=3)
    statements = published_in_statements(areas)
    before = state(areas)
    for region in REGIONS:
        deliver(areas, region, SEPTEMBER)
        deliver(areas, region, AUGUST, months=2, figures=lambda *_: {("F1", "F2"): 33})
    for moment in [AT_COMMIT, *Random(9).sample(range(1, statements), TIMES)]:
        assert publish_and_die(areas, moment) == -signal.SIGKILL
        assert state(areas) == before
    assert published(areas).number == 2


def published_in_statements(areas: Areas) -> int:
    seen: list[object] = []
    event.listen(areas.warehouse, "before_cursor_execute", lambda *_: seen.append(None))
    published(areas)
    return len(seen)


def state(areas: Areas) -> object:
    return entries(areas), [written(areas, table) for table in VERSIONED], everything(areas, 1)


def publish_and_die(areas: Areas, moment: int) -> int:
    urls = [engine.url.render_as_string(hide_password=False) for engine in (areas.intake, areas.warehouse)]
    command = [sys.executable, "-m", "tests.warehouse.publish.killed", *urls, str(moment)]
    return subprocess.run(command, check=False, timeout=60).returncode
