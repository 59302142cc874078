"""`/bekijk-als`: an administrator looks at the pages of somebody else. Nothing is written then, and the log has it."""

from __future__ import annotations

import re

from flask import Flask, Response, g, redirect, request
from flask_login import current_user
from werkzeug.wrappers import Response as Answer

from dashboard.access import access_of, landing_of, looks_as, may_administer
from dashboard.address import DESK
from dashboard.i18n import _, language
from dashboard.web.answers import QUESTION_PATH
from dashboard.web.desk.answering import desk_of
from dashboard.web.downloads import PATH as DOWNLOADS
from dashboard.web.entrance import Entrance
from dashboard.web.frame import said
from dashboard.web.gate import READING
from dashboard.web.own_address import spoken_in
from dashboard.web.sign_in import SIGN_OUT
from warehouse.accounts import people
from warehouse.accounts.sessions import Visitor
from warehouse.refused import RefusedError

LOOK = "/bekijk-als"
STOP = f"{LOOK}/stoppen"
PERSON_ID = re.compile(r"[0-9]{1,9}")
# What Dash asks is only read; that something was taken away is written down, with as whom.
STAYS_OPEN = (STOP, QUESTION_PATH, SIGN_OUT, DOWNLOADS)


def register(server: Flask, entrance: Entrance) -> None:
    @server.before_request
    def only_look() -> Response | None:
        rule = request.url_rule.rule if request.url_rule else ""
        if request.method in READING or rule in STAYS_OPEN or not looks_as(g.get("visitor")):
            return None
        return _refused()

    @server.post(LOOK)
    def look() -> Answer:
        return _look(entrance) if may_administer(g.access) else _told("closed", 403)

    @server.post(STOP)
    def stop() -> Answer:
        looked_at = looks_as(g.visitor)
        if looked_at is None:
            return redirect(spoken_in("/", language()), 303)
        with desk_of(entrance) as desk:
            desk.look_back(current_user.token, looked_at)
        return redirect(spoken_in(f"{DESK}/personen/{looked_at.person_id}", language()), 303)


def _refused() -> Response:
    """Of a form that stood open when the looking began in another tab: it leads back to where that is stopped."""
    title, text = _("desk.looking.closed"), _("desk.looking.refused")
    return said(403, title, text, spoken_in("/", language()), _("desk.closed.go"))


def _look(entrance: Entrance) -> Answer:
    wanted = request.form.get("persoon", "")
    try:
        with desk_of(entrance) as desk:
            person = people.by_id(desk.connection, int(wanted)) if PERSON_ID.fullmatch(wanted) else None
            if person is None:
                return _told("nobody", 404)
            desk.look_as(current_user.token, person)
    except RefusedError as refused:
        return _page(refused.message(language()), 400)
    return redirect(spoken_in(landing_of(access_of(Visitor(g.visitor.person, looks_as=person))), language()), 303)


def _told(why: str, status: int) -> Response:
    return _page(_(f"desk.looking.not.{why}"), status)


def _page(text: str, status: int) -> Response:
    """As every other page, with a way on."""
    path, where = (DESK, "looking.not.go") if may_administer(g.access) else ("/", "closed.go")
    return said(status, _("desk.looking.not.title"), text, spoken_in(path, language()), _(f"desk.{where}"))
