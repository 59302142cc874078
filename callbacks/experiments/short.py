"""The short lists: what needs a verdict, what is quiet, and of what the money ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from callbacks.experiments.here import Here
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.experiment_cards import Short, short_list
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link
from dashboard.i18n import _, day, short_day, table_day
from dashboard.sought import EVERYTHING
from queries.experiments import Experiment

MOST = 5
COLUMNS = ("title", "region", "owner", "check", "noted", "until")


def undecided(here: Here) -> HtmlCard:
    found = sorted(_in(here, "besluit"), key=lambda one: one.check_on)
    return _card(here, "besluit", found, lambda one: _days((here.today - one.check_on).days))


def quiet(here: Here) -> HtmlCard:
    found = sorted(_in(here, "stil"), key=lambda one: -one.quiet_days(here.today))
    return _card(here, "stil", found, lambda one: _days(one.quiet_days(here.today)))


def money(here: Here) -> HtmlCard:
    found = sorted(_in(here, "geld"), key=lambda one: one.funding_until or date.max)
    return _card(here, "geld", found, lambda one: short_day(one.funding_until) if one.funding_until else "")


CARDS: tuple[Callable[[Here], HtmlCard], ...] = (undecided, quiet, money)


def _in(here: Here, state: str) -> list[Experiment]:
    return [one for one in here.tried.experiments if here.terms.is_in(state, one)]


def _days(count: int) -> str:
    return _("experiments.short.days", n=count)


def _card(here: Here, state: str, found: Sequence[Experiment], amount: Callable[[Experiment], str]) -> HtmlCard:
    rows = [_row(here, one, amount(one)) for one in found[:MOST]]
    every = Link(_("experiments.short.all", n=len(found)), f"{here.address(EVERYTHING.but(state=state))}#lijst")
    terms = {"days": round(here.terms.log_days), "until": day(here.terms.money_until)}
    return HtmlCard(
        title=_(f"experiments.short.{state}.title", n=len(found)) if found else _(f"experiments.short.{state}.none"),
        subtitle=_(f"experiments.short.{state}.subtitle", **terms),
        link=every if len(found) > MOST else None,
        body=(short_list(rows),),
        source=here.source(),
        sentence=_(f"experiments.short.{state}.sentence", n=len(found), name=here.name, **terms),
        table=_table(here, state, found),
        empty=None if found else _none(here, _(f"experiments.short.{state}.none_reason", **terms)),
    )


def _none(here: Here, reason: str) -> Empty:
    if not here.tried.running:
        reason = _("experiments.short.none_running_reason")
        return Empty(_("experiments.short.none_running"), reason, hatch="doet_niet_mee")
    return Empty(_("experiments.short.nothing"), reason, hatch="doet_niet_mee")


def _row(here: Here, one: Experiment, amount: str) -> Short:
    place = "" if here.standing else here.name_of(one.region_code)
    return Short(one.title, here.href(one), one.spoken, place, amount, one.owner)


def _table(here: Here, state: str, found: Sequence[Experiment]) -> TableData:
    columns = tuple(Column(_(f"experiments.column.{name}")) for name in COLUMNS)
    return TableData(_(f"experiments.short.{state}.caption"), columns, tuple(_cells(here, one) for one in found))


def _cells(here: Here, one: Experiment) -> tuple[Cell | str, ...]:
    dates = (one.check_on, one.noted_on, one.funding_until)
    told = (table_day(found) if found else "–" for found in dates)
    return (
        Cell(one.title, quoted=True, language=one.spoken),
        here.name_of(one.region_code),
        Cell(one.owner, quoted=True, language=one.spoken),
        *told,
    )
