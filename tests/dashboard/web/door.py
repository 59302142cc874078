"""A server outside the demonstration, with accounts of its own, and a browser that fills in its forms."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from dashboard.access import access_of
from dashboard.app import Trajectmonitor
from dashboard.clock import this_moment
from dashboard.settings import WebSettings
from tests.asking import app_of
from tests.warehouse.accounts.known import writing
from warehouse.accounts import audit, passwords, people
from warehouse.accounts.people import Person, Rights
from warehouse.reference import codes_of

COOKIE = "__Host-trajectmonitor"
PASSWORD = "vier woorden achter elkaar"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass(frozen=True)
class Browser:
    """Keeps cookies, comes over https, and says where a form stood."""

    client: FlaskClient

    def get(self, path: str, **more: object) -> TestResponse:
        return self.client.get(path, base_url="https://localhost", **more)

    def post(self, path: str, form: dict[str, str], *, on: str = "/aanmelden", **more: object) -> TestResponse:
        """With the token of the page `on`, where the form stands."""
        found = TOKEN.search(self.get(on).get_data(as_text=True))
        data = {"csrf_token": found.group(1) if found else "", **form}
        headers = {"Referer": "https://localhost/", "Origin": "https://localhost"}
        return self.client.post(path, base_url="https://localhost", headers=headers, data=data, **more)

    def sign_in(self, login: str, password: str = PASSWORD, path: str = "/aanmelden") -> TestResponse:
        return self.post(path, {"login": login, "wachtwoord": password})

    @property
    def cookie(self) -> str:
        found = self.client.get_cookie(COOKIE)
        return found.value if found else ""

    def is_in(self) -> bool:
        return self.get("/").status_code == 200


@dataclass(frozen=True)
class Door:
    app: Trajectmonitor
    accounts: Engine

    def browser(self, address: str = "127.0.0.1") -> Browser:
        client = self.app.server.test_client()
        client.environ_base["REMOTE_ADDR"] = address
        return Browser(client)

    def person(self, login: str, role_code: str = "lezer", *regions: str, password: str | None = PASSWORD) -> Person:
        rights, now = Rights(role_code, frozenset(regions)), this_moment()
        with writing(self.accounts) as connection:
            made = people.add(connection, login, "Jan de Wit", rights, at=now, region_codes=codes_of("region"))
            if password:
                passwords.keep(connection, made, passwords.hashed(password, made))
        return made

    def noted(self) -> list[tuple[str, str]]:
        """What the log says, the newest first."""
        with self.accounts.connect() as connection:
            return [(one.event.value, one.subject) for one in audit.entries(connection)]


@contextmanager
def door_of(settings: WebSettings, migrated: Path, folder: Path) -> Iterator[Door]:
    shutil.copy(migrated, folder / "accounts.db")
    url = f"sqlite:///{folder}/accounts.db"
    with app_of(replace(settings, accounts_url=url), access_of) as app:
        yield Door(app, app.server.extensions["trajectmonitor"]["accounts"])


@pytest.fixture(scope="module")
def door(settings: WebSettings, migrated_accounts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    real = replace(settings, demonstration=False)
    with door_of(real, migrated_accounts, tmp_path_factory.mktemp("door")) as opened:
        yield opened
