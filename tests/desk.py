"""The product with accounts of its own, and whoever signs in to it, without a browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from dashboard.access import access_of
from dashboard.clock import this_moment
from dashboard.settings import WebSettings
from tests.areas import engine_on
from tests.asking import app_of
from tests.signing import COOKIE, signed
from warehouse.accounts import audit, people, sessions
from warehouse.accounts.audit import Event
from warehouse.accounts.people import Person, Rights
from warehouse.accounts.sessions import Visitor
from warehouse.demo.persons import let_in, login_of
from warehouse.migrate import migrate_accounts
from warehouse.reference import codes_of


@dataclass(frozen=True)
class SignedIn:
    """One browser."""

    client: FlaskClient

    def get(self, path: str) -> TestResponse:
        return self.client.get(path)

    def words(self, path: str) -> str:
        """What a page says, without its tags."""
        text = re.sub(r"<[^>]+>", " ", self.get(path).get_data(as_text=True))
        return " ".join(text.split())

    def send(self, path: str, **fields: Any) -> TestResponse:
        """A form of a page, with the token that it has."""
        return self.client.post(path, data={**fields, "csrf_token": self.token()})

    def token(self, page: str = "/mijlpalen/agenda") -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.get(page).get_data(as_text=True))
        assert found
        return found[1]


@dataclass(frozen=True)
class Desk:
    server: Flask
    accounts: Engine

    def ask(self, function: Callable[..., Any], *words: object, **named: object) -> Any:
        """In a transaction of its own."""
        with self.accounts.execution_options(writing=True).begin() as connection:
            return function(connection, *words, **named)

    def add(self, login: str, rights: Rights) -> Person:
        """Invented, as the others here."""
        codes = codes_of("region")
        named = {"at": this_moment(), "region_codes": codes, "demonstration": True}
        made: Person = self.ask(people.add, login, login.title(), rights, **named)
        return made

    def of_role(self, role_code: str) -> Person:
        found: Person = self.ask(people.by_login, login_of(role_code))
        return found

    def signed_in(self, who: Person | str) -> SignedIn:
        person = self.of_role(who) if isinstance(who, str) else who
        token = self.ask(sessions.begin, Visitor(person), at=this_moment())
        client = self.server.test_client()
        client.set_cookie(COOKIE, signed({"_user_id": token, "_fresh": True}))
        return SignedIn(client)

    def nobody(self) -> SignedIn:
        return SignedIn(self.server.test_client())

    def last(self) -> tuple[Event, str, str, dict[str, Any]]:
        """What was written in the log last."""
        (entry,) = self.ask(audit.entries, most=1)
        return entry.event, entry.subject, entry.written_by, dict(entry.details)


@contextmanager
def desk_in(folder: Path, settings: WebSettings) -> Iterator[Desk]:
    url = f"sqlite:///{folder}/accounts.db"
    with engine_on(url) as accounts:
        migrate_accounts(accounts)
        with accounts.execution_options(writing=True).begin() as connection:
            let_in(connection, at=this_moment())
        with app_of(replace(settings, accounts_url=url), access_of) as app:
            yield Desk(app.server, accounts)
