"""What the server's processes use."""

from __future__ import annotations

from pathlib import Path

import psutil

KIB_A_MIB = 1024


def _family(pid: int) -> list[psutil.Process]:
    parent = psutil.Process(pid)
    return [parent, *parent.children(recursive=True)]


def cpu_seconds(pid: int) -> float:
    """In user and system mode, of the server and its workers until now."""
    times = [process.cpu_times() for process in _family(pid)]
    return sum(time.user + time.system for time in times)


def proportional_mib(pid: int) -> float:
    """Memory in which a page that n processes share counts for one nth in each."""
    return sum(_proportional_kib(process.pid) for process in _family(pid)) / KIB_A_MIB


def _proportional_kib(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
