"""Rows of single regions, for who may not see them: that they are there, and for whom."""

from __future__ import annotations

from callbacks.parts.look import Look
from dashboard.components.empty import Empty
from dashboard.i18n import _
from queries.region_standing import NOT_SEEN


def sees_none(look: Look) -> bool:
    """Not one of the regions that take part."""
    return not any(one.seen for one in look.standings.taking_part)


def closed(look: Look) -> Empty:
    """In place of what stands there region by region; who has a region need not ask for one."""
    acting = _("closed.acting") if sees_none(look) else ""
    return Empty(_("closed.title"), _("closed.reason"), acting, hatch=NOT_SEEN)


def sees_all(look: Look) -> bool:
    return look.reader.access.sees_everything


def own_only(look: Look) -> str:
    """For who sees some of the regions; empty for who sees all, or none."""
    return "" if sees_all(look) or sees_none(look) else _("closed.own_only")
