"""The own address of the calendar of somebody: a program such as Outlook asks for it, and cannot sign in.

Its key opens the calendar and nothing else, and only as long as the rights of this person hold.
"""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Flask, Response, current_app, g, render_template, request
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeSerializer

from dashboard.access import looks_as
from dashboard.clock import this_moment
from dashboard.figures.hexmap_ground import ground_of
from dashboard.i18n import LANGUAGES, language
from dashboard.pages.milestones import CALENDAR, CALENDAR_PAGE, PATH
from dashboard.web import downloads
from dashboard.web.entrance import Entrance
from dashboard.web.frame import missing
from dashboard.web.own_address import spoken_in
from queries.regions import LEADING_DIVISION
from warehouse.accounts import people
from warehouse.accounts.sessions import Visitor

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
        person = None if g.visitor is None or looks_as(g.visitor) else g.visitor.person
        own = _address({**choices, KEY: key_of(person.person_id)}) if person else ""
        back = spoken_in(f"/regio/{region}{PATH}" if region else PATH, language())
        told = {"own": own, "file": _path(choices), "place": found.name if found else "", "back": back}
        return Response(render_template("own_calendar.html", **told))

    @server.after_request
    def note(response: Response) -> Response:
        """Who takes the file by hand; a program that comes back every hour is not written down each time."""
        rule = request.url_rule.rule if request.url_rule else ""
        if rule == CALENDAR and response.status_code == 200 and current_user.is_authenticated:
            downloads.note(entrance, PATH, "ics")
        return response


def key_of(person_id: int) -> str:
    signed: str = _keys().dumps(person_id)
    return signed


def _with_key(entrance: Entrance, key: str) -> Visitor | None:
    try:
        person_id = _keys().loads(key)
    except BadSignature:
        return None
    with entrance.engine.connect() as connection:
        person = people.by_id(connection, int(person_id))
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
