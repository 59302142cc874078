"""Who may sign in: the list, somebody new, and what is done to one person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import Blueprint, abort, request
from sqlalchemy import Connection
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as Answer

from dashboard.address import DESK
from dashboard.clock import this_moment
from dashboard.i18n import _
from dashboard.web.desk.answering import day_in, desk_of, link_to, onwards, page, tried
from dashboard.web.desk.standing import Sought, Standing, standing_of
from dashboard.web.entrance import Entrance
from warehouse.accounts import people
from warehouse.accounts.people import Person, Rights
from warehouse.accounts.review import invited_until, last_seen
from warehouse.reference import codes_of
from warehouse.refused import Gathered, RefusedError
from warehouse.schema.accounts import LONGEST_LOGIN, LONGEST_NAME
from warehouse.schema.role_codes import ADMINISTRATOR, OF_REGIONS, READER

INVITATION = "/uitnodiging"
ONE = "/personen/<int(max=2147483647):person_id>"
MOST = {"login": LONGEST_LOGIN, "name": LONGEST_NAME}


@dataclass(frozen=True)
class Filled:
    """What stands in the fields of a form."""

    login: str
    name: str
    role: str
    regions: frozenset[str]
    ends_on: str

    @classmethod
    def by(cls, given: MultiDict[str, str]) -> Filled:
        login, name, role = (given.get(field, "") for field in ("login", "name", "role"))
        return cls(login, name, role, frozenset(given.getlist("regions")), given.get("ends_on", ""))

    @classmethod
    def of(cls, person: Person) -> Filled:
        ends_on = person.rights.ends_on
        rights = person.rights
        return cls(person.login, person.name, rights.role_code, rights.regions, ends_on.isoformat() if ends_on else "")


NOTHING = Filled("", "", READER, frozenset(), "")


def register(pages: Blueprint, entrance: Entrance) -> None:
    _register_list(pages, entrance)
    _register_new(pages, entrance)
    _register_one(pages, entrance)
    _register_acts(pages, entrance)


def _register_list(pages: Blueprint, entrance: Entrance) -> None:
    @pages.get("")
    def listed() -> Answer:
        with entrance.engine.connect() as connection:
            found = _standings(connection, people.everyone(connection))
        sought = Sought.among(found, request.args)
        return page("persons.html", here="persons", sought=sought)


def _register_new(pages: Blueprint, entrance: Entrance) -> None:
    @pages.get("/personen/nieuw")
    def new() -> Answer:
        return _new(NOTHING)

    @pages.post("/personen/nieuw")
    def add() -> Answer:
        filled = Filled.by(request.form)
        return tried(lambda: _add(entrance, filled), lambda refused: _new(filled, refused))


def _register_one(pages: Blueprint, entrance: Entrance) -> None:
    @pages.get(ONE)
    def one(person_id: int) -> Answer:
        person = _known(entrance, person_id)
        return _one(entrance, person, Filled.of(person))

    @pages.post(ONE)
    def change(person_id: int) -> Answer:
        person, filled = _known(entrance, person_id), Filled.by(request.form)
        return tried(lambda: _change(entrance, person_id), lambda refused: _one(entrance, person, filled, refused))


def _register_acts(pages: Blueprint, entrance: Entrance) -> None:
    @pages.post(f"{ONE}/uitnodigen")
    def invite(person_id: int) -> Answer:
        return _tried_of(entrance, person_id, _invite)

    @pages.post(f"{ONE}/beeindigen")
    def end(person_id: int) -> Answer:
        return _tried_of(entrance, person_id, _end)

    @pages.post(f"{ONE}/ontkoppelen")
    def unbind(person_id: int) -> Answer:
        return _tried_of(entrance, person_id, _unbind)

    @pages.post(f"{ONE}/agenda")
    def end_calendar(person_id: int) -> Answer:
        return _tried_of(entrance, person_id, _end_calendar)


def _tried_of(entrance: Entrance, person_id: int, act: Callable[[Entrance, int], Answer]) -> Answer:
    person = _known(entrance, person_id)
    filled = Filled.of(person)
    return tried(lambda: act(entrance, person_id), lambda refused: _one(entrance, person, filled, refused))


def _add(entrance: Entrance, filled: Filled) -> Answer:
    """Everything that is wrong is told at once; nothing is kept then, because it is told inside the transaction."""
    wrong = Gathered()
    rights = _rights(filled, wrong)
    with desk_of(entrance) as desk:
        with wrong.on():
            person, token = desk.add(filled.login, filled.name, rights)
        wrong.stop()
    return onwards(_path(person), said=_("desk.person.added", name=person.name), link=link_to(f"{INVITATION}/{token}"))


def _change(entrance: Entrance, person_id: int) -> Answer:
    """The name, the rights or both; what stays as it was is not written down."""
    wrong = Gathered()
    rights = _rights(Filled.by(request.form), wrong)
    with desk_of(entrance) as desk:
        before = person = _in(desk.connection, person_id)
        name = " ".join(request.form.get("name", before.name).split())
        with wrong.on():
            person = desk.rename(person, name) if name != before.name else person
        with wrong.on():
            person = desk.change(person, rights) if rights != before.rights else person
        wrong.stop()
    said = "same" if person == before else "renamed" if person.rights == before.rights else "changed"
    return onwards(_path(person), said=_(f"desk.person.{said}", name=person.name))


def _invite(entrance: Entrance, person_id: int) -> Answer:
    with desk_of(entrance) as desk:
        person = _in(desk.connection, person_id)
        token = desk.invite(person)
    return onwards(
        _path(person), said=_("desk.person.invited", name=person.name), link=link_to(f"{INVITATION}/{token}")
    )


def _end(entrance: Entrance, person_id: int) -> Answer:
    with desk_of(entrance) as desk:
        person = desk.end(_in(desk.connection, person_id))
    return onwards(_path(person), said=_("desk.person.ended", name=person.name))


def _unbind(entrance: Entrance, person_id: int) -> Answer:
    with desk_of(entrance) as desk:
        person = desk.unbind(_in(desk.connection, person_id))
    return onwards(_path(person), said=_("desk.person.unbound", name=person.name))


def _end_calendar(entrance: Entrance, person_id: int) -> Answer:
    with desk_of(entrance) as desk:
        person = _in(desk.connection, person_id)
        desk.end_calendar(person)
    return onwards(_path(person), said=_("desk.person.calendar_ended", name=person.name))


def _rights(filled: Filled, wrong: Gathered) -> Rights:
    """A role that sees no regions of its own takes none along that were chosen before it."""
    ends_on = None
    with wrong.on():
        ends_on = day_in({"ends_on": filled.ends_on}, "ends_on")
    return Rights(filled.role, filled.regions if filled.role in OF_REGIONS else frozenset(), ends_on)


def _new(filled: Filled, refused: RefusedError | None = None) -> Answer:
    return page("new_person.html", refused, here="persons", filled=filled, most=MOST, region_codes=codes_of("region"))


def _one(entrance: Entrance, person: Person, filled: Filled, refused: RefusedError | None = None) -> Answer:
    with entrance.engine.connect() as connection:
        (standing,) = _standings(connection, [person])
    may_be_looked_as = standing.holds and person.rights.role_code != ADMINISTRATOR
    told = {
        "standing": standing,
        "may_be_looked_as": may_be_looked_as,
        "region_codes": codes_of("region"),
        "most": MOST,
    }
    return page("person.html", refused, here="persons", person=person, filled=filled, **told)


def _standings(connection: Connection, found: Iterable[Person]) -> list[Standing]:
    seen, links, now = last_seen(connection), invited_until(connection), this_moment()
    return [standing_of(one, seen.get(one.person_id), links.get(one.person_id), now) for one in found]


def _known(entrance: Entrance, person_id: int) -> Person:
    with entrance.engine.connect() as connection:
        return _in(connection, person_id)


def _in(connection: Connection, person_id: int) -> Person:
    return people.by_id(connection, person_id) or abort(404)


def _path(person: Person) -> str:
    return f"{DESK}/personen/{person.person_id}"
