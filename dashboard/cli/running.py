"""Commands that make the dashboard run: demonstration, tables, web server."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from dashboard.cli.frame import (
    InputError,
    in_language,
    kept_apart,
    opened,
    plainly,
    refusals,
    settings,
    this_moment,
    writing,
)
from dashboard.i18n import _
from dashboard.settings import Settings


@click.command()
@click.option(
    "--directory", type=click.Path(file_okay=False, path_type=Path), default=Path("var/demo"), show_default=True
)
@click.option("--if-missing", is_flag=True, help="Doe niets als zij er al staat / do nothing when it already stands.")
@in_language
def demo(directory: Path, if_missing: bool) -> None:
    """Bouw de demonstratie / build the demonstration."""
    from warehouse.demo.databases import Held, NotAFileError, file_of, held, rebuild

    given = settings()
    urls = (given.intake_url, given.warehouse_url)
    try:
        file = file_of(given.warehouse_url)
        with plainly(file):
            found = held(*urls)
    except NotAFileError as problem:
        raise InputError(_("cli.demo.no_file")) from problem
    if found is Held.REAL:
        raise InputError(_("cli.demo.real", file=file))
    if found is Held.DEMONSTRATION and if_missing:
        _bring_up_to_date(given)
        _let_persons_in(given)
        click.echo(_("cli.demo.stands", file=file))
        return
    with kept_apart(), plainly(file.parent):
        rebuild(*urls, directory, click.echo)
    _let_persons_in(given)
    click.echo(_("cli.demo.built", file=file, directory=directory))


def _bring_up_to_date(given: Settings) -> None:
    from warehouse.apart import check_apart
    from warehouse.migrate import migrate as bring_up_to_date
    from warehouse.migrate import migrate_accounts

    urls = (given.intake_url, given.warehouse_url, given.accounts_url)
    with opened(urls[0]) as intake, opened(urls[1]) as warehouse, opened(urls[2]) as accounts, kept_apart():
        check_apart(intake.url, warehouse.url, accounts.url)
        bring_up_to_date(intake, warehouse)
        migrate_accounts(accounts)


def _let_persons_in(given: Settings) -> None:
    from warehouse.demo.persons import let_in
    from warehouse.migrate import migrate_accounts

    with opened(given.accounts_url) as accounts:
        migrate_accounts(accounts)
    with refusals(), writing(given.accounts_url) as connection:
        let_in(connection, at=this_moment())


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Standaard PORT of 8050 / PORT or 8050 by default.")
@click.option("--workers", type=click.IntRange(1, 64), help="Standaard 2 / 2 by default.")
def serve(port: int | None, workers: int | None) -> NoReturn:
    """Toon het dashboard / serve the dashboard."""
    if port:
        os.environ["PORT"] = str(port)
    if workers:
        os.environ["TRAJECTMONITOR_WORKERS"] = str(workers)
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", "python:dashboard.web.gunicorn_conf"]
    os.execv(sys.executable, [*gunicorn, "dashboard.wsgi:server"])  # noqa: S606  # the server takes our place


@click.command()
@in_language
def migrate() -> None:
    """Werk tabellen en lijsten bij / bring tables and lists up to date."""
    given = settings()
    _bring_up_to_date(given)
    click.echo(_("cli.migrate.done"))
