"""Links for one meeting: those that there are, a new one, and taking one back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response as Answer

from dashboard.address import DESK
from dashboard.clock import this_moment
from dashboard.i18n import _
from dashboard.web.desk.answering import desk_of, link_to, moment_in, onwards, page, tried
from dashboard.web.desk.telling import Names
from dashboard.web.entrance import Entrance
from dashboard.web.guest import ARRIVAL
from warehouse.accounts import guests
from warehouse.accounts.guests import Guest
from warehouse.reference import codes_of
from warehouse.refused import Gathered, RefusedError
from warehouse.schema.accounts import LONGEST_NAME

LISTED = "/gasten"
# At the end of the day after tomorrow: long enough for a meeting, short enough to forget.
USUAL = timedelta(days=2)
HOURS_TOLD, LONGEST_NUMBER = 48, 10


def register(pages: Blueprint, entrance: Entrance) -> None:
    @pages.get(LISTED)
    def links() -> Answer:
        ends_at = (this_moment() + USUAL).replace(hour=18, minute=0)
        return _page(entrance, {"ends_at": ends_at.isoformat(timespec="minutes")})

    @pages.post(LISTED)
    def make() -> Answer:
        given = request.form.to_dict()
        return tried(lambda: _make(entrance), lambda refused: _page(entrance, given, refused))

    @pages.post(f"{LISTED}/<int(max=2147483647):guest_id>/intrekken")
    def revoke(guest_id: int) -> Answer:
        with desk_of(entrance) as desk:
            guest = guests.by_id(desk.connection, guest_id) or abort(404)
            if guest.holds_at(desk.at):
                desk.revoke(guest)
        return onwards(f"{DESK}{LISTED}", said=_("desk.guest.revoked", name=guest.name))


def _make(entrance: Entrance) -> Answer:
    """Everything that is wrong is told at once; nothing is kept then, because it is told inside the transaction."""
    wrong = Gathered()
    ends_at = None
    with wrong.on():
        ends_at = _end()
    with desk_of(entrance) as desk:
        wrong.add(_not_offered(entrance))
        region, publication = request.form.get("region", ""), int(_given_number("publication"))
        with wrong.on():
            guest, token = desk.make_guest(request.form.get("name", ""), region, publication, ends_at or desk.at)
        wrong.stop()
    said = _("desk.guest.made", name=guest.name)
    return onwards(f"{DESK}{LISTED}", said=said, link=link_to(f"{ARRIVAL}/{token}"))


def _end() -> datetime:
    ends_at = moment_in(request.form, "ends_at")
    if ends_at is None:
        raise RefusedError("Geef een einde.", "Give an end.", "ends_at")
    return ends_at


def _not_offered(entrance: Entrance) -> Iterator[RefusedError]:
    if request.form.get("region", "") not in codes_of("region"):
        yield RefusedError("Kies een regio.", "Choose a region.", "region")
    if _given_number("publication") not in {str(one.number) for one in entrance.published()}:
        yield RefusedError("Kies een publicatie die er is.", "Choose a publication that is there.", "publication")


def _given_number(name: str) -> str:
    """0 for what is no number."""
    given = request.form.get(name, "")
    return given if given.isdecimal() and len(given) < LONGEST_NUMBER else "0"


def _page(entrance: Entrance, filled: dict[str, str], refused: RefusedError | None = None) -> Answer:
    with entrance.engine.connect() as connection:
        found, names = guests.everyone(connection), Names.of(connection)
    now = this_moment()
    told = {
        "holding": [one for one in found if one.holds_at(now)],
        "over": [one for one in found if not one.holds_at(now)],
    }
    publications = tuple(entrance.published())
    told_by = {
        "left": left,
        "published_on": {one.number: one.published_on for one in publications},
        "now": now,
        "names": names,
    }
    choices = {"region_codes": codes_of("region"), "publications": publications, "longest": LONGEST_NAME}
    return page("guests.html", refused, here="guests", filled=filled, **told, **told_by, **choices)


def left(guest: Guest, now: datetime) -> str:
    """How long it still works."""
    hours = int((guest.ends_at - now).total_seconds()) // 3600 + 1
    return _("desk.guests.days_left", n=hours // 24) if hours > HOURS_TOLD else _("desk.guests.hours_left", n=hours)
