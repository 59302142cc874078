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
from queries.milestones import OnTime
from queries.plans import UNKNOWN


def reading_line(here: Here) -> ReadingLine:
    judged = [here.judged(plan) for plan in here.plans]
    late_days = round(here.look.rules.milestone_late_days)
    facts = MilestoneFacts(
        name=_name(here),
        takes_part=here.standing is None or here.standing.takes_part,
        on_time=OnTime.of((one for plan in here.plans for one in plan.milestones), here.today).share,
        norm=here.look.reference.norms[ON_TIME],
        pilots=len(here.plans),
        behind=sum(plan.late_days(here.today) > late_days for plan in here.known),
        late_days=late_days,
        differ=sum(map(here.differs, here.plans)),
        aged=sum(one is not None and one.status == UNKNOWN for one in judged),
        unknown=len(here.plans) - len(here.known),
    )
    notice = noticed.of_region(here.look, here.region_code) if here.region_code else noticed.of_country(here.look)
    return ReadingLine(milestone_line(facts), _side(here), notice=notice)


def _name(here: Here) -> str | None:
    if here.pilot and here.plans:
        plan = here.plans[0]
        return _("milestones.line.pilot", line=here.line(plan), name=here.region(plan.first.region_code))
    return here.standing.region.name if here.standing else None


def _side(here: Here) -> DeliveryFacts:
    calendar = Link(_("milestones.side.calendar"), calendar_href(here), is_file=True)
    regions = len({plan.first.region_code for plan in here.plans})
    title = _(
        "milestones.side.own" if here.is_of_steps else "milestones.side.title", n=len(here.plans), regions=regions
    )
    if not here.plans:
        return DeliveryFacts(_("milestones.side.none"), ())
    return DeliveryFacts(
        title, (_("milestones.side.judged", date=day(here.today)), _("milestones.side.note")), calendar
    )


def calendar_href(here: Here) -> str:
    parts = [f"regio={here.region_code}"] if here.region_code else []
    parts += [f"taal={language()}"] if language() != "nl" else []
    return "?".join(filter(None, (CALENDAR_PAGE, "&".join(parts))))
