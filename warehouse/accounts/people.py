"""Who may sign in, and what their rights are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from warehouse.accounts.rights import Rights as Rights
from warehouse.accounts.rights import wrong_rights
from warehouse.refused import Gathered, RefusedError
from warehouse.schema import accounts
from warehouse.schema.accounts import LONGEST_LOGIN, LONGEST_NAME
from warehouse.schema.role_codes import ADMINISTRATOR

TABLE = accounts.person


@dataclass(frozen=True)
class Person:
    """`login` is how the person is named at sign-in, in small letters: an e-mail address as a rule."""

    person_id: int
    login: str
    name: str
    rights: Rights
    has_password: bool = False
    identity: str | None = None
    demonstration: bool = False
    has_calendar: bool = False


def add(
    connection: Connection,
    login: str,
    name: str,
    rights: Rights,
    *,
    at: datetime,
    region_codes: Collection[str],
    demonstration: bool = False,
) -> Person:
    """`region_codes` are the regions that there are. RefusedError when something of it is not right."""
    login, name = plain(login), " ".join(name.split())
    wrong = Gathered()
    wrong.add(_wrong_names(connection, login, name))
    wrong.add(wrong_rights(rights, region_codes, at.date()))
    wrong.stop()
    values = {"login": login, "name": name, "role_code": rights.role_code, "ends_on": rights.ends_on}
    made = insert(TABLE).values(**values, demonstration=demonstration, added_at=at)
    person_id = connection.scalars(made.returning(TABLE.c.person_id)).one()
    _give_regions(connection, person_id, rights.regions)
    return Person(person_id, login, name, rights, demonstration=demonstration)


def change_rights(
    connection: Connection, person: Person, rights: Rights, *, today: date, region_codes: Collection[str]
) -> Person:
    """RefusedError when something of it is not right, or when nobody would be left who can give rights."""
    wrong = Gathered()
    wrong.add(wrong_rights(rights, region_codes, today))
    if person.rights.role_code == ADMINISTRATOR and (rights.role_code != ADMINISTRATOR or rights.ends_on):
        with wrong.on():
            _check_another_administrator(connection, person, today, rights.ends_on)
    wrong.stop()
    _set(connection, person, role_code=rights.role_code, ends_on=rights.ends_on)
    connection.execute(delete(accounts.person_region).where(_of(person)))
    _give_regions(connection, person.person_id, rights.regions)
    return replace(person, rights=rights)


def rename(connection: Connection, person: Person, name: str) -> Person:
    """RefusedError when it is no name. The login stays: the log knows this person by it."""
    name = " ".join(name.split())
    if problem := _wrong_name(name):
        raise problem
    _set(connection, person, name=name)
    return replace(person, name=name)


def end(connection: Connection, person: Person, *, last_day: date, today: date) -> Person:
    """After that day nothing is open to this person; the person stays in the list."""
    if person.rights.role_code == ADMINISTRATOR:
        _check_another_administrator(connection, person, today, last_day)
    _set(connection, person, ends_on=last_day)
    return replace(person, rights=replace(person.rights, ends_on=last_day))


def bind(connection: Connection, person: Person, identity: str | None) -> Person:
    """From now on this identity at the provider is this person; with None, whichever comes first."""
    _set(connection, person, identity=identity)
    return replace(person, identity=identity)


def plain(login: str) -> str:
    """As it is kept. PostgreSQL knows no text with a zero in it, and no login has one."""
    return login.replace("\0", "").strip().lower()


def of_demonstration(connection: Connection) -> list[Person]:
    """In the order in which they were added."""
    return sorted(_found(connection, TABLE.c.demonstration.is_(True)), key=lambda person: person.person_id)


def everyone(connection: Connection) -> list[Person]:
    """By name; also those whose rights have ended."""
    return _found(connection)


def by_id(connection: Connection, person_id: int) -> Person | None:
    return _one(_found(connection, TABLE.c.person_id == person_id))


def by_login(connection: Connection, login: str) -> Person | None:
    return _one(_found(connection, TABLE.c.login == plain(login)))


def by_identity(connection: Connection, identity: str) -> Person | None:
    return _one(_found(connection, TABLE.c.identity == identity))


def _one(found: Sequence[Person]) -> Person | None:
    return found[0] if found else None


def _found(connection: Connection, *wanted: Any) -> list[Person]:
    of_person = accounts.person_region.c.person_id == TABLE.c.person_id
    statement = (
        select(TABLE, accounts.person_region.c.region_code)
        .outerjoin(accounts.person_region, of_person)
        .where(*wanted)
        .order_by(func.lower(TABLE.c.name), TABLE.c.person_id)
    )
    rows: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(statement):
        rows.setdefault(row.person_id, []).append(row)
    return [_person(of_one) for of_one in rows.values()]


def _person(rows: Sequence[Row[Any]]) -> Person:
    first = rows[0]
    regions = frozenset(row.region_code for row in rows if row.region_code)
    return Person(
        first.person_id,
        first.login,
        first.name,
        Rights(first.role_code, regions, first.ends_on),
        first.password_hash is not None,
        first.identity,
        first.demonstration,
        first.calendar_key is not None,
    )


def _of(person: Person) -> Any:
    return accounts.person_region.c.person_id == person.person_id


def _set(connection: Connection, person: Person, **values: object) -> None:
    connection.execute(update(TABLE).where(TABLE.c.person_id == person.person_id).values(**values))


def _give_regions(connection: Connection, person_id: int, codes: Iterable[str]) -> None:
    rows = [{"person_id": person_id, "region_code": code} for code in sorted(codes)]
    if rows:
        connection.execute(insert(accounts.person_region), rows)


def _wrong_names(connection: Connection, login: str, name: str) -> Iterator[RefusedError]:
    if not login:
        nl, en = "Geef een inlognaam. Neem het e-mailadres.", "Give a login. Take the e-mail address."
        yield RefusedError(nl, en, "login")
    elif not login.isprintable() or " " in login or len(login) > LONGEST_LOGIN:
        yield RefusedError(
            f"De inlognaam bevat een spatie, of is langer dan {LONGEST_LOGIN} tekens. Neem het e-mailadres.",
            f"The login holds a space, or is longer than {LONGEST_LOGIN} characters. Take the e-mail address.",
            "login",
        )
    elif by_login(connection, login):
        yield RefusedError(f"{login} heeft al een account.", f"{login} has an account already.", "login")
    if problem := _wrong_name(name):
        yield problem


def _wrong_name(name: str) -> RefusedError | None:
    if name and name.isprintable() and len(name) <= LONGEST_NAME:
        return None
    nl = f"Geef een naam van ten hoogste {LONGEST_NAME} tekens."
    return RefusedError(nl, f"Give a name of at most {LONGEST_NAME} characters.", "name")


def _check_another_administrator(connection: Connection, person: Person, today: date, last_day: date | None) -> None:
    """Somebody must be left on the day after this person's last one."""
    yesterday = today - timedelta(days=1)
    last = max(yesterday, last_day) if last_day else yesterday
    others = (
        select(func.count())
        .select_from(TABLE)
        .where(TABLE.c.role_code == ADMINISTRATOR, TABLE.c.person_id != person.person_id)
        .where(TABLE.c.demonstration == person.demonstration)
        .where(or_(TABLE.c.ends_on.is_(None), TABLE.c.ends_on > last))
    )
    if not connection.scalar(others):
        raise RefusedError(
            f"{person.name} is de enige beheerder. Maak eerst iemand anders beheerder.",
            f"{person.name} is the only administrator. Make somebody else one first.",
            "role",
        )
