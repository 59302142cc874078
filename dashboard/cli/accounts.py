"""Commands for persons: who may sign in, what they may see, and until when."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from dashboard.cli.frame import InputError, in_language, settings, signed_by, this_moment
from dashboard.cli.noting import at_accounts
from dashboard.i18n import _, table_day
from warehouse.schema.role_codes import OF_REGIONS, ROLE_CODES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warehouse.accounts.desk import Desk
    from warehouse.accounts.people import Person, Rights

DAY = click.DateTime(["%Y-%m-%d"])
NEVER = "nooit"
BOTH_NEVER = (NEVER, "never")


class LastDay(click.ParamType[object]):
    """A day, or `nooit`."""

    name = "JJJJ-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:
        return NEVER if value in BOTH_NEVER else DAY.convert(value, param, ctx)


role = click.option("--role", type=click.Choice(ROLE_CODES), help="Rol / role.")
region = click.option(
    "--region",
    "regions",
    multiple=True,
    help="Code of naam; mag vaker / code or name; may be repeated: AM05, Twente.",
)
until = click.option(
    "--until", type=LastDay(), help="Laatste dag met rechten, of nooit / last day with rights, or never."
)


def _web_address(_context: click.Context, _parameter: click.Parameter, given: str | None) -> str | None:
    """A link without its beginning opens nothing."""
    if given and not given.startswith(("https://", "http://")):
        raise click.BadParameter("https://...")
    return given


address = click.option(
    "--address",
    envvar="TRAJECTMONITOR_ADDRESS",
    callback=_web_address,
    help="Waar het dashboard staat, voor de link / where the dashboard is, for the link. "
    "Standaard / default: http://127.0.0.1:8050",
)
login_given = click.argument("login")


@click.group()
def user() -> None:
    """Personen en hun rechten / persons and their rights."""


@user.command()
@login_given
@click.option("--name", required=True, help="Zoals op het scherm / as on the screen.")
@click.option("--role", required=True, type=click.Choice(ROLE_CODES), help="Rol / role.")
@region
@until
@address
@signed_by
@in_language
def add(login: str, name: str, role: str, regions: Sequence[str], until: object, address: str | None, by: str) -> None:
    """Voeg iemand toe; toont de uitnodiging / add somebody; shows the invitation."""
    from warehouse.accounts.people import Rights

    with _desk(by) as desk:
        person, token = desk.add(login, name, Rights(role, _codes(regions), _last_day(until)))
    click.echo(_("cli.user.added", login=person.login, rights=_rights(person.rights)))
    _show_invitation(address, token)


@user.command("list")
@click.option(
    "--review", metavar="REGIO", help="Alleen wie rechten heeft in deze regio / who has rights in this region."
)
@in_language
def list_persons(review: str | None) -> None:
    """Noem wie er zijn / list who there are."""
    from warehouse.accounts.people import everyone
    from warehouse.accounts.review import guests_of, last_seen, with_rights

    now, code = this_moment(), next(iter(_codes([review])), None) if review else None
    with at_accounts(settings()) as connection:
        found = with_rights(connection, code, at=now) if code else everyone(connection)
        guests = guests_of(connection, code, at=now) if code else []
        seen = last_seen(connection)
    click.echo(_("cli.user.head"))
    for one in found:
        click.echo(_line(one, seen))
    for guest in guests:
        click.echo(_("cli.user.guest", name=guest.name, day=table_day(guest.ends_at), by=guest.made_by))


@user.command()
@login_given
@role
@region
@until
@signed_by
@in_language
def rights(login: str, role: str | None, regions: Sequence[str], until: object, by: str) -> None:
    """Wijzig rol, regio's of einddatum / change role, regions or end date.

    Wat u niet noemt, blijft. Genoemde regio's komen in de plaats van de oude / what is not named, stays. Regions that
    are named take the place of the old ones.
    """
    with _desk(by) as desk:
        person = _known(desk, login)
        wanted = replace(person.rights, role_code=role or person.rights.role_code)
        if regions or wanted.role_code not in OF_REGIONS:
            wanted = replace(wanted, regions=_codes(regions))
        if until is not None:
            wanted = replace(wanted, ends_on=_last_day(until))
        changed = desk.change(person, wanted)
    click.echo(_("cli.user.changed", login=changed.login, rights=_rights(changed.rights)))


@user.command()
@login_given
@click.option("--on", "last_day", type=DAY, help="Laatste dag; anders nu / last day; else now.")
@signed_by
@in_language
def end(login: str, last_day: datetime | None, by: str) -> None:
    """Beëindig rechten; zonder dag nu meteen / end rights; without a day right now."""
    with _desk(by) as desk:
        desk.end(_known(desk, login), last_day.date() if last_day else None)
    key = "cli.user.ends" if last_day else "cli.user.ended"
    click.echo(_(key, login=login, **({"day": table_day(last_day)} if last_day else {})))


@user.command()
@login_given
@address
@signed_by
@in_language
def invite(login: str, address: str | None, by: str) -> None:
    """Toon een nieuwe uitnodiging / show a new invitation."""
    with _desk(by) as desk:
        token = desk.invite(_known(desk, login))
    _show_invitation(address, token)


@user.command()
@login_given
@signed_by
@in_language
def unbind(login: str, by: str) -> None:
    """Maak los van het account van de organisatie / unbind from the account of the organisation.

    Wie zich daarna daar aanmeldt met dit e-mailadres, wordt opnieuw gekoppeld / whoever signs in there with this e-mail
    address after that is bound again.
    """
    with _desk(by) as desk:
        desk.unbind(_known(desk, login))
    click.echo(_("cli.user.unbound", login=login))


@contextmanager
def _desk(by: str) -> Iterator[Desk]:
    from warehouse.accounts.desk import Desk
    from warehouse.reference import codes_of

    with at_accounts(settings(), writes=True) as connection:
        yield Desk(connection, by, this_moment(), codes_of("region"))


def _known(desk: Desk, login: str) -> Person:
    from warehouse.accounts.people import by_login

    person = by_login(desk.connection, login)
    if person is None:
        raise InputError(_("cli.user.unknown", login=login))
    return person


def _codes(regions: Sequence[str]) -> frozenset[str]:
    from warehouse.reference import match

    found = {given: match("region", given) for given in regions}
    if unknown := [given for given, code in found.items() if code is None]:
        raise InputError(_("cli.template.unknown", region=unknown[0]))
    return frozenset(code for code in found.values() if code)


def _last_day(until: object) -> date | None:
    return until.date() if isinstance(until, datetime) else None


def _show_invitation(address: str | None, token: str) -> None:
    place = address or f"http://127.0.0.1:{os.environ.get('PORT', '8050')}"
    click.echo(_("cli.user.invitation"))
    click.echo(f"{place.rstrip('/')}/uitnodiging/{token}")


def _rights(rights: Rights) -> str:
    regions = f" ({_listed(rights.regions)})" if rights.regions else ""
    until = _("cli.user.until", day=table_day(rights.ends_on)) if rights.ends_on else _("cli.user.no_end")
    return f"{rights.role_code}{regions}, {until}"


def _listed(regions: Collection[str]) -> str:
    return ",".join(sorted(regions))


def _line(person: Person, seen: Mapping[int, datetime]) -> str:
    ends_on, used = person.rights.ends_on, seen.get(person.person_id)
    ways = {"password": person.has_password, "identity": bool(person.identity), "demonstration": person.demonstration}
    return ";".join(
        (
            person.login,
            person.name,
            person.rights.role_code,
            _listed(person.rights.regions),
            table_day(ends_on) if ends_on else "",
            ",".join(_(f"cli.user.{way}") for way, has in ways.items() if has),
            table_day(used) if used else "",
        )
    )
