"""Who takes each step forward, by age, and after how many days."""

from __future__ import annotations

from callbacks.parts import widths
from callbacks.trajectories.durations import days, median_of, nine_of_ten
from callbacks.trajectories.here import Here
from dashboard import printed
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.figure_card import Card
from dashboard.figures.steps import Bar, Panel, steps
from dashboard.i18n import _, day
from queries.reader import NATIONAL_CODE
from queries.trajectories import PHASES_BY_AGE, STEPS_BY_AGE
from warehouse.reference import Row, rows

Part = tuple[int, int]


def card(here: Here) -> Card:
    there = here.figures(STEPS_BY_AGE, here.quarter)
    panels = [_panel(here, row) for row in rows("progress")] if there.youths else []
    return Card(
        title=_title(here) if panels else _("trajectories.steps.title_none"),
        subtitle=_("trajectories.steps.subtitle", date=day(here.quarter)),
        figure=steps(panels, width=widths.WHOLE),
        chart_name=_("trajectories.steps.name"),
        sentence=_sentence(here) if panels else _("trajectories.steps.title_none"),
        table=_table(here, bool(panels)),
        source=here.source("steps", there.regions),
        note=_note(here) if panels else "",
        empty=None if panels else here.missing(here.quarter),
    )


def _parts(here: Here, row: Row, band: str | None, place: str | None = None) -> Part:
    """Young people who took a step, and those with everyone who still stands before it; of all ages without a band."""
    stepped = here.figures(STEPS_BY_AGE, here.quarter, place).youths
    stand = here.figures(PHASES_BY_AGE, here.quarter, place).youths
    bands = [band] if band else [one["code"] for one in rows("age_band")]
    took = sum(stepped.get((row["code"], one), 0) for one in bands)
    return took, took + sum(stand.get((row["from_code"], one), 0) for one in bands)


def _share(part: Part) -> float | None:
    return printed.share_of(*part)


def _printed(part: Part) -> str:
    return printed.percentage(_share(part)) or "*"


def _panel(here: Here, row: Row) -> Panel:
    return Panel(
        phase_code=row["from_code"],
        label=_name(here, row),
        lines=(_("trajectories.steps.all_ages", share=_beside(here, row)), *_medians(here, row)),
        bars=tuple(_bar(here, row, band["code"]) for band in rows("age_band")),
    )


def _name(here: Here, row: Row) -> str:
    start, end = (here.look.label("phase", row[key]) for key in ("from_code", "to_code"))
    return f"{start} → {end.lower()}"


def _beside(here: Here, row: Row) -> str:
    own = _printed(_parts(here, row, None))
    if here.standing is None:
        return own
    return _("flow.share", own=own, country=_printed(_parts(here, row, None, NATIONAL_CODE)))


def _median(here: Here, row: Row) -> str:
    own = days(median_of(here, row["code"])) or _("trajectories.too_small")
    return _("trajectories.steps.median", days=own)


def _medians(here: Here, row: Row) -> tuple[str, ...]:
    """Of a region with that of the country."""
    country = days(median_of(here, row["code"], NATIONAL_CODE)) if here.standing else ""
    beside = _("trajectories.steps.median_country", days=country) if country else ""
    return tuple(filter(None, (_median(here, row), beside, _nine_of_ten(here, row))))


def _nine_of_ten(here: Here, row: Row) -> str:
    within = nine_of_ten(here, row["code"])
    return _("trajectories.steps.nine_of_ten", days=within) if within else ""


def _bar(here: Here, row: Row, band: str) -> Bar:
    part = _parts(here, row, band)
    national = _share(_parts(here, row, band, NATIONAL_CODE)) if here.standing else None
    return Bar(band, _share(part), _printed(part), national)


def _title(here: Here) -> str:
    """The step that takes longest is the finding."""
    medians = [(median, row) for row in rows("progress") if (median := median_of(here, row["code"])) is not None]
    if not medians:
        return _("trajectories.steps.title_small")
    median, row = max(medians, key=lambda pair: pair[0])
    return _("trajectories.steps.title", step=here.look.label("progress", row["code"]).lower(), days=days(median))


def _sentence(here: Here) -> str:
    said = (
        (f"{_name(here, row)} {_printed(_parts(here, row, None))}", _median(here, row), _nine_of_ten(here, row))
        for row in rows("progress")
    )
    listed = "; ".join(", ".join(filter(None, parts)) for parts in said)
    return _("trajectories.steps.sentence", name=here.name, listed=listed)


def _note(here: Here) -> str:
    tick = _("trajectories.steps.tick") if here.standing else ""
    regions = here.figures(STEPS_BY_AGE, here.quarter).regions
    return " ".join(filter(None, (_("trajectories.steps.note"), tick, here.coverage_note(regions))))


def _table(here: Here, there: bool) -> TableData:
    keys = ("step", "age", "stepped", "could", "share", "national", "median", "tenth")
    columns = tuple(Column(_(f"trajectories.steps.column.{key}"), numeric=at > 1) for at, key in enumerate(keys))
    bands: list[str | None] = [*(one["code"] for one in rows("age_band")), None]
    found = tuple(_row(here, row, band) for row in rows("progress") for band in bands) if there else ()
    return TableData(_("trajectories.steps.caption"), columns, found)


def _row(here: Here, row: Row, band: str | None) -> tuple[Cell | str, ...]:
    part = _parts(here, row, band)
    age = here.look.label("age_band", band) if band else _("trajectories.steps.every_age")
    national = _printed(_parts(here, row, band, NATIONAL_CODE))
    median = "–" if band else days(median_of(here, row["code"])) or "*"
    tenth = "–" if band else nine_of_ten(here, row["code"]) or "*"
    return (_name(here, row), age, *map(printed.count, part), _printed(part), national, median, tenth)
