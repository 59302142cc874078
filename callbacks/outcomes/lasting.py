"""Does it last: each quarter of leavers as a group of its own, with the two indicators of it beside the lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from callbacks.outcomes.here import Here, beside
from callbacks.parts import widths
from dashboard import printed
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.figure_card import Card
from dashboard.figures import cohorts as figures
from dashboard.i18n import _, number, quarter, short_quarter
from dashboard.sentences.outcomes import Lasting
from queries.outcomes import NOT_YET, RELAPSED, RETURNED, STILL_WELL, UNTRACED, WELL, Followed
from queries.reader import NATIONAL_CODE

MOST_LINES = 6
TOLD_AFTER = 6
STATES = (WELL, RETURNED, UNTRACED, NOT_YET)
COLUMNS = ("left", "after", *STATES, "all", "share")


def card(here: Here) -> Card:
    own, country = (_of(here, place) for place in (here.code, NATIONAL_CODE))
    national = _national(country) if here.standing else []
    lines = _shown(own)[-MOST_LINES:]
    newest = lasting(here)
    return Card(
        title=_title(own, lines, newest),
        subtitle=_("outcomes.lasting.subtitle", name=here.name) if own else "",
        figure=figures.cohorts([*lines, *national], width=widths.HALF),
        chart_name=_("outcomes.lasting.name"),
        sentence=_sentence(here, newest),
        table=_table(own),
        source=here.source(_("outcomes.lasting.source"), own[-1].regions if own else None),
        note=" ".join(_note(here, own, lines)),
        empty=None if lines or (national and own) else here.too_few(bool(own)),
    )


def lasting(here: Here) -> Lasting | None:
    """Of the newest group that is complete after six months and has a percentage; else of one that is still open."""
    found = [one for one in _of(here, here.code) if one.months == TOLD_AFTER and share(one) is not None]
    if not found:
        return None
    told = next((one for one in reversed(found) if not one.is_open), found[-1])
    return Lasting(told.period, printed.percentage(share(told)) or "", told.is_open)


def share(one: Followed) -> float | None:
    return printed.share_of(one.youths.get(WELL, 0), one.known)


def _of(here: Here, place: str) -> list[Followed]:
    return [one for one in here.figures.followed if one.region_code == place]


def _shown(found: Sequence[Followed], *, beside: bool = False) -> list[figures.Cohort]:
    """Groups of which there is a percentage; beside another place, named as the country."""
    periods = list(dict.fromkeys(one.period for one in found))
    every = [(on, _points([one for one in found if one.period == on])) for on in periods]
    return [figures.Cohort(_name(on, beside=beside), points, beside) for on, points in every if points]


def _national(country: Sequence[Followed]) -> list[figures.Cohort]:
    """One line of the country: that of the newest group that is complete after six months."""
    complete = [one.period for one in country if one.months == TOLD_AFTER and not one.is_open]
    return _shown([one for one in country if complete and one.period == complete[-1]], beside=True)


def _name(on: date, *, beside: bool) -> str:
    return _("outcomes.lasting.national", quarter=short_quarter(on)) if beside else short_quarter(on)


def _points(found: Sequence[Followed]) -> tuple[figures.Followed, ...]:
    pairs = ((one, share(one)) for one in found)
    return tuple(figures.Followed(one.months, part, one.is_open) for one, part in pairs if part is not None)


def _title(own: Sequence[Followed], lines: Sequence[figures.Cohort], newest: Lasting | None) -> str:
    if newest:
        key = "outcomes.lasting.title_open" if newest.open else "outcomes.lasting.title"
        return _(key, share=newest.share, quarter=quarter(newest.period))
    if not own:
        return _("outcomes.lasting.title_none")
    return _("outcomes.lasting.title_early" if lines else "outcomes.lasting.title_few")


def _sentence(here: Here, newest: Lasting | None) -> str:
    if newest is None:
        return _("outcomes.lasting.sentence_none", name=here.name)
    key = "outcomes.lasting.sentence_open" if newest.open else "outcomes.lasting.sentence"
    return _(key, name=here.name, share=newest.share, quarter=quarter(newest.period))


def _note(here: Here, own: Sequence[Followed], lines: Sequence[figures.Cohort]) -> list[str]:
    """The indicators, and how the lines are to be read."""
    indicators = [_indicator(here, code) for code in (STILL_WELL, RELAPSED)]
    reading = [_("outcomes.lasting.reading")] if lines else [_("outcomes.lasting.few")] if own else []
    return [*filter(None, indicators), *reading]


def _indicator(here: Here, code: str) -> str:
    count = here.newest(code)
    if count is None:
        return ""
    told = {"name": here.look.label("indicator", code), "code": code, "n": count.denominator}
    found = printed.percentage(printed.share_of(count.numerator, count.denominator)) or _("outcomes.too_few_short")
    numbers = {"count": printed.count(count.denominator), "beside": beside(here, code)}
    return _("outcomes.lasting.indicator", share=found, **numbers, **told)


def _table(own: Sequence[Followed]) -> TableData:
    columns = tuple(Column(_(f"outcomes.lasting.column.{key}"), numeric=key not in COLUMNS[:2]) for key in COLUMNS)
    newest_first = sorted(own, key=lambda one: one.period, reverse=True)
    return TableData(_("outcomes.lasting.caption"), columns, tuple(_row(one) for one in newest_first))


def _row(one: Followed) -> tuple[Cell | str, ...]:
    after = _("outcomes.lasting.after", n=one.months, count=number(one.months))
    states = [printed.count(one.youths.get(state, 0)) for state in STATES]
    part = printed.percentage(share(one)) or "*"
    told = _("outcomes.lasting.open_share", share=part) if one.is_open else part
    return (quarter(one.period), after, *states, printed.count(sum(one.youths.values())), told)
