"""Who may sign in, and what their rights are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from warehouse.refused import RefusedError
from warehouse.schema import accounts
from warehouse.schema.accounts import LONGEST_LOGIN, LONGEST_NAME
from warehouse.schema.role_codes import ADMINISTRATOR, OF_REGIONS, ROLE_CODES

TABLE = accounts.person
FROM = TABLE.outerjoin(accounts.person_region)
WITH_REGIONS = select(TABLE, accounts.person_region.c.region_code)


@dataclass(frozen=True)
class Rights:
    """`regions` only for the roles that are given regions; `ends_on` is the last day on which they hold."""

    role_code: str
    regions: frozenset[str] = frozenset()
    ends_on: date | None = None

    def hold_on(self, day: date) -> bool:
        return self.ends_on is None or day <= self.ends_on


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
    login, name = login.strip().lower(), " ".join(name.split())
    _check_names(connection, login, name)
    _check_rights(rights, region_codes, at.date())
    values = {"login": login, "name": name, "role_code": rights.role_code, "ends_on": rights.ends_on}
    made = insert(TABLE).values(**values, demonstration=demonstration, added_at=at)
    person_id = connection.scalars(made.returning(TABLE.c.person_id)).one()
    _give_regions(connection, person_id, rights.regions)
    return Person(person_id, login, name, rights, demonstration=demonstration)


def change_rights(
    connection: Connection, person: Person, rights: Rights, *, today: date, region_codes: Collection[str]
) -> Person:
    """RefusedError when something of it is not right, or when nobody would be left who can give rights."""
    _check_rights(rights, region_codes, today)
    if person.rights.role_code == ADMINISTRATOR and (rights.role_code != ADMINISTRATOR or rights.ends_on):
        _check_another_administrator(connection, person, today, rights.ends_on)
    _set(connection, person, role_code=rights.role_code, ends_on=rights.ends_on)
    connection.execute(delete(accounts.person_region).where(_of(person)))
    _give_regions(connection, person.person_id, rights.regions)
    return replace(person, rights=rights)


def end(connection: Connection, person: Person, *, last_day: date, today: date) -> Person:
    """After that day nothing is open to this person; the person stays in the list."""
    if person.rights.role_code == ADMINISTRATOR:
        _check_another_administrator(connection, person, today, last_day)
    _set(connection, person, ends_on=last_day)
    return replace(person, rights=replace(person.rights, ends_on=last_day))


def bind(connection: Connection, person: Person, identity: str) -> Person:
    """From now on this identity at the provider is this person."""
    _set(connection, person, identity=identity)
    return replace(person, identity=identity)


def of_demonstration(connection: Connection) -> list[Person]:
    """In the order in which they were added."""
    return sorted(_found(connection, TABLE.c.demonstration.is_(True)), key=lambda person: person.person_id)


def everyone(connection: Connection) -> list[Person]:
    """By name; also those whose rights have ended."""
    return _found(connection)


def by_id(connection: Connection, person_id: int) -> Person | None:
    return _one(_found(connection, TABLE.c.person_id == person_id))


def by_login(connection: Connection, login: str) -> Person | None:
    return _one(_found(connection, TABLE.c.login == login.strip().lower()))


def by_identity(connection: Connection, identity: str) -> Person | None:
    return _one(_found(connection, TABLE.c.identity == identity))


def _one(found: Sequence[Person]) -> Person | None:
    return found[0] if found else None


def _found(connection: Connection, *wanted: Any) -> list[Person]:
    in_order = (func.lower(TABLE.c.name), TABLE.c.person_id)
    statement = WITH_REGIONS.select_from(FROM).where(*wanted).order_by(*in_order)
    rows: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(statement):
        rows.setdefault(row.person_id, []).append(row)
    return [of_rows(of_one) for of_one in rows.values()]


def of_rows(rows: Sequence[Row[Any]]) -> Person:
    """One person, of whom there is a row for each region."""
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
    )


def _of(person: Person) -> Any:
    return accounts.person_region.c.person_id == person.person_id


def _set(connection: Connection, person: Person, **values: object) -> None:
    connection.execute(update(TABLE).where(TABLE.c.person_id == person.person_id).values(**values))


def _give_regions(connection: Connection, person_id: int, codes: Iterable[str]) -> None:
    rows = [{"person_id": person_id, "region_code": code} for code in sorted(codes)]
    if rows:
        connection.execute(insert(accounts.person_region), rows)


def _check_names(connection: Connection, login: str, name: str) -> None:
    if not login or any(mark.isspace() for mark in login) or len(login) > LONGEST_LOGIN:
        raise RefusedError(
            f"De inlognaam is leeg, langer dan {LONGEST_LOGIN} tekens of bevat een spatie. Neem het e-mailadres.",
            f"The login is empty, longer than {LONGEST_LOGIN} characters or holds a space. Take the e-mail address.",
            "login",
        )
    if not name or len(name) > LONGEST_NAME:
        raise RefusedError(
            f"De naam is leeg of langer dan {LONGEST_NAME} tekens.",
            f"The name is empty or longer than {LONGEST_NAME} characters.",
            "name",
        )
    if by_login(connection, login):
        raise RefusedError(f"{login} heeft al een account.", f"{login} has an account already.", "login")


def _check_rights(rights: Rights, region_codes: Collection[str], today: date) -> None:
    if rights.role_code not in ROLE_CODES:
        roles = ", ".join(ROLE_CODES)
        raise RefusedError(
            f"De rol moet een van deze zijn: {roles}.", f"The role must be one of these: {roles}.", "role"
        )
    if unknown := sorted(rights.regions - frozenset(region_codes)):
        codes = ", ".join(unknown)
        raise RefusedError(
            f"Er is geen arbeidsmarktregio {codes}.", f"There is no labour-market region {codes}.", "regions"
        )
    if (rights.role_code in OF_REGIONS) != bool(rights.regions):
        nl, en = " en ".join(OF_REGIONS), " and ".join(OF_REGIONS)
        raise RefusedError(
            f"Alleen de rollen {nl} hebben regio's, en zij hebben er ten minste een.",
            f"Only the roles {en} have regions, and these have at least one.",
            "regions",
        )
    if rights.ends_on and rights.ends_on < today:
        raise RefusedError(
            "De einddatum is al voorbij; wie nu weg moet, krijgt een einde met die keuze.",
            "The end date is over already; to let somebody go now, choose that.",
            "ends_on",
        )


def _check_another_administrator(connection: Connection, person: Person, today: date, last_day: date | None) -> None:
    """Somebody must be left on the day after this person's last one."""
    first_without = max(today, last_day + timedelta(days=1)) if last_day else today
    others = (
        select(func.count())
        .select_from(TABLE)
        .where(TABLE.c.role_code == ADMINISTRATOR, TABLE.c.person_id != person.person_id)
        .where(TABLE.c.demonstration == person.demonstration)
        .where(or_(TABLE.c.ends_on.is_(None), TABLE.c.ends_on >= first_without))
    )
    if not connection.scalar(others):
        raise RefusedError(
            f"{person.name} is de enige beheerder. Maak eerst iemand anders beheerder.",
            f"{person.name} is the only administrator. Make somebody else one first.",
            "role",
        )
