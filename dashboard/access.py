"""Who may see what. Deny by default: without a role there is no access at all."""

from __future__ import annotations

from collections.abc import Callable

from queries.reader import Access
from warehouse.accounts.people import Person
from warehouse.accounts.sessions import Visitor
from warehouse.schema.role_codes import ADMINISTRATOR, MINISTRY, OF_REGIONS, ROLE_CODES

WhoAsks = Callable[[Visitor | None], Access | None]


def access_of(visitor: Visitor | None) -> Access | None:
    """From whose session it is, and from nothing else that a browser sends."""
    person = _whose_pages(visitor) if visitor else None
    if person is None or person.rights.role_code not in ROLE_CODES:
        return None
    return Access(person.rights.role_code, _regions(person))


def _whose_pages(visitor: Visitor) -> Person | None:
    """Only an administrator looks at those of somebody else."""
    own = visitor.person
    is_administrator = own is not None and own.rights.role_code == ADMINISTRATOR
    return visitor.looks_as if is_administrator and visitor.looks_as else own


def _regions(person: Person) -> frozenset[str] | None:
    role = person.rights.role_code
    if role == MINISTRY:
        return None
    return person.rights.regions if role in OF_REGIONS else frozenset()
