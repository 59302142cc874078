"""Everything that tests need is started by the tests."""

import pytest

from dashboard.i18n import LANGUAGES, set_language

pytest_plugins = [
    "tests.order",
    "tests.closing",
    "tests.areas",
    "tests.serving",
    "tests.browsing",
    "tests.asking",
    "tests.told",
    "tests.wall",
    "tests.commands",
    "tests.attack.verdict",
]


@pytest.fixture(autouse=True)
def dutch() -> None:
    """A request sets the language of its thread; here all requests share one thread with the tests."""
    set_language(LANGUAGES[0])
