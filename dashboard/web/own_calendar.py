"""The own address of the calendar of somebody: a program such as Outlook asks for it, and cannot sign in.

Its key opens the calendar and nothing else, as long as the rights of this person hold and nobody took it back.
"""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Flask, Response, abort, current_app, g, redirect, render_template, request
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response as Answer

from dashboard.access import looks_as
from dashboard.clock import this_moment
from dashboard.figures.hexmap_ground import ground_of
from dashboard.i18n import LANGUAGES, language
from dashboard.pages.milestones import CALENDAR, CALENDAR_PAGE, PATH
from dashboard.web import downloads, own_address
from dashboard.web.entrance import Entrance
from dashboard.web.frame import missing
from dashboard.web.own_address import spoken_in
from queries.regions import LEADING_DIVISION
from warehouse.accounts import audit, calendars
from warehouse.accounts.audit import Event
from warehouse.accounts.people import Person
from warehouse.accounts.sessions import Visitor

OWN_ADDRESS = f"{CALENDAR_PAGE}/adres"
KEY = "sleutel"
SALT = "calendar"


def visitor(entrance: Entrance) -> Visitor | None:
    """Whose session it is; for the calendar alone also whose key stands in its address."""
    signed_in = entrance.visitor()
    if signed_in or request.url_rule is None or request.url_rule.rule != CALENDAR or KEY not in request.args:
        return signed_in
    return _with_key(entrance, request.args[KEY])


def register(server: Flask, entrance: Entrance) -> None:
    @server.get(CALENDAR_PAGE)
    def addresses() -> Response:
        region = request.args.get("regio")
        found = ground_of(LEADING_DIVISION).regions.get(region) if region else None
        if region and found is None:
            return missing("unknown", 404)
        if region and not g.access.sees(region):
            return missing("not_yours", 403)
        choices = {name: text for name, text in (("regio", region or ""), ("taal", _spoken())) if text}
        key = _key_of(entrance, _own_person())
        own = _address({**choices, KEY: key}) if key else ""
        back = spoken_in(f"/regio/{region}{PATH}" if region else PATH, language())
        told = {"own": own, "may_have": _own_person() is not None, "file": _path(choices), "back": back}
        told["form"] = own_address.with_choice(OWN_ADDRESS, "regio", region or "")
        return Response(render_template("own_calendar.html", place=found.name if found else "", **told))

    @server.post(OWN_ADDRESS)
    def change() -> Answer:
        """Made, or made anew; with `intrekken` it is taken back. Of a guest there is none."""
        person = _own_person() or abort(403)
        with entrance.logging() as connection:
            if "intrekken" in request.form:
                event = Event.CALENDAR_ENDED if calendars.end(connection, person) else None
            else:
                calendars.make(connection, person)
                event = Event.CALENDAR_MADE
            if event:
                audit.write(connection, event, person.login, by=person.login, at=this_moment())
        return redirect(_page(request.args.get("regio", "")), 303)

    @server.after_request
    def note(response: Response) -> Response:
        """Who takes the file by hand; a program that comes back every hour is not written down each time."""
        rule = request.url_rule.rule if request.url_rule else ""
        if rule == CALENDAR and response.status_code == 200 and current_user.is_authenticated:
            downloads.note(entrance, PATH, "ics")
        return response


def _page(region: str) -> str:
    return own_address.with_choice(CALENDAR_PAGE, "regio", region)


def _own_person() -> Person | None:
    """Nobody for a guest, nor for who looks as another."""
    return None if looks_as(g.visitor) else g.visitor and g.visitor.person


def _key_of(entrance: Entrance, person: Person | None) -> str:
    with entrance.engine.connect() as connection:
        key = calendars.key_of(connection, person) if person else None
    return str(_keys().dumps(key)) if key else ""


def _with_key(entrance: Entrance, key: str) -> Visitor | None:
    try:
        own = str(_keys().loads(key))
    except BadSignature:
        return None
    with entrance.engine.connect() as connection:
        person = calendars.owner(connection, own)
    if person is None or not person.rights.hold_on(this_moment().date()) or not entrance.admits(person):
        return None
    return Visitor(person)


def _keys() -> URLSafeSerializer:
    """Signs with the newest secret, and knows the earlier ones; the newest comes last."""
    secrets = [*reversed(current_app.config["SECRET_KEY_FALLBACKS"]), current_app.config["SECRET_KEY"]]
    return URLSafeSerializer(secrets, salt=SALT)


def _spoken() -> str:
    return "" if language() == LANGUAGES[0] else language()


def _path(choices: dict[str, str]) -> str:
    return f"{CALENDAR}?{urlencode(choices)}" if choices else CALENDAR


def _address(choices: dict[str, str]) -> str:
    return f"{request.host_url.rstrip('/')}{_path(choices)}"
