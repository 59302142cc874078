"""A process that has loaded the program and does one command after the other, each in a child that may come to harm.

Every line that it reads is one request in JSON, every line that it writes one `Outcome`. The children are forks, so
each begins at once; nothing of a database is open in what they are forked from.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
import time
import traceback
from dataclasses import asdict, dataclass, field
from importlib import import_module
from itertools import count
from typing import Any, NoReturn

from sqlalchemy import Engine, event
from sqlalchemy.pool import Pool

LOADED = (
    *("psycopg", "openpyxl", "dashboard.app", "dashboard.cli", "warehouse.intake.arrival", "warehouse.intake.template"),
    *(
        "warehouse.intake.verify",
        "warehouse.publish.publication",
        "warehouse.publish.verify",
        "warehouse.demo.databases",
    ),
    *("warehouse.migrate", "warehouse.intake.approve", "tests.faults.asked_health"),
)
BROKE = 70
CAPABILITIES = 0x20080522  # the version of this interface of Linux
OVER_FILES = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


@dataclass(frozen=True)
class Request:
    """`moments` are statements, commits and what follows: the child dies before that one. After `seconds` it is killed.

    `bytes_a_file` is as large as any file may become; `bound` by the rights on files the child is also when it is root.
    """

    words: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    module: str = "dashboard.cli"
    moments: int | None = None
    seconds: float | None = None
    bytes_a_file: int | None = None
    bound: bool = False


@dataclass(frozen=True)
class Outcome:
    """`code` is the exit status, or minus the signal that ended it; `moments` is 0 when it was ended."""

    code: int
    output: str
    seconds: float
    moments: int


def carry_out(request: Request) -> Outcome:
    """The child tells through pipes, for it may be unable to write one byte to a file."""
    told, telling = os.pipe()
    counted, counting = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        _act(request, telling, counting)
    for end in (telling, counting):
        os.close(end)
    if request.seconds is not None:
        time.sleep(request.seconds)
        os.kill(child, signal.SIGKILL)
    output, moments = _read(told), _read(counted)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Outcome(code, output, time.monotonic() - began, int(moments or 0))


def _read(pipe: int) -> str:
    with os.fdopen(pipe, encoding="utf-8") as end:
        return end.read()


def _act(request: Request, telling: int, counting: int) -> NoReturn:
    code = BROKE
    try:
        for standard in (1, 2):
            os.dup2(telling, standard)
        for name in [name for name in os.environ if name.startswith("TRAJECTMONITOR_")]:
            del os.environ[name]
        os.environ.update(request.environment)
        _come_to_harm(request)
        seen = _watched(request.moments)
        code = _ran(request)
        os.write(counting, str(next(seen)).encode())
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _come_to_harm(request: Request) -> None:
    if request.bytes_a_file is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (request.bytes_a_file, request.bytes_a_file))
    if request.bound and os.getuid() == 0:
        _give_up_power_over_files()


def _give_up_power_over_files() -> None:
    """What lets root read and write whatever the rights on a file say."""
    libc = ctypes.CDLL(None, use_errno=True)
    header, held = (ctypes.c_uint32 * 2)(CAPABILITIES, 0), (ctypes.c_uint32 * 6)()
    if libc.capget(header, held):
        raise OSError(ctypes.get_errno(), "capget")
    for place in (0, 1):
        held[place] &= ~sum(1 << power for power in OVER_FILES)
    if libc.capset(header, held):
        raise OSError(ctypes.get_errno(), "capset")


def _watched(fatal: int | None) -> Any:
    """Counts statements and ends of transactions of all engines, from 0 on, and dies before the fatal one."""
    seen = count()

    def before(*_: object) -> None:
        if next(seen) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", before)
    event.listen(Engine, "commit", before)
    event.listen(Pool, "checkin", before)
    return seen


def _ran(request: Request) -> int:
    try:
        import_module(request.module).main(request.words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0


if __name__ == "__main__":
    for name in LOADED:
        import_module(name)
    for line in sys.stdin:
        print(json.dumps(asdict(carry_out(Request(**json.loads(line))))), flush=True)
