"""A machine that does more than this needs longer than Playwright's five seconds."""

from playwright.sync_api import expect

from tests.browser.visiting import WAIT_MS

expect.set_options(timeout=WAIT_MS)
