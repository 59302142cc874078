"""One figure for every region of a division: the map, and the list with the same numbers."""

from __future__ import annotations

from dataclasses import dataclass

from callbacks.parts import frame
from callbacks.parts.closed import division as division_of
from callbacks.parts.closed import sees_all
from callbacks.parts.early_leavers import EARLY_LEAVERS
from callbacks.parts.look import Look
from callbacks.parts.tiles import KEYS
from dashboard import printed
from dashboard.address import region_path
from dashboard.i18n import _, number, short_day, signed
from queries.divisions import DivisionCount, in_division
from queries.indicators import ElsewhereValue, values_elsewhere
from queries.reader import NATIONAL_CODE
from queries.region_standing import IN_TRAJECTORY, IN_VIEW, NOT_SEEN, PLACED, RegionStanding
from queries.regions import LEADING_DIVISION, Region

MEASURES = {"in_beeld": IN_VIEW, "in_traject": IN_TRAJECTORY, "geplaatst": PLACED}
ONLY_BY_PROVINCE = "provincie"


@dataclass(frozen=True)
class Place:
    """A region with its figure, or the gap that stands in its place; `share` is a percentage, `text` as printed."""

    code: str
    name: str
    href: str
    share: float | None
    text: str | None
    count: str
    change: str
    change_value: int
    youths: int
    status: str | None
    note: str
    gap: str | None
    attention: int | None
    exact: bool = True


@dataclass(frozen=True)
class Places:
    """`national` is the share of the country; `approximate` when figures were divided over another division.

    `source` is set for figures from elsewhere. `about` names what the last column of the list tells: the status, how
    figures were divided, or the school year.
    """

    found: tuple[Place, ...]
    national: float | None
    approximate: bool
    about: str
    division: str
    decimals: int = 0
    source: str = ""


def places(look: Look) -> Places:
    if look.filters.measure == "vsv":
        return _early_leavers(look)
    code = MEASURES[look.filters.measure]
    total = look.standings.total(code)
    national = printed.share_of(total.numerator, total.denominator)
    division = division_of(look)
    if division == LEADING_DIVISION:
        marks = {one.region.code: at for at, one in enumerate(look.standings.attention(), start=1)}
        found = tuple(_region(look, one, code, marks.get(one.region.code)) for one in look.standings.regions)
        return Places(found, national, approximate=False, about="status", division=division)
    divided = in_division(look.reader, look.standings, division, code)
    found = tuple(_divided(look, one) for one in divided)
    return Places(found, national, approximate=not all(one.exact for one in divided), about="how", division=division)


def _region(look: Look, standing: RegionStanding, code: str, attention: int | None) -> Place:
    count, earlier = standing.count(code), standing.earlier(code)
    share = printed.share_of(count.numerator, count.denominator) if count else None
    difference = count.numerator - earlier.numerator if count and earlier else None
    return Place(
        code=standing.region.code,
        name=standing.region.name,
        href=look.href(region_path(standing.region.code)) if standing.seen else "",
        share=share,
        text=printed.percentage(share),
        count=printed.count(count.numerator) if count else "",
        change="" if difference is None else signed(difference),
        change_value=difference or 0,
        youths=count.numerator if count else 0,
        status=standing.rules.status(standing.share_of_expected(code)) if count else None,
        note=_note(standing),
        gap=(standing.gap or "ontbreekt") if count is None else "te_weinig" if share is None else None,
        attention=attention,
    )


def _note(standing: RegionStanding) -> str:
    if standing.gap == "verouderd" and standing.last_date:
        return _("national.places.stand", date=short_day(standing.last_date))
    return _("figures.gap.doet_niet_mee") if standing.gap == "doet_niet_mee" else ""


def _divided(look: Look, one: DivisionCount) -> Place:
    """Another division has no page of its own, so its name leads to the list."""
    here = one.seen and one.covered >= look.rules.coverage_from
    share = printed.share_of(one.numerator, one.denominator) if here else None
    return Place(
        code=one.region.code,
        name=one.region.name,
        href="",
        share=share,
        text=printed.percentage(share),
        count=printed.count(one.numerator) if here else "",
        change="",
        change_value=0,
        youths=one.numerator if here else 0,
        status=None,
        note=_("national.places.exact" if one.exact else "national.places.approximate") if here else "",
        gap=None if share is not None else "te_weinig" if here else _why(look),
        attention=None,
        exact=one.exact,
    )


def _why(look: Look) -> str:
    """Which regions did not deliver is for who sees them all."""
    return "niet_aangeleverd" if sees_all(look) else NOT_SEEN


def _early_leavers(look: Look) -> Places:
    """Figures of CBS, which knows provinces only: they are shown for provinces, whatever division was chosen."""
    provinces = [one for one in look.standings.others if one.division_code == ONLY_BY_PROVINCE]
    shown = {NATIONAL_CODE, *(one.code for one in provinces)}
    values = [one for one in values_elsewhere(look.reader, EARLY_LEAVERS) if one.region_code in shown]
    newest = {one.region_code: one for one in values if one.period == values[0].period}
    national = newest.get(NATIONAL_CODE)
    return Places(
        tuple(_elsewhere(one, newest.get(one.code)) for one in provinces),
        national.share if national else None,
        approximate=False,
        about="school_year",
        division=ONLY_BY_PROVINCE,
        decimals=1,
        source=frame.source_elsewhere(values[0]) if values else "",
    )


def _elsewhere(region: Region, value: ElsewhereValue | None) -> Place:
    share = value.share if value else None
    return Place(
        code=region.code,
        name=region.name,
        href="",
        share=share,
        text=None if share is None else f"{number(share, 1)}%",
        count=number(value.numerator) if value else "",
        change="",
        change_value=0,
        youths=value.numerator if value else 0,
        status=None,
        note=value.period if value else "",
        gap=None if value else "niet_van_toepassing",
        attention=None,
    )


def label_of(look: Look) -> str:
    measure = look.filters.measure
    return (
        _("tiles." + KEYS[MEASURES[measure]] + ".label") if measure in MEASURES else _("national.places.early_leavers")
    )
