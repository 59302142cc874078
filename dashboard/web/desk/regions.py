"""Who has rights in a region: the list that is gone through each quarter, on the page and as a file."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, request
from werkzeug.wrappers import Response as Answer

from dashboard.address import DESK
from dashboard.clock import this_moment
from dashboard.i18n import _, table_day
from dashboard.web import downloads
from dashboard.web.desk.answering import hour, page, region_name
from dashboard.web.desk.spreadsheet import Line, sheet
from dashboard.web.entrance import Entrance
from warehouse.accounts.review import guests_of, last_seen, with_rights
from warehouse.reference import codes_of

REVIEW = "/regios"
COLUMNS = ("region", "kind", "name", "login", "role", "until", "seen")


def register(pages: Blueprint, entrance: Entrance) -> None:
    @pages.get(REVIEW)
    def review() -> Answer:
        code, now = _chosen(), this_moment()
        with entrance.engine.connect() as connection:
            found, guests = with_rights(connection, code, at=now), guests_of(connection, code, at=now)
            seen = last_seen(connection)
        codes = codes_of("region")
        return page(
            "regions.html", here="regions", code=code, found=found, guests=guests, seen=seen, region_codes=codes
        )

    @pages.post(f"{REVIEW}.csv")
    def whole_review() -> Answer:
        downloads.note(entrance, f"{DESK}{REVIEW}", "csv")
        head = [_(f"desk.review.{name}") for name in COLUMNS]
        return sheet(f"rechten-per-regio-{this_moment():%Y-%m-%d}", [head, *_lines(entrance)])


def _chosen() -> str:
    known = codes_of("region")
    wanted = request.args.get("regio", "")
    return wanted if wanted in known else known[0]


def _lines(entrance: Entrance) -> Iterator[Line]:
    """Of every region, so that one file is the whole review."""
    now = this_moment()
    with entrance.engine.connect() as connection:
        seen = last_seen(connection)
        for code in codes_of("region"):
            for one in with_rights(connection, code, at=now):
                ends_on, used = one.rights.ends_on, seen.get(one.person_id)
                who = (_("desk.review.person"), one.name, one.login, _(f"sign_in.role.{one.rights.role_code}"))
                yield [region_name(code), *who, table_day(ends_on) if ends_on else "", hour(used) if used else ""]
            for guest in guests_of(connection, code, at=now):
                who = (_("desk.review.guest"), guest.name, "", _("sign_in.role.gast"))
                yield [region_name(code), *who, hour(guest.ends_at), ""]
