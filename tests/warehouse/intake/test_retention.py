"""What is past its term goes, what still counts stays, and the journal tells of both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, delete, func, insert, select, update

from tests.areas import Areas
from tests.warehouse.intake import region
from tests.warehouse.intake.region import Rows, content
from tests.warehouse.intake.test_accept import accepted
from tests.warehouse.intake.test_inbox import sent
from tests.warehouse.publish.deliveries import publish_now
from warehouse.intake.accept import accept
from warehouse.intake.approve import approve
from warehouse.intake.retention import Expired, expire, expired
from warehouse.intake.verify import verify
from warehouse.publish.verify import verify as verify_publications
from warehouse.reference import rows
from warehouse.schema import intake
from warehouse.schema.published import delivery_status

RECEIVED = date(2026, 11, 9)
TERMS = {row["code"]: int(row["retention_days"]) for row in rows("dataset") if row["retention_days"]}
EMPTY = b""

Spoil = Callable[[Rows], object]


def corrected(number: int) -> Spoil:
    """The same counts, said again."""
    return lambda found: found["delivery"][0].update(correction_reason=f"keer {number}")


def only_the_last_month(found: Rows) -> None:
    """A correction of one month: the others are still told by what it replaces."""
    corrected(1)(found)
    last = {"phase_count": ("reference_date", 10), "phase_flow": ("period", 10), "exit_count": ("period", 10)}
    for subject, (key, month) in last.items():
        found[subject] = [row for row in found[subject] if row[key].month >= month]


def deliver(engine: Engine, spoil: Spoil | None = None, *, on: date = RECEIVED, through: str | None = None) -> int:
    workbook = content(spoil)
    with engine.execution_options(writing=True).begin() as connection:
        at = datetime.combine(on, time(10))
        taken = accept(
            connection,
            region.screened(workbook),
            file_name="AM05.xlsx",
            content=workbook,
            received_by="postvak",
            received_at=at,
        )
        if through:
            approve(connection, taken.delivery_id, through=through, approved_by="manager", approved_at=at)
    return taken.delivery_id


def after(code: str, *, days: int = 0, since: date = RECEIVED) -> date:
    """The first day after the term of these data, and `days` more."""
    return since + timedelta(days=TERMS[code] + 1 + days)


def gone(engine: Engine, today: date) -> Expired:
    """What went, with both chains still whole."""
    with engine.execution_options(writing=True).begin() as connection:
        found = expire(connection, today, datetime.combine(today, time(3)))
    assert broken(engine) == ()
    return found


def broken(engine: Engine) -> tuple[Any, ...]:
    with engine.connect() as connection:
        return verify(connection).broken


def ids(found: Any) -> list[int]:
    return [one.delivery_id for one in found]


def kept(engine: Engine) -> dict[int, int]:
    """Bytes of the workbook of every delivery."""
    columns = (intake.delivery.c.delivery_id, func.length(intake.delivery.c.workbook))
    with engine.connect() as connection:
        return {row[0]: row[1] for row in connection.execute(select(*columns))}


def acts(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.scalars(select(intake.journal.c.act_code).order_by(intake.journal.c.number)))


def test_a_workbook_is_erased_after_its_term_and_its_counts_stay(areas: Areas) -> None:
    number = deliver(areas.intake, through="ministerie")
    assert gone(areas.intake, after("workbook", days=-1)).is_empty
    found = gone(areas.intake, after("workbook"))
    assert (ids(found.workbooks), found.replaced, found.unapproved, found.waiting) == ([number], [], [], 0)
    assert kept(areas.intake) == {number: 0}
    assert acts(areas.intake)[-1] == "geleegd"
    assert gone(areas.intake, after("workbook", days=900)).is_empty
    with areas.intake.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(intake.phase_count)) == 4 * 63


def test_what_was_never_approved_goes_as_a_whole(areas: Areas) -> None:
    first = deliver(areas.intake, through="bureau")
    assert ids(gone(areas.intake, after("replaced", days=-1)).unapproved) == []
    assert ids(gone(areas.intake, after("replaced")).unapproved) == [first]
    with areas.intake.connect() as connection:
        left = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in intake.metadata.sorted_tables
        }
    assert {name for name, count in left.items() if count} == {"journal"}
    assert acts(areas.intake) == ["levering", "pilot", "regio", "bureau", "geleegd", "verwijderd"]


def test_what_was_replaced_goes_a_term_after_the_approval_of_the_newer_one(areas: Areas) -> None:
    first = deliver(areas.intake, through="ministerie")
    later = RECEIVED + timedelta(days=200)
    second = deliver(areas.intake, corrected(1), on=later, through="ministerie")
    assert ids(gone(areas.intake, after("replaced")).replaced) == []
    assert ids(gone(areas.intake, after("replaced", since=later)).replaced) == [first]
    assert list(kept(areas.intake)) == [second]


def test_what_a_publication_is_still_made_from_stays(areas: Areas) -> None:
    first = deliver(areas.intake, through="ministerie")
    second = deliver(areas.intake, only_the_last_month, through="ministerie")
    assert gone(areas.intake, after("replaced")).replaced == []
    third = deliver(areas.intake, corrected(2), through="ministerie")
    assert ids(gone(areas.intake, after("replaced")).replaced) == [first, second]
    assert list(kept(areas.intake)) == [third]


def test_a_newer_version_that_waits_for_approval_replaces_nothing(areas: Areas) -> None:
    first = deliver(areas.intake, through="ministerie")
    second = deliver(areas.intake, corrected(1), through="bureau")
    found = gone(areas.intake, after("replaced"))
    assert (ids(found.replaced), ids(found.unapproved)) == ([], [second])
    assert list(kept(areas.intake)) == [first]


def test_files_that_wait_longer_than_their_term_go(areas: Areas) -> None:
    sent(areas.intake, b"wacht")
    day = date(2026, 11, 11)
    assert gone(areas.intake, after("inbox", days=-1, since=day)).waiting == 0
    assert gone(areas.intake, after("inbox", since=day)).waiting == 1
    assert gone(areas.intake, after("inbox", since=day)).is_empty


def test_looking_takes_nothing_away(areas: Areas) -> None:
    number = deliver(areas.intake)
    with areas.intake.connect() as connection:
        assert ids(expired(connection, after("replaced")).unapproved) == [number]
    assert list(kept(areas.intake)) == [number]


def test_no_version_is_given_twice_and_the_same_file_may_come_again(areas: Areas) -> None:
    deliver(areas.intake)
    gone(areas.intake, after("replaced"))
    with areas.intake.execution_options(writing=True).begin() as connection:
        again = accepted(connection, content())
    assert (again.is_new, again.version) == (True, 2)
    assert broken(areas.intake) == ()


def test_what_is_published_stays_what_it_is(areas: Areas) -> None:
    deliver(areas.intake, through="ministerie")
    later = RECEIVED + timedelta(days=20)
    deliver(areas.intake, corrected(1), on=later, through="ministerie")
    assert publish_now(areas) is not None
    before = _received(areas)
    assert gone(areas.intake, after("replaced", since=later)).replaced
    publish_now(areas)
    assert _received(areas) == before == [RECEIVED]
    with areas.warehouse.connect() as connection:
        assert verify_publications(connection, None).broken == ()


def _received(areas: Areas) -> list[date | None]:
    columns = select(delivery_status.c.received_on).where(delivery_status.c.last_publication.is_(None))
    with areas.warehouse.connect() as connection:
        return list(connection.scalars(columns))


TAMPERED = {
    "a workbook emptied by hand": (update(intake.delivery).values(workbook=EMPTY), "workbook"),
    "a delivery taken out by hand": (delete(intake.approval), "not_done"),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_goes_without_an_entry_is_found_out(areas: Areas, what: str) -> None:
    deliver(areas.intake, through="pilot")
    statement, kind = TAMPERED[what]
    with areas.intake.execution_options(writing=True).begin() as connection:
        connection.execute(statement)
    assert [found.what for found in broken(areas.intake)] == [kind]


def test_what_comes_back_after_its_removal_is_found_out(areas: Areas) -> None:
    deliver(areas.intake)
    with areas.intake.connect() as connection:
        row = dict(connection.execute(select(intake.delivery)).mappings().one())
    gone(areas.intake, after("replaced"))
    with areas.intake.execution_options(writing=True).begin() as connection:
        connection.execute(insert(intake.delivery).values(**row))
    assert "not_removed" in [found.what for found in broken(areas.intake)]
