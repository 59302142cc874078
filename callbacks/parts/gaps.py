"""Why a figure is not there, and which of the five signs says so."""

from __future__ import annotations

SIGNS = {"verouderd": "niet_aangeleverd", "doet_niet_mee": "niet_van_toepassing"}


def sign_of(gap: str | None) -> str:
    """Several reasons share a sign; without a reason the value itself is missing."""
    return SIGNS.get(gap, gap) if gap else "ontbreekt"
