"""The six-step trajectory of a pilot: plan, forecast and what was reached."""

from __future__ import annotations

from datetime import date

from callbacks.parts import widths
from callbacks.parts.gaps import no_figures
from callbacks.parts.judged import judgement_of
from callbacks.parts.look import Look
from dashboard.address import region_path
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.components.stations import Judgement, Step, judgement, steps
from dashboard.components.text import Link
from dashboard.figures.stations import Station, stations
from dashboard.i18n import _, day, number, short_day, table_day
from dashboard.pages.milestones import PATH
from dashboard.traced import MILESTONE, history_path
from queries.judged import LATE, Day
from queries.milestones import Milestone
from queries.plans import Plan
from queries.region_standing import RegionStanding


def card(look: Look, standing: RegionStanding) -> Card:
    pilot = _pilot(look, standing)
    return Card(
        title=_title(look, pilot),
        subtitle=_subtitle(look, pilot),
        figure=stations([_station(look, one) for one in pilot], today=look.moment.today, width=widths.WHOLE),
        chart_name=_("region.stations.name"),
        sentence=_sentence(look, pilot),
        table=_table(look, pilot),
        source=_("region.stations.source", name=standing.region.name, date=day(look.moment.today)),
        note=_others(standing, pilot),
        link=Link(_("milestones.link"), look.href(region_path(standing.region.code, PATH))),
        below=(steps([_step(look, one) for one in pilot]), judgement(_judgement(look, pilot))) if pilot else (),
        empty=None if pilot else _none(standing),
    )


def _none(standing: RegionStanding) -> Empty:
    if not standing.takes_part:
        return no_figures(standing)
    return Empty(_("region.stations.none"), _("region.stations.none_reason"), hatch="doet_niet_mee")


def _pilot(look: Look, standing: RegionStanding) -> list[Milestone]:
    """The milestones of the pilot that is latest: that is the one to talk about."""
    pilots: dict[str, list[Milestone]] = {}
    for one in standing.milestones:
        pilots.setdefault(one.pilot_code, []).append(one)
    return max(pilots.values(), key=lambda found: _worst(look, found), default=[])


def _worst(look: Look, pilot: list[Milestone]) -> int:
    return max((one.expected_late_days(look.moment.today) for one in pilot if one.is_open()), default=0)


def _title(look: Look, pilot: list[Milestone]) -> str:
    if not pilot:
        return _("region.stations.title_none")
    late = max(pilot, key=lambda one: one.late_days(look.moment.today) if one.is_open() else 0)
    days = late.late_days(look.moment.today) if late.is_open() else 0
    if days == 0:
        reached = sum(one.done_on is not None for one in pilot)
        kept = sum(one.cancelled_on is None for one in pilot)
        return _("region.stations.title_reached", n=reached, all=kept)
    return _("region.stations.title_late", step=look.label("step", late.step_code), n=days)


def _subtitle(look: Look, pilot: list[Milestone]) -> str:
    if not pilot:
        return ""
    line = look.label("pilot_line", pilot[0].pilot_line_code)
    return _("region.stations.subtitle", pilot=line, date=day(pilot[0].adopted_on), national=_national(look))


def _national(look: Look) -> str:
    """The median of days late of all milestones in the country that are due."""
    today = Day(look.moment.today, look.moment.reference_date)
    late = look.standings.together.judged(LATE, look.reader.publication, today)
    return (
        _("region.stations.national", country=_begun(look.nationally), n=late.numerator)
        if late and late.denominator
        else ""
    )


def _begun(words: str) -> str:
    """Within a line."""
    return f"{words[:1].lower()}{words[1:]}"


def _station(look: Look, one: Milestone) -> Station:
    today = look.moment.today
    return Station(
        number=one.step_code,
        label=look.label("step", one.step_code),
        baseline_on=one.baseline_on,
        planned_on=one.planned_on,
        forecast_on=one.forecast_on,
        done_on=one.done_on,
        cancelled_on=one.cancelled_on,
        late_days=one.expected_late_days(today),
        status=one.status(look.rules, today),
    )


def _step(look: Look, one: Milestone) -> Step:
    today = look.moment.today
    status = one.status(look.rules, today)
    late = one.expected_late_days(today)
    return Step(
        number=int(one.step_code),
        name=look.label("step", one.step_code),
        href=_history(look, one),
        line=_when(one, today),
        note=_lateness(one, late, one.late_days(today)),
        status=status,
        state="reached" if one.done_on else "late" if one.late_days(today) > 0 else "coming",
    )


def _when(one: Milestone, today: date) -> str:
    if one.cancelled_on:
        return _("region.stations.cancelled", date=short_day(one.cancelled_on))
    if one.done_on:
        return _("region.stations.reached", date=short_day(one.done_on))
    key = "region.stations.passed" if one.expected_on < today else "region.stations.expected"
    return _(key, date=short_day(one.expected_on))


def _lateness(one: Milestone, late: int, so_far: int) -> str:
    if one.cancelled_on:
        return _("components.status.vervallen")
    if late == 0:
        return _("region.stations.in_time")
    if one.is_open() and so_far > 0:
        return _("region.stations.late_now", n=so_far)
    return _("region.stations.later", n=late)


def _judgement(look: Look, pilot: list[Milestone]) -> Judgement:
    (plan,) = Plan.of(pilot, int(look.reference.label("step", pilot[0].step_code).extra))
    return judgement_of(look, plan)


def _sentence(look: Look, pilot: list[Milestone]) -> str:
    listed = [f"{look.label('step', one.step_code)}: {_when(one, look.moment.today)}" for one in pilot]
    return _("region.stations.sentence", listed="; ".join(listed)) if listed else _("region.stations.none")


def _others(standing: RegionStanding, pilot: list[Milestone]) -> str:
    names = sorted({one.pilot_name for one in standing.milestones} - {one.pilot_name for one in pilot})
    return _("region.stations.others", n=len(names), names=", ".join(names)) if names else ""


def _table(look: Look, pilot: list[Milestone]) -> TableData:
    keys = ("step", "milestone", "baseline", "planned", "forecast", "done", "late")
    columns = tuple(Column(_(f"region.stations.column.{key}"), numeric=key == "late") for key in keys)
    return TableData(_("region.stations.caption"), columns, tuple(_row(look, one) for one in pilot))


def _history(look: Look, one: Milestone) -> str:
    return look.href(history_path(one.region_code, MILESTONE, one.pilot_code, one.step_code))


def _row(look: Look, one: Milestone) -> tuple[Cell | str, ...]:
    dates = (one.baseline_on, one.planned_on, one.forecast_on, one.done_on)
    written = tuple(table_day(date) if date else "–" for date in dates)
    late = number(one.expected_late_days(look.moment.today))
    name = Cell(f"{one.step_code}. {look.label('step', one.step_code)}", href=_history(look, one))
    return (name, one.title, *written, late)
