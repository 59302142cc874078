"""The tables of the four areas. Each area has a `MetaData` of its own, in the module of its name."""

AREA_NAMES = ("intake", "published", "workspace", "accounts")
