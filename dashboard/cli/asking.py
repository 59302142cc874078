"""Asking whoever is there before something is written."""

from __future__ import annotations

import sys

import click

from dashboard.cli.frame import InputError

YES = ("j", "ja", "y", "yes")

unasked = click.option("--yes", is_flag=True, help="Vraag niets / ask nothing.")


def agreed(question: str, nobody: str) -> bool:
    """`nobody` is told where there is nobody to ask: exit status 1."""
    if not someone_is_there():
        raise InputError(nobody)
    answer = click.prompt(question, default="n", show_default=False)
    return str(answer).strip().lower() in YES


def someone_is_there() -> bool:
    return sys.stdin.isatty()
