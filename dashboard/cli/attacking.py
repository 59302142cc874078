"""The command that attacks what was published."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from dashboard.cli.frame import InputError, in_language, opened, settings
from dashboard.i18n import _, language, number, speaking, table_day
from dashboard.settings import SHORTEST_KEY, SettingsError, WebSettings

if TYPE_CHECKING:
    from dashboard.app import Trajectmonitor
    from dashboard.attack.telling import Told
    from dashboard.attack.watching import Watch
    from warehouse.attack.report import Verdict
    from warehouse.attack.truth import Leaf


@click.command()
@click.option("--whole", is_flag=True, help="Elke regio en elke datum / every region and every date.")
@in_language
def attack(whole: bool) -> None:
    """Probeer kleine aantallen te achterhalen / try to find out small counts.

    Vraagt de toepassing alles wat iedere rol kan vragen, en rekent terug. Eindigt met 1 als een klein aantal minder dan
    vier mogelijke waarden overhoudt / asks the application all that any role can ask, and works backwards. Ends with 1
    when a small count keeps fewer than four possible values.
    """
    if find_spec("scipy") is None:
        raise InputError(_("cli.attack.no_solver"))
    from warehouse.attack.report import attack as solve
    from warehouse.attack.truth import ContradictionError

    given = settings()
    with opened(given.intake_url) as intake, opened(given.warehouse_url) as warehouse:
        told = _told(whole)
        try:
            verdict = solve(intake, warehouse, regions=None if whole else told.regions, numbers=told.numbers)
        except ContradictionError as problem:
            raise InputError(_("cli.attack.contradiction", problem=problem)) from problem
    click.echo("\n".join(lines(told, verdict)))
    if not verdict.passed:
        sys.exit(1)


def _told(whole: bool) -> Told:
    from dashboard.attack.telling import told_by
    from dashboard.attack.undriven import UndrivenError
    from dashboard.attack.watching import Watch
    from queries.reader import NoPublicationError

    watch = Watch()
    try:
        # While it is asked, the application speaks the language of its visitors.
        with speaking(language()), _application(watch) as app:
            return told_by(app, watch, whole=whole)
    except SettingsError as problem:
        raise click.UsageError(str(problem)) from problem
    except NoPublicationError as problem:
        raise InputError(_("cli.publications.none")) from problem
    except UndrivenError as problem:
        raise InputError(_(f"cli.attack.undriven.{problem.kind}", name=problem.name)) from problem


@contextmanager
def _application(watch: Watch) -> Iterator[Trajectmonitor]:
    """Whatever comes of it, no connection of the application is left open."""
    from dashboard.app import create_app

    # Nobody signs in here, so any key will do.
    key = {"TRAJECTMONITOR_SECRET_KEY": secrets.token_hex(SHORTEST_KEY)}
    app = create_app(WebSettings.from_environment({**os.environ, **key}), watch.who_asks)
    try:
        yield app
    finally:
        for engine in app.server.extensions["trajectmonitor"].values():
            engine.dispose()


def lines(told: Told, verdict: Verdict) -> list[str]:
    """What was asked, what was found, and whether that is little enough."""
    small, naive = verdict.small_leaves, verdict.naive
    return [
        _("cli.attack.asked", answers=number(told.answers), visitors=number(told.visitors)),
        _("cli.attack.collected", numbers=number(len(told.numbers)), equations=number(verdict.equations)),
        _("cli.attack.small", leaves=number(small), regions=number(len(verdict.regions))),
        _("cli.attack.naive", hidden=number(naive.hidden), recovered=number(naive.recovered)),
        _outcome(verdict),
    ]


def _outcome(verdict: Verdict) -> str:
    if verdict.worst is None:
        return _("cli.attack.nothing_small")
    outcome = "passed" if verdict.passed else "failed"
    return _(f"cli.attack.{outcome}", values=verdict.least_values, where=_place(verdict.worst))


def _place(leaf: Leaf) -> str:
    place = ", ".join((leaf.table, leaf.region_code, table_day(leaf.day), " / ".join(leaf.node)))
    return _("cli.attack.leaf", place=place, publication=leaf.publication)
