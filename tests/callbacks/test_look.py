"""What is kept of a publication is only what exists of it."""

from datetime import date

from callbacks.parts.look import look
from dashboard.address import Filters
from queries.reader import Reader

ODD = [Filters(pilot_line=f"X{at}") for at in range(20)]
ODD += [Filters(reference_date=date(2030 + at, 1, 1)) for at in range(20)]


def test_what_does_not_exist_pushes_nothing_out(ministry: Reader) -> None:
    first = look(ministry, Filters(pilot_line="TOM"))
    assert all(look(ministry, filters).filters == Filters() for filters in ODD)
    assert look(ministry, Filters(pilot_line="TOM")).standings is first.standings


def test_what_exists_is_chosen(ministry: Reader) -> None:
    chosen = Filters(pilot_line="TOM", reference_date=date(2026, 10, 1))
    seen = look(ministry, chosen)
    assert (seen.filters, seen.moment.reference_date) == (chosen, date(2026, 10, 1))
