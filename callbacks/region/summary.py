"""The first message of a region's page: reading line, delivery, tiles, and what asks for attention."""

from __future__ import annotations

from collections.abc import Mapping

from callbacks.parts import noticed
from callbacks.parts.look import Look
from callbacks.parts.tiles import (
    ON_TIME,
    national_beside,
    of_region,
    on_time_tile,
    punctuality,
    unknown_share,
    youths_tile,
)
from dashboard.components.reading_line import DeliveryFacts, ReadingLine
from dashboard.components.tile import Tile
from dashboard.i18n import _, day, number
from dashboard.sentences.region import RegionFacts, Signal, region_line
from queries.deliveries import Delivery
from queries.milestones import OnTime
from queries.region_standing import IN_TRAJECTORY, IN_VIEW, PLACED, RegionStanding


def reading_line(look: Look, standing: RegionStanding, signal: Signal | None) -> ReadingLine:
    measured = of_region(standing, IN_VIEW)
    kept = [one for one in standing.milestones if one.cancelled_on is None]
    facts = RegionFacts(
        name=standing.region.name,
        reference_date=look.moment.reference_date,
        gap=standing.gap,
        last_date=standing.last_date,
        in_view=measured.value,
        difference=measured.difference,
        noise=look.rules.change_noise_youths,
        late=sum(one.expected_late_days(look.moment.today) > 0 for one in kept),
        milestones=len(kept) if look.moment.is_newest else None,
        signal=signal,
    )
    notice = noticed.of_region(look, standing.region.code)
    return ReadingLine(region_line(facts), _delivery(look, standing), notice=notice)


def _delivery(look: Look, standing: RegionStanding) -> DeliveryFacts:
    if not standing.takes_part:
        return DeliveryFacts(_("region.delivery.not_taking_part"), (_("region.delivery.not_taking_part_why"),))
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


def tiles(look: Look, standing: RegionStanding, ended: Mapping[str, int]) -> tuple[Tile, ...]:
    """`ended` are the young people whose trajectory ended, by destination."""
    unknown = {PLACED: unknown_share(ended)}
    counted = (
        youths_tile(
            look,
            code,
            of_region(standing, code, unknown.get(code)),
            region_code=standing.region.code,
            national=national_beside(look, code, standing),
            gap=standing.gap,
        )
        for code in (IN_VIEW, IN_TRAJECTORY, PLACED)
    )
    return (*counted, _on_time(look, standing))


def _on_time(look: Look, standing: RegionStanding) -> Tile:
    country = OnTime.of(look.standings.milestones, look.moment.today).share
    beside = _("region.on_time.national", share=number(round(country))) if country is not None else ""
    pilots = len({one.pilot_code for one in standing.milestones})
    where = _("tiles.where.region_pilots", n=pilots, milestones=len(standing.milestones)) if pilots else ""
    found = punctuality(look, list(standing.milestones), standing.region.code)
    norm, code = look.reference.norms[ON_TIME], standing.region.code
    return on_time_tile(look, found, norm, where=where, region_code=code, national=beside)
