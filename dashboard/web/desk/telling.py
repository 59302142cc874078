"""An entry of the log in words: names beside logins, pages by their heading, no codes where there is a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from sqlalchemy import Connection

from dashboard.i18n import _, language, table_day, texts
from dashboard.titles import heading_of
from dashboard.web.desk.answering import hour, region_name
from warehouse.accounts import guests, people
from warehouse.accounts.audit import Entry
from warehouse.accounts.sessions import Visitor

MOMENT = re.compile(r"^\d{4}-\d\d-\d\d(T\d\d:\d\d[\d:.]*)?$")
# Details that are a code; the texts of the others stand under their own value.
OF_REGIONS, OF_ROLES, OF_CODES = ("region", "regions"), ("role",), ("how", "why")


@dataclass(frozen=True)
class Names:
    """Of persons and guests, as they are called now, by what stands in the log."""

    known: Mapping[str, str]

    @classmethod
    def of(cls, connection: Connection) -> Self:
        persons = {one.login: one.name for one in people.everyone(connection)}
        return cls(persons | {Visitor(guest=one).signature: one.name for one in guests.everyone(connection)})

    def of_whom(self, said: str) -> str:
        """Empty where it says enough by itself."""
        return self.known.get(said) or (heading_of(said) or "" if said.startswith("/") else "")


def details(entry: Entry) -> str:
    """What else is known of it."""
    return "; ".join(f"{_named('detail', name)}: {_told(name, value)}" for name, value in entry.details.items())


def _named(kind: str, name: str) -> str:
    """As it stands there, when it is of a later version."""
    key = f"desk.{kind}.{name}"
    return _(key) if key in texts(language()) else name


def _told(name: str, value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{_named('detail', key)} {_told(key, each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(_told(name, each) for each in value) or "–"
    if value is None:
        return "–"
    return _word(name, str(value))


def _word(name: str, value: str) -> str:
    if name in OF_REGIONS:
        return region_name(value)
    if name in OF_ROLES:
        return _(f"sign_in.role.{value}") if f"sign_in.role.{value}" in texts(language()) else value
    if name in OF_CODES:
        return _named(name, value)
    return _moment(value) if MOMENT.match(value) else value


def _moment(value: str) -> str:
    """As it stands there, when it only looks like one: a name can, and the log must stay readable whatever is in it."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return hour(moment) if "T" in value else table_day(moment)
