"""How many young people wait for help, how long, and how many intakes were in time (K04)."""

from __future__ import annotations

from collections.abc import Sequence

from callbacks.parts import widths
from callbacks.trajectories.here import NOTHING, Here, waiting_dates
from dashboard import printed
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.figure_card import Card
from dashboard.figures.waiting import Event, Stack, waiting
from dashboard.i18n import _, day, short_day
from queries.experiments import Experiment
from queries.reader import NATIONAL_CODE
from queries.trajectories import INTAKES, WAITING

IN_TIME = "tot_4"
MOST_EVENTS = 3
# By these words of its title or question an experiment is one about the backlog.
ABOUT_BACKLOG = ("wegwerk", "caseload", "wachtlijst", "wachttijd", "wachtend")


def card(here: Here) -> Card:
    stacks, places = _stacks(here), here.figures(WAITING, here.day).regions
    events = [Event(one.started_on, _label(here, one)) for one in _experiments(here)]
    there = any(stack.counts is not None for stack in stacks)
    codes = list(here.look.reference.lists["waiting_class"])
    labels = [here.look.label("waiting_class", code).lower() for code in codes]
    return Card(
        title=_title(stacks),
        subtitle=_subtitle(here, places),
        figure=waiting(stacks, labels, events, width=widths.HALF),
        chart_name=_("trajectories.waiting.name"),
        sentence=_sentence(here, stacks),
        table=_table(stacks, labels) if there else TableData(_("trajectories.waiting.caption"), (), ()),
        source=here.source("waiting", places),
        note=_note(here, places, events) if there else "",
        empty=None if there else here.missing(here.day),
    )


def _stacks(here: Here) -> list[Stack]:
    """From the first date with figures on. Of the country those of regions that delivered every date: others would
    make the number rise by joining."""
    codes = list(here.look.reference.lists["waiting_class"])
    stacks = []
    for on in waiting_dates(here.day):
        found = here.figures(WAITING, on)
        stacks.append(Stack(on, None if found is NOTHING else tuple(found.of(code) for code in codes)))
    first = next((at for at, stack in enumerate(stacks) if stack.counts is not None), 0)
    return stacks[first:]


def _experiments(here: Here) -> list[Experiment]:
    """About the backlog, the newest ones; of this region, or of all."""
    first = waiting_dates(here.day)[0]
    found = [
        one
        for one in here.look.experiments
        if here.place in (NATIONAL_CODE, one.region_code)
        and first <= one.started_on <= here.day
        and any(word in f"{one.title} {one.question}".lower() for word in ABOUT_BACKLOG)
    ]
    return sorted(found, key=lambda one: one.started_on)[-MOST_EVENTS:]


def _label(here: Here, one: Experiment) -> str:
    standing = here.look.standings.of(one.region_code)
    return one.title if here.standing or standing is None else f"{standing.region.name}: {one.title}"


def _last(stacks: Sequence[Stack]) -> tuple[int, ...] | None:
    return stacks[-1].counts if stacks else None


def _title(stacks: Sequence[Stack]) -> str:
    last = _last(stacks)
    if last is None:
        return _("trajectories.waiting.title_none")
    if not sum(last):
        return _("trajectories.waiting.title_nobody")
    if not last[-1]:
        return _("trajectories.waiting.title_short", count=printed.count(sum(last)))
    return _("trajectories.waiting.title", count=printed.count(sum(last)), long=printed.count(last[-1]))


def _subtitle(here: Here, places: int) -> str:
    if here.standing:
        return _("trajectories.waiting.subtitle", date=day(here.day))
    return _("trajectories.waiting.subtitle_country", date=day(here.day), n=places)


def _note(here: Here, places: int, events: Sequence[Event]) -> str:
    coincide = _("trajectories.waiting.coincide", n=len(events)) if events else ""
    return " ".join(filter(None, (_intakes(here), coincide, here.coverage_note(places))))


def _intakes(here: Here) -> str:
    """K04: the part of the intakes of twelve months that came within four weeks."""
    own, country = (_in_time(here, place) for place in (here.place, NATIONAL_CODE))
    if not here.figures(INTAKES, here.quarter).every:
        return _("trajectories.waiting.no_intakes", date=day(here.quarter))
    if own is None:
        return _("trajectories.waiting.few_intakes", date=day(here.quarter))
    said = _("trajectories.waiting.intakes", share=own, date=day(here.quarter))
    return f"{said} {_('trajectories.waiting.intakes_country', share=country)}" if here.standing and country else said


def _in_time(here: Here, place: str) -> str | None:
    found = here.figures(INTAKES, here.quarter, place)
    return printed.percentage(printed.share_of(found.of(IN_TIME), found.every))


def _sentence(here: Here, stacks: Sequence[Stack]) -> str:
    last = _last(stacks)
    if last is None:
        return _("trajectories.waiting.title_none")
    told = {"count": printed.youths(sum(last)), "long": printed.count(last[-1])}
    return _("trajectories.waiting.sentence", name=here.name, date=day(stacks[-1].on), **told)


def _table(stacks: Sequence[Stack], labels: Sequence[str]) -> TableData:
    columns = (
        Column(_("trajectories.waiting.date")),
        *(Column(label, numeric=True) for label in labels),
        Column(_("trajectories.waiting.every"), numeric=True),
    )
    return TableData(_("trajectories.waiting.caption"), columns, tuple(_row(stack, len(labels)) for stack in stacks))


def _row(stack: Stack, many: int) -> tuple[Cell | str, ...]:
    if stack.counts is None:
        return (short_day(stack.on), *("×" for _at in range(many + 1)))
    return (short_day(stack.on), *map(printed.count, stack.counts), printed.count(sum(stack.counts)))
