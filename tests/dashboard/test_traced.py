"""Addresses of histories: each value has one, and what has no history has none."""

import pytest

from dashboard.i18n import LANGUAGES, speaking
from dashboard.titles import heading_of
from dashboard.traced import EXPERIMENT, JUDGED, MILESTONE, SUBJECT, Traced, history_path, name_of, traced
from queries.history import DESTINATION, INDICATOR, MOVEMENT, PHASE
from warehouse.reference import rows

FIGURES = [
    *(Traced(INDICATOR, (code,)) for code in ("K01", "K03", "K06", "K07", "K16")),
    *(Traced(JUDGED, (code,)) for code in ("K19", "K20", "K21", "K22", "K23", "K24")),
    *(Traced(PHASE, (row["code"],)) for row in rows("phase")),
    *(Traced(DESTINATION, (row["code"],)) for row in rows("destination")),
    *(Traced(MOVEMENT, pair) for pair in (("NEW", "F1"), ("F1", "F2"), ("F5", "GONE"))),
]
WRITTEN = [
    Traced(MILESTONE, ("AM05-TOM", "4")),
    Traced(MILESTONE, ("een pilot/zonder streepje", "1")),
    Traced(EXPERIMENT, ("AM05-E1",)),
    Traced(EXPERIMENT, ("100% é / & ?",)),
]
NOTHING = [
    *("", "K99", "K02", "K13", "F9", "F1-F9", "F1-F2-F3", "k01", "K01-K06", "F1 ", "../K01"),
    *("mijlpaal", "mijlpaal-4", "mijlpaal-AM05-TOM", "mijlpaal-AM05-TOM-7", "experiment", "experiment-"),
    *("bestemming", "bestemming-mars", "<b>", "%3Cb%3E"),
]


@pytest.mark.parametrize("place", [None, "AM05"])
@pytest.mark.parametrize("value", [*FIGURES, *WRITTEN], ids=str)
def test_an_address_leads_back_to_its_value(value: Traced, place: str | None) -> None:
    path = history_path(place, value.kind, *value.codes)
    start = "" if place is None else f"/regio/{place}"
    assert path.startswith(f"{start}{SUBJECT}")
    assert "/" not in path.removeprefix(f"{start}{SUBJECT}")
    assert traced(path.removeprefix(start)) == value


@pytest.mark.parametrize("text", NOTHING)
def test_what_has_no_history_has_no_page(text: str) -> None:
    assert traced(SUBJECT + text) is None
    assert heading_of(SUBJECT + text) is None
    assert heading_of(f"/regio/AM05{SUBJECT}{text}") is None


@pytest.mark.parametrize("subject", ["/", "/definities", "/wijzigingen", "/geschiedenis", ""])
def test_another_page_is_no_history(subject: str) -> None:
    assert traced(subject) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_has_a_name_of_its_own(language: str) -> None:
    with speaking(language):
        named = [name_of(value) for value in (*FIGURES, *WRITTEN)]
    assert len(set(named)) == len(named)
    assert all(named)


@pytest.mark.parametrize(
    ("path", "dutch", "english"),
    [
        ("/geschiedenis/K01", "Geschiedenis · In beeld · Nederland", "History · In sight · The Netherlands"),
        (
            "/regio/AM05/geschiedenis/F1",
            "Geschiedenis · Fase F1, In beeld · Twente",
            "History · Phase F1, In sight · Twente",
        ),
        (
            "/regio/AM05/geschiedenis/mijlpaal-AM05-TOM-4",
            "Geschiedenis · Stap 4, Bestuurlijke doorbraak (AM05-TOM) · Twente",
            "History · Step 4, Breakthrough at the board (AM05-TOM) · Twente",
        ),
    ],
)
def test_a_heading_says_of_what_and_of_which_place(path: str, dutch: str, english: str) -> None:
    assert heading_of(path) == dutch
    with speaking("en"):
        assert heading_of(path) == english


@pytest.mark.parametrize("value", WRITTEN, ids=str)
def test_the_country_has_no_milestones_and_no_experiments(value: Traced) -> None:
    assert heading_of(history_path(None, value.kind, *value.codes)) is None
    assert heading_of(history_path("AM99", value.kind, *value.codes)) is None
    assert heading_of(history_path("AM05", value.kind, *value.codes)) is not None
