"""One experiment: all that is told of it, its log along time, what it came from and what it led to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from callbacks.experiments.cards import facts, funding, verdict
from callbacks.experiments.here import Here
from callbacks.parts import delivered
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.experiment_cards import Entry, Fact, Kin, kin, log
from dashboard.components.experiment_cards import facts as fact_list
from dashboard.components.html_card import HtmlCard
from dashboard.components.reading_line import Coverage, DeliveryFacts, ReadingLine
from dashboard.components.status import status
from dashboard.components.text import Link, plain, typed
from dashboard.i18n import _, day, short_day, table_day
from dashboard.traced import EXPERIMENT, history_path, listed
from queries.experiments import Experiment, Note, notes


@dataclass(frozen=True)
class Told:
    """`notes` are the entries of its log, the oldest first."""

    here: Here
    one: Experiment
    notes: Sequence[Note]

    @property
    def source(self) -> str:
        return self.here.source()

    @property
    def origin(self) -> Experiment | None:
        every = self.here.every.experiments
        return next((other for other in every if other.key == (self.one.region_code, self.one.comes_from)), None)

    @property
    def next_ones(self) -> list[Experiment]:
        """What came of it, the first to begin in front."""
        every = self.here.every.experiments
        found = [other for other in every if (other.region_code, other.comes_from) == self.one.key]
        return sorted(found, key=lambda other: other.started_on)


def found(here: Here, key: tuple[str, str]) -> Told | None:
    """None when it did not stand in this publication."""
    one = next((one for one in here.every.experiments if one.key == key), None)
    return Told(here, one, notes(here.look.reader, *key)) if one else None


def reading_line(here: Here, told: Told | None) -> ReadingLine:
    side = _side(here)
    if told is None:
        return ReadingLine((_("experiments.one.not_yet", number=here.look.reader.publication.number),), side)
    one = told.one
    key = "experiments.one.ended" if one.ended_on else "experiments.one.running"
    dates = {"started": day(one.started_on), "end": day(one.ended_on or one.check_on)}
    return ReadingLine((_(key, name=here.name_of(one.region_code), verdict=verdict(one), **dates),), side)


def _side(here: Here) -> Coverage | DeliveryFacts:
    return delivered.of_region(here.look, here.standing) if here.standing else delivered.coverage(here.look)


def facts_card(here: Here, told: Told | None) -> HtmlCard:
    if told is None:
        number = here.look.reader.publication.number
        none = Empty(_("experiments.one.none"), _("experiments.one.none_reason", number=number), hatch="ontbreekt")
        return HtmlCard(_("experiments.one.none_title"), "", (), empty=none)
    one = told.one
    history = Link(
        _("experiments.one.history"), here.look.href(history_path(one.region_code, EXPERIMENT, one.experiment_code))
    )
    return HtmlCard(
        title=_("experiments.one.title"),
        subtitle=_("experiments.one.subtitle", pilot=one.pilot_name),
        link=history if here.look.reader.access.sees(one.region_code) else None,
        body=(_head(one), fact_list(_facts(here, one), one.spoken)),
        source=told.source,
        sentence=_("experiments.one.sentence", title=one.title, question=one.question),
        table=_table(_facts(here, one), one.spoken),
    )


def _head(one: Experiment) -> Component:
    name = html.Strong(typed(one.title, language=one.spoken), className="one-name")
    return html.Div(
        [html.P([name, " ", status(one.status)]), html.P(typed(one.question, language=one.spoken))],
        className="one-head",
    )


def _facts(here: Here, one: Experiment) -> tuple[Fact, ...]:
    policy = (
        listed("policy_domain", one.policy_domain_code) if one.policy_domain_code else _("experiments.fact.not_told")
    )
    return (
        *facts(here, one),
        Fact(_("experiments.fact.started"), short_day(one.started_on)),
        Fact(_("experiments.fact.life_domain"), listed("life_domain", one.life_domain_code)),
        Fact(_("experiments.fact.policy_domain"), policy),
        Fact(_("experiments.fact.method"), words=one.method),
        Fact(_("experiments.fact.funding"), funding(one)),
        Fact(_("experiments.fact.shared"), _("experiments.internal" if one.internal == "ja" else "experiments.shared")),
    )


def _table(found: Sequence[Fact], language: str) -> TableData:
    columns = (Column(_("experiments.one.column.fact")), Column(_("experiments.one.column.told")))
    rows = tuple((fact.label, _cell(fact, language)) for fact in found)
    return TableData(_("experiments.one.caption"), columns, rows)


def _cell(fact: Fact, language: str) -> Cell:
    text = " ".join(filter(None, (plain(fact.text), fact.words)))
    return Cell(text, quoted=bool(fact.words), language=language)


def course_card(told: Told) -> HtmlCard:
    """Where it came from, and what it led to."""
    here, one, origin = told.here, told.one, told.origin
    rows = [_kin(here, other, "from") for other in [origin] if other] + [
        _kin(here, other, "led") for other in told.next_ones
    ]
    columns = tuple(Column(_(f"experiments.one.column.{name}")) for name in ("way", "title", "status", "started"))
    none = Empty(_("experiments.one.alone"), _("experiments.one.alone_reason"), hatch="doet_niet_mee")
    return HtmlCard(
        title=_("experiments.one.course", n=len(told.next_ones))
        if told.next_ones
        else _("experiments.one.course_none"),
        subtitle=_("experiments.one.course_subtitle"),
        body=(kin(rows),),
        source=told.source,
        sentence=_("experiments.one.course_sentence", title=one.title, n=len(told.next_ones)),
        table=TableData(_("experiments.one.course_caption"), columns, tuple(_kin_cells(row) for row in rows)),
        empty=None if rows else none,
    )


def _kin(here: Here, other: Experiment, way: str) -> Kin:
    began = _("experiments.one.began", date=short_day(other.started_on))
    return Kin(_(f"experiments.one.{way}"), other.title, here.href(other), other.spoken, other.status, began)


def _kin_cells(row: Kin) -> tuple[Cell | str, ...]:
    return (row.way, Cell(row.name, quoted=True, language=row.language), _(f"components.status.{row.status}"), row.when)


def log_card(told: Told) -> HtmlCard:
    one = told.one
    columns = tuple(Column(_(f"experiments.one.column.{name}")) for name in ("day", "observed", "learned"))
    rows = tuple((table_day(note.noted_on), *_said(note, one.spoken)) for note in told.notes)
    none = Empty(_("experiments.one.no_log"), _("experiments.one.no_log_reason"), _("experiments.one.no_log_acting"))
    return HtmlCard(
        title=_("experiments.one.log", n=len(told.notes)),
        subtitle=_("experiments.one.log_subtitle"),
        body=(log(_entries(told), one.spoken),),
        source=told.source,
        sentence=_("experiments.one.log_sentence", title=one.title, n=len(told.notes)),
        table=TableData(_("experiments.one.log_caption"), columns, rows),
        empty=None if told.notes else none,
    )


def _said(note: Note, language: str) -> tuple[Cell, Cell]:
    observed, learned = (Cell(text or "–", quoted=True, language=language) for text in (note.observed, note.learned))
    return observed, learned


def _entries(told: Told) -> list[Entry]:
    """From its beginning to its check or its end, with what was noted between."""
    one, today = told.one, told.here.today
    start = Entry(short_day(one.started_on), _("experiments.one.start"), words=one.small_step)
    noted = [Entry(short_day(note.noted_on), "", note.observed, note.learned or "") for note in told.notes]
    if one.ended_on:
        end = Entry(short_day(one.ended_on), _("experiments.one.end", verdict=verdict(one)), learned=one.lesson or "")
        return [start, *noted, end]
    key = "experiments.one.check_past" if one.is_undecided(today) else "experiments.one.check"
    return [start, *noted, Entry(short_day(one.check_on), _(key), is_ahead=one.check_on > today)]
