"""Tiles that count young people: what was promised of them is a number, and so is their value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from callbacks.parts.gaps import sign_of, word_of
from callbacks.parts.look import Look
from dashboard import printed
from dashboard.components.bullet import Bullet, Mark
from dashboard.components.status import Change, Polarity, outcome
from dashboard.components.tile import Tile
from dashboard.i18n import _, number, short_day, signed
from dashboard.tile_names import KEYS as KEYS
from dashboard.traced import history_path
from queries.history import INDICATOR
from queries.region_standing import RegionStanding
from queries.together import Total

UNKNOWN = "onbekend"


@dataclass(frozen=True)
class Measured:
    """Numbers of one tile, of the country or of one region; None where there are none.

    `unknown` is of how many percent it is not known what became of them.
    """

    value: int | None
    denominator: int
    difference: int | None
    share_of_expected: float | None
    start: float | None
    expected: float | None
    target: float | None
    unknown: float | None = None


def unknown_share(ended: Mapping[str, int]) -> float | None:
    """Of how many percent of those by destination it is unknown where they went; None when nobody ended."""
    total = sum(ended.values())
    return 100 * ended.get(UNKNOWN, 0) / total if total else None


def of_country(total: Total, unknown: float | None = None) -> Measured:
    return Measured(
        total.numerator if total.regions else None,
        total.denominator,
        None if total.earlier is None else total.earlier_base - total.earlier,
        total.share_of_expected,
        total.start,
        total.expected,
        total.target,
        unknown,
    )


def of_region(standing: RegionStanding, code: str, unknown: float | None = None) -> Measured:
    count, earlier, promise = standing.count(code), standing.earlier(code), standing.promises.get(code)
    return Measured(
        count.numerator if count else None,
        count.denominator if count else 0,
        count.numerator - earlier.numerator if count and earlier else None,
        standing.share_of_expected(code),
        promise.start if promise else None,
        standing.expected(code, standing.moment.reference_date),
        promise.target if promise else None,
        unknown,
    )


def youths_tile(
    look: Look,
    code: str,
    measured: Measured,
    *,
    region_code: str | None = None,
    where: str = "",
    national: str = "",
    gap: str | None = None,
) -> Tile:
    """`where` tells which regions the number covers; a region's own tile has the national figure instead."""
    key = KEYS[code]
    return Tile(
        label=_(f"tiles.{key}.label"),
        value=None if measured.value is None else printed.count(measured.value),
        unit=_(f"tiles.{key}.unit"),
        status=look.rules.status(measured.share_of_expected, measured.unknown),
        change=_change(look, code, measured.difference),
        bullet=bullet_of(measured),
        behind=_behind(measured, key, where) if where else _group(measured, "tiles.behind_short"),
        reference_date=look.moment.reference_date,
        days_old=look.days_old,
        definition_href=look.definition(code),
        history_href=look.href(history_path(region_code, INDICATOR, code)),
        national=national,
        gap=sign_of(gap),
        gap_reason=word_of(gap),
        covered=bool(national) or look.is_covered,
    )


def _change(look: Look, code: str, difference: int | None) -> Change:
    """What rounding alone can give says nothing either."""
    noise = max(look.rules.change_noise_youths, look.reference.counted[code].base)
    result = outcome(polarity(look, code), difference, noise + 1)
    if difference is None or look.moment.previous_date is None:
        return Change("geen_vergelijking")
    text = "" if result == "gelijk" else signed(difference)
    return Change(result, text, short_day(look.moment.previous_date), rising=difference > 0)


def polarity(look: Look, code: str) -> Polarity:
    found = look.reference.label("indicator", code).extra
    return "down" if found == "down" else "neutral" if found == "neutral" else "up"


def bullet_of(measured: Measured) -> Bullet | None:
    """A figure that is missing leaves what was promised."""
    if measured.target is None:
        return None
    return Bullet(
        now=None if measured.value is None else Mark(measured.value, printed.count(measured.value)),
        start=_mark(measured.start),
        expected=_mark(measured.expected),
        target=_mark(measured.target),
    )


def _mark(value: float | None) -> Mark | None:
    """Promises are printed in fives, like the counts that they are compared with."""
    if value is None:
        return None
    fives = 5 * round(value / 5)
    return Mark(fives, printed.count(fives))


def _behind(measured: Measured, key: str, where: str) -> str:
    """The group that the number is a part of, and the regions that are in it."""
    return " · ".join(part for part in (_group(measured, f"tiles.{key}.behind"), where) if part)


def _group(measured: Measured, text: str) -> str:
    if measured.value is None:
        return ""
    share = printed.percentage(printed.share_of(measured.value, measured.denominator))
    if share is None:
        return _("tiles.too_few")
    return _(text, share=share, count=printed.count(measured.denominator))


def national_beside(look: Look, code: str, standing: RegionStanding) -> str:
    """Landelijk 97% van verwacht, hier 92%."""
    total = look.standings.total(code).share_of_expected
    own = standing.share_of_expected(code)
    if total is None:
        return _("tiles.national.unknown")
    if own is None:
        return _("tiles.national.alone", country=look.nationally, share=number(round(total)))
    return _("tiles.national.both", country=look.nationally, share=number(round(total)), own=number(round(own)))
