"""Commands that make a publication: publish, restore. Both show what would change and ask before they write."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from dashboard.cli import preview
from dashboard.cli.asking import agreed, unasked
from dashboard.cli.expiring import expire_unattended
from dashboard.cli.frame import in_language, opened, refusals, settings, signed_by, this_moment
from dashboard.cli.noting import Note, log_of
from dashboard.cli.rounds import every
from dashboard.i18n import _, table_day
from dashboard.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from warehouse.publish.prepared import Prepared, PublishResult


@click.command()
@signed_by
@click.option("--note", default="", help="Toelichting bij de publicatie / note with the publication.")
@click.option("--demonstration", is_flag=True, help="Verzonnen gegevens / invented data.")
@click.option("--new-series", is_flag=True, help="Sta een nieuwe sleutel toe / allow a new key.")
@click.option("--again", is_flag=True, help="Ook wat ongedaan is gemaakt / what was undone, too.")
@unasked
@click.option(
    "--every",
    "minutes",
    type=click.IntRange(1, 1440),
    metavar="MINUTES",
    help="Blijf kijken of er iets nieuws is goedgekeurd; vraagt niets / keep looking whether something new was "
    "approved; asks nothing.",
)
@in_language
def publish(by: str, note: str, yes: bool, minutes: int | None, **wanted: Any) -> None:
    """Toon wat er verandert, bescherm en publiceer het / show what changes, protect and publish it."""
    from warehouse.publish.publication import prepare

    given = settings()
    wanted["key"] = _key(given, wanted["demonstration"])
    if minutes:
        unattended = partial(_publish_unattended, given, published_by=by, note=note, **wanted)
        every(minutes, unattended, daily=partial(expire_unattended, given))
    prepared = partial(prepare, published_at=this_moment(), **wanted)
    if not _shown_and_written(given, prepared, by=by, note=note, yes=yes):
        click.echo(_("publishing.nothing_but_undone" if _was_undone(given) else "publishing.nothing"))


@click.command()
@click.argument("number", type=int)
@signed_by
@click.option("--note", default="", help="Waarom / why.")
@unasked
@in_language
def restore(number: int, by: str, note: str, yes: bool) -> None:
    """Maak ongedaan: de stand van een eerdere publicatie geldt weer / undo: an earlier publication stands again."""
    from warehouse.publish import restoration

    given, told = settings(), restoration.note_on(number, note)
    prepared = partial(restoration.prepare, number=number)
    if not _shown_and_written(given, prepared, by=by, note=told, yes=yes):
        click.echo(_("publishing.stands_already", number=number))


def _shown_and_written(
    given: Settings, prepare: Callable[[Engine, Engine], Prepared | None], *, by: str, note: str, yes: bool
) -> bool:
    """False when there is nothing to write. Nothing is locked while a person thinks, so what has changed meanwhile is
    shown again."""
    from warehouse.publish.prepared import OvertakenError, write

    note_down = partial(_note_down, log_of(given), by=by, note=note)
    with opened(given.intake_url) as intake, opened(given.warehouse_url) as warehouse, refusals():
        while prepared := prepare(intake, warehouse):
            for line in preview.lines(prepared):
                click.echo(line)
            if not (yes or agreed(_("publishing.ask"), _("publishing.nobody"))):
                click.echo(_("publishing.declined"))
                return True
            try:
                result = write(intake, warehouse, prepared, published_by=by, published_at=this_moment(), note=note)
            except OvertakenError:
                click.echo(_("publishing.overtaken"))
            else:
                _tell(result)
                note_down(result)
                return True
    return False


def _publish_unattended(given: Settings, **wanted: Any) -> None:
    from warehouse.publish.publication import publish as publish_approved

    note_down = partial(_note_down, log_of(given), by=wanted["published_by"], note=wanted["note"])
    with opened(given.intake_url) as intake, opened(given.warehouse_url) as warehouse, refusals():
        result = publish_approved(intake, warehouse, published_at=this_moment(), unattended=True, **wanted)
    if result:
        _tell(result)
        note_down(result)


def _tell(result: PublishResult) -> None:
    told = {"number": result.number, "day": table_day(result.reference_date), "regions": result.regions}
    click.echo(_("publishing.done", **told))


def _note_down(write: Note, result: PublishResult, *, by: str, note: str) -> None:
    from warehouse.accounts.audit import Event

    told = {"reference_date": result.reference_date, **({"note": note} if note else {})}
    write(Event.PUBLISHED, f"publicatie {result.number}", by=by, **told)


def _was_undone(given: Settings) -> bool:
    """The last publication is an undo."""
    from warehouse import chain
    from warehouse.schema.published import publication

    with opened(given.warehouse_url) as warehouse, warehouse.connect() as connection:
        last = chain.newest(connection, publication)
    return last is not None and last.restores is not None


def _key(given: Settings, demonstration: bool) -> bytes:
    from warehouse.demo.build import DEMONSTRATION_KEY

    key = given.disclosure_key or (DEMONSTRATION_KEY if demonstration else None)
    if key is None:
        raise click.UsageError(_("publishing.no_key"))
    return key
