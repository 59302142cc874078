"""Commands for what regions send: template, screen, deliver, approve."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.frame import WORKBOOK, InputError, in_language, settings, signed_by, this_moment, writing
from dashboard.i18n import _, language, table_day
from warehouse.schema.levels import LEVELS

if TYPE_CHECKING:
    from warehouse.intake.screening import Screening


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

    screenings = [_told(file, screened(file.read_bytes(), file.name, today=this_moment().date())) for file in files]
    if any(screening.failed for screening in screenings):
        sys.exit(1)


def _told(file: Path, screening: Screening) -> Screening:
    from warehouse.intake.findings import message, place

    for finding in screening.findings:
        where = place(finding, language())
        click.echo(
            ": ".join(part for part in (_(f"cli.level.{finding.level}"), where, message(finding, language())) if part)
        )
    outcome = "failed" if screening.failed else "passed" if screening.findings else "clean"
    outcome = "unconfirmed" if screening.to_confirm and not screening.failed else outcome
    counts = {f"{level}s": len(screening.of_level(level)) for level in ("fail", "warning")}
    click.echo(_(f"cli.screen.{outcome}", file=file, **counts))
    return screening


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
    from warehouse.intake.accept import UnconfirmedTextsError, accept
    from warehouse.intake.history import history
    from warehouse.intake.screening import screen as screened

    content, now = file.read_bytes(), this_moment()
    with writing(settings().intake_url) as connection:
        screening = _told(file, screened(content, file.name, today=now.date(), history=history(connection)))
        if screening.failed:
            sys.exit(1)
        try:
            accepted = accept(
                connection,
                screening,
                file_name=file.name,
                content=content,
                received_by=by,
                received_at=now,
                texts_confirmed_by=by if confirm_texts else None,
            )
        except UnconfirmedTextsError as problem:
            raise InputError(_("cli.deliver.unconfirmed", n=len(screening.to_confirm), file=file)) from problem
    head = screening.rows["delivery"][0]
    told = {
        "delivery": accepted.delivery_id,
        "version": accepted.version,
        "region": head["region_code"],
        "day": table_day(head["reference_date"]),
    }
    click.echo(_(f"cli.deliver.{'taken' if accepted.is_new else 'known'}", **told))


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
    from warehouse.intake.approve import approve as approve_levels
    from warehouse.intake.approve import approved_levels

    with writing(settings().intake_url) as connection:
        try:
            standing = approved_levels(connection, delivery)
        except LookupError as problem:
            raise InputError(_("cli.approve.unknown", delivery=delivery)) from problem
        through = through or next((level for level in LEVELS if level not in standing), LEVELS[-1])
        opened = approve_levels(connection, delivery, through=through, approved_by=by, approved_at=this_moment())
    click.echo(_("cli.approve.done" if opened else "cli.approve.closed", delivery=delivery, levels=", ".join(opened)))
    still_open = [level for level in LEVELS if level not in (*standing, *opened)]
    click.echo(_("cli.approve.next", delivery=delivery, level=still_open[0]) if still_open else _("cli.approve.ready"))
