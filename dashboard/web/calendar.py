"""`/mijlpalen.ics`: the milestones of all pilots, or of one region, as a calendar to which Outlook can subscribe.

It follows the choices of an address: `regio`, `lijn`, `stand` and `taal`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote

from flask import Flask, Response, request
from icalendar import Calendar, Event
from sqlalchemy.exc import SQLAlchemyError

from dashboard.address import Filters, filters_of, href, region_path
from dashboard.i18n import _, day, labelled
from dashboard.pages.milestones import CALENDAR, PATH
from queries.milestones import Milestone, milestones
from queries.reader import NoPublicationError, Reader
from queries.reference import Reference, reference
from queries.regions import LEADING_DIVISION, regions

OpenReader = Callable[[int | None], AbstractContextManager[Reader]]
MAKER = "-//Trajectmonitor 16-27//Mijlpalen//NL"
ONCE_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Known:
    """What milestones are told with; `since` is the day of each publication, `number` is that of this one."""

    lists: Reference
    names: Mapping[str, str]
    since: Mapping[int, date]
    number: int

    @property
    def today(self) -> date:
        return self.since[self.number]


def register(server: Flask, open_reader: OpenReader) -> None:
    @server.get(CALENDAR)
    def calendar() -> Response:
        filters = filters_of(request.args)
        try:
            with open_reader(filters.publication) as reader:
                return _answer(reader, filters, request.args.get("regio"))
        except (NoPublicationError, SQLAlchemyError):
            server.logger.exception("the calendar could not be made")
            return Response(_("missing.unavailable.title"), status=503, mimetype="text/plain")


def _answer(reader: Reader, filters: Filters, region_code: str | None) -> Response:
    names = {one.code: one.name for one in regions(reader) if one.division_code == LEADING_DIVISION}
    if region_code is not None and region_code not in names:
        return Response(_("missing.unknown.title"), status=404, mimetype="text/plain")
    if region_code is not None and not reader.access.sees(region_code):
        return Response(_("missing.not_yours.title"), status=403, mimetype="text/plain")
    since = {one.number: one.published_on for one in reader.publications}
    known = Known(reference(reader), names, since, reader.publication.number)
    found = [
        one
        for one in milestones(reader)
        if region_code in (None, one.region_code) and filters.pilot_line in (None, one.pilot_line_code)
    ]
    made = _calendar(known, found, names.get(region_code or ""))
    return Response(made.to_ical(), mimetype="text/calendar", headers={"Content-Disposition": "inline"})


def _calendar(known: Known, found: list[Milestone], place: str | None) -> Calendar:
    made = Calendar()
    name = _("milestones.calendar.name_of", name=place) if place else _("milestones.calendar.name")
    for key, value in {"PRODID": MAKER, "VERSION": "2.0", "METHOD": "PUBLISH", "X-WR-CALNAME": name}.items():
        made.add(key, value)
    made.add("REFRESH-INTERVAL", ONCE_A_DAY, parameters={"VALUE": "DURATION"})
    made.add("X-PUBLISHED-TTL", "P1D")
    for one in found:
        made.add_component(_event(known, one))
    return made


def _event(known: Known, one: Milestone) -> Event:
    """A whole day. It keeps its `UID` whatever becomes of its date; what was cancelled is told to be."""
    on, event = one.done_on or one.expected_on, Event()
    event.add("UID", f"{one.region_code}-{quote(one.pilot_code, safe='')}-{one.step_code}@trajectmonitor")
    event.add("DTSTAMP", _midnight(known.today))
    event.add("LAST-MODIFIED", _midnight(known.since[one.first_publication]))
    event.add("SEQUENCE", one.first_publication)
    event.add("DTSTART", on)
    event.add("DTEND", on + timedelta(days=1))
    event.add("SUMMARY", _summary(known, one))
    event.add("DESCRIPTION", "\n".join(_description(known, one)))
    event.add("URL", f"{request.host_url.rstrip('/')}{_page(one)}")
    event.add("TRANSP", "TRANSPARENT")
    event.add("STATUS", "CANCELLED" if one.cancelled_on else "CONFIRMED" if one.done_on else "TENTATIVE")
    return event


def _midnight(on: date) -> datetime:
    return datetime.combine(on, time(), UTC)


def _summary(known: Known, one: Milestone) -> str:
    step = f"{one.step_code}. {labelled(known.lists.label('step', one.step_code))}"
    key = "milestones.calendar.done" if one.done_on else "milestones.calendar.summary"
    return _(key, name=known.names[one.region_code], step=step)


def _page(one: Milestone) -> str:
    return href(region_path(one.region_code, PATH), filters_of({**request.args, "pilot": one.pilot_code}))


def _description(known: Known, one: Milestone) -> Iterator[str]:
    """In the words of the region, then in ours."""
    yield f"{one.title} ({one.pilot_name})"
    dates = {
        "planned": one.baseline_on,
        "replanned": one.planned_on,
        "expected": one.forecast_on,
        "reached": one.done_on,
    }
    for key, on in dates.items():
        if on and (key != "replanned" or on != one.baseline_on):
            yield _(f"milestones.calendar.{key}", date=day(on))
    status = one.status(known.lists.rules, known.today)
    yield _("milestones.calendar.status", status=_(f"components.status.{status}"))
    yield _("milestones.calendar.stand", number=known.number, date=day(known.today))
