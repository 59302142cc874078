"""The command that takes away what is kept no longer than was promised; the worker does the same once a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from dashboard.cli.asking import agreed, unasked
from dashboard.cli.frame import InputError, TroubleError, in_language, opened, settings, this_moment, writing
from dashboard.cli.noting import at_accounts, has_accounts
from dashboard.i18n import _, table_day
from dashboard.settings import Settings

if TYPE_CHECKING:
    from warehouse.intake.retention import Expired

KINDS = ("workbooks", "replaced", "unapproved")


@click.command()
@unasked
@in_language
def expire(yes: bool) -> None:
    """Toon wat zijn bewaartermijn voorbij is en wis het / show what is past its term and erase it."""
    from warehouse.intake.retention import expired

    given = settings()
    with opened(given.intake_url) as intake, intake.connect() as connection:
        found = expired(connection, this_moment().date())
    downloads = _past_term(given)
    if found.is_empty and not downloads:
        click.echo(_("expiring.nothing"))
        return
    _tell(found)
    _tell_downloads(downloads)
    if yes or agreed(_("expiring.ask"), _("expiring.nobody")):
        _expire(given)
        _erase_downloads(given)
        click.echo(_("expiring.done"))
    else:
        click.echo(_("expiring.declined"))


def expire_unattended(given: Settings) -> None:
    """Where the user of the worker may not erase, the operator is told to have it done by one who may."""
    _where_allowed(lambda: _expire_and_tell(given))
    _where_allowed(lambda: _tell_downloads(_erase_downloads(given)))


def _where_allowed(act: Callable[[], None]) -> None:
    try:
        act()
    except TroubleError:
        raise
    except InputError:
        click.echo(_("expiring.elsewhere"), err=True)


def _expire_and_tell(given: Settings) -> None:
    gone = _expire(given)
    if not gone.is_empty:
        _tell(gone)
        click.echo(_("expiring.done"))


def _expire(given: Settings) -> Expired:
    from warehouse.intake.retention import expire as take_away

    now = this_moment()
    with writing(given.intake_url) as connection:
        return take_away(connection, now.date(), now)


def _past_term(given: Settings) -> int:
    from warehouse.accounts.downloads import past_term

    if not has_accounts(given):
        click.echo(_("expiring.no_log"))
        return 0
    with at_accounts(given) as connection:
        return past_term(connection, this_moment().date())


def _erase_downloads(given: Settings) -> int:
    from warehouse.accounts.downloads import erase

    if not has_accounts(given):
        return 0
    with at_accounts(given, writes=True) as connection:
        return erase(connection, this_moment().date())


def _tell_downloads(n: int) -> None:
    if n:
        click.echo(_("expiring.downloads", n=n))


def _tell(found: Expired) -> None:
    for kind in KINDS:
        for line in _lines(kind, getattr(found, kind)):
            click.echo(line)
    if found.waiting:
        click.echo(_("expiring.waiting", n=found.waiting))


def _lines(kind: str, deliveries: Sequence[Any]) -> Iterator[str]:
    if deliveries:
        yield _(f"expiring.{kind}", n=len(deliveries))
    for one in deliveries:
        told = {"region": one.region_code, "day": table_day(one.reference_date), "version": one.version}
        yield "  " + _("expiring.delivery", number=one.delivery_id, **told)
