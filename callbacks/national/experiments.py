"""How many experiments run, and how many wait for something: each a link to their list."""

from __future__ import annotations

from collections.abc import Mapping

from callbacks.parts.look import Look
from callbacks.parts.terms import Terms
from dashboard.address import href
from dashboard.components.empty import Empty
from dashboard.components.experiment_cards import counted
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link
from dashboard.i18n import _, number
from dashboard.sought import EVERYTHING, STATES, SUBJECT


def card(look: Look) -> HtmlCard:
    counts = Terms.of(look).counts_of_everyone(look.everyone)
    none = Empty(_("experiments.list.none", name=_("frame.country")), _("experiments.list.none_reason"))
    return HtmlCard(
        title=_("experiments.block.title", n=counts["loopt"], learned=counts["geleerd"]),
        subtitle=_("experiments.block.subtitle"),
        link=Link(_("experiments.link"), look.href(SUBJECT)),
        body=(counted([(_list(look, state), number(count)) for state, count in _in_order(counts)]),),
        empty=None if any(counts.values()) else none,
    )


def _in_order(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(state, counts[state]) for state in STATES]


def _list(look: Look, state: str) -> Link:
    sought = look.filters.but(sought=EVERYTHING.but(state=state))
    return Link(_(f"experiments.state.{state}"), f"{href(SUBJECT, sought)}#lijst")
