"""What published counts of young people are multiples of; `docs/decisions/0007-attack-on-the-figures.md` says why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Of what is published by month or quarter: how many months are in one number.
MONTHS_APART: Final[Mapping[str, int]] = {"phase_flow": 1, "retention_count": 3}
ROUNDED_TO: Final[Mapping[str, int]] = {
    "phase_count": 5,
    "phase_flow": 10,
    "exit_count": 10,
    "waiting_count": 5,
    "intake_count": 10,
    "turning_18": 10,
    "registration_count": 10,
    "domain_count": 10,
    "pulse_count": 10,
    "retention_count": 10,
    "step_age": 10,
    "step_duration": 10,
}
