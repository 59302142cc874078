"""Budgets that are the same on every machine."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Browser

from tests.benchmarks.statements import statements
from tests.benchmarks.visits import new_context, visit
from tests.serving import Demonstration, RunningServer

BYTES = 660_000
REQUESTS = 18
STATEMENTS = 14


@dataclass(frozen=True)
class Budgeted:
    path: str
    bytes: int
    requests: int
    statements: int


def measured(browser: Browser, server: RunningServer, demonstration: Demonstration, path: str) -> Budgeted:
    context = new_context(browser)
    seen = visit(context, server.url + path)
    context.close()
    return Budgeted(path, seen.bytes, len(seen.calls), len(statements(demonstration, seen.calls)))


def over_budget(pages: list[Budgeted]) -> list[str]:
    return [
        f"{page.path} has {value:,} {name}, and may have {limit:,}"
        for page in pages
        for name, value, limit in (
            ("bytes", page.bytes, BYTES),
            ("requests", page.requests, REQUESTS),
            ("SQL statements", page.statements, STATEMENTS),
        )
        if value > limit
    ]
