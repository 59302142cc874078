"""When open milestones are expected: by the region itself, and by what the same step took elsewhere."""

from __future__ import annotations

from dataclasses import replace

from dash import html

from callbacks.milestones.here import Here
from callbacks.milestones.steps import estimate
from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import marked
from dashboard.components.timeline import wide
from dashboard.i18n import _, table_day
from queries.milestones import Milestone
from queries.pace import LEAST_FINISHED, Estimate
from queries.plans import Plan

MOST = 12
COLUMNS = ("pilot", "step", "own", "p50", "p85", "verdict")


def card(here: Here) -> HtmlCard:
    found = _coming(here)
    title = _title(here, found)
    every = _table(here, found)
    rows = table(replace(every, rows=every.rows[:MOST]), caption_shown=False)
    method = html.P(marked(_("milestones.forecast.method", least=LEAST_FINISHED)), className="card-method")
    return HtmlCard(
        title=here.titled(title),
        subtitle=here.subtitle(_("milestones.forecast.subtitle", most=min(MOST, len(found)), all=len(found))),
        body=[wide(rows, title), method],
        source=here.source("forecast"),
        sentence=_sentence(here, title, found),
        table=every if len(found) > MOST else None,
        empty=None if found else _none(here),
    )


def _none(here: Here) -> Empty:
    return here.none or Empty(
        _("milestones.forecast.none"), _("milestones.forecast.none_reason"), hatch="doet_niet_mee"
    )


def _coming(here: Here) -> list[tuple[Plan, Milestone]]:
    """In the country the next milestone of each pilot; else all that are open. Of whom nothing is known, none."""
    plans = [plan for plan in here.known if plan.open]
    many = None if here.is_of_steps else 1
    pairs = [(plan, one) for plan in plans for one in plan.open[:many]]
    return sorted(pairs, key=lambda pair: (pair[1].expected_on, pair[1].region_code))


def _is_early(one: Milestone, found: Estimate | None) -> bool:
    """Sooner than half of the others would have been."""
    return found is not None and one.expected_on < found.p50


def _title(here: Here, coming: list[tuple[Plan, Milestone]]) -> str:
    known = [one for _plan, one in coming if estimate(here, one)]
    if not coming:
        unknown = any(map(here.is_unknown, here.plans))
        return _("milestones.forecast.title_unknown" if unknown else "milestones.forecast.title_none")
    if not known:
        return _("milestones.forecast.title_few")
    early = sum(_is_early(one, estimate(here, one)) for one in known)
    if not early:
        return _("milestones.forecast.title_fits")
    if len(known) == 1:
        return _("milestones.forecast.title_of_one")
    return _("milestones.forecast.title", n=early, all=len(known))


def _sentence(here: Here, title: str, coming: list[tuple[Plan, Milestone]]) -> str:
    listed = [
        _("milestones.forecast.said", name=_name(here, plan, one), p50=table_day(found.p50), p85=table_day(found.p85))
        for plan, one in coming
        if (found := estimate(here, one))
    ]
    return f"{title}. {'; '.join(listed)}." if listed else f"{title}."


def _name(here: Here, plan: Plan, one: Milestone) -> str:
    return f"{here.region(plan.first.region_code)}, {here.step(one.step_code).lower()}"


def _table(here: Here, coming: list[tuple[Plan, Milestone]]) -> TableData:
    columns = tuple(Column(_(f"milestones.forecast.column.{key}")) for key in COLUMNS)
    return TableData(_("milestones.forecast.caption"), columns, tuple(_row(here, *pair) for pair in coming))


def _row(here: Here, plan: Plan, one: Milestone) -> tuple[Cell | str, ...]:
    found, own = estimate(here, one), table_day(one.expected_on)
    name = Cell(
        here.line(plan) if here.is_of_steps else here.region(plan.first.region_code), href=here.pilot_href(plan)
    )
    if found is None:
        few = not here.pace.is_known(one.step_code)
        why = _(
            "milestones.forecast.few" if few else "milestones.forecast.longest", n=here.pace.finished(one.step_code)
        )
        return (name, here.numbered(one), own, "–", "–", why)
    key = "early" if _is_early(one, found) else "late" if one.expected_on > found.p85 else "within"
    verdict = Cell(_(f"milestones.forecast.{key}"), strong=key == "early")
    return (name, here.numbered(one), own, table_day(found.p50), table_day(found.p85), verdict)
