"""What the commands say of a file: what was found in it, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.i18n import _, language, table_day

if TYPE_CHECKING:
    from warehouse.intake.accept import Acceptance
    from warehouse.intake.screening import Screening


def tell_screening(file: Path | str, screening: Screening) -> None:
    from warehouse.intake.findings import message, place
    from warehouse.intake.masked import masked

    for finding in screening.findings:
        where = place(finding, language())
        click.echo(
            ": ".join(part for part in (_(f"cli.level.{finding.level}"), where, message(finding, language())) if part)
        )
    outcome = "failed" if screening.failed else "passed" if screening.findings else "clean"
    outcome = "unconfirmed" if screening.to_confirm and not screening.failed else outcome
    counts = {f"{level}s": len(screening.of_level(level)) for level in ("fail", "warning")}
    click.echo(_(f"cli.screen.{outcome}", file=masked(str(file)), **counts))


def tell_acceptance(screening: Screening, accepted: Acceptance) -> None:
    head = screening.rows["delivery"][0]
    told = {
        "delivery": accepted.delivery_id,
        "version": accepted.version,
        "region": head["region_code"],
        "day": table_day(head["reference_date"]),
    }
    click.echo(_(f"cli.deliver.{'taken' if accepted.is_new else 'known'}", **told))
