"""The day and the moment in the offices that use this."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

OFFICE = ZoneInfo("Europe/Amsterdam")


def today() -> date:
    return datetime.now(OFFICE).date()


def this_moment() -> datetime:
    """As the clock in the office says, wherever this machine stands; moments are stored without a zone."""
    return datetime.now(OFFICE).replace(tzinfo=None)
