"""What changed since an earlier publication: figures, and of each kind of change how many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from callbacks.parts.changed import names
from callbacks.parts.look import Look
from callbacks.parts.measures import on_time
from dashboard import printed
from dashboard.components import changes
from dashboard.components.changes import Moved
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link
from dashboard.i18n import _, day, number, signed
from dashboard.pages.changes import PATH as CHANGES
from dashboard.tile_names import KEYS
from queries.change_counts import ChangeCounts
from queries.compared import ADDED, MOVED, REMOVED, REVISED, STATUS
from queries.reader import Publication
from queries.region_standing import IN_TRAJECTORY, IN_VIEW, PLACED, RegionStanding

WORST_FIRST = ("achter", "let_op", "op_koers")


def card(look: Look) -> HtmlCard:
    since = look.since
    if since is None or look.moment.previous_date is None:
        first = Empty(_("changes.first"), _("changes.first_reason"), hatch="doet_niet_mee")
        return HtmlCard(_("changes.card.title_first"), "", (), empty=first)
    youths = list(_youths(look, since))
    if not look.moment.is_newest:
        subtitle = _("changes.card.subtitle_earlier")
        return changes.card(_title(look, since), subtitle, youths, [], link=_link(look))
    moves = [*youths, *_on_time(look, since), _late_pilots(look, since)]
    subtitle = _("changes.card.subtitle", before=since.number, number=look.reader.publication.number)
    return changes.card(_title(look, since), subtitle, moves, list(_events(look, since)), link=_link(look))


def _title(look: Look, since: Publication) -> str:
    """The date of the figures that are compared with; without a change the day of that publication."""
    if not ChangeCounts.of_everyone(look.everyone).every:
        return _("changes.card.title_none", date=day(since.published_on))
    return _("changes.card.title", date=day(_compared_date(look, since)))


def _compared_date(look: Look, since: Publication) -> date:
    """Of the publication that is compared with, or a month ago when that was of the same date."""
    day, before = look.moment.reference_date, look.moment.previous_date
    return since.reference_date if since.reference_date < day or before is None else before


def _link(look: Look) -> Link:
    return Link(_("changes.card.link", n=ChangeCounts.of_everyone(look.everyone).every), look.href(CHANGES))


def _youths(look: Look, since: Publication) -> Iterator[Moved]:
    """Only regions that delivered both dates, so that a missing region is not read as a fall."""
    for code in (IN_VIEW, IN_TRAJECTORY, PLACED):
        both = look.standings.together.since(code, _compared_date(look, since))
        if both is not None:
            was, now = both
            yield Moved(_(f"tiles.{KEYS[code]}.label"), printed.count(was), printed.count(now), signed(now - was))


def _on_time(look: Look, since: Publication) -> Iterator[Moved]:
    now, was = on_time(look), on_time(look, since)
    if now is not None and was is not None:
        before, after = round(was), round(now)
        yield Moved(_("tiles.on_time.label"), f"{number(before)}%", f"{number(after)}%", signed(after - before))


def _late_pilots(look: Look, since: Publication) -> Moved:
    was, now = (look.standings.together.pilots_behind(look.rules, one) for one in (since, look.reader.publication))
    return Moved(_("changes.card.late_pilots"), number(was), number(now), signed(now - was))


def _events(look: Look, since: Publication) -> Iterator[str]:
    """Of each kind how many, with the one that matters most; what did not happen takes no line."""
    counts = ChangeCounts.of_everyone(look.everyone)
    if counts.every:
        yield _("changes.card.moved", n=counts.milestones("reached"), moved=counts.of_kind(MOVED))
        told = {"added": counts.of_kind(ADDED), "removed": counts.of_kind(REMOVED)}
        yield _("changes.card.added", cancelled=counts.milestones("cancelled"), **told)
    if counts.of_kind(STATUS):
        yield _status(look, since, counts.of_kind(STATUS))
    if counts.stopped:
        yield _("changes.card.stopped", n=counts.stopped)
    if counts.of_kind(REVISED):
        yield _revised(look, counts.of_kind(REVISED))


def _status(look: Look, since: Publication, count: int) -> str:
    """With the region of which the figure of young people in sight fell back most, if one did get another status."""
    turned = [
        one
        for one in look.standings.regions
        if one.count(IN_VIEW) and _before(look, one, since) not in ("onbekend", one.status)
    ]
    known = sorted((one for one in turned if one.status != "onbekend"), key=lambda one: WORST_FIRST.index(one.status))
    if not known:
        return _("changes.card.status_alone", n=count)
    status = _(f"components.status.{known[0].status}")
    return _("changes.card.status", n=count, name=known[0].region.name, status=status)


def _before(look: Look, one: RegionStanding, since: Publication) -> str:
    return look.rules.status(dict(one.path()).get(_compared_date(look, since)))


def _revised(look: Look, count: int) -> str:
    codes = {one.region_code for one in look.changes if one.kind == REVISED}
    listed = [one.region.name for one in look.standings.every if one.region.code in codes]
    if not listed:
        return _("changes.card.revised_alone", n=count)
    return _("changes.card.revised", n=count, names=names(listed))
