"""Commands for what regions send: template, screen, deliver, approve."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dashboard.cli.frame import WORKBOOK, InputError, in_language, plainly, settings, signed_by, this_moment, writing
from dashboard.cli.noting import log_of
from dashboard.cli.telling import tell_acceptance, tell_screening
from dashboard.i18n import _
from warehouse.schema.levels import LEVELS


@click.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--region", help="Code of naam / code or name: AM05, Twente.")
@click.option("--force", is_flag=True, help="Overschrijf wat er staat / overwrite what is there.")
@in_language
def template(directory: Path, region: str | None, force: bool) -> None:
    """Schrijf lege werkmappen / write empty workbooks."""
    from warehouse.intake.template import blank
    from warehouse.reference import codes_of, match

    code = match("region", region) if region else None
    if region and code is None:
        raise InputError(_("cli.template.unknown", region=region))
    codes = (code,) if code else codes_of("region")
    files = {each: directory / f"{each}.xlsx" for each in codes}
    there = [file.name for file in files.values() if file.exists()]
    if there and not force:
        raise InputError(_("cli.template.there", n=len(there), directory=directory, first=there[0]))
    _make(directory)
    with plainly(directory):
        for each, file in files.items():
            file.write_bytes(blank(each))
    click.echo(_("cli.template.done", n=len(codes), directory=directory))


def _make(directory: Path) -> None:
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(_("cli.template.no_folder", directory=directory, reason=error.strerror)) from error


@click.command()
@click.argument("files", type=WORKBOOK, nargs=-1, required=True, metavar="FILE...")
@in_language
def screen(files: tuple[Path, ...]) -> None:
    """Controleer werkmappen, elk op zichzelf / screen workbooks, each by itself.

    `deliver` vergelijkt ook met wat de regio eerder leverde en kan daardoor meer vinden /
    `deliver` also compares with what the region delivered before, and may find more because of that.
    """
    from warehouse.intake.screening import screen as screened

    failed = False
    for file in files:
        screening = screened(file.read_bytes(), file.name, today=this_moment().date())
        tell_screening(file, screening)
        failed = failed or screening.failed
    if failed:
        sys.exit(1)


@click.command()
@click.argument("file", type=WORKBOOK)
@click.option(
    "--confirm-texts",
    is_flag=True,
    help="Ik las de gemelde teksten; niemand is erin te herkennen / I read the texts that were named; they tell of "
    "nobody who can be recognised.",
)
@signed_by
@in_language
def deliver(file: Path, by: str, confirm_texts: bool) -> None:
    """Controleer een werkmap en neem haar aan / screen a workbook and accept it."""
    from warehouse.intake.arrival import receive

    content = file.read_bytes()
    with writing(settings().intake_url) as connection:
        arrival = receive(
            connection,
            file_name=file.name,
            content=content,
            received_by=by,
            received_at=this_moment(),
            texts_confirmed=confirm_texts,
        )
    tell_screening(file, arrival.screening)
    if arrival.screening.failed:
        sys.exit(1)
    if arrival.acceptance is None:
        raise InputError(_("cli.deliver.unconfirmed", n=len(arrival.screening.to_confirm), file=file))
    tell_acceptance(arrival.screening, arrival.acceptance)


@click.command()
@click.argument("delivery", type=int)
@click.option(
    "--through",
    type=click.Choice(LEVELS),
    help="Tot en met dit niveau / up to this level.",
)
@signed_by
@in_language
def approve(delivery: int, through: str | None, by: str) -> None:
    """Keur een levering goed, standaard voor het volgende niveau / approve a delivery, by default the next level."""
    from warehouse.accounts.audit import Event
    from warehouse.intake.approve import approve as approve_levels
    from warehouse.intake.approve import approved_levels

    given = settings()
    note = log_of(given)
    with writing(given.intake_url) as connection:
        try:
            standing = approved_levels(connection, delivery)
        except LookupError as problem:
            raise InputError(_("cli.approve.unknown", delivery=delivery)) from problem
        through = through or next((level for level in LEVELS if level not in standing), LEVELS[-1])
        opened = approve_levels(connection, delivery, through=through, approved_by=by, approved_at=this_moment())
    if opened:
        note(Event.APPROVED, f"levering {delivery}", by=by, levels=opened)
    click.echo(_("cli.approve.done" if opened else "cli.approve.closed", delivery=delivery, levels=", ".join(opened)))
    still_open = [level for level in LEVELS if level not in (*standing, *opened)]
    click.echo(_("cli.approve.next", delivery=delivery, level=still_open[0]) if still_open else _("cli.approve.ready"))
