"""What became of one value: the reading line of its history, at most three sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.i18n import _, day

MOST_NAMES = 2


@dataclass(frozen=True)
class HistoryFacts:
    """`subject` can begin a sentence, `moved` tells the last change, `now` the value (empty when it is no number).

    `number` and `published_on` are of the publication of that change, or of the first one when nothing changed; of
    the one that is looked at when the value never stood. `regions` are those that it is the sum of.
    """

    subject: str
    number: int
    published_on: date
    stood: bool = True
    withdrawn: bool = False
    changes: int = 0
    corrected: bool = False
    now: str = ""
    moved: str = ""
    regions: int = 0
    changed: tuple[str, ...] = ()


def history_line(facts: HistoryFacts) -> tuple[str, ...]:
    if not facts.stood:
        return (_("history.line.never", subject=facts.subject, number=facts.number),)
    if facts.changes == 0:
        return (_same(facts), *_sum(facts))
    when = _("history.line.when", n=facts.changes, moved=facts.moved, **_publication(facts))
    return (_changed(facts), when, *_sum(facts))


def _publication(facts: HistoryFacts) -> dict[str, object]:
    return {"number": facts.number, "date": day(facts.published_on)}


def _same(facts: HistoryFacts) -> str:
    key = "history.line.same_value" if facts.now else "history.line.same"
    return _(key, subject=facts.subject, now=facts.now, **_publication(facts))


def _changed(facts: HistoryFacts) -> str:
    kind = "withdrawn" if facts.withdrawn else "corrected" if facts.corrected else "changed"
    return _(f"history.line.{kind}", n=facts.changes, subject=facts.subject, moved=facts.moved)


def _sum(facts: HistoryFacts) -> tuple[str, ...]:
    if not facts.regions:
        return ()
    if not facts.changed:
        return (_("history.line.sum", n=facts.regions),)
    return (_("history.line.sum_changed", n=facts.regions, names=names(facts.changed)),)


def names(regions: tuple[str, ...]) -> str:
    """Groningen, Twente en nog 3."""
    listed, more = ", ".join(regions[:MOST_NAMES]), len(regions) - MOST_NAMES
    return _("history.line.and_more", names=listed, n=more) if more > 0 else listed
