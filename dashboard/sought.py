"""Which experiments are sought, in the address of their page: `/experimenten?besluit=stoppen&zoek=koffie&blad=2`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import quote, unquote

SUBJECT = "/experimenten"
STATES = ("loopt", "besluit", "stil", "geld", "afgerond", "geleerd")
CHECKS = ("voorbij", "dagen30", "later")
UNDECIDED = "geen"
MOST_WORDS = 200
NAMES = {
    "words": "zoek",
    "idea": "idee",
    "state": "toestand",
    "verdict": "besluit",
    "life_domain": "leefgebied",
    "policy_domain": "beleid",
    "method": "werkvorm",
    "owner": "eigenaar",
    "check": "check",
    "funding": "dekking",
    "page": "blad",
}


@dataclass(frozen=True)
class Sought:
    """`words` are sought in all texts; `method` and `owner` are as regions wrote them, the others codes.

    `idea` is what somebody wants to try, of which the list says nothing. `verdict` may be `UNDECIDED`.
    `page` is which part of the list is shown, from 1 on.
    """

    words: str | None = None
    idea: str | None = None
    state: str | None = None
    verdict: str | None = None
    life_domain: str | None = None
    policy_domain: str | None = None
    method: str | None = None
    owner: str | None = None
    check: str | None = None
    funding: str | None = None
    page: int = 1

    def but(self, **changes: Any) -> Sought:
        """Another choice begins at the first page."""
        return replace(self, **{"page": 1, **changes})


EVERYTHING = Sought()


def sought_in(query: Mapping[str, str]) -> Sought:
    """From the parameters of an address, however odd."""
    told = {name: _text(query.get(NAMES[name], "")) for name in NAMES if name != "page"}
    told["state"] = told["state"] if told["state"] in STATES else None
    told["check"] = told["check"] if told["check"] in CHECKS else None
    return Sought(**told, page=_page(query.get(NAMES["page"], "")))


def chosen(sought: Sought) -> dict[str, str]:
    """The parameters that say it; none for what is not chosen."""
    told = {field.name: getattr(sought, field.name) for field in fields(Sought)}
    return {NAMES[name]: str(value) for name, value in told.items() if value != getattr(EVERYTHING, name)}


def _text(text: str) -> str | None:
    found = " ".join(text.split())[:MOST_WORDS].strip()
    return found if found and found.isprintable() else None


def _page(text: str) -> int:
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 5 else 1


def path_of(region_code: str, experiment_code: str) -> str:
    """Of the page of one experiment: E2 of AM05 has `/experimenten/AM05-E2`."""
    return f"{SUBJECT}/{quote(f'{region_code}-{experiment_code}', safe='')}"


def key_of(path: str) -> tuple[str, str] | None:
    """The region and the code that such a path names; None when it names none."""
    if not path.startswith(f"{SUBJECT}/"):
        return None
    region_code, _dash, experiment_code = unquote(path.removeprefix(f"{SUBJECT}/")).partition("-")
    return (region_code, experiment_code) if region_code and experiment_code else None
