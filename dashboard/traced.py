"""Which values have a page with their history, where it is, and what they are called. None of it asks the database.

`/geschiedenis/K01` is an indicator of the country, `/regio/AM05/geschiedenis/mijlpaal-AM05-TOM-4` a step of a pilot.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from dashboard.address import region_path
from dashboard.i18n import _, in_language
from dashboard.tile_names import EVERY
from queries import judged
from queries.history import DESTINATION, INDICATOR, MOVEMENT, PHASE
from warehouse.reference import Row, rows

SUBJECT = "/geschiedenis/"
JUDGED, MILESTONE, EXPERIMENT = "judged", "milestone", "experiment"
WORDS = {DESTINATION: "bestemming", MILESTONE: "mijlpaal", EXPERIMENT: "experiment"}


@dataclass(frozen=True)
class Traced:
    """A value of a kind; `codes` are those of its row."""

    kind: str
    codes: tuple[str, ...]

    @property
    def is_of_one_region(self) -> bool:
        """Other places have no such value."""
        return self.kind in (MILESTONE, EXPERIMENT)


def history_path(place: str | None, kind: str, *codes: str) -> str:
    """Of a region, or with None of the country."""
    parts = [WORDS[kind], *codes] if kind in WORDS else codes
    subject = SUBJECT + quote("-".join(parts), safe="")
    return subject if place is None else region_path(place, subject)


def traced(subject: str) -> Traced | None:
    """The value that an address is about; None when nothing could be called so."""
    if not subject.startswith(SUBJECT):
        return None
    text = unquote(subject.removeprefix(SUBJECT))
    word, _dash, rest = text.partition("-")
    if word == WORDS[MILESTONE]:
        return _milestone(rest)
    if word == WORDS[EXPERIMENT]:
        return Traced(EXPERIMENT, (rest,)) if rest else None
    if word == WORDS[DESTINATION]:
        return Traced(DESTINATION, (rest,)) if rest in _known("destination") else None
    return _figure(text)


def _milestone(text: str) -> Traced | None:
    pilot, _dash, step = text.rpartition("-")
    return Traced(MILESTONE, (pilot, step)) if pilot and step in _known("step") else None


def _figure(text: str) -> Traced | None:
    kind = kind_of(text)
    if kind is not None:
        return Traced(kind, (text,))
    codes = tuple(text.split("-"))
    if len(codes) == 2 and all(code in _known("phase", "flow_end") for code in codes):
        return Traced(MOVEMENT, codes)
    return Traced(PHASE, codes) if text in _known("phase") else None


def kind_of(indicator_code: str) -> str | None:
    """What kind of history an indicator has; None for figures of a national source, which is its own."""
    if indicator_code in judged.JUDGED:
        return JUDGED
    counted = {row["indicator_code"] for row in rows("indicator_version") if row["numerator_codes"]}
    return INDICATOR if indicator_code in counted else None


def name_of(value: Traced) -> str:
    """As the pages call it."""
    return NAMES[value.kind](*value.codes)


def named(code: str) -> str:
    """An indicator, as its tile calls it."""
    return _(f"tiles.{EVERY[code]}.label") if code in EVERY else listed("indicator", code)


def _of_phase(code: str) -> str:
    return _("history.name.phase", code=code, name=listed("phase", code))


def _of_movement(*codes: str) -> str:
    start, end = (_label(_known("phase", "flow_end")[code]) for code in codes)
    return _("history.name.movement", start=start, end=end)


def _of_destination(code: str) -> str:
    return _("history.name.destination", name=listed("destination", code))


def _of_milestone(pilot: str, step: str) -> str:
    return _("history.name.milestone", number=step, step=listed("step", step), pilot=pilot)


def _of_experiment(code: str) -> str:
    return _("history.name.experiment", code=code)


NAMES: Mapping[str, Callable[..., str]] = {
    INDICATOR: named,
    JUDGED: named,
    PHASE: _of_phase,
    MOVEMENT: _of_movement,
    DESTINATION: _of_destination,
    MILESTONE: _of_milestone,
    EXPERIMENT: _of_experiment,
}


def listed(name: str, code: str) -> str:
    """A code of a reference list, by name; KeyError when it is not on it."""
    return _label(_known(name)[code])


def _known(*lists: str) -> dict[str, Row]:
    return {row["code"]: row for name in lists for row in rows(name)}


def _label(row: Row) -> str:
    return in_language(row["name_nl"], row["name_en"])
