"""One filled example of every part."""

from __future__ import annotations

from datetime import date

from dashboard.components.attention import AttentionRegion
from dashboard.components.bullet import Bullet, Mark
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.figure_card import Card
from dashboard.components.reading_line import Coverage, DeliveryFacts, ReadingLine, RegionState
from dashboard.components.region_list import RegionList, RegionRow
from dashboard.components.status import Change
from dashboard.components.text import Link
from dashboard.components.tile import Tile
from dashboard.shell import Footer, Header, MenuEntry
from dashboard.shell_context import Choice, ContextBar, OlderPublication

BULLET = Bullet(
    now=Mark(17085, "17.085"),
    start=Mark(10805, "10.805"),
    expected=Mark(17615, "17.615"),
    target=Mark(18235, "18.235"),
)
TILE = Tile(
    label="In beeld",
    value="17.085",
    unit="jongeren",
    status="op_koers",
    change=Change("beter", "+235", "1 okt. 2026"),
    bullet=BULLET,
    behind="67% van 25.595 · 31 van 33 regio’s",
    reference_date=date(2026, 11, 1),
    days_old=20,
    definition_href="/definities#K01",
    history_href="/geschiedenis/K01",
    national="**Landelijk 97%** van verwacht",
)
TABLE = TableData(
    "Jongeren per fase",
    (Column("Fase"), Column("Jongeren", numeric=True), Column("Status")),
    (
        ("Contact", Cell("2.810", strong=True), Cell(status="let_op")),
        (Cell("Traject", href="/trajecten"), Cell("5.510", struck=True), ""),
    ),
)
CARD = Card(
    title="5.550 jongeren staan in traject",
    subtitle="Jongeren op **1 november**",
    figure={"data": [], "layout": {"height": 300}},
    phone_height=200,
    chart_name="Jongeren per fase",
    sentence="Op 1 november 2026 stonden **5.550** jongeren in traject.",
    table=TABLE,
    source="Bron: regio’s · publicatie 4",
    note="Viel **samen met** de regiodag.",
    link=Link("uitleg", "/definities"),
)
COVERAGE = Coverage(
    delivered=1,
    expected=2,
    days_old=1,
    regions=(RegionState("Drenthe", "te_laat"), RegionState("Twente", "geleverd")),
    note="Drenthe te laat",
    link=Link("aanlevering", "/definities"),
)
READING = ReadingLine(("In beeld zijn **640 jongeren**.", "Dat is op koers."), COVERAGE)
FACTS = ReadingLine(("In Twente zijn 640 jongeren in beeld.",), DeliveryFacts("Aangeleverd", ("op tijd", "startfoto")))
ATTENTION = AttentionRegion(
    "Flevoland", "/regio/AM09", "achter", "doorbraak te laat", "geen actie", "data:,", "daalt", "77%", urgent=True
)
REGIONS = RegionList(
    (
        RegionRow("Twente", "/regio/AM05", "64%", 64, "915", "+10", "op_koers", attention=2, count_value=915),
        RegionRow("Drenthe", "/regio/AM03", None, None, "", "", gap="niet_aangeleverd", note="stand 1-7-2026"),
    ),
    "in beeld",
    "jongeren",
    "1 mnd",
    "op pad?",
    national_value=67,
)
CONTEXT = ContextBar(
    (Choice("region", "Regio", "NL01", (("NL01", "Nederland"), ("AM05", "Twente"))),),
    "**Nederland** · 1 nov. 2026",
    Link("Wissen", "/"),
    demonstration=True,
    older=OlderPublication("U ziet publicatie **3**.", Link("Bekijk de nieuwste", "/")),
)
HEADER = Header(
    (MenuEntry("Landelijk", "/", current=True),),
    {"nl": "/", "en": "/?taal=en"},
    (MenuEntry("Definities", "/definities"),),
)
FOOTER = Footer("Peildatum", "Publicatie 4", "Afgerond", "Volgende", (Link("Definities", "/definities"),))
