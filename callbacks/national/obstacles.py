"""Obstacles that only the Rijk can solve, by theme, with their age."""

from __future__ import annotations

from collections import defaultdict

from callbacks.parts.look import Look
from dashboard.components import obstacles
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link
from dashboard.i18n import _, number
from dashboard.pages.milestones import PATH
from queries.obstacles import NATIONAL_LEVEL, Obstacle

MOST_THEMES = 4


def card(look: Look) -> HtmlCard:
    themes = _themes(look)
    if not themes:
        none = Empty(_("national.obstacles.none"), _("national.obstacles.none_reason"), hatch="doet_niet_mee")
        return HtmlCard(_("national.obstacles.title_none"), "", (), empty=none)
    key = "national.obstacles.subtitle_oldest" if len(themes) > MOST_THEMES else "national.obstacles.subtitle"
    subtitle = _(key, days=number(look.rules.obstacle_old_days), most=MOST_THEMES)
    oldest = sorted(themes, key=lambda one: -one.days)[:MOST_THEMES]
    link = Link(_("milestones.link"), look.href(PATH))
    return obstacles.card(_("national.obstacles.title", n=len(themes)), subtitle, oldest, link=link)


def _themes(look: Look) -> list[obstacles.Obstacle]:
    """The age of a theme is that of its oldest report that is still open."""
    codes = {one.region.code for one in look.standings.taking_part}
    by_theme: dict[str, list[Obstacle]] = defaultdict(list)
    for one in look.obstacles:
        if one.level_code == NATIONAL_LEVEL and one.theme_code and one.region_code in codes:
            by_theme[one.theme_code].append(one)
    return [_theme(look, code, reports) for code, reports in by_theme.items()]


def _theme(look: Look, code: str, reports: list[Obstacle]) -> obstacles.Obstacle:
    days = (look.moment.today - min(one.reported_on for one in reports)).days
    return obstacles.Obstacle(
        title=look.label("obstacle_theme", code),
        days=days,
        ministry=look.reference.label("obstacle_theme", code).extra,
        regions=len({one.region_code for one in reports}),
        old=days > look.rules.obstacle_old_days,
    )
