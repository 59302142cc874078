"""The first message of the page: the reading line, with beside it how complete and how fresh it is."""

from __future__ import annotations

from callbacks.parts import delivered, noticed
from callbacks.parts.flow import IN_TRAJECTORY
from callbacks.trajectories import support
from callbacks.trajectories.flow import DROP_OUT
from callbacks.trajectories.here import NOTHING, Here
from dashboard.components.reading_line import DeliveryFacts, ReadingLine
from dashboard.i18n import _, day
from dashboard.sentences.trajectories import TrajectoryFacts, trajectory_line
from queries.balance import Balance
from queries.trajectories import TURNED_18

OUT_OF_SIGHT, IN_SIGHT = "F0", "F1"


def reading_line(here: Here, found: Balance) -> ReadingLine:
    turned = here.figures(TURNED_18, here.quarter)
    standing = here.standing
    facts = TrajectoryFacts(
        name=here.name if standing or here.look.area else None,
        of_line=here.look.filters.pilot_line is not None,
        reference_date=here.day,
        gap=standing.gap if standing else None,
        last_date=standing.last_date if standing else None,
        months=here.months,
        there=found.now.get(IN_TRAJECTORY),
        difference=found.change(IN_TRAJECTORY),
        noise=here.look.rules.change_noise_youths,
        found=found.moves.get((OUT_OF_SIGHT, IN_SIGHT), 0),
        stopped=found.came(DROP_OUT),
        again=found.went(DROP_OUT),
        turned=None if turned is NOTHING else turned.every,
        arranged=support.share_text(here, turned),
        unknown=support.unknown_text(turned),
    )
    notice = noticed.of_region(here.look, here.place) if standing else noticed.of_country(here.look)
    return ReadingLine(trajectory_line(facts), _side(here, found), notice=notice)


def _side(here: Here, found: Balance) -> DeliveryFacts:
    """What the figures are of: the period of the movements, and the quarter of what is counted over twelve months."""
    of_movements = _("trajectories.side.movements", n=here.months, date=day(here.day))
    lines = (of_movements, _("trajectories.side.quarter", date=day(here.quarter)))
    if here.standing is None:
        expected = len(here.look.standings.taking_part)
        title = _("trajectories.side.title", n=expected, present=found.regions)
        return DeliveryFacts(title, (*lines, *delivered.of_area(here.look)))
    if not here.standing.takes_part:
        return DeliveryFacts(_("region.delivery.not_taking_part"), (_("region.delivery.not_taking_part_why"),))
    key = {None: "here", "wacht_op_akkoord": "waiting"}.get(here.standing.gap, "missing")
    return DeliveryFacts(_(f"region.delivery.{key}"), lines)
