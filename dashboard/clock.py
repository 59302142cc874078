"""The day in the offices that use this."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

OFFICE = ZoneInfo("Europe/Amsterdam")


def today() -> date:
    return datetime.now(OFFICE).date()
