"""Room in the rules: what the ministries are asked to change, and since when; of a region its own rules."""

from __future__ import annotations

from collections.abc import Sequence

from callbacks.experiments.told import name_of
from callbacks.parts.look import Look
from dashboard.components import rule_rooms as components
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _, short_day, table_day
from queries.region_standing import RegionStanding
from queries.rule_rooms import RuleRoom, rule_rooms

ENDING_DAYS = 90


def card(look: Look, standing: RegionStanding | None) -> HtmlCard:
    """Of the country one list of what only the ministries can change, the oldest first; the table has local rules too."""
    code = standing.region.code if standing else None
    found = [one for one in rule_rooms(look.reader) if code in (None, one.region_code) and _is_chosen(look, one)]
    listed = found if standing else [one for one in found if one.is_national]
    return HtmlCard(
        title=_title(look, found, listed, of_region=standing is not None),
        subtitle=_subtitle(look, found, listed) if listed else "",
        body=(components.rule_list([_rule(look, one, with_place=standing is None) for one in listed]),),
        source=_source(look, standing),
        sentence=_sentence(look, found),
        table=_table(look, found),
        empty=None if listed else Empty(_("learning.rules.none"), _("learning.rules.none_reason"), hatch="doet_niet_mee"),
    )


def _is_chosen(look: Look, one: RuleRoom) -> bool:
    return look.filters.pilot_line in (None, one.pilot_line_code)


def _source(look: Look, standing: RegionStanding | None) -> str:
    where = standing.region.name if standing else _("learning.rules.regions")
    return _("learning.source", name=where, number=look.reader.publication.number)


def _days(look: Look, one: RuleRoom) -> int:
    return (look.now - one.reported_on).days


def _title(look: Look, found: Sequence[RuleRoom], listed: Sequence[RuleRoom], *, of_region: bool) -> str:
    if not listed:
        return _("learning.rules.title_none")
    if of_region:
        return _("learning.rules.title_of_region", n=len(found), national=sum(one.is_national for one in found))
    return _("learning.rules.title", n=len(listed), days=max(_days(look, one) for one in listed))


def _subtitle(look: Look, found: Sequence[RuleRoom], listed: Sequence[RuleRoom]) -> str:
    told = {"asked": sum(one.change_asked is not None for one in listed), "local": len(found) - len(listed)}
    given = sum(_has_room(look, one) for one in listed)
    return _("learning.rules.subtitle", n=len(listed), given=given, days=round(look.rules.obstacle_old_days), **told)


def _has_room(look: Look, one: RuleRoom) -> bool:
    """There is a result of room, or an end of it that has not come yet."""
    return (one.until_on is not None and one.until_on >= look.now) or (one.until_on is None and one.result is not None)


def _sentence(look: Look, found: Sequence[RuleRoom]) -> str:
    national = [one for one in found if one.is_national]
    if not national:
        return _("learning.rules.sentence_none", n=len(found))
    oldest = max(national, key=lambda one: _days(look, one))
    told = {"rule": oldest.rule, "days": _days(look, oldest), "place": name_of(look, oldest.region_code)}
    return _("learning.rules.sentence", n=len(national), local=len(found) - len(national), **told)


def _rule(look: Look, one: RuleRoom, *, with_place: bool) -> components.RuleRoom:
    days = _days(look, one)
    return components.RuleRoom(
        rule=one.rule,
        days=days,
        place=name_of(look, one.region_code) if with_place else look.label("pilot_line", one.pilot_line_code),
        scope=look.label("rule_scope", one.scope_code),
        why=one.why,
        room=_room(look, one),
        result=one.result or "",
        asked=one.change_asked or _("learning.rules.not_asked"),
        old=days > look.rules.obstacle_old_days,
        ending=one.until_on is not None and (one.until_on - look.now).days <= ENDING_DAYS,
    )


def _room(look: Look, one: RuleRoom) -> str:
    if one.until_on is None:
        return _("learning.rules.open_ended") if one.result else _("learning.rules.no_room")
    left = (one.until_on - look.now).days
    if left < 0:
        return _("learning.rules.ended", date=short_day(one.until_on))
    key = "ends_soon" if left <= ENDING_DAYS else "until"
    return _(f"learning.rules.{key}", date=short_day(one.until_on), n=left)


def _table(look: Look, found: Sequence[RuleRoom]) -> TableData:
    keys = ("rule", "place", "scope", "age", "until", "why", "result", "asked")
    columns = tuple(Column(_(f"learning.rules.column.{key}"), numeric=key == "age") for key in keys)
    return TableData(_("learning.rules.caption"), columns, tuple(_row(look, one) for one in found))


def _row(look: Look, one: RuleRoom) -> tuple[Cell | str, ...]:
    return (
        Cell(one.rule, quoted=True),
        name_of(look, one.region_code),
        look.label("rule_scope", one.scope_code),
        str(_days(look, one)),
        table_day(one.until_on) if one.until_on else "",
        *(Cell(words or "", quoted=True) for words in (one.why, one.result, one.change_asked)),
    )
