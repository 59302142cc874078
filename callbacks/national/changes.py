"""What changed since the previous publication."""

from __future__ import annotations

from collections.abc import Iterator

from callbacks.parts.look import Look
from callbacks.parts.tiles import KEYS, previous_milestones, punctuality
from dashboard import printed
from dashboard.components import changes
from dashboard.components.changes import Moved
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _, day, number, signed
from queries.deliveries import Delivery
from queries.experiments import Experiment
from queries.milestones import Milestone
from queries.reader import Publication
from queries.reference import Rules
from queries.region_standing import IN_TRAJECTORY, IN_VIEW, PLACED, RegionStanding

MOST_NAMES = 2


def card(look: Look) -> HtmlCard:
    previous = look.reader.previous
    if previous is None or look.moment.previous_date is None:
        first = Empty(_("national.changes.first"), _("national.changes.first_reason"), hatch="doet_niet_mee")
        return HtmlCard(_("national.changes.title_first"), "", (), empty=first)
    title = _("national.changes.title", date=day(look.moment.previous_date))
    subtitle = _("national.changes.subtitle", before=previous.number)
    if not look.moment.is_newest:
        return changes.card(title, _("national.changes.subtitle_earlier"), list(_youths(look)), [])
    moves = [*_youths(look), *_on_time(look), _late_pilots(look, previous)]
    return changes.card(title, subtitle, moves, list(_events(look, previous)))


def _youths(look: Look) -> Iterator[Moved]:
    """Only regions that delivered both dates, so that a missing region is not read as a fall."""
    for code in (IN_VIEW, IN_TRAJECTORY, PLACED):
        total = look.standings.total(code)
        if total.earlier is not None:
            was, now = total.earlier, total.earlier_base
            yield Moved(_(f"tiles.{KEYS[code]}.label"), printed.count(was), printed.count(now), signed(now - was))


def _on_time(look: Look) -> Iterator[Moved]:
    found = punctuality(look, look.standings.milestones)
    if found.now.share is not None and found.before.share is not None:
        was, now = round(found.before.share), round(found.now.share)
        yield Moved(_("tiles.on_time.label"), f"{number(was)}%", f"{number(now)}%", signed(now - was))


def _late_pilots(look: Look, previous: Publication) -> Moved:
    was = _behind(previous_milestones(look), look.rules, previous)
    now = _behind(look.standings.milestones, look.rules, look.reader.publication)
    return Moved(_("national.changes.late_pilots"), number(was), number(now), signed(now - was))


def _behind(milestones: list[Milestone], rules: Rules, publication: Publication) -> int:
    today = publication.published_on
    return len({(one.region_code, one.pilot_code) for one in milestones if one.status(rules, today) == "achter"})


def _events(look: Look, previous: Publication) -> Iterator[str]:
    yield from _milestone_events(look, previous)
    yield from _status_events(look)
    stopped = [one for one in look.experiments if one.status == "gestopt_met_les" and _is_new(one, previous)]
    if stopped:
        yield _("national.changes.stopped", n=len(stopped))
    revised = [one for one in look.standings.taking_part if _is_revised(one, previous)]
    if revised:
        yield _("national.changes.revised", n=len(revised), names=_names(revised))


def _milestone_events(look: Look, previous: Publication) -> Iterator[str]:
    then = {(one.region_code, one.pilot_code, one.step_code): one for one in previous_milestones(look)}
    pairs = [
        (before, one)
        for one in look.standings.milestones
        if (before := then.get((one.region_code, one.pilot_code, one.step_code)))
    ]
    reached = sum(one.done_on is not None and before.done_on is None for before, one in pairs)
    shifted = sum(one.done_on is None and one.expected_on > before.expected_on for before, one in pairs)
    if reached or shifted:
        yield _("national.changes.milestones", n=reached, shifted=shifted)


def _status_events(look: Look) -> Iterator[str]:
    """Regions whose figure of young people in sight now has another status than a month ago."""
    for one in look.standings.present:
        path = dict(one.path())
        before = look.rules.status(path.get(look.moment.previous_date)) if look.moment.previous_date else "onbekend"
        if "onbekend" not in (before, one.status) and before != one.status:
            was, now = _(f"components.status.{before}"), _(f"components.status.{one.status}")
            yield _("national.changes.status", name=one.region.name, was=was, now=now)


def _is_new(one: Experiment | Delivery, previous: Publication) -> bool:
    """It was told in this way for the first time after the previous publication."""
    return one.first_publication > previous.number


def _is_revised(standing: RegionStanding, previous: Publication) -> bool:
    return any(one.correction_reason and _is_new(one, previous) for one in standing.deliveries)


def _names(standings: list[RegionStanding]) -> str:
    listed = ", ".join(one.region.name for one in standings[:MOST_NAMES])
    more = len(standings) - MOST_NAMES
    return _("national.changes.and_more", names=listed, n=more) if more > 0 else listed
