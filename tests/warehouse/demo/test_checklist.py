from datetime import date

from warehouse import reference
from warehouse.demo import calendar, tables
from warehouse.demo.checklist import actions
from warehouse.demo.plans import steps_of

LAST = calendar.rounds()[-1].reference_date
REGIONS = sorted({row["region"] for row in tables.rows("pilots")})


def _every(day: date) -> dict[tuple[object, object], dict[str, object]]:
    return {(row["pilot_code"], row["action_code"]): row for region in REGIONS for row in actions(region, day)}


def test_an_action_is_done_before_its_step_and_never_in_the_future() -> None:
    steps = {row["code"]: row["step_code"] for row in reference.rows("checklist")}
    for (pilot, action), row in _every(LAST).items():
        step = next(one for one in steps_of(str(pilot)) if one.code == steps[str(action)])
        done = row["done_on"]
        assert done is None or (isinstance(done, date) and done <= min(LAST, step.expected_on(LAST)))


def test_what_was_done_stays_done() -> None:
    before, now = _every(calendar.rounds()[0].reference_date), _every(LAST)
    assert before.keys() <= now.keys()
    settled = [key for key, row in before.items() if row["done_on"] == now[key]["done_on"] is not None]
    assert len(settled) > 50


def test_there_is_something_of_everything() -> None:
    found = _every(LAST).values()
    done = [row for row in found if row["done_on"]]
    assert {row["action_code"] for row in done} == set(reference.codes_of("checklist"))
    assert 0 < sum(row["evidence"] is None for row in done) < len(done) < len(found)
    assert all(row["evidence"] is None for row in found if row["done_on"] is None)
