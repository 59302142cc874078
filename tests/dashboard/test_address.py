from datetime import date
from itertools import product
from urllib.parse import urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.address import (
    AGE_BANDS,
    DEFAULT,
    DIVISIONS,
    MEASURES,
    NAMES,
    PERIODS,
    Filters,
    filters_of,
    href,
    parse,
    place_and_subject,
    region_path,
)
from dashboard.i18n import LANGUAGES
from dashboard.sought import CHECKS, EVERYTHING, STATES, Sought, key_of, path_of, sought_in
from dashboard.sought import NAMES as SOUGHT_NAMES
from queries.compared import KINDS

FIRST_DAYS = st.dates(date(2015, 1, 1), date(2099, 12, 31)).map(lambda day: day.replace(day=1))
FILTERS = st.builds(
    Filters,
    language=st.sampled_from(LANGUAGES),
    publication=st.none() | st.integers(0, 99_999_999),
    reference_date=st.none() | FIRST_DAYS,
    division=st.sampled_from(DIVISIONS),
    measure=st.sampled_from(MEASURES),
    pilot_line=st.none() | st.sampled_from(["TOM", "JBB", "SSV", "TGW"]),
    since=st.none() | st.integers(0, 99_999_999),
    kind=st.none() | st.sampled_from(KINDS),
    months=st.sampled_from(PERIODS),
    age_band=st.none() | st.sampled_from(AGE_BANDS),
    area=st.none() | st.sampled_from(["PV25", "MC28"]),
    pilot=st.none() | st.text(min_size=1, max_size=24).filter(str.isprintable),
)
CODES = st.sampled_from(["doorgaan", "SUP", "zorg", "geen", "x" * 24])
WRITTEN = st.text(alphabet="aé &=?+%#ʼ/\u200b0", max_size=30).map(lambda text: " ".join(text.split()))
SOUGHT = st.builds(
    Sought,
    words=st.none() | WRITTEN.filter(lambda text: text != "" and text.isprintable()),
    state=st.none() | st.sampled_from(STATES),
    verdict=st.none() | CODES,
    life_domain=st.none() | CODES,
    policy_domain=st.none() | CODES,
    method=st.none() | WRITTEN.filter(lambda text: text != "" and text.isprintable()),
    owner=st.none() | CODES,
    check=st.none() | st.sampled_from(CHECKS),
    funding=st.none() | CODES,
    page=st.integers(1, 9999),
)
PATHS = st.sampled_from(
    ["/", "/trajecten", "/uitkomsten", "/wijzigingen", region_path("AM05"), region_path("AM35", "/wijzigingen")]
)
ODD = st.text() | st.text(alphabet="/?#&=[]%:.@;+\\ aA0-é😀\x00\n", max_size=40)


@given(PATHS, FILTERS)
def test_an_address_says_what_was_chosen_and_can_be_read_back(path: str, filters: Filters) -> None:
    assert parse(href(path, filters)) == (path, filters)


@given(st.sampled_from(["/experimenten", "/regio/AM05/experimenten"]), FILTERS, SOUGHT)
def test_which_experiments_are_sought_is_read_back(path: str, filters: Filters, sought: Sought) -> None:
    asked = filters.but(sought=sought)
    address = href(path, asked)
    assert parse(address) == (path, asked)
    assert address.count("=") == href(path, filters).count("=") + sum(
        getattr(sought, name) != getattr(EVERYTHING, name) for name in SOUGHT_NAMES
    )


@given(PATHS, SOUGHT)
def test_which_experiments_are_sought_no_other_page_is_told(path: str, sought: Sought) -> None:
    assert href(path, Filters(sought=sought)) == path


@given(st.dictionaries(st.sampled_from(sorted(SOUGHT_NAMES.values())), ODD))
@example({"blad": "0"})
@example({"zoek": "\ud800"})
@example({"toestand": "loopt ", "check": "ooit"})
def test_odd_words_are_sought_as_they_can_be_read_back(query: dict[str, str]) -> None:
    sought = sought_in(query)
    assert sought.page >= 1
    assert parse(href("/experimenten", Filters(sought=sought))) == ("/experimenten", Filters(sought=sought))


@pytest.mark.parametrize(("region", "code"), [("AM05", "E2"), ("AM05", "AM05-E2"), ("AM35", "a/b?c#é d")])
def test_the_page_of_an_experiment_names_it(region: str, code: str) -> None:
    assert key_of(path_of(region, code)) == (region, code)


@pytest.mark.parametrize(
    "path", ["/experimenten", "/experimenten/", "/experimenten/AM05", "/experimenten/-E1", "/x/AM05-E1"]
)
def test_what_names_no_experiment(path: str) -> None:
    assert key_of(path) is None


