"""Whoever changes what was published is found out, also when the publication itself was signed anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, update
from sqlalchemy.exc import DatabaseError

from tests.areas import Areas
from tests.warehouse.publish.deliveries import AUGUST, SEPTEMBER, deliver, published, restored
from tests.warehouse.publish.shown import entries
from tests.warehouse.publish.test_elsewhere import load_school_leavers
from tests.warehouse.publish.test_publication import TARGET
from tests.warehouse.tampering import link, past_the_guards, swap
from warehouse import chain
from warehouse.chain import START, Break, Checked
from warehouse.publish.contents import VERSIONED
from warehouse.publish.verify import verify
from warehouse.schema import intake
from warehouse.schema import published as area

Tamper = Callable[[Connection], object]

MONTHS = 14
PILOT = {"pilot_code": "P1", "pilot_line_code": "TOM", "name": "één vaste contactpersoon", "baseline_on": AUGUST}
PUBLICATION = area.publication
LAST = 4


@pytest.fixture
def filled(areas: Areas) -> Areas:
    """Publications of everything there is, of a second region, of a correction, and of the undo of that."""
    load_school_leavers(areas)
    deliver(areas, "AM01", AUGUST, months=MONTHS, subjects={"target": [TARGET], "pilot": [PILOT]})
    published(areas)
    deliver(areas, "AM02", SEPTEMBER)
    published(areas)
    deliver(areas, "AM01", AUGUST, months=MONTHS, figures=lambda *_: {("F1", "F2"): 33}, reason="telfout")
    published(areas, note="correctie")
    restored(areas, 2)
    return areas


def checked(areas: Areas, journal: frozenset[str] | None = None) -> Checked:
    with areas.warehouse.connect() as connection:
        return verify(connection, journal)


def newest_entry(areas: Areas) -> str:
    with areas.intake.connect() as connection:
        return chain.newest_hash(connection, intake.journal)


def test_what_nobody_touched_is_well(filled: Areas) -> None:
    found = checked(filled, frozenset({newest_entry(filled)}))
    assert found.broken == ()
    assert list(found.hashes) == [entry.hash for entry in entries(filled)]
    assert found.head == entries(filled)[-1].hash


def test_nothing_published_is_well(sqlite_areas: Areas) -> None:
    assert checked(sqlite_areas, frozenset()) == Checked((), ())


def _changed_note(connection: Connection) -> None:
    connection.execute(update(PUBLICATION).where(PUBLICATION.c.number == 3).values(note="niets aan de hand"))


def _signed_anew(connection: Connection) -> None:
    _changed_note(connection)
    row = link(connection, PUBLICATION, 3)
    content = {name: value for name, value in row.items() if name not in chain.HASHES}
    values = chain.linked(str(row["previous_hash"]), content)
    connection.execute(update(PUBLICATION).where(PUBLICATION.c.number == 3).values(**values))


def _one_more(connection: Connection) -> None:
    """One count that was withdrawn in the third publication."""
    table = area.phase_count
    key = {"region_code": "AM01", "reference_date": AUGUST, "phase_code": "F4", "age_band_code": "21-22"}
    is_it = (table.c[name] == value for name, value in key.items())
    changed = update(table).where(*is_it, table.c.first_publication == 1).values(youths=table.c.youths + 1)
    assert connection.execute(changed).rowcount == 1


def _taken_out(connection: Connection) -> None:
    connection.execute(delete(area.baseline))


def _slipped_in(connection: Connection) -> None:
    row = {"region_code": "AM02", "indicator_code": "K06", "target_on": date(2027, 1, 1), "amount": 1.0}
    connection.execute(insert(area.target).values(**row, first_publication=3, last_publication=3))


def _cut_off(connection: Connection) -> None:
    connection.execute(delete(PUBLICATION).where(PUBLICATION.c.number == LAST))


TAMPERED: dict[str, tuple[Tamper, list[Break]]] = {
    "a count by one": (_one_more, [Break(1, "content"), Break(2, "content")]),
    "rows taken out": (_taken_out, [Break(number, "content") for number in (1, 2, 3, 4)]),
    "a row slipped in": (_slipped_in, [Break(3, "content")]),
    "a note": (_changed_note, [Break(3, "changed")]),
    "a note, signed anew": (_signed_anew, [Break(4, "loose", {"before": 3})]),
    "a publication in the middle": (
        lambda connection: connection.execute(delete(PUBLICATION).where(PUBLICATION.c.number == 2)),
        [Break(3, "gap", {"first": 2, "last": 2}), Break(4, "restored", {"restores": 2})],
    ),
    "the last publication": (_cut_off, [Break(None, "beyond", {"number": LAST})]),
    "two publications swapped": (
        lambda connection: swap(connection, PUBLICATION, 1, 2),
        [
            Break(1, "loose", {"before": 0}),
            Break(1, "changed"),
            Break(2, "loose", {"before": 1}),
            Break(2, "changed"),
            Break(3, "loose", {"before": 2}),
            Break(1, "content"),
            Break(2, "content"),
            Break(4, "restored", {"restores": 2}),
        ],
    ),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_tampered_with_is_named(filled: Areas, what: str) -> None:
    tamper, told = TAMPERED[what]
    with past_the_guards(filled.warehouse) as connection:
        tamper(connection)
    assert list(checked(filled).broken) == told


def test_an_end_that_was_cut_off_cleanly_shows_by_the_hash_that_was_noted_down(filled: Areas) -> None:
    noted = checked(filled).head
    with past_the_guards(filled.warehouse) as connection:
        _cut_off(connection)
        for table in VERSIONED:
            connection.execute(delete(table).where(table.c.first_publication == LAST))
            stood = table.c.last_publication == LAST - 1
            connection.execute(update(table).where(stood).values(last_publication=None))
    found = checked(filled)
    assert found.broken == ()
    assert noted not in found.hashes


def test_a_publication_rests_on_an_entry_of_the_journal(filled: Areas) -> None:
    """Publications from before the journal, which are the first, name no entry."""
    with past_the_guards(filled.warehouse) as connection:
        for number, journal_hash in enumerate(("", "known", "unknown", ""), 1):
            is_it = PUBLICATION.c.number == number
            connection.execute(update(PUBLICATION).where(is_it).values(journal_hash=journal_hash))
    about = [broken for broken in checked(filled, frozenset({"known"})).broken if broken.what == "journal"]
    assert about == [Break(3, "journal"), Break(4, "journal")]
    assert not [broken for broken in checked(filled).broken if broken.what == "journal"]


def test_a_publication_names_the_newest_entry_there_was(sqlite_areas: Areas) -> None:
    """The deliveries of these tests are written past the journal."""
    deliver(sqlite_areas, "AM01", AUGUST)
    published(sqlite_areas)
    load_school_leavers(sqlite_areas)
    published(sqlite_areas)
    assert [entry.journal_hash for entry in entries(sqlite_areas)] == [START, newest_entry(sqlite_areas)]
    assert checked(sqlite_areas, frozenset({newest_entry(sqlite_areas)})).broken == ()


@pytest.mark.parametrize("forbidden", [update(PUBLICATION).values(note="anders"), delete(PUBLICATION)])
def test_a_publication_is_never_changed_or_taken_away(areas: Areas, forbidden: Any) -> None:
    deliver(areas, "AM01", AUGUST)
    published(areas)
    before = entries(areas)
    with pytest.raises(DatabaseError, match="publication only grows"), areas.warehouse.begin() as connection:
        connection.execute(forbidden)
    assert entries(areas) == before
