"""The command `trajectmonitor` on empty areas of its own, on a fixed moment."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main
from dashboard.i18n import LANGUAGES, set_language
from tests.areas import Areas
from tests.warehouse.intake import region

Run = Callable[..., Result]

MOMENT = datetime.fromisoformat("2026-11-12T10:00")
ROOMS_WITH_A_CLOCK = ("frame", "deliveries", "publishing", "warehouses", "noting", "accounts")


@pytest.fixture
def run(sqlite_areas: Areas, accounts_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Run]:
    for name in [name for name in os.environ if name.startswith("TRAJECTMONITOR_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TRAJECTMONITOR_INTAKE_URL", f"sqlite:///{tmp_path}/intake.db")
    monkeypatch.setenv("TRAJECTMONITOR_WAREHOUSE_URL", f"sqlite:///{tmp_path}/warehouse.db")
    monkeypatch.setenv("TRAJECTMONITOR_ACCOUNTS_URL", accounts_url)
    monkeypatch.setenv("TRAJECTMONITOR_DISCLOSURE_KEY", "5a" * 32)
    for room in ROOMS_WITH_A_CLOCK:
        monkeypatch.setattr(f"dashboard.cli.{room}.this_moment", lambda: MOMENT)
    yield lambda *words, **options: CliRunner().invoke(main, [str(word) for word in words], **options)
    set_language(LANGUAGES[0])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "AM05.xlsx"
    file.write_bytes(region.content())
    return file
