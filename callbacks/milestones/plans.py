"""All plans on one calendar: in the country a row for each pilot, in a region or of one pilot for each milestone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dash.development.base_component import Component

from callbacks.milestones import steps
from callbacks.milestones.here import Here
from dashboard.address import NOT_CHOSEN
from dashboard.components import gantt
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.gantt import Gantt, Group, Row
from dashboard.components.html_card import HtmlCard
from dashboard.figures.gantt import Scale, Strip
from dashboard.i18n import _, day, number, table_day
from dashboard.ids import Milestones as Ids
from dashboard.shell_context import Choice
from queries.plans import UNKNOWN, Plan

EDGE = timedelta(days=12)
COLUMNS = ("pilot", "line", "end_planned", "end_expected", "reached", "late", "computed", "judged", "judged_on", "by")
NUMBERS = ("reached", "late")


def choice(here: Here) -> Choice:
    """The pilots of this place by name."""
    options = sorted((_label(here, plan), plan.first.pilot_code) for plan in here.choices)
    listed = tuple((code, label) for label, code in options)
    return Choice(
        Ids.PILOT, _("milestones.pilot"), here.pilot or NOT_CHOSEN, ((NOT_CHOSEN, _("milestones.every")), *listed)
    )


def _label(here: Here, plan: Plan) -> str:
    return here.line(plan) if here.standing else f"{here.region(plan.first.region_code)} · {here.line(plan)}"


def card(here: Here) -> HtmlCard:
    title = _title(here)
    return HtmlCard(
        title=here.titled(title),
        subtitle=here.subtitle(
            _("milestones.plans.subtitle_steps" if here.is_of_steps else "milestones.plans.subtitle")
        ),
        body=_body(here) if here.plans else (),
        source=here.source("plans"),
        sentence=_sentence(here),
        table=steps.table(here) if here.is_of_steps else _table(here),
        empty=here.none,
    )


def _body(here: Here) -> list[Component]:
    scale = _scale(here)
    data = Gantt(
        caption=_title(here),
        names=_("milestones.plans.steps" if here.is_of_steps else "milestones.plans.pilots"),
        scale=scale,
        groups=tuple(steps.groups(here) if here.is_of_steps else _groups(here)),
        judges=not here.is_of_steps,
    )
    judged = steps.judgements(here) if here.is_of_steps else []
    return [gantt.legend(_example(here), _short(here), estimates=here.is_of_steps), gantt.gantt(data), *judged]


def _scale(here: Here) -> Scale:
    starts = [plan.starts_on for plan in here.plans]
    ends = [max(plan.ends_on, plan.kept[-1].baseline_on if plan.kept else plan.ends_on) for plan in here.plans]
    estimates = [one.p85 for found in here.estimates.values() for one in found.values()] if here.is_of_steps else []
    return Scale(min(starts) - EDGE, max([*ends, *estimates, here.today]) + 3 * EDGE, here.today)


def _short(here: Here) -> Scale:
    return Scale(here.today - timedelta(days=70), here.today + timedelta(days=50), here.today)


def _example(here: Here) -> Strip:
    """One of each: what was planned, done late, and is expected."""
    days = [here.today + timedelta(days=days) for days in (-66, -30, -14, 34)]
    return Strip(days, [days[1]], [here.today + timedelta(days=44)], days[2], "achter")


def _groups(here: Here) -> Iterator[Group]:
    """By pilot line; the longest overdue first, and then as people sort them."""
    for code in here.look.reference.lists["pilot_line"]:
        own = [plan for plan in here.plans if plan.first.pilot_line_code == code]
        late = sum(plan.late_days(here.today) > 0 for plan in own if not here.is_unknown(plan))
        if own:
            rows = sorted(own, key=lambda plan: (-plan.late_days(here.today), here.region(plan.first.region_code)))
            note = _("milestones.plans.group", n=len(own), late=late)
            yield Group(here.look.label("pilot_line", code), note, tuple(_row(here, plan) for plan in rows))


def _row(here: Here, plan: Plan) -> Row:
    judged = here.judged(plan)
    return Row(
        name=here.region(plan.first.region_code),
        title=plan.first.pilot_name,
        href=here.pilot_href(plan),
        strip=strip(here, plan),
        about=about(here, plan),
        late=None if here.is_unknown(plan) else plan.late_days(here.today),
        computed=here.computed(plan),
        judged=judged.status if judged else UNKNOWN if plan.open else "",
        age=judged.days_old if judged else None,
        is_old=judged is not None and judged.days_old > here.look.rules.judgement_days,
        differs=here.differs(plan),
        after="" if plan.open else _("milestones.plans.over"),
    )


def strip(here: Here, plan: Plan) -> Strip:
    late = None if here.is_unknown(plan) else plan.latest(here.today)
    return Strip(
        planned=[plan.starts_on, *(one.baseline_on for one in plan.kept)],
        reached=[one.done_on for one in plan.kept if one.done_on],
        expected=[one.expected_on for one in plan.open],
        late_on=late.baseline_on if late else None,
        late_status=late.status(here.look.rules, here.today) if late else "op_koers",
        unknown=here.is_unknown(plan),
    )


def about(here: Here, plan: Plan) -> str:
    if here.is_unknown(plan):
        return _("milestones.plans.about_unknown")
    reached = sum(one.done_on is not None for one in plan.kept)
    key = "milestones.plans.about" if plan.open else "milestones.plans.about_over"
    return _(key, n=reached, all=len(plan.kept), planned=table_day(_planned_end(plan)), date=table_day(plan.ends_on))


def _planned_end(plan: Plan) -> date:
    return max((one.baseline_on for one in plan.kept), default=plan.starts_on)


def _late(here: Here) -> list[Plan]:
    late = [plan for plan in here.known if plan.late_days(here.today) > 0]
    return sorted(late, key=lambda plan: -plan.late_days(here.today))


def _title(here: Here) -> str:
    if here.is_closed:
        return _("milestones.plans.title_closed")
    if not here.plans:
        return _("milestones.plans.title_empty")
    if here.is_of_steps:
        return steps.title(here)
    late = _late(here)
    if not late:
        return _("milestones.plans.title_none", n=len(here.plans))
    return _("milestones.plans.title", n=len(late), name=here.region(late[0].first.region_code))


def _sentence(here: Here) -> str:
    if not here.plans:
        return _title(here)
    late = _late(here)
    listed = [f"{_label(here, plan)}: {_('milestones.days', n=plan.late_days(here.today))}" for plan in late]
    told = {"date": day(here.today), "n": len(here.plans), "late": len(late)}
    if not listed:
        return _("milestones.plans.sentence_none", **told)
    return _("milestones.plans.sentence", listed="; ".join(listed), **told)


def _table(here: Here) -> TableData:
    columns = tuple(Column(_(f"milestones.plans.column.{key}"), numeric=key in NUMBERS) for key in COLUMNS)
    return TableData(_("milestones.plans.caption"), columns, tuple(_cells(here, plan) for plan in here.plans))


def _cells(here: Here, plan: Plan) -> tuple[Cell | str, ...]:
    judged = here.judged(plan)
    reached = sum(one.done_on is not None for one in plan.kept)
    late = "×" if here.is_unknown(plan) else number(plan.late_days(here.today))
    on = table_day(here.today - timedelta(days=judged.days_old)) if judged else "–"
    return (
        Cell(here.region(plan.first.region_code), href=here.pilot_href(plan)),
        here.line(plan),
        *(table_day(_planned_end(plan)), table_day(plan.ends_on), f"{reached}/{len(plan.kept)}", late),
        _(f"components.status.{here.computed(plan)}"),
        _(f"components.status.{judged.status if judged else UNKNOWN}"),
        on,
        Cell(judged.by, quoted=True) if judged and judged.by else "–",
    )
