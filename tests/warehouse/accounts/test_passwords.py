import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, select

from tests.warehouse.accounts.known import add, writing
from warehouse.accounts import passwords
from warehouse.refused import RefusedError
from warehouse.schema import accounts as tables

GOOD = "vier paarden op zolder"


def test_only_the_hash_of_a_password_is_kept(accounts: Engine) -> None:
    with writing(accounts) as connection:
        person, other = add(connection, "a"), add(connection, "b")
        passwords.keep(connection, person, passwords.hashed(GOOD, person))
        kept = connection.scalars(select(tables.person.c.password_hash).order_by(tables.person.c.login)).all()
        assert [hash is not None and hash.startswith("$argon2id$") for hash in kept] == [True, False]
        known = passwords.kept_of(connection, " A")
        assert known
        assert passwords.checked(known, GOOD) == known
        for wrong in (GOOD + " ", GOOD.upper(), "", "x" * 5000, "\0"):
            assert passwords.checked(known, wrong) is None
        assert passwords.kept_of(connection, other.login) is passwords.kept_of(connection, "nobody") is None


def test_the_password_of_nobody_opens_no_account() -> None:
    """With it the time is made equal for a person who does not exist."""
    assert passwords.checked(None, "nobody has this password") is None


def test_what_was_kept_in_an_older_way_is_kept_anew() -> None:
    older = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(GOOD)
    newer = passwords.checked(older, GOOD)
    assert newer
    assert newer != older
    assert passwords.checked(newer, GOOD) == newer


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("kort", "12 tot 200"),
        ("x" * 201, "12 tot 200"),
        ("passwordpassword", "lijsten"),
        ("aaaaaaaaaaaaaa", "lijsten"),
        ("abcabcabcabcabc", "lijsten"),
        ("1q2w3e4r5t6y", "lijsten"),
        ("anna.bakker is hier", "inlognaam"),
        ("Trajectmonitor16-27", "naam van deze site"),
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused(accounts: Engine, password: str, said: str) -> None:
    with writing(accounts) as connection:
        person = add(connection, "anna.bakker@twente.nl")
        with pytest.raises(RefusedError, match=said):
            passwords.hashed(password, person)
