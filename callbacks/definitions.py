"""The registry of indicators with what each is now, and the rules by which statuses and attention are given."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import dash

from callbacks.parts import frame
from callbacks.parts.chains import chains
from callbacks.parts.look import Look, look
from callbacks.parts.measures import coverage, engine, tile, told_of
from callbacks.parts.page import OpenReader, Page
from callbacks.parts.tiles import KEYS, of_country, unknown_share, youths_tile
from dashboard.address import Filters
from dashboard.components.tile import Tile
from dashboard.i18n import _, day, in_language, labelled, number
from dashboard.pages import definitions as page
from dashboard.tile_names import EVERY
from dashboard.traced import named
from queries.datasets import Dataset, datasets
from queries.everything_told import everything_told
from queries.indicators import Definition, registry, values_elsewhere
from queries.judged import BREADTH
from queries.measures import SHARE, Engine, Measure
from queries.outcomes import exits
from queries.reader import NATIONAL_CODE, Reader
from queries.reference import Label, Phase, phases_explained
from queries.region_standing import PLACED

UNITS = {"%": "percentage", "n": "youths", "days": "days", "count": "count"}
DAYS_OF_A_YEAR = 365


def show(reader: Reader, filters: Filters, path: str = page.PATH) -> page.View:
    seen = look(reader, filters.but(pilot_line=None), whole=False)
    made = everything(seen)
    return page.View(
        frame=frame.plain(reader, filters, path, _("definitions.heading")),
        lead=_("definitions.lead"),
        indicators=tuple(
            _indicator(seen, made, list(versions))
            for _code, versions in groupby(registry(reader), key=lambda one: one.code)
        ),
        phases=tuple(_phase(one) for one in phases_explained(reader)),
        rules=tuple(_rule(rule) for rule in seen.reference.lists["rule"].values()),
        chains=chains(seen, made),
        datasets=tuple(_dataset(one) for one in datasets(reader)),
    )


def everything(look: Look) -> Engine:
    """With all that any indicator is made of, in this publication and the one before it."""
    told, everyone = everything_told(look.reader, look.standings.together, told_of(look))
    return engine(look, told, values_elsewhere(look.reader), everyone)


def _indicator(look: Look, made: Engine, versions: list[Definition]) -> page.Indicator:
    newest = versions[-1]
    measure = made.measure(newest.code)
    return page.Indicator(
        code=newest.code,
        name=labelled(newest),
        tile=_tile(look, made, measure),
        facts=(
            *_on_pages(newest.code),
            *_absent(newest, measure),
            (_("definitions.unit"), _(f"definitions.units.{UNITS[newest.unit]}")),
            (_("definitions.direction"), _(f"definitions.polarity.{newest.polarity}")),
            (_("definitions.source"), in_language(newest.source_nl, newest.source_en)),
            (_("definitions.owner"), in_language(newest.owner_nl, newest.owner_en)),
            (_("definitions.rhythm"), _(f"definitions.rhythms.{newest.rhythm_code}")),
            (_("definitions.disclosure"), in_language(newest.disclosure_nl, newest.disclosure_en)),
            *_norm(newest),
        ),
        versions=tuple(_version(one) for one in reversed(versions)),
    )


def _tile(look: Look, made: Engine, measure: Measure) -> Tile:
    """Of the whole country; where young people were promised, a number of them."""
    where = coverage(look, measure)
    if measure.code == BREADTH and measure.value is not None:
        return breadth_tile(look, made, measure, where)
    if measure.code not in KEYS:
        return tile(look, measure, where=where)
    ended = (
        exits(look.reader, [NATIONAL_CODE], look.moment.reference_date)[NATIONAL_CODE] if measure.code == PLACED else {}
    )
    total = of_country(look.standings.total(measure.code), unknown_share(ended))
    return youths_tile(look, measure.code, total, where=where)


def breadth_tile(look: Look, made: Engine, measure: Measure, where: str) -> Tile:
    """The entry rule is of each pilot, so a mean that meets it may not hide one that does not."""
    fewest = look.reference.norms[BREADTH]
    narrow = made.narrow_pilots(fewest)
    said = _("definitions.narrow", n=narrow, fewest=number(fewest))
    shown = tile(look, measure, where=f"{where} · {said}")
    return replace(shown, status="let_op") if narrow else shown


def _absent(one: Definition, measure: Measure) -> tuple[tuple[str, str], ...]:
    """Why there is no figure, since when, and who acts."""
    if one.absent_nl is None or one.acting_nl is None:
        return ()
    why = in_language(one.absent_nl, one.absent_en or "")
    since = _("definitions.absent_since", date=day(one.valid_from)) if measure.gap else ""
    return (
        (_("definitions.absent" if measure.gap else "definitions.not_by_region"), f"{why} {since}".strip()),
        (_("definitions.acting"), in_language(one.acting_nl, one.acting_en or "")),
    )


def _on_pages(code: str) -> tuple[tuple[str, str], ...]:
    """The name under which a tile shows it, which is that of the people who are counted."""
    return ((_("definitions.on_pages"), named(code)),) if code in EVERY else ()


def _norm(one: Definition) -> tuple[tuple[str, str], ...]:
    if one.norm is None:
        return ()
    return ((_("definitions.norm"), f"{number(one.norm)}{'%' if one.unit == SHARE else ''}"),)


def _version(one: Definition) -> page.Version:
    until = _("definitions.until", date=day(one.valid_to)) if one.valid_to else _("definitions.now")
    return page.Version(
        title=_("definitions.version", number=one.version, since=day(one.valid_from), until=until),
        numerator=in_language(one.numerator_nl, one.numerator_en),
        denominator=in_language(one.denominator_nl, one.denominator_en),
    )


def _phase(one: Phase) -> tuple[str, str]:
    return (f"{one.code} {labelled(one)}", in_language(one.meaning_nl, one.meaning_en))


def _rule(rule: Label) -> tuple[str, str]:
    return (labelled(rule), number(float(rule.extra)))


def _dataset(one: Dataset) -> page.Dataset:
    return page.Dataset(
        name=labelled(one),
        facts=(
            (_("definitions.holds"), in_language(one.holds_nl, one.holds_en)),
            (_("definitions.purpose"), in_language(one.purpose_nl, one.purpose_en)),
            (_("definitions.ground"), in_language(one.ground_nl, one.ground_en)),
            (_("definitions.keeper"), in_language(one.keeper_nl, one.keeper_en)),
            (_("definitions.kept"), _term(one.retention_days, in_language(one.counted_nl, one.counted_en))),
            (_("definitions.afterwards"), in_language(one.afterwards_nl, one.afterwards_en)),
        ),
        assessment=one.dpia,
    )


def _term(days: int | None, counted: str) -> str:
    """Years where they come out."""
    if days is None:
        return f"{counted[:1].upper()}{counted[1:]}"
    years, rest = divmod(days, DAYS_OF_A_YEAR)
    return (
        _("definitions.for_days", n=days, since=counted) if rest else _("definitions.for_years", n=years, since=counted)
    )


def register(app: dash.Dash, open_reader: OpenReader) -> None:
    Page("definitions", page.PATH, open_reader, show, page.layout).register()
