"""What was done, by whom and when: on the page, narrowed to an event, a person and a period, and as a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from urllib.parse import urlencode

from flask import Blueprint, g, request
from werkzeug.wrappers import Response as Answer

from dashboard.clock import this_moment
from dashboard.i18n import _
from dashboard.web.desk.answering import day_in, page, tried
from dashboard.web.desk.spreadsheet import Line, sheet
from dashboard.web.desk.telling import Names, details
from dashboard.web.desk.watching import Watch
from dashboard.web.entrance import Entrance
from warehouse.accounts import audit
from warehouse.accounts.audit import Entry, Event, Wanted
from warehouse.refused import Gathered, RefusedError

LOG = "/logboek"
MOST = 100
COLUMNS = ("number", "at", "by", "by_name", "event", "subject", "subject_name", "details")
CHOICES = ("wat", "wie", "van", "tot")


@dataclass(frozen=True)
class Log:
    entrance: Entrance
    watch: Watch

    def page(self, given: Mapping[str, str], wanted: Wanted, refused: RefusedError | None = None) -> Answer:
        below = given.get("voor", "")
        asked = replace(wanted, below=int(below) if below.isdecimal() and len(below) < 19 else None)
        with self.entrance.engine.connect() as connection:
            found = audit.entries(connection, most=MOST + 1, wanted=asked)
            total, names = audit.count(connection, wanted), Names.of(connection)
            whole = given.get("alles") == "1"
            seen = None if asked.below else self.watch.look(connection, at=this_moment(), whole=whole)
        kept = {name: given[name] for name in CHOICES if given.get(name)}
        older = urlencode({**kept, "voor": found[MOST - 1].number}) if len(found) > MOST else ""
        told = {"entries": found[:MOST], "total": total, "older": older, "newest": urlencode(kept), "seen": seen}
        words = {"details": details, "names": names, "events": list(Event), "given": given, "asked": asked}
        return page("log.html", refused, here="log", **told, **words)

    def file(self) -> Answer:
        wanted, now = _wanted(request.form), this_moment()
        with self.entrance.writing() as connection:
            found, names = audit.entries(connection, wanted=wanted), Names.of(connection)
            audit.write(connection, Event.EXPORTED, "logboek", by=g.visitor.signature, at=now, entries=len(found))
        head = [_(f"desk.log.{name}") for name in COLUMNS]
        return sheet(f"logboek-{now:%Y-%m-%d}", [head, *(_line(entry, names) for entry in reversed(found))])


def register(pages: Blueprint, entrance: Entrance) -> None:
    kept = Log(entrance, Watch())

    @pages.get(LOG)
    def log() -> Answer:
        given = request.args.to_dict()
        return tried(lambda: kept.page(given, _wanted(given)), lambda refused: kept.page(given, Wanted(), refused))

    @pages.post(f"{LOG}.csv")
    def file() -> Answer:
        return tried(kept.file, lambda refused: kept.page(request.form, Wanted(), refused))


def _wanted(given: Mapping[str, str]) -> Wanted:
    """Both days are part of the period."""
    wrong = Gathered()
    since = until = None
    with wrong.on():
        since = day_in(given, "van")
    with wrong.on():
        until = day_in(given, "tot")
    wrong.stop()
    if since and until and until < since:
        raise RefusedError("Het einde ligt voor het begin.", "The end lies before the beginning.", "tot")
    event = next((one for one in Event if one.value == given.get("wat")), None)
    after = datetime.combine(until + timedelta(days=1), time()) if until else None
    begin = datetime.combine(since, time()) if since else None
    return Wanted(event, begin, after, who=given.get("wie", "").replace("\0", "").strip())


def _line(entry: Entry, names: Names) -> Line:
    event = _(f"desk.event.{entry.event.value}")
    by, subject = (names.of_whom(said) for said in (entry.written_by, entry.subject))
    told = _("desk.log.erased") if entry.is_erased else details(entry)
    moment = f"{entry.written_at:%Y-%m-%d %H:%M:%S}"
    return [str(entry.number), moment, entry.written_by, by, event, entry.subject, subject, told]
