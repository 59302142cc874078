"""Shows what the attack found at the end of every run, also when the tests ran in other processes."""

from __future__ import annotations

import pytest

NAME = "verdict"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [report for each in terminalreporter.stats.values() for report in each]
    told = {text for report in reports for name, text in getattr(report, "user_properties", ()) if name == NAME}
    for text in sorted(told):
        terminalreporter.section("the attack")
        terminalreporter.write_line(text)
