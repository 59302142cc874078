"""What a card tells of one experiment."""

from __future__ import annotations

from datetime import date

from callbacks.experiments.here import Here
from dashboard.address import region_path
from dashboard.components.experiment_cards import Fact, Tried
from dashboard.components.text import Link, typed
from dashboard.i18n import _, short_day
from dashboard.pages.experiments import PATH
from dashboard.traced import listed
from queries.experiments import LEARNED, TEMPORARY, Experiment

INTERNAL = "ja"


def card(here: Here, one: Experiment) -> Tried:
    place = Link(here.name_of(one.region_code), here.look.href(region_path(one.region_code, PATH)))
    return Tried(
        name=one.title,
        href=here.href(one),
        status=one.status,
        question=one.question,
        language=one.spoken,
        facts=facts(here, one),
        place=None if here.standing else place,
        chips=(*_domains(one), typed(one.method, language=one.spoken), *_more(one)),
    )


def facts(here: Here, one: Experiment) -> tuple[Fact, ...]:
    return (
        Fact(_("experiments.fact.small_step"), words=one.small_step),
        Fact(_("experiments.fact.for_whom"), words=one.for_whom),
        Fact(_("experiments.fact.owner"), words=one.owner),
        Fact(_("experiments.fact.check"), _check(here.today, one)),
        seen(one),
        Fact(_("experiments.fact.verdict"), verdict(one)),
        *([Fact(_("experiments.fact.lesson"), words=one.lesson)] if one.lesson else []),
        next_step(one),
    )


def _check(today: date, one: Experiment) -> str:
    if one.ended_on:
        return _("experiments.fact.ended", date=short_day(one.ended_on))
    key = "experiments.fact.check_past" if one.is_undecided(today) else "experiments.fact.check_on"
    return _(key, date=short_day(one.check_on), days=(today - one.check_on).days)


def seen(one: Experiment) -> Fact:
    """The newest entry of the log."""
    if one.observed is None or one.noted_on is None:
        return Fact(_("experiments.fact.seen"), _("experiments.fact.nothing_seen"))
    return Fact(_("experiments.fact.seen"), f"{short_day(one.noted_on)}:", one.observed)


def verdict(one: Experiment) -> str:
    return f"**{listed('verdict', one.verdict_code).lower()}**" if one.verdict_code else _("experiments.undecided")


def next_step(one: Experiment) -> Fact:
    label = _("experiments.fact.next_step")
    return Fact(label, words=one.next_step) if one.next_step else Fact(label, _("experiments.fact.not_told"))


def _domains(one: Experiment) -> tuple[str, ...]:
    """Both have fields of the same name."""
    domain = listed("life_domain", one.life_domain_code)
    if not one.policy_domain_code:
        return (domain,)
    return (domain, _("experiments.policy", name=listed("policy_domain", one.policy_domain_code).lower()))


def _more(one: Experiment) -> tuple[str, ...]:
    internal = (_("experiments.internal"),) if one.internal == INTERNAL else ()
    return (*([funding(one)] if one.funding else []), *internal)


def funding(one: Experiment) -> str:
    if one.funding is None:
        return _("experiments.fact.not_told")
    name = listed("funding", one.funding)
    if one.funding != TEMPORARY:
        return name
    if one.funding_until is None:
        return _("experiments.funding.open", name=name)
    return _("experiments.funding.until", name=name, date=short_day(one.funding_until))


def decided(one: Experiment) -> str:
    """In a word or two: that it runs, what was decided, or that it stopped with a lesson."""
    if one.status == LEARNED or one.verdict_code is None:
        return _(f"components.status.{one.status}")
    return listed("verdict", one.verdict_code).lower()
