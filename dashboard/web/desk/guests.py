"""Links for one meeting: those that there are, a new one, and taking one back."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response as Answer

from dashboard.address import DESK
from dashboard.clock import this_moment
from dashboard.i18n import _
from dashboard.web.desk.answering import desk_of, link_to, moment_in, onwards, page, tried
from dashboard.web.entrance import Entrance
from dashboard.web.guest import ARRIVAL
from warehouse.accounts import guests
from warehouse.reference import codes_of
from warehouse.refused import RefusedError
from warehouse.schema.accounts import LONGEST_NAME

LISTED = "/gasten"
# At the end of the day after tomorrow: long enough for a meeting, short enough to forget.
USUAL = timedelta(days=2)


def register(pages: Blueprint, entrance: Entrance) -> None:
    @pages.get(LISTED)
    def links() -> Answer:
        ends_at = (this_moment() + USUAL).replace(hour=18, minute=0)
        return _page(entrance, {"ends_at": ends_at.isoformat(timespec="minutes")})

    @pages.post(LISTED)
    def make() -> Answer:
        given = request.form.to_dict()
        return tried(lambda: _make(entrance), lambda refused: _page(entrance, given, refused))

    @pages.post(f"{LISTED}/<int:guest_id>/intrekken")
    def revoke(guest_id: int) -> Answer:
        with desk_of(entrance) as desk:
            guest = guests.by_id(desk.connection, guest_id) or abort(404)
            if guest.holds_at(desk.at):
                desk.revoke(guest)
        return onwards(f"{DESK}{LISTED}", said=_("desk.guest.revoked", name=guest.name))


def _make(entrance: Entrance) -> Answer:
    region, publication, ends_at = _region(), _publication(entrance), moment_in(request.form, "ends_at")
    if ends_at is None:
        raise RefusedError("Geef een einde.", "Give an end.", "ends_at")
    with desk_of(entrance) as desk:
        guest, token = desk.make_guest(request.form.get("name", ""), region, publication, ends_at)
    said = _("desk.guest.made", name=guest.name)
    return onwards(f"{DESK}{LISTED}", said=said, link=link_to(f"{ARRIVAL}/{token}"))


def _region() -> str:
    code = request.form.get("region", "")
    if code not in codes_of("region"):
        raise RefusedError("Kies een regio.", "Choose a region.", "region")
    return code


def _publication(entrance: Entrance) -> int:
    wanted = request.form.get("publication", "")
    if wanted not in {str(one.number) for one in entrance.published()}:
        raise RefusedError("Kies een publicatie die er is.", "Choose a publication that is there.", "publication")
    return int(wanted)


def _page(entrance: Entrance, filled: dict[str, str], problem: RefusedError | None = None) -> Answer:
    with entrance.engine.connect() as connection:
        found = guests.everyone(connection)
    now = this_moment()
    told = {
        "holding": [one for one in found if one.holds_at(now)],
        "over": [one for one in found if not one.holds_at(now)],
    }
    choices = {"region_codes": codes_of("region"), "publications": tuple(entrance.published())}
    return page("guests.html", problem, here="guests", filled=filled, longest=LONGEST_NAME, now=now, **told, **choices)
