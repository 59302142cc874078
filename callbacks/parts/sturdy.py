"""A card that fails is told to have failed; the rest of its page stands."""

from __future__ import annotations

import logging
from collections.abc import Callable

from flask import g, has_request_context

from dashboard.components.data_table import TableData
from dashboard.components.empty import broken
from dashboard.components.figure_card import Card
from dashboard.components.html_card import HtmlCard
from dashboard.figures import theme

HEIGHT = 240
log = logging.getLogger(__name__)


def html_card(make: Callable[[], HtmlCard]) -> HtmlCard:
    try:
        return make()
    except Exception:
        _tell()
        return HtmlCard(broken().title, "", (), empty=broken())


def figure_card(make: Callable[[], Card]) -> Card:
    try:
        return make()
    except Exception:
        _tell()
        why = broken()
        return Card(why.title, "", theme.empty(HEIGHT), why.title, why.reason, TableData("", (), ()), "", empty=why)


def _tell() -> None:
    log.exception("a card could not be made")
    if has_request_context():
        g.is_passing = True
