"""What stands in the way: what only central government can solve, by theme; and all of it by level, with its age."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from dash.development.base_component import Component

from callbacks.milestones.here import Here
from dashboard.components import age_table
from dashboard.components.age_table import AgeRow, Part
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _, number
from queries.obstacles import NATIONAL_LEVEL, Obstacle

MOST = 8


def national(here: Here) -> HtmlCard:
    """By theme: the same is reported in many regions. In a region its own words stand under the theme."""
    found = [one for one in here.obstacles if one.level_code == NATIONAL_LEVEL and one.theme_code]
    themes: dict[str, list[Obstacle]] = defaultdict(list)
    for one in found:
        themes[one.theme_code or ""].append(one)
    rows = sorted((_theme(here, code, reports) for code, reports in themes.items()), key=lambda row: -row.days)
    without = sum(row.last is None for row in rows)
    title = _national_title(len(rows), without)
    heads = tuple(_(f"milestones.rijk.column.{key}") for key in ("what", "ministry", "reported", "days", "next"))
    return HtmlCard(
        title=title,
        subtitle=_("milestones.rijk.subtitle", days=number(here.look.rules.obstacle_old_days)),
        body=[age_table.table(title, heads, rows)],
        source=here.source("rijk"),
        sentence=_national_sentence(title, rows),
        empty=None
        if rows
        else Empty(_("milestones.rijk.none"), _("milestones.rijk.none_reason"), hatch="doet_niet_mee"),
    )


def _national_title(themes: int, without: int) -> str:
    if not themes:
        return _("milestones.rijk.title_none")
    key = "milestones.rijk.title_agreed" if not without else "milestones.rijk.title"
    lack = _("milestones.rijk.without", n=without)
    return _(key, n=themes, lack=lack)


def _national_sentence(title: str, rows: Sequence[AgeRow]) -> str:
    listed = "; ".join(f"{row.name}: {_('milestones.days', n=row.days)}" for row in rows)
    return f"{title}. {listed}." if listed else f"{title}."


def _theme(here: Here, code: str, reports: list[Obstacle]) -> AgeRow:
    """As old as its oldest report; what comes next is what the newest report knows."""
    label = here.look.reference.label("obstacle_theme", code)
    days = (here.today - reports[0].reported_on).days
    steps = [one.next_step for one in reports if one.next_step]
    regions = len({one.region_code for one in reports})
    return AgeRow(
        name=here.look.label("obstacle_theme", code),
        words=tuple(one.title for one in reports[:1]),
        parts=(Part(label.extra), Part(_("milestones.rijk.regions", n=regions))),
        days=days,
        is_old=days > here.look.rules.obstacle_old_days,
        last=steps[-1] if steps else None,
        lacks=_("milestones.rijk.no_agreement"),
    )


def by_level(here: Here) -> HtmlCard:
    """In the country how many and how old; in a region each of them."""
    found = here.obstacles
    title = _level_title(here, found)
    body = _each(here, title) if here.is_of_steps else _levels(here, title)
    none = Empty(_("milestones.levels.none"), _("milestones.levels.none_reason"), hatch="doet_niet_mee")
    return HtmlCard(
        title=title,
        subtitle=_("milestones.levels.subtitle", days=number(here.look.rules.obstacle_old_days)),
        body=[body],
        source=here.source("levels"),
        sentence=_level_sentence(here, title),
        empty=None if found else none,
    )


def _level_title(here: Here, found: Sequence[Obstacle]) -> str:
    if not found:
        return _("milestones.levels.title_none")
    days = (here.today - found[0].reported_on).days
    return _("milestones.levels.title", n=len(found), days=days)


def _level_sentence(here: Here, title: str) -> str:
    counts = {code: sum(one.level_code == code for one in here.obstacles) for code in _codes(here)}
    listed = ", ".join(f"{here.look.label('obstacle_level', code)}: {count}" for code, count in counts.items())
    return _("milestones.levels.sentence", title=title, listed=listed)


def _codes(here: Here) -> list[str]:
    return list(here.look.reference.lists["obstacle_level"])


def _levels(here: Here, title: str) -> Component:
    heads = tuple(_(f"milestones.levels.column.{key}") for key in ("level", "open", "median", "oldest", "what"))
    rows = [row for code in _codes(here) if (row := _level(here, code))]
    return age_table.table(title, heads, rows)


def _level(here: Here, code: str) -> AgeRow | None:
    own = [one for one in here.obstacles if one.level_code == code]
    if not own:
        return None
    ages = [(here.today - one.reported_on).days for one in own]
    old = sum(age > here.look.rules.obstacle_old_days for age in ages)
    return AgeRow(
        name=here.look.label("obstacle_level", code),
        words=(),
        note=_("milestones.levels.old", n=old) if old else "",
        parts=(Part(number(len(own)), numeric=True), Part(number(round(median(ages))), numeric=True)),
        days=max(ages),
        is_old=old > 0,
        last=f"{here.region(own[0].region_code)}: {own[0].title}",
        lacks="",
    )


def _each(here: Here, title: str) -> Component:
    heads = tuple(_(f"milestones.levels.column.{key}") for key in ("obstacle", "level", "solver", "days", "next"))
    return age_table.table(title, heads, [_one(here, one) for one in here.obstacles[:MOST]])


def _one(here: Here, one: Obstacle) -> AgeRow:
    days = (here.today - one.reported_on).days
    line = here.look.label("pilot_line", one.pilot_line_code)
    solver = here.look.reference.label("obstacle_theme", one.theme_code).extra if one.theme_code else "–"
    return AgeRow(
        name=one.title,
        is_typed=True,
        words=(),
        note=line,
        parts=(Part(here.look.label("obstacle_level", one.level_code)), Part(solver)),
        days=days,
        is_old=days > here.look.rules.obstacle_old_days,
        last=one.next_step,
        lacks=_("milestones.rijk.no_agreement"),
    )
