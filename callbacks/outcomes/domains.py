"""The five life domains: how often each is in order, never added up; and all five together, apart."""

from __future__ import annotations

from callbacks.outcomes.here import Here
from callbacks.parts import widths
from dashboard import printed
from dashboard.components.data_table import Column, TableData
from dashboard.components.figure_card import Card
from dashboard.figures.destinations import Destination, destinations
from dashboard.i18n import _, day
from queries.outcomes import WHOLE, Assessed
from queries.reader import NATIONAL_CODE


def card(here: Here) -> Card:
    own, country = (here.assessed(place) for place in (here.code, NATIONAL_CODE))
    found = own if own and share(own, WHOLE) is not None else None
    beside = country if here.standing else None
    tick = _("destinations.tick") if beside else None
    rows = _rows(here, found, beside) if found else []
    whole = found.assessed(WHOLE) if found else None
    return Card(
        title=_title(here, own),
        subtitle=_subtitle(here, own),
        figure=destinations(rows, national=tick, width=widths.HALF, whole=whole),
        chart_name=_("outcomes.domains.name"),
        sentence=_sentence(here, own),
        table=_table(here, own, beside),
        source=here.source(_("outcomes.domains.source"), own.regions if own else None),
        note=_("outcomes.domains.note") if found else "",
        empty=None if rows else here.too_few(own is not None),
    )


def share(found: Assessed, domain_code: str) -> float | None:
    return printed.share_of(found.in_order(domain_code), found.assessed(domain_code))


def single(here: Here) -> list[str]:
    """The domains themselves."""
    return [code for code in here.look.reference.lists["domain_scope"] if code != WHOLE]


def lowest(here: Here, found: Assessed) -> str | None:
    """The domain that is least often in order, when one is."""
    counts = {code: found.in_order(code) for code in single(here)}
    least = [code for code, count in counts.items() if count == min(counts.values())]
    return least[0] if len(least) == 1 and share(found, WHOLE) is not None else None


def _rows(here: Here, found: Assessed, beside: Assessed | None) -> list[Destination]:
    return [
        Destination(
            code=code,
            label=here.look.label("domain_scope", code),
            youths=found.in_order(code),
            share=printed.percentage(share(found, code)),
            national_share=_fraction(beside, code),
            placed=True,
            apart=code == WHOLE,
        )
        for code in here.look.reference.lists["domain_scope"]
    ]


def _fraction(beside: Assessed | None, code: str) -> float | None:
    part = share(beside, code) if beside else None
    return None if part is None else part / 100


def _title(here: Here, own: Assessed | None) -> str:
    if own is None:
        return _("outcomes.domains.title_none")
    whole = printed.percentage(share(own, WHOLE))
    if whole is None:
        return _("outcomes.domains.title_few")
    least = lowest(here, own)
    if least is None:
        return _("outcomes.domains.title_equal", share=whole)
    return _("outcomes.domains.title", domain=here.look.label("domain_scope", least), share=whole)


def _subtitle(here: Here, own: Assessed | None) -> str:
    if own is None:
        return ""
    key = "outcomes.domains.subtitle_beside" if here.standing else "outcomes.domains.subtitle"
    return _(key, count=printed.count(own.assessed(WHOLE)), date=day(own.reference_date))


def _sentence(here: Here, own: Assessed | None) -> str:
    if own is None:
        return _("outcomes.domains.title_none")
    codes = here.look.reference.lists["domain_scope"]
    parts = [
        f"{here.look.label('domain_scope', code)}: {printed.percentage(share(own, code)) or '*'}" for code in codes
    ]
    return _("outcomes.domains.sentence", name=here.name, date=day(own.reference_date), listed=", ".join(parts))


def _table(here: Here, own: Assessed | None, beside: Assessed | None) -> TableData:
    keys = ("domain", "in_order", "assessed", "share", *(("national",) if beside else ()))
    columns = tuple(Column(_(f"outcomes.domains.column.{key}"), numeric=key != "domain") for key in keys)
    codes = here.look.reference.lists["domain_scope"] if own else ()
    rows = tuple(_row(here, own, beside, code) for code in codes if own)
    return TableData(_("outcomes.domains.caption"), columns, rows)


def _row(here: Here, own: Assessed, beside: Assessed | None, code: str) -> tuple[str, ...]:
    counts = (printed.count(own.in_order(code)), printed.count(own.assessed(code)))
    shares = [printed.percentage(share(one, code)) or "*" for one in (own, beside) if one]
    return (here.look.label("domain_scope", code), *counts, *shares)
