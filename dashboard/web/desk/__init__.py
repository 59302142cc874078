"""`/beheer`: persons, rights, guests and the log; for administrators alone."""

from __future__ import annotations

from flask import Blueprint, Flask, Response, g

from dashboard.access import looks_as, may_administer
from dashboard.address import DESK
from dashboard.i18n import _
from dashboard.web.desk import guests, log, persons, regions, usage
from dashboard.web.entrance import Entrance
from dashboard.web.frame import missing, said
from dashboard.web.own_address import own


def register(server: Flask, entrance: Entrance) -> None:
    pages = Blueprint("desk", __name__, url_prefix=DESK)
    pages.before_request(_for_administrators)
    pages.register_error_handler(404, lambda _error: missing("unknown", 404))
    for subject in (persons, regions, guests, log, usage):
        subject.register(pages, entrance)
    server.register_blueprint(pages)


def _for_administrators() -> Response | None:
    """By what may be seen, so that an administrator who looks as somebody else stays out too."""
    if may_administer(g.access):
        return None
    looked_at = looks_as(g.visitor)
    text = _("desk.closed.looking", name=looked_at.name) if looked_at else _("desk.closed.text")
    return said(403, _("desk.closed.title"), text, own(None), _("desk.closed.go"))
