"""What pilots tell: in which ways a milestone, an experiment or an obstacle can be told otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from queries.compared import MOVED, REWORDED, STATUS, Aspect, Change, Subject
from queries.experiments import Experiment, experiments
from queries.milestones import Milestone, milestones
from queries.obstacles import Obstacle, obstacles
from queries.reader import Publication, Reader
from queries.reference import Rules
from queries.span import Span


@dataclass(frozen=True)
class Stories:
    """As they stood in every publication of a span."""

    milestones: Sequence[Milestone]
    experiments: Sequence[Experiment]
    obstacles: Sequence[Obstacle]

    @classmethod
    def of(cls, reader: Reader, since: Publication) -> Stories:
        """What changed of experiments that other regions share is theirs."""
        tried = [one for one in experiments(reader, since) if reader.access.sees(one.region_code)]
        return cls(milestones(reader, since), tried, obstacles(reader, since))

    def changes(self, span: Span, rules: Rules) -> Iterator[Change]:
        yield from _of_milestones(rules).changes(span, self.milestones)
        yield from EXPERIMENT.changes(span, self.experiments)
        yield from OBSTACLE.changes(span, self.obstacles)


def _both_open(was: Milestone, now: Milestone) -> bool:
    return was.is_open() and now.is_open()


def _is_aged(was: Milestone, now: Milestone) -> bool:
    """The same judgement, which time alone made worthless."""
    return _both_open(was, now) and (was.judged, was.judged_on) == (now.judged, now.judged_on)


def _is_judged(was: Milestone, now: Milestone) -> bool:
    return _both_open(was, now) and not _is_aged(was, now)


def _expects_otherwise(was: Milestone, now: Milestone) -> bool:
    """Not when the new plan says it: then the expectation is that of the plan."""
    is_in_plan = was.planned_on != now.planned_on == now.expected_on
    return _both_open(was, now) and not is_in_plan


def _for_new_plan(was: Milestone, now: Milestone) -> str | None:
    """A reason that was given before is not that of what changed now."""
    return now.replan_reason if now.replan_reason != was.replan_reason else None


def _recovery(one: Milestone, _publication: Publication) -> str | None:
    return " · ".join(part for part in (one.recovery_action, one.recovery_owner) if part) or None


def _of_milestones(rules: Rules) -> Subject[Milestone]:
    return Subject(
        name="milestone",
        key=lambda one: (one.region_code, one.pilot_code, one.step_code),
        code=lambda one: one.step_code,
        title=lambda one: one.title,
        line=lambda one: one.pilot_line_code,
        other_code=lambda one: one.pilot_code,
        standing=("expected_on", lambda one, _: one.expected_on),
        aspects=(*MILESTONE_STATES, *_judged(rules), *MILESTONE_DATES),
    )


def _judged(rules: Rules) -> tuple[Aspect[Milestone], ...]:
    """What a page calls it on the day of a publication."""
    return (
        Aspect(STATUS, "course", lambda one, then: one.status(rules, then.published_on), _both_open),
        Aspect(
            STATUS,
            "judgement",
            lambda one, then: one.judgement(rules, then.published_on),
            _is_judged,
            lambda _, now: now.judged_reason,
        ),
        Aspect(STATUS, "aged", lambda one, then: one.judgement(rules, then.published_on), _is_aged),
    )


MILESTONE_STATES: tuple[Aspect[Milestone], ...] = (
    Aspect(
        STATUS,
        "reached",
        lambda one, _: one.done_on is not None,
        lambda _, now: now.done_on is not None,
        shown=(lambda was: was.expected_on, lambda now: now.done_on),
    ),
    Aspect(
        STATUS,
        "cancelled",
        lambda one, _: one.cancelled_on is not None,
        lambda _, now: now.cancelled_on is not None,
        _for_new_plan,
        shown=(lambda was: was.expected_on, lambda now: now.cancelled_on),
    ),
    Aspect(
        STATUS,
        "reopened",
        lambda one, _: one.is_open(),
        lambda _, now: now.is_open(),
        shown=(lambda was: was.done_on or was.cancelled_on, lambda now: now.expected_on),
    ),
    Aspect(STATUS, "recovery", _recovery, _both_open),
)
MILESTONE_DATES: tuple[Aspect[Milestone], ...] = (
    Aspect(MOVED, "planned_on", lambda one, _: one.planned_on, _both_open, _for_new_plan),
    Aspect(MOVED, "expected_on", lambda one, _: one.expected_on, _expects_otherwise, _for_new_plan),
    Aspect(MOVED, "baseline_on", lambda one, _: one.baseline_on),
    Aspect(MOVED, "done_on", lambda one, _: one.done_on, lambda was, now: bool(was.done_on and now.done_on)),
    Aspect(REWORDED, "title", lambda one, _: one.title),
)


def _both_solved(was: Obstacle, now: Obstacle) -> bool:
    return not was.is_open() and not now.is_open()


def _runs(one: Experiment) -> bool:
    return one.ended_on is None


def _both_run(was: Experiment, now: Experiment) -> bool:
    return _runs(was) and _runs(now)


EXPERIMENT: Subject[Experiment] = Subject(
    name="experiment",
    key=lambda one: (one.region_code, one.experiment_code),
    code=lambda one: one.experiment_code,
    title=lambda one: one.title,
    line=lambda one: one.pilot_line_code,
    standing=("state", lambda one, _: one.status),
    aspects=(
        Aspect(STATUS, "state", lambda one, _: one.status, reason=lambda _, now: now.lesson),
        # One that stopped with a lesson says in its state what was decided.
        Aspect(STATUS, "verdict", lambda one, _: one.verdict_code, lambda _, now: now.status != "gestopt_met_les"),
        Aspect(MOVED, "check_on", lambda one, _: one.check_on, _both_run),
        Aspect(MOVED, "started_on", lambda one, _: one.started_on),
        Aspect(MOVED, "ended_on", lambda one, _: one.ended_on, lambda was, now: not _runs(was) and not _runs(now)),
        Aspect(REWORDED, "title", lambda one, _: one.title),
        Aspect(REWORDED, "question", lambda one, _: one.question),
    ),
)
OBSTACLE: Subject[Obstacle] = Subject(
    name="obstacle",
    key=lambda one: (one.region_code, one.obstacle_code),
    code=lambda one: one.obstacle_code,
    title=lambda one: one.title,
    line=lambda one: one.pilot_line_code,
    standing=("level", lambda one, _: one.level_code),
    aspects=(
        Aspect(
            STATUS,
            "solved",
            lambda one, _: one.is_open(),
            lambda _, now: not now.is_open(),
            shown=(lambda was: was.reported_on, lambda now: now.solved_on),
        ),
        Aspect(
            STATUS,
            "reopened",
            lambda one, _: one.is_open(),
            lambda _, now: now.is_open(),
            shown=(lambda was: was.solved_on, lambda now: now.reported_on),
        ),
        Aspect(STATUS, "level", lambda one, _: one.level_code),
        Aspect(STATUS, "theme", lambda one, _: one.theme_code),
        Aspect(MOVED, "reported_on", lambda one, _: one.reported_on),
        Aspect(MOVED, "solved_on", lambda one, _: one.solved_on, _both_solved),
        Aspect(REWORDED, "title", lambda one, _: one.title),
    ),
)
