"""The command `trajectmonitor`. Exit status: 0 all is well, 1 the input fails, 2 wrong use.

What a command needs is imported when it runs, so that `--help` answers at once.
"""

from __future__ import annotations

import click

from dashboard.cli import accounts, attacking, deliveries, expiring, inbox, publishing, running, verifying, warehouses


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="trajectmonitor")
def main() -> None:
    """Trajectmonitor 16-27: van de werkmap van een regio tot een cijfer / from a region's workbook to a figure."""


for command in (
    running.demo,
    running.serve,
    running.migrate,
    accounts.user,
    deliveries.template,
    deliveries.screen,
    deliveries.deliver,
    inbox.inbox,
    deliveries.approve,
    publishing.publish,
    publishing.restore,
    warehouses.publications,
    verifying.verify,
    expiring.expire,
    warehouses.load_indicator,
    attacking.attack,
):
    main.add_command(command)
