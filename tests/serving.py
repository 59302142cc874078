"""The demonstration warehouse, and the dashboard that serves it on a free port of this machine."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from filelock import FileLock
from sqlalchemy import Engine

from dashboard.clock import this_moment
from tests.areas import engine_on, in_folder
from tests.signing import COOKIE, SECRET_KEY, cookie_of
from warehouse.areas import open_engine
from warehouse.demo.build import build
from warehouse.demo.persons import let_in
from warehouse.migrate import migrate, migrate_accounts

HOUSE = Path(__file__).parent.parent
NODE_MODULES = HOUSE / "node_modules"
SECONDS_TO_START = 60
A_DAY = 24 * 3600


@dataclass(frozen=True)
class Demonstration:
    """Read only: every test of a run, and the next run, looks at the same databases."""

    folder: Path

    @property
    def workbooks(self) -> Path:
        return self.folder / "workbooks"

    @property
    def intake_url(self) -> str:
        return f"sqlite:///{self.folder}/intake.db"

    @property
    def warehouse_url(self) -> str:
        return f"sqlite:///{self.folder}/warehouse.db"

    @property
    def accounts_url(self) -> str:
        """The five invented persons; only sessions are added to it."""
        return f"sqlite:///{self.folder}/accounts.db"

    @cached_property
    def intake(self) -> Engine:
        return open_engine(self.intake_url)

    @cached_property
    def warehouse(self) -> Engine:
        return open_engine(self.warehouse_url)


@dataclass(frozen=True)
class RunningServer:
    """`cookie` is the header of who is signed in as the ministry."""

    url: str
    log: Path
    process: subprocess.Popen[bytes]
    cookie: str


def demonstration_in(cache: Path) -> Demonstration:
    """Built once for one state of the `warehouse` room, also when several test processes ask at once."""
    folder = cache / _fingerprint(HOUSE / "warehouse")
    with FileLock(cache / "building.lock"):
        if not folder.exists():
            _clear(cache)
            _build_into(folder)
    return Demonstration(folder)


def _clear(cache: Path) -> None:
    """What a killed build left, and what no run of today has asked for."""
    for entry in filter(Path.is_dir, cache.iterdir()):
        if entry.suffix == ".part" or entry.stat().st_mtime < time.time() - A_DAY:
            shutil.rmtree(entry)


def _build_into(folder: Path) -> None:
    part = folder.with_suffix(".part")
    part.mkdir()
    areas = in_folder(part)
    migrate(areas.intake, areas.warehouse)
    build(areas.intake, areas.warehouse, part / "workbooks", None)
    with engine_on(f"sqlite:///{part}/accounts.db") as accounts:
        migrate_accounts(accounts)
        with accounts.execution_options(writing=True).begin() as connection:
            let_in(connection, at=this_moment())
    areas.intake.dispose()
    areas.warehouse.dispose()
    part.rename(folder)


def _fingerprint(room: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(room.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(str(file.relative_to(room)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def serving(demonstration: Demonstration, log: Path, **settings: str) -> Iterator[RunningServer]:
    """The dashboard as `make run` starts it; only this process is ended, and its workers with it."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", "python:dashboard.web.gunicorn_conf"]
    environment = {**os.environ, **settings_for(demonstration), "PORT": str(port), **settings}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "dashboard.wsgi:server"], cwd=HOUSE, env=environment, stdout=output, stderr=output
        )
    cookie = f"{COOKIE}={cookie_of(demonstration.accounts_url)}"
    server = RunningServer(f"http://127.0.0.1:{port}", log, process, cookie)
    try:
        _wait_for(server)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def settings_for(demonstration: Demonstration) -> Mapping[str, str]:
    """Of the web process: nothing of what regions sent can be reached, and the key is no key."""
    return {
        "TRAJECTMONITOR_INTAKE_URL": "nonsense://nowhere",
        "TRAJECTMONITOR_DISCLOSURE_KEY": "nonsense",
        "TRAJECTMONITOR_WAREHOUSE_URL": demonstration.warehouse_url,
        "TRAJECTMONITOR_ACCOUNTS_URL": demonstration.accounts_url,
        "TRAJECTMONITOR_SECRET_KEY": SECRET_KEY,
        "TRAJECTMONITOR_DEMONSTRATION": "1",
        "TRAJECTMONITOR_FRONTEND": str(NODE_MODULES),
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(server: RunningServer) -> None:
    for _ in range(SECONDS_TO_START * 10):
        if _answers(server.url):
            return
        try:
            server.process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    raise RuntimeError(f"the server did not start:\n{server.log.read_text()}")


def _answers(url: str) -> bool:
    try:
        with urlopen(f"{url}/gezond", timeout=5) as answer:
            return bool(answer.status == 200)
    except URLError:
        return False


@pytest.fixture(scope="session")
def demonstration(pytestconfig: pytest.Config) -> Iterator[Demonstration]:
    built = demonstration_in(pytestconfig.cache.mkdir("demonstration"))
    yield built
    built.intake.dispose()
    built.warehouse.dispose()


@pytest.fixture(scope="session")
def server(demonstration: Demonstration, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with serving(demonstration, tmp_path_factory.mktemp("server") / "server.log") as running:
        yield running
