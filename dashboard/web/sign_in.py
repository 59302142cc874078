"""`/aanmelden` with a local account or as a person of the demonstration, and `/afmelden`."""

from __future__ import annotations

from flask import Flask, Response, g, redirect, render_template, request
from sqlalchemy import Connection
from werkzeug.wrappers import Response as Answer

from dashboard.access import access_of, landing_of
from dashboard.clock import this_moment
from dashboard.i18n import _
from dashboard.web import own_address
from dashboard.web.entrance import Entrance
from dashboard.web.own_address import SIGN_IN
from warehouse.accounts import attempts, audit, passwords, people
from warehouse.accounts.attempts import Attempt
from warehouse.accounts.audit import Event
from warehouse.accounts.people import Person
from warehouse.accounts.sessions import Visitor
from warehouse.reference import label_of

SIGN_OUT = "/afmelden"
AS_SOMEBODY = f"{SIGN_IN}/demonstratie"
# In the log, instead of what somebody typed who has no account: that may be a password.
UNKNOWN = "onbekend"
STATUS = {"wrong": 400, "ended": 403, "wait": 429}


def register(server: Flask, entrance: Entrance) -> None:
    @server.get(SIGN_IN)
    def sign_in() -> Answer:
        return onwards() if g.access is not None else _page(entrance)

    @server.post(SIGN_IN)
    def sign_in_with_password() -> Answer:
        login, password = request.form.get("login", ""), request.form.get("wachtwoord", "")
        problem = _tried(entrance, login, password)
        return _page(entrance, problem, login) if problem else onwards()

    @server.post(AS_SOMEBODY)
    def sign_in_as_somebody() -> Answer:
        with entrance.writing() as connection:
            person = _of_demonstration(entrance, connection).get(request.form.get("rol", ""))
            if person is None:
                return redirect(SIGN_IN, 303)
            entrance.sign_in(connection, Visitor(person), "demonstratie")
        return onwards()

    @server.post(SIGN_OUT)
    def sign_out() -> Answer:
        entrance.sign_out()
        return redirect(own_address.with_choice(SIGN_IN, "afgemeld", "1"), 303)


def onwards() -> Answer:
    """To the address that was asked for before signing in, else to where this person begins."""
    return redirect(own_address.own(request.args.get("terug") or landing_of(access_of(g.visitor))), 303)


def onwards_from(path: str) -> str:
    """An address of signing in that keeps where it leads to."""
    return own_address.with_choice(path, "terug", request.args.get("terug", ""))


def _tried(entrance: Entrance, login: str, password: str) -> str | None:
    """What is wrong, in one word. Of a login that nobody has it is the same, after the same time.

    The password is looked at between two transactions: nobody waits for that, and the attempt is counted already.
    """
    address = request.remote_addr or ""
    with entrance.writing() as connection:
        attempt = attempts.begin(connection, login, address, at=this_moment())
        kept = passwords.kept_of(connection, login)
    if attempt is None:
        return "wait"
    checked = passwords.checked(kept, password)
    with entrance.logging() as connection:
        person = people.by_login(connection, login)
        # Another password may have been chosen meanwhile: what was looked at is then no longer the password.
        if person is None or checked is None or passwords.kept_of(connection, login) != kept:
            return _failed(connection, person, attempt)
        attempts.succeeded(connection, login, address)
        if checked != kept:
            passwords.keep(connection, person, checked)
        if not person.rights.hold_on(this_moment().date()):
            return refused(connection, person, "ended")
        entrance.sign_in(connection, Visitor(person), "wachtwoord")
    return None


def _failed(connection: Connection, person: Person | None, attempt: Attempt) -> str:
    """Who must wait from now on stands in the log once: what is tried while waiting does not."""
    why = refused(connection, person, "wrong")
    if attempt.was_last_of:
        who = person.login if person else UNKNOWN
        audit.write(connection, Event.BLOCKED, who, by=who, at=this_moment(), why=attempt.was_last_of)
    return why


def refused(connection: Connection, person: Person | None, why: str) -> str:
    """Written down; `why` is one word."""
    who = person.login if person else UNKNOWN
    audit.write(connection, Event.REFUSED, who, by=who, at=this_moment(), why=why)
    return why


def _page(entrance: Entrance, problem: str | None = None, login: str = "") -> Response:
    with entrance.engine.connect() as connection:
        persons = _of_demonstration(entrance, connection).values()
    page = render_template(
        "sign_in.html",
        address=onwards_from,
        login=login,
        persons=list(persons),
        problem=_(f"sign_in.problem.{problem}") if problem else "",
        provider=entrance.settings.provider,
        regions_of=_regions_of,
    )
    return Response(page, STATUS[problem] if problem else 200)


def _of_demonstration(entrance: Entrance, connection: Connection) -> dict[str, Person]:
    """By role; nobody outside a demonstration."""
    found = people.of_demonstration(connection) if entrance.is_demonstration() else []
    return {person.rights.role_code: person for person in found}


def _regions_of(person: Person) -> str:
    return ", ".join(label_of("region", code) for code in sorted(person.rights.regions))
