"""`/uitnodiging/<token>`: the link with which a person chooses a password, once."""

from __future__ import annotations

from flask import Flask, Response, render_template, request
from sqlalchemy import Connection
from werkzeug.wrappers import Response as Answer

from dashboard.clock import this_moment
from dashboard.i18n import _, language
from dashboard.web import own_address
from dashboard.web.entrance import Entrance
from dashboard.web.frame import said
from dashboard.web.sign_in import onwards
from warehouse.accounts import audit, invitations, passwords, sessions
from warehouse.accounts.audit import Event
from warehouse.accounts.people import Person
from warehouse.accounts.sessions import Visitor
from warehouse.refused import RefusedError

ADDRESS = "/uitnodiging/<token>"


def register(server: Flask, entrance: Entrance) -> None:
    @server.get(ADDRESS)
    def invitation(token: str) -> Response:
        with entrance.engine.connect() as connection:
            person = _invited(entrance, connection, token)
        return _page(person) if person else _is_over()

    @server.post(ADDRESS)
    def choose_password(token: str) -> Answer:
        with entrance.engine.connect() as connection:
            person = _invited(entrance, connection, token)
        if person is None:
            return _is_over()
        try:
            hashed = _chosen(person)
        except RefusedError as refused:
            return _page(person, refused.message(language()))
        return onwards() if _is_kept(entrance, token, hashed) else _is_over()


def _invited(entrance: Entrance, connection: Connection, token: str) -> Person | None:
    person = invitations.invited(connection, token, at=this_moment())
    return person if person and entrance.admits(person) else None


def _chosen(person: Person) -> str:
    password = request.form.get("wachtwoord", "")
    if password != request.form.get("nogmaals", ""):
        raise RefusedError("De twee wachtwoorden zijn niet gelijk.", "The two passwords are not the same.")
    return passwords.hashed(password, person)


def _is_kept(entrance: Entrance, token: str, hashed: str) -> bool:
    """Who had the old password is out everywhere, and the link opens nothing any more."""
    with entrance.logging() as connection:
        person = _invited(entrance, connection, token)
        if person is None:
            return False
        invitations.take_back(connection, person)
        passwords.keep(connection, person, hashed)
        sessions.end_all(connection, person)
        audit.write(connection, Event.CHOSEN, person.login, by=person.login, at=this_moment())
        entrance.sign_in(connection, Visitor(person), "uitnodiging")
    return True


def _page(person: Person | None, problem: str = "") -> Response:
    page = render_template("invitation.html", person=person, problem=problem, shortest=passwords.SHORTEST)
    return Response(page, status=400 if problem else 200)


def _is_over() -> Response:
    """It was used, it is too old, or it never was: that is not told apart."""
    title, text = _("sign_in.invitation.over.title"), _("sign_in.invitation.over.text")
    return said(404, title, text, own_address.with_choice(own_address.SIGN_IN, "", ""), _("sign_in.title"))
