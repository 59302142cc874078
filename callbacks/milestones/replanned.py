"""What became of the dates, publication by publication: planned anew with the reason, expected otherwise, reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from callbacks.milestones.here import Here
from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import wide
from dashboard.i18n import _, short_day, table_day
from queries.history import Timeline
from queries.milestones import Milestone
from queries.reader import Publication

DATES = ("planned_on", "forecast_on", "done_on", "cancelled_on")
COLUMNS = ("told", "pilot", "step", "baseline", "date", "was", "now", "reason")
MOST = 40


class Moved(NamedTuple):
    """One date of a milestone that a publication told otherwise than the one before."""

    publication: Publication
    was: Milestone
    now: Milestone
    date: str


def card(here: Here) -> HtmlCard:
    found = list(_moved(here))
    title = _title(here, found)
    rows = table(_table(here, found[:MOST]), caption_shown=False)
    key = "milestones.replanned.subtitle_steps" if here.is_of_steps else "milestones.replanned.subtitle"
    return HtmlCard(
        title=here.titled(title),
        subtitle=here.subtitle(_(key, n=len(here.look.reader.so_far))),
        body=[wide(rows, title)],
        source=here.source("plans"),
        sentence=f"{title}.",
        empty=None if found else _none(here),
    )


def _none(here: Here) -> Empty:
    return here.none or Empty(
        _("milestones.replanned.none"), _("milestones.replanned.none_reason"), hatch="doet_niet_mee"
    )


def _moved(here: Here) -> Iterator[Moved]:
    """The newest first. Of the country only new plans: what was expected otherwise stands in the chart."""
    dates = DATES if here.is_of_steps else ("planned_on", "cancelled_on")
    steps = [(one, step) for one in _newest(here) for step in _timeline(here, one).steps]
    for _one, step in sorted(steps, key=lambda pair: -pair[1].publication.number):
        if step.was and step.now:
            for name in dates:
                if getattr(step.was, name) != getattr(step.now, name):
                    yield Moved(step.publication, step.was, step.now, name)


def _newest(here: Here) -> list[Milestone]:
    return [one for plan in here.plans for one in plan.milestones]


def _timeline(here: Here, one: Milestone) -> Timeline[Milestone]:
    own = here.stood[one.region_code, one.pilot_code, one.step_code]
    return Timeline.of(here.look.reader.so_far, partial(_stood, own))


def _stood(own: Sequence[Milestone], publication: Publication) -> Milestone | None:
    return next((one for one in own if publication.holds(one)), None)


def _title(here: Here, found: list[Moved]) -> str:
    planned = sum(one.date == "planned_on" for one in found)
    if not found:
        return _("milestones.replanned.title_none")
    with_reason = sum(one.date == "planned_on" and bool(one.now.replan_reason) for one in found)
    if here.is_of_steps and not planned:
        return _("milestones.replanned.title_dates", n=len(found))
    return _("milestones.replanned.title", n=planned, reason=with_reason)


def _table(here: Here, found: list[Moved]) -> TableData:
    columns = tuple(Column(_(f"milestones.replanned.column.{key}")) for key in COLUMNS)
    return TableData(_("milestones.replanned.caption"), columns, tuple(_row(here, one) for one in found))


def _row(here: Here, one: Moved) -> tuple[Cell | str, ...]:
    was, now = (getattr(state, one.date) for state in (one.was, one.now))
    pilot = (
        here.look.label("pilot_line", one.now.pilot_line_code) if here.standing else here.region(one.now.region_code)
    )
    has_reason = one.date in ("planned_on", "cancelled_on") and one.now.replan_reason
    return (
        _("milestones.replanned.told", date=short_day(one.publication.published_on), number=one.publication.number),
        pilot,
        Cell(here.numbered(one.now), href=here.history(one.now)),
        table_day(one.now.baseline_on),
        _(f"milestones.replanned.date.{one.date}"),
        Cell(table_day(was), struck=True) if was else "–",
        table_day(now) if now else "–",
        Cell(one.now.replan_reason or "", quoted=True) if has_reason else "–",
    )
