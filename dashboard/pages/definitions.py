"""`/definities`: what every figure means, and by which rules it is called good or late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import shell
from dashboard.components import tile
from dashboard.components.data_table import Column, TableData, table
from dashboard.components.text import aria, marked
from dashboard.components.tile import Tile
from dashboard.i18n import _
from dashboard.shell import Frame

PATH = "/definities"
EXPLAINED = ("expected", "unknown", "attention", "missing", "rounding", "months", "regions", "peers")
PLACES = (("phases", "fasen"), ("chains", "keten"), ("rules", "aandacht"), ("datasets", "bewaartermijnen"))


@dataclass(frozen=True)
class Version:
    title: str
    numerator: str
    denominator: str


@dataclass(frozen=True)
class Indicator:
    """`tile` is what it is now, in the country; `facts` are pairs of a term and a text, `versions` the newest first."""

    code: str
    name: str
    tile: Tile
    facts: tuple[tuple[str, str], ...]
    versions: tuple[Version, ...]


@dataclass(frozen=True)
class Dataset:
    """`facts` are pairs of a term and its text; `assessment` is where the one on data protection stands, or None."""

    name: str
    facts: tuple[tuple[str, str], ...]
    assessment: str | None


@dataclass(frozen=True)
class View:
    """`phases` are pairs of a phase and when someone is counted in it; `rules` of a rule in words and its number.

    `chains` are tables of links, one a pilot line, which is their caption.
    """

    frame: Frame
    lead: str
    indicators: tuple[Indicator, ...]
    phases: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str], ...]
    chains: tuple[TableData, ...]
    datasets: tuple[Dataset, ...]


def layout(view: View) -> Component:
    content = [
        _contents(view.indicators),
        *(_indicator(one) for one in view.indicators),
        _phases(view.phases),
        _chains(view.chains),
        _rules(view.rules),
        _datasets(view.datasets),
    ]
    lead = html.P(view.lead, className="reading-text")
    words = html.Div(lead, className="reading-line")
    return html.Div(shell.page(view.frame, [html.Div(content, className="definitions")], lead=words))


def _contents(indicators: Iterable[Indicator]) -> Component:
    links = [html.Li(html.A(f"{one.code} {one.name}", href=f"#{one.code}")) for one in indicators]
    links += [html.Li(html.A(_(f"definitions.{key}"), href=f"#{place}")) for key, place in PLACES]
    return html.Nav(html.Ul(links), className="card contents", **aria(label=_("definitions.contents")))


def _indicator(one: Indicator) -> Component:
    title = html.H2([html.Span(one.code, className="definition-code"), f" {one.name}"], id=one.code, tabIndex=-1)
    versions = [part for version in one.versions for part in _version(version)]
    now = tile.component(f"tile-{one.code}", one.tile)
    words = html.Div([*versions, _terms(one.facts)], className="definition-words")
    return html.Section([title, html.Div([words, now], className="definition-parts")], className="card definition")


def _version(version: Version) -> list[Component]:
    parts = [(_("definitions.numerator"), version.numerator), (_("definitions.denominator"), version.denominator)]
    return [html.H3(version.title, className="card-heading"), _terms(parts)]


def _terms(pairs: Iterable[tuple[str, str | Component]]) -> Component:
    return html.Dl([part for term, text in pairs for part in (html.Dt(term), html.Dd(text))])


def _phases(phases: tuple[tuple[str, str], ...]) -> Component:
    title = html.H2(_("definitions.phases"), id="fasen", tabIndex=-1)
    return html.Section([title, _terms(phases)], className="card definition")


def _chains(chains: Iterable[TableData]) -> Component:
    title = html.H2(_("definitions.chains"), id="keten", tabIndex=-1)
    listed = [html.Div(table(one), className="table-scroll", tabIndex=0, role="group") for one in chains]
    return html.Section([title, html.P(marked(_("definitions.chains_lead"))), *listed], className="card definition")


def _rules(rules: tuple[tuple[str, str], ...]) -> Component:
    columns = (Column(_("definitions.rule")), Column(_("definitions.amount"), numeric=True))
    listed = table(TableData(_("definitions.rules_caption"), columns, rules), caption_shown=False)
    words = [html.P(marked(_(f"definitions.explained.{key}"))) for key in EXPLAINED]
    title = html.H2(_("definitions.rules"), id="aandacht", tabIndex=-1)
    return html.Section([title, *words, listed], className="card definition")


def _datasets(datasets: Iterable[Dataset]) -> Component:
    title = html.H2(_("definitions.datasets"), id="bewaartermijnen", tabIndex=-1)
    listed = [part for one in datasets for part in _dataset(one)]
    return html.Section([title, html.P(_("definitions.datasets_lead")), *listed], className="card definition")


def _dataset(one: Dataset) -> list[Component]:
    where = html.A(one.assessment, href=one.assessment) if one.assessment else _("definitions.no_assessment")
    return [html.H3(one.name, className="card-heading"), _terms([*one.facts, (_("definitions.assessment"), where)])]
