"""What was expected, publication by publication: of the last step of each pilot, or of each open step of a few."""

from __future__ import annotations

from collections import defaultdict

from callbacks.milestones.here import Here
from callbacks.parts import widths
from dashboard.components.data_table import Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.figures.milestone_trend import Line, Told, milestone_trend
from dashboard.i18n import _, number, short_day, table_day
from queries.milestones import Milestone

MOST_MARKED = 6
Key = tuple[str, str, str]


def card(here: Here) -> Card:
    lines = _lines(here)
    enough = any(len(line.told) > 1 for line in lines)
    return Card(
        title=here.titled(_title(here, lines)) if enough else _("milestones.trend.title_few"),
        subtitle=here.subtitle(
            _("milestones.trend.subtitle_steps" if here.is_of_steps else "milestones.trend.subtitle")
        ),
        figure=milestone_trend(lines if enough else [], width=widths.HALF),
        chart_name=_("milestones.trend.name"),
        sentence=_sentence(here, lines),
        table=_table(here, lines),
        source=here.source("plans"),
        note=_("milestones.trend.note") if enough else "",
        empty=None if enough else _none(here),
    )


def _none(here: Here) -> Empty:
    return here.none or Empty(_("milestones.trend.none"), _("milestones.trend.none_reason"), hatch="te_weinig")


def _lines(here: Here) -> list[Line]:
    """Those that moved most are marked; in a region all."""
    told = _told(here)
    found = [Line(_name(here, one), told[_key(one)], here.is_of_steps) for one in _followed(here) if told[_key(one)]]
    if here.is_of_steps:
        return found
    moved = sorted((line for line in found if line.slipped > 0), key=lambda line: -line.slipped)[:MOST_MARKED]
    return [line._replace(marked=line in moved) for line in found]


def _key(one: Milestone) -> Key:
    return one.region_code, one.pilot_code, one.step_code


def _followed(here: Here) -> list[Milestone]:
    """Of a pilot that is over nothing can move any more."""
    if here.is_of_steps:
        return [one for plan in here.plans for one in plan.open]
    return [plan.open[-1] for plan in here.plans if plan.open]


def _told(here: Here) -> dict[Key, tuple[Told, ...]]:
    """In every publication so far, as it was told then."""
    found: dict[Key, tuple[Told, ...]] = defaultdict(tuple)
    for publication in here.look.reader.so_far:
        for one in here.own.ever:
            if publication.holds(one) and one.is_open():
                found[_key(one)] += (Told(publication.published_on, one.expected_on),)
    return found


def _name(here: Here, one: Milestone) -> str:
    if not here.is_of_steps:
        return here.region(one.region_code)
    return (
        one.step_code
        if len(here.plans) == 1
        else f"{one.step_code} · {here.look.label('pilot_line', one.pilot_line_code)}"
    )


def _title(here: Here, lines: list[Line]) -> str:
    moved = [line for line in lines if line.slipped > 0]
    if not moved:
        return _("milestones.trend.title_still")
    most = max(moved, key=lambda line: line.slipped)
    first = short_day(min(one.told_on for line in lines for one in line.told))
    if len(lines) == 1:
        return _("milestones.trend.title_of_one", days=most.slipped, name=most.label, date=first)
    key = "milestones.trend.title_steps" if here.is_of_steps else "milestones.trend.title"
    return _(key, n=len(moved), all=len(lines), days=most.slipped, name=most.label, date=first)


def _sentence(here: Here, lines: list[Line]) -> str:
    listed = [
        _(
            "milestones.trend.said",
            name=line.label,
            was=table_day(line.told[0].expected_on),
            now=table_day(line.told[-1].expected_on),
        )
        for line in lines
        if line.slipped
    ]
    return _("milestones.trend.sentence", listed="; ".join(listed)) if listed else _("milestones.trend.title_still")


def _table(here: Here, lines: list[Line]) -> TableData:
    days = sorted({one.told_on for line in lines for one in line.told})
    columns = (
        Column(_("milestones.trend.column.name")),
        *(Column(short_day(day)) for day in days),
        Column(_("milestones.trend.column.slipped"), numeric=True),
    )
    rows = []
    for line in lines:
        told = {one.told_on: table_day(one.expected_on) for one in line.told}
        rows.append((line.label, *(told.get(day, "–") for day in days), number(line.slipped)))
    return TableData(_("milestones.trend.caption"), columns, tuple(rows))
