"""Where young people went, of all ages or of one age band."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from callbacks.outcomes.here import Here
from callbacks.parts import destinations, widths
from callbacks.parts.closed import sees_all
from callbacks.parts.destinations import Around, Ended, Exits
from callbacks.parts.tiles import unknown_share
from dashboard import printed
from dashboard.address import AGE_BANDS, NOT_CHOSEN
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.i18n import _, number
from dashboard.ids import Outcomes as Ids
from dashboard.shell_context import Choice
from queries.reader import NATIONAL_CODE


def choice(here: Here) -> Choice:
    every = (NOT_CHOSEN, _("outcomes.destinations.every_age"))
    bands = tuple((band, here.look.label("age_band", band)) for band in AGE_BANDS)
    chosen = here.look.filters.age_band or NOT_CHOSEN
    return Choice(Ids.AGE_BAND, _("outcomes.destinations.age"), chosen, (every, *bands))


def card(here: Here) -> Card:
    around = Around(here.source(_("outcomes.destinations.source")), _none(here), widths.HALF, note=_note(here))
    return destinations.card(here.look, ended(here), around)


def ended(here: Here) -> Ended:
    """Of the age band that was chosen."""
    band, look = here.look.filters.age_band, here.look
    own, country = (_bands(here, place) for place in (here.code, NATIONAL_CODE))
    chosen = (own or {}).get(band, {}) if band else here.exits(here.code)
    beside = (country or {}).get(band, {}) if band else here.exits(NATIONAL_CODE)
    return Ended(here.name, here.region_code, chosen, beside, look.label("age_band", band) if band else "", own)


def _none(here: Here) -> Empty:
    """Of the country by age nothing is shown to who may not see every region: it is their sum."""
    if here.exits(here.code):
        return Empty(
            _("outcomes.destinations.no_ages"), _("outcomes.destinations.no_ages_reason"), hatch="doet_niet_mee"
        )
    return here.none


def _bands(here: Here, place: str) -> Mapping[str, Exits] | None:
    """The bands of a place, when these are what all ages together are: nothing is shown that does not add up."""
    found = {band: here.figures.by_age.get((place, band), {}) for band in AGE_BANDS}
    together: Counter[str] = Counter()
    for exits in found.values():
        together.update(exits)
    whole = {code: youths for code, youths in here.exits(place).items() if youths}
    return found if whole and dict(+together) == whole else None


def _note(here: Here) -> str:
    """How much is unknown decides whether a figure may be called good."""
    most = here.look.rules.unknown_most
    rule = _("outcomes.destinations.rule", most=number(most))
    if here.standing:
        return f"{rule} {_own(here.exits(here.code), most)}".strip()
    if not sees_all(here.look):
        return rule
    told = [one for region in here.regions if (one := told_unknown(here.exits(region.region.code)))]
    many = sum(one > most for one in told)
    return f"{rule} {_('outcomes.destinations.rule_regions', n=many, all=len(told))}" if told else rule


def _own(found: Exits, most: float) -> str:
    share = told_unknown(found)
    if share is None:
        return ""
    key = "outcomes.destinations.rule_over" if share > most else "outcomes.destinations.rule_under"
    return _(key, share=printed.percentage(share))


def told_unknown(found: Exits) -> float | None:
    """None as well of too few to tell a percentage of."""
    return unknown_share(found) if sum(found.values()) >= printed.SMALLEST_GROUP else None
