"""Which regions were counted as another one before, as the reference list has it."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from queries.borders import Predecessor
from queries.reader import Reader
from queries.reference import reference
from tests.areas import Areas
from tests.queries.published_rows import reader_of, write
from warehouse.schema.lists import region_change

HEIRS = (("MC40", "Rijk van Nijmegen"), ("MC41", "Arnhem"))
SEEN_IN = "ocwincijfers.nl, Jongeren in kwetsbare positie in de RMC-regio; Stcrt 2021-45134"


@pytest.mark.parametrize("code", ["MC40", "MC41"])
def test_both_parts_of_arnhem_nijmegen_know_where_they_were_counted(ministry: Reader, code: str) -> None:
    expected = Predecessor("MC14", "Arnhem/Nijmegen", "split", 2020, SEEN_IN, HEIRS)
    assert reference(ministry).borders.predecessors(code) == [expected]


@pytest.mark.parametrize("code", ["MC14", "MC12", "PV25", "AM38", "NL01"])
def test_others_were_always_counted_as_themselves(ministry: Reader, code: str) -> None:
    assert reference(ministry).borders.predecessors(code) == []


def test_of_a_merger_there_are_more(areas: Areas) -> None:
    columns = ("position", "kind", "from_code", "from_name", "to_code", "to_name", "counted_from", "seen_in")
    merged = [
        dict(zip(columns, (at, "merger", f"MC9{at}", f"Deel {at}", "MC95", "Samen", 2024, "Stcrt"), strict=True))
        for at in (1, 2)
    ]
    with areas.warehouse.begin() as connection:
        connection.execute(delete(region_change))
    write(areas.warehouse, region_change=merged)
    with areas.warehouse.connect() as connection:
        found = reference(reader_of(connection)).borders.predecessors("MC95")
    assert [(one.code, one.kind, one.heirs) for one in found] == [
        ("MC91", "merger", (("MC95", "Samen"),)),
        ("MC92", "merger", (("MC95", "Samen"),)),
    ]
