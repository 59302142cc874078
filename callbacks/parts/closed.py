"""Rows of single regions, for who may not see them: that they are there, and for whom."""

from __future__ import annotations

from callbacks.parts.look import Look
from dashboard.components.empty import Empty
from dashboard.i18n import _
from queries.region_standing import NOT_SEEN


def sees_none(look: Look) -> bool:
    """Not one of the regions that take part."""
    return not any(one.seen for one in look.standings.taking_part)


def closed() -> Empty:
    """In place of what stands there region by region."""
    return Empty(_("closed.title"), _("closed.reason"), _("closed.acting"), hatch=NOT_SEEN)


def own_only(look: Look) -> str:
    """For who sees some of the regions; empty for who sees all."""
    return "" if look.reader.access.sees_everything else _("closed.own_only")
