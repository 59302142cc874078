"""Who is asking. Deny by default: without a role there is no access at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dashboard.settings import WebSettings
from queries.reader import Access, Publication

EVERY_REGION = frozenset({"ministerie", "beheer"})
WhoAsks = Callable[[WebSettings, Callable[[], Iterable[Publication]]], Access | None]


def access_of(settings: WebSettings, published: Callable[[], Iterable[Publication]]) -> Access | None:
    """Every visitor has the role that the settings open the product for; None when it is not open.

    A demonstration is closed again once anything real was published: then the setting was left on by mistake.
    """
    if settings.open_as is None:
        return None
    if settings.demonstration and not all(one.demonstration for one in published()):
        return None
    return Access(settings.open_as, None if settings.open_as in EVERY_REGION else frozenset())
