"""The page of one value: what stood in each publication, through whom, and nothing of what came later."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from callbacks.history import show
from callbacks.parts.page import UnknownPlaceError
from dashboard.address import Filters
from dashboard.i18n import speaking
from dashboard.pages.history import layout
from queries.reader import Access
from tests.areas import Areas
from tests.asking import MINISTRY
from tests.dashboard.components.rendered import of_class, of_type, sent, words
from tests.queries.published_rows import DAYS, JULY, NOTE, acts, count, reader_of, told, write
from tests.recomputed.shown import table

NOVEMBER = DAYS[4].replace(day=1)
NATIONAL = [count("NL01", 900, 1, None), count("NL01", 900, 1, None, NOVEMBER)]
GRONINGEN = [count("AM01", 765, 1, 1), count("AM01", 745, 2, 2), count("AM01", 750, 3, 3), count("AM01", 745, 4, None)]
TWENTE = [count("AM05", 5, 1, None)]
REASONS = {1: None, 2: "Dubbel geteld.", 3: "Toch niet dubbel."}
STOOD = {1: (1, 1), 2: (2, 2), 3: (3, 3)}
SOURCES: dict[str, list[dict[str, Any]]] = {
    "fact_source": [
        *(told("AM01", "phase_count", JULY, version, *STOOD[version]) for version in STOOD),
        told("AM01", "phase_count", JULY, 2, 4, None),
        told("AM05", "phase_count", JULY, 1, 1, None),
    ],
    "delivery_act": [
        *(row for version, reason in REASONS.items() for row in acts("AM01", version, version, None, reason)),
        *acts("AM05", 1, 1, None),
    ],
}
CASES = ["/regio/AM01/geschiedenis/K01", "/regio/AM05/geschiedenis/K01", "/geschiedenis/K01"]


@contextmanager
def page(areas: Areas, path: str, number: int | None = None, access: Access = MINISTRY, **chosen: Any) -> Iterator[Any]:
    filters = Filters(reference_date=JULY).but(**chosen)
    with areas.warehouse.connect() as connection:
        yield sent(layout(show(reader_of(connection, number, access), filters, path)))


def moments(shown: Any) -> list[tuple[str, str, str]]:
    """Of each publication its title, what it made of the value, and through whom."""
    found = [
        [words(part) for part in item["props"]["children"]]
        for item in of_class(shown, "moments")[0]["props"]["children"]
    ]
    return [(when, what, who) for when, what, who in found]


def lead(shown: Any) -> str:
    return words(of_class(shown, "reading-text"))


@pytest.fixture
def full(sqlite_areas: Areas) -> Areas:
    write(sqlite_areas.warehouse, indicator_count=[*NATIONAL, *GRONINGEN, *TWENTE], **SOURCES)
    return sqlite_areas


def test_many_corrections_and_an_undo(full: Areas) -> None:
    with page(full, "/regio/AM01/geschiedenis/K01") as shown:
        undone, second, first, start = moments(shown)
        said = lead(shown)
    assert said == (
        "Het cijfer ‘In beeld’ in Groningen op 1 juli 2026 is 3 keer gewijzigd. "
        "Het laatst in publicatie 4 van 18 november 2026: van 750 naar 745."
    )
    assert start[1] == "voor het eerst765 van 865"
    assert first[1] == "gecorrigeerd765 van 865 → 745 van 845Reden: “Dubbel geteld.”"
    noted = f"Bij deze publicatie: “{NOTE}”"
    assert second[1] == f"gecorrigeerd745 van 845 → 750 van 850Reden: “Toch niet dubbel.”{noted}"
    assert undone[1] == "hersteld750 van 850 → 745 van 845Herstelt de stand van publicatie 2."
    assert [moment[2].partition("geleverd")[0] for moment in (start, first, second, undone)] == [
        f"Aanlevering Groningen, 1 aug. 2026, versie {version}" for version in (1, 2, 3, 2)
    ]


def test_who_delivered_and_who_approved_stand_beside_it_with_their_days(full: Areas) -> None:
    with page(full, "/regio/AM01/geschiedenis/K01", 2) as shown:
        who = moments(shown)[0][2]
        rows = table(shown, "In beeld: wat elke publicatie ervan maakte")
    done = [
        ("geleverd", "levering"),
        *((f"akkoord {level}", level) for level in ("pilot", "regio", "bureau", "ministerie")),
    ]
    for day, (act, by) in enumerate(done, start=20):
        assert f"{act}{day} aug. 2026 · {by} 2" in who
    assert rows["2"][:5] == [
        "18-9-2026",
        "gecorrigeerd",
        "765 van 865",
        "745 van 845",
        "Aanlevering Groningen, 1 aug. 2026, versie 2",
    ]
    assert rows["2"][-2:] == ["Dubbel geteld.", f"{2:064x}"]


def test_nothing_of_a_later_publication_is_told(full: Areas) -> None:
    with page(full, "/regio/AM01/geschiedenis/K01", 2) as shown:
        assert [when[:12] for when, *_ in moments(shown)] == ["Publicatie 2", "Publicatie 1"]
        said = words(shown)
    assert "één keer gecorrigeerd: van 765 naar 745" in said
    assert "Toch niet dubbel" not in said
    assert "750" not in said


def test_a_value_that_never_changed_and_is_small(full: Areas) -> None:
    with page(full, "/regio/AM05/geschiedenis/K01") as shown:
        assert lead(shown) == (
            "Het cijfer ‘In beeld’ in Twente op 1 juli 2026 is niet gewijzigd: < 10 van 105 sinds publicatie 1 van "
            "20 augustus 2026."
        )
        assert len(moments(shown)) == 1


def test_the_country_tells_which_regions_are_in_it_and_which_changed(full: Areas) -> None:
    with page(full, "/geschiedenis/K01") as shown:
        said, (newest, *_rest) = lead(shown), moments(shown)
        rows = table(shown, "De regio’s in dit cijfer")
    assert "is 3 keer gewijzigd. Het laatst in publicatie 4 van 18 november 2026: van 755 naar 750." in said
    assert "Het is de som van 2 regio’s; veranderd: Groningen." in said
    assert newest[1].startswith("hersteld755 van 955 → 750 van 950Groningen 750 van 850 → 745 van 845")
    assert rows["Groningen"] == ["750 van 850", "745 van 845", "4"]
    assert rows["Twente"] == ["", "< 10 van 105", ""]
    assert list(rows)[1:] == ["Groningen", "Twente"]


def test_a_region_that_stopped_and_came_back(sqlite_areas: Areas) -> None:
    values = [count("AM01", 765, 1, 1), count("AM01", 765, 4, None)]
    write(sqlite_areas.warehouse, indicator_count=[*NATIONAL, *values], **SOURCES)
    with page(sqlite_areas, "/regio/AM01/geschiedenis/K01") as shown:
        assert [what[:12] for _when, what, _who in moments(shown)] == ["weer getoond", "ingetrokken7", "voor het eer"]
    with page(sqlite_areas, "/regio/AM01/geschiedenis/K01", 3) as shown:
        assert "is ingetrokken: er stond 765 van 865." in lead(shown)


def test_a_delivery_that_says_the_same_again_is_no_change(sqlite_areas: Areas) -> None:
    write(sqlite_areas.warehouse, indicator_count=[*NATIONAL, count("AM01", 765, 1, None)], **SOURCES)
    with page(sqlite_areas, "/regio/AM01/geschiedenis/K01") as shown:
        assert "is niet gewijzigd: 765 van 865" in lead(shown)
        kinds = [what.partition("765")[0] for _when, what, _who in moments(shown)]
    assert kinds == ["opnieuw geleverd, zelfde waarde"] * 3 + ["voor het eerst"]


def test_what_was_not_kept_yet_is_said_plainly(sqlite_areas: Areas) -> None:
    since_two = {
        "fact_source": [told("AM01", "phase_count", JULY, 2, 2, None)],
        "delivery_act": acts("AM01", 2, 2, None),
    }
    write(sqlite_areas.warehouse, indicator_count=[*NATIONAL, *GRONINGEN], **since_two)
    with page(sqlite_areas, "/regio/AM01/geschiedenis/K01") as shown:
        *_, second, first = moments(shown)
    assert first[1].endswith(
        "Wie leverde en goedkeurde, wordt bewaard sinds publicatie 2; van deze is het niet bekend."
    )
    assert first[2] == ""
    assert "bewaard" not in second[1]


def test_without_any_delivery_kept_it_is_said_once(sqlite_areas: Areas) -> None:
    write(sqlite_areas.warehouse, indicator_count=[*NATIONAL, *GRONINGEN])
    with page(sqlite_areas, "/regio/AM01/geschiedenis/K01") as shown:
        assert words(shown).count("Wie leverde en goedkeurde, is van deze publicaties niet bewaard.") == 1


def test_every_publication_carries_its_seal_and_how_to_check_it(full: Areas) -> None:
    with page(full, "/regio/AM01/geschiedenis/K01") as shown:
        seals = [words(code) for code in of_type(shown, "Code")]
        said = words(shown)
    assert seals == [f"{number:064x}"[:12] for number in (4, 3, 2, 1)]
    assert "trajectmonitor verify" in said


@pytest.mark.parametrize("path", CASES)
def test_another_role_sees_its_own_region_alone(full: Areas, path: str) -> None:
    twente = Access("regio", frozenset({"AM05"}))
    with page(full, path, access=twente) as shown:
        said = words(of_type(shown, "Main"))
    assert "745" not in said
    assert "Dubbel geteld" not in said
    assert ("< 10 van 105" in said) == ("AM05" in path)
    assert ("de rijen van een regio ziet alleen wie bij die regio hoort" in said) == ("/regio/" not in path)


@pytest.mark.parametrize(
    "path", ["/geschiedenis/K99", "/regio/AM99/geschiedenis/K01", "/geschiedenis/mijlpaal-AM05-TOM-4"]
)
def test_what_no_page_tells_of_is_unknown(full: Areas, path: str) -> None:
    with pytest.raises(UnknownPlaceError), page(full, path):
        pass


@pytest.mark.parametrize("what", ["mijlpaal-AM01-TOM-4", "experiment-AM01-E1"])
def test_a_row_that_no_publication_has_is_unknown(full: Areas, what: str) -> None:
    with pytest.raises(UnknownPlaceError), page(full, f"/regio/AM01/geschiedenis/{what}"):
        pass


@pytest.mark.parametrize("path", CASES)
def test_an_english_page_has_no_dutch_but_what_people_wrote(full: Areas, path: str) -> None:
    with speaking("en"), page(full, path, language="en") as shown:
        said = words(of_type(shown, "Main"))
        typed = [words(node) for node in of_type(shown, "Span") if node["props"].get("lang") == "nl"]
    assert not {"publicatie", "gewijzigd", "gecorrigeerd", "levering ", "sinds", "jongeren"} & set(said.lower().split())
    assert set(typed) <= {"Dubbel geteld.", "Toch niet dubbel.", "Dubbel geteld. Toch niet dubbel.", NOTE}
