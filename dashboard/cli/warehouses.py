"""Commands for what is published: publications, load-indicator."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.cli.frame import WORKBOOK, in_language, opened, refusals, settings, signed_by, this_moment, writing
from dashboard.i18n import _, table_day


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
