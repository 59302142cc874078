"""How a number of young people moved."""

from __future__ import annotations

from dashboard.i18n import _, number


def since_month(difference: int | None, noise: float) -> str:
    """45 meer dan een maand geleden; or that it is the same, too small to say, or cannot be compared."""
    if difference is None:
        return _("sentences.change.none")
    if difference == 0:
        return _("sentences.change.equal")
    if abs(difference) <= noise:
        return _("sentences.change.noise")
    return _("sentences.change.more" if difference > 0 else "sentences.change.fewer", count=number(abs(difference)))
