"""The calendar of milestones: closed like every page, and one event for one step whatever becomes of its date."""

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from dashboard.settings import WebSettings
from queries.milestones import milestones
from queries.reader import Access, Reader
from tests.asking import MINISTRY, Site, app_of, reading
from tests.serving import Demonstration

ADDRESS = "/mijlpalen.ics"


def _asked(site: Site, query: str = "") -> Any:
    answer = site.visitor.get(f"{ADDRESS}?{query}")
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    return Calendar.from_ical(answer.get_data())


def _events(found: Any) -> dict[str, Any]:
    return {str(event["UID"]): event for event in found.walk("VEVENT")}


def test_every_milestone_is_an_event_of_a_whole_day(site: Site, ministry: Reader) -> None:
    events = _events(_asked(site))
    found = milestones(ministry)
    assert len(events) == len(found) > 200
    for one in found:
        event = events[f"{one.region_code}-{one.pilot_code}-{one.step_code}@trajectmonitor"]
        assert event.decoded("DTSTART") == (one.done_on or one.expected_on)
        assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(1)


def test_a_calendar_of_one_region_and_line_has_only_these(site: Site) -> None:
    own = _asked(site, "regio=AM22&lijn=TGW")
    assert {str(key) for key in _events(own)} == {f"AM22-AM22-TGW-{step}@trajectmonitor" for step in "123456"}
    assert str(own["X-WR-CALNAME"]) == "Mijlpalen 16-27 · Rijnmond"


def test_an_event_keeps_its_name_when_its_date_moves(site: Site, demonstration: Demonstration) -> None:
    now, then = (_events(_asked(site, f"regio=AM05&stand={number}")) for number in (4, 1))
    assert now.keys() == then.keys()
    moved = "AM05-AM05-TOM-4@trajectmonitor"
    assert now[moved].decoded("DTSTART") > then[moved].decoded("DTSTART")
    assert now[moved]["SEQUENCE"] > then[moved]["SEQUENCE"]


def test_it_speaks_two_languages_and_keeps_the_words_of_the_region(site: Site) -> None:
    uid = "AM05-AM05-TOM-4@trajectmonitor"
    dutch, english = (_events(_asked(site, f"regio=AM05&taal={code}"))[uid] for code in ("nl", "en"))
    assert str(dutch["SUMMARY"]) == "Twente: 4. Bestuurlijke doorbraak"
    assert str(english["SUMMARY"]) == "Twente: 4. Breakthrough at the board"
    assert "Vastgesteld plan: 30 september 2026" in str(dutch["DESCRIPTION"])
    assert "Adopted plan: 30 September 2026" in str(english["DESCRIPTION"])
    assert str(dutch["DESCRIPTION"]).splitlines()[0] == str(english["DESCRIPTION"]).splitlines()[0]


def test_what_was_cancelled_is_told_to_be(site: Site) -> None:
    events = _events(_asked(site, "regio=AM10"))
    states = {uid.split("@")[0][-1]: str(event["STATUS"]) for uid, event in events.items()}
    assert states["5"] == "CANCELLED"
    assert states["1"] == "CONFIRMED"
    assert "TENTATIVE" in states.values()


def test_the_same_question_gets_the_same_answer(site: Site) -> None:
    answers = {site.visitor.get(f"{ADDRESS}?regio=AM05").get_data() for _ in range(3)}
    assert len(answers) == 1


@pytest.mark.parametrize("code", ["AM99", "NL01", "", "PV20", "<script>"])
def test_a_region_that_does_not_exist_has_none(site: Site, code: str) -> None:
    answer = site.visitor.get(ADDRESS, query_string={"regio": code})
    assert (answer.status_code, answer.mimetype) == (404, "text/plain")


def test_nobody_without_access_gets_it(closed: Site) -> None:
    assert closed.visitor.get(ADDRESS).status_code == 401


def test_a_region_gets_its_own_and_is_told_of_others_that_they_are_not_its_own(settings: WebSettings) -> None:
    own = Access("regio", frozenset({"AM05"}))
    with app_of(settings, lambda _visitor: own) as app:
        site = Site(app)
        assert {uid[:4] for uid in _events(_asked(site))} == {"AM05"}
        answer = site.visitor.get(f"{ADDRESS}?regio=AM22")
    assert (answer.status_code, answer.mimetype) == (403, "text/plain")
    assert "AM22-" not in answer.get_data(as_text=True)


def test_a_warehouse_that_is_away_is_told(settings: WebSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    with app_of(settings, lambda _visitor: MINISTRY) as app:
        engine: Engine = app.server.extensions["trajectmonitor"]["engine"]

        def away(*_: object) -> None:
            raise OperationalError("select", {}, Exception("away"))

        monkeypatch.setattr(engine, "connect", away)
        answer = app.server.test_client().get(ADDRESS)
    assert (answer.status_code, answer.mimetype) == (503, "text/plain")
    assert "Traceback" not in answer.get_data(as_text=True)


def test_it_is_dated_by_the_publication(site: Site, demonstration: Demonstration) -> None:
    with reading(demonstration, number=2) as reader:
        made: date = reader.publication.published_on
    event = next(iter(_events(_asked(site, "regio=AM05&stand=2")).values()))
    assert event.decoded("DTSTAMP").date() == made
