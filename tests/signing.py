"""A signed-in person without the sign-in page: a session in the accounts, and the cookie that leads to it."""

from __future__ import annotations

from flask import Flask
from flask.sessions import SecureCookieSessionInterface

from dashboard.clock import this_moment
from tests.areas import engine_on
from warehouse.accounts import people, sessions
from warehouse.accounts.sessions import Visitor
from warehouse.demo.persons import login_of

SECRET_KEY = "only for tests and long enough to be a key"
COOKIE = "trajectmonitor"


def cookie_of(accounts_url: str, role_code: str = "ministerie") -> str:
    """Of the invented person with this role, from now on; for every server on these accounts with the key above."""
    with engine_on(accounts_url) as engine, engine.execution_options(writing=True).begin() as connection:
        person = people.by_login(connection, login_of(role_code))
        token = sessions.begin(connection, Visitor(person), at=this_moment())
    return signed({"_user_id": token, "_fresh": True})


def signed(content: dict[str, object], key: str = SECRET_KEY) -> str:
    """As Flask signs the cookie of a session."""
    server = Flask("signing")
    server.secret_key = key
    serializer = SecureCookieSessionInterface().get_signing_serializer(server)
    assert serializer is not None
    return str(serializer.dumps(content))
