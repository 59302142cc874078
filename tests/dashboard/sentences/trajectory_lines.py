"""Every kind of reading line about trajectories, and what it must say in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dashboard.sentences.trajectories import TrajectoryFacts

NOVEMBER = date(2026, 11, 1)
COUNTRY = TrajectoryFacts(
    name=None,
    of_line=False,
    reference_date=NOVEMBER,
    gap=None,
    last_date=None,
    months=3,
    there=5680,
    difference=120,
    noise=5,
    found=860,
    stopped=520,
    again=600,
    turned=8850,
    arranged="61%",
    unknown="14%",
)


def facts(**changes: Any) -> TrajectoryFacts:
    return replace(COUNTRY, **changes)


def twente(**changes: Any) -> TrajectoryFacts:
    return replace(COUNTRY, name="Twente", last_date=NOVEMBER, **changes)


MOVED = (
    "Van buiten beeld kwamen **860 jongeren** in beeld; 520 stopten of vielen terug, 600 begonnen opnieuw.",
    "Newly in sight are **860 young people**; 520 stopped or fell back, 600 began again.",
)
ARRANGED = (
    "Voor **61%** van wie 18 werd is de volgende stap geregeld; van 14% is dat onbekend.",
    "For **61%** of those who turned 18 the next step is arranged; of 14% it is unknown.",
)
LINES: dict[str, tuple[TrajectoryFacts, tuple[str, ...], tuple[str, ...]]] = {
    "many": (
        facts(),
        ("In het land zijn **5.680 jongeren in traject**, 120 meer dan drie maanden eerder.", MOVED[0], ARRANGED[0]),
        (
            "In the country **5,680 young people are in a trajectory**, 120 more than three months earlier.",
            MOVED[1],
            ARRANGED[1],
        ),
    ),
    "one pilot line, a year, fewer": (
        facts(of_line=True, months=12, difference=-1250),
        (
            "In de regio’s met deze pilotlijn zijn **5.680 jongeren in traject**, "
            "1.250 minder dan twaalf maanden eerder.",
            MOVED[0],
            ARRANGED[0],
        ),
        (
            "In the regions with this pilot line **5,680 young people are in a trajectory**, "
            "1,250 fewer than twelve months earlier.",
            MOVED[1],
            ARRANGED[1],
        ),
    ),
    "unchanged": (
        twente(there=190, difference=0),
        ("In Twente zijn **190 jongeren in traject**, evenveel als drie maanden eerder.", MOVED[0], ARRANGED[0]),
        (
            "In Twente **190 young people are in a trajectory**, as many as three months earlier.",
            MOVED[1],
            ARRANGED[1],
        ),
    ),
    "a difference that says nothing, too few who turned 18": (
        twente(there=190, difference=-5, turned=40, arranged=None, unknown=None),
        (
            "In Twente zijn **190 jongeren in traject**, bijna evenveel als drie maanden eerder.",
            MOVED[0],
            "Wat er na de 18e verjaardag gebeurde, is te klein om te zeggen.",
        ),
        (
            "In Twente **190 young people are in a trajectory**, almost as many as three months earlier.",
            MOVED[1],
            "What happened after the 18th birthday is too small to say.",
        ),
    ),
    "fewer than ten, nothing to compare with, 18 not submitted": (
        twente(there=5, difference=None, found=5, stopped=5, again=0, turned=None, arranged=None, unknown=None),
        (
            "In Twente zijn **minder dan 10 jongeren in traject**.",
            "Van buiten beeld kwamen **minder dan 10 jongeren** in beeld; "
            "< 10 stopten of vielen terug, 0 begonnen opnieuw.",
            "Wat er na de 18e verjaardag gebeurde, is niet aangeleverd.",
        ),
        (
            "In Twente **fewer than 10 young people are in a trajectory**.",
            "Newly in sight are **fewer than 10 young people**; < 10 stopped or fell back, 0 began again.",
            "What happened after the 18th birthday was not submitted.",
        ),
    ),
    "one": (
        facts(there=1, difference=1, found=1, stopped=0, again=0, noise=0),
        (
            "In het land zijn **minder dan 10 jongeren in traject**, 1 meer dan drie maanden eerder.",
            "Van buiten beeld kwamen **minder dan 10 jongeren** in beeld; "
            "0 stopten of vielen terug, 0 begonnen opnieuw.",
            ARRANGED[0],
        ),
        (
            "In the country **fewer than 10 young people are in a trajectory**, 1 more than three months earlier.",
            "Newly in sight are **fewer than 10 young people**; 0 stopped or fell back, 0 began again.",
            ARRANGED[1],
        ),
    ),
    "nobody": (
        twente(there=0, difference=0, found=0, stopped=0, again=0, turned=0, arranged=None, unknown=None),
        (
            "In Twente zijn **0 jongeren in traject**, evenveel als drie maanden eerder.",
            "Niemand kwam van buiten beeld in beeld, stopte of begon opnieuw.",
            "Niemand met jeugdhulp werd 18.",
        ),
        (
            "In Twente **0 young people are in a trajectory**, as many as three months earlier.",
            "Nobody came into sight from out of sight, stopped or began again.",
            "Nobody in youth care turned 18.",
        ),
    ),
    "missing": (
        replace(twente(gap="verouderd", there=None, difference=None), last_date=date(2026, 8, 1)),
        (
            "Twente heeft **geen cijfers** geleverd voor 1 november 2026.",
            "De laatste cijfers zijn van 1 augustus 2026.",
        ),
        ("Twente has submitted **no figures** for 1 November 2026.", "The last figures are of 1 August 2026."),
    ),
    "nothing ever": (
        replace(twente(gap="niet_aangeleverd", there=None), last_date=None),
        ("Twente heeft **geen cijfers** geleverd voor 1 november 2026.",),
        ("Twente has submitted **no figures** for 1 November 2026.",),
    ),
    "no region delivered": (
        facts(there=None),
        ("Voor deze peildatum heeft nog geen regio cijfers geleverd.",),
        ("No region has submitted figures for this reference date yet.",),
    ),
    "not taking part": (
        twente(gap="doet_niet_mee", there=None),
        ("Twente doet **niet mee** aan het programma 16-27.",),
        ("Twente does **not take part** in the 16-27 programme.",),
    ),
}
