"""What the commands share: settings, databases, options, and how a wrong input ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import click

from dashboard.clock import this_moment as this_moment
from dashboard.i18n import LANGUAGES, _, language, set_language
from dashboard.settings import Settings, SettingsError

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine, ExceptionContext
    from sqlalchemy.exc import DBAPIError

BY_DEFAULT = "opdrachtregel"
LONGEST_FUNCTION = 80
_addresses: WeakKeyDictionary[BaseException, URL] = WeakKeyDictionary()
WORKBOOK = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


class InputError(click.ClickException):
    """The input is wrong, not the command: exit status 1."""

    def show(self, file: Any = None) -> None:
        click.echo(self.format_message(), err=True, file=file)


class TroubleError(InputError):
    """Something around the program is wrong, which can be over later."""


def _speak(_context: click.Context, _parameter: click.Parameter, wanted: str) -> None:
    set_language(wanted)


def _function(_context: click.Context, _parameter: click.Parameter, text: str) -> str:
    if not text.strip() or len(text) > LONGEST_FUNCTION:
        raise click.BadParameter(f"1-{LONGEST_FUNCTION} tekens / characters")
    return text.strip()


in_language = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=LANGUAGES[0],
    show_default=True,
    is_eager=True,
    expose_value=False,
    callback=_speak,
    help="Taal van de meldingen / language of the messages.",
)
signed_by = click.option(
    "--by",
    default=BY_DEFAULT,
    show_default=True,
    callback=_function,
    help="Functie, geen naam / job title, not a name.",
)


def settings() -> Settings:
    try:
        return Settings.from_environment()
    except SettingsError as problem:
        raise click.UsageError(str(problem)) from problem


@contextmanager
def plainly(place: Path | URL) -> Iterator[None]:
    """`place` is where is written: a folder or a database."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except (DBAPIError, OSError) as problem:
        told = _told(problem, _addresses.get(problem, place) if isinstance(problem, DBAPIError) else place)
        if told is None:
            raise
        raise told from problem


def _told(problem: DBAPIError | OSError, place: Path | URL) -> InputError | None:
    from warehouse.troubles import Trouble, trouble_of

    trouble = trouble_of(problem, None if isinstance(place, Path) else place)
    if trouble is None:
        return None
    text = _(f"cli.database.{trouble.value}", place=getattr(problem, "filename", None) or _named(place))
    return InputError(text) if trouble is Trouble.FORBIDDEN else TroubleError(text)


def _named(place: Path | URL) -> str:
    """A file, or the address of a database without user and password."""
    if isinstance(place, Path) or place.get_backend_name() == "sqlite":
        return str(place if isinstance(place, Path) else place.database)
    return str(place.set(drivername=place.get_backend_name(), username=None, password=None, query={}))


@contextmanager
def opened(url: str, *, read_only: bool = False) -> Iterator[Engine]:
    from sqlalchemy import event, make_url
    from sqlalchemy.exc import ArgumentError

    from warehouse.areas import open_engine

    try:
        address = make_url(url)
        with plainly(address):
            engine = open_engine(url, read_only=read_only)
    except ArgumentError as problem:
        raise InputError(_("cli.database.away")) from problem
    except OSError as problem:
        raise TroubleError(_("cli.database.away")) from problem
    event.listen(engine, "handle_error", partial(_remember, address))
    try:
        with plainly(address):
            yield engine
    finally:
        engine.dispose()


def _remember(address: URL, context: ExceptionContext) -> None:
    """Several databases can be open, and this one has the trouble."""
    if context.sqlalchemy_exception is not None:
        _addresses[context.sqlalchemy_exception] = address


@contextmanager
def writing(url: str) -> Iterator[Connection]:
    with opened(url) as engine, engine.execution_options(writing=True).begin() as connection:
        yield connection


@contextmanager
def kept_apart() -> Iterator[None]:
    """What is needed for keeping the areas apart: two files, or roles."""
    from warehouse.apart import OneFileError
    from warehouse.roles import RolesMissingError

    try:
        yield
    except OneFileError as problem:
        raise InputError(_("cli.database.one_file", file=problem)) from problem
    except RolesMissingError as problem:
        statements = " ".join(f"create role {role} nologin;" for role in problem.missing)
        raise InputError(_("cli.database.no_roles", statements=statements)) from problem


@contextmanager
def refusals() -> Iterator[None]:
    from warehouse.refused import RefusedError

    try:
        yield
    except RefusedError as refused:
        raise InputError(refused.texts[language()]) from refused
