"""The first message of what changed: reading line, and how many of each kind."""

from __future__ import annotations

from callbacks.changes.here import Here
from callbacks.parts.changed import names
from dashboard.components.change_list import KindCount, kinds
from dashboard.components.html_card import HtmlCard
from dashboard.components.reading_line import DeliveryFacts, ReadingLine
from dashboard.i18n import _, day, number
from dashboard.sentences.changes import ChangeFacts, change_line
from queries.compared import KINDS


def reading_line(here: Here) -> ReadingLine:
    since, now = here.look.since, here.publication
    if since is None:
        only = _("changes.side.only", number=now.number)
        side = DeliveryFacts(only, (day(now.published_on), *_by(here)))
        return ReadingLine(change_line(_facts(here)), side)
    title = _("changes.side.title", before=since.number, number=now.number)
    days = _("changes.side.days", was=day(since.published_on), now=day(now.published_on))
    return ReadingLine(change_line(_facts(here)), DeliveryFacts(title, (days, *_by(here))))


def _by(here: Here) -> tuple[str, ...]:
    by = here.publication.published_by
    return (_("changes.side.by", by=by),) if by else ()


def _facts(here: Here) -> ChangeFacts:
    since, counts, corrected = here.look.since, here.counts, _corrected(here)
    return ChangeFacts(
        since=since.number if since else None,
        since_on=(since or here.publication).published_on,
        changes=counts.every,
        regions=None if here.standing else counts.regions,
        reached=counts.milestones("reached"),
        moved=counts.moved,
        cancelled=counts.milestones("cancelled"),
        removed=counts.milestones_removed,
        corrected=corrected,
        named=names(list(corrected)),
    )


def _corrected(here: Here) -> tuple[str, ...]:
    """Regions that corrected figures since the publication that is compared with."""
    since = here.look.since
    codes = {one.region_code for one in here.look.corrections if since and one.publication.number > since.number}
    shown = [here.standing] if here.standing else here.look.standings.regions
    return tuple(one.region.name for one in shown if one.region.code in codes)


def kinds_card(here: Here) -> HtmlCard:
    title = _("changes.kinds.title") if here.counts.every else here.nothing
    return HtmlCard(title, here.compared, [kinds([_count(here, kind) for kind in KINDS])])


def _count(here: Here, kind: str) -> KindCount:
    count, subjects = here.counts.of_kind(kind), here.counts.subjects(kind).most_common()
    parts = ", ".join(_(f"changes.subjects.{subject}", n=n) for subject, n in subjects)
    return KindCount(number(count), _(f"changes.counted.{kind}", n=count), parts, bool(count))
