import pytest
from sqlalchemy import Engine, select

from tests.warehouse.accounts.known import add, writing
from warehouse.accounts import passwords
from warehouse.refused import RefusedError
from warehouse.schema import accounts as tables

GOOD = "vier paarden op zolder"


def test_only_the_hash_of_a_password_is_kept(accounts: Engine) -> None:
    with writing(accounts) as connection:
        person, other = add(connection, "a"), add(connection, "b")
        passwords.choose(connection, person, GOOD)
        kept = connection.scalars(select(tables.person.c.password_hash).order_by(tables.person.c.login)).all()
        assert [hash is not None and hash.startswith("$argon2id$") for hash in kept] == [True, False]
        assert passwords.is_right(connection, person, GOOD)
        for wrong in (GOOD + " ", GOOD.upper(), "", "x" * 5000):
            assert not passwords.is_right(connection, person, wrong)
        assert not passwords.is_right(connection, other, GOOD)
        assert not passwords.is_right(connection, None, GOOD)


def test_the_password_of_nobody_opens_no_account(accounts: Engine) -> None:
    """With it the time is made equal for a person who does not exist."""
    with writing(accounts) as connection:
        person = add(connection, "a")
        for whose in (None, person):
            assert not passwords.is_right(connection, whose, "nobody has this password")


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
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused(accounts: Engine, password: str, said: str) -> None:
    with writing(accounts) as connection:
        person = add(connection, "anna.bakker@twente.nl")
        with pytest.raises(RefusedError, match=said):
            passwords.choose(connection, person, password)
        assert not passwords.is_right(connection, person, password)
