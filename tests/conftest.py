"""Everything that tests need is started by the tests."""

pytest_plugins = ["tests.areas", "tests.serving", "tests.browsing", "tests.asking"]
