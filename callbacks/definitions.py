"""The registry of indicators, and the rules by which statuses and attention are given."""

from __future__ import annotations

from itertools import groupby

import dash

from callbacks.parts import frame
from callbacks.parts.page import OpenReader, Page
from callbacks.parts.tiles import KEYS, ON_TIME
from dashboard.address import Filters
from dashboard.i18n import _, day, in_language, labelled, number
from dashboard.pages import definitions as page
from queries.datasets import Dataset, datasets
from queries.indicators import Definition, registry
from queries.reader import Reader
from queries.reference import Label, Phase, phases_explained, rule_labels

UNITS = {"%": "percentage", "n": "youths", "days": "days", "count": "count"}
DAYS_OF_A_YEAR = 365


def show(reader: Reader, filters: Filters, path: str = page.PATH) -> page.View:
    rules = rule_labels(reader)
    return page.View(
        frame=frame.plain(reader, filters, path, _("definitions.heading")),
        lead=_("definitions.lead"),
        indicators=tuple(
            _indicator(list(versions)) for _code, versions in groupby(registry(reader), key=lambda one: one.code)
        ),
        phases=tuple(_phase(one) for one in phases_explained(reader)),
        rules=tuple(_rule(rule) for rule in rules),
        datasets=tuple(_dataset(one) for one in datasets(reader)),
    )


def _indicator(versions: list[Definition]) -> page.Indicator:
    newest = versions[-1]
    return page.Indicator(
        code=newest.code,
        name=labelled(newest),
        facts=(
            *_on_pages(newest.code),
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


def _on_pages(code: str) -> tuple[tuple[str, str], ...]:
    """The name under which a tile shows it, which is that of the people who are counted."""
    key = {**KEYS, ON_TIME: "on_time"}.get(code)
    return ((_("definitions.on_pages"), _(f"tiles.{key}.label")),) if key else ()


def _norm(one: Definition) -> tuple[tuple[str, str], ...]:
    return () if one.norm is None else ((_("definitions.norm"), f"{number(one.norm)}%"),)


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
