"""The state of a page in its address: what is chosen, and nothing about rights.

`/regio/AM05?stand=3&peildatum=2026-10-01&lijn=TOM&taal=en`. What is not chosen is not in the address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dashboard.i18n import LANGUAGES, language_of
from dashboard.sought import EVERYTHING, Sought, sought_in
from dashboard.sought import SUBJECT as EXPERIMENTS
from dashboard.sought import chosen as chosen_of
from queries.compared import KINDS
from queries.peers import PEER_RULES
from queries.regions import LEADING_DIVISION

FIRST_YEAR = 2000
REGIONS = "/regio/"
DESK = "/beheer"  # persons, rights and the log: no page of figures
NOT_CHOSEN = "standaard"  # what a control says when its choice stays out of the address
DIVISIONS = (LEADING_DIVISION, "doorstroompunt", "provincie")
PEERS = tuple(PEER_RULES)
AGE_BANDS = ("16-17", "18-20", "21-22", "23-26")
MEASURES = ("in_beeld", "in_traject", "geplaatst", "vsv")
LONGEST_OWN_CODE = 24
PERIODS = (3, 12)  # months up to the reference date
NAMES = {
    "language": "taal",
    "publication": "stand",
    "reference_date": "peildatum",
    "division": "indeling",
    "measure": "maat",
    "pilot_line": "lijn",
    "since": "sinds",
    "kind": "soort",
    "peers": "vergelijk",
    "months": "periode",
    "age_band": "leeftijd",
    "area": "gebied",
    "pilot": "pilot",
}


@dataclass(frozen=True)
class Filters:
    """What a page shows; a value that cannot be is as if it were not chosen.

    `since` is the publication that is compared with, `kind` the only kind of changes that is listed, `peers` the rule
    by which a region is compared with others, `months` how many months of movements are shown, `age_band` the only
    ages of which destinations are shown, `area` the region of another division to which the country is narrowed,
    `pilot` the only one of which milestones are shown, `sought` the only experiments that are listed.
    """

    language: str = LANGUAGES[0]
    publication: int | None = None
    reference_date: date | None = None
    division: str = LEADING_DIVISION
    measure: str = MEASURES[0]
    pilot_line: str | None = None
    since: int | None = None
    kind: str | None = None
    peers: str = PEERS[0]
    months: int = PERIODS[0]
    age_band: str | None = None
    area: str | None = None
    pilot: str | None = None
    sought: Sought = EVERYTHING

    def but(self, **changes: Any) -> Filters:
        return replace(self, **changes)


DEFAULT = Filters()


def filters_of(given: Mapping[str, str | list[str]]) -> Filters:
    """From the parameters of an address, however odd: of one that is there twice the last one counts."""
    query = {name: value if isinstance(value, str) else value[-1] for name, value in given.items()}
    return Filters(
        language=language_of(query.get("taal")),
        publication=_number(query.get("stand", "")),
        reference_date=_day(query.get("peildatum", "")),
        division=_one_of(DIVISIONS, query.get("indeling")),
        measure=_one_of(MEASURES, query.get("maat")),
        pilot_line=_code(query.get("lijn", "")),
        since=_number(query.get("sinds", "")),
        kind=_chosen(KINDS, query.get("soort")),
        peers=_one_of(PEERS, query.get("vergelijk")),
        months=_period(query.get("periode", "")),
        age_band=_chosen(AGE_BANDS, query.get("leeftijd")),
        area=_code(query.get("gebied", "")),
        pilot=_own_code(query.get("pilot", "")),
        sought=sought_in(query),
    )


def parse(address: str) -> tuple[str, Filters]:
    """The path and the filters of `/path?query`."""
    path, _mark, query = address.partition("#")[0].partition("?")
    return path, filters_of(dict(parse_qsl(query)))


def href(path: str, filters: Filters) -> str:
    """The address of a page with these filters; which experiments are sought only that of their list has."""
    chosen = {
        NAMES[field.name]: str(getattr(filters, field.name))
        for field in fields(Filters)
        if field.name in NAMES and getattr(filters, field.name) != getattr(DEFAULT, field.name)
    }
    if place_and_subject(path)[1] == EXPERIMENTS:
        chosen |= chosen_of(filters.sought)
    return f"{path}?{urlencode(chosen)}" if chosen else path


def region_path(code: str, subject: str = "/") -> str:
    """A subject of one region: `/wijzigingen` of AM05 is `/regio/AM05/wijzigingen`."""
    return f"{REGIONS}{code}{subject.rstrip('/')}"


def place_and_subject(path: str) -> tuple[str | None, str]:
    """The region that a path is about, None for the country, and the path that the country has for the same subject."""
    if not path.startswith(REGIONS):
        return None, path
    code, _slash, subject = path.removeprefix(REGIONS).partition("/")
    return code, f"/{subject}"


def is_of_country(path: str) -> bool:
    return place_and_subject(path)[0] is None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


def _period(text: str) -> int:
    return next((months for months in PERIODS if str(months) == text), PERIODS[0])


def _day(text: str) -> date | None:
    """The first of its month; what lies before every figure is no choice, and months can be counted back from it."""
    try:
        day = date.fromisoformat(text).replace(day=1)
    except ValueError:
        return None
    return day if day.year >= FIRST_YEAR else None


def _one_of(allowed: tuple[str, ...], value: str | None) -> str:
    return value if value in allowed else allowed[0]


def _chosen(allowed: tuple[str, ...], value: str | None) -> str | None:
    return value if value in allowed else None


def _code(text: str) -> str | None:
    return text if text.isascii() and text.isalnum() and len(text) <= 8 else None


def _own_code(text: str) -> str | None:
    """A code that a region chose by itself."""
    return text if text.isprintable() and 0 < len(text) <= LONGEST_OWN_CODE else None
