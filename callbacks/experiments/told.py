"""How an experiment is named on these cards: where it was, how it stands, and which page tells all of it."""

from __future__ import annotations

from callbacks.parts.look import Look
from dashboard.i18n import _
from dashboard.traced import EXPERIMENT, history_path
from queries.experiments import Experiment


def experiment_href(look: Look, one: Experiment) -> str:
    return look.href(history_path(one.region_code, EXPERIMENT, one.experiment_code))


def name_of(look: Look, region_code: str) -> str:
    standing = look.standings.of(region_code)
    return standing.region.name if standing else region_code


def place_of(look: Look, one: Experiment) -> str:
    return name_of(look, one.region_code)


def verdict_of(look: Look, one: Experiment) -> str:
    """What was decided, or that it runs; one that stopped with a lesson is told so."""
    if one.status == "gestopt_met_les":
        return _("components.status.gestopt_met_les")
    if one.verdict_code:
        return look.label("verdict", one.verdict_code).lower()
    return _(f"components.status.{one.status}")
