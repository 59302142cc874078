"""What is behind, and who does what about it; or that nobody does."""

from __future__ import annotations

from callbacks.milestones.here import Here
from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import wide
from dashboard.i18n import _, number, short_day
from queries.milestones import Milestone
from queries.plans import Plan

COLUMNS = ("pilot", "step", "late", "action", "owner", "due")
Late = tuple[Plan, Milestone]


def card(here: Here) -> HtmlCard:
    found = _behind(here)
    title = _title(here, found)
    rows = table(_table(here, found), caption_shown=False)
    days = {"late": number(here.look.rules.milestone_late_days), "days": number(here.look.rules.recovery_days)}
    return HtmlCard(
        title=here.titled(title),
        subtitle=here.subtitle(_("milestones.recovery.subtitle", **days)),
        body=[wide(rows, title)],
        source=here.source("plans"),
        sentence=_sentence(here, title, found),
        empty=None if found else _none(here),
    )


def _none(here: Here) -> Empty:
    return here.none or Empty(
        _("milestones.recovery.none"), _("milestones.recovery.none_reason"), hatch="doet_niet_mee"
    )


def _behind(here: Here) -> list[Late]:
    """The longest overdue first."""
    rules, today = here.look.rules, here.today
    every = [(plan, one) for plan in here.known for one in plan.open]
    behind = [pair for pair in every if pair[1].status(rules, today) == "achter"]
    return sorted(behind, key=lambda pair: -pair[1].late_days(today))


def _without(here: Here, found: list[Late]) -> list[Late]:
    return [pair for pair in found if pair[1].is_without_recovery(here.look.rules, here.today)]


def _title(here: Here, found: list[Late]) -> str:
    if not found:
        return _("milestones.recovery.title_none")
    lack = len(_without(here, found))
    return (
        _("milestones.recovery.title", n=len(found), without=lack)
        if lack
        else _("milestones.recovery.title_all", n=len(found))
    )


def _sentence(here: Here, title: str, found: list[Late]) -> str:
    listed = "; ".join(_said(here, plan, one) for plan, one in _without(here, found))
    return _("milestones.recovery.sentence", title=title, listed=listed) if listed else f"{title}."


def _said(here: Here, plan: Plan, one: Milestone) -> str:
    late = _("milestones.days", n=one.late_days(here.today))
    return f"{here.region(plan.first.region_code)}, {here.step(one.step_code).lower()}: {late}"


def _table(here: Here, found: list[Late]) -> TableData:
    columns = tuple(Column(_(f"milestones.recovery.column.{key}"), numeric=key == "late") for key in COLUMNS)
    return TableData(_("milestones.recovery.caption"), columns, tuple(_row(here, *pair) for pair in found))


def _row(here: Here, plan: Plan, one: Milestone) -> tuple[Cell | str, ...]:
    name = Cell(here.region(plan.first.region_code), href=here.pilot_href(plan))
    late = number(one.late_days(here.today))
    if one.is_without_recovery(here.look.rules, here.today):
        lack = Cell(_("milestones.recovery.lacking"), urgent=True)
        return (name, here.numbered(one), late, lack, "–", "–")
    action, owner = (Cell(text or "–", quoted=bool(text)) for text in (one.recovery_action, one.recovery_owner))
    return (name, here.numbered(one), late, action, owner, _due(here, one))


def _due(here: Here, one: Milestone) -> Cell | str:
    if one.recovery_due_on is None:
        return "–"
    over = one.recovery_due_on < here.today
    key = "milestones.recovery.over" if over else "milestones.recovery.by"
    return Cell(_(key, date=short_day(one.recovery_due_on)), urgent=over)
