"""Everything that tests need is started by the tests."""

import pytest
from hypothesis import settings

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


# How long an example takes says how busy the machine is.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def dutch() -> None:
    """A request sets the language of its thread; here all requests share one thread with the tests."""
    set_language(LANGUAGES[0])
