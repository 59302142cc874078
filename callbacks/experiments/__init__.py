"""Small steps of the country or of one region: what became of them, and what was learned; and one of them apart."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import dash

from callbacks.experiments import alike, lessons, listed, one, rule_room, short, sieve, summary, tree
from callbacks.experiments.here import Here, here_of
from callbacks.parts import frame, sturdy
from callbacks.parts.look import look
from callbacks.parts.page import OpenReader, Page, UnknownPlaceError, is_there
from dashboard.address import Filters, href, place_and_subject
from dashboard.components.html_card import HtmlCard
from dashboard.ids import Context
from dashboard.pages import experiment as page_of_one
from dashboard.pages import experiments as page
from dashboard.sought import key_of
from dashboard.titles import heading_of
from queries.experiments import Experiment
from queries.history import is_known
from queries.reader import Reader

SUBJECT = "experiment"


def show(reader: Reader, filters: Filters, path: str) -> page.View:
    code, subject = place_and_subject(path)
    seen = look(reader, filters, whole=False)
    standing = seen.standings.of(code) if code else None
    if subject != page.PATH or (code and standing is None):
        raise UnknownPlaceError(path)
    here = here_of(seen, standing)
    return page.View(
        address=here.address(here.sought),
        frame=frame.around(seen, path, heading_of(path) or "", choices=Context.OF_EXPERIMENTS),
        reading=summary.reading_line(here),
        tiles=summary.tiles(here),
        signals=tuple(sturdy.html_card(partial(made, here)) for made in short.CARDS),
        sieve=sieve.sieve(here),
        listed=sturdy.html_card(lambda: listed.card(here)),
        tree=sturdy.figure_card(lambda: tree.card(here)),
        alike=sturdy.html_card(lambda: alike.card(here)),
        idea=alike.field(here),
        lessons=sturdy.html_card(lambda: lessons.card(here)),
        rule_room=sturdy.html_card(lambda: rule_room.card(here)),
    )


def show_one(reader: Reader, filters: Filters, path: str) -> page_of_one.View:
    heading, key = heading_of(path), key_of(path)
    if heading is None or key is None or not was_published(reader, path):
        raise UnknownPlaceError(path)
    seen = look(reader, filters.but(pilot_line=None), whole=False)
    here = here_of(seen, seen.standings.of(key[0]))
    told = one.found(here, key)
    return page_of_one.View(
        address=href(path, seen.filters),
        frame=frame.around(seen, path, heading, choices=Context.OF_ONE_EXPERIMENT),
        reading=one.reading_line(here, told),
        facts=sturdy.html_card(lambda: one.facts_card(here, told)),
        course=sturdy.html_card(lambda: one.course_card(told)) if told else None,
        log=sturdy.html_card(lambda: one.log_card(told)) if told else None,
        beside=_beside(here, told.one) if told else (),
    )


def _beside(here: Here, one: Experiment) -> tuple[HtmlCard, ...]:
    """What it taught, and what is like it elsewhere."""
    makers = (lessons.of_experiment, alike.of_experiment)
    return tuple(sturdy.html_card(partial(made, here, one)) for made in makers)


def exists(open_reader: OpenReader, path: str) -> bool:
    return key_of(path) is None or is_there(open_reader, path, was_published)


def was_published(reader: Reader, path: str) -> bool:
    """It stands in some publication, be it a later one than is looked at."""
    key, newest = key_of(path), replace(reader, publication=reader.publications[0])
    return key is not None and is_known(newest, SUBJECT, key[0], (key[1],))


def register(app: dash.Dash, open_reader: OpenReader) -> None:
    Page("experiments", page.PATH, open_reader, show, page.layout).register()
    Page("experiments_of_region", page.PATH_OF_REGION, open_reader, show, page.layout).register()
    Page("experiment", page_of_one.PATH, open_reader, show_one, page_of_one.layout).register()
