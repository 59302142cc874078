"""The five actions of partners in the first three steps: done, with evidence, or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple

from dash import html
from dash.development.base_component import Component

from callbacks.milestones.here import Here
from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import wide
from dashboard.i18n import _, number, table_day
from queries.checklist import PartnerAction
from queries.plans import Plan

COLUMNS = ("action", "step", "done", "evidence", "running", "none")
OWN_COLUMNS = ("action", "step", "state", "date", "where")
Key = tuple[str, str, str]


def card(here: Here) -> HtmlCard:
    told = any(done.done + done.running for done in here.sums.actions.values())
    title = _title(here) if told else _("milestones.checklist.title_none")
    return HtmlCard(
        title=title,
        subtitle=_("milestones.checklist.subtitle"),
        body=_own(here) if here.is_of_steps else [wide(table(_country(here), caption_shown=False), title)],
        source=here.source("checklist"),
        sentence=_sentence(here, title),
        table=None,
        empty=None if told else _none(here),
    )


def _none(here: Here) -> Empty:
    return here.none_at_all or Empty(
        _("milestones.checklist.none"), _("milestones.checklist.none_reason"), _("gaps.acting")
    )


def _found(here: Here) -> Mapping[Key, PartnerAction]:
    return {(one.region_code, one.pilot_code, one.action_code): one for one in here.own.actions}


def _codes(here: Here) -> list[str]:
    return list(here.look.reference.lists["checklist"])


def _title(here: Here) -> str:
    counts = here.sums.actions
    done, evidence = (sum(getattr(one, name) for one in counts.values()) for name in ("done", "evidence"))
    if here.is_of_steps:
        return _("milestones.checklist.title_own", n=done, all=len(counts) * len(here.plans), evidence=evidence)
    least = min(counts, key=lambda code: counts[code].done)
    told = {"n": counts[least].done, "all": here.sums.pilots}
    return _("milestones.checklist.title", action=here.look.label("checklist", least), **told)


def _sentence(here: Here, title: str) -> str:
    listed = [f"{here.look.label('checklist', code)}: {done.done}" for code, done in here.sums.actions.items()]
    return _("milestones.checklist.sentence", title=title, n=here.sums.pilots, listed="; ".join(listed))


def _step(here: Here, code: str) -> str:
    return here.look.reference.label("checklist", code).extra


def _country(here: Here) -> TableData:
    columns = tuple(Column(_(f"milestones.checklist.column.{key}"), numeric=key != "action") for key in COLUMNS)
    rows = [
        (here.look.label("checklist", code), _step(here, code), *map(number, astuple(done)))
        for code, done in here.sums.actions.items()
    ]
    return TableData(_("milestones.checklist.caption"), columns, tuple(rows))


def _own(here: Here) -> list[Component]:
    """A table for each pilot; its name only where there are more."""
    parts: list[Component] = []
    for plan in here.plans:
        heading = [html.H3(here.line(plan), className="card-heading")] if len(here.plans) > 1 else []
        parts += [*heading, wide(table(_of_plan(here, plan), caption_shown=False), here.line(plan))]
    return parts


def _of_plan(here: Here, plan: Plan) -> TableData:
    columns = tuple(Column(_(f"milestones.checklist.column.{key}")) for key in OWN_COLUMNS)
    found = _found(here)
    rows = tuple(_row(here, code, found.get((*plan.key, code))) for code in _codes(here))
    return TableData(_("milestones.checklist.caption"), columns, rows)


def _row(here: Here, code: str, one: PartnerAction | None) -> tuple[Cell | str, ...]:
    name, step = here.look.label("checklist", code), _step(here, code)
    if one is None:
        return (name, step, Cell(_("milestones.checklist.not_begun")), "–", "–")
    if one.done_on is None:
        return (name, step, Cell(status="loopt"), "–", "–")
    lack = Cell(_("milestones.checklist.no_evidence"), urgent=True)
    where = Cell(one.evidence, quoted=True) if one.evidence else lack
    return (name, step, Cell(status="afgerond"), table_day(one.done_on), where)
