"""Room in the rules: what the ministries are asked to change, and since when; of a region its own rules."""

from __future__ import annotations

from collections.abc import Sequence

from callbacks.experiments.here import Here
from callbacks.parts.closed import closed, of_own, sees_none
from dashboard.components import rule_rooms as components
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _, short_day, table_day
from queries.rule_rooms import RuleRoom, rule_rooms

ENDING_DAYS = 90


def card(here: Here) -> HtmlCard:
    """Of the country one list of what only the ministries can change, the oldest first; the table has all rules."""
    if _is_closed(here):
        return _closed(here)
    code, line = here.standing.region.code if here.standing else None, here.look.filters.pilot_line
    every = [one for one in rule_rooms(here.look.reader) if code in (None, one.region_code)]
    found = [one for one in every if line in (None, one.pilot_line_code)]
    listed = found if here.standing else [one for one in found if one.is_national]
    return HtmlCard(
        title=_title(here, found, listed) if here.standing else of_own(here.look, _title(here, found, listed)),
        subtitle=_subtitle(here, found, listed) if listed else "",
        body=(components.rule_list([_rule(here, one) for one in listed]),),
        source=here.source(),
        sentence=_sentence(here, found),
        table=_table(here, found),
        empty=None
        if listed
        else Empty(_("learning.rules.none"), _("learning.rules.none_reason"), hatch="doet_niet_mee"),
    )


def _is_closed(here: Here) -> bool:
    """What a region said of rules is its own, also where it shares what it tries."""
    return not here.standing.seen if here.standing else sees_none(here.look)


def _closed(here: Here) -> HtmlCard:
    title = _("learning.rules.title_closed")
    return HtmlCard(title, "", (), source=here.source(), sentence=title, empty=closed(here.look))


def _days(here: Here, one: RuleRoom) -> int:
    return (here.today - one.reported_on).days


def _title(here: Here, found: Sequence[RuleRoom], listed: Sequence[RuleRoom]) -> str:
    if not listed:
        return _("learning.rules.title_none")
    if here.standing:
        return _("learning.rules.title_of_region", n=len(found), national=sum(one.is_national for one in found))
    return _("learning.rules.title", n=len(listed), days=max(_days(here, one) for one in listed))


def _subtitle(here: Here, found: Sequence[RuleRoom], listed: Sequence[RuleRoom]) -> str:
    told = {"asked": sum(one.change_asked is not None for one in listed), "local": len(found) - len(listed)}
    given = sum(_has_room(here, one) for one in listed)
    return _(
        "learning.rules.subtitle", n=len(listed), given=given, days=round(here.look.rules.obstacle_old_days), **told
    )


def _has_room(here: Here, one: RuleRoom) -> bool:
    """There is a result of room, or an end of it that has not come yet."""
    return (one.until_on is not None and one.until_on >= here.today) or (
        one.until_on is None and one.result is not None
    )


def _sentence(here: Here, found: Sequence[RuleRoom]) -> str:
    national = [one for one in found if one.is_national]
    if not national:
        return _("learning.rules.sentence_none", n=len(found))
    oldest = max(national, key=lambda one: _days(here, one))
    told = {"rule": oldest.rule, "days": _days(here, oldest), "place": here.name_of(oldest.region_code)}
    return _("learning.rules.sentence", n=len(national), local=len(found) - len(national), **told)


def _rule(here: Here, one: RuleRoom) -> components.RuleRoom:
    days = _days(here, one)
    return components.RuleRoom(
        rule=one.rule,
        days=days,
        place=here.look.label("pilot_line", one.pilot_line_code) if here.standing else here.name_of(one.region_code),
        scope=here.look.label("rule_scope", one.scope_code) if here.standing else "",
        why=one.why,
        room=_room(here, one),
        result=one.result or "",
        asked=one.change_asked or _("learning.rules.not_asked"),
        old=days > here.look.rules.obstacle_old_days,
        ending=one.until_on is not None and (one.until_on - here.today).days <= ENDING_DAYS,
    )


def _room(here: Here, one: RuleRoom) -> str:
    if one.until_on is None:
        return _("learning.rules.open_ended") if one.result else _("learning.rules.no_room")
    left = (one.until_on - here.today).days
    if left < 0:
        return _("learning.rules.ended", date=short_day(one.until_on))
    key = "ends_soon" if left <= ENDING_DAYS else "until"
    return _(f"learning.rules.{key}", date=short_day(one.until_on), n=left)


def _table(here: Here, found: Sequence[RuleRoom]) -> TableData:
    keys = ("rule", "place", "scope", "age", "until", "why", "result", "asked")
    columns = tuple(Column(_(f"learning.rules.column.{key}"), numeric=key == "age") for key in keys)
    return TableData(_("learning.rules.caption"), columns, tuple(_row(here, one) for one in found))


def _row(here: Here, one: RuleRoom) -> tuple[Cell | str, ...]:
    return (
        Cell(one.rule, quoted=True),
        here.name_of(one.region_code),
        here.look.label("rule_scope", one.scope_code),
        str(_days(here, one)),
        table_day(one.until_on) if one.until_on else "",
        *(Cell(words or "", quoted=True) for words in (one.why, one.result, one.change_asked)),
    )
