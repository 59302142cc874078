"""What a person may see, and until when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from warehouse.refused import RefusedError
from warehouse.schema.role_codes import OF_REGIONS, ROLE_CODES


@dataclass(frozen=True)
class Rights:
    """`regions` only for the roles that are given regions; `ends_on` is the last day on which they hold."""

    role_code: str
    regions: frozenset[str] = frozenset()
    ends_on: date | None = None

    def hold_on(self, day: date) -> bool:
        return self.ends_on is None or day <= self.ends_on


def wrong_rights(rights: Rights, region_codes: Collection[str], today: date) -> Iterator[RefusedError]:
    """`region_codes` are the regions that there are."""
    if rights.role_code not in ROLE_CODES:
        roles = ", ".join(ROLE_CODES)
        yield RefusedError(
            f"De rol moet een van deze zijn: {roles}.", f"The role must be one of these: {roles}.", "role"
        )
    elif problem := _wrong_regions(rights, region_codes):
        yield problem
    if rights.ends_on and rights.ends_on < today:
        yield RefusedError(
            "De einddatum is al voorbij. Toegang die nu moet stoppen, beëindigt u apart.",
            "The end date is over already. Access that must stop now is ended separately.",
            "ends_on",
        )


def _wrong_regions(rights: Rights, region_codes: Collection[str]) -> RefusedError | None:
    if unknown := sorted(rights.regions - frozenset(region_codes)):
        codes = ", ".join(unknown)
        return RefusedError(
            f"Er is geen arbeidsmarktregio {codes}.", f"There is no labour-market region {codes}.", "regions"
        )
    if rights.role_code in OF_REGIONS and not rights.regions:
        return RefusedError(
            "Kies ten minste een regio: met deze rol ziet iemand alleen cijfers van de eigen regio's.",
            "Choose at least one region: with this role somebody only sees figures of the own regions.",
            "regions",
        )
    if rights.role_code not in OF_REGIONS and rights.regions:
        nl, en = " en ".join(OF_REGIONS), " and ".join(OF_REGIONS)
        return RefusedError(
            f"Alleen de rollen {nl} hebben eigen regio's.", f"Only the roles {en} have own regions.", "regions"
        )
    return None
