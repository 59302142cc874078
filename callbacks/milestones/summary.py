"""The first message of the milestones, with beside it from how many pilots it is and the calendar to subscribe to."""

from __future__ import annotations

from callbacks.milestones.here import Here
from callbacks.parts import noticed
from dashboard.components.reading_line import DeliveryFacts, ReadingLine
from dashboard.components.text import Link
from dashboard.i18n import _, day, language
from dashboard.pages.milestones import CALENDAR_PAGE
from dashboard.sentences.milestones import MilestoneFacts, milestone_line
from queries.judged import ON_TIME


def reading_line(here: Here) -> ReadingLine:
    sums, late_days = here.sums, round(here.look.rules.milestone_late_days)
    facts = MilestoneFacts(
        name=_name(here),
        takes_part=here.standing is None or here.standing.takes_part,
        on_time=sums.on_time.share,
        norm=here.look.reference.norms[ON_TIME],
        pilots=sums.pilots,
        behind=sums.over_days,
        late_days=late_days,
        differ=sums.differing.now,
        aged=sums.aged,
        unknown=sums.pilots - sums.known,
    )
    notice = noticed.of_region(here.look, here.region_code) if here.region_code else noticed.of_country(here.look)
    return ReadingLine(milestone_line(facts), _side(here), notice=notice)


def _name(here: Here) -> str | None:
    if here.pilot and here.plans:
        plan = here.plans[0]
        return _("milestones.line.pilot", line=here.line(plan), name=here.region(plan.first.region_code))
    return here.standing.region.name if here.standing else None


def _side(here: Here) -> DeliveryFacts:
    """A calendar holds milestones of regions that may be seen."""
    calendar = None if here.is_closed else Link(_("milestones.side.calendar"), calendar_href(here), is_file=True)
    key = "milestones.side.own" if here.is_of_steps else "milestones.side.title"
    title = _(key, n=here.sums.pilots, regions=here.sums.regions)
    if not here.sums.pilots:
        return DeliveryFacts(_("milestones.side.none"), ())
    return DeliveryFacts(
        title, (_("milestones.side.judged", date=day(here.today)), _("milestones.side.note")), calendar
    )


def calendar_href(here: Here) -> str:
    parts = [f"regio={here.region_code}"] if here.region_code else []
    parts += [f"taal={language()}"] if language() != "nl" else []
    return "?".join(filter(None, (CALENDAR_PAGE, "&".join(parts))))
