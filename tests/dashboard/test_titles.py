"""WCAG 2.4.2: a page is named in its own language, before a script has run."""

import re
from html import unescape

import pytest

from dashboard.titles import heading_of, title_of
from queries.regions import regions
from tests.asking import EXPERIMENTS, HISTORIES, OF_THE_COUNTRY, Site, reading
from tests.dashboard.components.rendered import of_type, words
from tests.serving import Demonstration

NAMED = [
    ("/", "Landelijk beeld 16-27", "National view 16-27"),
    ("/regio/AM05", "Twente", "Twente"),
    ("/uitkomsten", "Uitkomsten van trajecten", "Outcomes of trajectories"),
    ("/regio/AM05/uitkomsten", "Uitkomsten in Twente", "Outcomes in Twente"),
    ("/experimenten", "Experimenten", "Experiments"),
    ("/regio/AM05/experimenten", "Experimenten in Twente", "Experiments in Twente"),
    ("/experimenten/AM05-AM05-E1", "Experiment AM05-E1 in Twente", "Experiment AM05-E1 of Twente"),
    ("/experimenten/AM99-E1", "Deze pagina bestaat niet", "This page does not exist"),
    ("/wijzigingen", "Wijzigingen", "Changes"),
    ("/regio/AM05/wijzigingen", "Wijzigingen in Twente", "Changes in Twente"),
    ("/regio/AM05/x/wijzigingen", "Deze pagina bestaat niet", "This page does not exist"),
    ("/trajecten", "Trajecten van jongeren", "Trajectories of young people"),
    ("/regio/AM05/trajecten", "Trajecten in Twente", "Trajectories in Twente"),
    ("/definities", "Definities", "Definitions"),
    ("/geschiedenis/K01", "Geschiedenis · In beeld · Nederland", "History · In sight · The Netherlands"),
    (
        "/regio/AM05/geschiedenis/K19",
        "Geschiedenis · Mijlpalen op tijd · Twente",
        "History · Milestones on time · Twente",
    ),
    ("/regio/AM05/geschiedenis/K99", "Deze pagina bestaat niet", "This page does not exist"),
    ("/regio/AM99", "Deze pagina bestaat niet", "This page does not exist"),
    ("/geen-pagina", "Deze pagina bestaat niet", "This page does not exist"),
]


def _title(site: Site, path: str, language: str) -> str:
    page = site.visitor.get(path, query_string={"taal": language}).get_data(as_text=True)
    return unescape(re.findall(r"<title>(.*?)</title>", page)[0])


@pytest.mark.parametrize(("path", "dutch", "english"), NAMED)
def test_a_page_comes_with_its_title(site: Site, path: str, dutch: str, english: str) -> None:
    assert _title(site, path, "en") == f"{english} · Trajectmonitor 16-27"
    assert _title(site, path, "nl") == f"{dutch} · Trajectmonitor 16-27"


@pytest.mark.parametrize(("path", "dutch", "english"), NAMED)
def test_dash_names_the_page_that_was_followed_alike(site: Site, path: str, dutch: str, english: str) -> None:
    for language, heading in (("en", english), ("nl", dutch)):
        said = site.question(path, f"?taal={language}").get_json()["response"]
        assert said["_pages_store"]["data"]["title"] == f"{heading} · Trajectmonitor 16-27"


def test_the_title_is_the_heading_of_the_page(site: Site, demonstration: Demonstration) -> None:
    with reading(demonstration) as reader:
        named = {f"/regio/{one.code}": one.name for one in regions(reader) if one.division_code == "arbeidsmarktregio"}
    assert len(named) == 35
    assert {path: heading_of(path) for path in named} == named
    of_region = (
        f"/regio/AM05{subject}" for subject in ("", "/wijzigingen", "/trajecten", "/experimenten", "/uitkomsten")
    )
    for path in (*OF_THE_COUNTRY, *of_region, *EXPERIMENTS, *HISTORIES):
        (heading,) = of_type(site.page(path), "H1")
        assert heading_of(path) == words(heading)


def test_an_address_without_page_has_no_heading() -> None:
    assert [path for path in ("/regio/", "/regio", "/regio/am05", "/x", "/regio/<b>") if heading_of(path)] == []
    assert "<b>" not in title_of("/regio/<b>")
