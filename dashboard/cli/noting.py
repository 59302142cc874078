"""The database of persons, and the log in it of what was done, which commands write too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli.frame import InputError, TroubleError, opened, refusals, this_moment
from dashboard.i18n import _
from dashboard.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from warehouse.accounts.audit import Event

Note = Callable[..., None]


@contextmanager
def at_accounts(given: Settings, *, writes: bool = False) -> Iterator[Connection]:
    """InputError when it was never made: no command but `migrate` makes it."""
    check_accounts(given)
    with (
        opened(given.accounts_url, read_only=not writes) as engine,
        refusals(),
        engine.execution_options(writing=writes).begin() as connection,
    ):
        yield connection


def check_accounts(given: Settings) -> None:
    if not has_accounts(given):
        raise InputError(_("cli.accounts.missing"))


def has_accounts(given: Settings) -> bool:
    from warehouse.accounts.audit import is_there

    with opened(given.accounts_url, read_only=True) as engine:
        return not _has_no_file(given.accounts_url) and is_there(engine)


def _has_no_file(url: str) -> bool:
    from sqlalchemy import make_url

    parts = make_url(url)
    return parts.get_backend_name() == "sqlite" and not Path(parts.database or "").exists()


def log_of(given: Settings) -> Note:
    """Asked for before an act: what cannot be written down is not done. `note(event, subject, by=..., ...)` follows it.

    The log is another database than that of the act, so the two cannot stand or fall together.
    """
    from warehouse.accounts.audit import stop_for

    with at_accounts(given, writes=True) as connection:
        stop_for(connection)
    return partial(_note, given)


def _note(given: Settings, event: Event, subject: str, *, by: str, **details: object) -> None:
    from warehouse.accounts.audit import write

    try:
        with at_accounts(given, writes=True) as connection:
            write(connection, event, subject, by=by, at=this_moment(), **details)
    except InputError as problem:
        told = _("cli.accounts.done_not_noted", subject=subject, problem=problem.format_message())
        raise (TroubleError if isinstance(problem, TroubleError) else InputError)(told) from problem
