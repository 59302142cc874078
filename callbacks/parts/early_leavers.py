"""New early school leavers per school year, as a national source counts them: of a definition that changes, and of
regions that were split or merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from callbacks.parts import boundaries, frame
from callbacks.parts.boundaries import Before
from callbacks.parts.look import Look
from dashboard.components.data_table import Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.figures.yearly import Earlier, Year, yearly
from dashboard.i18n import _, number
from queries.indicators import ElsewhereValue, values_elsewhere
from queries.reader import NATIONAL_CODE

EARLY_LEAVERS = "K13"
OF_NUMBERS = ("share", "count", "of")


@dataclass(frozen=True)
class Series:
    """`values` are of one place, the oldest first; `before` is where it was counted until its borders changed."""

    values: Sequence[ElsewhereValue]
    before: Sequence[Before] = ()

    @property
    def is_national(self) -> bool:
        return any(one.region_code == NATIONAL_CODE for one in self.values)

    @property
    def drawn(self) -> Sequence[Before]:
        """What is told of the country says nothing of a border within it."""
        return () if self.is_national else self.before

    @property
    def every(self) -> list[ElsewhereValue]:
        """Also those of before, the oldest first."""
        earlier = [value for one in self.drawn for value in one.values]
        return sorted([*earlier, *self.values], key=lambda value: value.period_from)


def series(look: Look) -> Series:
    """Of the area that is looked at when the source has it or had what it came from, else of the country."""
    every = list(reversed(values_elsewhere(look.reader, EARLY_LEAVERS)))
    if look.area is None:
        return Series(_of(every, NATIONAL_CODE))
    code = look.area.region.code
    before = tuple(Before(one, code, _of(every, one.code)) for one in look.reference.borders.predecessors(code))
    own = Series(_of(every, code), before)
    return own if own.every else Series(_of(every, NATIONAL_CODE), before)


def _of(every: Sequence[ElsewhereValue], code: str) -> tuple[ElsewhereValue, ...]:
    return tuple(one for one in every if one.region_code == code)


def card(look: Look, shown: Series, *, width: int) -> Card:
    every, place = shown.every, _place(look, shown)
    years = [_year(one) for one in shown.values]
    return Card(
        title=_title(shown, place),
        subtitle=_("early_leavers.subtitle", indicator=look.label("indicator", EARLY_LEAVERS), place=place),
        figure=yearly(years, list(map(_earlier, shown.drawn)) if every else (), width=width),
        chart_name=_("early_leavers.name"),
        sentence=" ".join(_sentence(shown)) or _("early_leavers.none_why"),
        table=_table(shown, place),
        source=frame.source_elsewhere(every[-1]) if every else "",
        note=_note(shown),
        empty=None if every else Empty(_("early_leavers.none"), _("early_leavers.none_why"), hatch="ontbreekt"),
    )


def _place(look: Look, shown: Series) -> str:
    if shown.is_national or not shown.every or look.area is None:
        return _("frame.country")
    return look.area.region.name


def _year(one: ElsewhereValue) -> Year:
    return Year(one.period_from.year, one.period, one.share, one.version, one.is_provisional)


def _earlier(one: Before) -> Earlier:
    return Earlier(boundaries.label(one), one.region.counted_from, [_year(value) for value in one.values])


def _title(shown: Series, place: str) -> str:
    values = shown.values
    if not values:
        return _("early_leavers.title_before", place=place) if shown.every else _("early_leavers.none")
    share, period = number(values[-1].share, 1), values[-1].period
    if len(values) == 1:
        return _("early_leavers.title_one", share=share, period=period)
    points = values[-1].points_since(values[-2])
    if points is None:
        return _("early_leavers.title_broken", share=share, period=period)
    key = "same" if round(points, 1) == 0 else "more" if points > 0 else "fewer"
    return _(f"early_leavers.title_{key}", share=share, period=period, earlier=values[-2].period)


def _sentence(shown: Series) -> Iterator[str]:
    """Of before first, then why that is not what is now, then what is."""
    for one in shown.drawn:
        yield from (_("early_leavers.year_before", **_said(value), region=one.name) for value in one.values)
    yield from map(boundaries.sentence, shown.drawn)
    yield from (_("early_leavers.year", **_said(value)) for value in shown.values)
    yield from _comparison(shown.values)


def _said(one: ElsewhereValue) -> dict[str, str]:
    return {"period": one.period, "share": number(one.share, 1), "count": number(one.numerator)}


def _comparison(values: Sequence[ElsewhereValue]) -> list[str]:
    """What the last two years say of each other, or why nothing."""
    if len(values) < 2:
        return []
    early, late = values[-2:]
    points = late.points_since(early)
    if points is None:
        return [_("early_leavers.not_comparable", early=early.period, late=late.period)]
    key = "points_more" if points > 0 else "points_fewer"
    return [_(f"early_leavers.{key}", points=number(abs(points), 1), early=early.period)]


def _note(shown: Series) -> str:
    every = shown.every
    told = {
        "provisional": any(one.is_provisional for one in every),
        "missing": any(late.period_from.year - early.period_from.year > 1 for early, late in pairwise(every)),
        "broken": len({one.version for one in shown.values}) > 1,
    }
    notes = [_(f"early_leavers.note.{key}") for key, holds in told.items() if holds]
    return " ".join([*notes, *(boundaries.note(one, drawn=one in shown.drawn) for one in shown.before)])


def _table(shown: Series, place: str) -> TableData:
    keys = ("period", "place", *OF_NUMBERS, "status", "version")
    columns = tuple(Column(_(f"early_leavers.column.{key}"), numeric=key in OF_NUMBERS) for key in keys)
    names = {one.region.code: one.name for one in shown.drawn}
    rows = tuple(
        (
            one.period,
            names.get(one.region_code, place),
            f"{number(one.share, 1)}%",
            number(one.numerator),
            number(one.denominator),
            _(f"frame.elsewhere.{one.status}"),
            str(one.version),
        )
        for one in shown.every
    )
    return TableData(_("early_leavers.caption"), columns, rows)
