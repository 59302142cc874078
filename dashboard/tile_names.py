"""What a tile calls an indicator, when that is not its name in the registry: `tiles.<name>.label`."""

from queries.judged import ON_TIME
from queries.region_standing import IN_TRAJECTORY, IN_VIEW, PLACED

KEYS = {IN_VIEW: "in_view", IN_TRAJECTORY: "in_trajectory", PLACED: "placed"}
EVERY = {**KEYS, ON_TIME: "on_time"}
