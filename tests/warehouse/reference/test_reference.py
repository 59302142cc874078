import json
from collections import Counter

import pytest

from warehouse.publish.indicator_counts import terms
from warehouse.reference import FOLDER, choices, codes_of, label_of, match, plain, rows
from warehouse.schema import published

LISTS = [table.name for table in published.metadata.sorted_tables if "name_nl" in table.columns]
# Of which only sheets know the codes; pages take their names from the files.
OF_SHEETS = ("judgement", "funding", "policy_domain", "yes_no", "language")
# Who moves on is no part of who is there and who comes.
MOVES = "phase_flow"
LISTS_OF = {
    "phase_count": ("phase", "age_band"),
    MOVES: ("flow_from", "flow_to"),
    "exit_count": ("destination", "age_band"),
    "intake_count": ("waiting_class",),
    "turning_18": ("support_after_18",),
    "domain_count": ("domain_scope", "domain_state"),
    "retention_count": ("follow_moment", "follow_state"),
}
DIVISIONS = {"arbeidsmarktregio": 35, "doorstroompunt": 40, "provincie": 12, "land": 1}


@pytest.mark.parametrize("name", [*LISTS, *OF_SHEETS])
def test_every_list_has_codes_names_and_an_order(name: str) -> None:
    found = rows(name)
    assert [int(row["position"]) for row in found] == list(range(1, len(found) + 1))
    for column in ("code", "name_nl", "name_en"):
        assert len({plain(row[column]) for row in found}) == len(found)
    assert all(len(row["code"]) <= 24 for row in found)


@pytest.mark.parametrize("name", [*LISTS, *OF_SHEETS, "region", "flow_from", "flow_to"])
def test_every_choice_is_matched_by_code_name_and_both(name: str) -> None:
    for code in codes_of(name):
        label = label_of(name, code)
        for text in (code, label, f"{code} {label}", f"{code} - {label.upper()}"):
            assert match(name, text) == code


def test_the_divisions_have_their_regions_and_each_municipality_lies_in_one_of_each() -> None:
    assert Counter(row["division_code"] for row in rows("region")) == DIVISIONS
    division = {row["code"]: row["division_code"] for row in rows("region")}
    places = Counter((row["municipality_code"], division[row["region_code"]]) for row in rows("membership"))
    assert len(rows("municipality")) == 342
    assert len(places) == 3 * 342
    assert set(places.values()) == {1}


@pytest.mark.parametrize("column", ["inhabitants", "inhabitants_15_24"])
def test_every_division_adds_up_to_the_country(column: str) -> None:
    sums: Counter[str] = Counter()
    for row in rows("region"):
        sums[row["division_code"]] += int(row[column])
    assert len(set(sums.values())) == 1


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("region", "Food Valley", "AM38"),
        ("region", "Zaanstreek / Waterland", "AM17"),
        ("region", "Arbeidsmarktregio Zwolle", "AM36"),
        ("region", "Friesland", "AM02"),
        ("municipality", "den haag", "GM0518"),
        ("municipality", "’s-Gravenhage", "GM0518"),
        ("municipality", "sudwest fryslan", "GM1900"),
        ("municipality", "Weesp", "GM0363"),
        ("municipality", "Heerhugowaard", "GM1980"),
    ],
)
def test_regions_and_municipalities_as_people_write_them(name: str, text: str, code: str) -> None:
    assert match(name, text) == code


@pytest.mark.parametrize(
    ("name", "text"), [("region", "MC12"), ("region", "Zuid-Holland"), ("phase", "F9"), ("phase", "")]
)
def test_what_means_nothing(name: str, text: str) -> None:
    assert match(name, text) is None


def test_a_variant_never_takes_the_place_of_a_name() -> None:
    for row in (row for row in rows("name_variant") if row["code"] in codes_of(row["list"])):
        others = [other["code"] for other in choices(row["list"]) if plain(other["name"]) == plain(row["variant"])]
        assert set(others) <= {row["code"]}


def test_regions_are_sorted_as_dutch_people_sort_them() -> None:
    for row in rows("region"):
        assert row["sort_name"].isascii()
        assert row["sort_name"] == row["sort_name"].casefold()


@pytest.mark.parametrize("division", ["arbeidsmarktregio", "doorstroompunt", "provincie"])
def test_the_hexagon_map_has_every_region_of_its_division(division: str) -> None:
    drawn = json.loads((FOLDER / "hexmap" / f"{division}.json").read_text("utf-8"))["regions"]
    assert set(drawn) == {row["code"] for row in rows("region") if row["division_code"] == division}


def test_every_indicator_has_a_version_and_every_code_in_a_formula_exists() -> None:
    assert [row["code"] for row in rows("indicator")] == [f"K{number:02}" for number in range(1, 25)]
    assert {row["indicator_code"] for row in rows("indicator_version")} == {row["code"] for row in rows("indicator")}
    for row in rows("indicator_version"):
        assert row["fact"] in {table.name for table in published.metadata.sorted_tables}
        if row["numerator_codes"]:
            numerator, denominator = (terms(row["fact"], row[f"{part}_codes"]) for part in ("numerator", "denominator"))
            assert row["fact"] == MOVES or numerator < denominator
            for term in numerator | denominator:
                lists = LISTS_OF[term.fact][: len(term.node)]
                assert all(code in codes_of(name) for name, code in zip(lists, term.node, strict=True))


def test_versions_of_a_definition_follow_each_other() -> None:
    first, second = (row for row in rows("indicator_version") if row["indicator_code"] == "K13")
    assert first["valid_to"] == "2025-12-31"
    assert (second["valid_from"], second["valid_to"]) == ("2026-01-01", "")


def test_both_languages_of_the_registry_differ() -> None:
    for row in (*rows("indicator"), *rows("indicator_version")):
        for column in row:
            if column.endswith("_nl") and len(row[column]) > 20:
                assert row[column] != row[column.replace("_nl", "_en")]


def test_every_file_has_its_source_told() -> None:
    told = (FOLDER / "SOURCES.md").read_text("utf-8")
    for file in FOLDER.glob("*.csv"):
        assert f"`{file.name}`" in told


def test_the_six_steps_take_a_year() -> None:
    assert [int(row["planned_months"]) for row in rows("step")] == [3, 1, 4, 1, 2, 1]


def test_who_turned_18_with_the_next_step_arranged_is_told_by_the_list() -> None:
    arranged = {row["code"] for row in rows("support_after_18") if row["arranged"] == "1"}
    version = next(row for row in rows("indicator_version") if row["indicator_code"] == "K16")
    assert set(version["numerator_codes"].split()) == arranged
    assert {row["code"] for row in rows("progress")} == {row["from_code"] + row["to_code"] for row in rows("progress")}
