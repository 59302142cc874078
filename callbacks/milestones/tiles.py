"""On time, days late, red without an action, and judged otherwise than computed: now and in the publication before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from callbacks.milestones.here import Here
from callbacks.parts.measures import engine, tile
from dashboard.components.status import Change, outcome
from dashboard.components.tile import Tile
from dashboard.i18n import _, number, short_day, signed
from dashboard.printed import names
from queries.judged import LATE, ON_TIME, Told
from queries.plans import Plan
from queries.reference import Rules

MOST_NAMES = 3
Counts = Callable[[Plan, Rules, date], bool]


class Counted(NamedTuple):
    """`plans` are those that it holds for; `before` so many in the publication before."""

    plans: list[Plan]
    before: int | None


def tiles(here: Here) -> tuple[Tile, ...]:
    return (_measured(here, ON_TIME), _measured(here, LATE), _no_recovery(here), _differs(here))


def without_recovery(plan: Plan, rules: Rules, today: date) -> bool:
    return any(one.is_without_recovery(rules, today) for one in plan.open)


def _measured(here: Here, code: str) -> Tile:
    """By the engine of all indicators, of the pilots that are shown; where a region is silent there is no figure."""
    found = here.look.standings
    rows = [*found.milestones, *found.replaced_milestones] if here.known else []
    told = Told([one for one in rows if here.pilot in (None, one.pilot_code)])
    return tile(here.look, engine(here.look, told).measure(code, here.region_code), where=_where(here))


def _where(here: Here) -> str:
    if not here.plans:
        return ""
    if here.is_of_steps:
        many = sum(len(plan.milestones) for plan in here.plans)
        return _("tiles.where.region_pilots", n=len(here.plans), milestones=many)
    return _("tiles.where.pilots", n=len(here.plans), regions=len({plan.first.region_code for plan in here.plans}))


def _count_change(here: Here, found: Counted) -> Change:
    """Fewer is better."""
    previous = here.look.reader.previous
    if found.before is None or previous is None:
        return Change("geen_vergelijking")
    difference = len(found.plans) - found.before
    text = "" if difference == 0 else signed(difference)
    return Change(outcome("down", difference), text, short_day(previous.published_on), rising=difference > 0)


def _no_recovery(here: Here) -> Tile:
    found = _counted(here, without_recovery)
    behind = [plan for plan in here.known if plan.computed(here.look.rules, here.today) == "achter"]
    return _tile(
        here,
        "no_recovery",
        value=number(len(found.plans)) if here.known else None,
        status="achter" if found.plans else "op_koers",
        change=_count_change(here, found),
        behind=_named(here, found.plans),
        definition=f"{here.look.href('/definities')}#aandacht",
        n=len(behind),
    )


def _differs(here: Here) -> Tile:
    found = _counted(here, lambda plan, rules, today: plan.differs(rules, today))
    milder = sum(_is_milder(here, plan) for plan in found.plans)
    return _tile(
        here,
        "differs",
        value=number(len(found.plans)) if here.known else None,
        status="let_op" if found.plans else "op_koers",
        change=_count_change(here, found),
        behind=_("milestones.tiles.differs.milder", n=milder) if found.plans else "",
        definition=f"{here.look.href('/definities')}#aandacht",
        n=len(here.plans),
    )


def _is_milder(here: Here, plan: Plan) -> bool:
    """People think better of it than its dates say."""
    order, judged = ("op_koers", "let_op", "achter"), here.judged(plan)
    return judged is not None and order.index(judged.status) < order.index(here.computed(plan))


def _counted(here: Here, holds: Counts) -> Counted:
    rules, previous = here.look.rules, here.look.reader.previous
    now = [plan for plan in here.known if holds(plan, rules, here.today)]
    if previous is None or not here.known:
        return Counted(now, None)
    before = sum(holds(plan, rules, previous.published_on) for plan in here.plans_in(previous))
    return Counted(now, before)


def _named(here: Here, plans: list[Plan]) -> str:
    if not plans:
        return ""
    listed = list(dict.fromkeys(here.region(plan.first.region_code) for plan in plans))
    more = len(listed) - MOST_NAMES
    shown = [*listed[:MOST_NAMES], _("milestones.tiles.more", n=more)] if more > 0 else listed
    return names(shown)


def _tile(
    here: Here, key: str, *, value: str | None, status: str, change: Change, behind: str, definition: str, n: int = 0
) -> Tile:
    return Tile(
        label=_(f"milestones.tiles.{key}.label"),
        value=value,
        unit=_(f"milestones.tiles.{key}.unit", n=n),
        status=status if value is not None else "onbekend",
        change=change,
        bullet=None,
        behind=behind,
        reference_date=here.today,
        days_old=(here.look.now - here.today).days,
        definition_href=definition,
        history_href=None,
        gap="niet_aangeleverd" if here.plans else "niet_van_toepassing",
        gap_reason=_("milestones.tiles.silent" if here.plans and not here.known else "milestones.tiles.nothing"),
    )
