"""What is done to persons, their rights and guests; each act stands in the log in the same transaction."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from warehouse.accounts import audit, calendars, guests, invitations, people, sessions
from warehouse.accounts.audit import Event
from warehouse.accounts.guests import Guest
from warehouse.accounts.people import Person, Rights
from warehouse.accounts.sessions import Visitor
from warehouse.refused import RefusedError
from warehouse.schema.role_codes import ADMINISTRATOR


@dataclass(frozen=True)
class Desk:
    """`by` is who does it, as it stands in the log; `region_codes` are the regions that there are.

    One desk is open at a time, until its transaction is over: two administrators do not end each other's rights.
    """

    connection: Connection
    by: str
    at: datetime
    region_codes: Collection[str] = ()

    def __post_init__(self) -> None:
        audit.stop_for(self.connection)

    def add(self, login: str, name: str, rights: Rights) -> tuple[Person, str]:
        """With the token of the invitation."""
        person = people.add(self.connection, login, name, rights, at=self.at, region_codes=self.region_codes)
        self._write(Event.ADDED, person.login, name=person.name, **_told(rights))
        return person, self.invite(person)

    def change(self, person: Person, rights: Rights) -> Person:
        today = self.at.date()
        changed = people.change_rights(self.connection, person, rights, today=today, region_codes=self.region_codes)
        self._write(Event.RIGHTS, person.login, before=_told(person.rights), after=_told(rights))
        return changed

    def rename(self, person: Person, name: str) -> Person:
        renamed = people.rename(self.connection, person, name)
        self._write(Event.RENAMED, person.login, before=person.name, after=renamed.name)
        return renamed

    def end(self, person: Person, last_day: date | None = None) -> Person:
        """At once without a last day: nobody is signed in as this person after it, and no invitation holds."""
        today = self.at.date()
        until = last_day or today - timedelta(days=1)
        ended = people.end(self.connection, person, last_day=until, today=today)
        if until < today:
            sessions.end_all(self.connection, person)
            invitations.take_back(self.connection, person)
            calendars.end(self.connection, person)
        self._write(Event.ENDED, person.login, last_day=until)
        return ended

    def invite(self, person: Person) -> str:
        """The token of the link; an earlier one holds no more."""
        if not person.rights.hold_on(self.at.date()):
            raise RefusedError(
                f"De rechten van {person.name} zijn voorbij. Geef eerst een nieuwe einddatum.",
                f"The rights of {person.name} are over. Give another end date first.",
            )
        token = invitations.invite(self.connection, person, at=self.at)
        self._write(Event.INVITED, person.login)
        return token

    def unbind(self, person: Person) -> Person:
        """From whom the provider says it is: the next who has the address of this person there becomes it."""
        if person.identity is None:
            raise RefusedError(
                f"{person.name} is niet gekoppeld aan een account van de organisatie.",
                f"{person.name} is not bound to an account of the organisation.",
            )
        sessions.end_all(self.connection, person)
        self._write(Event.UNBOUND, person.login)
        return people.bind(self.connection, person, None)

    def end_calendar(self, person: Person) -> None:
        """Of a program that has the address; the person may make another."""
        if calendars.end(self.connection, person):
            self._write(Event.CALENDAR_ENDED, person.login)

    def make_guest(self, name: str, region_code: str, publication: int, ends_at: datetime) -> tuple[Guest, str]:
        """With the token of the link."""
        made = guests.make(self.connection, name, region_code, publication, ends_at, by=self.by, at=self.at)
        guest, token = made
        told = {"region": region_code, "publication": publication, "ends_at": ends_at}
        self._write(Event.GUEST_MADE, Visitor(guest=guest).signature, name=guest.name, **told)
        return guest, token

    def revoke(self, guest: Guest) -> None:
        guests.revoke(self.connection, guest, at=self.at)
        self._write(Event.GUEST_REVOKED, Visitor(guest=guest).signature, name=guest.name)

    def look_as(self, token: str, person: Person) -> None:
        """In the session of this token. Not as an administrator: nobody hides behind another."""
        if person.rights.role_code == ADMINISTRATOR or not person.rights.hold_on(self.at.date()):
            raise RefusedError(
                f"Als {person.name} kunt u niet kijken: een beheerder, of iemand van wie de rechten voorbij zijn.",
                f"You cannot look as {person.name}: an administrator, or somebody whose rights are over.",
            )
        sessions.look_as(self.connection, token, person)
        self._write(Event.LOOKED_AS, person.login)

    def look_back(self, token: str, person: Person) -> None:
        """As oneself again."""
        sessions.look_as(self.connection, token, None)
        self._write(Event.LOOKED_BACK, person.login)

    def _write(self, event: Event, subject: str, **details: object) -> None:
        audit.write(self.connection, event, subject, by=self.by, at=self.at, **details)


def _told(rights: Rights) -> dict[str, Any]:
    return {"role": rights.role_code, "regions": sorted(rights.regions), "ends_on": rights.ends_on}
