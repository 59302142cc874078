"""On time, days late, red without an action, and judged otherwise than computed: now and in the publication before."""

from __future__ import annotations

from callbacks.milestones.here import Here
from callbacks.parts.measures import engine, tile
from dashboard.components.status import Change, outcome
from dashboard.components.tile import Tile
from dashboard.i18n import _, number, short_day, signed
from dashboard.printed import names
from queries.judged import LATE, ON_TIME, Told
from queries.pilot_sums import Counted
from queries.plans import Plan

MOST_NAMES = 3


def tiles(here: Here) -> tuple[Tile, ...]:
    return (_measured(here, ON_TIME), _measured(here, LATE), _no_recovery(here), _differs(here))


def _measured(here: Here, code: str) -> Tile:
    """By the engine of all indicators, of the pilots that are shown; where a region is silent there is no figure."""
    if not here.is_of_steps:
        return tile(here.look, engine(here.look).measure(code), where=_where(here))
    found = here.look.standings
    rows = [*found.milestones, *found.replaced_milestones] if here.known else []
    told = Told([one for one in rows if here.pilot in (None, one.pilot_code)])
    return tile(here.look, engine(here.look, told).measure(code, here.region_code), where=_where(here))


def _where(here: Here) -> str:
    if not here.sums.pilots:
        return ""
    if here.is_of_steps:
        many = sum(len(plan.milestones) for plan in here.plans)
        return _("tiles.where.region_pilots", n=len(here.plans), milestones=many)
    return _("tiles.where.pilots", n=here.sums.pilots, regions=here.sums.regions)


def _count_change(here: Here, found: Counted) -> Change:
    """Fewer is better."""
    previous = here.look.reader.previous
    if found.before is None or previous is None:
        return Change("geen_vergelijking")
    difference = found.now - found.before
    text = "" if difference == 0 else signed(difference)
    return Change(outcome("down", difference), text, short_day(previous.published_on), rising=difference > 0)


def _no_recovery(here: Here) -> Tile:
    found, rules = here.sums.without_recovery, here.look.rules
    return _tile(
        here,
        "no_recovery",
        value=number(found.now) if here.sums.known else None,
        status="achter" if found.now else "op_koers",
        change=_count_change(here, found),
        behind=_named(here, [plan for plan in here.known if plan.lacks_recovery(rules, here.today)]),
        definition=f"{here.look.href('/definities')}#aandacht",
        n=here.sums.behind,
    )


def _differs(here: Here) -> Tile:
    found = here.sums.differing
    return _tile(
        here,
        "differs",
        value=number(found.now) if here.sums.known else None,
        status="let_op" if found.now else "op_koers",
        change=_count_change(here, found),
        behind=_("milestones.tiles.differs.milder", n=found.milder) if found.now else "",
        definition=f"{here.look.href('/definities')}#aandacht",
        n=here.sums.pilots,
    )


def _named(here: Here, plans: list[Plan]) -> str:
    """The regions that may be seen."""
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
        gap="niet_aangeleverd" if here.sums.pilots else "niet_van_toepassing",
        gap_reason=_(
            "milestones.tiles.silent" if here.sums.pilots and not here.sums.known else "milestones.tiles.nothing"
        ),
    )
