"""The reading line of experiments: at most three sentences, also when there is nothing to read."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n import _


@dataclass(frozen=True)
class ExperimentFacts:
    """`name` is None for the country, of which `regions` is how many have a running experiment.

    `undecided`, `quiet` and `money` are those that wait for a verdict, have no new log entry, and lose their money.
    """

    name: str | None
    takes_part: bool
    regions: int
    running: int
    ended: int
    further: int
    learned: int
    undecided: int
    quiet: int
    money: int


def experiment_line(facts: ExperimentFacts) -> tuple[str, ...]:
    if not facts.takes_part:
        return (_("experiments.line.not_taking_part", name=facts.name),)
    if facts.running + facts.ended == 0:
        return (_("experiments.line.nothing", where=_where(facts)),)
    return (_running(facts), *_ended(facts), _waiting(facts))


def _where(facts: ExperimentFacts) -> str:
    return _("experiments.line.in", name=facts.name) if facts.name else _("experiments.line.regions", n=facts.regions)


def _running(facts: ExperimentFacts) -> str:
    if facts.running == 0:
        return _("experiments.line.none_running")
    return _("experiments.line.running", where=_where(facts), n=facts.running)


def _ended(facts: ExperimentFacts) -> tuple[str, ...]:
    if facts.ended == 0:
        return ()
    told = {"further": facts.further, "learned": facts.learned}
    return (_("experiments.line.ended", n=facts.ended, **told),)


def _waiting(facts: ExperimentFacts) -> str:
    if facts.undecided:
        return _("experiments.line.undecided", n=facts.undecided)
    if facts.quiet:
        return _("experiments.line.quiet", n=facts.quiet)
    if facts.money:
        return _("experiments.line.money", n=facts.money)
    return _("experiments.line.calm")
