"""The first message of the experiments: reading line and counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from callbacks.experiments.here import Here
from callbacks.parts import delivered, noticed
from callbacks.parts.measures import engine, tile
from dashboard.components.count_tile import CountTile
from dashboard.components.gap import SIGNS
from dashboard.components.reading_line import ReadingLine
from dashboard.components.status import Change, Polarity, outcome
from dashboard.components.text import Link
from dashboard.components.tile import Tile
from dashboard.i18n import _, number, short_day, signed
from dashboard.sentences.experiments import ExperimentFacts, experiment_line
from dashboard.sought import EVERYTHING
from queries.judged import DECIDED, LED_ON
from queries.measures import Measure
from queries.tried import TriedSums


def reading_line(here: Here) -> ReadingLine:
    look, standing = here.look, here.standing
    sentences = experiment_line(_facts(here))
    if standing is None:
        return ReadingLine(sentences, delivered.coverage(look), notice=noticed.of_country(look))
    return ReadingLine(sentences, delivered.of_region(look, standing))


def _facts(here: Here) -> ExperimentFacts:
    sums = here.sums
    return ExperimentFacts(
        name=here.name if here.standing else None,
        takes_part=here.standing is None or here.standing.takes_part,
        regions=sums.regions,
        running=sums.running,
        ended=sums.ended,
        further=_led_on(here),
        learned=sums.learned,
        undecided=sums.states["besluit"],
        quiet=sums.states["stil"],
        money=sums.states["geld"],
    )


def _led_on(here: Here) -> int:
    found = measured(here, LED_ON).now
    return found.numerator if found else 0


def tiles(here: Here) -> tuple[CountTile | Tile, ...]:
    learned = here.sums.learned
    return (
        _running(here),
        _of_state(here, "undecided", "besluit"),
        *(tile(here.look, measured(here, code)) for code in (DECIDED, LED_ON)),
        CountTile(
            label=_("experiments.tile.learned.label"),
            value=_value(here, learned),
            unit=_("experiments.tile.learned.unit", n=learned),
            symbol="gestopt_met_les",
            change=_moved(here, lambda one: one.learned, "neutral"),
            link=_list(here, "geleerd", learned),
        ),
        _of_state(here, "money", "geld"),
    )


def _running(here: Here) -> CountTile:
    running = here.sums.running
    behind = "" if here.standing else _("experiments.tile.running.behind", n=here.sums.regions)
    return CountTile(
        label=_("experiments.tile.running.label"),
        value=_value(here, running),
        unit=_("experiments.tile.running.unit", n=running),
        behind=behind,
        change=_moved(here, lambda one: one.running, "neutral"),
        link=_list(here, "loopt", running),
    )


def _of_state(here: Here, key: str, state: str) -> CountTile:
    """How many there were before depends on that day, so nothing is compared."""
    count = here.sums.states[state]
    return CountTile(
        label=_(f"experiments.tile.{key}.label"),
        value=_value(here, count),
        unit=_(f"experiments.tile.{key}.unit", n=count),
        behind=_(f"experiments.tile.{key}.behind"),
        link=_list(here, state, count),
    )


def measured(here: Here, code: str) -> Measure:
    """By the engine of all indicators, beside the publication that is compared with."""
    made = replace(engine(here.look, here.told, everyone=here.everyone.told), previous=here.look.since)
    return made.measure(code, here.standing.region.code if here.standing else None)


def _list(here: Here, state: str, count: int) -> Link | None:
    """None to an empty list."""
    return Link(_("experiments.tile.list"), f"{here.address(EVERYTHING.but(state=state))}#lijst") if count else None


def _value(here: Here, count: int) -> str:
    """A region that does not take part has none, which is not nil."""
    takes_part = here.standing is None or here.standing.takes_part
    return number(count) if takes_part else SIGNS["niet_van_toepassing"]


def _moved(
    here: Here, count: Callable[[TriedSums], int], polarity: Polarity, told: Callable[[int], str] = signed
) -> Change | None:
    """Since the publication that is compared with."""
    before = here.sums_before
    if before is None or here.look.since is None or not before.every:
        return None
    difference = count(here.sums) - count(before)
    since = short_day(here.look.since.published_on)
    text = told(difference) if difference else ""
    return Change(outcome(polarity, difference), text, since, rising=difference > 0)
