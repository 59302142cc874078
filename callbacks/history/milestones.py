"""The history of a step of a pilot, and of how many steps were on time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from callbacks.history import rows
from callbacks.history.here import Here
from callbacks.history.rows import Field, Written, on, typed
from callbacks.history.story import Story
from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import narrow
from dashboard.i18n import _, number, table_day
from dashboard.traced import MILESTONE
from queries.history import Timeline
from queries.milestones import Milestone, milestones
from queries.reader import Publication

LEADING = ("cancelled_on", "done_on", "planned_on", "forecast_on", "judgement", "status")
COLUMNS = ("step", "planned", "status", "changes")


def tell(here: Here) -> Story:
    pilot, step = here.value.codes
    of_pilot = [one for one in ever(here) if one.pilot_code == pilot]
    own = [one for one in of_pilot if one.step_code == step]
    subject = _("history.subject.milestone", step=here.look.label("step", step))
    beside = (card(here, of_pilot, _("history.steps.title")),) if own else ()
    return rows.tell(here, subject, partial(_written, here, own), LEADING, beside)


def ever(here: Here) -> list[Milestone]:
    """Of the places that the history is about, with the chosen pilot line, in every publication so far."""
    reader, line = here.look.reader, here.look.filters.pilot_line
    codes = {one.region.code for one in here.standings}
    found = [one for one in milestones(reader, reader.so_far[0]) if one.region_code in codes]
    of_every_line = line is None or here.value.kind == MILESTONE
    return [one for one in found if of_every_line or one.pilot_line_code == line]


def _written(here: Here, own: Sequence[Milestone], publication: Publication) -> Written | None:
    one = next((row for row in own if publication.holds(row)), None)
    if one is None:
        return None
    return Written(_fields(here, one, publication), one.first_publication, one.replan_reason or "")


def _fields(here: Here, one: Milestone, publication: Publication) -> tuple[Field, ...]:
    """Status and judgement as they were on the day of the publication."""
    today, rules = publication.published_on, here.look.rules
    judgement = _(f"components.status.{one.judgement(rules, today)}") if one.judged else ""
    return (
        on("planned_on", one.planned_on),
        on("forecast_on", one.forecast_on),
        on("done_on", one.done_on),
        on("cancelled_on", one.cancelled_on),
        on("baseline_on", one.baseline_on),
        Field("status", _(f"components.status.{one.status(rules, today)}")),
        Field("judgement", judgement),
        on("judged_on", one.judged_on),
        typed("judged_by", one.judged_by),
        typed("judged_reason", one.judged_reason),
        typed("recovery_action", one.recovery_action),
        typed("recovery_owner", one.recovery_owner),
        on("recovery_due_on", one.recovery_due_on),
        typed("title", one.title),
    )


def card(here: Here, found: Sequence[Milestone], title: str) -> HtmlCard:
    """Each step as it stands now, with the way to its own history."""
    holds = here.look.reader.publication.holds
    listed = [_row(here, one, found) for one in found if holds(one)]
    columns = tuple(Column(_(f"history.steps.{key}"), numeric=key == "changes") for key in COLUMNS)
    rows_of_steps = table(TableData(_("history.steps.caption"), columns, tuple(listed)), caption_shown=False)
    return HtmlCard(title, _("history.steps.subtitle"), [narrow(rows_of_steps)])


def _row(here: Here, one: Milestone, found: Sequence[Milestone]) -> tuple[Cell | str, ...]:
    codes = (one.pilot_code, one.step_code)
    own = [other for other in found if (other.pilot_code, other.step_code) == codes]
    line = Timeline.of(here.look.reader.so_far, partial(_written, here, own))
    return (
        Cell(name(here, one), href=here.history(one.region_code, MILESTONE, *codes)),
        table_day(one.planned_on),
        Cell(status=one.status(here.look.rules, here.look.moment.today)),
        number(len(line.steps) - 1),
    )


def name(here: Here, one: Milestone) -> str:
    return f"{one.step_code}. {here.look.label('step', one.step_code)} ({one.pilot_code})"
