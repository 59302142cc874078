"""What stands in the way: what only central government can solve, by theme; and all of it by level, with its age."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from callbacks.milestones.here import Here
from callbacks.parts.closed import sees_all
from dashboard.components import age_table
from dashboard.components.age_table import AgeRow, Part
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _, number
from queries.obstacle_sums import Level, Theme
from queries.obstacles import NATIONAL_LEVEL, Obstacle

MOST = 8


def national(here: Here) -> HtmlCard:
    """By theme: the same is reported in many regions. In a region its own words stand under the theme."""
    rows = sorted((_theme(here, one) for one in here.obstacle_sums.themes), key=lambda row: -row.days)
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


def _theme(here: Here, one: Theme) -> AgeRow:
    """As old as its oldest report; what comes next is what the newest report knows. The words of a report are for who
    may see its region."""
    own = [each for each in here.obstacles if (each.level_code, each.theme_code) == (NATIONAL_LEVEL, one.code)]
    label, days = here.look.reference.label("obstacle_theme", one.code), (here.today - one.reported_on).days
    steps = [each.next_step for each in own if each.next_step]
    agreed = _("milestones.rijk.agreed") if one.agreed else None
    return AgeRow(
        name=here.look.label("obstacle_theme", one.code),
        words=tuple(each.title for each in own[:1]),
        parts=(Part(label.extra), Part(_("milestones.rijk.regions", n=one.regions))),
        days=days,
        is_old=days > here.look.rules.obstacle_old_days,
        last=steps[-1] if steps else agreed,
        is_ours=not steps,
        lacks=_("milestones.rijk.no_agreement"),
    )


def by_level(here: Here) -> HtmlCard:
    """In the country how many and how old; in a region each of them."""
    title = _level_title(here)
    body = _each(here, title) if here.is_of_steps else _levels(here, title)
    none = Empty(_("milestones.levels.none"), _("milestones.levels.none_reason"), hatch="doet_niet_mee")
    return HtmlCard(
        title=title,
        subtitle=_("milestones.levels.subtitle", days=number(here.look.rules.obstacle_old_days)),
        body=[body],
        source=here.source("levels"),
        sentence=_level_sentence(here, title),
        empty=None if here.obstacle_sums.ages else none,
    )


def _level_title(here: Here) -> str:
    ages = here.obstacle_sums.ages
    if not ages:
        return _("milestones.levels.title_none")
    return _("milestones.levels.title", n=len(ages), days=ages[0])


def _level_sentence(here: Here, title: str) -> str:
    counts = {one.code: len(one.ages) for one in here.obstacle_sums.levels}
    listed = ", ".join(f"{here.look.label('obstacle_level', code)}: {counts.get(code, 0)}" for code in _codes(here))
    return _("milestones.levels.sentence", title=title, listed=listed)


def _codes(here: Here) -> list[str]:
    return list(here.look.reference.lists["obstacle_level"])


def _levels(here: Here, title: str) -> Component:
    """With the oldest one of each level; of who sees some regions that among these."""
    what = "" if here.is_closed else _(f"milestones.levels.column.{'what' if sees_all(here.look) else 'what_own'}")
    heads = (*(_(f"milestones.levels.column.{key}") for key in ("level", "open", "median", "oldest")), what)
    found = {one.code: one for one in here.obstacle_sums.levels}
    return age_table.table(title, heads, [_level(here, found[code]) for code in _codes(here) if code in found])


def _level(here: Here, one: Level) -> AgeRow:
    old = sum(age > here.look.rules.obstacle_old_days for age in one.ages)
    own = next((each for each in here.obstacles if each.level_code == one.code), None)
    oldest = f"{here.region(own.region_code)}: {own.title}" if own else _("milestones.levels.none_own")
    return AgeRow(
        name=here.look.label("obstacle_level", one.code),
        words=(),
        note=_("milestones.levels.old", n=old) if old else "",
        parts=(Part(number(len(one.ages)), numeric=True), Part(number(round(one.median)), numeric=True)),
        days=max(one.ages),
        is_old=old > 0,
        last=oldest,
        is_ours=own is None,
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
