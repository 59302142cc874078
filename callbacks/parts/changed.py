"""What a change is called, and how what it was, what it is and why are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from callbacks.parts.look import Look
from dashboard import printed
from dashboard.address import href
from dashboard.components.change_list import ChangeRow
from dashboard.components.data_table import Cell
from dashboard.i18n import _, day, month, table_day
from dashboard.tile_names import KEYS
from dashboard.traced import EXPERIMENT, MILESTONE, history_path
from queries import history
from queries.compared import KINDS, REVISED, Change, Figure, Value
from queries.entries import COUNTS, DESTINATION, FLOW, INDICATOR, PHASE, WAITING
from queries.reader import NATIONAL_CODE
from warehouse.schema.calendar import months_before

NOTHING = Cell("–")
STATUSES = ("course", "judgement", "aged", "state")
# Aspects that are codes of a list.
LISTS = {
    "verdict": "verdict",
    "level": "obstacle_level",
    "theme": "obstacle_theme",
    "rhythm": "rhythm",
    "pilot_line": "pilot_line",
}
# Aspects whose date is told with a word before it: of what it was, and of what it is.
DATED: Mapping[str, tuple[str, str]] = {
    "reached": ("expected_on", "reached_on"),
    "cancelled": ("expected_on", "cancelled_on"),
    "solved": ("open_since", "solved_on"),
}
TRACED = {
    INDICATOR: history.INDICATOR,
    PHASE: history.PHASE,
    FLOW: history.MOVEMENT,
    DESTINATION: history.DESTINATION,
}
COMPUTED = ("course", "aged")
ASKED_WHY = ("cancelled", "planned_on", "baseline_on", "figure", "amount")


def in_order(changes: Iterable[Change]) -> list[Change]:
    """What matters most first, of that the newest, and figures that have a tile before what they are made of."""
    return sorted(
        changes,
        key=lambda one: (
            KINDS.index(one.kind),
            -one.publication.number,
            COUNTS.index(one.subject) if one.subject in COUNTS else -1,
            one.subject,
            one.code,
            one.day or date.min,
        ),
    )


def change_row(look: Look, change: Change, who: str = "") -> ChangeRow:
    return ChangeRow(
        kind=_(f"changes.kind.{change.kind}"),
        name=name_of(look, change),
        aspect=aspect_of(change),
        title=change.title,
        was=value_of(look, change, change.was, now=False),
        now=value_of(look, change, change.now, now=True),
        why=why(look, change),
        who=who,
        href=_history(look, change),
    )


def _history(look: Look, change: Change) -> str | None:
    """Where the history of this value is, if it has one."""
    place = None if change.region_code == NATIONAL_CODE else change.region_code
    if change.subject == "milestone":
        return look.href(history_path(place, MILESTONE, change.other_code or "", change.code))
    if change.subject == "experiment":
        return look.href(history_path(place, EXPERIMENT, change.code))
    if change.aspect != "figure" or change.subject not in TRACED or change.day is None:
        return None
    codes = [change.code, *([change.other_code] if change.other_code else [])]
    day = months_before(change.day, -1) if change.subject == FLOW else change.day
    return href(history_path(place, TRACED[change.subject], *codes), look.filters.but(reference_date=day))


def name_of(look: Look, change: Change) -> str:
    if change.aspect in ("figures", "regions") and change.day:
        return _("changes.subject.figures", date=day(change.day))
    return NAMES[change.subject](look, change)


def _of_step(look: Look, change: Change) -> str:
    return f"{change.code}. {look.label('step', change.code)}"


def _of_subject(_look: Look, change: Change) -> str:
    return _(f"changes.subject.{change.subject}")


def _of_indicator(look: Look, change: Change) -> str:
    """As its tile calls it, if it has one."""
    return _(f"tiles.{KEYS[change.code]}.label") if change.code in KEYS else look.label("indicator", change.code)


def _of_target(look: Look, change: Change) -> str:
    return _("changes.subject.target", name=_of_indicator(look, change))


def _of_phase(look: Look, change: Change) -> str:
    return _("changes.subject.phase", name=look.label("phase", change.code))


def _of_movement(look: Look, change: Change) -> str:
    start, end = (_end(look, code) for code in (change.code, change.other_code or ""))
    return _("changes.subject.movement", start=start, end=end)


def _end(look: Look, code: str) -> str:
    kind = "phase" if code in look.reference.lists["phase"] else "flow_end"
    return look.label(kind, code)


def _of_waiting(look: Look, change: Change) -> str:
    return _("changes.subject.waiting", name=look.label("waiting_class", change.code))


def _of_destination(look: Look, change: Change) -> str:
    return _("changes.subject.destination", name=look.label("destination", change.code))


NAMES: Mapping[str, Callable[[Look, Change], str]] = {
    "milestone": _of_step,
    "experiment": _of_subject,
    "obstacle": _of_subject,
    "experiment_note": _of_subject,
    "pilot": _of_subject,
    "partner": _of_subject,
    "participation": _of_subject,
    "target": _of_target,
    INDICATOR: _of_indicator,
    PHASE: _of_phase,
    WAITING: _of_waiting,
    FLOW: _of_movement,
    DESTINATION: _of_destination,
    "indicator_value": _of_indicator,
}


def aspect_of(change: Change) -> str:
    """What of it; of a figure the date or month that it is of, of a note the day on which it was written."""
    if change.day is None or change.aspect in ("figures", "regions", "certainty"):
        return _(f"changes.aspect.{change.aspect}")
    if change.subject == FLOW:
        return month(change.day)
    when = table_day(change.day)
    return _("changes.aspect.year", date=when) if change.subject == DESTINATION else when


def value_of(look: Look, change: Change, value: Value, *, now: bool) -> Cell:
    if value is None:
        return NOTHING
    if change.aspect in STATUSES:
        code = str(value)
        return Cell(status=code) if now else Cell(_(f"components.status.{code}"), struck=True)
    text = _text(look, change, value, now=now)
    return Cell(text, struck=not now, strong=now and not _is_quoted(change), quoted=_is_quoted(change))


def _is_quoted(change: Change) -> bool:
    return change.aspect in ("title", "question", "observed", "recovery")


def _text(look: Look, change: Change, value: Value, *, now: bool) -> str:
    if isinstance(value, Figure):
        return figure(value)
    if isinstance(value, date):
        return _dated(change, value, now=now)
    if change.aspect in LISTS:
        return look.label(LISTS[change.aspect], str(value))
    return _(f"frame.elsewhere.{value}") if change.aspect == "certainty" else str(value)


def _dated(change: Change, value: date, *, now: bool) -> str:
    words = DATED.get(change.aspect)
    return _(f"changes.value.{words[now]}", date=table_day(value)) if words else table_day(value)


def figure(value: Figure) -> str:
    """735 van 1.095, or < 10."""
    if value.base is None:
        return printed.count(value.amount)
    return _("changes.value.share", count=printed.count(value.amount), of=printed.count(value.base))


def why(look: Look, change: Change) -> Cell:
    if change.aspect == "aged":
        return Cell(_("changes.why.aged", days=round(look.rules.judgement_days)))
    if change.reason:
        return Cell(change.reason, quoted=True)
    if change.publication.restores is not None:
        return Cell(_("changes.why.restored", number=change.publication.restores))
    if change.region_code == NATIONAL_CODE and change.kind == REVISED:
        return Cell(_regions_that_corrected(look, change))
    return Cell(_("changes.why.not_told") if change.aspect in ASKED_WHY else "")


def _regions_that_corrected(look: Look, change: Change) -> str:
    """The country is a sum: it was revised because these were."""
    codes = {one.region_code for one in look.corrections if one.publication == change.publication}
    listed = [one.region.name for one in look.standings.every if one.region.code in codes]
    if not listed and not look.reader.access.sees_everything:
        return _("closed.title")
    return _("changes.why.regions", names=names(listed)) if listed else _("changes.why.not_told")


MOST_NAMES = 2


def names(listed: list[str]) -> str:
    shown, more = ", ".join(listed[:MOST_NAMES]), len(listed) - MOST_NAMES
    return _("changes.and_more", names=shown, n=more) if more > 0 else shown
