"""Who is asking, and what is for whom. Deny by default: without a role there is no access at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dashboard.address import place_and_subject
from dashboard.settings import WebSettings
from dashboard.sought import SUBJECT as EXPERIMENTS
from queries.reader import Access, Publication
from warehouse.schema.role_codes import ADMINISTRATOR, BUREAU, GUEST, MINISTRY, READER, REGION

EVERY_REGION = frozenset({MINISTRY})
# What is for everyone with access, and what a role has beside it.
FOR_EVERYONE = frozenset({"country", "division", "shared experiment", "shared lesson"})
OF_OWN_REGIONS = frozenset({"own region", "own internal experiment"})
TRUTH: Mapping[str, frozenset[str]] = {
    READER: FOR_EVERYONE,
    REGION: FOR_EVERYONE | OF_OWN_REGIONS,
    BUREAU: FOR_EVERYONE | OF_OWN_REGIONS,
    MINISTRY: FOR_EVERYONE | OF_OWN_REGIONS | {"foreign region", "foreign internal experiment"},
    ADMINISTRATOR: FOR_EVERYONE | {"administration"},
    GUEST: FOR_EVERYONE | OF_OWN_REGIONS,
}
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


def may_administer(access: Access) -> bool:
    return "administration" in TRUTH.get(access.role, frozenset())


def is_closed(access: Access, path: str) -> bool:
    """A page of a region is for who sees the region, but for the experiments that it shares."""
    code, subject = place_and_subject(path)
    return code is not None and subject != EXPERIMENTS and not access.sees(code)
