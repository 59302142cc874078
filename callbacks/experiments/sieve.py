"""The form by which the list is narrowed down."""

from __future__ import annotations

from collections.abc import Sequence

from callbacks.experiments.here import Here
from callbacks.parts.terms import OF
from dashboard.address import NOT_CHOSEN
from dashboard.components.finder import Field
from dashboard.components.text import Link
from dashboard.i18n import _
from dashboard.ids import Experiments as Ids
from dashboard.pages.experiments import Sieve
from dashboard.shell_context import Choice
from dashboard.sought import CHECKS, EVERYTHING, NAMES, STATES, UNDECIDED
from dashboard.traced import listed
from warehouse.reference import codes_of

FIXED = {"state": STATES, "check": CHECKS}
AS_WRITTEN = ("method", "owner")
ORDER = ("state", "verdict", "life_domain", "policy_domain", "method", "owner", "check", "funding")


def sieve(here: Here) -> Sieve:
    sought = here.sought
    words = Field(Ids.WORDS, _("experiments.find.words"), sought.words or "", _("experiments.find.hint"))
    counted = _("experiments.find.counted", n=len(here.found), all=len(here.tried.experiments))
    if internal := here.sums.every - len(here.tried.experiments):
        counted = f"{counted} · {_('experiments.find.internal', n=internal)}"
    every = EVERYTHING.but(idea=sought.idea)
    clear = Link(_("experiments.find.clear"), here.address(every)) if sought.but() != every else None
    return Sieve(words, tuple(_choice(here, name) for name in ORDER), counted, clear)


def _choice(here: Here, name: str) -> Choice:
    every = (NOT_CHOSEN, _(f"experiments.find.every.{name}"))
    chosen = getattr(here.sought, name) or NOT_CHOSEN
    return Choice(f"filter-{NAMES[name]}", _(f"experiments.find.{name}"), chosen, (every, *_options(here, name)))


def _options(here: Here, name: str) -> Sequence[tuple[str, str]]:
    if name in FIXED:
        return [(code, _(f"experiments.{name}.{code}")) for code in FIXED[name]]
    there = {found for one in here.tried.experiments if (found := OF[name](one))}
    if name in AS_WRITTEN:
        return [(text, text) for text in sorted(there, key=str.casefold)]
    codes = [(code, listed(name, code)) for code in codes_of(name) if code in there]
    return [*codes, (UNDECIDED, _("experiments.undecided"))] if UNDECIDED in there else codes
