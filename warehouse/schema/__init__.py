"""The tables of the three areas. Each area has a `MetaData` of its own: see intake.py, published.py, workspace.py."""

AREA_NAMES = ("intake", "published", "workspace")
