"""What was done, by whom and when: on the page, narrowed to an event and a period, and as a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, g, request
from werkzeug.wrappers import Response as Answer

from dashboard.clock import this_moment
from dashboard.i18n import _, language, texts
from dashboard.web.desk.answering import day_in, hour, page, tried
from dashboard.web.desk.spreadsheet import Line, sheet
from dashboard.web.entrance import Entrance
from warehouse.accounts import audit
from warehouse.accounts.audit import Entry, Event, Wanted
from warehouse.refused import RefusedError

LOG = "/logboek"
# As it is written down; seconds say nothing here.
MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*$")
MOST = 100
COLUMNS = ("number", "at", "by", "event", "subject", "details")


def register(pages: Blueprint, entrance: Entrance) -> None:
    @pages.get(LOG)
    def log() -> Answer:
        given = request.args.to_dict()
        try:
            return _page(entrance, given, _wanted(given))
        except RefusedError as refused:
            return _page(entrance, given, Wanted(), refused)

    @pages.post(f"{LOG}.csv")
    def file() -> Answer:
        return tried(lambda: _file(entrance), lambda refused: _page(entrance, request.form, Wanted(), refused))


def _file(entrance: Entrance) -> Answer:
    wanted, now = _wanted(request.form), this_moment()
    with entrance.writing() as connection:
        found = audit.entries(connection, wanted=wanted)
        audit.write(connection, Event.EXPORTED, "logboek", by=g.visitor.signature, at=now, entries=len(found))
    head = [_(f"desk.log.{name}") for name in COLUMNS]
    return sheet(f"logboek-{now:%Y-%m-%d}", [head, *map(_line, reversed(found))])


def _page(entrance: Entrance, given: Mapping[str, str], wanted: Wanted, problem: RefusedError | None = None) -> Answer:
    below = given.get("voor", "")
    asked = replace(wanted, below=int(below) if below.isdecimal() else None)
    with entrance.engine.connect() as connection:
        found = audit.entries(connection, most=MOST + 1, wanted=asked)
        checked = None if asked.below else audit.check(connection)
    kept = {name: given[name] for name in ("wat", "van", "tot") if given.get(name)}
    older = urlencode({**kept, "voor": found[MOST - 1].number}) if len(found) > MOST else ""
    told = {"entries": found[:MOST], "older": older, "checked": checked, "given": given, "events": list(Event)}
    return page("log.html", problem, here="log", details=details, asked=asked, **told)


def _wanted(given: Mapping[str, str]) -> Wanted:
    """Both days are part of the period."""
    since, until = day_in(given, "van"), day_in(given, "tot")
    if since and until and until < since:
        raise RefusedError("Het einde ligt voor het begin.", "The end lies before the beginning.", "tot")
    event = next((one for one in Event if one.value == given.get("wat")), None)
    after = datetime.combine(until + timedelta(days=1), time()) if until else None
    return Wanted(event, datetime.combine(since, time()) if since else None, after)


def details(entry: Entry) -> str:
    """What else is known of it, in words."""
    return "; ".join(f"{_named(name)}: {_told(value)}" for name, value in entry.details.items())


def _line(entry: Entry) -> Line:
    event = _(f"desk.event.{entry.event.value}")
    return [str(entry.number), hour(entry.written_at), entry.written_by, event, entry.subject, details(entry)]


def _named(name: str) -> str:
    """As it stands there, when it is of a later version."""
    return _(f"desk.detail.{name}") if f"desk.detail.{name}" in texts(language()) else name


def _told(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{_named(name)} {_told(each)}" for name, each in value.items())
    if isinstance(value, list):
        return " ".join(map(str, value)) or "–"
    return "–" if value is None else MOMENT.sub(r"\1 \2", str(value))
