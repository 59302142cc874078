"""The 18-/18+ line: which rules hold at which age, and how many young people of each age are in a trajectory."""

from __future__ import annotations

from callbacks.parts import widths
from callbacks.trajectories.here import Here
from dashboard import printed
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.figure_card import Card
from dashboard.figures.age_line import Band, Rule, age_line
from dashboard.i18n import _, in_language, number
from queries.reader import NATIONAL_CODE
from queries.trajectories import PHASES_BY_AGE
from warehouse.reference import Row, rows

IN_TRAJECTORY = "F4"
BORDER = 18
WITHOUT_END = 99


def card(here: Here) -> Card:
    there = here.figures(PHASES_BY_AGE, here.day)
    bands = [_band(here, row) for row in rows("age_band")] if there.youths else []
    return Card(
        title=_title(bands),
        subtitle=_subtitle(here, bands),
        figure=age_line(_rules(), bands, border=BORDER, borders=_borders(bands), width=widths.TWO_THIRDS),
        chart_name=_("trajectories.ages.name"),
        sentence=_sentence(here, bands),
        table=_table(here, bands),
        source=here.source("ages", there.regions),
        note=" ".join(filter(None, (_("trajectories.ages.note"), here.coverage_note(there.regions)))) if bands else "",
        empty=None if bands else here.missing(here.day),
    )


def _rules() -> list[Rule]:
    return [Rule(_name(row), int(row["from_age"]), int(row["until_age"] or WITHOUT_END)) for row in rows("age_rule")]


def _name(row: Row) -> str:
    return in_language(row["name_nl"], row["name_en"])


def _borders(bands: list[Band]) -> list[int]:
    """Birthdays on which a rule begins or ends, as far as the figure goes."""
    if not bands:
        return []
    ages = {age for rule in _rules() for age in (rule.start, rule.until)}
    return sorted(age for age in ages if bands[0].start < age <= bands[-1].until)


def _band(here: Here, row: Row) -> Band:
    start, until = int(row["from_age"]), int(row["to_age"]) + 1
    youths = here.figures(PHASES_BY_AGE, here.day).youths.get((IN_TRAJECTORY, row["code"]), 0)
    return Band(
        here.look.label("age_band", row["code"]), start, until, youths, _beside(here, row, youths, until - start)
    )


def _beside(here: Here, row: Row, youths: int, years: int) -> str:
    """Of the country how many there are per year of age, of a region its share beside that of the country."""
    if here.standing is None:
        return _("trajectories.ages.a_year", count=printed.count(round(youths / years)))
    return _("flow.share", own=_share(here, here.place, row["code"]), country=_share(here, NATIONAL_CODE, row["code"]))


def _share(here: Here, place: str, band: str) -> str:
    found = here.figures(PHASES_BY_AGE, here.day, place).youths
    return printed.percentage(printed.share_of(found.get((IN_TRAJECTORY, band), 0), _in_trajectory(here, place))) or "*"


def _in_trajectory(here: Here, place: str) -> int:
    return here.figures(PHASES_BY_AGE, here.day, place).of(IN_TRAJECTORY)


def _title(bands: list[Band]) -> str:
    """What happens to the number per year of age at the border, when both sides are big enough to say so."""
    if not bands:
        return _("trajectories.ages.title_none")
    before = next(band for band in bands if band.until == BORDER)
    after = next(band for band in bands if band.start == BORDER)
    if min(before.youths or 0, after.youths or 0) < printed.SMALLEST_GROUP:
        return _("trajectories.ages.title")
    jump = {"before": number(round(before.a_year)), "after": number(round(after.a_year))}
    return _("trajectories.ages.title_jump", **jump)


def _subtitle(here: Here, bands: list[Band]) -> str:
    if not bands:
        return ""
    youths = printed.youths(sum(band.youths or 0 for band in bands))
    return _("trajectories.ages.subtitle", date=here.look.reference_day(), youths=youths)


def _sentence(here: Here, bands: list[Band]) -> str:
    if not bands:
        return _("trajectories.ages.title_none")
    listed = ", ".join(f"{band.label}: {printed.count(band.youths or 0)}" for band in bands)
    return _("trajectories.ages.sentence", name=here.name, date=here.look.reference_day(), listed=listed)


def _table(here: Here, bands: list[Band]) -> TableData:
    keys = ("age", "youths", "a_year", "share", "national")
    columns = tuple(Column(_(f"trajectories.ages.column.{key}"), numeric=at > 0) for at, key in enumerate(keys))
    pairs = zip(rows("age_band"), bands, strict=True) if bands else ()
    found = tuple(_row(here, row["code"], band) for row, band in pairs)
    rules = tuple(_rule(row) for row in rows("age_rule")) if bands else ()
    return TableData(_("trajectories.ages.caption"), columns, (*found, *rules))


def _row(here: Here, code: str, band: Band) -> tuple[Cell | str, ...]:
    counts = (printed.count(band.youths or 0), printed.count(round(band.a_year)))
    return (band.label, *counts, _share(here, here.place, code), _share(here, NATIONAL_CODE, code))


def _rule(row: Row) -> tuple[Cell | str, ...]:
    """A rule has ages and no number."""
    key = "trajectories.ages.until" if row["until_age"] else "trajectories.ages.without_end"
    ages = _(key, start=row["from_age"], until=row["until_age"])
    return (f"{_name(row)}: {ages}", "–", "–", "–", "–")
