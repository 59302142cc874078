"""What a series tells of a border that changed: where it was counted before, until when, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard import printed
from dashboard.i18n import _
from queries.borders import Predecessor
from queries.indicators import ElsewhereValue


@dataclass(frozen=True)
class Before:
    """The region in which the one with `code` was counted, and what a source counted of the whole of it."""

    region: Predecessor
    code: str
    values: Sequence[ElsewhereValue]

    @property
    def name(self) -> str:
        """Arnhem/Nijmegen (MC14)."""
        return _named(self.region.code, self.region.name)

    @property
    def until(self) -> str:
        """The last school year of it."""
        year = self.region.counted_from
        return f"{year - 1}/'{year % 100:02}"


def label(one: Before) -> str:
    """T/m 2019/'20: Arnhem/Nijmegen (MC14)."""
    return _("boundaries.label", period=one.until, region=one.name)


def sentence(one: Before) -> str:
    heirs = printed.names([_named(*heir) for heir in one.region.heirs])
    return _(f"boundaries.{one.region.kind}", year=one.region.counted_from, region=one.name, heirs=heirs)


def note(one: Before, *, drawn: bool) -> str:
    """How it is drawn and what is not there, if it is `drawn` at all, and who says that the border changed."""
    told = [_("boundaries.band", period=one.until, region=_together(one))] if drawn else [sentence(one)]
    if drawn and not one.values:
        told.append(_("boundaries.none", region=one.name))
    return " ".join([*told, _("boundaries.source", source=one.region.seen_in)])


def _together(one: Before) -> str:
    others = [_named(*heir) for heir in one.region.heirs if heir[0] != one.code]
    return _("boundaries.together", region=one.name, others=printed.names(others)) if others else one.name


def _named(code: str, name: str) -> str:
    return f"{name} ({code})"
