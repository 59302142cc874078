"""Which indicators have a tile, and under which texts: `tiles.<name>.label`."""

from queries.region_standing import IN_TRAJECTORY, IN_VIEW, PLACED

KEYS = {IN_VIEW: "in_view", IN_TRAJECTORY: "in_trajectory", PLACED: "placed"}
ON_TIME = "K19"
EVERY = {**KEYS, ON_TIME: "on_time"}
