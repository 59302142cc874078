"""Life domains by region: regions as people sort them, so that it is no ranking."""

from __future__ import annotations

from collections import Counter

from callbacks.outcomes.domains import lowest, share, single
from callbacks.outcomes.here import Here
from callbacks.parts.closed import closed, sees_all
from callbacks.parts.gaps import sign_of
from dashboard import printed
from dashboard.address import region_path
from dashboard.components.heat_table import HeatCell, HeatRow, HeatTable, heat_table
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _, day
from dashboard.pages.outcomes import PATH
from queries.outcomes import WHOLE
from queries.reader import NATIONAL_CODE
from queries.region_standing import RegionStanding


def card(here: Here) -> HtmlCard:
    if here.is_closed:
        return _closed(here)
    country, own = here.assessed(NATIONAL_CODE), here.assessed(here.code)
    data = _heat(here)
    newest = country or own
    subtitle = _("outcomes.heat.subtitle", date=day(newest.reference_date)) if newest else ""
    return HtmlCard(
        title=_title(here),
        subtitle=subtitle,
        link=here.to_all,
        body=heat_table(data),
        source=here.source(_("outcomes.domains.source"), country.regions if country else None),
        sentence=_title(here),
        empty=None if newest else here.none,
    )


def _closed(here: Here) -> HtmlCard:
    title = _("outcomes.heat.title_closed")
    source = here.source(_("outcomes.domains.source"))
    return HtmlCard(title, "", (), source=source, sentence=title, empty=closed(here.look))


def _heat(here: Here) -> HeatTable:
    codes = tuple(here.look.reference.lists["domain_scope"])
    rows = [_row(here, one) for one in here.listed]
    country = HeatRow(here.country_name, here.look.href(PATH), _cells(here, None), whole=True)
    names = tuple(here.look.label("domain_scope", code) for code in codes)
    corner = _("outcomes.regions.column.region")
    return HeatTable(_("outcomes.heat.caption"), corner, names, (country, *rows), apart=int(WHOLE in codes))


def _row(here: Here, standing: RegionStanding) -> HeatRow:
    region = standing.region
    link = here.look.href(region_path(region.code, PATH)) if standing.seen else ""
    return HeatRow(region.name, link, _cells(here, standing), marked=region.code == here.region_code)


def _cells(here: Here, standing: RegionStanding | None) -> tuple[HeatCell, ...]:
    """Too few is another thing than nothing delivered."""
    found = here.assessed(standing.region.code if standing else NATIONAL_CODE)
    codes = here.look.reference.lists["domain_scope"]
    if found is None:
        sign = sign_of("niet_aangeleverd" if standing is None or _is_silent(standing) else standing.gap)
        return tuple(HeatCell(gap=sign) for _code in codes)
    shares = [share(found, code) for code in codes]
    return tuple(HeatCell(printed.percentage(part) or "", part, "te_weinig") for part in shares)


def _is_silent(standing: RegionStanding) -> bool:
    return standing.takes_part and standing.seen


def _title(here: Here) -> str:
    """In how many regions the same domain is least often in order."""
    found = [one for standing in here.regions if (one := here.assessed(standing.region.code))]
    counts = Counter(code for one in found if (code := lowest(here, one)))
    if not counts:
        return _("outcomes.heat.title_none")
    if not sees_all(here.look):
        names = here.name if here.standing else _("closed.own", n=len(found))
        return _("outcomes.heat.title_own", names=names, country=here.country_name)
    code = max(single(here), key=lambda one: counts[one])
    return _("outcomes.heat.title", domain=here.look.label("domain_scope", code), n=counts[code], all=len(found))
