"""Every address that there is: each page and route, with each choice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import product
from typing import Any
from urllib.parse import parse_qsl

import dash

from dashboard.address import AGE_BANDS, DIVISIONS, MEASURES, NAMES, PEERS, PERIODS, Filters, href, place_and_subject
from dashboard.attack.known import Known
from dashboard.attack.undriven import UndrivenError
from dashboard.i18n import LANGUAGES
from dashboard.sought import NAMES as SOUGHT
from queries.compared import KINDS

PART = re.compile(r"<(?:\w+:)?(\w+)>")
NO_PAGE = "/geen-pagina"
NO_EXPERIMENT = "AM00-geen"
# What the parts of an address that differ can be, by the name that a page or a route gives them; the second argument is
# the address before that part.
PARTS: Mapping[str, Callable[[Known, str], Sequence[str]]] = {
    "code": lambda known, _: known.regions,
    "traced": lambda known, before: known.traced_in(place_and_subject(before)[0]),
    "id": lambda known, _: (*known.experiments, NO_EXPERIMENT),
}
CHOICES: Mapping[str, Callable[[Known], Sequence[Any]]] = {
    "language": lambda known: LANGUAGES,
    "publication": lambda known: known.publications,
    "reference_date": lambda known: known.dates,
    "division": lambda known: DIVISIONS,
    "measure": lambda known: MEASURES,
    "pilot_line": lambda known: known.pilot_lines,
    "since": lambda known: known.publications,
    "kind": lambda known: KINDS,
    "peers": lambda known: PEERS,
    "months": lambda known: PERIODS,
    "age_band": lambda known: AGE_BANDS,
    "area": lambda known: known.areas,
    "pilot": lambda known: known.pilots,
    "sought": lambda known: known.sought,
}
KNOWN_NAMES = {*NAMES.values(), *SOUGHT.values()}
TOGETHER = ("publication", "reference_date")


def page_templates() -> list[str]:
    """Of every registered page."""
    return [page["path_template"] or page["path"] for page in dash.page_registry.values()]


def page_paths(known: Known) -> list[str]:
    """Of every page, and of one that does not exist."""
    return [NO_PAGE, *(path for template in page_templates() for path in filled(template, known))]


def filled(template: str, known: Known) -> Iterator[str]:
    """The paths that a template of a page or a route stands for."""
    part = PART.search(template)
    if part is None:
        yield template
        return
    if part[1] not in PARTS:
        raise UndrivenError("part", f"<{part[1]}>, {template}")
    before, after = template[: part.start()], template[part.end() :]
    for value in PARTS[part[1]](known, before):
        yield from filled(before + value + after, known)


def choices(known: Known) -> list[Filters]:
    """Each choice by itself, and each publication with each reference date."""
    for field in fields(Filters):
        if field.name not in CHOICES:
            raise UndrivenError("choice", field.name)
    pairs = product(*(CHOICES[name](known) for name in TOGETHER))
    alone = [{field.name: value} for field in fields(Filters) for value in CHOICES[field.name](known)]
    chosen = [*alone, *(dict(zip(TOGETHER, pair, strict=True)) for pair in pairs)]
    return list(dict.fromkeys([Filters(), *(Filters(**each) for each in chosen)]))


def newest_and_oldest(known: Known) -> list[Filters]:
    """Nothing chosen shows the newest publication."""
    return [Filters(), *(Filters(publication=number) for number in known.publications[1:][-1:])]


def addresses(paths: Sequence[str], chosen: Sequence[Filters]) -> Iterator[str]:
    """Once each: a choice that a page does not know stays out of its address."""
    return iter(dict.fromkeys(href(path, each) for path in paths for each in chosen))


def with_choices_of_their_own(links: Iterable[str]) -> list[str]:
    """Links of a page with a choice that only this page knows."""
    return sorted(link for link in links if not _names(link) <= KNOWN_NAMES)


def _names(link: str) -> set[str]:
    return {name for name, _value in parse_qsl(link.partition("#")[0].partition("?")[2])}
