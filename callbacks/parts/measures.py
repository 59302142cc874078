"""The tile of any indicator, from what the engine measures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import sqrt

from callbacks.parts.gaps import sign_of, word_of
from callbacks.parts.look import Look
from callbacks.parts.tiles import bullet_of, of_country, of_region, polarity
from dashboard import printed
from dashboard.components.bullet import Bullet, Mark
from dashboard.components.status import Change, outcome
from dashboard.components.tile import Tile
from dashboard.i18n import _, number, short_day, signed
from dashboard.traced import history_path, kind_of, named
from queries.indicators import ElsewhereValue
from queries.judged import ON_TIME, Day, Told
from queries.measures import DAYS, MEAN, MISSING, NOT_APPLICABLE, SHARE, TOO_FEW, Engine, Measure
from queries.reader import Publication
from queries.region_standing import RegionStanding
from queries.sealed import Sealed
from warehouse.schema.calendar import months_before

WHOLE = 100
# What a share is a part of, by the table that it comes from.
NOUNS = {"milestone": "milestones", "experiment": "experiments", "delivery_status": "deliveries"}


def engine(
    look: Look,
    told: Told | None = None,
    elsewhere: Sequence[ElsewhereValue] = (),
    everyone: Sealed[Told] | None = None,
) -> Engine:
    """`told` are other rows than the milestones and deliveries that every page knows, `everyone` those of the country.

    Without these the country is the sum of what is `told`.
    """
    kinds, reader = look.reference.kinds, look.reader
    if told is None:
        told, everyone = told_of(look), look.standings.together.told
    return Engine(look.standings, look.rules, kinds, told, reader.publication, reader.previous, elsewhere, everyone)


def told_of(look: Look) -> Told:
    found = look.standings
    return Told([*found.milestones, *found.replaced_milestones], deliveries=found.tellings)


def on_time(look: Look, publication: Publication | None = None) -> float | None:
    """Percentage of the milestones that were due; as it was in an earlier publication, or is in this one."""
    shown = publication or look.reader.publication
    found = look.standings.together.judged(ON_TIME, shown, Day(shown.published_on, shown.reference_date))
    return WHOLE * found.ratio if found and found.ratio is not None else None


def tile(
    look: Look, measure: Measure, *, where: str = "", national: str = "", start: Mark | None = None, why: str = ""
) -> Tile:
    """`where` tells what it covers, a region's own tile has the national figure in `national`.

    `start` is from where a norm is seen, `why` why a figure of a national source is not there.
    """
    standing = look.standings.of(measure.region_code) if measure.region_code else None
    on, kind = measure.on, kind_of(measure.code)
    return Tile(
        label=named(measure.code),
        value=None if measure.value is None else printed_value(measure, measure.value),
        unit=_unit(measure),
        status=status(look, measure, standing),
        change=change(look, measure),
        bullet=_bullet(look, measure, standing, start),
        behind=" · ".join(part for part in (where, _said_of(measure)) if part),
        reference_date=on if isinstance(on, date) else look.moment.reference_date,
        days_old=(look.now - on).days if isinstance(on, date) else 0,
        definition_href=look.definition(measure.code),
        history_href=_history(look, measure) if kind else None,
        national=national,
        gap=sign_of(measure.gap),
        gap_reason=why or _why(measure),
        covered=bool(measure.region_code) or is_covered(look, measure),
        period=_period(measure),
    )


def _history(look: Look, measure: Measure) -> str | None:
    """Of a region for who sees it."""
    seen = measure.region_code is None or look.reader.access.sees(measure.region_code)
    return look.href(history_path(measure.region_code, kind_of(measure.code) or "", measure.code)) if seen else None


def _period(measure: Measure) -> str:
    """Of a figure of a national source, which is of no reference date."""
    if measure.gap == MISSING:
        return _("tiles.measure.not_loaded")
    return "" if isinstance(measure.on, date) else _("tiles.measure.period", period=measure.on)


def is_covered(look: Look, measure: Measure) -> bool:
    regions = measure.now.regions if measure.now else 0
    return regions > 0 and WHOLE * regions >= look.rules.coverage_from * measure.expected


def coverage(look: Look, measure: Measure) -> str:
    """31 van 33 regio's; of a national source there are none to count."""
    if measure.now is None or kind_of(measure.code) is None:
        return ""
    return _("tiles.where.country", n=measure.expected, present=measure.now.regions)


def printed_value(measure: Measure, value: float) -> str:
    """61%, 2,1%, 14 or 2,9."""
    if measure.kind.unit == SHARE:
        if measure.counts_youths:
            return printed.percentage(value) or ""
        return f"{number(value, _decimals(measure))}%"
    return number(value, _decimals(measure))


def _unit(measure: Measure) -> str:
    """What the value is of."""
    now = measure.now
    if now is None:
        return ""
    if measure.kind.unit == DAYS:
        return _("tiles.measure.days", n=now.denominator)
    if measure.kind.unit == MEAN:
        return _("tiles.measure.mean", n=now.denominator)
    noun = NOUNS.get(measure.kind.fact, "youths")
    count, whole = (
        (printed.count if measure.counts_youths else number)(amount) for amount in (now.numerator, now.denominator)
    )
    return _(f"tiles.measure.{noun}", n=now.denominator, count=count, whole=whole)


