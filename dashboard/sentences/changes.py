"""What changed between two publications: at most three sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.i18n import _, day, number


@dataclass(frozen=True)
class ChangeFacts:
    """`since` is None when there is nothing earlier; `regions` is None on the page of one region.

    `reached` to `removed` are numbers of milestones, `corrected` the names of regions that corrected figures.
    """

    since: int | None
    since_on: date
    changes: int
    regions: int | None
    reached: int
    moved: int
    cancelled: int
    removed: int
    corrected: tuple[str, ...]
    named: str


def change_line(facts: ChangeFacts) -> tuple[str, ...]:
    if facts.since is None:
        return (_("changes.line.first"),)
    told = {"number": facts.since, "date": day(facts.since_on)}
    if not facts.changes:
        return (_("changes.line.nothing", **told),)
    return (_counted(facts, told), *_milestones(facts), *_corrected(facts))


def _counted(facts: ChangeFacts, told: dict[str, object]) -> str:
    if facts.regions is None or facts.changes == 1:
        return _("changes.line.counted", n=facts.changes, **told)
    return _("changes.line.spread", n=facts.regions, count=number(facts.changes), **told)


def _milestones(facts: ChangeFacts) -> tuple[str, ...]:
    counts = {"reached": facts.reached, "moved": facts.moved, "cancelled": facts.cancelled, "removed": facts.removed}
    said = [_(f"changes.line.{key}", n=count) for key, count in counts.items() if count]
    return (_("changes.line.moves", listed=_joined(said)),) if said else ()


def _joined(said: list[str]) -> str:
    """1 bereikt, 2 verschoven en 1 vervallen."""
    return said[0] if len(said) == 1 else _("changes.line.joined", first=", ".join(said[:-1]), last=said[-1])


def _corrected(facts: ChangeFacts) -> tuple[str, ...]:
    if not facts.corrected:
        return ()
    if facts.regions is None:
        return (_("changes.line.corrected"),)
    return (_("changes.line.corrected_in", n=len(facts.corrected), names=facts.named),)
