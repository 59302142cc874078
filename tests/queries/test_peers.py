from __future__ import annotations

from dataclasses import replace

import pytest

from queries.peers import FEWEST_PEERS, PEER_RULES
from queries.region_standing import RegionStanding
from tests.queries.examples import TWENTE, milestone, standing


def region(code: str, young: int, line: str | None = None, *, takes_part: bool = True) -> RegionStanding:
    since = TWENTE.since_on if takes_part else None
    stones = (milestone(region_code=code, pilot_line_code=line),) if line else ()
    return standing(region=replace(TWENTE, code=code, young=young, since_on=since), milestones=stones)


OWN = region("AM05", 60_000, "TOM")
AMONG = [
    OWN,
    region("AM01", 40_000, "TOM"),
    region("AM02", 90_000, "JBB"),
    region("AM03", 39_999, "TOM"),
    region("AM06", 90_001, "TOM"),
    region("AM07", 61_000),
    region("AM08", 60_000, "TOM", takes_part=False),
]


@pytest.mark.parametrize(
    ("rule", "codes"),
    [("grootte", ["AM01", "AM02", "AM07"]), ("lijn", ["AM01", "AM03", "AM06"]), ("beide", [])],
)
def test_peers_keep_to_the_rule_and_are_three_or_none(rule: str, codes: list[str]) -> None:
    assert [one.region.code for one in PEER_RULES[rule].peers(OWN, AMONG)] == codes


def test_fewer_than_three_is_none_at_all() -> None:
    assert len(PEER_RULES["grootte"].peers(OWN, AMONG)) == FEWEST_PEERS
    assert PEER_RULES["grootte"].peers(OWN, AMONG[:-2]) == []


def test_who_is_a_peer_of_another_is_so_the_other_way_round() -> None:
    for rule in PEER_RULES.values():
        for one in AMONG[:-1]:
            for other in rule.peers(one, AMONG[:-1]):
                assert rule._holds(other, one)
