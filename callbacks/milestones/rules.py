"""How a status comes about, in words and with the thresholds that hold."""

from __future__ import annotations

from dash import html

from callbacks.milestones.here import Here
from dashboard.components import gantt
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link, marked
from dashboard.i18n import _, number

STATUSES = ("op_koers", "let_op", "achter", "onbekend")


def card(here: Here) -> HtmlCard:
    rules = here.look.rules
    days = {"late": number(rules.milestone_late_days), "old": number(rules.judgement_days)}
    listed = [(code, _(f"milestones.rules.{code}", **days)) for code in STATUSES]
    words = html.P(marked(_("milestones.rules.words", recovery=number(rules.recovery_days))), className="status-words")
    link = Link(_("milestones.rules.link"), f"{here.elsewhere('/definities')}#aandacht")
    return HtmlCard(_("milestones.rules.title"), "", [gantt.rules(listed), words], link=link)
