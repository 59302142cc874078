"""The history of a count of young people: of one region, or of regions together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from callbacks.history import movements, parts, promises
from callbacks.history.here import Here
from callbacks.history.stood import Stood, amount, changed_parts, moved, stood
from callbacks.history.story import CHANGES, Event, Story, Told, story
from callbacks.parts import sturdy
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import Move
from dashboard.i18n import _, day, month
from dashboard.sentences.history import HistoryFacts
from queries.history import (
    DESTINATION,
    INDICATOR,
    MOVEMENT,
    PHASE,
    Amount,
    Figure,
    Step,
    Timeline,
    amounts,
    amounts_together,
)
from queries.measures import QUARTERLY
from queries.provenance import sources
from warehouse.reference import rows
from warehouse.schema.calendar import month_before, quarter_of

# Counted over the twelve months before the reference date.
OF_A_YEAR = {
    row["indicator_code"] for row in rows("indicator_version") if row["fact"] in ("exit_count", "intake_count")
}


def tell(here: Here) -> Story:
    reader, figure = here.look.reader, _figure(here)
    codes = [one.region.code for one in here.standings]
    found = amounts_together(reader, figure, codes) if here.is_sum else amounts(reader, figure, codes)
    told_by = sources(reader, figure, _to_be_told(here, found))
    line = Timeline.of(reader.so_far, partial(stood, found, told_by, here.region_code))
    events = [_event(here, step, first=at == 0) for at, step in enumerate(line.steps)]
    told = Told(
        facts=_facts(here, figure, line, events),
        events=events,
        value=amount(line.now.value) if line.now else "",
        quote=next((one.reason for one in reversed(events) if one.kind in CHANGES), ""),
        known_since=min((one.first_publication for one in told_by), default=None),
    )
    return story(here, told, _beside(here, figure, line))


def _figure(here: Here) -> Figure:
    """Of the reference date; of what is published by quarter, of the newest quarter."""
    value, date = here.value, here.look.moment.reference_date
    if value.kind == MOVEMENT:
        date = month_before(date)
    elif value.kind == INDICATOR and here.look.reference.kinds[value.codes[0]].rhythm == QUARTERLY:
        date = quarter_of(date)
    return Figure(value.kind, value.codes, (date,))


def _to_be_told(here: Here, found: Sequence[Amount]) -> list[str]:
    """Of the country only regions that changed: no delivery tells the rest of what became of the sum."""
    if here.region_code or here.is_sum:
        return [here.region_code] if here.region_code else []
    return sorted({one.region_code for one in found if one.first_publication > 1})


def _event(here: Here, step: Step[Stood], *, first: bool) -> Event:
    reasons = _reasons(here, step)
    return Event(
        publication=step.publication,
        kind=_kind(here, step, first=first, corrected=bool(reasons)),
        moves=(_move(step), *(() if here.standing or here.is_sum or first else parts.moves(here, step))),
        source=step.now.source if step.now else None,
        is_told=here.standing is not None,
        reason=" ".join(reasons),
    )


def _kind(here: Here, step: Step[Stood], *, first: bool, corrected: bool) -> str:
    if step.now is None:
        return "withdrawn"
    if step.was is None:
        return "first" if first else "returned"
    if step.was.value == step.now.value:
        return "again" if here.standing else "same_sum"
    if step.publication.restores is not None:
        return "restored"
    return "corrected" if corrected else "changed"


def _move(step: Step[Stood]) -> Move:
    was, now = (amount(one.value) if one else "" for one in (step.was, step.now))
    return Move("" if was == now else was, now)


def _reasons(here: Here, step: Step[Stood]) -> list[str]:
    """Of the deliveries that took the place of others, where they changed something or are what it is about.

    An undo has a reason of its own, which its publication tells.
    """
    if step.now is None or step.publication.restores or (step.was is None and here.standing is None):
        return []
    before = step.was.told if step.was else {}
    told = (step.now.told.get(code) for code in ([here.region_code] if here.region_code else changed_parts(step)))
    came = [one for one in told if one and before.get(one.region_code) != one]
    return list(dict.fromkeys(one.reason for one in came if one.reason))


def _facts(here: Here, figure: Figure, line: Timeline[Stood], events: Sequence[Event]) -> HistoryFacts:
    subject = _("history.subject.figure", name=here.name, place=here.place, when=_when(figure))
    changed = [(step, one) for step, one in zip(line.steps, events, strict=True) if one.kind in CHANGES]
    publication = changed[-1][1].publication if changed else line.first or here.look.reader.publication
    return HistoryFacts(
        subject=subject,
        number=publication.number,
        published_on=publication.published_on,
        stood=bool(events),
        withdrawn=bool(events) and line.now is None,
        changes=len(changed),
        corrected=all(one.kind == "corrected" for _step, one in changed),
        now=amount(line.now.value) if line.now else "",
        moved=moved(changed[-1][0]) if changed else "",
        regions=0 if here.standing or here.is_sum or line.now is None else len(line.now.parts),
        changed=tuple(parts.names(here, [step for step, _one in changed])),
    )


def _when(figure: Figure) -> str:
    (date,) = figure.days
    if figure.kind == MOVEMENT:
        return _("history.when.month", month=month(date))
    of_a_year = figure.kind == DESTINATION or (figure.kind == INDICATOR and figure.codes[0] in OF_A_YEAR)
    return _("history.when.year" if of_a_year else "history.when.day", date=day(date))


def _beside(here: Here, figure: Figure, line: Timeline[Stood]) -> tuple[HtmlCard, ...]:
    if here.standing is None:
        return (sturdy.html_card(lambda: parts.card(here, line)),) if line.steps else ()
    if figure.kind == INDICATOR:
        return (sturdy.html_card(lambda: promises.card(here)),)
    if figure.kind == PHASE:
        return (sturdy.html_card(lambda: movements.card(here)),)
    return ()
