"""Who is asking, and what is for whom. Deny by default: without a role there is no access at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dashboard.address import place_and_subject, region_path
from dashboard.sought import SUBJECT as EXPERIMENTS
from queries.reader import Access
from warehouse.accounts.people import Person
from warehouse.accounts.sessions import Visitor
from warehouse.schema.role_codes import ADMINISTRATOR, BUREAU, GUEST, MINISTRY, OF_REGIONS, READER, REGION, ROLE_CODES

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
WhoAsks = Callable[[Visitor | None], Access | None]
COUNTRY = "/"


def access_of(visitor: Visitor | None) -> Access | None:
    """From whose session it is, and from nothing else that a browser sends."""
    if visitor and visitor.guest:
        return Access(GUEST, frozenset({visitor.guest.region_code}), visitor.guest.publication)
    person = (looks_as(visitor) or visitor.person) if visitor else None
    if person is None or person.rights.role_code not in ROLE_CODES:
        return None
    return Access(person.rights.role_code, _regions(person))


def looks_as(visitor: Visitor | None) -> Person | None:
    """Whose pages somebody looks at who is not that person; only an administrator does so."""
    own = visitor.person if visitor else None
    is_administrator = own is not None and own.rights.role_code == ADMINISTRATOR
    return visitor.looks_as if visitor and is_administrator else None


def landing_of(access: Access | None) -> str:
    """Where somebody begins: in the own region who has one, else with the country."""
    if access is None or access.role not in (REGION, GUEST) or len(access.regions or ()) != 1:
        return COUNTRY
    return region_path(*(access.regions or ()))


def may_administer(access: Access | None) -> bool:
    return access is not None and "administration" in TRUTH.get(access.role, frozenset())


def is_closed(access: Access, path: str) -> bool:
    """A page of a region is for who sees the region, but for the experiments that it shares."""
    code, subject = place_and_subject(path)
    return code is not None and subject != EXPERIMENTS and not access.sees(code)


def _regions(person: Person) -> frozenset[str] | None:
    role = person.rights.role_code
    if role == MINISTRY:
        return None
    return person.rights.regions if role in OF_REGIONS else frozenset()
