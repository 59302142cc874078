"""Rows of single regions, for who may not see them: that they are there, and for whom."""

from __future__ import annotations

from callbacks.parts.look import Look
from dashboard.address import DIVISIONS
from dashboard.components.empty import Empty
from dashboard.components.text import Link
from dashboard.i18n import _
from queries.region_standing import NOT_SEEN
from queries.regions import LEADING_DIVISION

WHOLE_AREAS = DIVISIONS[-1]


def sees_none(look: Look) -> bool:
    """Not one of the regions that take part, of the pilot line that was chosen; who sees all sees these, if any."""
    return not sees_all(look) and not any(one.seen for one in look.standings.taking_part)


def has_none(look: Look) -> bool:
    """Not one of all regions."""
    return not sees_all(look) and not any(one.seen for one in look.standings.every)


def closed(look: Look, link: Link | None = None) -> Empty:
    """In place of what stands there region by region; who has a region need not ask for one."""
    acting = _("closed.acting") if has_none(look) else ""
    return Empty(_("closed.title"), _("closed.reason"), acting, link, hatch=NOT_SEEN)


def sees_all(look: Look) -> bool:
    return look.reader.access.sees_everything


def own_only(look: Look) -> str:
    """For who sees some of the regions; empty for who sees all, or none."""
    return "" if sees_all(look) or sees_none(look) else _("closed.own_only")


def of_own(look: Look, title: str) -> str:
    """A finding among rows of regions says so when these are the own ones alone."""
    return _("closed.of_own", title=f"{title[:1].lower()}{title[1:]}") if own_only(look) else title


def division(look: Look) -> str:
    """Of a map that would be empty of regions for who sees none of them: areas that are sums of several."""
    chosen = look.filters.division
    return WHOLE_AREAS if chosen == LEADING_DIVISION and has_none(look) else chosen


def divisions(look: Look) -> tuple[str, ...]:
    """Those that can be chosen; the first holds when none is."""
    return tuple(reversed(DIVISIONS[1:])) if has_none(look) else DIVISIONS
