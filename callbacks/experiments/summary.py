"""The first message of the experiments: reading line and counts."""

from __future__ import annotations

from collections.abc import Callable

from callbacks.experiments.here import Here
from callbacks.parts import delivered, noticed
from dashboard.components.count_tile import CountTile
from dashboard.components.gap import SIGNS
from dashboard.components.reading_line import ReadingLine
from dashboard.components.status import Change, Polarity, outcome
from dashboard.components.text import Link
from dashboard.i18n import _, number, short_day, signed
from dashboard.printed import points
from dashboard.sentences.experiments import ExperimentFacts, experiment_line
from dashboard.sought import EVERYTHING
from queries.tried import LED_FURTHER, WITH_VERDICT, Share, Tried


def reading_line(here: Here) -> ReadingLine:
    look, standing = here.look, here.standing
    sentences = experiment_line(_facts(here))
    if standing is None:
        return ReadingLine(sentences, delivered.coverage(look), notice=noticed.of_country(look))
    return ReadingLine(sentences, delivered.of_region(look, standing))


def _facts(here: Here) -> ExperimentFacts:
    tried = here.tried
    return ExperimentFacts(
        name=here.name if here.standing else None,
        takes_part=here.standing is None or here.standing.takes_part,
        regions=_regions(tried),
        running=len(tried.running),
        ended=len(tried.ended),
        further=tried.leading_further.part,
        learned=len(tried.learned),
        undecided=_count(here, tried, "besluit"),
        quiet=_count(here, tried, "stil"),
        money=_count(here, tried, "geld"),
    )


def _regions(tried: Tried) -> int:
    return len({one.region_code for one in tried.running})


def _count(here: Here, tried: Tried, state: str) -> int:
    return sum(here.terms.is_in(state, one) for one in tried.experiments)


def tiles(here: Here) -> tuple[CountTile, ...]:
    tried = here.tried
    return (
        _running(here),
        _of_state(here, "undecided", "besluit"),
        _share(here, "verdict", WITH_VERDICT, lambda one: one.with_verdict),
        _share(here, "further", LED_FURTHER, lambda one: one.leading_further),
        CountTile(
            label=_("experiments.tile.learned.label"),
            value=_value(here, len(tried.learned)),
            unit=_("experiments.tile.learned.unit", n=len(tried.learned)),
            symbol="gestopt_met_les",
            change=_moved(here, lambda one: len(one.learned), "neutral"),
            link=_list(here, "geleerd", len(tried.learned)),
        ),
        _of_state(here, "money", "geld"),
    )


def _running(here: Here) -> CountTile:
    tried = here.tried
    behind = "" if here.standing else _("experiments.tile.running.behind", n=_regions(tried))
    return CountTile(
        label=_("experiments.tile.running.label"),
        value=_value(here, len(tried.running)),
        unit=_("experiments.tile.running.unit", n=len(tried.running)),
        behind=behind,
        change=_moved(here, lambda one: len(one.running), "neutral"),
        link=_list(here, "loopt", len(tried.running)),
    )


def _of_state(here: Here, key: str, state: str) -> CountTile:
    """How many there were before depends on that day, so nothing is compared."""
    count = _count(here, here.tried, state)
    return CountTile(
        label=_(f"experiments.tile.{key}.label"),
        value=_value(here, count),
        unit=_(f"experiments.tile.{key}.unit", n=count),
        behind=_(f"experiments.tile.{key}.behind"),
        link=_list(here, state, count),
    )


def _share(here: Here, key: str, code: str, of: Callable[[Tried], Share]) -> CountTile:
    share = of(here.tried)
    label, definition = (
        _(f"experiments.tile.{key}.label"),
        Link(_("components.tile.source"), here.look.definition(code)),
    )
    if share.percent is None:
        return CountTile(label, "–", _("experiments.tile.none_ended"), link=definition)
    return CountTile(
        label=label,
        value=f"{number(round(share.percent))}%",
        unit=_("experiments.tile.of_ended", part=share.part, n=share.ended),
        behind=_(f"experiments.tile.{key}.behind"),
        change=_moved(here, lambda one: round(of(one).percent or 0), "up", points) if _ended_before(here) else None,
        link=definition,
    )


def _ended_before(here: Here) -> bool:
    return here.before is not None and bool(here.before.ended)


def _list(here: Here, state: str, count: int) -> Link | None:
    """None to an empty list."""
    return Link(_("experiments.tile.list"), f"{here.address(EVERYTHING.but(state=state))}#lijst") if count else None


def _value(here: Here, count: int) -> str:
    """A region that does not take part has none, which is not nil."""
    takes_part = here.standing is None or here.standing.takes_part
    return number(count) if takes_part else SIGNS["niet_van_toepassing"]


def _moved(
    here: Here, count: Callable[[Tried], int], polarity: Polarity, told: Callable[[int], str] = signed
) -> Change | None:
    """Since the publication that is compared with."""
    if here.before is None or here.look.since is None or not here.before.experiments:
        return None
    difference = count(here.tried) - count(here.before)
    since = short_day(here.look.since.published_on)
    text = told(difference) if difference else ""
    return Change(outcome(polarity, difference), text, since, rising=difference > 0)
