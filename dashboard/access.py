"""Who is asking. Deny by default: without a role there is no access at all."""

from __future__ import annotations

from dashboard.settings import Settings
from queries.reader import Access

EVERY_REGION = frozenset({"ministerie", "beheer"})


def access_of(settings: Settings) -> Access | None:
    """Every visitor has the role that the settings open the product for; None when it is not open."""
    if settings.open_as is None:
        return None
    return Access(settings.open_as, None if settings.open_as in EVERY_REGION else frozenset())