def test_another_choice_begins_at_the_first_page() -> None:
    assert Sought(words="koffie", page=3).but(state="loopt") == Sought(words="koffie", state="loopt")


def test_every_combination_of_lists_is_read_back() -> None:
    for language, division, measure, line, number in product(LANGUAGES, DIVISIONS, MEASURES, (None, "TOM"), (None, 3)):
        filters = Filters(language, number, date(2026, 10, 1), division, measure, line)
        assert parse(href("/", filters)) == ("/", filters)


@given(PATHS, FILTERS)
def test_what_is_not_chosen_is_not_in_the_address(path: str, filters: Filters) -> None:
    chosen = sum(getattr(filters, name) != getattr(DEFAULT, name) for name in NAMES)
    address = href(path, filters)
    assert address.count("=") == chosen
    assert ("?" in address) == (chosen > 0)


@given(ODD)
@example("//[")
@example("//a]/?taal=en")
@example("?stand=1&stand=2")
def test_an_odd_address_never_fails(address: str) -> None:
    path, filters = parse(address)
    assert isinstance(path, str)
    assert parse(href("/", filters)) == ("/", filters)


@given(st.dictionaries(st.sampled_from(sorted(NAMES.values())), ODD))
def test_odd_values_are_as_if_they_were_not_chosen(query: dict[str, str]) -> None:
    found = filters_of(query)
    assert found.division in DIVISIONS
    assert found.measure in MEASURES
    assert found.months in PERIODS
    assert found.language in LANGUAGES
    assert parse(f"/?{urlencode(query)}")[1] == found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("stand=3", Filters(publication=3)),
        ("stand=-3", DEFAULT),
        ("stand=３", DEFAULT),
        ("stand=1000000000", DEFAULT),
        ("peildatum=2026-10-01", Filters(reference_date=date(2026, 10, 1))),
        ("peildatum=2026-10-17", Filters(reference_date=date(2026, 10, 1))),
        ("peildatum=2026-13-01", DEFAULT),
        ("peildatum=oktober", DEFAULT),
        ("peildatum=0001-01-01", DEFAULT),
        ("indeling=provincie", Filters(division="provincie")),
        ("indeling=gemeente", DEFAULT),
        ("maat=vsv", Filters(measure="vsv")),
        ("maat=<script>", DEFAULT),
        ("lijn=TOM", Filters(pilot_line="TOM")),
        ("pilot=AM05-TOM", Filters(pilot="AM05-TOM")),
        (f"pilot={'x' * 25}", Filters()),
        ("pilot=a%00b", Filters()),
        ("lijn=TOM'--", DEFAULT),
        ("sinds=2", Filters(since=2)),
        ("sinds=vorige", DEFAULT),
        ("soort=herzien", Filters(kind="herzien")),
        ("soort=alles", DEFAULT),
        ("periode=12", Filters(months=12)),
        ("periode=3", DEFAULT),
        ("periode=012", DEFAULT),
        ("leeftijd=18-20", Filters(age_band="18-20")),
        ("leeftijd=18-21", DEFAULT),
        ("taal=en", Filters(language="en")),
        ("taal=fr", DEFAULT),
        ("rol=ministerie&regio=AM05", DEFAULT),
    ],
)
def test_what_an_address_says(query: str, expected: Filters) -> None:
    assert parse(f"/?{query}") == ("/", expected)


def test_of_a_choice_that_stands_there_twice_the_last_one_counts() -> None:
    """As Dash gives it to a page: a list."""
    given = {name: ["x", "AM05-TOM"] for name in [*NAMES.values(), *SOUGHT_NAMES.values()]}
    assert filters_of(given) == filters_of(dict.fromkeys(given, "AM05-TOM"))


def test_an_address_holds_no_rights() -> None:
    assert not {"rol", "role", "regio", "toegang"} & set(NAMES.values())


@pytest.mark.parametrize(
    ("path", "place", "subject"),
    [
        ("/", None, "/"),
        ("/wijzigingen", None, "/wijzigingen"),
        ("/regio/AM05", "AM05", "/"),
        ("/regio/AM05/wijzigingen", "AM05", "/wijzigingen"),
        ("/regio/AM05/geschiedenis/K01", "AM05", "/geschiedenis/K01"),
    ],
)
def test_a_path_tells_its_place_and_its_subject(path: str, place: str | None, subject: str) -> None:
    assert place_and_subject(path) == (place, subject)
    assert (region_path(place, subject) if place else subject) == path
