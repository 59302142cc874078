"""What is chosen on a page of changes stands in the address, and the address restores it."""

import pytest
from playwright.sync_api import Browser

from tests.browser.visiting import assert_restored
from tests.browsing import BrowserPage
from tests.serving import RunningServer

pytestmark = pytest.mark.browser
CHOICES = [
    ("/wijzigingen", "context-sinds", "sinds=1"),
    ("/wijzigingen", "context-stand", "stand=2"),
    ("/wijzigingen", "filter-soort", "soort=herzien"),
    ("/regio/AM01/wijzigingen", "context-sinds", "sinds=2"),
]


@pytest.mark.parametrize(("path", "select", "parameter"), CHOICES)
def test_a_choice_is_in_the_address_and_the_address_restores_it(
    browser: Browser, browser_page: BrowserPage, server: RunningServer, path: str, select: str, parameter: str
) -> None:
    assert_restored(browser, browser_page.page, server.url + path, select, parameter)
