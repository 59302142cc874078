"""The history of an experiment: its question, its dates, and what was decided and learned."""

from __future__ import annotations

from collections.abc import Sequence

from callbacks.history import rows
from callbacks.history.here import Here
from callbacks.history.rows import Field, Written, on, typed
from callbacks.history.story import Story
from dashboard.i18n import _
from dashboard.traced import listed
from queries.experiments import Experiment, experiments
from queries.reader import Publication

LEADING = ("verdict", "ended_on", "status", "check_on")


def tell(here: Here) -> Story:
    reader, (code,) = here.look.reader, here.value.codes
    own = [
        one
        for one in experiments(reader, reader.so_far[0])
        if (one.region_code, one.experiment_code) == (here.region_code, code)
    ]
    subject = _("history.subject.experiment", code=code)
    return rows.tell(here, subject, lambda publication: _written(here, own, publication), LEADING)


def _written(here: Here, own: Sequence[Experiment], publication: Publication) -> Written | None:
    one = next((row for row in own if publication.holds(row)), None)
    return Written(_fields(here, one), one.first_publication) if one else None


def _fields(here: Here, one: Experiment) -> tuple[Field, ...]:
    verdict = listed("verdict", one.verdict_code).lower() if one.verdict_code else ""
    return (
        typed("title", one.title),
        typed("question", one.question),
        typed("small_step", one.small_step),
        typed("for_whom", one.for_whom),
        typed("owner", one.owner),
        typed("method", one.method),
        Field("status", _(f"components.status.{one.status}")),
        on("started_on", one.started_on),
        on("check_on", one.check_on),
        on("ended_on", one.ended_on),
        Field("verdict", verdict),
        typed("lesson", one.lesson),
        typed("next_step", one.next_step),
        Field("life_domain", here.look.label("life_domain", one.life_domain_code)),
        Field("policy_domain", _named("policy_domain", one.policy_domain_code)),
        Field("funding", _named("funding", one.funding)),
        on("funding_until", one.funding_until),
    )


def _named(name: str, code: str | None) -> str:
    return listed(name, code) if code else ""
