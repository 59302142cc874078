"""What is tried in the regions of who looks, as far as it waits for something; and what others learned lately."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from dash import html
from dash.development.base_component import Component

from callbacks.parts.look import Look
from callbacks.parts.terms import CHECK_DAYS, Terms
from dashboard.components.empty import Empty, empty
from dashboard.components.experiment_cards import Short, short_list
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link
from dashboard.i18n import _, day_month
from dashboard.sought import SUBJECT, path_of
from queries.experiments import LEARNED, Experiment

LEAST, MOST, MOST_LEARNED = 3, 8, 2
LEARNED_DAYS = 60


def card(look: Look) -> HtmlCard:
    """With this a bureau begins its week."""
    terms = Terms.of(look)
    found = sorted((one for one in look.experiments if _is_own(look, one)), key=terms.place)
    waiting = [(one, why) for one in found if (why := _why(terms, one))]
    return HtmlCard(
        title=_("national.agenda.title", n=len(waiting)) if waiting else _("national.agenda.title_none"),
        subtitle=_("national.agenda.subtitle", days=CHECK_DAYS),
        link=Link(_("experiments.link"), look.href(SUBJECT)),
        body=[_listed(look, waiting), *_learned(look)],
    )


def _is_own(look: Look, one: Experiment) -> bool:
    return look.reader.access.sees(one.region_code)


def _why(terms: Terms, one: Experiment) -> str:
    """A verdict that is due, a check that is near, or a log that is quiet: the first that holds."""
    if one.is_undecided(terms.today):
        return _("national.agenda.verdict", n=(terms.today - one.check_on).days)
    if terms.check(one) == "dagen30":
        return _("national.agenda.check", date=day_month(one.check_on))
    return _("national.agenda.quiet", n=one.quiet_days(terms.today)) if terms.is_in("stil", one) else ""


def _listed(look: Look, waiting: Sequence[tuple[Experiment, str]]) -> Component:
    """As long as the list of regions beside it."""
    if not waiting:
        return empty(Empty(_("national.agenda.none"), _("national.agenda.none_reason"), hatch="doet_niet_mee"))
    most = min(max(LEAST, len(look.reader.access.regions or ())), MOST)
    rows = short_list([_row(look, one, why) for one, why in waiting[:most]])
    more = len(waiting) - most
    return html.Div([rows, html.P(_("national.agenda.more", n=more), className="short-place")] if more > 0 else rows)


def _learned(look: Look) -> Iterator[Component]:
    """What another region stopped with a lesson that may help here, the newest first."""
    since = look.moment.today - timedelta(LEARNED_DAYS)
    elsewhere = [one for one in look.experiments if one.status == LEARNED and not _is_own(look, one)]
    found = [(one.ended_on, one) for one in elsewhere if one.ended_on and one.ended_on >= since]
    newest = sorted(found, key=lambda pair: (pair[0], pair[1].key), reverse=True)
    if newest:
        yield html.H3(_("national.agenda.learned", n=len(newest), days=LEARNED_DAYS), className="card-heading")
        yield short_list([_row(look, one, day_month(ended_on)) for ended_on, one in newest[:MOST_LEARNED]])


def _row(look: Look, one: Experiment, amount: str) -> Short:
    standing = look.standings.of(one.region_code)
    place = standing.region.name if standing else one.region_code
    return Short(one.title, look.href(path_of(*one.key)), one.spoken, place, amount)
