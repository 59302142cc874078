"""`/gast/<token>`: a link for one meeting opens one region in one publication, until it ends or is taken back."""

from __future__ import annotations

from flask import Flask, Response, redirect, render_template
from sqlalchemy import Connection
from werkzeug.wrappers import Response as Answer

from dashboard.access import access_of, landing_of
from dashboard.clock import this_moment
from dashboard.i18n import _, language
from dashboard.web.entrance import Entrance
from dashboard.web.frame import said
from dashboard.web.own_address import spoken_in
from warehouse.accounts import guests
from warehouse.accounts.guests import Guest
from warehouse.accounts.sessions import Visitor
from warehouse.reference import label_of

ARRIVAL = "/gast"
RULE = f"{ARRIVAL}/<token>"
GONE = 410


def register(server: Flask, entrance: Entrance) -> None:
    @server.get(RULE)
    def arrive(token: str) -> Answer:
        """Programs that look at links in post before they are opened begin no session."""
        with entrance.engine.connect() as connection:
            guest = _holding(connection, token)
        if guest is None:
            return _over()
        region = label_of("region", guest.region_code)
        return Response(render_template("guest.html", guest=guest, region=region))

    @server.post(RULE)
    def come_in(token: str) -> Answer:
        with entrance.writing() as connection:
            guest = _holding(connection, token)
            if guest is None:
                return _over()
            visitor = Visitor(guest=guest)
            entrance.sign_in(connection, visitor, "gastlink")
        return redirect(spoken_in(landing_of(access_of(visitor)), language()), 303)


def _holding(connection: Connection, token: str) -> Guest | None:
    guest = guests.by_token(connection, token)
    return guest if guest and guest.holds_at(this_moment()) else None


def _over() -> Response:
    """The same for a link that never was: nobody learns which ones were."""
    return said(GONE, _("guest.over.title"), _("guest.over.text"))
