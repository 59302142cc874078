"""Ids of parts of pages, one class a page. A choice's id ends in its name in the address (`context-stand`)."""

from __future__ import annotations


class Context:
    REGION = "context-region"
    DIVISION = "context-indeling"
    REFERENCE_DATE = "context-peildatum"
    PUBLICATION = "context-stand"
    PILOT_LINE = "context-lijn"
    SINCE = "context-sinds"
    AREA = "context-gebied"
    ALL = (REGION, DIVISION, REFERENCE_DATE, PUBLICATION, PILOT_LINE)
    OF_OUTCOMES = (REGION, AREA, REFERENCE_DATE, PUBLICATION, PILOT_LINE)
    OF_CHANGES = (REGION, PUBLICATION, SINCE, PILOT_LINE)
    OF_TRAJECTORIES = (REGION, AREA, REFERENCE_DATE, PUBLICATION, PILOT_LINE)
    OF_MILESTONES = (REGION, PUBLICATION, PILOT_LINE)
    OF_EXPERIMENTS = (REGION, PUBLICATION, PILOT_LINE)
    OF_ONE_EXPERIMENT = (PUBLICATION,)


class National:
    ADDRESS = "national-address"
    READING = "national-reading"
    OWN = "national-own"
    TILES = ("national-in-view", "national-in-trajectory", "national-placed", "national-on-time")
    ATTENTION = "national-attention"
    CHANGES = "national-changes"
    OBSTACLES = "national-obstacles"
    MAP = "national-map"
    VIEWS = "national-views"
    MEASURE = "filter-maat"
    REGIONS = "national-regions"
    FLOW = "national-flow"
    MULTIPLES = "national-multiples"
    EXPERIMENTS = "national-experiments"


class Region:
    ADDRESS = "region-address"
    READING = "region-reading"
    TILES = ("region-in-view", "region-in-trajectory", "region-placed", "region-on-time")
    FLOW = "region-flow"
    ATTENTION = "region-attention"
    STATIONS = "region-stations"
    CONTACTS = "region-contacts"
    DESTINATIONS = "region-destinations"
    EXPERIMENTS = "region-experiments"
    CHANGES = "region-changes"


class Changes:
    ADDRESS = "changes-address"
    READING = "changes-reading"
    CORRECTIONS = "changes-corrections"
    KINDS = "changes-kinds"
    LIST = "changes-list"
    KIND = "filter-soort"


class Trajectories:
    ADDRESS = "trajectories-address"
    READING = "trajectories-reading"
    TILES = ("trajectories-reached", "trajectories-intake", "trajectories-planned", "trajectories-continued")
    PERIOD = "filter-periode"
    FLOW = "trajectories-flow"
    AGES = "trajectories-ages"
    SUPPORT = "trajectories-support"
    STEPS = "trajectories-steps"
    WAITING = "trajectories-waiting"
    REGISTRATIONS = "trajectories-registrations"


class Outcomes:
    ADDRESS = "outcomes-address"
    READING = "outcomes-reading"
    TILES = ("outcomes-placed", "outcomes-lasting-share", "outcomes-relapsed", "outcomes-in-order")
    DESTINATIONS = "outcomes-destinations"
    AGE_BAND = "filter-leeftijd"
    LASTING = "outcomes-lasting"
    ENDED_WELL = "outcomes-ended-well"
    RETURNED = "outcomes-returned"
    DOMAINS = "outcomes-domains"
    VOICES = "outcomes-voices"
    DOMAINS_OF_REGIONS = "outcomes-domains-of-regions"
    REGIONS = "outcomes-regions"
    FUNNEL = "outcomes-funnel"
    PEERS = "filter-vergelijk"
    EARLY_LEAVERS = "outcomes-early-leavers"


class Milestones:
    ADDRESS = "milestones-address"
    READING = "milestones-reading"
    TILES = ("milestones-on-time", "milestones-delay", "milestones-no-recovery", "milestones-differs")
    PLANS = "milestones-plans"
    PILOT = "filter-pilot"
    NATIONAL_OBSTACLES = "milestones-national-obstacles"
    OBSTACLES = "milestones-obstacles"
    RULES = "milestones-rules"
    RECOVERY = "milestones-recovery"
    FORECAST = "milestones-forecast"
    DURATIONS = "milestones-durations"
    TREND = "milestones-trend"
    CHECKLIST = "milestones-checklist"
    REPLANNED = "milestones-replanned"


class Experiments:
    ADDRESS = "experiments-address"
    READING = "experiments-reading"
    TILES = tuple(f"experiments-{name}" for name in ("running", "undecided", "verdict", "further", "learned", "money"))
    SIGNALS = tuple(f"experiments-short-{name}" for name in ("undecided", "quiet", "money"))
    WORDS = "filter-zoek"
    IDEA = "filter-idee"
    LIST = "experiments-list"
    TREE = "experiments-tree"
    RULE_ROOM = "experiments-rule-room"
    LESSONS = "experiments-lessons"
    ALIKE = "experiments-alike"


class OneExperiment:
    ADDRESS = "experiment-address"
    READING = "experiment-reading"
    FACTS = "experiment-facts"
    COURSE = "experiment-course"
    LOG = "experiment-log"
    BESIDE = "experiment-beside"


class History:
    ADDRESS = "history-address"
    READING = "history-reading"
    COURSE = "history-course"
    BESIDE = "history-beside"