def status(look: Look, measure: Measure, standing: RegionStanding | None) -> str:
    """By what was promised, or by the norm; empty where there is neither."""
    promised = of_region(standing, measure.code) if standing else of_country(look.standings.total(measure.code))
    if promised.target is not None:
        return look.rules.status(promised.share_of_expected)
    norm = look.reference.norms.get(measure.code)
    if norm is None:
        return ""
    return look.rules.status(None if measure.value is None else WHOLE * measure.value / norm)


def _bullet(look: Look, measure: Measure, standing: RegionStanding | None, start: Mark | None) -> Bullet | None:
    promised = of_region(standing, measure.code) if standing else of_country(look.standings.total(measure.code))
    norm = look.reference.norms.get(measure.code)
    if promised.target is not None or norm is None or measure.value is None:
        return bullet_of(promised)
    whole = WHOLE if measure.kind.unit == SHARE else None
    return Bullet(
        now=Mark(measure.value, printed_value(measure, measure.value)),
        start=start,
        expected=Mark(norm, f"{number(norm)}%" if whole else number(norm), _("tiles.on_time.norm")),
        target=Mark(whole, f"{whole}%") if whole else None,
    )


def change(look: Look, measure: Measure) -> Change:
    """What rounding alone can give says nothing."""
    if measure.breaks:
        return Change("niet_vergelijkbaar")
    compared, difference = measure.compared, measure.difference
    if compared is None or difference is None:
        return Change("geen_vergelijking")
    shown = round(difference, _decimals(measure))
    text = _signed(measure, shown) if shown else ""
    since = compared.since if isinstance(compared.since, str) else short_day(compared.since)
    result = outcome(polarity(look, measure.code), shown, _noise(look, measure))
    return Change(result, "" if result == "gelijk" else text, since, rising=shown > 0)


def _decimals(measure: Measure) -> int:
    """A source gives its shares more exactly than counts that were rounded can be."""
    of_more = measure.now is not None and measure.now.denominator > 1
    is_exact = (measure.kind.unit == MEAN and of_more) or (measure.kind.unit == SHARE and kind_of(measure.code) is None)
    return 1 if is_exact else 0


def _signed(measure: Measure, difference: float) -> str:
    if measure.kind.unit == SHARE and _decimals(measure) == 0:
        return printed.points(difference)
    if measure.kind.unit == SHARE:
        return _("tiles.measure.points", n=2, count=_exactly(difference))
    return _exactly(difference) if measure.kind.unit == MEAN else signed(difference)


def _exactly(difference: float) -> str:
    return f"{'+' if difference > 0 else ''}{number(difference, 1)}"


def _noise(look: Look, measure: Measure) -> float:
    """Points that two shares can differ by rounding: of each published number that is added up, of each region."""
    counted = look.reference.counted.get(measure.code)
    if counted is None or measure.now is None:
        return 0
    spread = counted.base * sqrt(2 * counted.parts * measure.now.regions)
    return WHOLE * spread / max(measure.now.denominator, 1)


def _why(measure: Measure) -> str:
    if measure.gap == NOT_APPLICABLE:
        return _("tiles.on_time.none_due") if measure.kind.fact == "milestone" else _("tiles.measure.none_ended")
    return _("tiles.too_few") if measure.gap == TOO_FEW else word_of(measure.gap)


def _said_of(measure: Measure) -> str:
    """That more may come, and under which definition a source counted when there are more of them."""
    provisional = _("tiles.measure.provisional") if measure.now and measure.now.provisional else ""
    version = _("tiles.measure.version", number=measure.version) if measure.version else ""
    return " · ".join(filter(None, (provisional, version)))


def tiles(look: Look, codes: Sequence[str], standing: RegionStanding | None) -> tuple[Tile, ...]:
    """Of the country with how many regions are in each, or of a region with the country beside it."""
    made = engine(look)
    if standing is None:
        found = [made.measure(code) for code in codes]
        return tuple(tile(look, one, where=coverage(look, one)) for one in found)
    place = standing.region.code
    return tuple(
        tile(look, made.measure(code, place), national=national_beside(look, made.measure(code))) for code in codes
    )


def national_beside(look: Look, measure: Measure) -> str:
    """Landelijk 61%."""
    value = measure.value
    return "" if value is None else f"**{look.nationally} {printed_value(measure, value)}**"


def on_time_tile(look: Look, region_code: str | None = None, *, where: str = "", national: str = "") -> Tile:
    """With, beside the norm, what it was a year ago on the same plan."""
    today, made = look.moment.today, engine(look)
    year_ago = Day(months_before(today, 12).replace(day=min(today.day, 28)), look.moment.reference_date)
    if region_code:
        then = made.told.of(made.publication, region_code).judged(ON_TIME, year_ago)
    else:
        then = look.standings.together.judged(ON_TIME, made.publication, year_ago)
    start = None
    if then and then.ratio is not None:
        share = WHOLE * then.ratio
        start = Mark(share, f"{number(share)}%", _("tiles.on_time.year_ago"))
    return tile(look, made.measure(ON_TIME, region_code), where=where, national=national, start=start)
