"""Experiments are sought and narrowed down by keyboard; every step stands in the address."""

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import choose, open_page, parameters
from tests.browsing import BrowserPage
from tests.serving import RunningServer

pytestmark = pytest.mark.browser


def test_words_and_choices_add_up_and_are_cleared(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/experimenten?blad=2")
    page.fill("#filter-zoek", "koffie")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server.url}/experimenten?zoek=koffie")
    expect(page.locator("#filter-zoek")).to_be_focused()
    expect(page.locator("#filter-zoek")).to_have_value("koffie")
    choose(page, "filter-toestand", "loopt")
    expect(page.locator(".tried-name").first).to_be_visible()
    assert parameters(page) == {"zoek": "koffie", "toestand": "loopt"}
    page.fill("#filter-zoek", "")
    page.click(".finder-button")
    expect(page).to_have_url(f"{server.url}/experimenten?toestand=loopt")
    page.click(".finder-count a")
    expect(page).to_have_url(f"{server.url}/experimenten")


def test_a_list_leads_to_its_next_part_and_to_one_experiment_and_back(
    browser_page: BrowserPage, server: RunningServer
) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/regio/AM05/experimenten")
    name = page.locator(".tried-name a").first
    title = name.inner_text()
    name.click()
    expect(page.locator(".one-name")).to_have_text(title)
    expect(page.locator("h1")).to_be_focused()
    page.go_back()
    expect(page.locator(".tried-name a").first).to_have_text(title)
    open_page(page, f"{server.url}/experimenten")
    first = page.locator(".tried-name").all_inner_texts()
    page.locator(".pager-link").last.click()
    expect(page.locator(".pager")).to_contain_text("13 tot en met 24")
    assert not set(first) & set(page.locator(".tried-name").all_inner_texts())


@pytest.mark.parametrize(("path", "said"), [("/experimenten/AM05-E99", 404), ("/experimenten/AM05-AM05-E1", 200)])
def test_an_experiment_that_is_not_there_is_no_page(
    browser_page: BrowserPage, server: RunningServer, path: str, said: int
) -> None:
    assert open_page(browser_page.page, server.url + path).status == said
