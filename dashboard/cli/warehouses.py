"""Commands for what is published: publish, publications, load-indicator."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.cli.frame import WORKBOOK, in_language, opened, refusals, settings, signed_by, this_moment, writing
from dashboard.cli.rounds import every
from dashboard.i18n import _, table_day
from dashboard.settings import Settings

if TYPE_CHECKING:
    from warehouse.publish.publication import PublishResult


@click.command()
@signed_by
@click.option("--note", default="", help="Toelichting bij de publicatie / note with the publication.")
@click.option("--demonstration", is_flag=True, help="Verzonnen gegevens / invented data.")
@click.option("--new-series", is_flag=True, help="Sta een nieuwe sleutel toe / allow a new key.")
@click.option(
    "--every",
    "minutes",
    type=click.IntRange(1, 1440),
    metavar="MINUTES",
    help="Blijf kijken of er iets nieuws is goedgekeurd / keep looking whether something new was approved.",
)
@in_language
def publish(by: str, note: str, demonstration: bool, new_series: bool, minutes: int | None) -> None:
    """Bescherm en publiceer wat is goedgekeurd / protect and publish what was approved."""
    given = settings()
    options = {"published_by": by, "note": note, "demonstration": demonstration, "new_series": new_series}
    published = partial(_published, given, key=_key(given, demonstration), **options)
    if minutes:
        every(minutes, lambda: _tell_new(published(for_receipts=False)))
    elif not _tell_new(published()):
        click.echo(_("cli.publish.nothing"))


def _published(given: Settings, **options: Any) -> PublishResult | None:
    from warehouse.publish.publication import publish as publish_approved

    with opened(given.intake_url) as intake, opened(given.warehouse_url) as warehouse, refusals():
        return publish_approved(intake, warehouse, published_at=this_moment(), **options)


def _tell_new(result: PublishResult | None) -> bool:
    if result is None:
        return False
    told = {"number": result.number, "day": table_day(result.reference_date), "regions": result.regions}
    click.echo(_("cli.publish.done", **told))
    return True


def _key(given: Settings, demonstration: bool) -> bytes:
    from warehouse.demo.build import DEMONSTRATION_KEY

    key = given.disclosure_key or (DEMONSTRATION_KEY if demonstration else None)
    if key is None:
        raise click.UsageError(_("cli.publish.no_key"))
    return key


@click.command()
@in_language
def publications() -> None:
    """Noem de publicaties / list the publications."""
    from sqlalchemy import select

    from warehouse.schema.published import publication

    with opened(settings().warehouse_url) as warehouse, warehouse.connect() as connection:
        rows = connection.execute(select(publication).order_by(publication.c.number)).all()
    if not rows:
        click.echo(_("cli.publications.none"))
        return
    click.echo(_("cli.publications.head"))
    for row in rows:
        kind = _("cli.publications.yes" if row.demonstration else "cli.publications.no")
        days = (table_day(row.published_at), table_day(row.reference_date))
        click.echo(";".join((str(row.number), *days, row.published_by, kind, row.note)))


@click.command("load-indicator")
@click.argument("file", type=WORKBOOK)
@signed_by
@in_language
def load_indicator(file: Path, by: str) -> None:
    """Neem cijfers van een landelijke bron over / take in the figures of a national source."""
    from warehouse.publish.indicator_values import load_file

    with writing(settings().intake_url) as connection, refusals():
        loaded = load_file(connection, file.read_bytes(), file.name, loaded_by=by, loaded_at=this_moment())
    click.echo(_("cli.load.done", n=loaded, file=file.name))
