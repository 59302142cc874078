import pytest
from playwright.sync_api import Browser

from tests.benchmarks import PAGES
from tests.benchmarks.budgets import Budgeted, measured, over_budget
from tests.browser.visiting import HISTORIES
from tests.serving import Demonstration, RunningServer


@pytest.mark.browser
@pytest.mark.parametrize("path", [*PAGES, *HISTORIES])
def test_a_first_load_stays_within_its_budgets(
    browser: Browser, server: RunningServer, demonstration: Demonstration, path: str
) -> None:
    page = measured(browser, server, demonstration, path)
    assert page.bytes > 0
    assert page.statements > 0
    assert over_budget([page]) == []


def test_what_is_over_budget_is_named() -> None:
    page = Budgeted("/", bytes=660_001, requests=18, statements=15)
    assert over_budget([page]) == [
        "/ has 660,001 bytes, and may have 660,000",
        "/ has 15 SQL statements, and may have 14",
    ]
