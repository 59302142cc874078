"""Commands for what is published: publish, publications, load-indicator."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.cli.frame import WORKBOOK, in_language, opened, refusals, settings, signed_by, this_moment, writing
from dashboard.i18n import _, table_day
from dashboard.settings import Settings


@click.command()
@signed_by
@click.option("--note", default="", help="Toelichting bij de publicatie / note with the publication.")
@click.option("--demonstration", is_flag=True, help="Verzonnen gegevens / invented data.")
@click.option("--new-series", is_flag=True, help="Sta een nieuwe sleutel toe / allow a new key.")
@in_language
def publish(by: str, note: str, demonstration: bool, new_series: bool) -> None:
    """Bescherm en publiceer wat is goedgekeurd / protect and publish what was approved."""
    from warehouse.publish.publication import publish as publish_approved

    given = settings()
    with opened(given.intake_url) as intake, opened(given.warehouse_url) as warehouse, refusals():
        result = publish_approved(
            intake,
            warehouse,
            key=_key(given, demonstration),
            published_by=by,
            published_at=this_moment(),
            demonstration=demonstration,
            note=note,
            new_series=new_series,
        )
    if result is None:
        click.echo(_("cli.publish.nothing"))
        return
    told = {"number": result.number, "day": table_day(result.reference_date), "regions": result.regions}
    click.echo(_("cli.publish.done", **told))


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
@in_language
def load_indicator(file: Path) -> None:
    """Neem cijfers van een landelijke bron over / take in the figures of a national source."""
    from warehouse.publish.indicator_values import load_file

    with writing(settings().intake_url) as connection, refusals():
        loaded = load_file(connection, file.read_bytes(), file.name, this_moment())
    click.echo(_("cli.load.done", n=loaded, file=file.name))
