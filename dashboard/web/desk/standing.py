"""How somebody stands who may sign in, at a glance; and who is looked for in the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from warehouse.accounts.people import Person
from warehouse.reference import plain

SOON, LONG_AGO = timedelta(days=30), timedelta(days=90)
# What a person can be, the most pressing first; each with the icon that it has in the list.
OVER, LAPSED, INVITED, ENDING, UNSEEN, HOLDS = (
    *("voorbij", "verlopen", "uitgenodigd"),
    *("aflopend", "ongezien", "toegang"),
)
ICONS = {
    OVER: "vervallen",
    LAPSED: "let_op",
    INVITED: "loopt",
    ENDING: "let_op",
    UNSEEN: "onbekend",
    HOLDS: "op_koers",
}


@dataclass(frozen=True)
class Standing:
    """`marks` are all that holds of this person; `left` is how many days of access there still are.

    `link_until` is when the invitation ends of who was invited and did not come yet.
    """

    person: Person
    seen: datetime | None
    marks: tuple[str, ...]
    left: int | None
    link_until: datetime | None = None

    @property
    def holds(self) -> bool:
        return OVER not in self.marks

    @property
    def icon(self) -> str:
        return ICONS[self.marks[0]]


@dataclass(frozen=True)
class Sought:
    """`found` of all persons; `counts` by mark, of everyone. Without a mark they are those with access."""

    found: Sequence[Standing]
    counts: Mapping[str, int]
    mark: str
    words: str

    @classmethod
    def among(cls, everyone: Sequence[Standing], given: Mapping[str, str]) -> Self:
        """`toon` is a mark, `zoek` a part of a name or login: then also of those whose rights are over."""
        words, mark = given.get("zoek", "").strip(), given.get("toon", "")
        mark = mark if mark in ICONS else ""
        counts = {each: sum(each in one.marks for one in everyone) for each in ICONS}
        kept = [one for one in everyone if _is_of(one, mark, words)]
        if mark == ENDING:
            kept.sort(key=lambda one: one.left or 0)
        return cls(kept, counts, mark, words)


def standing_of(person: Person, seen: datetime | None, link_until: datetime | None, now: datetime) -> Standing:
    ends_on, today = person.rights.ends_on, now.date()
    if not person.rights.hold_on(today):
        return Standing(person, seen, (OVER,), None)
    is_new = seen is None and not (person.has_password or person.identity or person.demonstration)
    marks = {
        LAPSED: is_new and (link_until is None or link_until <= now),
        INVITED: is_new,
        ENDING: ends_on is not None and ends_on - today <= SOON,
        UNSEEN: seen is not None and today - seen.date() > LONG_AGO,
        HOLDS: True,
    }
    left = (ends_on - today).days + 1 if ends_on else None
    holding = tuple(mark for mark, is_so in marks.items() if is_so)
    return Standing(person, seen, holding, left, link_until if is_new else None)


def _is_of(one: Standing, mark: str, words: str) -> bool:
    if words and plain(words) not in plain(one.person.name) + " " + plain(one.person.login):
        return False
    return mark in one.marks if mark else one.holds or bool(words)
