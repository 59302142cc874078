"""Whose session it is, by the token in the signed cookie; how a session begins, and how it ends.

The token says nothing by itself: what it opens stands in the accounts, so a session that was ended there is over, and
rights that were changed count from the next request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask, g, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from dashboard.clock import this_moment
from dashboard.settings import SettingsError, WebSettings, is_loopback
from queries.reader import Publication
from warehouse.accounts import audit, people, sessions
from warehouse.accounts.audit import Event
from warehouse.accounts.people import Person
from warehouse.accounts.sessions import Visitor


class SignedIn(UserMixin):  # type: ignore[misc]
    """As Flask-Login knows a visitor."""

    def __init__(self, visitor: Visitor, token: str) -> None:
        self.visitor, self.token = visitor, token

    def get_id(self) -> str:
        return self.token


@dataclass(frozen=True)
class Entrance:
    """`published` are the publications, or none when they cannot be asked for."""

    settings: WebSettings
    engine: Engine
    published: Callable[[], Iterable[Publication]]

    def visitor(self) -> Visitor | None:
        """Who asks what is being answered; None for whom nothing is open."""
        return current_user.visitor if current_user.is_authenticated else None

    def sign_in(self, connection: Connection, visitor: Visitor, how: str) -> None:
        """A session that was open in this browser ends, and nothing of its cookie is kept."""
        now = this_moment()
        self._leave(connection)
        token = sessions.begin(connection, visitor, at=now)
        audit.write(connection, Event.SIGNED_IN, visitor.signature, by=visitor.signature, at=now, how=how)
        login_user(SignedIn(visitor, token))
        g.visitor = visitor

    def sign_out(self) -> None:
        visitor: Visitor | None = g.visitor
        with self.writing() as connection:
            if visitor:
                by = visitor.signature
                audit.write(connection, Event.SIGNED_OUT, by, by=by, at=this_moment())
            self._leave(connection)
        g.visitor = g.access = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self.engine.execution_options(writing=True).begin() as connection:
            yield connection

    @contextmanager
    def logging(self) -> Iterator[Connection]:
        """For what will stand in the log. That comes first, as at the desk: so no two wait for each other."""
        with self.writing() as connection:
            audit.stop_for(connection)
            yield connection

    def admits(self, person: Person) -> bool:
        """An invented person comes in at this machine alone, and only while everything published is invented."""
        return not person.demonstration or self.is_demonstration()

    def is_demonstration(self) -> bool:
        if not self.settings.demonstration or not is_loopback(request.remote_addr):
            return False
        return all(one.demonstration for one in self.published())

    def load(self, token: str) -> SignedIn | None:
        now = this_moment()
        with self.engine.connect() as connection:
            visitor = sessions.visitor_of(connection, token, at=now)
        if visitor is None or (visitor.person and not self.admits(visitor.person)):
            return None
        if sessions.is_due(visitor, at=now):
            with self.writing() as connection:
                sessions.used(connection, token, at=now)
        return SignedIn(visitor, token)

    def _leave(self, connection: Connection) -> None:
        if current_user.is_authenticated:
            sessions.end(connection, current_user.token)
            logout_user()
        session.clear()


def register(server: Flask, entrance: Entrance) -> None:
    """The cookie holds the token and what forms need, signed; a script cannot read it, and it ends with the browser."""
    https, (key, *earlier) = entrance.settings.https, entrance.settings.secret_keys
    server.config.update(
        SECRET_KEY=key,
        SECRET_KEY_FALLBACKS=earlier,
        SESSION_COOKIE_NAME="__Host-trajectmonitor" if https else "trajectmonitor",
        SESSION_COOKIE_SECURE=https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=sessions.LONGEST,
    )
    logins = LoginManager(server)
    logins.session_protection = None  # it would end a session when a laptop goes from one network to another
    logins.user_loader(entrance.load)


def check_accounts(entrance: Entrance) -> None:
    """SettingsError when the accounts are those of a demonstration and this is none: anyone at the machine of a
    demonstration is an administrator there, and may have added whom they like."""
    if entrance.settings.demonstration or not _holds_invented_persons(entrance.engine):
        return
    wanted = "must not be the accounts of a demonstration; name a database of its own, and give: trajectmonitor migrate"
    raise SettingsError(f"TRAJECTMONITOR_ACCOUNTS_URL {wanted}")


def _holds_invented_persons(engine: Engine) -> bool:
    """False while they are away: then nobody comes in, and each request says so."""
    try:
        with engine.connect() as connection:
            return bool(people.of_demonstration(connection))
    except SQLAlchemyError:
        return False
    finally:
        engine.dispose()  # before the server forks, and nothing is left open when it does not start
