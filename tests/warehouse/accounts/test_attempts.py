from datetime import timedelta

from sqlalchemy import Engine, func, select

from tests.warehouse.accounts.known import NOW, writing
from warehouse.accounts.attempts import MOST_OF_ADDRESS, MOST_OF_LOGIN, WITHIN, failed, may_try, succeeded
from warehouse.schema import accounts as tables


def test_a_login_that_failed_often_waits_wherever_it_is_tried(accounts: Engine) -> None:
    with writing(accounts) as connection:
        for number in range(MOST_OF_LOGIN):
            assert may_try(connection, "a", "10.0.0.1", at=NOW)
            failed(connection, "A ", f"10.0.0.{number}", at=NOW)
        assert not may_try(connection, "a", "10.9.9.9", at=NOW)
        assert may_try(connection, "b", "10.0.0.1", at=NOW)
        assert may_try(connection, "a", "10.9.9.9", at=NOW + WITHIN)


def test_an_address_from_which_many_logins_fail_waits(accounts: Engine) -> None:
    with writing(accounts) as connection:
        for number in range(MOST_OF_ADDRESS):
            failed(connection, f"person {number}", "10.0.0.1", at=NOW)
        assert not may_try(connection, "new", "10.0.0.1", at=NOW)
        assert may_try(connection, "new", "10.0.0.2", at=NOW)


def test_success_forgets_the_failures_of_a_login_and_time_forgets_all(accounts: Engine) -> None:
    with writing(accounts) as connection:
        for _ in range(MOST_OF_LOGIN):
            failed(connection, "a", "10.0.0.1", at=NOW)
        succeeded(connection, "a")
        assert may_try(connection, "a", "10.0.0.1", at=NOW)
        failed(connection, "b", "10.0.0.1", at=NOW)
        failed(connection, "c", "10.0.0.1", at=NOW + timedelta(hours=1))
        assert connection.scalar(select(func.count()).select_from(tables.attempt)) == 1
