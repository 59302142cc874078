"""The command line in a child process that may come to harm, on areas of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import pytest

from tests.areas import Areas
from tests.faults.warm import Outcome, Request
from tests.serving import HOUSE, NODE_MODULES
from tests.signing import SECRET_KEY


@dataclass(frozen=True)
class Commands:
    """Carries out commands of `trajectmonitor`, with these settings."""

    process: subprocess.Popen[str]
    environment: dict[str, str]

    def __call__(self, *words: object, **harm: Any) -> Outcome:
        return self.ask(Request([str(word) for word in words], self.environment, **harm))

    def health(self, **harm: Any) -> Outcome:
        """The dashboard on the same warehouse: status 0 when its pages answer."""
        return self.ask(Request([], self.environment, "tests.faults.asked_health", **harm))

    def ask(self, request: Request) -> Outcome:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(asdict(request)) + "\n")
        self.process.stdin.flush()
        return Outcome(**json.loads(self.process.stdout.readline()))


@pytest.fixture(scope="session")
def warm_process() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.faults.warm"]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": HOUSE}
    with subprocess.Popen(command, **pipes) as process:
        yield process
        process.communicate()


def commands_on(areas: Areas, process: subprocess.Popen[str]) -> Commands:
    urls = {"INTAKE": areas.intake, "WAREHOUSE": areas.warehouse}
    environment = {
        f"TRAJECTMONITOR_{name}_URL": engine.url.render_as_string(hide_password=False) for name, engine in urls.items()
    }
    environment["TRAJECTMONITOR_ACCOUNTS_URL"] = areas.accounts_url
    fixed = {"TRAJECTMONITOR_DISCLOSURE_KEY": "5a" * 32, "TRAJECTMONITOR_SECRET_KEY": SECRET_KEY}
    return Commands(process, {**environment, **fixed, "TRAJECTMONITOR_FRONTEND": str(NODE_MODULES)})


@pytest.fixture
def commands(areas: Areas, warm_process: subprocess.Popen[str]) -> Commands:
    return commands_on(areas, warm_process)


@pytest.fixture
def sqlite_commands(sqlite_areas: Areas, warm_process: subprocess.Popen[str]) -> Commands:
    return commands_on(sqlite_areas, warm_process)
