"""What goes wrong in a database, and what is logged of it, is told without the values that stand there."""

from __future__ import annotations

import logging

from sqlalchemy import Engine, ExceptionContext, event

_LOGGER = "sqlalchemy.engine.Engine"


def keep_values_out(engine: Engine) -> Engine:
    """Parameters are left out by `hide_parameters`; this leaves out the rows that are read, and what a server says of
    the row that it refused."""
    event.listen(engine, "handle_error", _without_detail)
    return engine


def _without_detail(context: ExceptionContext) -> None:
    problem = context.original_exception
    primary = getattr(getattr(problem, "diag", None), "message_primary", None)
    if primary is None:
        return
    problem.args = (primary,)
    if context.sqlalchemy_exception is not None:
        context.sqlalchemy_exception.args = (f"({type(problem).__module__}.{type(problem).__name__}) {primary}",)


def _is_no_row(record: logging.LogRecord) -> bool:
    """SQLAlchemy logs rows, and nothing else, at this level."""
    return record.levelno > logging.DEBUG


logging.getLogger(_LOGGER).addFilter(_is_no_row)
