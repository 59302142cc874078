"""New early school leavers per school year, as CBS counts them: a figure of which the definition changes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from callbacks.parts import frame
from callbacks.parts.look import Look
from dashboard.components.data_table import Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.figures.yearly import Year, yearly
from dashboard.i18n import _, number
from queries.indicators import ElsewhereValue, values_elsewhere
from queries.reader import NATIONAL_CODE

EARLY_LEAVERS = "K13"


def series(look: Look) -> list[ElsewhereValue]:
    """The oldest school year first, of the area that is looked at when the source has it, else of the country."""
    every = list(reversed(values_elsewhere(look.reader, EARLY_LEAVERS)))
    own = [one for one in every if look.area and one.region_code == look.area.region.code]
    return own or [one for one in every if one.region_code == NATIONAL_CODE]


def card(look: Look, values: Sequence[ElsewhereValue], *, width: int) -> Card:
    return Card(
        title=_title(values),
        subtitle=_(
            "early_leavers.subtitle", indicator=look.label("indicator", EARLY_LEAVERS), place=_place(look, values)
        ),
        figure=yearly([_year(one) for one in values], width=width),
        chart_name=_("early_leavers.name"),
        sentence=_sentence(values),
        table=_table(values),
        source=frame.source_elsewhere(values[-1]) if values else "",
        note=_note(values),
        empty=None if values else Empty(_("early_leavers.none"), _("early_leavers.none_why"), hatch="ontbreekt"),
    )


def _place(look: Look, values: Sequence[ElsewhereValue]) -> str:
    is_national = not values or values[0].region_code == NATIONAL_CODE
    return _("frame.country") if is_national or look.area is None else look.area.region.name


def _year(one: ElsewhereValue) -> Year:
    return Year(one.period_from.year, one.period, one.share, one.version, one.is_provisional)


def _title(values: Sequence[ElsewhereValue]) -> str:
    if not values:
        return _("early_leavers.none")
    share, period = number(values[-1].share, 1), values[-1].period
    if len(values) == 1:
        return _("early_leavers.title_one", share=share, period=period)
    points = values[-1].points_since(values[-2])
    if points is None:
        return _("early_leavers.title_broken", share=share, period=period)
    key = "same" if round(points, 1) == 0 else "more" if points > 0 else "fewer"
    return _(f"early_leavers.title_{key}", share=share, period=period, earlier=values[-2].period)


def _sentence(values: Sequence[ElsewhereValue]) -> str:
    return " ".join([*map(_said, values), *_comparison(values)]) or _("early_leavers.none_why")


def _said(one: ElsewhereValue) -> str:
    return _("early_leavers.year", period=one.period, share=number(one.share, 1), count=number(one.numerator))


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


def _note(values: Sequence[ElsewhereValue]) -> str:
    told = {
        "provisional": any(one.is_provisional for one in values),
        "missing": any(late.period_from.year - early.period_from.year > 1 for early, late in pairwise(values)),
        "broken": len({one.version for one in values}) > 1,
    }
    return " ".join(_(f"early_leavers.note.{key}") for key, holds in told.items() if holds)


def _table(values: Sequence[ElsewhereValue]) -> TableData:
    keys = ("period", "share", "count", "of", "status", "version")
    columns = tuple(Column(_(f"early_leavers.column.{key}"), numeric=key in ("share", "count", "of")) for key in keys)
    rows = tuple(
        (
            one.period,
            f"{number(one.share, 1)}%",
            number(one.numerator),
            number(one.denominator),
            _(f"frame.elsewhere.{one.status}"),
            str(one.version),
        )
        for one in values
    )
    return TableData(_("early_leavers.caption"), columns, rows)
