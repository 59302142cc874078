"""The milestones of pilots, one by one: planned, expected, reached, and when experience says that they will be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dash import html
from dash.development.base_component import Component

from callbacks.milestones.here import Here
from callbacks.parts.judged import judgement_of
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.gantt import Group, Row
from dashboard.components.stations import judgement
from dashboard.components.text import typed
from dashboard.figures.gantt import Strip
from dashboard.i18n import _, number, short_day, table_day
from queries.milestones import Milestone
from queries.pace import Estimate
from queries.plans import UNKNOWN, Plan, Stretch

COLUMNS = ("step", "milestone", "baseline", "planned", "forecast", "p50", "p85", "done", "late")


def groups(here: Here) -> Iterator[Group]:
    for plan in here.plans:
        adopted = _("milestones.steps.adopted", line=here.line(plan), date=short_day(plan.first.adopted_on))
        yield Group(plan.first.pilot_name, adopted, tuple(_rows(here, plan)), is_typed=True)


def _rows(here: Here, plan: Plan) -> Iterator[Row]:
    """The end of one is the beginning of the next, as far as that is known."""
    before = plan.starts_on
    for stretch in plan.stretches():
        yield _row(here, plan, stretch, before)
        one = stretch.milestone
        before = max(before, one.done_on or one.expected_on)


def _row(here: Here, plan: Plan, stretch: Stretch, before: date) -> Row:
    one = stretch.milestone
    unknown = here.is_unknown(plan) and one.is_open()
    return Row(
        name=here.numbered(one),
        title=one.title,
        href=here.history(one),
        strip=_strip(here, stretch, stretch.began_on or before, unknown=unknown),
        about=_about(one),
        late=None if unknown else one.late_days(here.today),
        computed=UNKNOWN if unknown else one.status(here.look.rules, here.today),
        judged=UNKNOWN,
    )


def _strip(here: Here, stretch: Stretch, begins_on: date, *, unknown: bool) -> Strip:
    one = stretch.milestone
    is_late = one.is_open() and not unknown and one.late_days(here.today) > 0
    return Strip(
        planned=[stretch.planned_from, one.baseline_on],
        reached=[one.done_on] if one.done_on else [],
        expected=[one.expected_on] if one.is_open() else [],
        late_on=one.baseline_on if is_late else None,
        late_status=one.status(here.look.rules, here.today),
        begins_on=min(begins_on, one.done_on) if one.done_on else begins_on,
        estimate=None if unknown else estimate(here, one),
        unknown=unknown and begins_on <= here.today,
    )


def estimate(here: Here, one: Milestone) -> Estimate | None:
    return here.estimates.get((one.region_code, one.pilot_code), {}).get(one.step_code)


def _about(one: Milestone) -> str:
    planned = table_day(one.baseline_on)
    if one.done_on:
        return _("milestones.steps.about_done", planned=planned, date=table_day(one.done_on))
    return _("milestones.steps.about", planned=planned, date=table_day(one.expected_on))


def title(here: Here) -> str:
    late = [one for plan in here.known for one in plan.open if one.late_days(here.today) > 0]
    if not here.known:
        return _("milestones.steps.title_unknown")
    if not late:
        every = [one for plan in here.plans for one in plan.kept]
        reached = sum(one.done_on is not None for one in every)
        return _("milestones.steps.title_reached", n=reached, all=len(every))
    worst = max(late, key=lambda one: one.late_days(here.today))
    return _("milestones.steps.title_late", step=here.step(worst.step_code), n=worst.late_days(here.today))


def judgements(here: Here) -> list[Component]:
    """With the name of the pilot where there are more."""
    told = [(plan, judgement(judgement_of(here.look, plan, here.computed(plan)))) for plan in here.plans]
    if len(told) == 1:
        return [told[0][1]]
    return [html.Div([html.P(typed(plan.first.pilot_name)), block], className="judged-plan") for plan, block in told]


def table(here: Here) -> TableData:
    keys = COLUMNS if len(here.plans) == 1 else ("pilot", *COLUMNS)
    columns = tuple(Column(_(f"milestones.steps.column.{key}"), numeric=key == "late") for key in keys)
    rows = [_cells(here, plan, one) for plan in here.plans for one in plan.milestones]
    return TableData(_("milestones.steps.caption"), columns, tuple(row[-len(keys) :] for row in rows))


def _cells(here: Here, plan: Plan, one: Milestone) -> tuple[Cell | str, ...]:
    found = estimate(here, one)
    dates = (one.baseline_on, one.planned_on, one.forecast_on, found and found.p50, found and found.p85, one.done_on)
    return (
        Cell(here.line(plan)),
        Cell(here.numbered(one), href=here.history(one)),
        Cell(one.title, quoted=True),
        *(table_day(date) if date else "–" for date in dates),
        number(one.late_days(here.today)),
    )
