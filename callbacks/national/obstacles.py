"""Obstacles that only the Rijk can solve, by theme, with their age."""

from __future__ import annotations

from callbacks.parts.look import Look
from dashboard.components import obstacles
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link
from dashboard.i18n import _, number
from dashboard.pages.milestones import PATH
from queries.obstacle_sums import ObstacleSums, Theme

MOST_THEMES = 4


def card(look: Look) -> HtmlCard:
    found = [_theme(look, one) for one in ObstacleSums.of_everyone(look.everyone, look.moment.today).themes]
    if not found:
        none = Empty(_("national.obstacles.none"), _("national.obstacles.none_reason"), hatch="doet_niet_mee")
        return HtmlCard(_("national.obstacles.title_none"), "", (), empty=none)
    key = "national.obstacles.subtitle_oldest" if len(found) > MOST_THEMES else "national.obstacles.subtitle"
    subtitle = _(key, days=number(look.rules.obstacle_old_days), most=MOST_THEMES)
    oldest = sorted(found, key=lambda one: -one.days)[:MOST_THEMES]
    link = Link(_("milestones.link"), look.href(PATH))
    return obstacles.card(_("national.obstacles.title", n=len(found)), subtitle, oldest, link=link)


def _theme(look: Look, one: Theme) -> obstacles.Obstacle:
    days = (look.moment.today - one.reported_on).days
    return obstacles.Obstacle(
        title=look.label("obstacle_theme", one.code),
        days=days,
        ministry=look.reference.label("obstacle_theme", one.code).extra,
        regions=one.regions,
        old=days > look.rules.obstacle_old_days,
    )
