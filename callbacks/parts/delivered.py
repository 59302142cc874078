"""How complete and how fresh the figures are, of the country and of a region, beside the reading line."""

from __future__ import annotations

from collections.abc import Iterator

from callbacks.parts.closed import has_none, sees_all
from callbacks.parts.look import Look
from dashboard.components.reading_line import Coverage, DeliveryFacts, RegionState
from dashboard.components.text import Link
from dashboard.i18n import _, day, number
from queries.deliveries import Delivery
from queries.region_standing import IN_VIEW, NOT_SEEN, RegionStanding

LIST = "#regios"
STATES = {
    None: "geleverd",
    "verouderd": "te_laat",
    "niet_aangeleverd": "niet_geleverd",
    "wacht_op_akkoord": "wacht_op_akkoord",
    "doet_niet_mee": "doet_niet_mee",
}


def coverage(look: Look, list_at: str = "") -> Coverage:
    """`list_at` is where on this page the regions are listed; else that is on the national one."""
    return Coverage(
        delivered=look.standings.together.present,
        expected=len(look.standings.taking_part),
        days_old=look.days_old,
        regions=(*_seen(look), *_others(look)),
        note=" · ".join([*_missing(look), *of_area(look)]),
        link=Link(_(f"national.coverage.link_{_listed(look)}"), list_at or f"{look.href('/')}{LIST}"),
    )


def _listed(look: Look) -> str:
    return "all" if sees_all(look) else "areas" if has_none(look) else "own"


def _seen(look: Look) -> Iterator[RegionState]:
    """By name, with those of which it is public that they take no part."""
    shown = (one for one in look.standings.regions if one.gap != NOT_SEEN)
    return (RegionState(one.region.name, STATES[one.gap]) for one in shown)


def _others(look: Look) -> list[RegionState]:
    """Of regions that may not be seen only how many are in the figures."""
    others = [one for one in look.standings.taking_part if not one.seen]
    own = sum(one.seen and one.gap is None for one in look.standings.taking_part)
    there = look.standings.together.present - own
    return [RegionState("", STATES[None] if at < there else "nog_niet") for at in range(len(others))]


def of_area(look: Look) -> tuple[str, ...]:
    """How well the regions of an area cover it; nothing of the whole country."""
    if look.area is None:
        return ()
    if look.area.is_exact:
        return (_("frame.area_exact", name=look.area.region.name),)
    shares = {"within": _percent(look.area.within), "reached": _percent(look.area.reached)}
    return (_("frame.area_approximate", name=look.area.region.name, **shares),)


def _percent(fraction: float) -> str:
    return f"{number(round(100 * fraction))}%"


def _missing(look: Look) -> list[str]:
    """Two by name; of those that may not be seen only how many there are."""
    absent = [one for one in look.standings.taking_part if one.seen and one.gap]
    listed = [_(f"national.coverage.{one.gap}", name=one.region.name) for one in absent[:2]]
    more = len(look.standings.taking_part) - look.standings.together.present - len(listed)
    if not listed and more > 0:
        return [_("national.coverage.unnamed", n=more)]
    return [*listed, _("national.coverage.more", n=more)] if more > 0 else listed


def of_region(look: Look, standing: RegionStanding) -> DeliveryFacts:
    if not standing.takes_part:
        return DeliveryFacts(_("region.delivery.not_taking_part"), (_("region.delivery.not_taking_part_why"),))
    if not standing.seen:
        return DeliveryFacts(_("closed.shared"), (_("closed.shared_why"),))
    lines = (*_received(_delivery_to_tell_of(look, standing)), *_start(standing))
    key = {None: "here", "wacht_op_akkoord": "waiting"}.get(standing.gap, "missing")
    return DeliveryFacts(_(f"region.delivery.{key}"), lines)


def _delivery_to_tell_of(look: Look, standing: RegionStanding) -> Delivery | None:
    """The one of this reference date; when that is missing, the first that is missing before it."""
    until = sorted(
        (one for one in standing.deliveries if one.reference_date <= look.moment.reference_date),
        key=lambda one: one.reference_date,
    )
    missing = [one for one in until if one.received_on is None]
    return missing[0] if missing else until[-1] if until else None


def _received(delivery: Delivery | None) -> tuple[str, ...]:
    if delivery is None:
        return ()
    if delivery.received_on is None:
        return (_("region.delivery.due", date=day(delivery.due_on)),)
    on_time = _("region.delivery.on_time" if delivery.is_on_time else "region.delivery.late")
    corrected = (
        (_("region.delivery.corrected", reason=delivery.correction_reason),) if delivery.correction_reason else ()
    )
    return (_("region.delivery.received", date=day(delivery.received_on), on_time=on_time), *corrected)


def _start(standing: RegionStanding) -> tuple[str, ...]:
    promise = standing.promises.get(IN_VIEW)
    return (_("region.delivery.start", date=day(promise.start_on)),) if promise else ()
