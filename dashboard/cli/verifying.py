"""The command that goes through both chains, link by link, and says what is not what it was."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Set
from datetime import date
from typing import TYPE_CHECKING

import click

from dashboard.cli.frame import in_language, opened, settings, this_moment
from dashboard.i18n import _, table_day
from dashboard.settings import Settings

if TYPE_CHECKING:
    from warehouse.chain import Break, Checked


@click.command()
@click.option(
    "--expect",
    "expected",
    multiple=True,
    metavar="HASH",
    help="Een controlesom die eerder is genoteerd / a hash that was noted down before.",
)
@in_language
def verify(expected: tuple[str, ...]) -> None:
    """Ga na of alles nog is wat het was / check that everything still is what it was."""
    given = settings()
    journal = _journal(given.intake_url)
    publications = _publications(given.warehouse_url, None if journal is None else frozenset(journal.hashes))
    log = _log(given)
    chains = {
        "publications": publications,
        **({"journal": journal} if journal else {}),
        **({"log": log} if log else {}),
    }
    well = [_told(kind, checked) for kind, checked in chains.items()]
    if journal is None:
        click.echo(_("verifying.no_intake"))
    if log is None:
        click.echo(_("verifying.no_log"))
    well += [_found(noted, chains.values()) for noted in expected]
    click.echo(_("verifying.well" if all(well) else "verifying.broken_somewhere"))
    if not all(well):
        sys.exit(1)


def _journal(intake_url: str) -> Checked | None:
    """None where the intake cannot be reached."""
    from warehouse.intake.verify import is_readable
    from warehouse.intake.verify import verify as verify_journal
    from warehouse.moment import of_one_moment

    with opened(intake_url, read_only=True) as intake:
        if not is_readable(intake):
            return None
        with intake.begin() as connection:
            of_one_moment(connection)
            return verify_journal(connection)


def _publications(warehouse_url: str, journal: Set[str] | None) -> Checked:
    from warehouse.moment import of_one_moment
    from warehouse.publish.verify import verify as verify_publications
    from warehouse.schema.second_lock import tell_regions

    with opened(warehouse_url, read_only=True) as warehouse, warehouse.begin() as connection:
        of_one_moment(connection)
        tell_regions(connection, None)
        return verify_publications(connection, journal)


def _log(given: Settings) -> Checked | None:
    """None where persons and the log of what was done cannot be reached."""
    from warehouse import chain
    from warehouse.accounts.audit import TABLE
    from warehouse.accounts.proof import check
    from warehouse.moment import of_one_moment

    with opened(given.accounts_url, read_only=True) as accounts:
        if not chain.is_readable(accounts, TABLE):
            return None
        with accounts.begin() as connection:
            of_one_moment(connection)
            return check(connection, at=this_moment())


def _told(kind: str, checked: Checked) -> bool:
    """Whether it is whole."""
    click.echo(_(f"verifying.{kind}.links", n=len(checked.hashes), head=checked.head))
    for broken in checked.broken:
        click.echo(f"  {_line(kind, broken)}")
    return not checked.broken


def _line(kind: str, broken: Break) -> str:
    values = {name: table_day(value) if isinstance(value, date) else value for name, value in broken.values.items()}
    link = "" if broken.number is None else _(f"verifying.{kind}.link", number=broken.number) + ": "
    return link + _(f"verifying.broken.{broken.what}", **values)


def _found(noted: str, chains: Iterable[Checked]) -> bool:
    is_there = any(noted in checked.hashes for checked in chains)
    click.echo(_("verifying.noted.there" if is_there else "verifying.noted.gone", hash=noted))
    return is_there
