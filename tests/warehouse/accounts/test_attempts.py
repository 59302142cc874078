from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select

from tests.warehouse.accounts.known import NOW, writing
from warehouse.accounts.attempts import (
    MOST_HERE,
    MOST_OF_LOGIN,
    MOST_OF_NETWORK,
    WITHIN,
    Attempt,
    begin,
    network_of,
    succeeded,
)
from warehouse.schema import accounts as tables


def test_a_login_that_fails_often_waits_where_it_was_tried_and_not_elsewhere(accounts: Engine) -> None:
    with writing(accounts) as connection:
        tried = [begin(connection, login, "10.0.0.1", at=NOW) for login in ("a", "A ", "a\0", " a", "a", "a")]
        assert tried == [Attempt()] * (MOST_HERE - 1) + [Attempt("login"), None]
        assert begin(connection, "b", "10.0.0.1", at=NOW)
        assert begin(connection, "a", "10.9.9.9", at=NOW)
        assert begin(connection, "a", "10.0.0.1", at=NOW + WITHIN)


def test_a_login_that_fails_everywhere_waits_everywhere(accounts: Engine) -> None:
    with writing(accounts) as connection:
        tried = [begin(connection, "a", f"10.0.0.{number}", at=NOW) for number in range(MOST_OF_LOGIN)]
        assert tried == [Attempt()] * (MOST_OF_LOGIN - 1) + [Attempt("login")]
        assert begin(connection, "a", "10.9.9.9", at=NOW) is None


def test_a_network_from_which_many_logins_fail_waits(accounts: Engine) -> None:
    with writing(accounts) as connection:
        tried = [begin(connection, f"person {number}", "10.0.0.1", at=NOW) for number in range(MOST_OF_NETWORK)]
        assert tried[-1] == Attempt("network")
        assert begin(connection, "new", "10.0.0.1", at=NOW) is None
        assert begin(connection, "new", "10.0.0.2", at=NOW)


def test_success_forgets_the_failures_of_a_login_from_there_and_time_forgets_all(accounts: Engine) -> None:
    with writing(accounts) as connection:
        for login, address in (("a", "10.0.0.1"), ("a", "10.0.0.2"), ("b", "10.0.0.1")):
            begin(connection, login, address, at=NOW)
        succeeded(connection, "a", "10.0.0.1")
        counted = select(func.count()).select_from(tables.attempt)
        assert connection.scalar(counted) == 2
        begin(connection, "c", "10.0.0.1", at=NOW + timedelta(hours=1))
        assert connection.scalar(counted) == 1


def test_many_that_are_made_at_once_are_no_more_than_these(accounts: Engine) -> None:
    def tried(_number: int) -> bool:
        with writing(accounts) as connection:
            return begin(connection, "a", "10.0.0.1", at=NOW) is not None

    with ThreadPoolExecutor(8) as together:
        assert sum(together.map(tried, range(3 * MOST_HERE))) == MOST_HERE


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_all_addresses_of_one_place_count_as_one(address: str, network: str) -> None:
    assert network_of(address) == network
