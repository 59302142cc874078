"""Every kind of reading line, and what it must say in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dashboard.sentences.national import NationalFacts
from dashboard.sentences.region import RegionFacts, Signal

NOVEMBER = date(2026, 11, 1)
NATIONAL = NationalFacts(
    regions=31,
    of_line=False,
    in_view=16985,
    difference=225,
    noise=5,
    in_view_status="op_koers",
    in_trajectory_status="let_op",
    on_time=65.0,
    norm=80,
    on_time_status="achter",
)
REGION = RegionFacts(
    name="Twente",
    reference_date=NOVEMBER,
    gap=None,
    last_date=NOVEMBER,
    in_view=595,
    difference=10,
    noise=5,
    late=4,
    milestones=6,
    signal=None,
)


def national(**changes: Any) -> NationalFacts:
    return replace(NATIONAL, **changes)


def region(**changes: Any) -> RegionFacts:
    return replace(REGION, **changes)


NATIONAL_LINES: dict[str, tuple[NationalFacts, tuple[str, ...], tuple[str, ...]]] = {
    "many": (
        NATIONAL,
        (
            "In 31 regio’s zijn **16.985 jongeren in beeld**, 225 meer dan een maand geleden.",
            "Dat is **op koers**; het aantal in traject vraagt **om opletten**.",
            "Van de mijlpalen is 65% op tijd, de norm is 80%: **achter**.",
        ),
        (
            "In 31 regions **16,985 young people are in sight**, 225 more than a month ago.",
            "That is **on course**; the number in a trajectory **needs attention**.",
            "Of the milestones 65% were on time; the standard is 80%: **behind**.",
        ),
    ),
    "one region, fewer": (
        national(regions=1, in_view=100, difference=-15, in_trajectory_status="op_koers"),
        (
            "In 1 regio zijn **100 jongeren in beeld**, 15 minder dan een maand geleden.",
            "Dat is **op koers**, en het aantal in traject ook.",
            "Van de mijlpalen is 65% op tijd, de norm is 80%: **achter**.",
        ),
        (
            "In 1 region **100 young people are in sight**, 15 fewer than a month ago.",
            "That is **on course**, and so is the number in a trajectory.",
            "Of the milestones 65% were on time; the standard is 80%: **behind**.",
        ),
    ),
    "nobody in sight, no milestone due": (
        national(in_view=0, difference=0, in_view_status="achter", in_trajectory_status="achter", on_time=None),
        (
            "In 31 regio’s zijn **0 jongeren in beeld**, evenveel als een maand geleden.",
            "Dat is **achter** op de verwachting, en het aantal in traject ook.",
        ),
        (
            "In 31 regions **0 young people are in sight**, as many as a month ago.",
            "That is **behind** what was expected, and so is the number in a trajectory.",
        ),
    ),
    "too small to say, no targets": (
        national(difference=-5, in_view_status="onbekend", in_trajectory_status="onbekend", on_time=None),
        (
            "In 31 regio’s zijn **16.985 jongeren in beeld**, bijna evenveel als een maand geleden.",
            "Of dat op koers is, is **onbekend**: er zijn nog geen doelen.",
        ),
        (
            "In 31 regions **16,985 young people are in sight**, almost as many as a month ago.",
            "Whether that is on course is **unknown**: there are no targets yet.",
        ),
    ),
    "nothing to compare with": (
        national(difference=None, on_time=81.5, on_time_status="op_koers"),
        (
            "In 31 regio’s zijn **16.985 jongeren in beeld**, er is nog geen maand om mee te vergelijken.",
            "Dat is **op koers**; het aantal in traject vraagt **om opletten**.",
            "Van de mijlpalen is 82% op tijd, de norm is 80%: **op koers**.",
        ),
        (
            "In 31 regions **16,985 young people are in sight**, there is no month yet to compare with.",
            "That is **on course**; the number in a trajectory **needs attention**.",
            "Of the milestones 82% were on time; the standard is 80%: **on course**.",
        ),
    ),
    "no region delivered": (
        national(in_view=None, regions=0),
        ("Voor deze peildatum heeft nog geen regio cijfers geleverd.",),
        ("No region has submitted figures for this reference date yet.",),
    ),
}
REGION_LINES: dict[str, tuple[RegionFacts, tuple[str, ...], tuple[str, ...]]] = {
    "many, with a signal": (
        region(signal=Signal(date(2026, 9, 1), above=True)),
        (
            "In Twente zijn **595 jongeren in beeld**, 10 meer dan een maand geleden.",
            "**4 van de 6 mijlpalen** kwamen of komen later dan gepland.",
            "In september 2026 waren er **meer eerste contacten** dan toeval verklaart.",
        ),
        (
            "In Twente **595 young people are in sight**, 10 more than a month ago.",
            "**4 of the 6 milestones** came or will come later than planned.",
            "In September 2026 there were **more first contacts** than chance explains.",
        ),
    ),
    "fewer, one late, a signal below": (
        region(difference=-10, late=1, signal=Signal(date(2026, 10, 1), above=False)),
        (
            "In Twente zijn **595 jongeren in beeld**, 10 minder dan een maand geleden.",
            "**1 van de 6 mijlpalen** kwam of komt later dan gepland.",
            "In oktober 2026 waren er **minder eerste contacten** dan toeval verklaart.",
        ),
        (
            "In Twente **595 young people are in sight**, 10 fewer than a month ago.",
            "**1 of the 6 milestones** came or will come later than planned.",
            "In October 2026 there were **fewer first contacts** than chance explains.",
        ),
    ),
    "unchanged, nothing late": (
        region(difference=0, late=0),
        (
            "In Twente zijn **595 jongeren in beeld**, evenveel als een maand geleden.",
            "Geen mijlpaal is later dan gepland.",
        ),
        (
            "In Twente **595 young people are in sight**, as many as a month ago.",
            "No milestone is later than planned.",
        ),
    ),
    "fewer than ten, too small to say": (
        region(name="Gorinchem", in_view=5, difference=5, late=0, milestones=0),
        (
            "In Gorinchem zijn **minder dan 10 jongeren in beeld**, bijna evenveel als een maand geleden.",
            "Er loopt hier geen pilot met deze mijlpalen.",
        ),
        (
            "In Gorinchem **fewer than 10 young people are in sight**, almost as many as a month ago.",
            "No pilot with these milestones runs here.",
        ),
    ),
    "nobody": (
        region(in_view=0, difference=None, late=0),
        (
            "In Twente zijn **0 jongeren in beeld**, er is nog geen maand om mee te vergelijken.",
            "Geen mijlpaal is later dan gepland.",
        ),
        (
            "In Twente **0 young people are in sight**, there is no month yet to compare with.",
            "No milestone is later than planned.",
        ),
    ),
    "missing": (
        region(gap="niet_aangeleverd", in_view=None, difference=None, last_date=date(2026, 8, 1), late=2),
        (
            "Twente heeft **geen cijfers** geleverd voor 1 november 2026.",
            "De laatste cijfers zijn van 1 augustus 2026.",
            "**2 van de 6 mijlpalen** kwamen of komen later dan gepland.",
        ),
        (
            "Twente has submitted **no figures** for 1 November 2026.",
            "The last figures are of 1 August 2026.",
            "**2 of the 6 milestones** came or will come later than planned.",
        ),
    ),
    "nothing ever": (
        region(gap="niet_aangeleverd", in_view=None, difference=None, last_date=None, late=0),
        (
            "Twente heeft **geen cijfers** geleverd voor 1 november 2026.",
            "Geen mijlpaal is later dan gepland.",
        ),
        (
            "Twente has submitted **no figures** for 1 November 2026.",
            "No milestone is later than planned.",
        ),
    ),
    "not taking part": (
        region(gap="doet_niet_mee", in_view=None, last_date=None, late=0, milestones=0),
        ("Twente doet **niet mee** aan het programma 16-27.",),
        ("Twente does **not take part** in the 16-27 programme.",),
    ),
}
