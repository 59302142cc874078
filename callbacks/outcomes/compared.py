"""Whether regions differ more in how many ended well than chance makes them, and with which the own one compares."""

from __future__ import annotations

from callbacks.outcomes.here import Here
from callbacks.parts import funnel, widths
from callbacks.parts.closed import sees_all
from dashboard.address import NOT_CHOSEN, PEERS
from dashboard.components.figure_card import Card
from dashboard.i18n import _
from dashboard.ids import Outcomes as Ids
from dashboard.shell_context import Choice
from queries.outcomes import ENDED_WELL


def choice(here: Here) -> Choice | None:
    """The rule by which regions are like this one; the country is like none. None for who sees no others."""
    if not sees_all(here.look):
        return None
    label = _("funnel.rule.label")
    if here.standing is None:
        return Choice(Ids.PEERS, label, NOT_CHOSEN, ((NOT_CHOSEN, _("funnel.rule.country")),))
    options = tuple((rule if at else NOT_CHOSEN, _(f"funnel.rule.{rule}")) for at, rule in enumerate(PEERS))
    chosen = here.look.filters.peers
    return Choice(Ids.PEERS, label, NOT_CHOSEN if chosen == PEERS[0] else chosen, options)


def card(here: Here) -> Card:
    found = funnel.compared(here.look, ENDED_WELL, here.standing)
    return funnel.card(here.look, ENDED_WELL, found, width=widths.HALF)
