"""What the commands share: settings, databases, options, and how a wrong input ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.clock import OFFICE
from dashboard.i18n import LANGUAGES, _, language, set_language
from dashboard.settings import Settings, SettingsError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine
    from sqlalchemy.exc import DBAPIError

BY_DEFAULT = "opdrachtregel"
LONGEST_FUNCTION = 80
WORKBOOK = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


class InputError(click.ClickException):
    """The input is wrong, not the command: exit status 1."""

    def show(self, file: Any = None) -> None:
        click.echo(self.format_message(), err=True, file=file)


class DatabaseAwayError(InputError):
    """The database does not answer, or has no tables yet."""

    def __init__(self) -> None:
        super().__init__(_("cli.database.away"))


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


def this_moment() -> datetime:
    """As the clock in the office says, wherever this machine stands; moments are stored without a zone."""
    return datetime.now(OFFICE).replace(tzinfo=None)


@contextmanager
def opened(url: str, *, read_only: bool = False) -> Iterator[Engine]:
    from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError, ProgrammingError

    from warehouse.areas import open_engine

    try:
        engine = open_engine(url, read_only=read_only)
    except ArgumentError as problem:
        raise InputError(_("cli.database.away")) from problem
    except OSError as problem:
        raise DatabaseAwayError from problem
    try:
        yield engine
    except (InterfaceError, OperationalError, ProgrammingError) as problem:
        raise _what_is_wrong(problem) from problem
    finally:
        engine.dispose()


def _what_is_wrong(problem: DBAPIError) -> InputError:
    from warehouse.roles import is_forbidden

    return InputError(_("cli.database.forbidden")) if is_forbidden(problem) else DatabaseAwayError()


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
    from warehouse.publish.refused import RefusedError

    try:
        yield
    except RefusedError as refused:
        raise InputError(refused.texts[language()]) from refused
